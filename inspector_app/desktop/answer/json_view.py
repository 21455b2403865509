"""Page that shows the answer as text: highlighted JSON with credentials masked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.desktop.answer.json_colours import JsonColours
from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.desktop.export.copy_menu import ABOUT_A_MEMBER, copy_menu, fill, fitting
from inspector_app.desktop.look.long_text import LongText
from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import one_after_another, say
from inspector_app.report import copying
from inspector_app.report.json_page import JsonPage, build_json_page
from inspector_app.report.json_place import find_member_ordinals, resolve_path
from inspector_app.session.exchange import Exchange

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from inspector_app.desktop.actions import Actions, Do
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.session.examination import AnalyzedAnswer
    from inspector_app.session.telling.outline import Node


class JsonView(QWidget):
    """Renders its text on a worker thread when first shown, and displays it in chunks."""

    def __init__(
        self,
        appearance: Appearance,
        actions: Actions,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._examination: AnalyzedAnswer | None = None
        self._job: Job[JsonPage] | None = None
        self._page = JsonPage("")
        self._size = 0
        self._actions = actions
        self._line = 0
        self.note = PlainLabel()
        self.note.setProperty("look", "soft")
        self.note.hide()
        self.text = LongText(appearance)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(say("The answer as text"))
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._offer_menu)
        self._colours = JsonColours(appearance, self.text.document())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.rhythm.px(8))
        layout.addWidget(self.note)
        layout.addWidget(self.text, 1)
        appearance.changed.connect(self._recolour)

    @property
    def is_complete(self) -> bool:
        """Whether the whole text is displayed."""
        return self._job is None and self.text.is_complete

    def look_at(self, examination: AnalyzedAnswer) -> None:
        """Show this answer; does nothing where it is shown already."""
        if examination is self._examination:
            return
        self.forget()
        self._examination = examination
        answer = examination.call_result
        self._size = len(answer.body) if isinstance(answer, Exchange) else 0
        self.note.setText(say("Writing the text…"))
        self.note.show()
        self._job = self._background.submit(
            Lane.FILES, partial(build_json_page, examination), self._made, self._broke
        )

    def forget(self) -> None:
        """Drop the shown answer and cancel its job."""
        if self._job is not None:
            self._job.drop()
        self._job = self._examination = None
        self._page = JsonPage("")
        self._begin()

    def all_chosen(self) -> tuple[Node, ...]:
        """The JSON member over which the context menu was opened last, as a node."""
        document = None if self._examination is None else self._examination.document
        if self._examination is None or document is None or not self._page.text:
            return ()
        lines = self._page.text.split("\n")
        path = resolve_path(
            document.root, find_member_ordinals(lines, min(self._line, len(lines) - 1))
        )
        return (copying.build_member_node(path, document, self._examination.credentials),)

    def stop(self) -> None:
        """Stop the timer of the text view, because the window is closing."""
        self.text.stop()

    def _made(self, page: JsonPage) -> None:
        self._job = None
        self._page = page
        words = self._words()
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self._begin()

    def _broke(self) -> None:
        self._job = None
        self.note.setText(say("The text could not be written. The tree shows the answer."))

    def _words(self) -> str:
        page, parts = self._page, []
        if not page.is_json:
            parts.append(say("This is not JSON. It is shown as it came, credentials masked."))
        if not page.is_complete:
            left_out = say(
                "The first {shown} characters are shown; the rest is left out.",
                shown=f"{len(page.text):,}",
            )
            parts.append(left_out)
            if self._size:  # not known of a redacted answer
                parts.append(say("The answer has {bytes} bytes.", bytes=f"{self._size:,}"))
        return one_after_another(parts)

    def _begin(self) -> None:
        self._line = 0
        self._colours.is_json = self._page.is_json
        self.text.show_text(self._page.text)

    def _offer_menu(self, where: QPoint) -> None:
        """Offer copies of the selection, and of the member in the line under the mouse."""
        cursor = self.text.textCursor()
        if not cursor.hasSelection():
            cursor = self.text.cursorForPosition(where)
            self.text.setTextCursor(cursor)
        self._line = self.text.cursorForPosition(where).blockNumber()
        menu = copy_menu(self)
        selected = menu.addAction(say("Copy what is selected"))
        selected.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        selected.setEnabled(cursor.hasSelection())
        selected.triggered.connect(self.text.copy)
        menu.addSeparator()
        fill(menu, fitting(self.all_chosen(), ABOUT_A_MEMBER), partial(self._unkeyed, menu))
        menu.addSeparator()
        menu.addAction(say("Select all")).triggered.connect(self.text.selectAll)
        menu.popup(self.text.viewport().mapToGlobal(where))

    def _unkeyed(self, menu: QMenu, do: Do) -> QAction:
        """An action without its shortcut, whose keys copy the selection in this view."""
        entry = QAction(self._actions[do].text(), menu)
        entry.triggered.connect(self._actions[do].trigger)
        return entry

    def _recolour(self) -> None:
        """Show all lines again, in chunks: highlighting a long text at once would block the UI."""
        self._colours.recolour()
        self._begin()
