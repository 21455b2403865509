"""Page that shows the answer as text: highlighted JSON with credentials masked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.desktop.answer.copy_menu import (
    MEMBER_ACTIONS,
    fill_copy_menu,
    filter_actions,
)
from inspector_app.desktop.answer.json_highlighter import JsonHighlighter
from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import join_sentences, translate
from inspector_app.desktop.widgets.chunked_text_view import ChunkedTextView
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.menu import create_context_menu

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from inspector_app.desktop.actions import ActionCollection, ActionId
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.report.json_page import JsonPage
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.presentation.outline import Node


class JsonView(QWidget):
    """Renders its text on a worker thread when first shown, and displays it in chunks."""

    page_shown = Signal()
    """Emitted when another text is shown, or none."""

    def __init__(
        self,
        theme: Theme,
        actions: ActionCollection,
        background: BackgroundExecutor,
    ) -> None:
        from inspector_app.report.json_page import JsonPage

        super().__init__()
        self._background = background
        self._analyzed: AnalyzedAnswer | None = None
        self._job: Job[JsonPage] | None = None
        self._page = JsonPage("")
        self._body_size = 0
        self._actions = actions
        self._clicked_line = 0
        self.note_label = PlainLabel()
        self.note_label.setProperty("look", "soft")
        self.note_label.hide()
        self.text_view = ChunkedTextView(theme)
        follow_text_colour(self.text_view, theme)
        self.text_view.setFrameShape(QFrame.Shape.NoFrame)
        self.text_view.setAccessibleName(translate("The answer as text"))
        self.text_view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text_view.customContextMenuRequested.connect(self._show_context_menu)
        self._highlighter = JsonHighlighter(theme, self.text_view.document())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.spacing.to_pixels(8))
        layout.addWidget(self.note_label)
        layout.addWidget(self.text_view, 1)
        theme.changed.connect(self._update_colours)

    @property
    def text(self) -> str:
        """The text that is shown, credentials masked."""
        return self._page.text

    @property
    def is_complete(self) -> bool:
        """Whether the whole text is displayed."""
        return self._job is None and self.text_view.is_complete

    def show_answer(self, analyzed: AnalyzedAnswer) -> None:
        """Show this answer; does nothing where it is shown already."""
        from inspector_app.report.json_page import build_json_page
        from inspector_app.session.exchange import Exchange

        if analyzed is self._analyzed:
            return
        self.discard_answer()
        self._analyzed = analyzed
        answer = analyzed.call_result
        self._body_size = len(answer.body) if isinstance(answer, Exchange) else 0
        self.note_label.setText(translate("Writing the text…"))
        self.note_label.show()
        self._job = self._background.submit(
            Lane.FILES,
            partial(build_json_page, analyzed),
            self._on_page_rendered,
            self._on_page_failed,
        )

    def discard_answer(self) -> None:
        """Drop the shown answer and cancel its job."""
        from inspector_app.report.json_page import JsonPage

        if self._job is not None:
            self._job.discard()
        self._job = self._analyzed = None
        self._page = JsonPage("")
        self._show_page()

    def get_selected_nodes(self) -> tuple[Node, ...]:
        """The JSON member over which the context menu was opened last, as a node."""
        from inspector_app.report import clipboard_text
        from inspector_app.report.json_line_path import find_member_ordinals, resolve_path

        document = None if self._analyzed is None else self._analyzed.document
        if self._analyzed is None or document is None or not self._page.text:
            return ()
        lines = self._page.text.split("\n")
        path = resolve_path(
            document.root, find_member_ordinals(lines, min(self._clicked_line, len(lines) - 1))
        )
        return (clipboard_text.build_member_node(path, document, self._analyzed.credentials),)

    def _on_page_rendered(self, page: JsonPage) -> None:
        self._job = None
        self._page = page
        words = self._format_note()
        self.note_label.setText(words)
        self.note_label.setVisible(bool(words))
        self._show_page()

    def _on_page_failed(self) -> None:
        self._job = None
        self.note_label.setText(
            translate("The text could not be written. The tree shows the answer.")
        )

    def _format_note(self) -> str:
        page, parts = self._page, []
        if not page.is_json:
            parts.append(translate("This is not JSON. It is shown as it came, credentials masked."))
        if not page.is_complete:
            left_out = translate(
                "The first {shown} characters are shown; the rest is left out.",
                shown=f"{len(page.text):,}",
            )
            parts.append(left_out)
            if self._body_size:  # not known of a redacted answer
                parts.append(
                    translate("The answer has {bytes} bytes.", bytes=f"{self._body_size:,}")
                )
        return join_sentences(parts)

    def _show_page(self) -> None:
        self._clicked_line = 0
        self._highlighter.is_json = self._page.is_json
        self.text_view.show_text(self._page.text)
        self.page_shown.emit()

    def _show_context_menu(self, position: QPoint) -> None:
        """Offer copies of the selection, and of the member in the line under the mouse."""
        self._clicked_line = self.text_view.cursorForPosition(position).blockNumber()
        menu = create_context_menu(self)
        selected = menu.addAction(translate("Copy what is selected"))
        selected.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        selected.setEnabled(self.text_view.textCursor().hasSelection())
        selected.triggered.connect(self.text_view.copy)
        menu.addSeparator()
        fill_copy_menu(
            menu,
            filter_actions(self.get_selected_nodes(), MEMBER_ACTIONS),
            partial(self._create_action_without_shortcut, menu),
        )
        menu.addSeparator()
        menu.addAction(translate("Select all")).triggered.connect(self.text_view.selectAll)
        menu.open_at(self.text_view.viewport().mapToGlobal(position))

    def _create_action_without_shortcut(self, menu: QMenu, action_id: ActionId) -> QAction:
        """An action without its shortcut, whose keys copy the selection in this view."""
        entry = QAction(self._actions[action_id].text(), menu)
        entry.triggered.connect(self._actions[action_id].trigger)
        return entry

    def _update_colours(self) -> None:
        """Show all lines again, in chunks: highlighting a long text at once would block the UI."""
        self._highlighter.update_colours()
        self._show_page()
