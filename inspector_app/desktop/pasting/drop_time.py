"""Learns the time of a drop on X11, by which a program of Qt's recognizes who asks for its data.

Source: the XDND specification, version 5 (XdndDrop, data.l[2]), and ``handleSelectionRequest`` of
Qt's XCB plugin, which looks for the drag by that time.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from inspector_app.desktop.qt_override import qt_override
from inspector_app.system.foreign_text import ForeignTextError


class _DropTimeFilter(QAbstractNativeEventFilter):
    """Sees the messages of the X server from a drag's entry to its drop, and in no other time."""

    def __init__(self) -> None:
        super().__init__()
        self.time = 0
        self.is_installed = False

    @qt_override
    def nativeEventFilter(
        self,
        _event_type: QByteArray | bytes | bytearray | memoryview,
        message: int,
    ) -> object:
        from inspector_app.system.x11_selection import find_drop_time  # needs X11

        self.time = find_drop_time(int(message)) or self.time
        return False, 0


@cache
def _create_filter() -> _DropTimeFilter:
    return _DropTimeFilter()


def watch_drag() -> None:
    """Look out for the drop of the drag that has just entered; X11 alone."""
    seen = _create_filter()
    application = QCoreApplication.instance()
    if application is None or seen.is_installed:
        return
    try:
        from inspector_app.system import x11_selection

        x11_selection.get_drop_atom()
    except ForeignTextError:
        return
    seen.time = 0
    application.installNativeEventFilter(seen)
    seen.is_installed = True


def take_drop_time() -> int:
    """The time of the drop on the X server's clock; 0 where it is not known."""
    seen = _create_filter()
    application = QCoreApplication.instance()
    if application is not None and seen.is_installed:
        application.removeNativeEventFilter(seen)
    seen.is_installed = False
    return seen.time
