"""The table of what matters: a row for each aspect that differs, the others folded into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QSizePolicy

from inspector_app.desktop.comparison.compared_model import CHANGED_ROLE
from inspector_app.desktop.comparison.comparison_tree import ComparisonTree, name_table
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.severity_icon import get_severity_entry_icon
from inspector_app.desktop.theme.translation import join_facts, render_text, translate
from inspector_app.desktop.widgets.plain_text import to_plain_text
from inspector_app.session.comparison.comparison_model import Aspect
from inspector_app.session.comparison.difference_sentences import (
    build_short_form,
    format_value,
    join_texts,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from inspector_app.desktop.comparison.compared_model import AnyIndex
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.comparison.comparison_model import (
        AspectRow,
        AspectValue,
        Comparison,
    )
    from inspector_app.session.time_format import TimeContext

_MAX_ROWS = 7
"""Rows that are seen without scrolling: the tree keeps its height."""

_MIN_ROWS = 2
"""Rows that are seen in the lowest window; the others scroll."""


class AspectTable(ComparisonTree):
    """As high as its rows, up to a limit, and lower where the window is low."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, name_table())
        self._theme = theme
        self._table = QStandardItemModel(0, 4, self)
        self.setModel(self._table)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.expanded.connect(self.updateGeometry)
        self.collapsed.connect(self.updateGeometry)

    def show_comparison(self, comparison: Comparison, view: TimeContext) -> None:
        """Show the aspects; times in the zone of ``view``."""
        self.clear()
        self._table.setHorizontalHeaderLabels(
            [translate("What matters"), "A", "B", translate("Difference")]
        )
        for row in comparison.differences:
            self._table.appendRow(self._build_row(row, view))
        same = comparison.same_rows
        if same:
            names = render_text(join_texts([row.aspect.label for row in same]))
            label = translate("Same in both ({count})", count=len(same))
            folded = self._build_item(f"{label}   {names}")
            self._table.appendRow(folded)
            for row in same:
                folded.appendRow(self._build_row(row, view))
            last = self._table.rowCount() - 1
            self.setFirstColumnSpanned(last, self.rootIndex(), True)  # noqa: FBT003  # Qt's own
        self.updateGeometry()

    def clear(self) -> None:
        """Show nothing: what was shown may name an organization."""
        self._table.removeRows(0, self._table.rowCount())

    def _build_row(self, row: AspectRow, view: TimeContext) -> list[QStandardItem]:
        label = self._build_item(render_text(row.aspect.label))
        short = render_text(build_short_form(row)) if row.is_different else ""
        if row.is_different:
            label.setIcon(self._theme.get_entry_icon("equal-not"))
        values = [self._build_value(row, value, view) for value in (row.a, row.b)]
        values[1].setData(row.is_different, CHANGED_ROLE)
        spoken = (label.text(), f"A: {values[0].text()}", f"B: {values[1].text()}", short)
        label.setData(join_facts(spoken), Qt.ItemDataRole.AccessibleTextRole)
        return [label, *values, self._build_item(short)]

    def _build_value(self, row: AspectRow, value: AspectValue, view: TimeContext) -> QStandardItem:
        item = self._build_item(render_text(format_value(value, view)))
        if row.aspect is Aspect.VERDICT:
            item.setIcon(get_severity_entry_icon(self._theme, value.severity))
        return item

    def _build_item(self, text: str) -> QStandardItem:
        item = QStandardItem(to_plain_text(text))
        item.setEditable(False)
        return item

    @qt_override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint whole rows alone: in a low window the table would end in half a one."""
        if options.rect.bottom() < self.viewport().height() or options.rect.top() <= 0:
            super().drawRow(painter, options, index)

    @qt_override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._compute_height(_MAX_ROWS))

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._compute_height(_MIN_ROWS))

    def _compute_height(self, rows: int) -> int:
        """The height of the head and of all rows, but not of more than so many."""
        model, px = self._table, self._theme.spacing.to_pixels
        shown = sum(
            1 + (model.rowCount(index) if self.isExpanded(index) else 0)
            for index in (model.index(row, 0) for row in range(model.rowCount()))
        )
        row_height = max(px(24), self.sizeHintForRow(0))
        head = self.header().sizeHint().height()
        return head + row_height * min(max(shown, 1), rows) + px(2)
