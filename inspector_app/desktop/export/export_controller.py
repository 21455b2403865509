"""Controller of the actions that copy the whole report or open the export dialog."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.export.report_builder import render_format, render_plain_text
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.clipboard import Clipboard
    from inspector_app.desktop.export.export_dialog import ExportDialog
    from inspector_app.desktop.export.export_options_panel import ExportFormat
    from inspector_app.desktop.export.export_renderer import RenderedExport
    from inspector_app.desktop.export.report_builder import ReportBuilder
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.report.report_input import RedactedReport


REPORT_FORMATS: Final = (ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.JIRA)
"""The forms of a report that can be copied at once."""


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """The result that is shown, if any.

    ``stale_owner``: whose it is, where it is not that of the text in the token field; else empty.
    """

    result: InspectionResult | None
    stale_owner: str = ""


class ExportController(QObject):
    """``status_message`` carries a line about what was done, or why it was not.

    ``exported`` carries one about a file that was saved, and what shows its folder when called.
    """

    status_message = Signal(str)
    exported = Signal(str, object)

    def __init__(
        self,
        window: QWidget,
        get_shown: Callable[[], ShownAnswer],
        theme: Theme,
        preferences: Preferences,
        report_builder: ReportBuilder,
        background: BackgroundExecutor,
        clipboard: Clipboard,
    ) -> None:
        """``window`` owns the dialogs; ``get_shown`` returns what a report would be about."""
        super().__init__(window)
        self._window = window
        self._get_shown = get_shown
        self._theme = theme
        self._preferences = preferences
        self._background = background
        self._clipboard = clipboard
        self._report_builder = report_builder
        self._job: Job[str | Text] | None = None
        self._dialog: ExportDialog | None = None

    def copy_report(self) -> None:
        """Copy the report for a ticket in the preferred form, without secrets and personal data."""
        preferred = get_report_format(self._preferences.settings.report_format)
        if preferred is ReportFormat.TEXT:
            self._start_copying(render_plain_text)
        else:
            self._start_copying(partial(_render_markup, preferred))

    def copy_markdown(self) -> None:
        """Copy the same report as Markdown."""
        self._start_copying(partial(_render_markup, ReportFormat.MARKDOWN))

    def copy_jira(self) -> None:
        """Copy the same report as Jira markup."""
        self._start_copying(partial(_render_markup, ReportFormat.JIRA))

    def render_report(self, result: InspectionResult) -> str | Text:
        """Render the report for a ticket, or return why that is refused; blocks."""
        subject = self._report_builder.create_subject(result)
        return self._report_builder.render(subject, render_plain_text)

    def open_export_dialog(self) -> None:
        """Open the export dialog for the result that is shown."""
        from inspector_app.inspection.masked_result import MaskedResult
        from inspector_app.report.redaction import RedactionLevel

        shown = self._get_shown()
        result = shown.result
        if result is None or self._dialog is not None:
            return
        # Lazy imports: the first paint needs none of them.
        from inspector_app.desktop.export.export_dialog import ExportDialog
        from inspector_app.desktop.export.export_options_panel import get_format
        from inspector_app.desktop.export.export_renderer import render_export

        # In screen-share mode a preview with personal data would show it to everybody.
        levels = (
            (RedactionLevel.PERSONAL,)
            if isinstance(result, MaskedResult)
            or self._preferences.policies.is_personal_data_removed
            else tuple(RedactionLevel)
        )
        self._dialog = dialog = ExportDialog(
            self._theme,
            self._background,
            partial(
                render_export, self._report_builder, self._report_builder.create_subject(result)
            ),
            get_format(self._preferences.settings.export_format),
            levels,
            self._window,
        )
        if shown.stale_owner:
            dialog.setWindowTitle(translate("Export, report of {name}", name=shown.stale_owner))
        if self._preferences.policies.is_personal_data_removed:
            words = translate("Your administrator has set that personal data is removed.")
            dialog.options.limit_label.setText(words)
        dialog.exported.connect(self._on_exported)
        dialog.copy_requested.connect(self._on_copy_requested)
        dialog.print_requested.connect(self._on_print_requested)
        dialog.format_used.connect(self._on_format_used)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def discard_pending(self) -> None:
        """Cancel rendering and close the export dialog, which hold an answer's data."""
        if self._job is not None:
            self._job.discard()
        self._job = None
        if self._dialog is not None:
            self._dialog.reject()

    def _start_copying(self, render: Callable[[RedactedReport], str | Text]) -> None:
        shown = self._get_shown()
        result = shown.result
        if result is not None:
            if self._job is not None:
                self._job.discard()  # the last request wins
            subject = self._report_builder.create_subject(result)
            self._job = self._background.submit(
                Lane.FILES,
                partial(self._report_builder.render, subject, render),
                partial(self._on_report_rendered, shown.stale_owner),
            )

    def _on_report_rendered(self, owner: str, text: str | Text) -> None:
        self._job = None
        if isinstance(text, Text):
            self.status_message.emit(render_text(text))
        else:
            self._clipboard.copy_text(text)
            self.status_message.emit(
                translate(
                    "Copied the report of {name}, without secrets and personal data.", name=owner
                )
                if owner
                else translate("Copied the report, without secrets and personal data.")
            )

    def _on_exported(self, words: str, folder: Path) -> None:
        self.exported.emit(words, partial(self._show_folder, folder))

    def _show_folder(self, folder: Path) -> None:
        from inspector_app.desktop.export.folder_opener import open_folder

        self._background.submit(Lane.FILES, partial(open_folder, folder), self._on_folder_shown)

    def _on_folder_shown(self, is_shown: bool) -> None:  # noqa: FBT001  # a job's result
        if not is_shown:
            self.status_message.emit(translate("No file manager could be started."))

    def _on_copy_requested(self, rendered: RenderedExport) -> None:
        from inspector_app.report.redaction import RedactionLevel

        text = rendered.data.decode()
        if rendered.plain_text:
            self._clipboard.copy_html(text, rendered.plain_text)
        else:
            self._clipboard.copy_text(text)
        if rendered.level is RedactionLevel.PERSONAL:
            self.status_message.emit(translate("Copied, without secrets and personal data."))
        else:
            self.status_message.emit(translate("Copied, without secrets."))

    def _on_print_requested(self, rendered: RenderedExport) -> None:
        from inspector_app.desktop.export.report_printer import ReportPrinter

        if rendered.printable is not None and self._dialog is not None:
            printing = ReportPrinter(self._background, self._window)  # it outlives the dialog
            printing.status_message.connect(self.status_message)
            printing.failed.connect(self._dialog.save_bar.show_problem)
            printing.open_print_dialog(rendered.printable, rendered.name, self._dialog)

    def _on_format_used(self, export_format: ExportFormat) -> None:
        settings = self._preferences.settings
        if settings.export_format != export_format.value:
            self._preferences.update_settings(replace(settings, export_format=export_format.value))

    def _on_dialog_finished(self) -> None:
        self._dialog = None


def get_report_format(name: str) -> ReportFormat:
    """The form of that name in which a report can be copied; plain text for any other."""
    return next((one for one in REPORT_FORMATS if one.value == name), ReportFormat.TEXT)


def _render_markup(report_format: ReportFormat, report: RedactedReport) -> str | Text:
    data = render_format(report, report_format)
    return data if isinstance(data, Text) else data.decode()
