"""What guards secrets in the window: clipboard, locks, reports of faults, a shared screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.guards.secret_guards import GuardedParts, SecretGuards

if TYPE_CHECKING:
    from inspector_app.desktop.composition.app_parts import AppParts


def create_guards(app: AppParts) -> None:
    """Create the guards of what is inspected."""
    parts = GuardedParts(
        app.window,
        app.theme,
        app.preferences,
        app.runner,
        app.token_store,
        app.presenter.inspect,
        app.background,
    )
    app.secret_guards = SecretGuards(parts, app.crash_reporter, app.directories.state, app)
    app.secret_guards.screen_share.toggled.connect(app.window.token_choice.set_shared)
    for prompt in (app.prompts.call_confirmation, app.prompts.elsewhere):
        app.secret_guards.secrets_cleared.connect(prompt.close)
