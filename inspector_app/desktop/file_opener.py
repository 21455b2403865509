"""Opens saved answers from the menu, a drop or the command line; errors leave the view as is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.plain_text import to_file_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.inspection_runner import InspectionRunner
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.translatable_text import Text


class FileOpener(QObject):
    """``opened`` carries the result shown from now on; ``ended`` follows success and failure."""

    opened = Signal(object)
    ended = Signal()

    def __init__(
        self,
        window: MainWindow,
        runner: InspectionRunner,
        background: BackgroundExecutor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._runner = runner
        self._background = background
        self._job: Job[InspectionResult | Text] | None = None

    def open_file_dialog(self) -> None:
        """Ask the user for a file and open it."""
        dialog = QFileDialog(self._window, translate("Open a saved answer"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                translate("Answers and exports (*.json *.txt *.har *.http)"),
                translate("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(lambda file: self.open(Path(file)))
        dialog.open()

    def open_dropped(self, files: Sequence[Path]) -> None:
        """Open the file dropped on the window; several files are refused."""
        if len(files) == 1:
            self.open(files[0])
        else:
            self._window.show_failure(translate("Drop one file at a time: nothing was opened."))

    def open(self, path: Path) -> None:
        """Show the answer in this file in place of what is shown now."""
        self.cancel()
        self._job = self._background.submit(
            Lane.FILES,
            partial(_read_saved_answer, path),
            partial(self._on_finished, path),
            partial(self._on_finished, path, None),
        )

    def cancel(self) -> None:
        """Discard the file that is being read."""
        if self._job is not None:
            self._job.discard()
        self._job = None

    def _on_finished(self, path: Path, result: InspectionResult | Text | None) -> None:
        from inspector_app.inspection.run_inspection import InspectionResult

        self._job = None
        if isinstance(result, InspectionResult):
            self._runner.cancel()
            self._window.result_view.show_result(result)
            self._window.show_note("")
            self.opened.emit(result)
        else:
            why = (
                translate("Something in this app went wrong.")
                if result is None
                else render_text(result)
            )
            self._window.show_failure(
                translate("“{file}” was not opened. {why}", file=to_file_name(path), why=why)
            )
        self.ended.emit()


def _read_saved_answer(path: Path) -> InspectionResult | Text:
    from inspector_app.inspection.saved_answer_opening import open_saved_answer
    from inspector_app.report.saved_answers.models import UnreadableFileError

    try:
        return open_saved_answer(path)
    except UnreadableFileError as problem:
        return problem.message
