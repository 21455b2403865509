"""What is asked beside session info: side by side, over real sockets, and only what reads."""

from __future__ import annotations

import ast
import json
import re
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import inspector_app
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.companion_inspection import can_ask_companions, inspect_companions
from inspector_app.inspection.run_inspection import (
    InspectionRequest,
    InspectionResult,
    run_inspection,
)
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.companion import CompanionKind, CompanionOutcome
from inspector_app.session.exchange import Exchange, Failure, FailureKind
from inspector_app.session.interruption import WorkInterruptedError
from inspector_app.settings.environment import Environment
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.session.answers import SUCCESS, changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gateway.faulty_gateway import Wire

TOKEN = "IAM_S_" + "cMp4" * 8
HOME = "o15578227985571"
AWAY = "o15578227985599"
SESSION_INFO = "/enos-iam-service/v2.0/session/info"
ORGANIZATION_INFO = "/enos-iam-service/v2.0/organization/info"
ORGANIZATION_LIST = "/enos-iam-service/v2.0/user/organization/list"
ORGANIZATIONS = {"organizations": [{"id": HOME}, {"id": AWAY}], "status": 0, "success": True}


def read_request(wire: Wire) -> tuple[str, dict[str, str], bytes]:
    """Path, headers and body of a request."""
    head, _, body = wire.request().partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    while len(body) < int(headers.get("Content-Length", "0")):
        body += wire.sock.recv(65536)
    return first.split(" ")[1], headers, body


class Gateway:
    """Answers the three calls; ``scripts`` replaces what it does for a path."""

    def __init__(self, session: object = SUCCESS) -> None:
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        self.session = session
        self.scripts: dict[str, Callable[[Wire], None]] = {}
        self.served = FaultyGateway(self._script)

    def _script(self, wire: Wire) -> None:
        path, headers, body = read_request(wire)
        self.asked.append((path, headers, body))
        if path in self.scripts:
            self.scripts[path](wire)
            return
        wire.send(answer(json.dumps(self._answer(path, body)).encode()))

    def _answer(self, path: str, body: bytes) -> object:
        if path == SESSION_INFO:
            return self.session
        if path == ORGANIZATION_INFO:
            identifier = json.loads(body)["id"]
            return {"organization": {"id": identifier, "state": 0}, "status": 0}
        return ORGANIZATIONS

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


@pytest.fixture
def gateway():
    served = Gateway()
    with served.served:
        yield served


def inspect(gateway: Gateway) -> InspectionResult:
    environment = Environment("e1", "Test", f"http://127.0.0.1:{gateway.served.port}")
    result = run_inspection(
        InspectionRequest(environment, TOKEN), pytest.fail, AccessTokenCache(), Cancellation()
    )
    assert isinstance(result, InspectionResult)
    return result


def ask_more(result, cancellation=None, deadline=5.0):
    return inspect_companions(
        result, pytest.fail, AccessTokenCache(), cancellation or Cancellation(), deadline
    )


def outcomes(result: InspectionResult) -> dict[CompanionKind, CompanionOutcome]:
    return {one.kind: one.outcome for one in result.analyzed.companions}


def test_at_home_two_calls_are_made_and_away_three(gateway):
    """N2: the same transport: POST, no redirects, the token in its header alone."""
    result = [*ask_more(inspect(gateway))][-1]

    assert sorted(gateway.paths()) == [ORGANIZATION_INFO, SESSION_INFO, ORGANIZATION_LIST]
    assert outcomes(result) == {
        CompanionKind.WORKING_ORGANIZATION: CompanionOutcome.ANSWERED,
        CompanionKind.ORGANIZATION_LIST: CompanionOutcome.ANSWERED,
    }
    for path, headers, body in gateway.asked:
        assert headers["Authorization"] == f"Bearer {TOKEN}"
        assert TOKEN.encode() not in body
        assert body == (b'{"id":"o15578227985571"}' if path == ORGANIZATION_INFO else b"")

    gateway.session = changed("success", {"session.workingOrganization.id": AWAY})
    result = [*ask_more(inspect(gateway))][-1]

    assert set(outcomes(result)) == {one for one in CompanionKind if not one.is_of_portal}
    asked = [body for path, _, body in gateway.asked if path == ORGANIZATION_INFO]
    assert sorted(asked[1:]) == [b'{"id":"o15578227985571"}', b'{"id":"o15578227985599"}']


PATHS = {
    SESSION_INFO,
    ORGANIZATION_INFO,
    ORGANIZATION_LIST,
    "/apim-token-service/v2.0/token/get",
    "/app-portal-service/v2.2/session/info",
    "/app-portal-service/v2.1/session/info",
    "/app-portal-service/v2.2/user/info",
    "/app-portal-service/v2.0/user/info",
    "/app-portal-service/v2.2/user/organization/list",
    "/app-portal-service/v2.0/user/organization/list",
    "/app-portal-service/v2.2/user/app/list",
    "/app-portal-service/v2.0/user/app/list",
    "/app-portal-service/v2.2/user/app/resource/info",
    "/app-portal-service/v2.1/user/app/resource/info",
}
"""Every path that the program can send; a new one is added by somebody who read what it does."""

PACKAGE = Path(inspector_app.__file__).parent
SENDERS = (*(PACKAGE / "gateway").rglob("*.py"), PACKAGE / "session" / "exchange.py")


def list_callers(name: str) -> dict[str, list[ast.Call]]:
    """The calls of a function or class of this name, by module."""
    found: dict[str, list[ast.Call]] = {}
    texts = {file: file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")}
    for file, text in texts.items():
        for node in ast.walk(ast.parse(text)) if name in text else ():
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(node, ast.Call) and name in {
                getattr(called, "id", None),
                getattr(called, "attr", None),
            }:
                found.setdefault(file.stem, []).append(node)
    return found


def test_every_path_that_the_program_can_send_only_reads():
    """N2: whatever in the modules that send could be the begin of a path."""
    found = {
        node.value
        for file in SENDERS
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.match(r"/?[A-Za-z0-9.-]+(?:/[A-Za-z0-9.-]+)+/?$|/[A-Za-z]", node.value)
    }

    assert found - {"application/json", "n/a"} == PATHS


def test_no_path_comes_from_anywhere_else():
    """N2: one function sends, one module calls it, and the paths in it are constants."""
    assert set(list_callers("send_request")) == {"token_requests"}
    specs = list_callers("RequestSpec")
    assert set(specs) == {"token_requests"}
    sent = {ast.unparse(call.args[0]) for call in specs["token_requests"]}
    assert sent == {"call.path", "applications.APIM_PATH"}
    calls = list_callers("TokenCall")
    assert set(calls) == {"client", "portal_client"}
    named = {ast.unparse(one.args[1]) for made in calls.values() for one in made}
    assert named == {
        *("SESSION_INFO_PATH", "ORGANIZATION_LIST_PATH", "ORGANIZATION_INFO_PATH"),
        "path",  # each of the table of the portal's paths
    }


def test_one_that_hangs_delays_no_other_and_ends_at_the_common_deadline(gateway):
    """N4, N5."""
    gateway.scripts[ORGANIZATION_INFO] = lambda wire: wire.stall()
    begun = time.monotonic()
    results = ask_more(inspect(gateway), deadline=1.0)

    first = next(results)
    assert isinstance(first, InspectionResult)
    assert outcomes(first) == {CompanionKind.ORGANIZATION_LIST: CompanionOutcome.ANSWERED}
    assert time.monotonic() - begun < 0.9
    last = [*results][-1]

    assert time.monotonic() - begun < 2.0
    missing = last.analyzed.get_companion(CompanionKind.WORKING_ORGANIZATION)
    assert isinstance(missing.call_result, Failure)
    assert missing.call_result.kind is FailureKind.TIMED_OUT
    assert last.judge(time.time()).code.value == first.judge(time.time()).code.value


def test_cancelling_ends_all_of_them_at_once(gateway):
    """N5."""
    gateway.scripts[ORGANIZATION_INFO] = lambda wire: wire.stall()
    gateway.scripts[ORGANIZATION_LIST] = lambda wire: wire.stall()
    cancellation = Cancellation()
    result = inspect(gateway)
    ended: list[float] = []

    def run() -> None:
        with pytest.raises(WorkInterruptedError):
            next(ask_more(result, cancellation, deadline=30.0))
        ended.append(time.monotonic())

    runner = threading.Thread(target=run)
    runner.start()
    runner.join(0.3)
    pressed = time.monotonic()
    cancellation.cancel()
    runner.join(5)

    assert ended[0] - pressed < 0.5


def test_an_id_that_cannot_be_one_is_sent_nowhere(gateway):
    """J7: the answer is foreign; what it says does not become a request's body unread."""
    gateway.session = changed(
        "success",
        {
            "session.workingOrganization.id": "o1\r\nX: y",
            "session.residentOrganization.id": "o" * 200,
        },
    )

    result = [*ask_more(inspect(gateway))][-1]

    assert gateway.paths() == [SESSION_INFO, ORGANIZATION_LIST]
    assert set(outcomes(result)) == {CompanionKind.ORGANIZATION_LIST}


@pytest.mark.parametrize("organization", [None, {}, {"id": ""}, {"id": None}])
def test_an_organization_that_the_answer_does_not_name_is_not_asked_about(gateway, organization):
    gateway.session = changed(
        "success",
        {
            "session.workingOrganization": organization,
            "session.residentOrganization": organization,
        },
    )

    result = [*ask_more(inspect(gateway))][-1]

    assert gateway.paths() == [SESSION_INFO, ORGANIZATION_LIST]
    assert set(outcomes(result)) == {CompanionKind.ORGANIZATION_LIST}


def test_the_token_in_pieces_is_masked_in_a_companion(gateway):
    """A1: as in the answer about the session."""
    pieces = [TOKEN[at : at + 7] for at in range(0, len(TOKEN), 7)]
    body = json.dumps({**ORGANIZATIONS, "parts": pieces}).encode()
    gateway.scripts[ORGANIZATION_LIST] = lambda wire: wire.send(answer(body))

    result = [*ask_more(inspect(gateway))][-1]

    assert all(map(result.analyzed.credentials.has_match, pieces))


def test_without_a_session_nothing_is_asked(gateway):
    gateway.session = changed("refusal", {})
    result = inspect(gateway)

    assert not can_ask_companions(result)
    assert [*ask_more(result)] == []
    assert set(gateway.paths()) == {SESSION_INFO}


def test_the_form_in_which_the_session_was_accepted_is_used(gateway):
    """The bare token was accepted, so the companions send it bare, once each."""
    refused = changed("refusal", {"status": 30401})

    def take_bare_token_only(wire: Wire) -> None:
        is_bare = gateway.asked[-1][1]["Authorization"] == TOKEN
        wire.send(answer(json.dumps(SUCCESS if is_bare else refused).encode()))

    gateway.scripts[SESSION_INFO] = take_bare_token_only
    result = inspect(gateway)
    assert isinstance(result.analyzed.call_result, Exchange)
    assert result.analyzed.call_result.authorization is AuthorizationScheme.BARE
    gateway.asked.clear()
    [*ask_more(result)]

    assert [headers["Authorization"] for _, headers, _ in gateway.asked] == [TOKEN, TOKEN]


def test_a_credential_that_a_companion_repeats_is_masked(gateway):
    """A3: wherever it stands, also in another companion's rows."""
    other = "IAM_S_" + "oTh3" * 8
    organization = {"id": HOME, "name": f"{TOKEN} {other}", "state": 0}
    gateway.scripts[ORGANIZATION_INFO] = lambda wire: wire.send(
        answer(json.dumps({"organization": organization, "status": 0, "note": other}).encode())
    )
    result = [*ask_more(inspect(gateway))][-1]

    def texts(node):
        yield from (node.value, node.raw, str(node.label))
        for child in node.list_children():
            yield from texts(child)

    shown = "\n".join(texts(result.outline))
    assert TOKEN[6:] not in shown
    assert other[6:] not in shown
    assert "Working organization" in shown
