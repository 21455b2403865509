"""Reads the tokens of a text or a file in the background, for a queue."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.many.many_files import read_queue
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.session.credentials import Credentials
    from inspector_app.settings.environment import Environment


class ManyOpener(QObject):
    """``read`` carries the environment to ask in, the entries, and a name for what leaves."""

    read = Signal(object, object, str)

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        background: BackgroundExecutor,
        add_secrets: Callable[[Credentials], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._preferences = preferences
        self._background = background
        self._add_secrets = add_secrets
        self._job: Job[tuple[QueueEntry, ...] | Text] | None = None

    def open_file_dialog(self, chosen: Callable[[Path], None]) -> None:
        """Ask for a file with tokens; ``chosen`` is told of it."""
        dialog = QFileDialog(self._window, translate("Inspect the tokens of a file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: chosen(Path(file)))
        dialog.open()

    def read_tokens(self, source: str | Path) -> None:
        """Read every token of a text or a file, for the environment in use."""
        environment = self._preferences.current
        if environment is None:
            self._window.show_problem(
                translate("Add the environment that the users work in first.")
            )
            return
        self.discard_pending()
        self._window.show_note(translate("Looking for tokens…"))
        self._job = self._background.submit(
            Lane.FILES,
            partial(read_queue, source, self._add_secrets),
            partial(self._on_read, environment, source),
            self._on_failed,
        )

    def discard_pending(self) -> None:
        """Let go of a text that is being read."""
        if self._job is not None:
            self._job.discard()
            self._window.show_note("")
        self._job = None

    def _on_read(
        self,
        environment: Environment,
        source: str | Path,
        entries: tuple[QueueEntry, ...] | Text,
    ) -> None:
        self._job = None
        if isinstance(entries, Text):
            self._window.show_problem(render_text(entries))
            return
        self._window.show_note("")
        name = source.stem if isinstance(source, Path) else translate("inspected tokens")
        self.read.emit(environment, entries, name)

    def _on_failed(self) -> None:
        self._job = None
        self._window.show_problem(
            translate("Something in this app went wrong. Nothing was inspected.")
        )
