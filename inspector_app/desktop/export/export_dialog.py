"""Export dialog: choose and preview an export, then save, copy, print or drag it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.export.export_options_panel import ExportOptionsPanel, PrintFormat
from inspector_app.desktop.export.export_preview import ExportPreview
from inspector_app.desktop.export.export_save_bar import ExportSaveBar
from inspector_app.desktop.export.file_drag_source import FileDragSource
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.dialog_buttons import ACCEPT, ACTION, REJECT, create_button_box
from inspector_app.desktop.widgets.form_layout import create_hint_label
from inspector_app.desktop.widgets.plain_text import to_file_name
from inspector_app.desktop.widgets.screen_room import limit_size
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.export.export_options_panel import ExportFormat
    from inspector_app.desktop.export.export_renderer import RenderedExport
    from inspector_app.desktop.theme.theme import Theme


class ExportDialog(QDialog):
    """Keeps the rendered bytes, so that the preview shows exactly what is exported.

    ``exported`` carries a line about what was saved, and its folder. ``copy_requested`` and
    ``print_requested`` carry the export for the clipboard or a printer, ``format_used`` the format
    of whatever was exported.
    """

    exported = Signal(str, object)
    copy_requested = Signal(object)
    print_requested = Signal(object)
    format_used = Signal(object)

    def __init__(
        self,
        theme: Theme,
        background: BackgroundExecutor,
        render_export: Callable[[ExportFormat, RedactionLevel], RenderedExport | Text],
        export_format: ExportFormat,
        levels: tuple[RedactionLevel, ...],
        parent: QWidget,
    ) -> None:
        """``render_export`` blocks; ``export_format`` is preselected; ``levels`` are allowed."""
        super().__init__(parent)
        self._theme = theme
        self._background = background
        self._render_export = render_export
        self._rendered: RenderedExport | None = None
        self._job: Job[RenderedExport | Text] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Export"))
        self.options = ExportOptionsPanel(theme, export_format, levels)
        self.preview = ExportPreview(theme)
        self.drag_source = FileDragSource(theme, background, parent)
        self.save_bar = ExportSaveBar(theme, background)
        self.print_button = Button(theme, ButtonVariant.TALL, translate("Print…"))
        self.close_button = Button(theme, ButtonVariant.TALL, translate("Close"))
        self.copy_button = Button(theme, ButtonVariant.TALL, translate("Copy"))
        self.save_button = Button(theme, ButtonVariant.PRIMARY, translate("Save…"))
        self.save_button.setDefault(True)
        self.save_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self._build_layout()
        self._connect()
        self._update_icons()
        self._start_rendering()

    @qt_override
    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.discard()
        self._job = self._rendered = None
        self.preview.show_placeholder("")
        self.save_bar.discard_export()
        self.drag_source.clear_file()
        super().done(result)

    @property
    def rendered(self) -> RenderedExport | None:
        """The rendered export; None while it is being rendered, or if that failed."""
        return self._rendered

    def _build_layout(self) -> None:
        px = self._theme.spacing.to_pixels
        for widget in (self.options, self.drag_source):
            widget.setFixedWidth(px(270))
        left = QVBoxLayout()
        left.setSpacing(px(6))
        left.addWidget(self.options, 1)
        left.addWidget(self.drag_source)
        left.addWidget(create_hint_label(translate("Drag the file into a mail or a ticket.")))
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(self.preview, 1)
        right.addWidget(self.save_bar)
        columns = QHBoxLayout()
        columns.setSpacing(px(20))
        columns.addLayout(left)
        columns.addLayout(right, 1)
        buttons = create_button_box(
            (self.save_button, ACCEPT),
            (self.copy_button, ACTION),
            (self.print_button, ACTION),
            (self.close_button, REJECT),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(18), px(20), px(16))
        layout.setSpacing(px(14))
        layout.addLayout(columns, 1)
        layout.addWidget(buttons)
        self.resize(limit_size(self, QSize(px(980), px(680))))

    def _connect(self) -> None:
        self.options.changed.connect(self._start_rendering)
        self.close_button.clicked.connect(self.reject)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.save_button.clicked.connect(self.save_bar.open_save_dialog)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_bar.saved.connect(self._on_saved)
        self.drag_source.failed.connect(self.save_bar.show_problem)
        self._theme.changed.connect(self._update_icons)

    def _start_rendering(self) -> None:
        """Render the chosen format; the previous preview is obsolete from now on."""
        if self._job is not None:
            self._job.discard()
        self._rendered = None
        self.save_bar.discard_export()
        self.drag_source.set_file("", b"")
        self.preview.show_placeholder(translate("It is being made…"))
        self._update_buttons()
        self._job = self._background.submit(
            Lane.FILES,
            partial(self._render_export, self.options.export_format, self.options.level),
            self._on_rendered,
            self._on_render_failed,
        )

    def _on_rendered(self, result: RenderedExport | Text) -> None:
        self._job = None
        if isinstance(result, Text):
            self.preview.show_placeholder("")
            self.save_bar.show_problem(result)
            return
        self._rendered = result
        self.preview.show_export(result)
        self.drag_source.set_file(result.name, result.data)
        self.save_bar.set_export(result, render_text(self.options.export_format.label))
        self._update_buttons()

    def _on_render_failed(self) -> None:
        self._job = None
        self.preview.show_placeholder(translate("It could not be made. Choose another form."))

    def _update_buttons(self) -> None:
        is_there = self._rendered is not None
        is_paper = isinstance(self.options.export_format, PrintFormat)
        self.save_button.setEnabled(is_there)
        self.copy_button.setEnabled(is_there and not is_paper)
        self.print_button.setEnabled(is_there)
        self.print_button.setVisible(is_paper)

    def _on_copy_clicked(self) -> None:
        if self._rendered is not None:
            self.format_used.emit(self.options.export_format)
            self.copy_requested.emit(self._rendered)

    def _on_print_clicked(self) -> None:
        if self._rendered is not None:
            self.format_used.emit(self.options.export_format)
            self.print_requested.emit(self._rendered)

    def _on_saved(self, path: Path) -> None:
        self.format_used.emit(self.options.export_format)
        name = to_file_name(path)
        words = (
            translate("Exported to {file}, without secrets and personal data.", file=name)
            if self.options.level is RedactionLevel.PERSONAL
            else translate("Exported to {file}, without secrets.", file=name)
        )
        self.exported.emit(words, path.parent)
        self.accept()

    def _update_icons(self) -> None:
        icon = self._theme.get_icon
        self.print_button.setIcon(icon("printer"))
        self.copy_button.setIcon(icon("copy"))
        self.save_button.setIcon(self._theme.get_main_icon("download"))
