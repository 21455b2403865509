"""Builds the desktop app from its parts and shuts it down: the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from inspector_app.desktop.actions import Do
from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.environments.demo_host import DemoHost
from inspector_app.desktop.environments.environment_editor import EnvironmentEditor
from inspector_app.desktop.environments.host_question import HostQuestion
from inspector_app.desktop.export.reporter import Reporter
from inspector_app.desktop.export.row_copies import RowCopies
from inspector_app.desktop.export.sharing import Sharing
from inspector_app.desktop.file_drop import FileDrop
from inspector_app.desktop.guards.crash_report import CrashWatch
from inspector_app.desktop.guards.safekeeping import Guarded, Safekeeping
from inspector_app.desktop.guards.token_keeper import TokenKeeper, VaultDoor
from inspector_app.desktop.inspector import Inspector
from inspector_app.desktop.look.appearance import Appearance
from inspector_app.desktop.look.language import in_use, speak
from inspector_app.desktop.look.words import one_after_another, shown
from inspector_app.desktop.opening import Opening
from inspector_app.desktop.preferences import Preferences
from inspector_app.desktop.presenter import Presenter
from inspector_app.desktop.troubles import Troubles
from inspector_app.desktop.window import Window
from inspector_app.system import machine_environments
from inspector_app.system import settings as settings_file
from inspector_app.system.known_secrets import KnownSecrets
from inspector_app.vault.backends import open_backend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QApplication

    from inspector_app.desktop.command_line import Wishes
    from inspector_app.system.paths import Directories
    from inspector_app.vault.backends import Backend, MemoryOnly

_PATIENCE: Final = 1.5
"""Seconds that closing waits for running jobs before the process exits without them."""


class Inspecting(QObject):
    """The running app: creates every component once and passes it to those that need it.

    ``languages`` are the user's preferred languages, best first.
    """

    def __init__(
        self,
        application: QApplication,
        wishes: Wishes,
        places: Directories,
        keyring: Callable[[], Backend | MemoryOnly] = open_backend,
        crashes: CrashWatch | None = None,
        window: Window | None = None,
        languages: Sequence[str] = ("en",),
    ) -> None:
        super().__init__(application)
        settings, notice = settings_file.load(places.settings_file)
        speak(in_use(settings.language, languages), application, self)
        machine, machine_notice = machine_environments.load(places.machine_files)
        self.wishes = wishes
        self._is_closed = False
        crashes = crashes or CrashWatch(KnownSecrets(), self)
        self.background = Background(self, crashes.tell)
        self.appearance = Appearance(application, settings.theme_mode)
        self.preferences = Preferences(
            settings, places.settings_file, self.background, self, machine
        )
        self.window = window or Window(self.appearance.colours, self.appearance.rhythm)
        self.window.furnish(self.appearance, self.preferences, self.background)
        door = VaultDoor(keyring)
        door.memory_only = settings.safety.memory_only
        keeper = TokenKeeper(door, self.background, self)
        self.inspector = Inspector(door, self.background, self)
        self.demo = DemoHost(self.background, self)
        editor = EnvironmentEditor(
            self.appearance, self.preferences, keeper, self.background, self.window
        )
        self.host_question = HostQuestion(self.appearance, self.preferences, self.window)
        self.presenter = Presenter(
            self.window,
            self.preferences,
            editor,
            self.inspector,
            keeper,
            self.demo,
            self.host_question,
        )
        Troubles(self.window, self.inspector, keeper, self.preferences, self.demo)
        self.safekeeping = Safekeeping(
            Guarded(
                self.window,
                self.appearance,
                self.preferences,
                self.inspector,
                keeper,
                self.presenter.inspect,
                self.background,
            ),
            crashes,
            places.state,
            self,
        )
        clipboard = self.safekeeping.clipboard
        self.sharing = Sharing(
            self.window,
            self.appearance,
            self.preferences,
            Reporter(self.window.result, places.state),
            self.background,
            clipboard,
        )
        self.copies = RowCopies(self.window.result, self.background, clipboard, self)
        for part in (self.sharing, self.copies):
            part.said.connect(self.window.status.say)
            self.safekeeping.letting_go.connect(part.forget)
        self.copies.connect_to(self.window.actions_table)
        self.opening = Opening(self.window, self.inspector, self.background, self)
        self.opening.opened.connect(self.safekeeping.take_in)
        self.safekeeping.letting_go.connect(self.opening.drop)
        FileDrop(self.window, self.appearance).dropped.connect(self.opening.open_dropped)
        self.window.actions_table.connect_all(
            {
                Do.COPY_REPORT: self.sharing.copy_report,
                Do.COPY_MARKDOWN: self.sharing.copy_markdown,
                Do.COPY_JIRA: self.sharing.copy_jira,
                Do.EXPORT: self.sharing.export,
                Do.OPEN: self.opening.ask,
            }
        )
        if window is None:
            self.window.restore_place(settings.window_geometry)
        notices = [one for one in (notice, machine_notice) if one is not None]
        if notices:
            self.window.show_note(one_after_another(map(shown, notices)))
        if wishes.environment is not None:
            self.presenter.choose_by_name(wishes.environment)
        self.window.painted_first.connect(self._warm_up)
        self.window.closing.connect(self.close)
        # Set before the first key event is handled: Enter is meant for the demo.
        self.demo.is_starting = wishes.is_demo or wishes.is_self_test

    def close(self) -> None:
        """Cancel the inspection, finish file writes and release resources; the window is hidden.

        Quitting closes a window that may be closed already: a second call does nothing.
        """
        if self._is_closed:
            return
        self._is_closed = True
        self.sharing.forget()
        self.window.stop()
        self.safekeeping.stop()
        self.inspector.cancel()
        self.preferences.keep_place(self.window.place())
        self.background.close(_PATIENCE)
        self.demo.stop()  # after the lane that may be starting it

    def _warm_up(self) -> None:
        """After the first paint: import deferred modules, start the demo, open the given file."""
        self.background.submit(Lane.FILES, _import_the_rest, _ignore)
        if self.demo.is_starting:
            self.demo.start()
        if self.wishes.file is not None:
            self.opening.open(self.wishes.file)


def _import_the_rest() -> None:
    from inspector_app.desktop.environments import environment_dialog
    from inspector_app.desktop.export import export_dialog, export_making
    from inspector_app.gateway import client

    del client, environment_dialog, export_dialog, export_making


def _ignore(_answer: None) -> None:
    """Discard the result of importing the deferred modules."""
