"""Copies the selected rows of the answer to the clipboard in different formats.

Only ``copy_credential`` copies a credential; every other format redacts it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.actions import Do
from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.desktop.guards.screen_share import unmasked
from inspector_app.desktop.look.words import say, shown
from inspector_app.report import copying

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.actions import Actions
    from inspector_app.desktop.answer.result_view import ResultView
    from inspector_app.desktop.guards.clipboard import Clipboard
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.telling.outline import Node


class RowCopies(QObject):
    """``status_message`` carries a line about what was copied, or why nothing was."""

    said = Signal(str)

    def __init__(
        self,
        result: ResultView,
        background: Background,
        clipboard: Clipboard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._result = result
        self._background = background
        self._clipboard = clipboard
        self._job: Job[str] | None = None

    def connect_to(self, actions: Actions) -> None:
        """Connect the actions that copy rows."""
        handlers: dict[Do, Callable[[], object]] = {
            Do.COPY_VALUE: self.copy_value,
            Do.COPY_ROW: self.copy_rows,
            Do.COPY_SUBTREE: self.copy_subtree,
            Do.COPY_CREDENTIAL: self.copy_credential,
        }
        for do, form, done in (
            (Do.COPY_PATH, copying.format_path, say("Copied the path.")),
            (Do.COPY_NAME, copying.format_name, say("Copied the name of the field.")),
            (Do.COPY_POINTER, copying.format_pointer, say("Copied the JSON Pointer.")),
            (Do.COPY_QUERY, copying.format_query, say("Copied the JSONPath.")),
        ):
            handlers[do] = partial(self._copy, form, done)
        for do, told, done in (
            (Do.COPY_TIME, self._in_words, say("Copied the date and time.")),
            (Do.COPY_SECONDS, copying.format_epoch_seconds, say("Copied the epoch seconds.")),
            (
                Do.COPY_MILLISECONDS,
                copying.format_epoch_milliseconds,
                say("Copied the milliseconds."),
            ),
        ):
            handlers[do] = partial(self._copy_time, told, done)
        actions.connect_all(handlers)

    def copy_value(self) -> None:
        """Copy the selected row's value as it was sent; several rows as a table."""
        chosen = self._result.answer.all_chosen
        if len(chosen) > 1:
            self.copy_rows()
        elif chosen and not copying.has_value(chosen[0]):
            self.said.emit(say("This row has no value of its own. Copy it as JSON instead."))
        else:
            self._copy(copying.format_value, say("Copied the value."))

    def copy_rows(self) -> None:
        """Copy field, value and meaning of each selected row, in a form for spreadsheets."""
        chosen, outcome = self._result.answer.all_chosen, self._result.outcome
        if not chosen or outcome is None:
            return
        view = self._result.rows.outline_model.view
        table = partial(copying.format_rows, chosen, view, outcome.analyzed.credentials, shown)
        if len(chosen) == 1:
            self._copied(say("Copied the row."), table())
        else:
            self._copy_soon(table, say("Copied {count} rows.", count=len(chosen)))

    def copy_subtree(self) -> None:
        """Copy the selected row and everything below it as JSON."""
        node, outcome = self._one(), self._result.outcome
        if node is None or outcome is None or outcome.analyzed.document is None:
            return
        document, known = outcome.analyzed.document, outcome.analyzed.credentials
        self._copy_soon(
            partial(copying.format_subtree, node, document, known), say("Copied as JSON.")
        )

    def forget(self) -> None:
        """Cancel the copy that is being rendered."""
        if self._job is not None:
            self._job.drop()
        self._job = None

    def copy_credential(self) -> None:
        """Copy the session ID itself: the only action that copies a credential; it says so."""
        node, outcome = self._result.tree.chosen(), self._result.outcome
        if node is None or outcome is None or outcome.analyzed.document is None:
            return
        sent = unmasked(outcome).analyzed.document
        credential = None if sent is None else copying.find_credential(node, sent)
        if credential is not None:
            self._clipboard.copy_secret(credential)
            self.said.emit(say("Copied the session ID. Whoever has it has the user’s session."))

    def _one(self) -> Node | None:
        chosen = self._result.answer.all_chosen
        return chosen[0] if len(chosen) == 1 else None

    def _copy(self, form: Callable[[Node, Credentials], str], done: str) -> None:
        node, outcome = self._one(), self._result.outcome
        if node is not None and outcome is not None:
            self._copied(done, form(node, outcome.analyzed.credentials))

    def _copy_time(self, form: Callable[[float], str], done: str) -> None:
        node = self._one()
        seconds = None if node is None else copying.find_time(node)
        if seconds is None:
            self.said.emit(say("Select one row that holds a point in time."))
        else:
            self._copied(done, form(seconds))

    def _in_words(self, seconds: float) -> str:
        return copying.format_time(seconds, self._result.zone(), shown)

    def _copy_soon(self, form: Callable[[], str], done: str) -> None:
        self.forget()  # the last request wins
        self._job = self._background.submit(Lane.FILES, form, partial(self._copied, done))

    def _copied(self, done: str, text: str) -> None:
        self._clipboard.copy_text(text)
        self.said.emit(done)
