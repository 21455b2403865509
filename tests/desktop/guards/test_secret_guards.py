"""Each guard is connected to what it guards: one window, and everything that may happen in it."""

from dataclasses import replace

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.guards.crash_report_dialog import CrashReportDialog
from inspector_app.desktop.guards.safety_dialog import SafetyDialog
from inspector_app.desktop.token_store import NOT_STORED, TokenLocation
from inspector_app.session.translatable_text import as_literal
from inspector_app.vault.backends import Backend
from inspector_app.vault.prompts import Prompts
from tests.desktop.at_work import clipboard, inspect, is_known_to_the_log, run_out, token_of
from tests.vault.stores import DictStore

SECRET = "IAM_S_" + "Qg3bTm6x" * 4
REPORT = "Traceback\n  File x\n"


def test_what_happens_in_the_window_reaches_its_guard(demo, qtbot):
    """A1, A3, A6."""
    guards, window = demo.secret_guards, demo.window
    field, board = window.token_field, guards.clipboard
    assert guards.clipboard_status.parent() is not None
    assert guards.screen_share_bar.dismiss_button.isHidden()
    assert board._timeout_seconds == 10
    assert guards.idle_timer._timeout_seconds == 240.0

    field.copied.emit(SECRET)
    assert clipboard() == SECRET
    assert board._secret == SECRET
    board._selected_secret = SECRET  # as X11 has it: offscreen there is no selection
    field.text_hidden.emit(SECRET)
    assert board._selected_secret == ""
    field.text_masked.emit(SECRET)
    assert is_known_to_the_log(demo, SECRET)
    board.failed.emit("It could not be cleared.")
    assert "It could not be cleared." in window.status_bar.selection_label.text()
    field.set_raw_text("another")
    assert clipboard() == ""

    result = inspect(demo, qtbot, token_of(demo, "valid"))
    assert is_known_to_the_log(demo, result.token.reveal())
    for lock in (guards.idle_timer.timeout, guards.screen_lock_monitor.locked):
        lock.emit()
        assert guards.window_lock.is_locked
        guards.window_lock.show_window()
    window.action_collection[ActionId.LOCK].trigger()
    assert guards.window_lock.is_locked
    guards.window_lock.show_window()

    current = demo.preferences.current
    kept = TokenLocation(as_literal("a place"), None, "0a1b2c3d")
    hint = guards.window_lock.page.hint_label
    for environment_id, location, words in (
        (current.id, kept, "Press Enter to inspect the kept token again."),
        ("another", NOT_STORED, "Press Enter to inspect the kept token again."),
        (current.id, NOT_STORED, "Paste a token to go on."),
    ):
        guards._parts.token_store.location_changed.emit(environment_id, location)
        assert words in hint.text()
    qtbot.waitUntil(demo.background.is_idle)


def test_a_lock_takes_every_secret_from_everywhere(demo, qtbot):
    """A1, A3, A6, A8: and tells whoever holds one, once."""
    guards, window, store = demo.secret_guards, demo.window, demo.secret_guards._parts.token_store
    inspect(demo, qtbot, token_of(demo, "valid"))
    qtbot.waitUntil(lambda: "this run only" in window.status_bar.token_location_label.text())
    window.forget_offer.show_notice("Forget it?", "Forget", window.forget_offer.hide)
    window.show_exported("Saved", window.hide)
    window.show_note("About it")
    guards.clipboard.copy_secret(SECRET)
    tokens_before, told = demo.runner._access_tokens, Told()
    guards.window_lock.toggled.connect(told.note("lock"))
    guards.secrets_cleared.connect(told.note("cleared"))
    guards.window_lock.lock()
    assert told == [("cleared",), ("lock", True)]
    assert clipboard() == ""
    assert window.token_field.get_raw_text() == ""
    assert window.token_field.toolTip() == ""
    assert demo.runner._access_tokens is not tokens_before
    assert store._memory_locations == {}
    shown = (window.forget_offer, window.export_notice, window.note_label, window.result_view)
    assert [one.isHidden() for one in shown] == [True] * 4
    assert not guards.window_lock.page.isHidden()
    assert window.result_view.results == ()
    qtbot.waitUntil(lambda: window.status_bar.token_location_label.text() == "No token is kept.")
    guards.window_lock.show_window()
    guards.window_lock.show_window()
    assert told[2:] == [("lock", False)]
    assert guards.window_lock.page.isHidden()
    assert not window.result_view.isHidden()
    qtbot.waitUntil(demo.background.is_idle)


@pytest.mark.parametrize("end", ["lock", "stop", "cancel"])
def test_what_the_keyring_asks_is_taken_back_by_a_lock_and_at_the_end(start, qtbot, end):
    """A6: a dialog of another program would stand open over the locked window."""
    prompts = Prompts(as_literal("May it?"))
    app = start(keyring=lambda: Backend(DictStore(), as_literal("a test"), prompts=prompts))
    app.secret_guards._parts.token_store._vault_provider.get_keyring_vault()
    guards = app.secret_guards
    with prompts.asking():
        assert prompts.is_wanted
        bar = guards.keyring_notices.bar
        qtbot.waitUntil(lambda: not bar.isHidden())
        if end == "lock":
            guards.window_lock.lock()
        elif end == "stop":
            guards.stop()
        else:
            bar.action_button.click()
        assert not prompts.is_wanted
    qtbot.waitUntil(app.background.is_idle)


def test_a_lock_takes_what_is_being_masked_and_a_kept_answer_goes_with_its_token(demo, qtbot):
    """A1, A6, A8."""
    guards = demo.secret_guards
    inspect(demo, qtbot, token_of(demo, "valid"))
    guards.screen_share.toggle()
    assert len(guards.screen_share._pending) == 1
    guards.window_lock.lock()
    assert guards.screen_share._pending == ()
    assert guards.screen_share._job is None
    guards.screen_share.toggle()
    guards.window_lock.show_window()
    inspect(demo, qtbot, token_of(demo, "valid"))
    guards.window_lock.lock()
    guards._parts.token_store.deleted.emit("an-id")
    assert guards.window_lock._job is None
    assert not guards.window_lock._deadline.isActive()
    qtbot.waitUntil(demo.background.is_idle)
    assert guards.window_lock._kept == ()


def test_an_answer_that_takes_too_long_to_be_stripped_is_not_held(demo, qtbot):
    """A6: half a second, and its job is let go."""
    guards = demo.secret_guards
    inspect(demo, qtbot, token_of(demo, "valid"))
    guards.window_lock.lock()
    assert guards.window_lock._deadline.isActive()
    run_out(guards.window_lock._deadline)
    assert guards.window_lock._job is None
    qtbot.waitUntil(demo.background.is_idle)
    assert guards.window_lock._kept == ()
    guards.window_lock.show_window()
    assert demo.window.result_view.results == ()


class Told(list[tuple[object, ...]]):
    """What was told, in its order."""

    def note(self, word):
        return lambda *values: self.append((word, *values))


def test_the_safety_settings_are_those_of_the_guards_at_once(demo, qtbot):
    """A3, A6, A7."""
    guards, preferences = demo.secret_guards, demo.preferences
    provider = guards._parts.token_store._vault_provider
    demo.window.action_collection[ActionId.SAFETY].trigger()
    dialog = demo.window.findChild(SafetyDialog)
    chosen = replace(dialog.get_safety(), clipboard_seconds=60, idle_minutes=2, memory_only=True)
    dialog.chosen.emit(chosen)
    dialog.reject()
    assert preferences.settings.safety == chosen
    assert guards.clipboard._timeout_seconds == 60
    assert guards.idle_timer._timeout_seconds == 120.0
    assert provider.memory_only
    assert demo.window.remember_check_box.text() == "Remember for this run"
    preferences.update_settings(
        replace(preferences.settings, safety=replace(chosen, idle_minutes=None, memory_only=False))
    )
    assert guards.idle_timer._timeout_seconds is None
    assert not provider.memory_only
    assert demo.window.remember_check_box.text() == "Remember for this run", "as in any demo"
    qtbot.waitUntil(demo.background.is_idle)


def test_reports_are_shown_one_at_a_time_and_redacted(demo, qtbot):
    """A1."""
    guards, window = demo.secret_guards, demo.window
    guards.offer_fault_report("")
    assert not guards.notice_bar.isVisible()
    guards.crash_reporter.known_secrets.add_text(SECRET)
    guards.offer_fault_report(f"{REPORT}{SECRET}")
    assert "the app ended because of a fault" in guards.notice_bar.message_label.text()
    assert guards.notice_bar.action_button.text() == "Show the report"
    guards.notice_bar.action_button.click()
    dialog = window.findChild(CrashReportDialog)
    assert SECRET not in dialog.report_view.toPlainText()
    assert "Traceback" in dialog.report_view.toPlainText()
    guards.crash_reporter.crashed.emit("second")
    assert guards.notice_bar.message_label.text() == "Something else went wrong."
    assert len(window.findChildren(CrashReportDialog)) == 1
    dialog.reject()
    dialog.setParent(None)
    guards.crash_reporter.crashed.emit("third")
    (third,) = window.findChildren(CrashReportDialog)
    assert third.report_view.toPlainText() == "third"
    third.reject()
    qtbot.waitUntil(demo.background.is_idle)


def test_at_the_end_everything_is_stopped_and_cleared(demo, qtbot):
    """A3, A6, A8."""
    guards = demo.secret_guards
    inspect(demo, qtbot, token_of(demo, "valid"))
    guards.window_lock.lock()
    qtbot.waitUntil(lambda: bool(guards.window_lock._kept))
    guards.clipboard.copy_secret(SECRET)
    guards.stop()
    assert clipboard() == ""
    assert not guards.clipboard._timer.isActive()
    assert not guards.idle_timer._timer.isActive()
    assert guards.window_lock._kept == ()
    assert guards._parts.token_store._prompt_cancellation.is_cancelled
    qtbot.waitUntil(demo.background.is_idle)


def test_a_long_paste_is_looked_through_by_a_worker(demo, qtbot):
    """A1, R3: a token at its beginning is known at once, one further on soon after."""
    first, last = ("IAM_S_" + letters * 8 for letters in ("h4Ks", "t9Lz"))
    demo.window.token_field.set_raw_text(f"{first} {'word ' * 2000} {last[6:]}")
    assert is_known_to_the_log(demo, first)
    qtbot.waitUntil(lambda: is_known_to_the_log(demo, last))
    qtbot.waitUntil(demo.background.is_idle)
