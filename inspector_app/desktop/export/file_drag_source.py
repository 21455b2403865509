"""Drag source for the exported file, to be dropped into a mail or a ticket."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QDrag, QPainter, QPen, QTextOption
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.spacing import measure_line
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.plain_text import set_tooltip, to_plain_text
from inspector_app.desktop.widgets.reading_direction import align_leading, place_within
from inspector_app.session.translatable_text import Text
from inspector_app.system.atomic_file import WriteError
from inspector_app.system.temporary_file import PrivateTemporaryFile

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from inspector_app.desktop.theme.theme import Theme

_MAX_LINES: Final = 2


class FileDragSource(QWidget):
    """Shows the file's name; a mouse press writes a private temporary copy of the file.

    ``failed`` carries the message if that fails. ``clear_file`` deletes the copy.
    """

    failed = Signal(object)

    def __init__(self, theme: Theme, background: BackgroundExecutor, source: QWidget) -> None:
        """``source`` outlives each drag: the parent of this widget may close during one."""
        super().__init__()
        self._theme = theme
        self._background = background
        self._drag_owner = source
        self._name, self._data = "", b""
        self._file = PrivateTemporaryFile()
        self._path: Path | None = None
        self._job: Job[Path | Text] | None = None
        self._pressed_at: QPoint | None = None
        self._is_drag_pending = self._is_dragging = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.set_file("", b"")

    def set_file(self, name: str, data: bytes) -> None:
        """Set the file's name and content; an empty name disables dragging."""
        self._discard_copy()
        self._name, self._data = name, data
        words = translate(
            "Drag this file into a mail or a ticket. It is there until this window closes."
        )
        self.setEnabled(bool(name))
        self.setAccessibleName(to_plain_text(name))
        set_tooltip(self, words)
        self.update()

    def clear_file(self) -> None:
        """Cancel a running drag and delete the copy."""
        if self._is_dragging:
            QDrag.cancel()
        self.set_file("", b"")

    @qt_override
    def sizeHint(self) -> QSize:
        """Two lines high: names are longer than the column is wide."""
        px = self._theme.spacing.to_pixels
        height = _MAX_LINES * measure_line(self.font()) + px(14)
        return QSize(self.fontMetrics().horizontalAdvance(self._name) + px(80), height)

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.spacing.to_pixels(120), self.sizeHint().height())

    @qt_override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position().toPoint()
        if self._path is None and self._job is None:
            self._job = self._background.submit(
                Lane.FILES,
                partial(_write_copy, self._file, self._name, self._data),
                self._on_file_written,
            )

    @qt_override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._is_drag_pending = True
            self._schedule_drag()

    @qt_override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._pressed_at, self._is_drag_pending = None, False

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, colours = self._theme.spacing.to_pixels, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.border), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(6), px(6))
        middle, side = self.height() // 2, px(18)
        icon = self._theme.get_icon
        place = partial(place_within, self.layoutDirection(), self.rect())
        for name, start in (("grip-vertical", px(8)), ("file-text", px(30))):
            icon(name).paint(painter, place(QRect(start, middle - side // 2, side, side)))
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.muted))
        room = QRectF(place(self.rect().adjusted(px(56), 0, -px(10), 0)))
        lines = _create_text_option(self.layoutDirection())
        painter.drawText(room, _elide_name(to_plain_text(self._name), room, painter), lines)
        painter.end()

    def _on_file_written(self, result: Path | Text) -> None:
        self._job = None
        if isinstance(result, Text):
            self._pressed_at, self._is_drag_pending = None, False
            self.failed.emit(result)
            return
        self._path = result
        self._schedule_drag()

    def _schedule_drag(self) -> None:
        if self._is_drag_pending and self._path is not None:
            self._pressed_at, self._is_drag_pending = None, False
            # Not within an event of this widget: it may be deleted when the drag is over.
            QTimer.singleShot(0, self, partial(self._run_drag, self._path))

    def _run_drag(self, path: Path) -> None:
        """Blocks until the drag is over, while the window stays responsive."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        drag = QDrag(self._drag_owner)
        drag.setMimeData(data)
        self._is_dragging = True
        drag.exec(Qt.DropAction.CopyAction)
        self._is_dragging = False

    def _discard_copy(self) -> None:
        if self._job is not None:
            self._job.discard()
        if self._job is not None or self._path is not None:
            self._background.submit(Lane.FILES, self._file.remove)
        self._job = self._path = None
        self._pressed_at, self._is_drag_pending = None, False


def _create_text_option(
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QTextOption:
    """From where reading begins, vertically centred, wrapped at word boundaries where possible."""
    lines = QTextOption(align_leading(direction))
    lines.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return lines


def _elide_name(name: str, rect: QRectF, painter: QPainter) -> str:
    """Elide the name in the middle until it fits into the lines available."""
    metrics = painter.fontMetrics()
    width = _MAX_LINES * int(rect.width())
    while painter.boundingRect(rect, name, _create_text_option()).height() > rect.height():
        width -= metrics.averageCharWidth()
        name = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
    return name


def _write_copy(file: PrivateTemporaryFile, name: str, data: bytes) -> Path | Text:
    try:
        return file.write(name, data)
    except WriteError as problem:
        return problem.message
