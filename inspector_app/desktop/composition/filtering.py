"""What hears of keys, pastes, drops and windows before the widget that they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.main_window.action_key_filter import ActionKeyFilter
from inspector_app.desktop.main_window.file_drop import FileDropFilter
from inspector_app.desktop.main_window.file_open_application import FileOpenApplication
from inspector_app.desktop.main_window.menu_key import MenuKey
from inspector_app.desktop.pasting.paste_filter import PasteFilterInstaller

if TYPE_CHECKING:
    from inspector_app.desktop.composition.app_parts import AppParts


def install_filters(app: AppParts) -> None:
    """Install the filters of events."""
    application, window = app.application, app.window
    PasteFilterInstaller(application, app)
    ActionKeyFilter(application, window)
    MenuKey(application, app)
    file_drop = FileDropFilter(window, app.theme)
    file_drop.dropped.connect(app.file_opener.open_dropped)
    file_drop.failed.connect(window.show_failure)
    if isinstance(application, FileOpenApplication):
        application.deliver_to(app.file_opener.open)


def rest_unseen(app: AppParts) -> None:
    """Let rest what has nothing to do while nobody sees the window, until something happens."""
    collector = app.garbage_collector
    collector.watch(app.window.result_view.shown, app.comparison.compared)
    app.secret_guards.secrets_cleared.connect(collector.resume)
    for receiver in (collector.set_seen, app.secret_guards.idle_timer.set_seen):
        app.window.visibility_changed.connect(receiver)
        receiver(app.window.isVisible())  # it is, where this comes after its first paint
