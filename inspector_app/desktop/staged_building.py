"""Builds in steps, between which the window takes events, what its first paint does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QWindow

_OF_PEOPLE: Final = frozenset(
    {
        QEvent.Type.Close,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
        QEvent.Type.FileOpen,
        QEvent.Type.InputMethod,
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Quit,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)
"""What somebody does, or the system in their name: what it is meant for must be there."""


class StagedBuilding(QObject):
    """Takes one step after the other; as soon as somebody does something, all that are left."""

    def __init__(
        self,
        steps: Iterator[None],
        application: QCoreApplication,
        on_failed: Callable[[Exception], object],
        parent: QObject,
    ) -> None:
        """``steps`` builds up to its next ``yield`` at each turn; it may run an event loop.

        ``on_failed`` is called with what it raises, and nothing more is built.
        """
        super().__init__(parent)
        self._steps = steps
        self._application = application
        self._on_failed = on_failed
        self._watched: list[QObject] = []
        self._is_stepping = self._is_ended = self._is_whole = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take_step)

    def watch(self, window: QWindow) -> None:
        """Hear what somebody does in it: before the first paint they have nothing else."""
        self._watched = [window]
        window.installEventFilter(self)

    @Slot()
    def start(self) -> None:
        """Begin, unless all is built, and hear what somebody does anywhere.

        Not before: each event of each widget on its way to the first paint would come by here.
        """
        if not self._is_ended:
            self._watched.append(self._application)
            self._application.installEventFilter(self)
            self._timer.start()

    def finish(self) -> bool:
        """Build what is left now.

        Returns:
            Whether all is there. It is not if a step failed, or is being taken at the moment.
        """
        while not (self._is_ended or self._is_stepping):
            self._take_step()
        return self._is_whole

    def stop(self) -> None:
        """Take no further step."""
        self._is_ended = True
        self._timer.stop()
        self._hear_nothing()

    @qt_override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _OF_PEOPLE:
            self.finish()
        return False

    @Slot()
    def _take_step(self) -> None:
        if self._is_stepping:
            return
        self._is_stepping = True
        # Each step sends thousands of events, and none of them could finish what is being done.
        self._hear_nothing()
        try:
            next(self._steps)
        except StopIteration:
            self._is_whole = True
            self.stop()
        except Exception as error:  # noqa: BLE001  # whatever it is, half an app is none
            self.stop()
            self._on_failed(error)
        finally:
            self._is_stepping = False
            if not self._is_ended:
                for one in self._watched:
                    one.installEventFilter(self)

    def _hear_nothing(self) -> None:
        for one in self._watched:
            one.removeEventFilter(self)
