"""Every call beside session info at a gateway that takes signed calls alone, over real sockets."""

from __future__ import annotations

import hashlib
import json
import time

import pytest

from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection import connection_secrets
from inspector_app.inspection.application_inspection import inspect_applications
from inspector_app.inspection.companion_inspection import inspect_companions
from inspector_app.inspection.connection_secrets import ConnectionSecrets
from inspector_app.inspection.run_inspection import (
    InspectionRequest,
    InspectionResult,
    NotSent,
    run_inspection,
)
from inspector_app.session.companion import CompanionKind, CompanionOutcome
from inspector_app.session.diagnosis.verdict_model import FindingCode
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import ConnectionSettings, Environment
from inspector_app.vault.backends import MemoryOnly
from inspector_app.vault.vault import Vault
from tests.gateway.faulty_gateway import answer
from tests.gateway.signing_gateway import TOKEN_SERVICE, SigningGateway
from tests.session.answers import changed
from tests.session.presentation.test_pinned_rows import list_rows

KEY = "key of signed companions".replace(" ", "-")
SECRET = "secret-" + "h6" * 14
SESSION_TOKEN = "IAM_S_" + "sGc9" * 8
PORTAL_TOKEN = "APP_PORTAL_S_" + "sPt7" * 8
HOME, AWAY = "o15578227985571", "o15578227985599"
IAM, PORTAL = "/enos-iam-service/v2.0/", "/app-portal-service/v2.2/"
INFO, LIST = f"{IAM}organization/info", f"{IAM}user/organization/list"
USER, PORTAL_LIST = f"{PORTAL}user/info", f"{PORTAL}user/organization/list"
APPLICATIONS, ACCESS = f"{PORTAL}user/app/list", f"{PORTAL}user/app/resource/info"
ANSWERS = {
    f"{IAM}session/info": changed("success", {"session.workingOrganization.id": AWAY}),
    INFO: {"organization": {"id": AWAY, "state": 0}, "status": 0},
    LIST: {"organizations": [{"id": HOME}, {"id": AWAY}], "status": 0},
    f"{PORTAL}session/info": {"code": 0, "data": {"userId": "u1", "currentOrgId": HOME}},
    USER: {"code": 0, "data": {"id": "u1", "name": "ann"}},
    PORTAL_LIST: {"code": 0, "data": {"organizations": [{"id": HOME, "name": "Head Office"}]}},
    APPLICATIONS: {"code": 0, "data": {"apps": [{"identifier": "a-1", "name": "Twin & Co"}]}},
    ACCESS: {"code": 0, "data": {"menus": [{"id": "m1"}], "permissions": []}},
}
CALLS = {
    CompanionKind.WORKING_ORGANIZATION: ("POST", INFO, "", f'{{"id":"{AWAY}"}}'),
    CompanionKind.HOME_ORGANIZATION: ("POST", INFO, "", f'{{"id":"{HOME}"}}'),
    CompanionKind.ORGANIZATION_LIST: ("POST", LIST, "", ""),
    CompanionKind.PORTAL_USER: ("GET", USER, "", ""),
    CompanionKind.PORTAL_ORGANIZATION_LIST: ("GET", PORTAL_LIST, "", ""),
    CompanionKind.APPLICATION_LIST: ("GET", APPLICATIONS, "", ""),
    CompanionKind.APPLICATION_ACCESS: ("GET", ACCESS, "accessKey=a-1", ""),
}
"""Method, path, query and body of each call; a new kind needs a row."""

UNSIGNED = "the gateway wants a valid signature of an application"
PATHS = sorted({path for _, path, _, _ in CALLS.values()})


@pytest.fixture
def gateway():
    served = SigningGateway(ANSWERS, KEY, SECRET)
    with served.served:
        yield served


class Asker:
    """Asks as the app does, with the SecretKey that the vault has at the time of each call."""

    def __init__(self, gateway):
        settings = ConnectionSettings(access_key=KEY)
        self.environment = Environment("e1", "Test", gateway.origin, connection=settings)
        self.vault = Vault(MemoryOnly(tr("No keyring.")))
        self.access_tokens = AccessTokenCache()
        self.store(SECRET)

    def store(self, secret):
        kept = ConnectionSecrets(secret_key=Token(secret))
        connection_secrets.store(self.vault, self.environment, kept)

    def inspect(self, token):
        result = run_inspection(InspectionRequest(self.environment, token), *self._arguments())
        assert isinstance(result, InspectionResult)
        return result

    def ask_more(self, result, question=None):
        arguments = (*self._arguments(), 5.0)
        if question is None:
            answers = inspect_companions(result, *arguments)
        else:
            answers = inspect_applications(result, question, *arguments)
        return [*answers][-1]

    def _arguments(self):
        return lambda: self.vault, self.access_tokens, Cancellation()


@pytest.fixture
def asker(gateway):
    return Asker(gateway)


def ask_everything(asker):
    """The outcome of every call, made for a session and for a portal token."""
    session = asker.ask_more(asker.inspect(SESSION_TOKEN))
    portal = asker.ask_more(asker.ask_more(asker.inspect(PORTAL_TOKEN)), "a-1")
    return {
        one.kind: one.outcome for result in (session, portal) for one in result.analyzed.companions
    }


def hash_parts(*parts):
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def test_every_call_is_signed_as_documented(gateway, asker):
    """N1: canonical string, headers and body, computed independently."""
    outcomes = ask_everything(asker)

    assert outcomes == dict.fromkeys(CompanionKind, CompanionOutcome.ANSWERED)
    assert [one.path for one in gateway.requests].count(TOKEN_SERVICE) == 1
    for kind, (method, path, query, body) in CALLS.items():
        (sent,) = [one for one in gateway.requests if (one.path, one.body) == (path, body.encode())]
        access, stamp = sent.headers["apim-accesstoken"], sent.headers["apim-timestamp"]
        token = PORTAL_TOKEN if kind.is_of_portal else SESSION_TOKEN
        expected = {
            "authorization": f"Bearer {token}",
            "content-type": "application/json",
            "apim-accesstoken": "issued-0-" + "n4" * 8,
            "apim-timestamp": stamp,
            "apim-signature": hash_parts(access, query.replace("=", ""), body, stamp, SECRET),
        } | ({"content-length": str(len(body))} if method == "POST" else {})
        assert (sent.method, sent.query) == (method, query)
        names = {"authorization", "content-type", "content-length"}
        signed = {
            name: value
            for name, value in sent.headers.items()
            if name in names or name.startswith("apim-")
        }
        assert signed == expected


def test_neither_secret_goes_anywhere_but_into_its_hash(gateway, asker):
    """A1, N1."""
    ask_everything(asker)

    for one in gateway.requests:
        sent = json.dumps([one.path, one.query, dict(one.headers), one.body.decode()])
        assert SECRET not in sent
        assert (PORTAL_TOKEN in sent) is one.path.startswith(PORTAL)
        assert (SESSION_TOKEN in sent) is one.path.startswith(IAM)


@pytest.mark.parametrize("path", PATHS)
def test_an_access_token_that_has_expired_meanwhile_is_renewed_for_the_call(gateway, asker, path):
    gateway.expired = {path}

    assert set(ask_everything(asker).values()) == {CompanionOutcome.ANSWERED}


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (answer(b'{"apim_status":4012}', status="401 Unauthorized"), f"(4012): {UNSIGNED}"),
        (answer(b'{"apim_status":4011}', status="401 Unauthorized"), f"(4011): {UNSIGNED}"),
        (answer(b'{"code":497,"message":"signature"}'), f"(497): {UNSIGNED}"),
        (answer(b"{}", status="497 Refused"), f"(HTTP 497): {UNSIGNED}"),
        (answer(b"", status="498 Refused"), "(HTTP 498): the application may not use this API"),
    ],
)
@pytest.mark.parametrize("kind", [one for one in CALLS if one.value != "application_access"])
def test_a_refusal_of_the_signature_is_no_missing_permission(gateway, asker, kind, refusal, words):
    """It is about the application; session/info took the token, so the verdict stays."""
    gateway.refusals = {CALLS[kind][1]: refusal}
    result = asker.inspect(PORTAL_TOKEN if kind.is_of_portal else SESSION_TOKEN)
    alone = result.judge(time.time()).code
    question = "" if kind.is_about_applications else None
    result = asker.ask_more(result, question)

    assert result.analyzed.get_companion(kind).outcome is CompanionOutcome.REFUSED
    verdict = result.judge(time.time())
    assert verdict.code is alone
    said = [
        str(one.sentence) for one in verdict.findings if one.code is FindingCode.COMPANION_REFUSED
    ]
    assert said
    assert all(words in sentence for sentence in said)


@pytest.mark.parametrize("token", [SESSION_TOKEN, PORTAL_TOKEN])
def test_with_a_wrong_secret_key_the_users_token_is_sent_to_nobody(gateway, asker, token):
    """The key was changed between the session and what is asked beside it."""
    result = asker.inspect(token)
    alone = result.judge(time.time()).code
    gateway.requests.clear()
    asker.store("wrong-" + "w3" * 14)
    result = asker.ask_more(result)

    assert {one.path for one in gateway.requests} == {TOKEN_SERVICE}
    assert {one.outcome for one in result.analyzed.companions} == {CompanionOutcome.REFUSED}
    verdict = result.judge(time.time())
    assert verdict.code is alone
    said = {str(one.sentence).partition(": ")[2] for one in verdict.findings}
    assert "the application got no access token (1003)" in said
    assert not any("permission" in sentence or "refused" in sentence for sentence in said)


def test_without_a_secret_key_nothing_is_asked(gateway, asker):
    result = asker.inspect(SESSION_TOKEN)
    gateway.requests.clear()
    connection_secrets.store(asker.vault, asker.environment, ConnectionSecrets())
    asker.vault = Vault(MemoryOnly(tr("No keyring.")))

    assert isinstance(asker.ask_more(result), NotSent)
    assert gateway.requests == []


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (b"", "was not answered: the token service did not answer"),
        (answer(b"<html>Sign in</html>"), "the application got no access token (HTTP 200)"),
        (answer(b"", status="503 Busy"), "the application got no access token (HTTP 503)"),
    ],
)
def test_a_token_service_that_gives_nothing_is_told_as_such(gateway, asker, reply, words):
    """N9: also where it gives no answer, or a page of a proxy."""
    result = asker.inspect(SESSION_TOKEN)
    asker.access_tokens = AccessTokenCache()
    gateway.requests.clear()
    gateway.refusals = {TOKEN_SERVICE: reply}
    verdict = asker.ask_more(result).judge(time.time())

    assert {one.path for one in gateway.requests} == {TOKEN_SERVICE}
    missing = {FindingCode.COMPANION_REFUSED, FindingCode.COMPANION_MISSING}
    said = [str(one.sentence) for one in verdict.findings if one.code in missing]
    assert len(said) == 3
    assert all(words in sentence for sentence in said)


def test_a_signature_of_another_query_or_body_is_refused_by_this_gateway(gateway, asker):
    """The near miss: the gateway of these tests would notice what is not signed along."""
    asker.inspect(SESSION_TOKEN)
    (sent,) = [one for one in gateway.requests if one.path != TOKEN_SERVICE]

    changed_body = type(sent)(sent.method, sent.path, sent.query, sent.headers, b"{}")
    changed_query = type(sent)(sent.method, sent.path, "a=b", sent.headers, sent.body)
    assert gateway._check(sent) is None
    assert b"4012" in gateway._check(changed_body)
    assert b"4012" in gateway._check(changed_query)


@pytest.mark.parametrize("path", [TOKEN_SERVICE, f"{IAM}session/info", LIST])
def test_the_secret_key_is_masked_where_an_answer_repeats_it(gateway, asker, path):
    """A1: it is not sent, but the token service knows it as well."""
    said = {"status": 1003, "msg": f"not the hash of {SECRET}", "message": f"not of {SECRET}"}
    gateway.refusals[path] = answer(json.dumps(said).encode())
    result = asker.inspect(SESSION_TOKEN)
    if path == LIST:
        result = asker.ask_more(result)
    assert result.analyzed.credentials.has_match(SECRET)
    shown = "\n".join(list_rows(result.outline))
    assert "not" in shown
    assert SECRET not in shown


def test_an_access_token_that_was_renewed_for_a_call_is_masked_where_it_is_repeated(gateway, asker):
    """A1: session/info was asked with another one."""
    renewed = "issued-1-" + "n5" * 8
    nowhere = {"session.workingOrganization": None, "session.residentOrganization": None}
    gateway.answers[f"{IAM}session/info"] = changed("success", nowhere)  # one call, one renewal
    gateway.expired = {LIST}
    gateway.answers[LIST] = {**ANSWERS[LIST], "note": f"asked with {renewed}"}
    result = asker.ask_more(asker.inspect(SESSION_TOKEN))
    shown = "\n".join(list_rows(result.outline))
    assert "note" in shown
    assert renewed not in shown
