"""Questions, notices and dialogs of which `python3 dev.py pictures` takes pictures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

from docs.make_screenshots import export, inspect_scenario, wait_for, wait_milliseconds
from docs.picture_stages import STEP, add_environments, get_token, trigger, wait_until
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.export.export_dialog import ExportDialog
from inspector_app.desktop.export.export_options_panel import EXPORT_FORMATS, PrintFormat
from inspector_app.desktop.history.note_dialog import NoteDialog
from inspector_app.desktop.theme.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.application import DesktopApp

FAULT = "an invented fault, for a picture of its report"


def crash_report(app: DesktopApp) -> None:
    """The report of a fault, over an answer."""
    inspect_scenario(app, "valid")
    try:
        int(FAULT)
    except ValueError as error:
        app.secret_guards.crash_reporter.report_exception(error)
    wait_milliseconds(STEP)


def fault_report(app: DesktopApp) -> None:
    """The offer to show why the app ended the last time."""
    app.secret_guards.offer_fault_report(f"Fatal: {FAULT}")


def host_mismatch(app: DesktopApp) -> None:
    """A text that was sent to a host of no environment."""
    paste_sent_to(app, "apim-elsewhere.example.com")


def host_of_environment(app: DesktopApp) -> None:
    """A text that was sent to the host of another environment."""
    add_environments(app)
    paste_sent_to(app, "staging.example.com")


def paste_sent_to(app: DesktopApp, host: str) -> None:
    """Paste a command that sends a token of the demo to this host, and press Enter."""
    inspect_scenario(app, "valid")
    token = get_token(app, "account_disabled")
    app.window.token_field.set_raw_text(
        f"curl -H 'Authorization: Bearer {token}' https://{host}/enos-iam-service/v1"
    )
    wait_for(app.runner.ended, app.presenter.inspect)
    wait_milliseconds(STEP)


def problem(app: DesktopApp) -> None:
    """A text without a token in it."""
    app.window.token_field.set_raw_text("Good morning, I cannot sign in since yesterday.")
    wait_for(app.runner.ended, app.presenter.inspect)


def confirmation(app: DesktopApp) -> None:
    """The question before each call to a production environment."""
    add_environments(app)
    chosen = replace(app.preferences.settings.environments[-3], must_confirm=True)
    others = tuple(one for one in app.preferences.settings.environments if one.id != chosen.id)
    app.preferences.update_settings(
        replace(app.preferences.settings, environments=(*others, chosen))
    )
    app.presenter.select_environment(chosen)
    app.window.token_field.set_raw_text(get_token(app, "valid"))
    app.presenter.inspect()
    wait_milliseconds(STEP)


def forget_offer(app: DesktopApp) -> None:
    """The offer to forget what is kept, once nothing more shall be."""
    inspect_scenario(app, "valid")
    wait_milliseconds(2 * STEP)  # the token is kept
    app.window.remember_check_box.setChecked(False)


def exported(app: DesktopApp) -> None:
    """Where a file was saved."""
    inspect_scenario(app, "valid")
    name = "session-report-2026-11-25.html"
    app.window.show_exported(
        translate("Exported to {file}, without secrets.", file=name), lambda: None
    )


def unlocked(app: DesktopApp) -> None:
    """After a lock: the answer without its credential."""
    inspect_scenario(app, "other_organization")
    wait_milliseconds(2 * STEP)
    app.secret_guards.window_lock.lock()
    wait_milliseconds(STEP)
    app.secret_guards.window_lock.unlock()
    wait_milliseconds(STEP)


def mismatch(app: DesktopApp) -> None:
    """Another organization than the one expected, and a value with its details."""
    inspect_scenario(app, "other_organization")
    field = app.window.result_view.answer_pages.organization_field
    field.setText("Head Office")
    field.settled.emit()
    app.window.result_view.tree_view.select_row((0, 0))
    trigger(app, ActionId.SHOW_DETAILS)


def web_page(app: DesktopApp) -> None:
    """A web page in place of an answer."""
    inspect_scenario(app, "proxy_page")


def portal(app: DesktopApp) -> None:
    """The session of a portal token."""
    inspect_scenario(app, "portal_valid")


def print_dialog(app: DesktopApp) -> None:
    """The system's question which printer is meant."""
    QPrinterInfo.availablePrinterNames = staticmethod(lambda: ["Invented"])  # type: ignore[method-assign]  # there is none where pictures are taken
    open_print(app)
    wait_until(lambda: app.window.findChild(QPrintDialog) is not None)


def no_printer(app: DesktopApp) -> None:
    """The pages of a report, and what is said where no printer is set up."""
    QPrinterInfo.availablePrinterNames = staticmethod(list)  # type: ignore[method-assign]  # on every machine
    open_print(app)


def save_dialog(app: DesktopApp) -> None:
    """The question where an export is saved, Qt's own where the system has none."""
    export(app)
    dialog = app.window.findChild(ExportDialog)
    if dialog is not None:
        dialog.save_button.click()
        wait_milliseconds(2 * STEP)


def open_print(app: DesktopApp) -> None:
    """Choose the pages of a report, and press *Print*."""
    export(app)
    dialog = app.window.findChild(ExportDialog)
    if dialog is not None:
        dialog.options.format_list.setCurrentRow(EXPORT_FORMATS.index(PrintFormat.PDF))
        wait_until(lambda: dialog.rendered is not None and bool(dialog.preview.page_view.images))
        dialog.print_button.click()
        wait_milliseconds(STEP)


def note(app: DesktopApp) -> None:
    """The question for the note of an answer of the history."""
    inspect_scenario(app, "valid")
    trigger(app, ActionId.HISTORY)
    wait_milliseconds(STEP)
    NoteDialog(app.theme, "", app.window).open()
    wait_milliseconds(STEP)


def delete_environment(app: DesktopApp) -> None:
    """The question before an environment is deleted."""
    add_environments(app)
    app.presenter.select_environment(app.preferences.settings.environments[-1])
    trigger(app, ActionId.DELETE_ENVIRONMENT)


def many_cancelled(app: DesktopApp) -> Callable[[], None]:
    """A queue that stands still, and the question whether it is to end: anew for each picture."""
    return partial(cancel_anew, app)


def cancel_anew(app: DesktopApp) -> None:
    """Begin the queue again, which may have ended, and ask to cancel it."""
    if app.many.controller is not None and app.many.controller.is_open:
        app.many.controller.runner.cancel()
        app.many.controller.close_panel()
    lines = [get_token(app, one) for one in ("valid", "slow", "account_disabled")]
    app.window.token_field.set_raw_text("\n".join(lines))
    app.presenter.inspect()
    wait_until(app.window.token_choice.panel.all_button.isVisible)
    app.window.token_choice.panel.all_button.click()
    wait_until(lambda: app.many.controller is not None and app.many.controller.is_open)
    wait_milliseconds(2 * STEP)
    if app.many.controller is not None:
        app.many.controller.panel.card.cancel_button.click()
    wait_milliseconds(STEP)


def time_zone(app: DesktopApp) -> None:
    """The dialog in which a time zone is found."""
    other_zone = app.window.menu.findChildren(QAction)
    next(one for one in other_zone if one.text() == translate("Another zone…")).trigger()
    wait_milliseconds(2 * STEP)  # the zones are read


QUESTION_STAGES = (
    crash_report,
    fault_report,
    host_mismatch,
    host_of_environment,
    problem,
    confirmation,
    forget_offer,
    exported,
    unlocked,
    mismatch,
    web_page,
    portal,
    print_dialog,
    no_printer,
    save_dialog,
    note,
    delete_environment,
    many_cancelled,
    time_zone,
)
