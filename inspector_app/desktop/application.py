"""Builds the desktop app from its parts and shuts it down: the composition root."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.row_copier import RowCopier
from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.comparison.comparison_controller import ComparisonController
from inspector_app.desktop.comparison.kept_side import KeptSide
from inspector_app.desktop.deferred_imports import import_deferred_modules, import_pipeline
from inspector_app.desktop.environments.call_confirmation import CallConfirmation
from inspector_app.desktop.environments.demo_host import DEMO_ENVIRONMENT_ID, DemoHost
from inspector_app.desktop.environments.elsewhere_search import ElsewhereSearch
from inspector_app.desktop.environments.environment_editor import EnvironmentEditor
from inspector_app.desktop.environments.host_mismatch_prompt import HostMismatchPrompt
from inspector_app.desktop.environments.kept_tokens import KeptTokens
from inspector_app.desktop.export.export_controller import ExportController, ShownAnswer
from inspector_app.desktop.export.report_builder import ReportBuilder
from inspector_app.desktop.file_opener import FileOpener
from inspector_app.desktop.garbage_collector import GarbageCollector
from inspector_app.desktop.guards.crash_reporter import CrashReporter
from inspector_app.desktop.guards.secret_guards import GuardedParts, SecretGuards
from inspector_app.desktop.history.history_controller import HistoryController
from inspector_app.desktop.history.history_disk import HistoryDisk
from inspector_app.desktop.history.history_store import HistoryStore
from inspector_app.desktop.inspection_runner import InspectionRunner
from inspector_app.desktop.main_window.action_key_filter import ActionKeyFilter
from inspector_app.desktop.main_window.error_messages import ErrorMessages
from inspector_app.desktop.main_window.file_drop import FileDropFilter
from inspector_app.desktop.main_window.file_open_application import FileOpenApplication
from inspector_app.desktop.main_window.focus_return import FocusReturn
from inspector_app.desktop.main_window.main_window import MainWindow
from inspector_app.desktop.main_window.menu_key import MenuKey
from inspector_app.desktop.main_window.policy_enforcement import enforce_policies
from inspector_app.desktop.many.many_starter import ManyParts, ManyStarter
from inspector_app.desktop.pasting.paste_filter import PasteFilterInstaller
from inspector_app.desktop.preferences import Preferences
from inspector_app.desktop.preparation import Preparation
from inspector_app.desktop.presenter import Presenter, Prompts
from inspector_app.desktop.stale_tracker import StaleTracker
from inspector_app.desktop.theme.language import (
    has_font,
    install_translators,
    resolve_language,
)
from inspector_app.desktop.theme.theme import Theme
from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.desktop.token_store import TokenStore
from inspector_app.desktop.vault_provider import VaultProvider
from inspector_app.desktop.watch.watch_controller import WatchController, WatchParts
from inspector_app.session.translatable_text import tr
from inspector_app.settings import machine_environments, policy_sources, settings_file
from inspector_app.settings.settings_file import Language
from inspector_app.system import part_files
from inspector_app.system.known_secrets import KnownSecrets
from inspector_app.vault.backends import open_backend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QApplication

    from inspector_app.desktop.options import DesktopOptions
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.inspection.watch import WatchStep
    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment
    from inspector_app.settings.policies import Policies
    from inspector_app.settings.settings_file import Settings
    from inspector_app.system.paths import Directories
    from inspector_app.vault.backends import Backend, MemoryOnly

_NO_FONT: Final = tr(
    "No font with Chinese characters is installed, so this window speaks English. "
    "Install one, for example fonts-noto-cjk, and start again."
)
_SHUTDOWN_TIMEOUT: Final = 1.5
"""Seconds that closing waits for running jobs before the process exits without them."""


class DesktopApp(QObject):
    """The running app: creates every component once and passes it to those that need it.

    ``languages`` are the user's preferred languages, best first.
    """

    def __init__(
        self,
        application: QApplication,
        options: DesktopOptions,
        directories: Directories,
        open_keyring: Callable[[], Backend | MemoryOnly] = open_backend,
        crash_reporter: CrashReporter | None = None,
        window: MainWindow | None = None,
        languages: Sequence[str] = ("en",),
    ) -> None:
        super().__init__(application)
        in_force, settings, machine, notices = _load_settings(directories)
        font_notice = self._install_language(application, settings.language, languages)
        self.options = options
        self._directories = directories
        self._application = application
        self._is_closed = False
        self._importing: tuple[Job[None], ...] = ()
        crash_reporter = crash_reporter or CrashReporter(KnownSecrets(), self)
        self.background = BackgroundExecutor(self, crash_reporter.report_exception)
        self._garbage_collector = GarbageCollector(self.background, self)
        self.theme = Theme(application, settings.theme_mode, settings.text_size, self)
        self.preferences = Preferences(
            settings, directories.settings_file, self.background, self, machine, in_force
        )
        self.window = window or MainWindow(self.theme.spacing)
        self.window.build_ui(self.theme, self.preferences, self.background)
        enforce_policies(in_force, self.window.action_collection, self.window.token_field)
        vault_provider = VaultProvider(open_keyring, frozenset({DEMO_ENVIRONMENT_ID}))
        vault_provider.memory_only = settings.safety.memory_only
        token_store = TokenStore(vault_provider, self.background, self)
        self.runner = InspectionRunner(vault_provider, self.background, self)
        self.demo = DemoHost(self.background, self)
        editor = EnvironmentEditor(
            self.theme,
            self.preferences,
            token_store,
            vault_provider,
            self.background,
            self.window,
        )
        self.prompts = self._create_prompts(vault_provider)
        stale_tracker = StaleTracker(self.window, self.runner, token_store)
        self.presenter = Presenter(
            self.window,
            self.preferences,
            editor,
            self.runner,
            token_store,
            self.demo,
            self.prompts,
        )
        ErrorMessages(self.window, self.runner, token_store, self.preferences, self.demo)
        self.secret_guards = SecretGuards(
            GuardedParts(
                self.window,
                self.theme,
                self.preferences,
                self.runner,
                token_store,
                self.presenter.inspect,
                self.background,
            ),
            crash_reporter,
            directories.state,
            self,
        )
        self.secret_guards.screen_share.toggled.connect(self.window.token_choice.set_shared)
        self.history = self._create_history(stale_tracker)
        clipboard, result_view = self.secret_guards.clipboard, self.window.result_view
        self.report_builder = ReportBuilder(
            result_view.get_zone,
            lambda: result_view.expected_organization,
            lambda: result_view.ticket_note,
            directories.state,
        )
        self.export_controller = ExportController(
            self.window,
            lambda: ShownAnswer(result_view.result, result_view.get_stale_owner()),
            self.theme,
            self.preferences,
            self.report_builder,
            self.background,
            clipboard,
        )
        self.comparison = self._create_comparison(vault_provider)
        self.row_copier = RowCopier(result_view, self.background, clipboard, self)
        for prompt in (self.prompts.call_confirmation, self.prompts.elsewhere):
            self.secret_guards.secrets_cleared.connect(prompt.close)
        self._connect_copies()
        self.file_opener = self._create_file_opener(stale_tracker)
        self.many = self._create_many(vault_provider, stale_tracker)
        self.watch = self._create_watch(vault_provider)
        self._filter_keys_and_drops(application)
        self.window.action_collection.connect_all(
            {
                ActionId.COPY_REPORT: self.export_controller.copy_report,
                ActionId.COPY_MARKDOWN: self.export_controller.copy_markdown,
                ActionId.COPY_JIRA: self.export_controller.copy_jira,
                ActionId.COPY_REPLY: self._copy_reply,
                ActionId.EXPORT: self.export_controller.open_export_dialog,
                ActionId.OPEN: self.file_opener.open_file_dialog,
                ActionId.INSPECT_FILE: self.many.open_file_dialog,
                ActionId.WATCH: self.watch.open_dialog,
                ActionId.KEPT_TOKENS: KeptTokens(
                    self.theme,
                    self.preferences,
                    token_store,
                    vault_provider,
                    self.background,
                    self.presenter.find_token,
                    self.window,
                ).open_dialog,
            }
        )
        if window is None:
            self.window.apply_geometry(settings.window_geometry)
        self._show_notices(*notices, font_notice)
        if options.environment is not None:
            self.presenter.select_environment_by_name(options.environment)
        self.window.content_painted.connect(self._on_content_painted)
        self.window.closing.connect(self.close)
        self._connect_visibility()
        # Set before the first key event is handled: Enter is meant for the demo.
        self.demo.is_starting = options.is_demo or options.is_self_test

    def _connect_visibility(self) -> None:
        """Let rest what has nothing to do while nobody sees the window, until something happens."""
        collector = self._garbage_collector
        collector.watch(
            self.runner.answered,
            self.runner.companions.answered,
            self.file_opener.opened,
            self.history.recalled,
            self.comparison.compared,
        )
        self.secret_guards.secrets_cleared.connect(collector.resume)
        for receiver in (collector.set_seen, self.secret_guards.idle_timer.set_seen):
            self.window.visibility_changed.connect(receiver)

    def _install_language(
        self, application: QApplication, choice: Language, languages: Sequence[str]
    ) -> Text | None:
        """Install the language; what to say where no font has its characters, then English is."""
        language = resolve_language(choice, languages)
        is_readable = has_font(language)
        install_translators(language if is_readable else Language.ENGLISH, application, self)
        return None if is_readable else _NO_FONT

    def _create_prompts(self, vault_provider: VaultProvider) -> Prompts:
        """Create the questions about where a token is sent; a change of the text ends them."""
        host_mismatch = HostMismatchPrompt(self.theme, self.preferences, self.window)
        confirmation = CallConfirmation(self.theme, self.preferences, self.window)
        elsewhere = ElsewhereSearch(
            self.theme, self.preferences, vault_provider, self.background, self.window
        )
        for bar in (host_mismatch.bar, confirmation.bar, elsewhere.panel):
            self.window.insert_widget(bar)
        self.window.token_field.edited.connect(host_mismatch.bar.hide)
        self.window.token_field.edited.connect(confirmation.close)
        self.window.token_field.edited.connect(elsewhere.close)
        return Prompts(host_mismatch, confirmation, elsewhere)

    def _connect_copies(self) -> None:
        for part in (self.export_controller, self.row_copier):
            part.status_message.connect(self.window.status_bar.show_message)
            self.secret_guards.secrets_cleared.connect(part.discard_pending)
        self.export_controller.exported.connect(self.window.show_exported)
        self.row_copier.connect_actions(self.window.action_collection)

    def _show_notices(self, *notices: Text | None) -> None:
        """Say what was wrong with the files that were read at the start."""
        said = [render_text(one) for one in notices if one is not None]
        if said:
            self.window.show_note(join_sentences(said))

    def _copy_reply(self) -> None:
        self.secret_guards.clipboard.copy_text(self.window.result_view.banner.reply_panel.text)
        self.window.status_bar.show_message(translate("Copied the reply to the user."))

    def _create_history(self, stale_tracker: StaleTracker) -> HistoryController:
        store = HistoryStore(self.background, self._directories.state, self)
        self.history_disk = HistoryDisk(
            store, self.preferences, self.background, self._directories.state, self
        )
        self.history_disk.status_message.connect(self.window.status_bar.show_message)
        history = HistoryController(
            self.window,
            store,
            self.theme,
            self.preferences,
            self.runner,
            self.background,
            self.presenter.select_environment,
        )
        self.presenter.inspect_again = history.inspect_again
        self.presenter.forgetting.connect(history.forget_secrets)
        history.recalling.connect(stale_tracker.on_opening)
        history.recalled.connect(stale_tracker.on_opened)
        guards = self.secret_guards
        guards.secrets_cleared.connect(history.forget_secrets)
        guards.window_lock.toggled.connect(history.on_locked)
        guards.screen_share.toggled.connect(history.on_shared)
        return history

    def _create_comparison(self, vault_provider: VaultProvider) -> ComparisonController:
        comparison = ComparisonController(
            self.window,
            self.history,
            self.theme,
            self.preferences,
            self.background,
            self.secret_guards.clipboard,
            self._directories.state,
        )
        self.secret_guards.secrets_cleared.connect(comparison.discard_pending)
        self.secret_guards.screen_share.toggled.connect(comparison.on_shared)
        self.presenter.forgetting.connect(comparison.discard_pending)
        self.runner.started.connect(self.window.answer_place.show_answer)
        kept_side = KeptSide(
            self.history.store,
            vault_provider,
            self.background,
            self.prompts.call_confirmation.confirm,
            comparison,
        )
        known_secrets = self.secret_guards.crash_reporter.known_secrets
        kept_side.answered.connect(
            lambda result: known_secrets.add_credentials(result.analyzed.credentials)
        )
        kept_side.message.connect(self.window.show_note)
        kept_side.ready.connect(comparison.choose)
        comparison.kept_asked.connect(kept_side.inspect)
        comparison.closed.connect(kept_side.cancel)
        self.secret_guards.secrets_cleared.connect(kept_side.cancel)
        return comparison

    def _create_file_opener(self, stale_tracker: StaleTracker) -> FileOpener:
        opener = FileOpener(self.window, self.runner, self.background, self)
        opener.opened.connect(self.secret_guards.on_result_opened)
        opener.opened.connect(stale_tracker.on_opened)
        opener.opened.connect(self.window.answer_place.show_answer)
        opener.opened.connect(self.history.on_opened)
        self.secret_guards.secrets_cleared.connect(opener.cancel)
        return opener

    def _create_many(
        self, vault_provider: VaultProvider, stale_tracker: StaleTracker
    ) -> ManyStarter:
        from inspector_app.history.entry import Origin

        guards = self.secret_guards
        parts = ManyParts(
            self.window,
            self.theme,
            self.preferences,
            self.background,
            vault_provider,
            guards.clipboard,
            self._directories.state,
            guards.crash_reporter.known_secrets.add_credentials,
            self.prompts.call_confirmation.confirm,
        )
        many = ManyStarter(parts, self)
        many.opened.connect(stale_tracker.on_opened)
        many.answered.connect(partial(self.history.store.add_result, origin=Origin.QUEUE))
        many.status_message.connect(self.window.status_bar.show_message)
        guards.secrets_cleared.connect(many.discard)
        for set_shared in (self.window.token_choice.set_shared, many.set_shared):
            guards.screen_share.toggled.connect(set_shared)
        return many

    def _create_watch(self, vault_provider: VaultProvider) -> WatchController:
        parts = WatchParts(
            self.window,
            self.theme,
            self.background,
            vault_provider,
            self.runner,
            self.prompts.call_confirmation.confirm,
        )
        watch = WatchController(parts, self)
        known_secrets = self.secret_guards.crash_reporter.known_secrets
        watch.runner.stepped.connect(
            lambda result, _step: known_secrets.add_credentials(result.analyzed.credentials)
        )
        watch.changed.connect(self._keep_watched_answer)
        self.secret_guards.secrets_cleared.connect(watch.stop)
        discard_locked = self.secret_guards.window_lock.discard_answers
        for forget in (self.many.close, watch.stop, discard_locked):
            self.presenter.forgetting.connect(forget)
        return watch

    def _keep_watched_answer(self, result: InspectionResult, step: WatchStep) -> None:
        from inspector_app.history.entry import Origin

        news = join_sentences(map(render_text, step.news))
        self.history.store.add_result(result, Origin.WATCHED, news)

    def _filter_keys_and_drops(self, application: QApplication) -> None:
        PasteFilterInstaller(application, self)
        ActionKeyFilter(application, self.window)
        MenuKey(application, self)
        FocusReturn(application, self.window, self.window.token_field)
        file_drop = FileDropFilter(self.window, self.theme)
        file_drop.dropped.connect(self.file_opener.open_dropped)
        file_drop.failed.connect(self.window.show_failure)

    def close(self) -> None:
        """Cancel the inspection, finish file writes and release resources; the window is hidden.

        Quitting closes a window that may be closed already: a second call does nothing.
        """
        if self._is_closed:
            return
        self._is_closed = True
        for job in self._importing:
            job.discard()
        self._garbage_collector.stop()
        self.export_controller.discard_pending()
        self.history.stop()
        self.comparison.discard_pending()
        self.window.stop()
        self.secret_guards.stop()
        self.runner.cancel()
        self.many.discard()
        self.watch.stop()
        self.preferences.save_window_geometry(self.window.encode_geometry())
        self.background.close(_SHUTDOWN_TIMEOUT)
        self.demo.stop()  # after the lane that may be starting it

    def _on_content_painted(self) -> None:
        """After the first paint: import deferred modules, tidy up, start demo, open file."""
        self._garbage_collector.exempt_startup()
        self.background.submit(Lane.FILES, self.theme.read_icons)
        submit = partial(self.background.submit, Lane.FILES)
        self._importing = (
            submit(import_pipeline, self._on_pipeline_imported),
            submit(import_deferred_modules, self._on_imported),
        )
        for folder in {self._directories.settings_file.parent, self._directories.state}:
            work = partial(part_files.remove_abandoned_parts, folder)
            self.background.submit(Lane.FILES, work)
        self.preferences.watch_file()
        self.history_disk.start()
        if self.demo.is_starting:
            self.demo.start()
        if self.options.file is not None:
            self.file_opener.open(self.options.file)
        if isinstance(self._application, FileOpenApplication):
            self._application.deliver_to(self.file_opener.open)

    def _on_pipeline_imported(self, _none: None) -> None:
        self._garbage_collector.exempt_imported()

    def _on_imported(self, _none: None) -> None:
        """After the deferred modules: exempt them, and make what they are for."""
        self._garbage_collector.exempt_imported()
        result_view = self.window.result_view
        parts = (result_view.prepare, result_view.draw_icons, self.history.prepare)
        preparation = Preparation(parts, self)
        self.window.closing.connect(preparation.stop)
        preparation.start()


def _load_settings(
    directories: Directories,
) -> tuple[Policies, Settings, tuple[Environment, ...], list[Text]]:
    """Load policies, the settings as they force them, everybody's environments, and notices."""
    trusted = directories.administrators
    in_force, policy_notice = policy_sources.load_policies(directories)
    machine, machine_notice = machine_environments.load(directories.machine_files, trusted)
    defaults = in_force.apply_defaults(settings_file.Settings())
    settings, notice = settings_file.load(directories.settings_file, defaults)
    notices = [one for one in (notice, machine_notice, policy_notice) if one is not None]
    return in_force, in_force.force(settings), machine, notices
