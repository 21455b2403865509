"""Runs one inspection on a worker thread: resolve the token, call the gateway, analyze."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from inspector_app.gateway import address, token_text
from inspector_app.gateway.connection import DEFAULT_OPTIONS
from inspector_app.gateway.pasted.parse_result import TokenParseResult
from inspector_app.inspection import connection_setup
from inspector_app.inspection.several_tokens import SeveralTokens, build_choices
from inspector_app.inspection.taken_token import describe_taken
from inspector_app.inspection.time_limit import TimeLimitError, limit_time
from inspector_app.inspection.timed_analysis import analyze_in_time
from inspector_app.report.pseudonyms import is_pseudonym
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.observer_effect import find_supported_expiry
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Failure
from inspector_app.session.interruption import interruptible
from inspector_app.session.presentation import outline_builder
from inspector_app.session.token import TokenKind
from inspector_app.session.translatable_text import tr
from inspector_app.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.application import AccessTokenCache
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.gateway.connection import ConnectionOptions
    from inspector_app.gateway.pasted.found_token import FoundToken
    from inspector_app.report.saved_answers.models import SavedAnswer
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.diagnosis.verdict_model import Verdict
    from inspector_app.session.lifetimes import ExpiryPolicy
    from inspector_app.session.presentation.outline import Node
    from inspector_app.session.token import Token
    from inspector_app.session.translatable_text import Text
    from inspector_app.settings.environment import Environment
    from inspector_app.vault.vault import Vault


MIN_CALL_TIME: Final = 0.001
"""Seconds left for a call whose text took all the time to read."""


@dataclass(frozen=True, slots=True)
class InspectionRequest:
    """Parameters of one inspection: the pasted text, or None for the stored token, and a gateway.

    ``previous_result`` is the inspection before this one: if it is of the same session, comparing
    the two shows whether inspecting changes the session. ``allowed_hosts`` are other hosts that
    the text may name: the user confirmed that the token is sent to this environment all the same.
    ``deadline`` is the timeout in seconds, more than 0 and at most 600. ``token_fingerprint``
    chooses among several tokens of the text; empty where there should be one. ``found`` is a token
    that was read out of a text already: with it no text is given.
    """

    environment: Environment
    pasted_text: str | None
    previous_result: InspectionResult | None = None
    allowed_hosts: frozenset[str] = frozenset()
    deadline: float = DEFAULT_OPTIONS.deadline
    token_fingerprint: str = ""
    found: FoundToken | None = None


@dataclass(frozen=True, slots=True)
class NotSent:
    """No request was sent: the input cannot be used, and why."""

    problem: Text
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class HostMismatch:
    """No request was sent: the text names another host than the environment's.

    ``host`` has its port where that is not 443. The user decides where the token is sent.
    """

    environment: Environment
    host: str


@dataclass(frozen=True, slots=True)
class InspectionResult:
    """An answer or a failure, with everything derived from it for display.

    ``url`` is the URL that was called; ``judge_input`` is what a verdict depends on, at the time
    the answer was there; ``supported_expiry`` the expiry model (sliding or fixed) that this answer
    and earlier ones of the same session support. ``saved`` is set where the answer was loaded from
    a file: then no token is known, and it is judged as of the time it was taken.
    """

    environment: Environment
    host: str
    url: str
    is_token_from_vault: bool
    notes: tuple[Text, ...]
    judge_input: JudgeInput
    supported_expiry: ExpiryPolicy | None
    outline: Node
    saved: SavedAnswer | None

    @property
    def analyzed(self) -> AnalyzedAnswer:
        """The analyzed answer or failure."""
        return self.judge_input.analyzed

    @property
    def token(self) -> Token | None:
        """The token that was sent; None for a saved answer."""
        return self.judge_input.token

    @property
    def has_answer(self) -> bool:
        """Whether the gateway answered at all."""
        return not isinstance(self.analyzed.call_result, Failure)

    def get_reference_time(self, now: float) -> float:
        """The time to judge at, by this computer's clock: ``now``, or a saved answer's own time."""
        return now if self.saved is None else self.saved.taken_at

    def normalize_organization(self, organization: str) -> str:
        """The expected organization's id; empty where the answer cannot be compared with it.

        That is so where a file has pseudonyms in place of the ids: only a pseudonym can match.
        """
        id_or_label = organization.strip()
        has_labels = self.saved is not None and self.saved.level is RedactionLevel.PERSONAL
        return "" if has_labels and not is_pseudonym(id_or_label) else id_or_label

    def build_judge_input(self, now: float, expected_organization: str = "") -> JudgeInput:
        """The input of a verdict at this computer's time ``now``, in epoch seconds."""
        return replace(
            self.judge_input,
            now=self.get_reference_time(now),
            expected_organization=self.normalize_organization(expected_organization),
        )

    def judge(self, now: float, expected_organization: str = "") -> Verdict:
        """Judge the answer at this computer's time ``now``, in epoch seconds."""
        verdict = judge(self.build_judge_input(now, expected_organization))
        # Suggested actions concern a call; no call was made for a saved answer.
        return verdict if self.saved is None else replace(verdict, action=None)


RunResult: TypeAlias = NotSent | HostMismatch | SeveralTokens | InspectionResult


def run_inspection(
    request: InspectionRequest,
    vault: Callable[[], Vault],
    access_tokens: AccessTokenCache,
    cancellation: Cancellation,
) -> RunResult:
    """Resolve the token, call the gateway and analyze the answer; blocks until it is there.

    Raises:
        WorkInterruptedError: if it was cancelled while a text was read.
    """
    end = time.monotonic() + request.deadline
    try:
        gateway = address.parse_address(request.environment.address)
        with interruptible(lambda: cancellation.is_cancelled), limit_time(request.deadline):
            parsed = _read_token(request, gateway, vault)
        stopped = _stop(request, gateway, parsed)
        if stopped is not None or parsed.token is None:
            return stopped or NotSent(tr("No token was found in this text."), parsed.notes)
        connection = replace(
            connection_setup.build_connection(request.environment, vault, access_tokens),
            # What reading the text took is a part of it; the call says so itself where it is over.
            deadline=max(MIN_CALL_TIME, end - time.monotonic()),
        )
    except TimeLimitError:
        return NotSent(tr("Reading this text took too long. Paste the token alone."))
    except address.AddressError as problem:
        return NotSent(problem.message)
    except (VaultError, connection_setup.ConnectionSetupError) as problem:
        return NotSent(problem.description, (problem.next_step,))

    # They import requests: not before the first frame.
    from inspector_app.gateway import client, portal_client

    is_of_portal = parsed.token.kind is TokenKind.PORTAL
    fetch = portal_client.fetch_portal_session if is_of_portal else client.fetch_session_info
    answer = fetch(gateway, parsed.token, connection=connection, cancellation=cancellation)
    others = (parsed.token, *find_application_secrets(gateway, connection))
    with gc_paused():
        analyzed = analyze_in_time(answer, others, end - time.monotonic(), cancellation)
        is_same = _is_same_session(request, gateway, parsed.token)
        before = request.previous_result if is_same else None
        return InspectionResult(
            environment=request.environment,
            host=gateway.host,
            url=gateway.origin + answer.path,
            is_token_from_vault=request.pasted_text is None and request.found is None,
            notes=describe_taken(parsed),
            judge_input=JudgeInput(
                analyzed,
                analyzed.taken_at,
                token=parsed.token,
                earlier=_find_earlier_session(before),
            ),
            supported_expiry=_update_supported_expiry(analyzed, before),
            outline=outline_builder.build_outline(analyzed),
            saved=None,
        )


def _stop(
    request: InspectionRequest, gateway: GatewayAddress, parsed: TokenParseResult
) -> NotSent | HostMismatch | SeveralTokens | None:
    """Why nothing is sent for this text; None where there is one token, and for this host."""
    if parsed.problem is not None and len(parsed.candidates) > 1:
        return build_choices(request.environment, parsed.problem, parsed.candidates, gateway.netloc)
    if parsed.problem is not None:
        return NotSent(parsed.problem, parsed.notes)
    if parsed.host is not None and parsed.host not in {gateway.netloc, *request.allowed_hosts}:
        return HostMismatch(request.environment, parsed.host)
    return None


def _find_earlier_session(before: InspectionResult | None) -> AnalyzedAnswer | None:
    """The latest answer for the token that had a session: refusals after it tell less.

    Without its companions: only the session is compared.
    """
    if before is None:
        return None
    if before.analyzed.lifetimes is None and before.judge_input.earlier is not None:
        return before.judge_input.earlier
    earlier = before.analyzed
    return replace(earlier, companions=()) if earlier.companions else earlier


def _read_token(
    request: InspectionRequest, gateway: GatewayAddress, vault: Callable[[], Vault]
) -> TokenParseResult:
    if request.found is not None:
        one = request.found
        return TokenParseResult(one.token, host=one.host)
    # Here, on the worker, and not where the request is made: the text may have MAX_JSON_LENGTH.
    if request.pasted_text is not None:
        parsed = token_text.read(request.pasted_text)
        chosen = request.token_fingerprint
        return token_text.choose_candidate(parsed, chosen) if chosen else parsed
    token = vault().fetch_token(request.environment.id, gateway.host)
    if token is None:
        return TokenParseResult(problem=tr("No token is kept for this environment. Paste one."))
    return TokenParseResult(token)


def find_application_secrets(
    gateway: GatewayAddress, connection: ConnectionOptions
) -> tuple[Token, ...]:
    """The SecretKey of the application that signs the calls, and its access token, if any.

    The SecretKey is not sent, but the token service knows it too, and may repeat it.
    """
    application = connection.application
    if application is None:
        return ()
    issued = connection.access_tokens.find_token(gateway, application, time.time())
    return (application.secret_key,) if issued is None else (application.secret_key, issued)


def _is_same_session(request: InspectionRequest, gateway: GatewayAddress, token: Token) -> bool:
    before = request.previous_result
    if before is None or before.environment.id != request.environment.id:
        return False
    # The environment may have had another address then, and each gateway has sessions of its own.
    return before.token == token and before.url.startswith(f"{gateway.origin}/")


def _update_supported_expiry(
    analyzed: AnalyzedAnswer, previous_result: InspectionResult | None
) -> ExpiryPolicy | None:
    """The expiry model that this answer supports, else the one known before."""
    if previous_result is None:
        return find_supported_expiry(analyzed, None)
    return (
        find_supported_expiry(analyzed, previous_result.analyzed)
        or previous_result.supported_expiry
    )


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the garbage collector, where it is left to Python: the window has one of its own.

    An answer of megabytes becomes hundreds of thousands of objects without a single cycle. Each
    search for cycles among them would stop every thread for a tenth of a second and more. They are
    freed all the same when nothing refers to them. (Nothing is exempt from later searches by
    ``gc.freeze``: it exempts every other object too, cycles with answers in them for good.)
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
