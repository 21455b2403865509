"""Builds the desktop app from its parts and shuts it down: the composition root."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.composition.app_parts import AppParts
from inspector_app.desktop.garbage_collector import GarbageCollector
from inspector_app.desktop.main_window.main_window import MainWindow
from inspector_app.desktop.main_window.policy_enforcement import enforce_policies
from inspector_app.desktop.preferences import Preferences
from inspector_app.desktop.staged_building import StagedBuilding
from inspector_app.desktop.theme.icons import load_application_icon, read_sources
from inspector_app.desktop.theme.language import (
    has_font,
    install_translators,
    resolve_language,
)
from inspector_app.desktop.theme.theme import Theme
from inspector_app.desktop.theme.translation import join_sentences, render_text
from inspector_app.session.translatable_text import tr
from inspector_app.settings import (
    machine_environments,
    policy_sources,
    settings_file,
    user_settings,
)
from inspector_app.settings.user_settings import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from inspector_app.desktop.guards.crash_reporter import CrashReporter
    from inspector_app.desktop.options import DesktopOptions
    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment
    from inspector_app.settings.policies import Policies
    from inspector_app.settings.user_settings import Settings
    from inspector_app.system.paths import Directories
    from inspector_app.vault.backends import Backend, MemoryOnly

_NO_FONT: Final = tr(
    "No font with Chinese characters is installed, so this window speaks English. "
    "Install one, for example fonts-noto-cjk, and start again."
)
_PAINT_TIMEOUT_MS: Final = 250
"""Milliseconds after which the rest is created though nothing was painted: nobody sees it yet."""
_SHUTDOWN_TIMEOUT: Final = 1.5
"""Seconds that closing waits for running jobs before the process exits without them."""


def open_system_keyring() -> Backend | MemoryOnly:
    """Open the keyring of this system, which is imported only when it is asked for."""
    from inspector_app.vault.backends import open_backend

    return open_backend()


class DesktopApp(AppParts):
    """The running app: creates every component once and passes it to those that need it.

    What is painted first is created at once. The rest follows after the first paint, in steps
    between which the window takes events; an event that may need it waits until all is there.

    ``completed`` carries the app once all is there; where something is in the way, ``failure`` is
    it, and the event loop ends. ``languages`` are the user's preferred languages, best first.
    ``protect`` is called before anything is created that may hold a secret.
    """

    completed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        options: DesktopOptions,
        directories: Directories,
        open_keyring: Callable[[], Backend | MemoryOnly] = open_system_keyring,
        languages: Sequence[str] = ("en",),
        protect: Callable[[], CrashReporter] | None = None,
    ) -> None:
        super().__init__(application)
        in_force, settings, machine, notices = _load_settings(directories)
        font_notice = self._install_language(application, settings.language, languages)
        self.options = options
        self.directories = directories
        self.application = application
        self.open_keyring = open_keyring
        self._is_closed = False
        self._importing: tuple[Job[None], ...] = ()
        self.failure: Exception | None = None
        self.background = BackgroundExecutor(self)
        self.garbage_collector = GarbageCollector(self.background, self)
        self.theme = Theme(application, settings.theme_mode, settings.text_size, self)
        self.preferences = Preferences(
            settings, directories.settings_file, self.background, self, machine, in_force
        )
        self.window = MainWindow(self.theme, self.preferences)
        self.window.apply_geometry(settings.window_geometry)
        if options.wants_window:
            self.window.move_aside()
        enforce_policies(in_force, self.window.action_collection, self.window.token_field)
        self._show_notices(*notices, font_notice)
        self.window.closing.connect(self.close)
        self._protect = protect or self._create_crash_reporter
        self._building = StagedBuilding(self._build_rest(), application, self._fail, self)
        self.window.painted.connect(self._building.start)

    def show(self) -> None:
        """Show the window; the rest is created once it is painted, or where it is not, soon."""
        self.window.show()
        self._building.watch(self.window.windowHandle())
        QTimer.singleShot(_PAINT_TIMEOUT_MS, self._building, self._building.start)

    def complete(self) -> None:
        """Create at once whatever is not there yet."""
        self._building.finish()

    def _fail(self, error: Exception) -> None:
        self.failure = error
        self.application.exit(1)

    def _create_crash_reporter(self) -> CrashReporter:
        from inspector_app.desktop.guards.crash_reporter import CrashReporter
        from inspector_app.system.known_secrets import KnownSecrets

        return CrashReporter(KnownSecrets(), self)

    def _build_rest(self) -> Iterator[None]:
        """Create what is not painted first; between two steps the window takes events."""
        self.crash_reporter = self._protect()
        self.garbage_collector.limit_memory()
        self.background.report_error = self.crash_reporter.report_exception
        self.application.setWindowIcon(load_application_icon())
        yield
        from inspector_app.desktop.composition import answering

        yield
        answering.create_answer(self)
        yield
        from inspector_app.desktop.composition import inspecting

        yield
        inspecting.create_inspecting(self)
        yield
        from inspector_app.desktop.composition import guarding

        guarding.create_guards(self)
        yield
        from inspector_app.desktop.composition import keeping

        keeping.create_history(self)
        keeping.create_comparison(self)
        yield
        from inspector_app.desktop.composition import reporting

        reporting.create_reporting(self)
        reporting.create_file_opener(self)
        yield
        from inspector_app.desktop.composition import repeating

        repeating.create_repeating(self)
        yield
        from inspector_app.desktop.composition import filtering

        filtering.install_filters(self)
        filtering.rest_unseen(self)
        self._begin()

    def _install_language(
        self, application: QApplication, choice: Language, languages: Sequence[str]
    ) -> Text | None:
        """Install the language; what to say where no font has its characters, then English is."""
        language = resolve_language(choice, languages)
        is_readable = has_font(language)
        install_translators(language if is_readable else Language.ENGLISH, application, self)
        return None if is_readable else _NO_FONT

    def _show_notices(self, *notices: Text | None) -> None:
        """Say what was wrong with the files that were read at the start."""
        said = [render_text(one) for one in notices if one is not None]
        if said:
            self.window.show_note(join_sentences(said))

    def close(self) -> None:
        """Cancel the inspection, finish file writes and release resources; the window is hidden.

        Quitting closes a window that may be closed already: a second call does nothing.
        """
        if self._is_closed:
            return
        self._is_closed = True
        is_whole = self._building.finish()
        self._building.stop()
        if is_whole:
            self._stop_parts()
        self.preferences.save_window_geometry(self.window.encode_geometry())
        self.background.close(_SHUTDOWN_TIMEOUT)
        if is_whole:
            self.demo.stop()  # after the lane that may be starting it

    def _stop_parts(self) -> None:
        for job in self._importing:
            job.discard()
        self.garbage_collector.stop()
        self.export_controller.discard_pending()
        self.history.stop()
        self.comparison.discard_pending()
        self.window.stop()
        self.secret_guards.stop()
        self.runner.cancel()
        self.many.discard()
        self.watch.stop()

    def _begin(self) -> None:
        """Once all is there: listen, import deferred modules, tidy up, start demo, open file."""
        # Set before the first key event is handled: Enter is meant for the demo.
        self.demo.is_starting = self.options.is_demo or self.options.is_self_test
        if self.options.environment is not None:
            self.presenter.select_environment_by_name(self.options.environment)
        # Only now, when everybody is there who must hear where it is, or why it is not.
        self.presenter.find_token()
        self.secret_guards.listen()
        self.garbage_collector.exempt_startup()
        self.background.submit(Lane.FILES, read_sources)
        self._import_deferred()
        for folder in {self.directories.settings_file.parent, self.directories.state}:
            self.background.submit(Lane.FILES, partial(_remove_abandoned_parts, folder))
        self.preferences.watch_file()
        self.history_disk.start()
        if self.demo.is_starting:
            self.demo.start()
        if self.options.file is not None:
            self.file_opener.open(self.options.file)
        self.completed.emit(self)

    def _import_deferred(self) -> None:
        from inspector_app.desktop.deferred_imports import import_deferred_modules, import_pipeline

        background = self.background
        self._importing = (
            background.submit(Lane.FILES, import_pipeline, self._on_pipeline_imported),
            background.submit(Lane.FILES, import_deferred_modules, self._on_imported),
        )

    def _on_pipeline_imported(self, _none: None) -> None:
        self.garbage_collector.exempt_imported()

    def _on_imported(self, _none: None) -> None:
        """After the deferred modules: exempt them, and make what they are for."""
        from inspector_app.desktop.preparation import Preparation

        self.garbage_collector.exempt_imported()
        result_view = self.window.result_view
        parts = (result_view.prepare, result_view.draw_icons, self.history.prepare)
        preparation = Preparation(parts, self)
        self.window.closing.connect(preparation.stop)
        preparation.start()


def _remove_abandoned_parts(folder: Path) -> None:
    from inspector_app.system import part_files

    part_files.remove_abandoned_parts(folder)


def _load_settings(
    directories: Directories,
) -> tuple[Policies, Settings, tuple[Environment, ...], list[Text]]:
    """Load policies, the settings as they force them, everybody's environments, and notices."""
    trusted = directories.administrators
    in_force, policy_notice = policy_sources.load_policies(directories)
    machine, machine_notice = machine_environments.load(directories.machine_files, trusted)
    defaults = in_force.apply_defaults(user_settings.Settings())
    settings, notice = settings_file.load(directories.settings_file, defaults)
    notices = [one for one in (notice, machine_notice, policy_notice) if one is not None]
    return in_force, in_force.force(settings), machine, notices
