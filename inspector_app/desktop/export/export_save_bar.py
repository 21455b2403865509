"""Saves an export to a file: path dialog, overwrite confirmation and error messages."""

from __future__ import annotations

import sys
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.plain_text import to_file_name
from inspector_app.desktop.widgets.style_property import set_style_property
from inspector_app.session.translatable_text import Text, tr
from inspector_app.system import atomic_file
from inspector_app.system.atomic_file import WriteError

if TYPE_CHECKING:
    from inspector_app.desktop.export.export_renderer import RenderedExport
    from inspector_app.desktop.theme.theme import Theme


class OverwritePolicy(Enum):
    """Whether an existing file is kept or replaced."""

    KEEP = "keep"
    REPLACE = "replace"


class _SaveResult(Enum):
    SAVED = "saved"
    EXISTS = "exists"


_PLATFORMS_WITH_OVERWRITE_PROMPT: Final = ("darwin",)
"""Platforms whose native file dialog always confirms overwriting."""


class ExportSaveBar(QWidget):
    """Message bar below the preview; ``saved`` carries the file's path.

    Qt's own overwrite confirmation blocks its caller; this one is closed together with the dialog
    at any moment.
    """

    saved = Signal(object)

    def __init__(self, theme: Theme, background: BackgroundExecutor) -> None:
        super().__init__()
        self._background = background
        self._rendered: RenderedExport | None = None
        self._name_filter = ""
        self._path = Path()
        self.label = PlainLabel()
        self.replace_button = Button(theme, text=translate("Replace it"))
        self.replace_button.clicked.connect(self._replace_file)
        self.rename_button = Button(theme, text=translate("Choose another name…"))
        self.rename_button.clicked.connect(self.open_save_dialog)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.spacing.to_pixels(8))
        row.addWidget(self.label, 1)
        row.addWidget(self.replace_button)
        row.addWidget(self.rename_button)
        self.hide()

    def set_export(self, rendered: RenderedExport, format_label: str) -> None:
        """Set the export to save; ``format_label`` is the name of its file type."""
        self._rendered = rendered
        self._name_filter = f"{format_label} (*{Path(rendered.name).suffix})"

    def discard_export(self) -> None:
        """Drop the export; a write that is already running is completed."""
        self._rendered = None
        self.hide()

    def show_problem(self, problem: Text) -> None:
        """Show an error message."""
        self._show_message(render_text(problem), "problem")

    def open_save_dialog(self) -> None:
        """Open the file dialog, and save to the selected path."""
        if self._rendered is None:
            return
        dialog = QFileDialog(self.window(), translate("Save the export"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self._name_filter])
        dialog.setOption(
            QFileDialog.Option.DontConfirmOverwrite,
            on=sys.platform not in _PLATFORMS_WITH_OVERWRITE_PROMPT,
        )
        dialog.selectFile(self._rendered.name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def save_to(self, path: Path, overwrite: OverwritePolicy = OverwritePolicy.KEEP) -> None:
        """Write the file; ask before an existing one is replaced."""
        if self._rendered is not None:
            self._path = path
            self.hide()
            self._background.submit(
                Lane.FILES,
                partial(_write_export, path, self._rendered.data, overwrite),
                self._on_written,
            )

    def _on_file_selected(self, file: str) -> None:
        asked = sys.platform in _PLATFORMS_WITH_OVERWRITE_PROMPT
        self.save_to(Path(file), OverwritePolicy.REPLACE if asked else OverwritePolicy.KEEP)

    def _replace_file(self) -> None:
        self.save_to(self._path, OverwritePolicy.REPLACE)

    def _on_written(self, result: _SaveResult | Text) -> None:
        if self._rendered is None:
            return
        name = to_file_name(self._path)
        if isinstance(result, Text):
            self.show_problem(result)
        elif result is _SaveResult.EXISTS:
            self._show_message(translate("There is a file “{name}” already.", name=name), "soft")
            self.replace_button.setFocus()
        else:
            self.saved.emit(self._path)

    def _show_message(self, message: str, variant: str) -> None:
        set_style_property(self.label, "look", variant)
        self.label.setText(message)
        for button in (self.replace_button, self.rename_button):
            button.setVisible(variant != "problem")
        self.show()


def _write_export(path: Path, data: bytes, overwrite: OverwritePolicy) -> _SaveResult | Text:
    try:
        if overwrite is OverwritePolicy.KEEP and path.exists():
            return _SaveResult.EXISTS
        atomic_file.atomic_write(path, data)
    except WriteError as problem:
        return problem.message
    except (OSError, ValueError):  # a folder without read permission, a name with a NUL
        return tr("Writing there is not permitted. Choose another folder or name.")
    return _SaveResult.SAVED
