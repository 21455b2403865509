"""Creates and connects the guards that protect secrets in the window."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.background import Lane
from inspector_app.desktop.clipboard import Clipboard
from inspector_app.desktop.guards.clipboard_status import ClipboardStatus
from inspector_app.desktop.guards.crash_report_dialog import CrashReportDialog
from inspector_app.desktop.guards.idle_timer import IdleTimer
from inspector_app.desktop.guards.keyring_notices import KeyringNotices
from inspector_app.desktop.guards.safety_dialog import SafetyDialog
from inspector_app.desktop.guards.screen_lock_monitor import ScreenLockMonitor
from inspector_app.desktop.guards.screen_share_mode import ScreenShareMode
from inspector_app.desktop.guards.system_idle import SystemIdle
from inspector_app.desktop.guards.window_lock import WindowLock
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.notice_bar import NoticeBar
from inspector_app.system.tracebacks import mask_home

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.guards.crash_reporter import CrashReporter
    from inspector_app.desktop.inspection_runner import InspectionRunner
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.token_store import TokenLocation, TokenStore
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.settings.safety import SafetySettings


_MAX_AT_ONCE: Final = 4096
"""Characters of a pasted text that are looked through at once: of 100,000 the fingerprints take
0.1 s."""


@dataclass(frozen=True, slots=True)
class GuardedParts:
    """The parts of the app that hold or load secrets; ``inspect`` starts an inspection."""

    window: MainWindow
    theme: Theme
    preferences: Preferences
    inspector: InspectionRunner
    token_store: TokenStore
    inspect: Callable[[], None]
    background: BackgroundExecutor


class SecretGuards(QObject):
    """Applies the safety settings to all guards.

    ``secrets_cleared``: receivers drop whatever may hold a secret.
    """

    secrets_cleared = Signal()

    def __init__(
        self,
        parts: GuardedParts,
        crash_reporter: CrashReporter,
        state_directory: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self.crash_reporter = crash_reporter
        window, appearance = parts.window, parts.theme
        self.clipboard = Clipboard(self)
        self.clipboard_status = ClipboardStatus(appearance, self.clipboard)
        window.status_bar.insert_widget(self.clipboard_status)
        self.window_lock = WindowLock(
            window,
            appearance,
            parts.inspector,
            parts.background,
            self._clear_secrets,
            parts.inspect,
        )
        self.screen_share_bar = NoticeBar(appearance)
        self.screen_share_bar.dismiss_button.hide()
        window.insert_widget(self.screen_share_bar)
        self.screen_share = ScreenShareMode(
            window, self.screen_share_bar, state_directory, parts.background
        )
        self.notice_bar = NoticeBar(appearance)
        window.insert_widget(self.notice_bar)
        self.keyring_notices = KeyringNotices(appearance, parts.token_store, self._find_token, self)
        window.insert_widget(self.keyring_notices.bar)
        self.idle_timer = IdleTimer(SystemIdle(parts.background, self).ask, self)
        self.screen_lock_monitor = ScreenLockMonitor(parts.background, self)
        if sys.platform == "darwin":
            from inspector_app.desktop.guards.secure_input import SecureInput

            self.secure_input = SecureInput(self)
        self._safety: SafetySettings | None = None
        self._connect()
        self._apply_safety_settings()

    def stop(self) -> None:
        """Stop all guards and clear the clipboard; called when the window closes."""
        self.clipboard.stop()
        self.idle_timer.stop()
        self.window_lock.discard_answers()
        self.screen_lock_monitor.stop()
        self._parts.token_store.cancel_unlocking()
        self._parts.token_store.cancel_prompt()

    def offer_fault_report(self, report: str) -> None:
        """Offer to show the fault report of the previous run."""
        if report:
            words = translate("The last time, the app ended because of a fault.")
            self._offer_report(words, self.crash_reporter.known_secrets.redact(mask_home(report)))

    def _connect(self) -> None:
        window, token_store = self._parts.window, self._parts.token_store
        token, inspector = window.token_field, self._parts.inspector
        token.copied.connect(self.clipboard.copy_secret)
        token.selected.connect(self.clipboard.select_secret)
        token.text_hidden.connect(self.clipboard.clear_selection)
        token.edited.connect(self._on_token_changed)
        token.text_masked.connect(self._register_text)
        self.clipboard.failed.connect(window.status_bar.show_message)
        inspector.answered.connect(self._register_credentials)
        inspector.companions.answered.connect(self._register_more)
        inspector.companions.answered.connect(self.screen_share.replace_pending)
        self.crash_reporter.crashed.connect(self._on_crashed)
        self.idle_timer.timeout.connect(self.window_lock.lock)
        self.screen_lock_monitor.locked.connect(self.window_lock.lock)
        token_store.deleted.connect(self.window_lock.discard_answers)
        token_store.location_changed.connect(self._on_token_location_changed)
        window.action_collection.connect_all(
            {
                ActionId.LOCK: self.window_lock.lock,
                ActionId.SCREEN_SHARE: self.screen_share.toggle,
                ActionId.SAFETY: self._open_safety_dialog,
            }
        )
        self._parts.preferences.changed.connect(self._apply_safety_settings)

    @Slot(object)
    def _register_text(self, text: str) -> None:
        """Remember what may be a token; of a long text at once what a token alone could be."""
        known = self.crash_reporter.known_secrets
        known.add_text(text[:_MAX_AT_ONCE])
        if len(text) > _MAX_AT_ONCE:
            self._parts.background.submit(
                Lane.REQUEST, partial(known.add_text, text), lambda _: None
            )

    def listen(self) -> None:
        """Hear from now on of a locked screen."""
        self.screen_lock_monitor.listen(int(self._parts.window.winId()))

    def _apply_safety_settings(self) -> None:
        preferences, token_store = self._parts.preferences, self._parts.token_store
        safety, before = preferences.settings.safety, self._safety
        self._parts.window.show_remembering()
        if safety == before:
            return
        self._safety = safety
        self.clipboard.set_secret_timeout(safety.clipboard_seconds)
        self.idle_timer.set_timeout(safety.idle_minutes)
        if safety.memory_only:
            is_new = before is not None and not before.memory_only
            token_store.use_memory_only(preferences.environments if is_new else ())
        else:
            token_store.use_keyring()
        if before is not None and before.memory_only != safety.memory_only:
            self._find_token()

    def _open_safety_dialog(self) -> None:
        guarded = self._parts
        dialog = SafetyDialog(
            guarded.theme,
            guarded.preferences.settings.safety,
            self.screen_lock_monitor.detection.message,
            guarded.window,
            guarded.preferences.policies,
        )
        dialog.chosen.connect(self._on_safety_chosen)
        dialog.open()

    def _on_safety_chosen(self, safety: SafetySettings) -> None:
        preferences = self._parts.preferences
        preferences.update_settings(replace(preferences.settings, safety=safety))

    def _on_token_changed(self) -> None:
        self.clipboard.clear_secret()
        if not self._parts.window.token_field.get_raw_text():  # forgotten, locked away or deleted
            self.clipboard.clear_own_selection()
        self._parts.window.token_field.show_fingerprint("")

    def _register_credentials(self, result: InspectionResult) -> None:
        """Register the answer's credentials for redaction in crash reports and logs."""
        self.crash_reporter.known_secrets.add_credentials(result.analyzed.credentials)
        if result.token is not None:
            self._parts.window.token_field.show_fingerprint(result.token.fingerprint)

    def _register_more(self, _before: InspectionResult, result: InspectionResult) -> None:
        """Register the credentials of a result that has an answer more."""
        self.crash_reporter.known_secrets.add_credentials(result.analyzed.credentials)

    def on_result_opened(self, result: InspectionResult) -> None:
        """Register the credentials of a result opened from a file, and hide the lock page."""
        self._register_credentials(result)
        self.window_lock.show_window()

    def _clear_secrets(self) -> None:
        self.secrets_cleared.emit()
        self.screen_share.discard_pending()
        self.clipboard.clear_secret()
        self._parts.window.token_field.show_fingerprint("")
        self._parts.token_store.cancel_prompt()
        self._parts.token_store.clear_memory()
        self._parts.inspector.clear_access_tokens()
        self._find_token()

    def _on_token_location_changed(self, environment_id: str, location: TokenLocation) -> None:
        current = self._parts.preferences.current
        if current is not None and current.id == environment_id:
            self.window_lock.show_token_location(location)

    def _find_token(self) -> None:
        current = self._parts.preferences.current
        if current is not None:
            self._parts.token_store.find_token(current)

    # --- reports

    @Slot(str)
    def _on_crashed(self, report: str) -> None:
        """Show the report, or while another one is being read, offer it."""
        if self._parts.window.findChild(CrashReportDialog) is None:
            self._show_report(report)
        else:
            self._offer_report(translate("Something else went wrong."), report)

    def _offer_report(self, message: str, report: str) -> None:
        self.notice_bar.show_notice(
            message, translate("Show the report"), partial(self._show_report, report)
        )

    def _show_report(self, report: str) -> None:
        CrashReportDialog(
            self._parts.theme,
            self.clipboard,
            translate(
                "Something in this app went wrong. You can go on. If you report it, send this "
                "text: it names places in the program and no credential."
            ),
            report,
            self._parts.window,
        ).show()
