"""Scroll area that is as high as its content, and scrolls only where it must shrink."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.spacing import measure_line
from inspector_app.desktop.widgets.screen_room import compute_height

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from inspector_app.desktop.theme.spacing import Spacing

_MAX_GAP: Final = 40
"""Pixels at 100 % that are left empty at most, so that nothing is cut through at the end."""

_EMPTY_BELOW: Final = 3
"""Pixels of a link or a line that have nothing of it: it looks whole without them."""


class AutoHeightScrollArea(QScrollArea):
    """As high as its content needs at this width, but may shrink to ``min_height``.

    That is in pixels at the reference font.

    Without it, wrapped text would be squeezed in a low window. What is shown before anybody scrolls
    ends where nothing is cut through.
    """

    def __init__(
        self,
        content: QWidget,
        spacing: Spacing,
        min_height: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._spacing = spacing
        self._min_height = min_height
        self._content_height = spacing.to_pixels(min_height)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    @qt_override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._content_height)

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._spacing.to_pixels(self._min_height), self._content_height))

    @qt_override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_height()  # what changed while it was hidden was not measured

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_height()

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._update_height()
        elif event.type() is QEvent.Type.Resize:  # nothing resizes it while it is being resized
            self._update_gap()
        return super().eventFilter(watched, event)

    def _update_height(self) -> None:
        layout = self._content.layout()
        if layout is None or not self._content.isVisible():
            return
        needed = compute_height(layout, self.contentsRect().width())
        # Qt goes by what is needed beside a bar, too: it would bring one and drop it in turns where
        # that is less, and keep one that was there where that is more.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.height() < needed:
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(policy)
        self._content.setMinimumHeight(compute_height(layout, self.viewport().width()))
        if needed != self._content_height:
            self._content_height = needed
            self.updateGeometry()
            return  # one of the two is resized now
        self._update_gap()

    def _update_gap(self) -> None:
        """Leave empty at the end what would be cut through there."""
        layout = self._content.layout()
        if layout is None or not self._content.isVisible():
            return
        gap = 0
        if self.height() < self._content_height:
            layout.activate()  # else what is below is where it was with another text
            gap = self.height() - self._find_end()
        if gap != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, gap)

    def _find_end(self) -> int:
        """The last place above the end where no line, button or picture is cut through."""
        end = self.height()
        least = end - self._spacing.to_pixels(_MAX_GAP)
        boxes = [
            (one.mapTo(self._content, QPoint()).y(), one)
            for one in self._content.findChildren(QWidget)
            if one.isVisible() and _is_whole(one)
        ]
        while end >= least:
            above = min((_end_above(end, top, one) for top, one in boxes), default=end)
            if above == end:
                break
            end = above
        return end if end >= max(least, 1) else self.height()


def _is_whole(widget: QWidget) -> bool:
    """Whether the widget is one thing to look at: has no parts, or a frame around them."""
    return widget.layout() is None or bool(widget.property("look"))


def _end_above(end: int, top: int, widget: QWidget) -> int:
    """Where to end so that this widget is not cut through: between two lines, or above it."""
    if end <= top or end >= top + widget.height() - _EMPTY_BELOW:
        return end
    if not isinstance(widget, QLabel) or not widget.wordWrap():
        return top
    edges, line = widget.contentsMargins(), measure_line(widget.font())
    lines = (widget.height() - edges.top() - edges.bottom()) // line
    first = top + edges.top() + (widget.height() - edges.top() - edges.bottom() - lines * line) // 2
    rest = (end - first) % line
    is_between = rest <= _EMPTY_BELOW or rest >= line - _EMPTY_BELOW
    return end if is_between else max(top, end - rest)
