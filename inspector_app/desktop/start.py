"""The desktop entry point: parses the options, shows the skeleton window, then builds the app."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from inspector_app import __version__
from inspector_app.desktop import command_line, first_frame
from inspector_app.desktop.look import qt_files
from inspector_app.desktop.look.words import say
from inspector_app.system import faults, resources
from inspector_app.system.paths import Directories, get_directories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.application import Inspecting
    from inspector_app.desktop.command_line import Wishes
    from inspector_app.desktop.guards.crash_report import CrashWatch
    from inspector_app.desktop.window import Window


def run(arguments: Sequence[str]) -> int:
    """Run the desktop app until its window closes; returns the exit code."""
    wishes = command_line.read(arguments)
    if wishes.is_self_test:
        import tempfile

        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        with tempfile.TemporaryDirectory() as folder:  # no user file is touched
            return _started(wishes, Directories(Path(folder, "settings.json"), Path(folder)))
    if not _has_display():
        if wishes.screenshot is None:
            sys.stderr.write(
                str(say("There is no display to open a window on. See --help for --screenshot."))
                + "\n"
            )
            return 2
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _started(wishes, get_directories())


def _started(wishes: Wishes, places: Directories) -> int:
    earlier_fault = faults.collect_fault_reports(places.state)
    with faults.capture_faults(places.state):
        application = _application()
        window = None
        if not wishes.is_unattended:
            window = first_frame.shown(application, places.settings_file)
            if window.isHidden():
                return 0
        return _watched(application, wishes, places, window, earlier_fault)


def _application() -> QApplication:
    QApplication.setApplicationName("enos-session-inspector")
    QApplication.setApplicationDisplayName(say("EnOS Session Inspector"))
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("enos-session-inspector")
    if resources.is_bundled():
        QApplication.setLibraryPaths([str(qt_files.bundled("plugins"))])
    # No user argument reaches Qt: some of Qt's own would load plugins from anywhere.
    return QApplication(["enos-session-inspector"])


def _watched(
    application: QApplication,
    wishes: Wishes,
    places: Directories,
    window: Window | None,
    earlier_fault: str,
) -> int:
    from inspector_app.desktop.guards.crash_report import CrashWatch
    from inspector_app.system import logs
    from inspector_app.system.known_secrets import KnownSecrets

    crashes = CrashWatch(KnownSecrets())
    with logs.log_to_file(places.state, crashes.known):
        crashes.install()
        try:
            inspecting = _built(application, wishes, places, window, crashes)
            inspecting.safekeeping.offer_fault(earlier_fault)
            inspecting.window.show()
            return application.exec()
        except Exception as error:  # noqa: BLE001  # there is no window to show it in
            crashes.tell(error)
            return 1
        finally:
            crashes.uninstall()


def _built(
    application: QApplication,
    wishes: Wishes,
    places: Directories,
    window: Window | None,
    crashes: CrashWatch,
) -> Inspecting:
    from inspector_app.desktop import application as app
    from inspector_app.desktop.look.icons import application_icon
    from inspector_app.desktop.look.language import system_languages
    from inspector_app.vault.backends import MEMORY_ONLY_BY_CHOICE, open_backend

    application.setWindowIcon(application_icon())
    keyring = (lambda: MEMORY_ONLY_BY_CHOICE) if wishes.is_self_test else open_backend
    languages = system_languages()
    inspecting = app.Inspecting(application, wishes, places, keyring, crashes, window, languages)
    if wishes.screenshot is not None:
        from inspector_app.desktop.portrait import Portrait

        portrait = Portrait(inspecting, wishes.screenshot)
        portrait.begin() if wishes.file is None else portrait.begin_with_file()
    elif wishes.is_self_test:
        from inspector_app.desktop.self_test import SelfTest

        SelfTest(inspecting, places.state).begin()
    return inspecting


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
