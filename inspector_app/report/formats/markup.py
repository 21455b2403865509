"""Renders a report in a line-based markup language, with all external values quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.formats.report_content import build_report_content
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.report.formats.report_content import ReportContent
    from inspector_app.report.report_input import RedactedReport

_TIME: Final = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(?: [A-Z]{2,5}| [+-][0-9]{4})?"
)
_NUMBER: Final = r"[0-9]{1,6}(?:\.[0-9]{1,3}){0,2}(?: ms)?"
_WORDS: Final = r"[^\W\d_]+(?: [^\W\d_]+)*"
_PLAIN_VALUE: Final = re.compile(f"{_TIME}|{_NUMBER}|{_WORDS}")


def render_markup(
    report: RedactedReport,
    translate: Callable[[Text], str],
    build_lines: Callable[[ReportContent], Iterable[Text]],
    quote: Callable[[str], str],
) -> bytes:
    """The report as a file in UTF-8.

    Args:
        report: the redacted report.
        translate: translates a text into the reader's language.
        build_lines: lays the content out as lines of markup.
        quote: escapes an external value, so that it contains no markup.
    """
    quoted = build_quoter(quote)
    lines = build_lines(build_report_content(report))
    return "".join(f"{translate(line.map_strings(quoted))}\n" for line in lines).encode(
        errors="replace"
    )


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
