"""The button *Test connection* of the environment dialog, and what came of the test."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.connection_check import ConnectionReport, check_connection
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.inspection.connection_secrets import ConnectionSecrets
    from inspector_app.settings.environment import Environment

_WENT_WRONG: Final = tr("Something in this app went wrong. Nothing was lost: try once more.")


class ConnectionTester(QObject):
    """Runs one test at a time; ``reported`` carries what came of it."""

    reported = Signal(object)

    def __init__(
        self,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
    ) -> None:
        super().__init__()
        self._vault_provider = vault_provider
        self._background = background
        self._job: Job[ConnectionReport | None] | None = None
        self._cancellation = Cancellation()

    @property
    def is_running(self) -> bool:
        """Whether an answer is waited for."""
        return self._job is not None

    def start(self, environment: Environment, typed: ConnectionSecrets) -> None:
        """Test the connection of an environment that may not be saved yet."""
        self.stop()
        self._cancellation = cancellation = Cancellation()
        self._job = self._background.submit(
            Lane.REQUEST,
            lambda: check_connection(
                environment,
                typed,
                partial(self._vault_provider.get_vault, environment.id),
                cancellation,
            ),
            self._on_report,
            partial(self._on_report, ConnectionReport(is_good=False, sentences=(_WENT_WRONG,))),
        )

    def stop(self) -> None:
        """End the test that runs, if one does; nothing is reported."""
        if self._job is not None:
            self._job.discard()
            self._cancellation.cancel()
            self._job = None

    def _on_report(self, report: ConnectionReport | None) -> None:
        self._job = None
        if report is not None:
            self.reported.emit(report)
