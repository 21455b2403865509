"""Renders the report as GitHub Flavored Markdown.

External values are put into code spans: nothing in them becomes markup, a link, a mention of a
person or of an issue, which GitHub detects in all other text whatever escapes it has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.formats.markup import apply_markup, render_markup
from inspector_app.report.formats.report_content import NOTICES_HEADING, STEPS_HEADING
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.formats.report_content import ReportContent
    from inspector_app.report.report_input import RedactedReport

_ICONS: Final = {
    Severity.GOOD: "\N{WHITE HEAVY CHECK MARK}",
    Severity.WARNING: "\N{WARNING SIGN}\N{VARIATION SELECTOR-16}",
    Severity.BAD: "\N{CROSS MARK}",
}
_NOTICE_ICON: Final = "\N{INFORMATION SOURCE}\N{VARIATION SELECTOR-16}"
_BACKTICKS: Final = re.compile("`+")


def render(report: RedactedReport, translate: Callable[[Text], str]) -> bytes:
    """The report in Markdown; as for ``markup.render_markup``."""
    return render_markup(report, translate, _iter_lines, quote_code)


def quote_code(text: str) -> str:
    """The text as a code span, with a fence longer than its own backticks."""
    longest = max((len(found) for found in _BACKTICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    # Renderers strip a space at each end, so that the text can begin with a backtick or space.
    inner = f" {text} " if text[0] in "` " or text[-1] in "` " else text
    return f"{fence}{inner}{fence}" if text.strip(" ") else f"{fence}{text}{fence}"


def _iter_lines(report_content: ReportContent) -> Iterator[Text]:
    yield apply_markup(
        f"### {_ICONS.get(report_content.severity, _NOTICE_ICON)} {{text}}", report_content.sentence
    )
    if report_content.head.template:
        yield Text("")
        yield report_content.head
    if report_content.detail.template:
        yield Text("")
        yield report_content.detail
    yield Text("")
    yield apply_markup("**{text}**", report_content.next_step.text)
    if report_content.steps:
        yield Text("")
        yield STEPS_HEADING
        yield from (apply_markup("- {text}", step.text) for step in report_content.steps)
    if report_content.notices:
        yield Text("")
        yield NOTICES_HEADING
        yield from (apply_markup("- {text}", one) for one in report_content.notice_lines)
    for section in report_content.compact_sections:
        yield Text("")
        yield apply_markup("**{text}**", section.title)
        yield from (apply_markup("- {text}", line.text) for line in section.lines)
    yield Text("")
    yield report_content.footer
