"""What inspects: tokens and where they are kept, the runner, and the questions before a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.environments.call_confirmation import CallConfirmation
from inspector_app.desktop.environments.demo_host import DEMO_ENVIRONMENT_ID, DemoHost
from inspector_app.desktop.environments.elsewhere_search import ElsewhereSearch
from inspector_app.desktop.environments.environment_editor import EnvironmentEditor
from inspector_app.desktop.environments.host_mismatch_prompt import HostMismatchPrompt
from inspector_app.desktop.inspection_runner import InspectionRunner
from inspector_app.desktop.main_window.error_messages import ErrorMessages
from inspector_app.desktop.presenter import Presenter, Prompts
from inspector_app.desktop.stale_tracker import StaleTracker
from inspector_app.desktop.token_store import TokenStore
from inspector_app.desktop.vault_provider import VaultProvider

if TYPE_CHECKING:
    from inspector_app.desktop.composition.app_parts import AppParts


def create_inspecting(app: AppParts) -> None:
    """Create what an inspection passes through, from the token field to the answer."""
    window, preferences, background = app.window, app.preferences, app.background
    app.vault_provider = VaultProvider(app.open_keyring, frozenset({DEMO_ENVIRONMENT_ID}))
    app.vault_provider.memory_only = preferences.settings.safety.memory_only
    app.token_store = TokenStore(app.vault_provider, background, app)
    app.runner = InspectionRunner(app.vault_provider, background, app)
    app.demo = DemoHost(background, app)
    editor = EnvironmentEditor(
        app.theme, preferences, app.token_store, app.vault_provider, background, window
    )
    app.prompts = _create_prompts(app)
    app.stale_tracker = StaleTracker(window, app.runner, app.token_store)
    app.presenter = Presenter(
        window, preferences, editor, app.runner, app.token_store, app.demo, app.prompts
    )
    ErrorMessages(window, app.runner, app.token_store, preferences, app.demo)


def _create_prompts(app: AppParts) -> Prompts:
    """Create the questions about where a token is sent; a change of the text ends them."""
    window = app.window
    host_mismatch = HostMismatchPrompt(app.theme, app.preferences, window)
    confirmation = CallConfirmation(app.theme, app.preferences, window)
    elsewhere = ElsewhereSearch(
        app.theme, app.preferences, app.vault_provider, app.background, window
    )
    for bar in (host_mismatch.bar, confirmation.bar, elsewhere.panel):
        window.insert_widget(bar)
    window.token_field.edited.connect(host_mismatch.bar.hide)
    window.token_field.edited.connect(confirmation.close)
    window.token_field.edited.connect(elsewhere.close)
    return Prompts(host_mismatch, confirmation, elsewhere)
