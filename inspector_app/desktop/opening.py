"""Opens saved answers from the menu, a drop or the command line; errors leave the view as is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from inspector_app.desktop.answer.exchange_words import exchange_words
from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.desktop.look.words import say, shown
from inspector_app.inspecting.opening import open_saved_answer
from inspector_app.inspecting.order import InspectionResult
from inspector_app.report.saved_answers.saved import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.inspector import Inspector
    from inspector_app.desktop.window import Window
    from inspector_app.session.wording import Text


class Opening(QObject):
    """``opened`` carries the result shown from now on; ``ended`` follows success and failure."""

    opened = Signal(object)
    ended = Signal()

    def __init__(
        self,
        window: Window,
        inspector: Inspector,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._inspector = inspector
        self._background = background
        self._job: Job[InspectionResult | Text] | None = None

    def ask(self) -> None:
        """Ask the user for a file and open it."""
        dialog = QFileDialog(self._window, say("Open a saved answer"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [say("Answers and exports (*.json *.txt *.har *.http)"), say("All files (*)")]
        )
        dialog.fileSelected.connect(lambda file: self.open(Path(file)))
        dialog.open()

    def open_dropped(self, files: Sequence[Path]) -> None:
        """Open the file dropped on the window; several files are refused."""
        if len(files) == 1:
            self.open(files[0])
        else:
            self._window.show_note(say("Drop one file at a time: nothing was opened."))

    def open(self, path: Path) -> None:
        """Show the answer in this file in place of what is shown now."""
        self.drop()
        self._job = self._background.submit(
            Lane.FILES,
            partial(_read, path),
            partial(self._finish, path.name),
            partial(self._finish, path.name, None),
        )

    def drop(self) -> None:
        """Discard the file that is being read."""
        if self._job is not None:
            self._job.drop()
        self._job = None

    def _finish(self, file_name: str, result: InspectionResult | Text | None) -> None:
        self._job = None
        if isinstance(result, InspectionResult):
            self._inspector.cancel()
            self._window.result.show_outcome(result)
            self._window.show_note("")
            self._window.show_exchange(exchange_words(result))
            self.opened.emit(result)
        else:
            why = say("Something in this app went wrong.") if result is None else shown(result)
            self._window.show_note(say("“{file}” was not opened. {why}", file=file_name, why=why))
        self.ended.emit()


def _read(path: Path) -> InspectionResult | Text:
    try:
        return open_saved_answer(path)
    except UnreadableFileError as problem:
        return problem.message
