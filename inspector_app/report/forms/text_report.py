"""Renders the report as plain text, for mails and tickets without markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.report.credential_scan import checked
from inspector_app.report.forms.facts import ALSO_NOTICED, facts
from inspector_app.report.material import content
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.wording import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.forms.facts import Facts
    from inspector_app.report.material import Material


def write(material: Material, say: Callable[[Text], str] = str) -> bytes:
    """The report as a file; as for ``render_text``."""
    return f"{report(material, say)}\n".encode(errors="replace")


def report(material: Material, say: Callable[[Text], str] = str) -> str:
    """The report in at most 40 lines, without a trailing line end.

    Args:
        report_input: the inspection and how to redact it.
        translate: translates a text into the reader's language; English by default.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    lines = _lines(facts(content(material), material))
    text = "\n".join(say(line.map_strings(escape_invisible)) for line in lines)
    checked(text.encode(errors="surrogatepass"), material.credentials)
    return text


def _lines(made: Facts) -> Iterator[Text]:
    yield made.sentence
    if made.detail.template:
        yield made.detail
    yield made.next_step.told
    if made.noticed:
        yield Text("")
        yield ALSO_NOTICED
        yield from (Text("- {text}", (("text", one),)) for one in made.noticed_lines)
    for section in made.groups:
        yield Text("")
        yield from (line.told for line in section.lines)
    yield Text("")
    yield made.closing
