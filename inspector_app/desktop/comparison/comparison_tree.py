"""The tree and the table of a comparison: four columns, the values side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from inspector_app.desktop.comparison.tinted_delegate import TintedDelegate
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.row_focus import draw_row_focus
from inspector_app.desktop.widgets.tree_chevron import draw_chevron

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from inspector_app.desktop.comparison.compared_model import AnyIndex
    from inspector_app.desktop.theme.theme import Theme

_SHARES: Final = (0.24, 0.26, 0.25)
"""Of the width, for all columns but the last, which takes the rest: A and B line up everywhere."""

_MAX_EXPANDED: Final = 50


class ComparisonTree(QTreeView):
    """Rows of 24 px without editing; both trees of a comparison have the same columns."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._to_pixels = theme.spacing.to_pixels
        self.setItemDelegate(TintedDelegate(theme, self))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(self._to_pixels(18))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        header = self.header()
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def expand_groups(self, folded: frozenset[int] = frozenset()) -> None:
        """Expand the groups, but for those in the rows that begin folded."""
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if row not in folded and model.rowCount(index) <= _MAX_EXPANDED:
                self.expand(index)
        self.scrollToTop()

    def expand_changed(self) -> None:
        """Expand all that the open groups hold; for few rows only."""
        model = self.model()
        waiting = [
            index
            for index in (model.index(row, 0) for row in range(model.rowCount()))
            if self.isExpanded(index)
        ]
        while waiting:
            parent = waiting.pop()
            self.expand(parent)
            waiting += (model.index(row, 0, parent) for row in range(model.rowCount(parent)))

    @qt_override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().drawRow(painter, options, index)
        draw_row_focus(self, self._theme, painter, options, index)

    @qt_override
    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        draw_chevron(self, self._theme, painter, rect, index)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Asterisk:
            self.expand(self.currentIndex())  # everything below may be 100,000 rows
            return
        super().keyPressEvent(event)

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.verticalScrollBar().sizeHint().width()
        width = self.contentsRect().width() - bar  # whether this one scrolls or the other
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, round(width * share))


def name_tree() -> str:
    """What the tree is called by readers."""
    return translate("The fields of both answers")


def name_table() -> str:
    """What the table is called by readers."""
    return translate("What matters")
