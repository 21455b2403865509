"""Renders a report in a line-based markup language, with all external values quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.credential_scan import checked
from inspector_app.report.forms.facts import facts
from inspector_app.report.material import content
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.wording import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.report.forms.facts import Facts
    from inspector_app.report.material import Material

_TIME: Final = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(?: [A-Z]{2,5}| [+-][0-9]{4})?"
)
_NUMBER: Final = r"[0-9]{1,6}(?:\.[0-9]{1,3}){0,2}(?: ms)?"
_WORDS: Final = r"[^\W\d_]+(?: [^\W\d_]+)*"
_PLAIN: Final = re.compile(f"{_TIME}|{_NUMBER}|{_WORDS}")


def written(
    material: Material,
    say: Callable[[Text], str],
    lines: Callable[[Facts], Iterable[Text]],
    quote: Callable[[str], str],
) -> bytes:
    """The report as a file in UTF-8.

    Args:
        report_input: the inspection and how to redact it.
        translate: translates a text into the reader's language.
        build_lines: lays the content out as lines of markup.
        quote: escapes an external value, so that it contains no markup.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    quoted = quoting(quote)
    made = lines(facts(content(material), material))
    text = "".join(f"{say(line.map_strings(quoted))}\n" for line in made)
    return checked(text.encode(errors="replace"), material.credentials)


def styled(style: str, text: Text) -> Text:
    """The text inserted into a markup ``template`` in place of ``{text}``."""
    return Text(style, (("text", text),))


def quoting(quote: Callable[[str], str]) -> Callable[[str], str]:
    """A function that makes an external value one line of text, with ``quote`` where needed.

    Times, numbers and words of letters alone are not quoted, so that they stay readable.
    """

    def quoted(text: str) -> str:
        text = escape_invisible(text)
        return text if not text or _PLAIN.fullmatch(text) else quote(text)

    return quoted
