"""Builds the app from its parts, runs it and takes it down again: the composition root."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from inspector_app import __version__
from inspector_app.desktop import command_line
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
from inspector_app.desktop.look.icons import application_icon
from inspector_app.desktop.look.words import say, shown
from inspector_app.desktop.opening import Opening
from inspector_app.desktop.preferences import Preferences
from inspector_app.desktop.presenter import Presenter
from inspector_app.desktop.troubles import Troubles
from inspector_app.desktop.window import Window
from inspector_app.system import faults, logs, machine_environments
from inspector_app.system import settings as settings_file
from inspector_app.system.known_secrets import KnownSecrets
from inspector_app.system.paths import Directories, directories
from inspector_app.vault.backends import CHOSEN, open_backend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inspector_app.desktop.command_line import Wishes
    from inspector_app.vault.backends import Backend, MemoryOnly

_PATIENCE: Final = 1.5
"""Seconds that closing waits for work under way before the process leaves without it."""


class Inspecting(QObject):
    """The running app: every part, built once and handed to those that need it."""

    def __init__(
        self,
        application: QApplication,
        wishes: Wishes,
        places: Directories,
        keyring: Callable[[], Backend | MemoryOnly] = open_backend,
        crashes: CrashWatch | None = None,
    ) -> None:
        super().__init__(application)
        settings, notice = settings_file.load(places.settings_file)
        machine, machine_notice = machine_environments.load(places.machine_files)
        self.wishes = wishes
        self._is_closed = False
        crashes = crashes or CrashWatch(KnownSecrets(), self)
        self.background = Background(self, crashes.tell)
        self.appearance = Appearance(application, settings.appearance)
        self.preferences = Preferences(
            settings, places.settings_file, self.background, self, machine
        )
        self.window = Window(self.appearance, self.preferences, self.background)
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
        if settings.window_geometry:
            self.window.restore_place(settings.window_geometry)
        notices = [one for one in (notice, machine_notice) if one is not None]
        if notices:
            self.window.show_note(" ".join(shown(one) for one in notices))
        if wishes.environment is not None:
            self.presenter.choose_by_name(wishes.environment)
        self.window.painted_first.connect(self._warm_up)
        self.window.closing.connect(self.close)

    def close(self) -> None:
        """Cancel, finish what is being written, and let go; the window is hidden already.

        Quitting closes a window that may be closed already: the second time nothing is done.
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
        """Import what the first paint did not need, before somebody waits for it."""
        self.background.submit(Lane.FILES, _import_the_rest, _ignore)
        if self.wishes.is_demo or self.wishes.is_self_test:
            self.demo.start()
        if self.wishes.file is not None:
            self.opening.open(self.wishes.file)


def _import_the_rest() -> None:
    from inspector_app.desktop.environments import environment_dialog
    from inspector_app.desktop.export import export_dialog, export_making
    from inspector_app.gateway import client

    del client, environment_dialog, export_dialog, export_making


def _ignore(_answer: None) -> None:
    """Nobody waits for a warm-up."""


def run(arguments: Sequence[str]) -> int:
    """Run the desktop app until its window closes; returns the exit code."""
    wishes = command_line.read(arguments)
    if wishes.is_self_test:
        import tempfile

        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        with tempfile.TemporaryDirectory() as folder:  # nothing of the person's is touched
            return _watched(wishes, Directories(Path(folder, "settings.json"), Path(folder)))
    if not _has_display():
        if wishes.screenshot is None:
            sys.stderr.write(
                str(say("There is no display to open a window on. See --help for --screenshot."))
                + "\n"
            )
            return 2
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _watched(wishes, directories())


def _watched(wishes: Wishes, places: Directories) -> int:
    crashes = CrashWatch(KnownSecrets())
    earlier_fault = faults.left_behind(places.state)
    with logs.kept_in(places.state, crashes.known), faults.watched(places.state):
        crashes.install()
        try:
            return _run(wishes, places, crashes, earlier_fault)
        except Exception as error:  # noqa: BLE001  # there is no window to show it in
            crashes.tell(error)
            return 1
        finally:
            crashes.uninstall()


def _run(wishes: Wishes, places: Directories, crashes: CrashWatch, earlier_fault: str) -> int:
    QApplication.setApplicationName("enos-session-inspector")
    QApplication.setApplicationDisplayName(say("EnOS Session Inspector"))
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("enos-session-inspector")
    # No argument of the person's reaches Qt: some of its own would load plugins from anywhere.
    application = QApplication(["enos-session-inspector"])
    application.setWindowIcon(application_icon())
    keyring = (lambda: CHOSEN) if wishes.is_self_test else open_backend
    inspecting = Inspecting(application, wishes, places, keyring, crashes)
    inspecting.safekeeping.offer_fault(earlier_fault)
    if wishes.screenshot is not None:
        from inspector_app.desktop.portrait import Portrait

        portrait = Portrait(inspecting, wishes.screenshot)
        if wishes.file is None:
            portrait.begin()
        else:
            portrait.begin_with_file()
    elif wishes.is_self_test:
        from inspector_app.desktop.self_test import SelfTest

        self_test = SelfTest(inspecting, places.state)
        self_test.begin()
    inspecting.window.show()
    return application.exec()


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
