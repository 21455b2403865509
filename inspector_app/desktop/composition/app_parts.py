"""The parts of the running app by their names, for those who create and connect them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from inspector_app.desktop.answer.row_copier import RowCopier
    from inspector_app.desktop.background import BackgroundExecutor
    from inspector_app.desktop.comparison.comparison_controller import ComparisonController
    from inspector_app.desktop.environments.demo_host import DemoHost
    from inspector_app.desktop.export.export_controller import ExportController
    from inspector_app.desktop.export.report_builder import ReportBuilder
    from inspector_app.desktop.file_opener import FileOpener
    from inspector_app.desktop.garbage_collector import GarbageCollector
    from inspector_app.desktop.guards.crash_reporter import CrashReporter
    from inspector_app.desktop.guards.secret_guards import SecretGuards
    from inspector_app.desktop.history.history_controller import HistoryController
    from inspector_app.desktop.history.history_disk import HistoryDisk
    from inspector_app.desktop.inspection_runner import InspectionRunner
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.many.many_starter import ManyStarter
    from inspector_app.desktop.options import DesktopOptions
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.presenter import Presenter, Prompts
    from inspector_app.desktop.stale_tracker import StaleTracker
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.token_store import TokenStore
    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.desktop.watch.watch_controller import WatchController
    from inspector_app.system.paths import Directories
    from inspector_app.vault.backends import Backend, MemoryOnly


class AppParts(QObject):
    """Each part is there from the step on that creates it, in the order of these lines.

    Up to the window they are created before anything is painted, the others after it.
    """

    application: QApplication
    options: DesktopOptions
    directories: Directories
    open_keyring: Callable[[], Backend | MemoryOnly]
    background: BackgroundExecutor
    garbage_collector: GarbageCollector
    theme: Theme
    preferences: Preferences
    window: MainWindow
    crash_reporter: CrashReporter
    vault_provider: VaultProvider
    token_store: TokenStore
    runner: InspectionRunner
    demo: DemoHost
    prompts: Prompts
    stale_tracker: StaleTracker
    presenter: Presenter
    secret_guards: SecretGuards
    history: HistoryController
    history_disk: HistoryDisk
    comparison: ComparisonController
    report_builder: ReportBuilder
    export_controller: ExportController
    row_copier: RowCopier
    file_opener: FileOpener
    many: ManyStarter
    watch: WatchController
