"""The parts of the app that a queue works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.clipboard import Clipboard
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.session.credentials import Credentials
    from inspector_app.settings.environment import Environment


@dataclass(frozen=True, slots=True)
class ManyParts:
    """The parts of the app that a queue works with.

    ``add_secrets`` may be called by any thread. ``confirm`` makes a call, where the environment
    wants it once the user has agreed.
    """

    window: MainWindow
    theme: Theme
    preferences: Preferences
    background: BackgroundExecutor
    vault_provider: VaultProvider
    clipboard: Clipboard
    state_directory: Path
    add_secrets: Callable[[Credentials], None]
    confirm: Callable[[Environment, Callable[[], object]], None]
