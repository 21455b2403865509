"""What the person takes out of the window: copies, the report, the export.

The credential leaves by the one action that says so, and by no other.
"""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.screen_share import unmasked
from inspector_app.desktop.words import say, shown
from inspector_app.report import copying, json_report, text_report
from inspector_app.report.credential_scan import CredentialFound
from inspector_app.report.material import Material
from inspector_app.report.redaction import Level, Redaction
from inspector_app.session.wording import Text, tr
from inspector_app.system import file_names, whole_file
from inspector_app.system.installation_key import installation_key
from inspector_app.system.whole_file import WriteProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.clipboard import Clipboard
    from inspector_app.desktop.order import Inspected
    from inspector_app.desktop.result_view import ResultView
    from inspector_app.session.outline import Node
    from inspector_app.system.paths import Directories

_STILL_IN = tr("Nothing left the app: the credential was still in it. Please report this mistake.")


class Sharing(QObject):
    """``said`` brings a line about what was done, or why it was not."""

    said = Signal(str)

    def __init__(
        self,
        result: ResultView,
        places: Directories,
        background: Background,
        clipboard: Clipboard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._result = result
        self._places = places
        self._background = background
        self._key = b""

    def copy_value(self) -> None:
        """The selected row's value as it was sent."""
        self._copy_row(copying.value, say("Copied the value."))

    def copy_path(self) -> None:
        """The way to the selected row."""
        self._copy_row(copying.path, say("Copied the path."))

    def copy_row(self) -> None:
        """Field, value and meaning of the selected row."""
        view = self._result.rows.outline_model.view

        def row(node: Node, credentials: tuple[str, ...]) -> str:
            return copying.row(node, view, credentials, shown)

        self._copy_row(row, say("Copied the row."))

    def copy_subtree(self) -> None:
        """The selected row and everything below it as JSON."""
        node, outcome = self._result.tree.chosen(), self._result.outcome
        if node is None or outcome is None or outcome.examination.document is None:
            return
        document, known = outcome.examination.document, outcome.examination.credentials
        self._background.submit(
            Lane.FILES,
            partial(copying.subtree, node, document, known),
            partial(self._copied, say("Copied as JSON.")),
        )

    def copy_credential(self) -> None:
        """The session ID itself: the one action that lets a credential out, and says so."""
        node, outcome = self._result.tree.chosen(), self._result.outcome
        if node is None or outcome is None or outcome.examination.document is None:
            return
        sent = unmasked(outcome).examination.document
        credential = None if sent is None else copying.credential(node, sent)
        if credential is not None:
            self._clipboard.copy_secret(credential)
            self.said.emit(say("Copied the session ID. Whoever has it has the user’s session."))

    def copy_report(self) -> None:
        """The report for a ticket, without secrets and personal data."""
        outcome = self._result.outcome
        if outcome is not None:
            done = say("Copied the report, without secrets and personal data.")
            self._background.submit(
                Lane.FILES, partial(self.report, outcome), partial(self._copied, done)
            )

    def export(self) -> None:
        """Ask where to, then write the answer as JSON."""
        outcome = self._result.outcome
        if outcome is None:
            return
        without = say("JSON without personal data (*.json)")
        dialog = QFileDialog(self._result.window(), say("Export the answer"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([without, say("JSON with personal data (*.json)")])
        dialog.setDefaultSuffix("json")
        stamp = time.strftime("%Y-%m-%d %H.%M", time.localtime())
        dialog.selectFile(
            file_names.suggested(f"session {outcome.environment.name} {stamp}", ".json")
        )

        def chosen(file: str) -> None:
            level = Level.PERSONAL if dialog.selectedNameFilter() == without else Level.SECRETS
            self.export_to(Path(file), level)

        dialog.fileSelected.connect(chosen)
        dialog.open()

    def export_to(self, path: Path, level: Level) -> None:
        """Write the answer that is shown to this file, whole or not at all."""
        outcome = self._result.outcome
        if outcome is not None:
            self._background.submit(
                Lane.FILES, partial(self._written, outcome, path, level), self._told
            )

    def _copy_row(self, form: Callable[[Node, tuple[str, ...]], str], done: str) -> None:
        node, outcome = self._result.rows.chosen(), self._result.outcome
        if node is not None and outcome is not None:
            self._copied(done, form(node, outcome.examination.credentials))

    def _copied(self, done: str, text: str | Text) -> None:
        if isinstance(text, Text):
            self.said.emit(shown(text))
        else:
            self._clipboard.copy_text(text)
            self.said.emit(done)

    def _told(self, words: Text) -> None:
        self.said.emit(shown(words))

    # --- on a worker thread

    def _material(self, outcome: Inspected, level: Level) -> Material:
        self._key = self._key or installation_key(self._places.state)
        outcome = unmasked(outcome)  # the report redacts by itself
        return Material(
            environment=outcome.environment.name,
            examination=outcome.examination,
            now=time.time(),
            redaction=Redaction(self._key, level, outcome.examination.credentials),
            expected_organization=self._result.expected_organization,
            token=outcome.token,
            earlier=outcome.earlier,
        )

    def report(self, outcome: Inspected) -> str | Text:
        """The report for a ticket, or why there is none; blocks."""
        try:
            return text_report.report(self._material(outcome, Level.PERSONAL), shown)
        except CredentialFound:
            return _STILL_IN

    def _written(self, outcome: Inspected, path: Path, level: Level) -> Text:
        try:
            whole_file.write(path, json_report.export(self._material(outcome, level)))
        except CredentialFound:
            return _STILL_IN
        except WriteProblem as problem:
            return problem.words
        if level is Level.PERSONAL:
            return tr("Exported to {file}, without secrets and personal data.", file=path.name)
        return tr("Exported to {file}, without secrets.", file=path.name)
