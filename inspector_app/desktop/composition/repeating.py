"""What asks more than once: a queue of many tokens, a watched session, the tokens that are kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.kept_tokens import KeptTokens
from inspector_app.desktop.many.many_parts import ManyParts
from inspector_app.desktop.many.many_starter import ManyStarter
from inspector_app.desktop.theme.translation import join_sentences, render_text
from inspector_app.desktop.watch.watch_controller import WatchController, WatchParts

if TYPE_CHECKING:
    from inspector_app.desktop.composition.app_parts import AppParts
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.inspection.watch import WatchStep


def create_repeating(app: AppParts) -> None:
    """Create queue and watch, both ended where a token is forgotten, and the list of tokens."""
    app.many = _create_many(app)
    app.watch = _create_watch(app)
    kept_tokens = KeptTokens(
        app.theme,
        app.preferences,
        app.token_store,
        app.vault_provider,
        app.background,
        app.presenter.find_token,
        app.window,
    )
    app.window.action_collection.connect_all(
        {
            ActionId.INSPECT_FILE: app.many.open_file_dialog,
            ActionId.WATCH: app.watch.open_dialog,
            ActionId.KEPT_TOKENS: kept_tokens.open_dialog,
        }
    )


def _create_many(app: AppParts) -> ManyStarter:
    from inspector_app.history.entry import Origin

    guards = app.secret_guards
    parts = ManyParts(
        app.window,
        app.theme,
        app.preferences,
        app.background,
        app.vault_provider,
        guards.clipboard,
        app.directories.state,
        guards.crash_reporter.known_secrets.add_credentials,
        app.prompts.call_confirmation.confirm,
    )
    many = ManyStarter(parts, app)
    many.opened.connect(app.stale_tracker.on_opened)
    many.answered.connect(partial(app.history.store.add_result, origin=Origin.QUEUE))
    many.status_message.connect(app.window.status_bar.show_message)
    guards.secrets_cleared.connect(many.discard)
    guards.screen_share.toggled.connect(many.set_shared)
    return many


def _create_watch(app: AppParts) -> WatchController:
    parts = WatchParts(
        app.window,
        app.theme,
        app.background,
        app.vault_provider,
        app.runner,
        app.prompts.call_confirmation.confirm,
    )
    watch = WatchController(parts, app)
    known_secrets = app.secret_guards.crash_reporter.known_secrets
    watch.runner.stepped.connect(
        lambda result, _step: known_secrets.add_credentials(result.analyzed.credentials)
    )

    def keep_watched_answer(result: InspectionResult, step: WatchStep) -> None:
        from inspector_app.history.entry import Origin

        news = join_sentences(map(render_text, step.news))
        app.history.store.add_result(result, Origin.WATCHED, news)

    watch.changed.connect(keep_watched_answer)
    app.secret_guards.secrets_cleared.connect(watch.stop)
    for forget in (app.many.close, watch.stop, app.secret_guards.window_lock.discard_answers):
        app.presenter.forgetting.connect(forget)
    return watch
