"""Keeps one page alone in the place of the answer: the answer itself, or the page shown last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot

from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class AnswerPlace(QObject):
    """Has the others make room as soon as a page is shown, whoever shows it."""

    def __init__(self, answer: QWidget) -> None:
        super().__init__(answer)
        self._answer = answer
        self._pages: dict[QWidget, Callable[[], object]] = {}

    def add_page(self, page: QWidget, make_room: Callable[[], object]) -> None:
        """Add a page; ``make_room`` puts it away and shows the answer."""
        self._pages[page] = make_room
        page.installEventFilter(self)

    @Slot()
    def show_answer(self) -> None:
        """Show the answer, and no page in its place."""
        self._put_away_all_but(None)

    @qt_override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShowToParent:
            self._put_away_all_but(watched)
            self._answer.hide()
        return super().eventFilter(watched, event)

    def _put_away_all_but(self, shown: QObject | None) -> None:
        for page, make_room in self._pages.items():
            if page is not shown and not page.isHidden():
                make_room()
