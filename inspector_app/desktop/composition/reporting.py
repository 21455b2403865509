"""What an answer is copied, exported and opened with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.row_copier import RowCopier
from inspector_app.desktop.export.export_controller import ExportController, ShownAnswer
from inspector_app.desktop.export.report_builder import ReportBuilder
from inspector_app.desktop.file_opener import FileOpener
from inspector_app.desktop.theme.translation import translate

if TYPE_CHECKING:
    from inspector_app.desktop.composition.app_parts import AppParts


def create_reporting(app: AppParts) -> None:
    """Create what copies and exports the answer, or rows of it."""
    window, guards = app.window, app.secret_guards
    view = window.result_view
    app.report_builder = ReportBuilder(
        view.get_zone,
        lambda: view.expected_organization,
        lambda: view.ticket_note,
        app.directories.state,
    )
    app.export_controller = export = ExportController(
        window,
        lambda: ShownAnswer(view.result, view.get_stale_owner()),
        app.theme,
        app.preferences,
        app.report_builder,
        app.background,
        guards.clipboard,
    )
    app.row_copier = RowCopier(view, app.background, guards.clipboard, app)
    for part in (export, app.row_copier):
        part.status_message.connect(window.status_bar.show_message)
        guards.secrets_cleared.connect(part.discard_pending)
    export.exported.connect(window.show_exported)
    app.row_copier.connect_actions(window.action_collection)

    def copy_reply() -> None:
        guards.clipboard.copy_text(view.banner.reply_panel.text)
        window.status_bar.show_message(translate("Copied the reply to the user."))

    window.action_collection.connect_all(
        {
            ActionId.COPY_REPORT: export.copy_report,
            ActionId.COPY_MARKDOWN: export.copy_markdown,
            ActionId.COPY_JIRA: export.copy_jira,
            ActionId.COPY_REPLY: copy_reply,
            ActionId.EXPORT: export.open_export_dialog,
        }
    )


def create_file_opener(app: AppParts) -> None:
    """Create what opens saved answers."""
    app.file_opener = opener = FileOpener(app.window, app.runner, app.background, app)
    opener.opened.connect(app.secret_guards.on_result_opened)
    opener.opened.connect(app.stale_tracker.on_opened)
    opener.opened.connect(app.window.answer_place.show_answer)
    opener.opened.connect(app.history.on_opened)
    app.secret_guards.secrets_cleared.connect(opener.cancel)
    app.window.action_collection.connect_all({ActionId.OPEN: opener.open_file_dialog})
