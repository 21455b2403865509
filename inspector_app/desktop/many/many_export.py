"""Copies and exports the table of a queue, as it is sorted and filtered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.many.many_files import render_copy, render_file
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.menu import Menu
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from inspector_app.desktop.clipboard import Clipboard
    from inspector_app.desktop.export.export_renderer import RenderedExport
    from inspector_app.desktop.many.many_panel import ManyPanel


class ManyExport(QObject):
    """``status_message`` carries a line about what was done, or why it was not."""

    status_message = Signal(str)

    def __init__(
        self, panel: ManyPanel, background: BackgroundExecutor, clipboard: Clipboard
    ) -> None:
        super().__init__(panel)
        self.is_shared = False
        self.name = ""
        self._panel = panel
        self._background = background
        self._clipboard = clipboard
        self._job: Job[str | Text] | Job[RenderedExport | Text] | None = None
        panel.copy_requested.connect(partial(self.copy, None))
        panel.table.copy_requested.connect(self.copy)
        panel.export_requested.connect(self.open_menu)
        panel.save_bar.saved.connect(self._on_saved)

    def copy(self, numbers: frozenset[int] | None) -> None:
        """Copy the rows of these numbers, else all that are shown, without personal data."""
        rows = self._panel.table.many_model.list_answers(numbers, is_personal=False)
        self.discard_pending()
        self._job = self._background.submit(
            Lane.FILES, partial(render_copy, rows), partial(self._on_copied, len(rows))
        )

    def open_menu(self) -> None:
        """Ask in which form to export, and whether with personal data."""
        menu = Menu(self._panel)
        forms = {
            ReportFormat.CSV: translate("Spreadsheet (CSV)…"),
            ReportFormat.JSON: translate("JSON…"),
        }
        for form, words in forms.items():
            self._add_entry(menu, words, form, RedactionLevel.PERSONAL)
        if not self.is_shared:
            menu.addSeparator()
            for form, words in forms.items():
                with_data = translate("With personal data: {form}", form=words)
                self._add_entry(menu, with_data, form, RedactionLevel.SECRETS)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_below(self._panel.export_button, is_at_end=True)

    def export(self, form: ReportFormat, level: RedactionLevel, _checked: object = None) -> None:
        """Make a file of the rows that are shown, and ask where it is saved."""
        is_personal = level is RedactionLevel.SECRETS
        rows = self._panel.table.many_model.list_answers(None, is_personal=is_personal)
        self.discard_pending()
        self._job = self._background.submit(
            Lane.FILES,
            partial(render_file, rows, form, level, self.name),
            partial(self._on_rendered, form),
        )

    def discard_pending(self) -> None:
        """Let go of what is being made."""
        if self._job is not None:
            self._job.discard()
        self._job = None

    def _add_entry(self, menu: Menu, words: str, form: ReportFormat, level: RedactionLevel) -> None:
        entry = QAction(words, menu)
        entry.triggered.connect(partial(self.export, form, level))
        menu.addAction(entry)

    def _on_copied(self, count: int, text: str | Text) -> None:
        self._job = None
        if isinstance(text, Text):
            self.status_message.emit(render_text(text))
            return
        self._clipboard.copy_text(text)
        self.status_message.emit(
            translate("Copied rows: {count}, without secrets and personal data.", count=count)
        )

    def _on_rendered(self, form: ReportFormat, rendered: RenderedExport | Text) -> None:
        self._job = None
        if isinstance(rendered, Text):
            self._panel.save_bar.show_problem(rendered)
            return
        self._panel.save_bar.set_export(rendered, render_text(form.label))
        self._panel.save_bar.open_save_dialog()

    def _on_saved(self, name: str) -> None:
        self._panel.save_bar.discard_export()
        self.status_message.emit(translate("Saved as “{name}”.", name=name))
