r"""Renders the report in Jira's wiki markup.

Jira supports a backslash escape for its own markup characters only; a backslash before one of
them, and a colon that could start a link or an emoticon, can only be written as HTML entities.
A hyphen and a number sign inside of a word are no markup and are not escaped, for those who paste
the report elsewhere; a hyphen before a digit may belong to an issue's key.
Lists, no tables: in a cell Jira Cloud takes an escaped bar for the end of the cell.
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

_ICONS: Final = {Severity.GOOD: "(/)", Severity.WARNING: "(!)", Severity.BAD: "(x)"}
_MARKUP: Final = r"[-#*_+?^~|%{}\[\]()!@]"
_INSIDE_A_WORD: Final = r"(?<=[A-Za-z0-9])(?:-(?=[A-Za-z])|#(?=[A-Za-z0-9]))"
_SPECIAL: Final = re.compile(
    rf"\\(?={_MARKUP}|\\|$)|&(?=#?\w)|:(?![0-9 ])|(?!{_INSIDE_A_WORD}){_MARKUP}"
)
_ENTITIES: Final = {"\\": "&#92;", "&": "&amp;", ":": "&#58;"}


def render(report: RedactedReport, translate: Callable[[Text], str]) -> bytes:
    """The report in wiki markup; as for ``markup.render_markup``."""
    return render_markup(report, translate, _iter_lines, escape_text)


def escape_text(text: str) -> str:
    """The text escaped, so that Jira displays it verbatim."""
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)


def _iter_lines(report_content: ReportContent) -> Iterator[Text]:
    yield apply_markup(
        f"h3. {_ICONS.get(report_content.severity, '(i)')} {{text}}", report_content.sentence
    )
    if report_content.head.template:
        yield Text("")
        yield report_content.head
    if report_content.detail.template:
        yield report_content.detail
    yield apply_markup("*{text}*", report_content.next_step.text)
    if report_content.steps:
        yield Text("")
        yield STEPS_HEADING
        yield from (apply_markup("* {text}", step.text) for step in report_content.steps)
    if report_content.notices:
        yield Text("")
        yield NOTICES_HEADING
        yield from (apply_markup("* {text}", one) for one in report_content.notice_lines)
    for section in report_content.compact_sections:
        yield Text("")
        yield apply_markup("*{text}*", section.title)
        yield from (apply_markup("* {text}", line.text) for line in section.lines)
    yield Text("")
    yield report_content.footer
