"""Asks the other environments for a session that one gateway does not know, once each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.environments.elsewhere_panel import ElsewherePanel, Knowledge
from inspector_app.settings.environment_tier import EnvironmentTier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.inspection.run_inspection import InspectionResult, RunResult
    from inspector_app.session.token import Token
    from inspector_app.settings.environment import Environment

MAX_ASKED: Final = 20
"""Environments of one question: nobody reads more hosts than that before agreeing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An environment that may be asked, and the host by which the question names it."""

    environment: Environment
    host: str


class ElsewhereSearch(QObject):
    """``panel`` has the question and what came of it; ``chosen`` carries an answer to be shown.

    The token goes to the hosts of the question and to no other: each environment is asked as it
    was when it was named.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
        parent: QObject | None = None,
    ) -> None:
        from inspector_app.gateway.cancellation import Cancellation

        super().__init__(parent)
        self._preferences = preferences
        self._vault_provider = vault_provider
        self._background = background
        self._token: Token | None = None
        self._candidates: tuple[Candidate, ...] = ()
        self._results: dict[int, InspectionResult] = {}
        self._jobs: list[Job[RunResult]] = []
        self._cancellation = Cancellation()
        self.panel = ElsewherePanel(theme)
        self.panel.agreed.connect(self._ask_all)
        self.panel.closed.connect(self.close)
        self.panel.chosen.connect(self._choose)

    @property
    def is_open(self) -> bool:
        """Whether a question waits, or answers are shown."""
        return not self.panel.isHidden()

    def ask(self, result: InspectionResult) -> bool:
        """Ask whether the token of an unmasked result may be sent elsewhere; False for nowhere."""
        self.close()
        candidates = list_candidates(self._preferences.environments, result.environment)
        if result.token is None or not candidates:
            return False
        self._token, self._candidates = result.token, candidates
        self.panel.ask([(one.environment, one.host) for one in candidates])
        return True

    @Slot()
    def close(self) -> None:
        """End the question or the calls, and drop the token and what came."""
        self._cancellation.cancel()
        for job in self._jobs:
            job.discard()
        self._jobs, self._results, self._candidates = [], {}, ()
        self._token = None
        self.panel.hide()

    @Slot()
    def _ask_all(self) -> None:
        from inspector_app.gateway.application import AccessTokenCache
        from inspector_app.gateway.cancellation import Cancellation
        from inspector_app.gateway.pasted.found_token import FoundToken
        from inspector_app.inspection.run_inspection import InspectionRequest, run_inspection

        token, self._token = self._token, None
        if token is None:
            return
        self._cancellation = cancellation = Cancellation()
        access_tokens = AccessTokenCache()
        for number, one in enumerate(self._candidates):
            request = InspectionRequest(one.environment, None, found=FoundToken(token))
            vault = partial(self._vault_provider.get_vault, one.environment.id)
            self._jobs.append(
                self._background.submit(
                    Lane.REQUEST,
                    partial(run_inspection, request, vault, access_tokens, cancellation),
                    partial(self._on_result, number),
                    partial(self.panel.show_knowledge, number, Knowledge.UNKNOWN),
                )
            )

    def _on_result(self, number: int, result: RunResult) -> None:
        from inspector_app.inspection.run_inspection import InspectionResult

        knowledge = assess_knowledge(result)
        if isinstance(result, InspectionResult) and knowledge is Knowledge.KNOWS:
            self._results[number] = result
        self.panel.show_knowledge(number, knowledge)

    @Slot(int)
    def _choose(self, number: int) -> None:
        result = self._results.get(number)
        if result is not None:
            self.close()
            self.chosen.emit(result)


def list_candidates(
    environments: Iterable[Environment], asked: Environment
) -> tuple[Candidate, ...]:
    """The environments of other hosts than the one asked, one for each host, the demo left out."""
    if asked.tier is EnvironmentTier.DEMO:
        return ()
    known = {_find_host(asked)}
    found = []
    for one in environments:
        host = _find_host(one)
        if host is None or host in known or one.tier is EnvironmentTier.DEMO:
            continue
        known.add(host)
        found.append(Candidate(one, host))
    return tuple(found[:MAX_ASKED])


def assess_knowledge(result: RunResult) -> Knowledge:
    """What an answer says about whether its gateway knows the session."""
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.diagnosis.verdict_model import VerdictCode

    if not isinstance(result, InspectionResult):
        return Knowledge.UNKNOWN
    parsed = result.analyzed.parsed
    if parsed is not None and parsed.session is not None:
        return Knowledge.KNOWS
    code = result.judge(result.analyzed.taken_at).code
    if code in {VerdictCode.SESSION_NOT_FOUND, VerdictCode.TOKEN_NOT_VALID}:
        return Knowledge.DOES_NOT_KNOW
    return Knowledge.UNKNOWN


def _find_host(environment: Environment) -> str | None:
    from inspector_app.gateway import address

    try:
        return address.parse_address(environment.address).netloc
    except address.AddressError:
        return None
