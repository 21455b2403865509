"""Controller of the actions that copy the whole report or open the export dialog."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.desktop.guards.screen_share import Masked
from inspector_app.desktop.look.words import say, shown
from inspector_app.report.forms.formats import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.wording import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.export.export_dialog import ExportDialog
    from inspector_app.desktop.export.export_form import Form
    from inspector_app.desktop.export.export_making import Made
    from inspector_app.desktop.export.reporter import Reporter, Subject
    from inspector_app.desktop.guards.clipboard import Clipboard
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.window import Window
    from inspector_app.inspecting.order import InspectionResult


class Sharing(QObject):
    """``status_message`` carries a line about what was done, or why it was not."""

    said = Signal(str)

    def __init__(
        self,
        window: Window,
        appearance: Appearance,
        preferences: Preferences,
        reporter: Reporter,
        background: Background,
        clipboard: Clipboard,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._preferences = preferences
        self._background = background
        self._clipboard = clipboard
        self._reporter = reporter
        self._job: Job[str | Text] | None = None
        self._dialog: ExportDialog | None = None

    def copy_report(self) -> None:
        """Copy the report for a ticket as plain text, without secrets and personal data."""
        self._copy(self._reporter.text)

    def copy_markdown(self) -> None:
        """Copy the same report as Markdown."""
        self._copy(partial(self._text, ReportFormat.MARKDOWN))

    def copy_jira(self) -> None:
        """Copy the same report as Jira markup."""
        self._copy(partial(self._text, ReportFormat.JIRA))

    def report(self, outcome: InspectionResult) -> str | Text:
        """Render the report for a ticket, or return why that is refused; blocks."""
        return self._reporter.text(self._reporter.subject(outcome))

    def export(self) -> None:
        """Open the export dialog for the result that is shown."""
        outcome = self._window.result.outcome
        if outcome is None or self._dialog is not None:
            return
        # Lazy imports: the first paint needs none of them.
        from inspector_app.desktop.export.export_dialog import ExportDialog
        from inspector_app.desktop.export.export_form import form_named
        from inspector_app.desktop.export.export_making import made

        # In screen-share mode a preview with personal data would show it to everybody.
        levels = (
            (RedactionLevel.PERSONAL,) if isinstance(outcome, Masked) else tuple(RedactionLevel)
        )
        self._dialog = dialog = ExportDialog(
            self._appearance,
            self._background,
            partial(made, self._reporter, self._reporter.subject(outcome)),
            form_named(self._preferences.settings.export_format),
            levels,
            self._window,
        )
        dialog.said.connect(self.said)
        dialog.copied.connect(self._copy_made)
        dialog.printed.connect(self._print)
        dialog.used.connect(self._remember)
        dialog.finished.connect(self._closed)
        dialog.open()

    def forget(self) -> None:
        """Cancel rendering and close the export dialog, which hold an answer's data."""
        if self._job is not None:
            self._job.drop()
        self._job = None
        if self._dialog is not None:
            self._dialog.reject()

    def _copy(self, form: Callable[[Subject], str | Text]) -> None:
        outcome = self._window.result.outcome
        if outcome is not None:
            subject = self._reporter.subject(outcome)
            self._job = self._background.submit(Lane.FILES, partial(form, subject), self._copied)

    def _text(self, form: ReportFormat, subject: Subject) -> str | Text:
        data = self._reporter.written(subject, form, RedactionLevel.PERSONAL)
        return data if isinstance(data, Text) else data.decode()

    def _copied(self, text: str | Text) -> None:
        self._job = None
        if isinstance(text, Text):
            self.said.emit(shown(text))
        else:
            self._clipboard.copy_text(text)
            self.said.emit(say("Copied the report, without secrets and personal data."))

    def _copy_made(self, one: Made) -> None:
        text = one.data.decode()
        if one.plain:
            self._clipboard.copy_page(text, one.plain)
        else:
            self._clipboard.copy_text(text)
        if one.level is RedactionLevel.PERSONAL:
            self.said.emit(say("Copied, without secrets and personal data."))
        else:
            self.said.emit(say("Copied, without secrets."))

    def _print(self, one: Made) -> None:
        from inspector_app.desktop.export.printing import Printing

        if one.sheet is not None and self._dialog is not None:
            printing = Printing(self._background, self._window)  # it outlives the dialog
            printing.said.connect(self.said)
            printing.failed.connect(self._dialog.saving.tell)
            printing.ask(one.sheet, one.name, self._dialog)

    def _remember(self, form: Form) -> None:
        settings = self._preferences.settings
        if settings.export_format != form.value:
            self._preferences.change(replace(settings, export_format=form.value))

    def _closed(self) -> None:
        self._dialog = None
