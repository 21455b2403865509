"""Renders a report in a line-based markup language, with all external values quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.credential_scan import ensure_no_credentials
from inspector_app.report.formats.report_content import build_report_content
from inspector_app.report.report_input import build_redacted_report
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.report.formats.report_content import ReportContent
    from inspector_app.report.report_input import ReportInput

_TIME: Final = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(?: [A-Z]{2,5}| [+-][0-9]{4})?"
)
_NUMBER: Final = r"[0-9]{1,6}(?:\.[0-9]{1,3}){0,2}(?: ms)?"
_WORDS: Final = r"[^\W\d_]+(?: [^\W\d_]+)*"
_PLAIN_VALUE: Final = re.compile(f"{_TIME}|{_NUMBER}|{_WORDS}")


def render_markup(
    report_input: ReportInput,
    translate: Callable[[Text], str],
    build_lines: Callable[[ReportContent], Iterable[Text]],
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
    quoted = build_quoter(quote)
    made = build_lines(build_report_content(build_redacted_report(report_input), report_input))
    text = "".join(f"{translate(line.map_strings(quoted))}\n" for line in made)
    return ensure_no_credentials(text.encode(errors="replace"), report_input.credentials)


def apply_markup(template: str, text: Text) -> Text:
    """The text inserted into a markup ``template`` in place of ``{text}``."""
    return Text(template, (("text", text),))


def build_quoter(quote: Callable[[str], str]) -> Callable[[str], str]:
    """A function that makes an external value one line of text, with ``quote`` where needed.

    Times, numbers and words of letters alone are not quoted, so that they stay readable.
    """

    def quote_value(text: str) -> str:
        text = escape_invisible(text)
        return text if not text or _PLAIN_VALUE.fullmatch(text) else quote(text)

    return quote_value
