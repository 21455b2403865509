"""Saves an export to a file: path dialog, overwrite confirmation and error messages."""

from __future__ import annotations

import sys
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.look.button import Button
from inspector_app.desktop.look.plain import PlainLabel, plain
from inspector_app.desktop.look.words import say, shown
from inspector_app.session.wording import Text, tr
from inspector_app.system import whole_file
from inspector_app.system.whole_file import WriteError

if TYPE_CHECKING:
    from inspector_app.desktop.export.export_making import Made
    from inspector_app.desktop.look.appearance import Appearance


class Existing(Enum):
    """Whether an existing file is kept or replaced."""

    KEEP = "keep"
    REPLACE = "replace"


class _Outcome(Enum):
    SAVED = "saved"
    EXISTS = "exists"


_ASKS_BY_ITSELF: Final = ("darwin",)
"""Platforms whose native file dialog always confirms overwriting."""


class ExportSaving(QWidget):
    """Message bar below the preview; ``saved`` carries the file's name.

    Qt's own overwrite confirmation blocks its caller; this one is closed together with the dialog
    at any moment.
    """

    saved = Signal(str)

    def __init__(self, appearance: Appearance, background: Background) -> None:
        super().__init__()
        self._background = background
        self._made: Made | None = None
        self._filter = ""
        self._path = Path()
        self.words = PlainLabel()
        self.replace = Button(appearance, text=say("Replace it"))
        self.replace.clicked.connect(self._replace)
        self.other = Button(appearance, text=say("Choose another name…"))
        self.other.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.rhythm.px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.replace)
        row.addWidget(self.other)
        self.hide()

    def offer(self, made: Made, kind: str) -> None:
        """Set the export to save; ``format_label`` is the name of its file type."""
        self._made = made
        self._filter = f"{kind} (*{Path(made.name).suffix})"

    def forget(self) -> None:
        """Drop the export; a write that is already running is completed."""
        self._made = None
        self.hide()

    def tell(self, problem: Text) -> None:
        """Show an error message."""
        self._show(shown(problem), "problem")

    def ask(self) -> None:
        """Open the file dialog, and save to the selected path."""
        if self._made is None:
            return
        dialog = QFileDialog(self.window(), say("Save the export"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self._filter])
        dialog.setOption(
            QFileDialog.Option.DontConfirmOverwrite, on=sys.platform not in _ASKS_BY_ITSELF
        )
        dialog.selectFile(self._made.name)
        dialog.fileSelected.connect(self._file_selected)
        dialog.open()

    def save_to(self, path: Path, existing: Existing = Existing.KEEP) -> None:
        """Write the file; ask before an existing one is replaced."""
        if self._made is not None:
            self._path = path
            self.hide()
            self._background.submit(
                Lane.FILES, partial(_written, path, self._made.data, existing), self._written
            )

    def _file_selected(self, file: str) -> None:
        asked = sys.platform in _ASKS_BY_ITSELF
        self.save_to(Path(file), Existing.REPLACE if asked else Existing.KEEP)

    def _replace(self) -> None:
        self.save_to(self._path, Existing.REPLACE)

    def _written(self, result: _Outcome | Text) -> None:
        if self._made is None:
            return
        name = plain(self._path.name)
        if isinstance(result, Text):
            self.tell(result)
        elif result is _Outcome.EXISTS:
            self._show(say("There is a file “{name}” already.", name=name), "soft")
            self.replace.setFocus()
        else:
            self.saved.emit(name)

    def _show(self, words: str, look: str) -> None:
        self.words.setProperty("look", look)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.words.setText(words)
        for button in (self.replace, self.other):
            button.setVisible(look != "problem")
        self.show()


def _written(path: Path, data: bytes, existing: Existing) -> _Outcome | Text:
    try:
        if existing is Existing.KEEP and path.exists():
            return _Outcome.EXISTS
        whole_file.atomic_write(path, data)
    except WriteError as problem:
        return problem.message
    except (OSError, ValueError):  # a folder without read permission, a name with a NUL
        return tr("Writing there is not permitted. Choose another folder or name.")
    return _Outcome.SAVED
