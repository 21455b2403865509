"""Creates and connects the guards that protect secrets in the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.desktop.actions import Do
from inspector_app.desktop.guards.clipboard import Clipboard
from inspector_app.desktop.guards.clipboard_note import ClipboardNote
from inspector_app.desktop.guards.idle_watch import IdleWatch
from inspector_app.desktop.guards.report_dialog import ReportDialog
from inspector_app.desktop.guards.safety_dialog import SafetyDialog
from inspector_app.desktop.guards.screen_lock import ScreenLock
from inspector_app.desktop.guards.screen_share import ScreenShare
from inspector_app.desktop.guards.window_lock import WindowLock
from inspector_app.desktop.look.notice_bar import NoticeBar
from inspector_app.desktop.look.words import say, shown
from inspector_app.system.tracebacks import mask_home
from inspector_app.vault.problem import VaultErrorKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inspector_app.desktop.background import Background
    from inspector_app.desktop.guards.crash_report import CrashWatch
    from inspector_app.desktop.guards.token_keeper import TokenKeeper, Whereabouts
    from inspector_app.desktop.inspector import Inspector
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.window import Window
    from inspector_app.inspecting.order import InspectionResult
    from inspector_app.system.safety import SafetySettings
    from inspector_app.vault.problem import VaultError


@dataclass(frozen=True, slots=True)
class Guarded:
    """The parts of the app that hold or load secrets; ``inspect`` starts an inspection."""

    window: Window
    appearance: Appearance
    preferences: Preferences
    inspector: Inspector
    keeper: TokenKeeper
    inspect: Callable[[], None]
    background: Background


class Safekeeping(QObject):
    """Applies the safety settings to all guards.

    ``secrets_cleared``: receivers drop whatever may hold a secret.
    """

    letting_go = Signal()

    def __init__(
        self,
        guarded: Guarded,
        crashes: CrashWatch,
        state: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._guarded = guarded
        self.crashes = crashes
        window, appearance = guarded.window, guarded.appearance
        self.clipboard = Clipboard(self)
        self.clipboard_note = ClipboardNote(appearance, self.clipboard)
        window.status.add(self.clipboard_note)
        self.lock = WindowLock(window, appearance, guarded.inspector, self._let_go, guarded.inspect)
        self.share_bar = NoticeBar(appearance)
        self.share_bar.put_away.hide()
        window.insert(self.share_bar)
        self.share = ScreenShare(window, self.share_bar, state, guarded.background)
        self.notice = NoticeBar(appearance)
        window.insert(self.notice)
        self.idle = IdleWatch(self)
        self.screen_lock = ScreenLock(guarded.background, self)
        self._safety: SafetySettings | None = None
        self._connect()
        self._follow()

    def stop(self) -> None:
        """Stop all guards and clear the clipboard; called when the window closes."""
        self.clipboard.stop()
        self.idle.stop()
        self.screen_lock.stop()
        self._guarded.keeper.cancel_unlocking()

    def offer_fault(self, report: str) -> None:
        """Offer to show the fault report of the previous run."""
        if report:
            words = say("The last time, the app ended because of a fault.")
            self._offer_report(words, self.crashes.known.redact(mask_home(report)))

    def _connect(self) -> None:
        window, keeper = self._guarded.window, self._guarded.keeper
        token, inspector = window.token, self._guarded.inspector
        token.copied.connect(self.clipboard.copy_secret)
        token.hidden.connect(self.clipboard.clear_selection_of)
        token.edited.connect(self._token_changed)
        token.held.connect(self.crashes.known.add_text)
        self.clipboard.failed.connect(window.status.say)
        inspector.answered.connect(self._learn)
        self.crashes.crashed.connect(self._show_crash)
        self.idle.due.connect(self.lock.lock)
        self.screen_lock.locked.connect(self.lock.lock)
        window.painted_first.connect(self._listen)
        keeper.changed.connect(self._token_found)
        keeper.trouble.connect(self._offer_unlocking)
        keeper.unlocked.connect(self._unlocked)
        window.actions_table.connect_all(
            {
                Do.LOCK: self.lock.lock,
                Do.SCREEN_SHARE: self.share.toggle,
                Do.SAFETY: self._ask_how_careful,
            }
        )
        self._guarded.preferences.changed.connect(self._follow)

    def _listen(self) -> None:
        self.screen_lock.listen(int(self._guarded.window.winId()))

    def _follow(self) -> None:
        preferences, keeper = self._guarded.preferences, self._guarded.keeper
        safety, before = preferences.settings.safety, self._safety
        if safety == before:
            return
        self._safety = safety
        self.clipboard.let_last(safety.clipboard_seconds)
        self.idle.wait(safety.idle_minutes)
        self._guarded.window.remember.setText(
            say("Remember for this run") if safety.memory_only else say("Remember in the keyring")
        )
        if safety.memory_only:
            is_new = before is not None and not before.memory_only
            keeper.use_memory_only(preferences.environments if is_new else ())
        else:
            keeper.use_keyring()
        if before is not None and before.memory_only != safety.memory_only:
            self._look_for_token()

    def _ask_how_careful(self) -> None:
        guarded = self._guarded
        dialog = SafetyDialog(
            guarded.appearance,
            guarded.preferences.settings.safety,
            self.screen_lock.hearing.words,
            guarded.window,
        )
        dialog.chosen.connect(self._choose)
        dialog.open()

    def _choose(self, safety: SafetySettings) -> None:
        preferences = self._guarded.preferences
        preferences.change(replace(preferences.settings, safety=safety))

    def _token_changed(self) -> None:
        self.clipboard.clear_secret()
        self._guarded.window.token.show_fingerprint("")

    def _learn(self, outcome: InspectionResult) -> None:
        """Register the answer's credentials for redaction in crash reports and logs."""
        self.crashes.known.add_credentials(outcome.analyzed.credentials)
        if outcome.token is not None:
            self._guarded.window.token.show_fingerprint(outcome.token.fingerprint)

    def take_in(self, outcome: InspectionResult) -> None:
        """Register the credentials of a result opened from a file, and hide the lock page."""
        self._learn(outcome)
        self.lock.show_window()

    def _let_go(self) -> None:
        self.letting_go.emit()
        self.share.forget()
        self.clipboard.clear_secret()
        self._guarded.window.token.show_fingerprint("")
        self._guarded.keeper.let_go()
        self._guarded.inspector.let_go()
        self._look_for_token()

    def _token_found(self, environment_id: str, token: Whereabouts) -> None:
        current = self._guarded.preferences.current
        if current is not None and current.id == environment_id:
            self.lock.show_whereabouts(token)

    def _look_for_token(self) -> None:
        current = self._guarded.preferences.current
        if current is not None:
            self._guarded.keeper.look(current)

    # --- a locked keyring

    def _offer_unlocking(self, problem: VaultError) -> None:
        if problem.kind is VaultErrorKind.LOCKED:
            self.notice.offer(shown(problem.description), say("Unlock…"), self._unlock_keyring)

    def _unlock_keyring(self) -> None:
        self._guarded.keeper.unlock()
        self.notice.offer(
            say("Waiting for the keyring: your system asks for its password."),
            say("Cancel"),
            self._guarded.keeper.cancel_unlocking,
        )

    def _unlocked(self) -> None:
        self.notice.hide()
        self._look_for_token()

    # --- reports

    @Slot(str)
    def _show_crash(self, report: str) -> None:
        """Show the report, or while another one is being read, offer it."""
        if self._guarded.window.findChild(ReportDialog) is None:
            self._show_report(report)
        else:
            self._offer_report(say("Something else went wrong."), report)

    def _offer_report(self, words: str, report: str) -> None:
        self.notice.offer(words, say("Show the report"), partial(self._show_report, report))

    def _show_report(self, report: str) -> None:
        ReportDialog(
            self._guarded.appearance,
            self.clipboard,
            say(
                "Something in this app went wrong. You can go on. If you report it, send this "
                "text: it names places in the program and no credential."
            ),
            report,
            self._guarded.window,
        ).show()
