"""Copies the selected rows of the answer to the clipboard in different formats.

Only ``copy_credential`` copies a credential; every other format redacts it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.actions import ActionCollection
    from inspector_app.desktop.answer.result_view import ResultView
    from inspector_app.desktop.clipboard import Clipboard
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.presentation.outline import Node


class RowCopier(QObject):
    """``status_message`` carries a line about what was copied, or why nothing was."""

    status_message = Signal(str)

    def __init__(
        self,
        result_view: ResultView,
        background: BackgroundExecutor,
        clipboard: Clipboard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._result_view = result_view
        self._background = background
        self._clipboard = clipboard
        self._job: Job[str | Text] | None = None

    def connect_actions(self, actions: ActionCollection) -> None:
        """Connect the actions that copy rows."""
        handlers: dict[ActionId, Callable[[], object]] = {
            ActionId.COPY_VALUE: self.copy_value,
            ActionId.COPY_PATH: self.copy_path,
            ActionId.COPY_NAME: self.copy_name,
            ActionId.COPY_POINTER: self.copy_pointer,
            ActionId.COPY_QUERY: self.copy_query,
            ActionId.COPY_TIME: self.copy_time,
            ActionId.COPY_SECONDS: self.copy_seconds,
            ActionId.COPY_MILLISECONDS: self.copy_milliseconds,
            ActionId.COPY_ROW: self.copy_rows,
            ActionId.COPY_SUBTREE: self.copy_subtree,
            ActionId.COPY_CREDENTIAL: self.copy_credential,
        }
        actions.connect_all(handlers)

    def copy_path(self) -> None:
        """Copy the path to the selected row."""
        from inspector_app.report.clipboard_text import format_path

        self._copy_single(format_path, translate("Copied the path."))

    def copy_name(self) -> None:
        """Copy the name of the selected row's field."""
        from inspector_app.report.clipboard_text import format_name

        self._copy_single(format_name, translate("Copied the name of the field."))

    def copy_pointer(self) -> None:
        """Copy the JSON Pointer to the selected row."""
        from inspector_app.report.clipboard_text import format_pointer

        self._copy_single(format_pointer, translate("Copied the JSON Pointer."))

    def copy_query(self) -> None:
        """Copy the JSONPath to the selected row."""
        from inspector_app.report.clipboard_text import format_query

        self._copy_single(format_query, translate("Copied the JSONPath."))

    def copy_time(self) -> None:
        """Copy the selected row's date and time, in the zone that is shown."""
        self._copy_time(self._format_time, translate("Copied the date and time."))

    def copy_seconds(self) -> None:
        """Copy the selected row's time in epoch seconds."""
        from inspector_app.report.clipboard_text import format_epoch_seconds

        self._copy_time(format_epoch_seconds, translate("Copied the epoch seconds."))

    def copy_milliseconds(self) -> None:
        """Copy the selected row's time in epoch milliseconds."""
        from inspector_app.report.clipboard_text import format_epoch_milliseconds

        self._copy_time(format_epoch_milliseconds, translate("Copied the milliseconds."))

    def copy_value(self) -> None:
        """Copy the selected row's value as it was sent; several rows as a table."""
        from inspector_app.report import clipboard_text

        chosen = self._result_view.answer_pages.selected_nodes
        if len(chosen) > 1:
            self.copy_rows()
        elif chosen and not clipboard_text.has_value(chosen[0]):
            self.status_message.emit(
                translate("This row has no value of its own. Copy it as JSON instead.")
            )
        else:
            self._copy_single(clipboard_text.format_value, translate("Copied the value."))

    def copy_rows(self) -> None:
        """Copy field, value and meaning of each selected row, in a form for spreadsheets."""
        from inspector_app.report import clipboard_text

        chosen, result = self._result_view.answer_pages.selected_nodes, self._result_view.result
        if not chosen or result is None:
            return
        view = self._result_view.current_tree_view.outline_model.time_context
        table = partial(
            clipboard_text.format_rows, chosen, view, result.analyzed.credentials, render_text
        )
        if len(chosen) == 1:
            self._on_rendered(translate("Copied the row."), table())
        else:
            self._start_copying(table, translate("Copied {count} rows.", count=len(chosen)))

    def copy_subtree(self) -> None:
        """Copy the selected row and everything below it as JSON."""
        from inspector_app.report import clipboard_text

        node, result = self._get_single_node(), self._result_view.result
        document = None if result is None else result.analyzed.build_whole_document()
        if node is None or result is None or document is None:
            return
        known = result.analyzed.credentials
        self._start_copying(
            partial(clipboard_text.format_subtree, node, document, known),
            translate("Copied as JSON."),
        )

    def discard_pending(self) -> None:
        """Cancel the copy that is being rendered."""
        if self._job is not None:
            self._job.discard()
        self._job = None

    def copy_credential(self) -> None:
        """Copy the session ID itself: the only action that copies a credential; it says so."""
        from inspector_app.inspection.masked_result import unmask_result
        from inspector_app.report import clipboard_text

        node, result = self._result_view.tree_view.get_current_node(), self._result_view.result
        if node is None or result is None or result.analyzed.document is None:
            return
        sent = unmask_result(result).analyzed.build_whole_document()
        credential = None if sent is None else clipboard_text.find_credential(node, sent)
        if credential is not None:
            self._clipboard.copy_secret(credential)
            self.status_message.emit(
                translate("Copied the session ID. Whoever has it has the user’s session.")
            )

    def _get_single_node(self) -> Node | None:
        chosen = self._result_view.answer_pages.selected_nodes
        return chosen[0] if len(chosen) == 1 else None

    def _copy_single(self, render: Callable[[Node, Credentials], str], message: str) -> None:
        node, result = self._get_single_node(), self._result_view.result
        if node is not None and result is not None:
            self._on_rendered(message, render(node, result.analyzed.credentials))

    def _copy_time(self, render: Callable[[float], str], message: str) -> None:
        from inspector_app.report import clipboard_text

        node = self._get_single_node()
        seconds = None if node is None else clipboard_text.find_time(node)
        if seconds is None:
            self.status_message.emit(translate("Select one row that holds a point in time."))
        else:
            self._on_rendered(message, render(seconds))

    def _format_time(self, seconds: float) -> str:
        from inspector_app.report import clipboard_text

        return clipboard_text.format_time(seconds, self._result_view.get_zone(), render_text)

    def _start_copying(self, render: Callable[[], str], message: str) -> None:
        from inspector_app.inspection.report_making import make_in_time

        self.discard_pending()  # the last request wins
        self._job = self._background.submit(
            Lane.FILES, partial(make_in_time, render), partial(self._on_rendered, message)
        )

    def _on_rendered(self, message: str, text: str | Text) -> None:
        if isinstance(text, Text):
            self.status_message.emit(render_text(text))
            return
        self._clipboard.copy_text(text)
        self.status_message.emit(message)
