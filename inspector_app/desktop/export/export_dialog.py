"""Export dialog: choose and preview an export, then save, copy, print or drag it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.desktop.export.drag_out import DragOut
from inspector_app.desktop.export.export_form import ExportForm, Paper
from inspector_app.desktop.export.export_preview import ExportPreview
from inspector_app.desktop.export.export_saving import ExportSaving
from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.form_label import hint
from inspector_app.desktop.look.words import say, shown
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.wording import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.export.export_form import Form
    from inspector_app.desktop.export.export_making import Made
    from inspector_app.desktop.look.appearance import Appearance


class ExportDialog(QDialog):
    """Keeps the rendered bytes, so that the preview shows exactly what is exported.

    ``status_message`` carries a line about what was done. ``copy_requested`` and
    ``print_requested`` carry the export for the clipboard or a printer, ``format_used`` the format
    of whatever was exported.
    """

    said = Signal(str)
    copied = Signal(object)
    printed = Signal(object)
    used = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        background: Background,
        make: Callable[[Form, RedactionLevel], Made | Text],
        form: Form,
        levels: tuple[RedactionLevel, ...],
        parent: QWidget,
    ) -> None:
        """``render_export`` blocks; ``export_format`` is preselected; ``levels`` are allowed."""
        super().__init__(parent)
        self._appearance = appearance
        self._background = background
        self._make = make
        self._made: Made | None = None
        self._job: Job[Made | Text] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Export"))
        self.chosen = ExportForm(appearance, form, levels)
        self.preview = ExportPreview(appearance)
        self.drag = DragOut(appearance, background, parent)
        self.saving = ExportSaving(appearance, background)
        self.print_it = Button(appearance, Look.TALL, say("Print…"))
        self.close_it = Button(appearance, Look.TALL, say("Close"))
        self.copy = Button(appearance, Look.TALL, say("Copy"))
        self.save = Button(appearance, Look.MAIN, say("Save…"))
        self.save.setDefault(True)
        self.save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self._lay_out()
        self._connect()
        self._recolour()
        self._make_anew()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = self._made = None
        self.preview.show_nothing("")
        self.saving.forget()
        self.drag.let_go()
        super().done(result)

    @property
    def made(self) -> Made | None:
        """The rendered export; None while it is being rendered, or if that failed."""
        return self._made

    def _lay_out(self) -> None:
        px = self._appearance.rhythm.px
        self.chosen.setFixedWidth(px(270))
        left = QVBoxLayout()
        left.setSpacing(px(6))
        left.addWidget(self.chosen, 1)
        left.addWidget(self.drag)
        left.addWidget(hint(say("Drag the file into a mail or a ticket.")))
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(self.preview, 1)
        right.addWidget(self.saving)
        columns = QHBoxLayout()
        columns.setSpacing(px(20))
        columns.addLayout(left)
        columns.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.print_it)
        buttons.addStretch(1)
        for button in (self.close_it, self.copy, self.save):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(18), px(20), px(16))
        layout.setSpacing(px(14))
        layout.addLayout(columns, 1)
        layout.addLayout(buttons)
        room = self.screen().availableGeometry()
        self.resize(min(px(980), room.width() - px(40)), min(px(680), room.height() - px(40)))

    def _connect(self) -> None:
        self.chosen.changed.connect(self._make_anew)
        self.close_it.clicked.connect(self.reject)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self.saving.ask)
        self.print_it.clicked.connect(self._print)
        self.saving.saved.connect(self._saved)
        self.drag.failed.connect(self.saving.tell)
        self._appearance.changed.connect(self._recolour)

    def _make_anew(self) -> None:
        """Render the chosen format; the previous preview is obsolete from now on."""
        if self._job is not None:
            self._job.drop()
        self._made = None
        self.saving.forget()
        self.drag.offer("", b"")
        self.preview.show_nothing(say("It is being made…"))
        self._settle()
        self._job = self._background.submit(
            Lane.FILES,
            partial(self._make, self.chosen.form, self.chosen.level),
            self._show,
            self._broke,
        )

    def _show(self, result: Made | Text) -> None:
        self._job = None
        if isinstance(result, Text):
            self.preview.show_nothing("")
            self.saving.tell(result)
            return
        self._made = result
        self.preview.show_made(result)
        self.drag.offer(result.name, result.data)
        self.saving.offer(result, shown(self.chosen.form.words))
        self._settle()

    def _broke(self) -> None:
        self._job = None
        self.preview.show_nothing(say("It could not be made. Choose another form."))

    def _settle(self) -> None:
        is_there = self._made is not None
        is_paper = isinstance(self.chosen.form, Paper)
        self.save.setEnabled(is_there)
        self.copy.setEnabled(is_there and not is_paper)
        self.print_it.setEnabled(is_there)
        self.print_it.setVisible(is_paper)

    def _copy(self) -> None:
        if self._made is not None:
            self.used.emit(self.chosen.form)
            self.copied.emit(self._made)

    def _print(self) -> None:
        if self._made is not None:
            self.used.emit(self.chosen.form)
            self.printed.emit(self._made)

    def _saved(self, name: str) -> None:
        self.used.emit(self.chosen.form)
        if self.chosen.level is RedactionLevel.PERSONAL:
            self.said.emit(say("Exported to {file}, without secrets and personal data.", file=name))
        else:
            self.said.emit(say("Exported to {file}, without secrets.", file=name))
        self.accept()

    def _recolour(self) -> None:
        icon, colours = self._appearance.icon, self._appearance.colours
        self.print_it.setIcon(icon("printer"))
        self.copy.setIcon(icon("copy"))
        self.save.setIcon(icon("download", colours.on_accent))
