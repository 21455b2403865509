"""Prints the report to a terminal with rich: in columns, coloured unless NO_COLOR is set."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, Literal

from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from inspector_app.report.formats.report_content import (
    NOTICES_HEADING,
    STEPS_HEADING,
    build_report_content,
)
from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import RenderableType

    from inspector_app.report.formats.report_content import ReportContent, Section
    from inspector_app.report.formats.session_lines import ReportLine
    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session import translatable_text

_SIGNS: Final = {
    Severity.PLAIN: ("•", "default"),
    Severity.GOOD: ("✔", "green"),
    Severity.NOTICE: ("•", "cyan"),
    Severity.WARNING: ("!", "yellow"),
    Severity.BAD: ("✖", "red"),
}
_INDENT: Final = 2
_FOLD: Final = "fold"
"""Long values wrap to the next line: nothing of a name or an address is truncated."""
_MIN_VALUE_WIDTH: Final = 32
"""Columns that a value needs to be readable; with fewer it follows its label."""


def prepare_report(report: RedactedReport) -> Callable[[], None]:
    """Lay out the report; what is returned prints it.

    Raises:
        CredentialLeakError: if a credential is still in it.
    """
    render_report(report, ReportFormat.TEXT)  # scans the same text for credentials first
    screen = create_console()
    group = Group(*_iter_parts(build_report_content(report), screen.width))
    return lambda: screen.print(group)


def create_console() -> Console:
    """Create a console on standard output that interprets no markup.

    In colours and bold unless NO_COLOR is set and not empty (https://no-color.org).
    """
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return Console(color_system=colours, markup=False, highlight=False, emoji=False)


def build_columns(rows: Iterable[tuple[str, ...]]) -> Table:
    """Build a table with aligned columns, wide characters counted as two."""
    table = _create_grid()
    for row in rows:
        table.add_row(*(_create_text(cell) for cell in row))
    return table


def _iter_parts(made: ReportContent, columns_of_screen: int) -> Iterator[RenderableType]:
    yield _build_signed_row(made.severity, _render_text(made.sentence, "bold"))
    if made.detail.template:
        yield _indent(_render_text(made.detail))
    if not made.has_next_step_in_steps:
        yield _indent(_format_line(made.next_step, "bold"))
    if made.steps:
        yield Text()
        yield _render_text(STEPS_HEADING, "bold")
        for number, line in enumerate(made.steps, 1):
            yield _indent(Text.assemble(f"{number}. ", _format_line(line, "dim")))
    if made.notices:
        yield Text()
        yield _render_text(NOTICES_HEADING, "bold")
        for one in made.notices:
            yield _build_signed_row(one.severity, _render_text(one.sentence))
        if made.omitted_notice.template:
            yield _indent(_render_text(made.omitted_notice))
    sections = (*made.session_sections, made.request)
    width = max(cell_len(str(line.label)) for section in sections for line in section.lines)
    is_narrow = columns_of_screen - width - 2 * _INDENT < _MIN_VALUE_WIDTH
    for section in sections:
        yield Text()
        yield _render_text(section.title, "bold")
        yield _indent(_stack_lines(section) if is_narrow else _build_rows(section, width))
    yield Text()
    yield _render_text(made.footer, "dim")


def _build_rows(section: Section, width: int) -> Table:
    table = _create_grid()
    table.add_column(min_width=width, style="dim", no_wrap=True)
    for line in section.lines:
        table.add_row(_render_text(line.label), _render_text(line.value))
    return table


def _stack_lines(section: Section) -> Group:
    return Group(*(_format_line(line, "dim") for line in section.lines))


def _format_line(line: ReportLine, style: str) -> Text:
    return Text.assemble((f"{line.label}: ", style), _render_text(line.value), overflow=_FOLD)


def _build_signed_row(severity: Severity, text: Text) -> Table:
    sign, colour = _SIGNS[severity]
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_row(Text(sign, f"bold {colour}"), text)
    return row


def _create_grid() -> Table:
    return Table.grid(padding=(0, _INDENT, 0, 0))


def _indent(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, _INDENT), expand=False)


def _render_text(text: translatable_text.Text, style: str = "") -> Text:
    return _create_text(str(text.map_strings(escape_invisible)), style)


def _create_text(text: str, style: str = "") -> Text:
    return Text(text, style, overflow=_FOLD)
