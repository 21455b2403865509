"""Several tokens in a text: none is sent until one was chosen, and then that one alone."""

import pytest

from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.run_inspection import (
    HostMismatch,
    InspectionRequest,
    InspectionResult,
    NotSent,
    run_inspection,
)
from inspector_app.inspection.several_tokens import SeveralTokens, describe_kind
from inspector_app.session.token import Token, TokenKind
from inspector_app.settings.environment import create_environment
from inspector_app.vault.backends import MemoryOnly
from inspector_app.vault.vault import Vault
from tests.gateway.faulty_gateway import FaultyGateway, answer

ONE = "IAM_S_" + "Pn4dWk7z" * 4
TWO = "IAM_S_" + "Cq2hMs6y" * 4
TEXT = f"first {ONE} end\nsecond {TWO} end"


@pytest.fixture
def gateway():
    def reply(wire):
        wire.request()
        wire.send(answer(b'{"status":0,"success":true,"session":{"expires":7200}}'))

    with FaultyGateway(reply) as made:
        yield made


def run(gateway, text, fingerprint=""):
    environment = create_environment("Test", f"http://127.0.0.1:{gateway.port}")
    request = InspectionRequest(environment, text, token_fingerprint=fingerprint)
    vault = Vault(MemoryOnly(describe_kind(TokenKind.OPAQUE)))
    return run_inspection(request, lambda: vault, AccessTokenCache(), Cancellation())


def test_nothing_is_sent_and_no_token_is_handed_on(gateway):
    """A1, N2."""
    several = run(gateway, TEXT)
    assert isinstance(several, SeveralTokens)
    assert [one.fingerprint for one in several.choices] == [
        Token(ONE).fingerprint,
        Token(TWO).fingerprint,
    ]
    assert "2 different ones" in str(several.problem)
    assert (several.proposed, several.is_of_host) == (0, False)
    assert ONE[6:20] not in repr(several.choices[0].lines)
    assert gateway.requests == []


def test_the_chosen_one_is_sent_and_the_notes_tell_that_there_were_others(gateway):
    result = run(gateway, TEXT, Token(TWO).fingerprint)
    assert isinstance(result, InspectionResult)
    assert f"Authorization: Bearer {TWO}".encode() in gateway.received
    assert ONE.encode() not in gateway.received
    assert "one of 2 tokens" in " ".join(map(str, result.notes))


@pytest.mark.parametrize("text", [TEXT, f"first {ONE} end", ONE])
def test_a_token_that_is_not_there_is_not_replaced_by_another(gateway, text):
    result = run(gateway, text, "00000000")
    assert isinstance(result, NotSent)
    assert "00000000" in str(result.problem)
    assert gateway.requests == []


def test_a_text_without_a_token_is_told_as_ever(gateway):
    result = run(gateway, "Authorization: Basic bWFyYTpwdw==", "00000000")
    assert isinstance(result, NotSent)
    assert "Basic" in str(result.problem)


def test_the_host_of_the_chosen_one_is_held_against_the_environments(gateway):
    """N3."""
    curls = "\n\n".join(
        f"curl https://{host}/x -H 'Authorization: Bearer {token}'"
        for host, token in ((f"127.0.0.1:{gateway.port}", ONE), ("apim.example.com", TWO))
    )
    several = run(gateway, curls)
    assert several.is_of_host
    result = run(gateway, curls, Token(TWO).fingerprint)
    assert isinstance(result, HostMismatch)
    assert result.host == "apim.example.com"
    assert gateway.requests == []
    assert isinstance(run(gateway, curls, Token(ONE).fingerprint), InspectionResult)
