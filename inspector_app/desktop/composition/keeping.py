"""What keeps answers beside the one that is shown: the history, and a comparison of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.comparison.comparison_controller import ComparisonController
from inspector_app.desktop.comparison.kept_side import KeptSide
from inspector_app.desktop.history.history_controller import HistoryController
from inspector_app.desktop.history.history_disk import HistoryDisk
from inspector_app.desktop.history.history_store import HistoryStore

if TYPE_CHECKING:
    from inspector_app.desktop.composition.app_parts import AppParts


def create_history(app: AppParts) -> None:
    """Create the history; what clears secrets clears its tokens."""
    window, state, guards = app.window, app.directories.state, app.secret_guards
    store = HistoryStore(app.background, state, app)
    app.history_disk = HistoryDisk(store, app.preferences, app.background, state, app)
    app.history_disk.status_message.connect(window.status_bar.show_message)
    app.history = history = HistoryController(
        window,
        store,
        app.theme,
        app.preferences,
        app.runner,
        app.background,
        app.presenter.select_environment,
    )
    app.presenter.inspect_again = history.inspect_again
    app.presenter.forgetting.connect(history.forget_secrets)
    history.recalling.connect(app.stale_tracker.on_opening)
    guards.secrets_cleared.connect(history.forget_secrets)
    guards.window_lock.toggled.connect(history.on_locked)
    guards.screen_share.toggled.connect(history.on_shared)


def create_comparison(app: AppParts) -> None:
    """Create the comparison of two answers, one of which may be asked for anew."""
    guards = app.secret_guards
    app.comparison = comparison = ComparisonController(
        app.window,
        app.history,
        app.theme,
        app.preferences,
        app.background,
        guards.clipboard,
        app.directories.state,
    )
    guards.secrets_cleared.connect(comparison.discard_pending)
    guards.screen_share.toggled.connect(comparison.on_shared)
    app.presenter.forgetting.connect(comparison.discard_pending)
    app.runner.started.connect(app.window.answer_place.show_answer)
    kept_side = KeptSide(
        app.history.store,
        app.vault_provider,
        app.background,
        app.prompts.call_confirmation.confirm,
        comparison,
    )
    known_secrets = guards.crash_reporter.known_secrets
    kept_side.answered.connect(
        lambda result: known_secrets.add_credentials(result.analyzed.credentials)
    )
    kept_side.message.connect(app.window.show_note)
    kept_side.ready.connect(comparison.choose)
    comparison.kept_asked.connect(kept_side.inspect)
    comparison.closed.connect(kept_side.cancel)
    guards.secrets_cleared.connect(kept_side.cancel)
