"""Dialog with a fixed width, as high as its content needs and its screen allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.screen_room import compute_height, keep_on_screen, limit_size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QLayoutItem


class FixedWidthDialog(QDialog):
    """Adapts its height to its content, which scrolls where the screen is too low.

    Qt makes a dialog as high as wrapped text needs at its preferred width, which cuts the text at
    any other. The last item of the layout, the row of buttons, stays below what scrolls.
    """

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._area: QScrollArea | None = None
        self._footer = QVBoxLayout()
        self._edge = QFrame(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_height()
        return super().eventFilter(watched, event)

    @qt_override
    def setVisible(self, is_visible: bool) -> None:  # noqa: FBT001  # Qt's own signature
        """Fit the content before it is shown: what is made later would be shown later, too."""
        layout = self.layout()
        if is_visible and self._area is None and layout is not None:
            self._move_into_scroll_area(layout)
        if is_visible:
            self._fit_height()
        super().setVisible(is_visible)

    def ensure_visible(self, widget: QWidget) -> None:
        """Scroll until a widget of the content can be seen."""
        if self._area is not None:
            # Else what was shown or hidden at the same moment is not in its place yet.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self._area.ensureWidgetVisible(widget)

    def _move_into_scroll_area(self, layout: QLayout) -> None:
        margins = layout.contentsMargins()
        footer = layout.takeAt(layout.count() - 1)
        content = QWidget(self)
        content.setLayout(layout)
        layout.setContentsMargins(margins)
        self._area = area = QScrollArea(self)
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        self._edge.setProperty("look", "edge")
        self._edge.setFixedHeight(1)
        outer.addWidget(self._edge)
        outer.addLayout(self._footer)
        above = margins.bottom() // 2
        self._footer.setContentsMargins(margins.left(), above, margins.right(), margins.bottom())
        if footer is not None:
            self._add_to_footer(footer)

    def _add_to_footer(self, item: QLayoutItem) -> None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            self._footer.addWidget(widget, 0, item.alignment())
        elif inner is not None:
            self._footer.addLayout(inner)

    def _fit_height(self) -> None:
        area = self._area
        content = None if area is None else area.widget()
        layout = None if content is None else content.layout()
        if area is None or content is None or layout is None:
            return
        width = limit_size(self, QSize(self._width, 0)).width()
        needed = compute_height(layout, width)
        content.setMinimumHeight(needed)
        height = needed + compute_height(self._footer, width)
        size = limit_size(self, QSize(width, height))
        # A bar that is there for a moment takes width, for want of which the text needs more
        # height, for want of which the bar stays.
        self._edge.setVisible(size.height() < height)  # where what scrolls is cut
        area.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if size.height() >= height
            else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.setFixedSize(size)
        if self.isVisible():  # before that, it is placed by who manages windows
            keep_on_screen(self)
