"""The desktop entry point: parses the options, then builds the app."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from inspector_app import APPLICATION_ID, DESKTOP_PROGRAM, __version__
from inspector_app.desktop.startup import (
    command_line,
    fatal_start,
    handover,
    input_method,
)
from inspector_app.desktop.startup.protection import Protection
from inspector_app.desktop.theme import qt_paths
from inspector_app.desktop.theme.translation import translate
from inspector_app.system import fault_reports, resources
from inspector_app.system.paths import SETTINGS_FILE_NAME, Directories, get_directories
from inspector_app.system.standard_streams import print_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.desktop.application import DesktopApp
    from inspector_app.desktop.options import DesktopOptions
    from inspector_app.vault.backends import MemoryOnly


def run(arguments: Sequence[str]) -> int:
    """Run the desktop app until its window closes; returns the exit code."""
    options = command_line.parse_arguments(arguments)
    if options.is_self_test:
        import tempfile

        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        with tempfile.TemporaryDirectory() as folder:  # no user file is touched
            state = Path(folder)
            return _run_desktop(options, Directories(state / SETTINGS_FILE_NAME, state))
    if not _has_display():
        if options.screenshot is None:
            print_line(
                sys.stderr,
                translate("There is no display to open a window on. See --help for --screenshot."),
            )
            return 2
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    directories = get_directories()
    if handover.hand_over(options, directories):
        return 0
    return _run_desktop(options, directories)


def _run_desktop(options: DesktopOptions, directories: Directories) -> int:
    earlier_fault = fault_reports.collect_fault_reports(directories.state)
    with fault_reports.capture_faults(directories.state):
        application = _create_application()
        protection = Protection(application, directories.state, is_unattended=options.is_unattended)
        with protection:
            try:
                app = _create_desktop_app(application, options, directories, protection)
                app.completed.connect(partial(_on_completed, protection, earlier_fault))
                app.show()
                code = application.exec()
            except Exception as error:  # noqa: BLE001  # there is no window to show it in
                protection.report(error)
                return 1
            if app.failure is not None:
                protection.report(app.failure)
            return code


def _create_application() -> QApplication:
    QApplication.setApplicationName(DESKTOP_PROGRAM)
    QApplication.setApplicationDisplayName(translate("EnOS Session Inspector"))
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APPLICATION_ID)
    if resources.is_bundled():
        QApplication.setLibraryPaths([str(qt_paths.get_bundled_path("plugins"))])
    if sys.platform == "linux":
        input_method.choose_input_method(os.environ)
    # No user argument reaches Qt: some of Qt's own would load plugins from anywhere. Its style is
    # set so as the setter would hand it over, and with it the largest class of all.
    with fatal_start.explaining_failure():
        application = _get_application_class()([DESKTOP_PROGRAM, "-style", "fusion"])
    # Pinned: the theme of GTK lends its fixed font to everything once its colours change.
    QApplication.setFont(QApplication.font())
    return application


def _get_application_class() -> type[QApplication]:
    """On macOS the one that is handed files, and hears of them before there is a window."""
    if sys.platform != "darwin":
        return QApplication
    from inspector_app.desktop.main_window.file_open_application import FileOpenApplication

    return FileOpenApplication


def _end(app: DesktopApp, signal_number: int) -> None:
    """End as when the window is closed, and say by which signal, as a shell expects."""
    app.window.close()
    app.close()
    QApplication.exit(128 + signal_number)


def _create_desktop_app(
    application: QApplication,
    options: DesktopOptions,
    directories: Directories,
    protection: Protection,
) -> DesktopApp:
    from inspector_app.desktop.application import DesktopApp, open_system_keyring
    from inspector_app.desktop.theme.language import list_system_languages

    return DesktopApp(
        application,
        options,
        directories,
        _open_nothing if options.is_self_test else open_system_keyring,
        list_system_languages(),
        protection.begin,
    )


def _open_nothing() -> MemoryOnly:
    from inspector_app.vault.backends import MEMORY_ONLY_BY_CHOICE

    return MEMORY_ONLY_BY_CHOICE


def _on_completed(protection: Protection, earlier_fault: str, app: DesktopApp) -> None:
    """Once every part is there: what the app was started for, and other windows."""
    from inspector_app.desktop.startup.termination import TerminationSignals

    protection.callback(TerminationSignals(partial(_end, app)).restore)
    app.secret_guards.offer_fault_report(earlier_fault)
    if app.options.screenshot is not None:
        from inspector_app.desktop.unattended.screenshot_run import ScreenshotRun

        run = ScreenshotRun(app, app.options.screenshot)
        run.start() if app.options.file is None else run.start_with_file()
    elif app.options.is_self_test:
        from inspector_app.desktop.unattended.self_test import SelfTest

        SelfTest(app).start()
    else:
        _connect_windows(app, app.directories)


def _connect_windows(app: DesktopApp, directories: Directories) -> None:
    """Let the app hear of second starts, and open more windows."""
    from inspector_app.desktop.actions import ActionId
    from inspector_app.desktop.startup.new_window import WindowStarter

    if sys.platform == "win32":
        from inspector_app.desktop.startup.message_listener import MessageListener

        MessageListener(app, directories).listen()
    else:
        from inspector_app.desktop.startup.start_listener import StartListener

        StartListener(app, directories).listen()
    starter = WindowStarter(app.background, app)
    app.window.action_collection.connect_all({ActionId.NEW_WINDOW: starter.start})


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
