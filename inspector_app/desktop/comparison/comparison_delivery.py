"""Copies a comparison and saves it to a file, both sides redacted with the same labels."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.export.export_options_panel import ExportFormat, PrintFormat
from inspector_app.desktop.export.export_save_bar import ExportSaveBar
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.menu import Menu
from inspector_app.inspection.report_making import make_in_time
from inspector_app.report.comparison.comparison_format import (
    COMPARISON_FORMATS,
    render_comparison,
)
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.time_format import to_datetime
from inspector_app.session.translatable_text import Text
from inspector_app.system import file_names, heap
from inspector_app.system.installation_key import load_installation_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from pathlib import Path

    from inspector_app.desktop.clipboard import Clipboard
    from inspector_app.desktop.comparison.comparison_page import ComparisonPage
    from inspector_app.desktop.export.export_renderer import RenderedExport
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.history.entry import HistoryEntry
    from inspector_app.report.comparison.redacted_comparison import RedactedComparison

    _Pair = tuple[HistoryEntry, HistoryEntry]


class ComparisonDelivery(QObject):
    """Renders in the background; ``status_message`` says what was done."""

    status_message = Signal(str)
    is_shared: bool
    """Others see the screen: what is shown has no personal data. Whoever makes it says so."""

    def __init__(  # what it renders, and where it goes
        self,
        page: ComparisonPage,
        theme: Theme,
        background: BackgroundExecutor,
        clipboard: Clipboard,
        state_directory: Path,
        get_entries: Callable[[], _Pair | None],
        get_zone: Callable[[], tzinfo],
    ) -> None:
        super().__init__(page)
        self._background = background
        self._clipboard = clipboard
        self._state_directory = state_directory
        self._get_entries = get_entries
        self._get_zone = get_zone
        self._page = page
        self._json_job: Job[RenderedExport | Text] | None = None
        page.fields.json_asked.connect(self._show_json)
        self._job: Job[RenderedExport | Text] | None = None
        self.level = RedactionLevel.PERSONAL
        self.save_bar = ExportSaveBar(theme, background)
        self.save_bar.saved.connect(self._on_saved)
        page.card.add_save_bar(self.save_bar)
        page.card.copy_button.clicked.connect(self.copy)
        self._menu = Menu(page)
        self._fill_menu()
        page.card.export_button.clicked.connect(self._open_menu)

    @Slot()
    def _open_menu(self) -> None:
        self._menu.open_below(self._page.card.export_button, is_at_end=True)

    def copy(self) -> None:
        """Copy the comparison as plain text, without secrets and personal data."""
        self._render(ReportFormat.TEXT, RedactionLevel.PERSONAL, self._on_copy_rendered)

    def export(self, form: ExportFormat) -> None:
        """Ask where to save the comparison in that form."""
        self._render(form, self.level, partial(self._on_export_rendered, form))

    def discard_pending(self) -> None:
        """Drop what is being rendered, and an export that was not saved."""
        self._discard_job()
        if self._json_job is not None:
            self._json_job.discard()
        self._json_job = None

    def _discard_job(self) -> None:
        if self._job is not None:
            self._job.discard()
        self._job = None
        self.save_bar.discard_export()

    def _show_json(self) -> None:
        """Show what the JSON export would have; on a shared screen without personal data."""
        entries = self._get_entries()
        if entries is None:
            return
        if self._json_job is not None:
            self._json_job.discard()
        level = RedactionLevel.PERSONAL if self.is_shared else RedactionLevel.SECRETS
        work = partial(
            _render, entries, self._state_directory, ReportFormat.JSON, level, self._get_zone()
        )
        self._json_job = self._background.submit(Lane.FILES, work, self._on_json_rendered)

    def _on_json_rendered(self, rendered: RenderedExport | Text) -> None:
        self._json_job = None
        view = self._page.fields.json_view
        if isinstance(rendered, Text):
            view.show_note(render_text(rendered))
        else:
            view.show_text(rendered.preview, is_whole=rendered.is_whole)

    def _fill_menu(self) -> None:
        for form in (*COMPARISON_FORMATS, PrintFormat.PDF):
            action = self._menu.addAction(render_text(form.label))
            action.triggered.connect(partial(self._on_form_chosen, form))
        self._menu.addSeparator()
        with_people = self._menu.addAction(translate("With personal data"))
        with_people.setCheckable(True)
        with_people.toggled.connect(self._on_level_toggled)

    def _on_form_chosen(self, form: ExportFormat, _checked: object = None) -> None:
        self.export(form)

    def _on_level_toggled(self, is_on: bool) -> None:  # noqa: FBT001  # the signal's signature
        self.level = RedactionLevel.SECRETS if is_on else RedactionLevel.PERSONAL

    def _render(
        self,
        form: ExportFormat,
        level: RedactionLevel,
        on_rendered: Callable[[RenderedExport | Text], None],
    ) -> None:
        entries = self._get_entries()
        if entries is None:
            return
        self._discard_job()
        self._job = self._background.submit(
            Lane.FILES,
            partial(_render, entries, self._state_directory, form, level, self._get_zone()),
            on_rendered,
        )

    def _on_copy_rendered(self, rendered: RenderedExport | Text) -> None:
        self._job = None
        if isinstance(rendered, Text):
            self.status_message.emit(render_text(rendered))
            return
        self._clipboard.copy_text(rendered.data.decode().removesuffix("\n"))
        self.status_message.emit(translate("Copied the comparison."))

    def _on_export_rendered(self, form: ExportFormat, rendered: RenderedExport | Text) -> None:
        self._job = None
        if isinstance(rendered, Text):
            self.status_message.emit(render_text(rendered))
            return
        self.save_bar.set_export(rendered, render_text(form.label))
        self.save_bar.open_save_dialog()

    def _on_saved(self, name: str) -> None:
        self.save_bar.discard_export()
        self.status_message.emit(translate("Saved “{name}”.", name=name))


def _render(
    entries: _Pair,
    state_directory: Path,
    form: ExportFormat,
    level: RedactionLevel,
    zone: tzinfo,
) -> RenderedExport | Text:
    from inspector_app.desktop.comparison.printable_comparison import build_printable_comparison
    from inspector_app.desktop.export import pdf_renderer
    from inspector_app.desktop.export.export_renderer import RenderedExport, build_preview
    from inspector_app.inspection.compared_results import redact_compared
    from inspector_app.inspection.history_entries import open_entry

    now = time.time()

    def render(report: RedactedComparison) -> bytes:
        if isinstance(form, PrintFormat):
            data, _ = pdf_renderer.render_pdf(build_printable_comparison(report), "comparison")
            return data
        return render_comparison(report, form, render_text)

    def make() -> RenderedExport | Text:
        try:
            key = load_installation_key(state_directory)
            data = heap.make_and_release(
                lambda: (open_entry(entries[0]), open_entry(entries[1])),
                lambda both: heap.make_and_release(
                    lambda: redact_compared(*both, key, level, now, zone), render
                ),
            )
        except (UnreadableFileError, CredentialLeakError) as problem:
            return problem.message
        moment = to_datetime(now, zone)
        stamp = "" if moment is None else f" {moment:%Y-%m-%d %H-%M-%S}"
        name = file_names.suggest_file_name(f"comparison{stamp}", form.suffix)
        preview = build_preview(data) if form is ReportFormat.JSON else ()
        return RenderedExport(name, data, level, *preview)

    return make_in_time(make)
