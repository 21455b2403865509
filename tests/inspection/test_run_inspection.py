"""One inspection from text to result, over real sockets: what is sent, kept and told apart."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from email.utils import formatdate

import pytest

from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.connection_secrets import ConnectionSecrets, store
from inspector_app.inspection.run_inspection import (
    HostMismatch,
    InspectionRequest,
    InspectionResult,
    NotSent,
    run_inspection,
)
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import SESSION_INFO_PATH
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import ConnectionSettings, Environment
from inspector_app.vault.backends import MemoryOnly
from inspector_app.vault.vault import Vault
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.inspection.test_companion_inspection import read_request
from tests.session.answers import changed, knows

TOKEN = "IAM_S_" + "rIn3" * 8
OTHER_TOKEN = "IAM_S_" + "rIn4" * 8
ACCESS_TOKEN = "issued-" + "rIn5" * 8
SECRET_KEY = "secret-" + "rIn6" * 8
KEY = "key-of-the-application"
TOKEN_SERVICE = "/apim-token-service/v2.0/token/get"
REFUSED = changed("refusal", {"status": 30401})
GONE = changed("refusal", {})
ISSUED = {"status": 0, "data": {"accessToken": ACCESS_TOKEN, "expire": 7200}}
PAGE = b"<html><body>Please sign in</body></html>"


def session(created=7300, **more):
    """A session that began so many seconds ago, was used a minute ago, and lives two hours."""
    now = time.time()
    times: dict[str, object] = {"createTime": int(now - created), "refreshTime": int(now - 60)}
    times["user.password_expire_time"] = None
    return changed("success", {f"session.{name}": one for name, one in {**times, **more}.items()})


class Gateway:
    """Answers session/info with ``answers`` in turn, the last one from then on."""

    def __init__(self):
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.answers: list[object] = [session()]
        self.token_service: object = ISSUED
        self.served = FaultyGateway(self._script)
        self.environment = Environment("e1", "Test", f"http://127.0.0.1:{self.served.port}")

    def _script(self, wire):
        path, headers, _ = read_request(wire)
        self.asked.append((path, headers))
        content: object = self.token_service
        if path != TOKEN_SERVICE:
            content = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        wire.send(answer(body, f"Date: {formatdate(usegmt=True)}"))

    def run(self, token=TOKEN, *, vault=pytest.fail, **more):
        environment = more.pop("environment", self.environment)
        request = InspectionRequest(environment, token, **more)
        return run_inspection(request, vault, AccessTokenCache(), Cancellation())


@pytest.fixture
def gateway():
    made = Gateway()
    with made.served:
        yield made


def code(result):
    return result.judge(time.time()).code


def walk(node):
    yield from (str(node.label), node.value, node.raw, str(node.caption))
    for child in node.list_children():
        yield from walk(child)


@pytest.fixture
def signed(gateway):
    """The gateway's environment with an application, and the vault with its SecretKey."""
    chosen = ConnectionSettings(access_key=KEY)
    gateway.environment = replace(gateway.environment, connection=chosen)
    vault = Vault(MemoryOnly(tr("")))
    store(vault, gateway.environment, ConnectionSecrets(Token(SECRET_KEY)))
    return lambda **more: gateway.run(vault=lambda: vault, **more)


def test_two_answers_for_one_token_are_compared(gateway):
    first = gateway.run()
    second = gateway.run(previous_result=first)
    assert first.judge_input.earlier is None
    assert second.judge_input.earlier is first.analyzed
    assert first.supported_expiry is second.supported_expiry is ExpiryPolicy.SLIDING
    assert (second.url, second.host) == (f"{gateway.environment.address}{SESSION_INFO_PATH}",
                                         "127.0.0.1")  # fmt: skip
    assert not second.is_token_from_vault


@pytest.mark.parametrize("other", ["token", "environment", "address"])
def test_those_for_two_tokens_or_of_two_environments_are_not(gateway, other):
    """A sentence about "this session" would be about somebody else's."""
    first = gateway.run()
    if other == "address":  # which was changed since
        first = replace(first, url=f"https://apim.example.com{SESSION_INFO_PATH}")
    gateway.answers = [session(created=100)]  # proves nothing by itself
    token = OTHER_TOKEN if other == "token" else TOKEN
    name = "e2" if other == "environment" else "e1"
    second = gateway.run(
        token, environment=replace(gateway.environment, id=name), previous_result=first
    )
    assert second.judge_input.earlier is None
    assert second.supported_expiry is None


def test_what_was_supported_before_stays_supported_over_an_answer_that_proves_nothing(gateway):
    first = gateway.run()
    gateway.answers = [session(created=100)]
    second = gateway.run(previous_result=first)
    assert second.supported_expiry is ExpiryPolicy.SLIDING


def test_a_refusal_between_both_ends_supports_the_fixed_one(gateway):
    gateway.answers = [session(created=7190)]
    first = gateway.run()
    gateway.answers = [GONE]
    lifetimes = replace(first.analyzed.lifetimes, created=time.time() - 7300)
    judged = replace(first.judge_input, analyzed=replace(first.analyzed, lifetimes=lifetimes))
    second = gateway.run(previous_result=replace(first, judge_input=judged))
    assert first.supported_expiry is None
    assert second.supported_expiry is ExpiryPolicy.FIXED


def test_the_session_is_remembered_over_refusals_and_without_what_was_asked_beside(gateway):
    first = gateway.run()
    gateway.answers = [GONE]
    second = gateway.run(previous_result=first)
    third = gateway.run(previous_result=second)
    assert code(second) is VerdictCode.SESSION_NOT_FOUND
    assert second.judge_input.earlier is first.analyzed
    assert third.judge_input.earlier is first.analyzed


def test_the_second_form_counts_where_the_identity_service_takes_it(gateway):
    gateway.answers = [REFUSED, session(created=100, id=TOKEN)]
    result = gateway.run()
    assert code(result) is VerdictCode.VALID
    assert [headers["Authorization"] for _, headers in gateway.asked] == [f"Bearer {TOKEN}", TOKEN]
    assert result.analyzed.call_result.authorization is AuthorizationScheme.BARE


@pytest.mark.parametrize("second", [PAGE, {"code": 200, "message": "ok"}, [], {"status": "0"}])
def test_a_second_form_that_another_server_answers_leaves_the_refusal_standing(gateway, second):
    gateway.answers = [REFUSED, second]
    result = gateway.run()
    assert code(result) is VerdictCode.TOKEN_NOT_VALID
    assert len(gateway.asked) == 2


def test_an_access_token_that_an_answer_repeats_is_masked_everywhere(gateway, signed):
    """A1: the application's secret is the gateway's, and no less one than the user's token."""
    gateway.answers = [session(note=f"asked with {ACCESS_TOKEN}")]
    result = signed()
    assert [path for path, _ in gateway.asked] == [TOKEN_SERVICE, SESSION_INFO_PATH]
    assert gateway.asked[1][1]["apim-accesstoken"] == ACCESS_TOKEN
    assert knows(result.analyzed.credentials, ACCESS_TOKEN)
    assert ACCESS_TOKEN.encode() in result.analyzed.call_result.body
    shown = [*walk(result.outline)]
    assert "session.note" in shown
    assert [text for text in shown if ACCESS_TOKEN in text] == []


def test_a_token_of_no_known_form_is_masked_where_an_answer_repeats_it(gateway):
    """A1: nothing but that it was sent tells that it is one."""
    token = "given-" + "rIn7" * 8
    gateway.answers = [session(note=f"asked with {token}")]
    result = gateway.run(token)
    assert result.analyzed.credentials.has_match(token)
    shown = [*walk(result.outline)]
    assert "session.note" in shown
    assert [text for text in shown if token in text] == []


def test_a_signed_call_that_a_page_answers_is_told_as_one(gateway, signed):
    gateway.answers = [PAGE]
    result = signed()
    assert code(result) is VerdictCode.NOT_ENOS
    assert len(gateway.asked) == 2, "an access token is not renewed for a page"


def test_an_application_that_is_refused_is_told_with_the_address_that_refused_it(gateway, signed):
    gateway.token_service = {"status": 1002, "msg": "appKey does not exist"}
    result = signed()
    assert code(result) is VerdictCode.GATEWAY_REFUSED_APPLICATION
    assert result.url == f"{gateway.environment.address}{TOKEN_SERVICE}"
    assert [path for path, _ in gateway.asked] == [TOKEN_SERVICE]


def test_a_stored_token_is_sent_to_its_gateway_alone(gateway):
    vault = Vault(MemoryOnly(tr("")))
    vault.store_token("e1", "127.0.0.1", Token(TOKEN))
    result = gateway.run(None, vault=lambda: vault)
    assert isinstance(result, InspectionResult)
    assert result.is_token_from_vault
    assert result.token == Token(TOKEN)
    vault.store_token("e1", "localhost", Token(TOKEN))
    told = gateway.run(None, vault=lambda: vault)
    assert isinstance(told, NotSent)
    assert "No token is kept" in str(told.problem)
    assert len(gateway.asked) == 1


def test_a_secret_key_that_is_not_there_is_told_with_what_to_do(gateway, signed):
    told = gateway.run(vault=lambda: Vault(MemoryOnly(tr(""))))
    assert isinstance(told, NotSent)
    assert "SecretKey" in str(told.problem)
    assert [str(note) for note in told.notes] == [
        "Enter it again in the environment's settings, under Connection."
    ]
    assert gateway.asked == []


def test_a_text_for_another_gateway_is_sent_nowhere_until_it_is_allowed(gateway):
    text = f"curl -H 'Authorization: Bearer {TOKEN}' https://gateway.example.com:8443/x"
    stopped = gateway.run(text)
    assert stopped == HostMismatch(gateway.environment, "gateway.example.com:8443")
    for allowed in ("gateway.example.com", "127.0.0.1"):
        assert isinstance(gateway.run(text, allowed_hosts=frozenset({allowed})), HostMismatch)
    assert gateway.asked == []
    sent = gateway.run(text, allowed_hosts=frozenset({"gateway.example.com:8443"}))
    assert sent.host == "127.0.0.1"
    assert len(gateway.asked) == 1


def test_an_address_that_cannot_be_one_is_told(gateway):
    told = gateway.run(environment=replace(gateway.environment, address="ftp://x.example.com"))
    assert isinstance(told, NotSent)
    assert str(told.problem)
