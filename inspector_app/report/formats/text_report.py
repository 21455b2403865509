"""Renders the report as plain text, for mails and tickets without markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.report.formats.report_content import (
    NOTICES_HEADING,
    STEPS_HEADING,
    build_report_content,
)
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.formats.report_content import ReportContent
    from inspector_app.report.report_input import RedactedReport


def render(report: RedactedReport, translate: Callable[[Text], str]) -> bytes:
    """The report as a file, in at most 40 lines.

    Args:
        report: the redacted report.
        translate: translates a text into the reader's language.
    """
    lines = _iter_lines(build_report_content(report))
    text = "".join(f"{translate(line.map_strings(escape_invisible))}\n" for line in lines)
    return text.encode(errors="replace")


def _iter_lines(report_content: ReportContent) -> Iterator[Text]:
    if report_content.head.template:
        yield report_content.head
    yield report_content.sentence
    if report_content.detail.template:
        yield report_content.detail
    yield report_content.next_step.text
    if report_content.steps:
        yield Text("")
        yield STEPS_HEADING
        for number, step in enumerate(report_content.steps, 1):
            yield Text("{number}. {text}", (("number", number), ("text", step.text)))
    if report_content.notices:
        yield Text("")
        yield NOTICES_HEADING
        yield from (Text("- {text}", (("text", one),)) for one in report_content.notice_lines)
    for section in report_content.compact_sections:
        yield Text("")
        yield from (line.text for line in section.lines)
    yield Text("")
    yield report_content.footer
