"""``inspect``: the right call with what was typed, and words where nothing can be sent."""

import json
import time
from contextlib import contextmanager
from dataclasses import replace

import pytest

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.token import Token
from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.environment import CompanionMode, ConnectionSettings, create_environment
from inspector_app.settings.safety import SafetySettings
from inspector_app.system.paths import get_directories
from inspector_app.vault.backends import open_backend
from inspector_app.vault.call_timeout import KEYRING_TIMEOUT
from inspector_app.vault.vault import StorageKind, Vault
from tests.gateway.certificates import Authority, server_context
from tests.gateway.faulty_gateway import Answering, FaultyGateway, answer
from tests.secret_service import secret_service
from tests.session.answers import SUCCESS
from tests.terminal.console import enos


def ask(gateway, given, *more):
    return enos("inspect", "--gateway", gateway.origin, "--token-stdin", *more, given=given)


def keep(*environments, **more):
    """Write settings as the window does."""
    settings_file.save(
        get_directories().settings_file, user_settings.Settings(environments, **more)
    )


@contextmanager
def kept_token(environment, token):
    """A keyring in which the window has kept a token for this environment."""
    with secret_service() as service:
        kept = Vault(open_backend()).store_token(environment.id, "127.0.0.1", Token(token))
        assert kept.storage is StorageKind.KEYRING
        yield service


def test_what_was_left_out_of_a_text_is_said_where_nothing_is_sent_too():
    damaged = "IAM_S_Xk4\u200bwQd8eXk4wQd\u2026"
    ended = enos(
        *("inspect", "--gateway", "http://127.0.0.1:1", "--token-stdin"), given=damaged.encode()
    )
    assert ended.code == 2
    assert "was cut" in ended.err
    assert "Left out invisible characters." in ended.err


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Your account is switched off"), ("zh", "您的账号目前已被禁用")],
)
def test_the_reply_to_the_user_is_written_alone_and_the_exit_code_stays(
    gateway, token, language, words
):
    ended = ask(gateway, token("account_disabled"), "--reply", language)
    assert ended.code == 1
    assert ended.out.decode().startswith(words)
    assert len(ended.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("scenario", "code", "words"),
    [
        ("organization_disabled", 1, "The organization in which the user works is disabled"),
        ("not_a_member", 1, "Perhaps the user is no longer a member"),
        ("organization_not_approved", 1, "its organization is not approved"),
        ("companions_refused", 0, "organization/info was refused (99403): perhaps a permission"),
        ("valid", 0, "type 2 is read as admin"),
        ("token_not_valid", 1, "The token is not valid here"),
    ],
)
def test_more_asks_about_the_organizations_too(gateway, token, scenario, code, words):
    ended = ask(gateway, token(scenario), "--more")

    assert words in ended.out.decode()
    assert ended.code == code


def test_an_environment_may_want_more_with_each_inspection(gateway, token):
    made = create_environment("Always", gateway.origin)
    keep(replace(made, companion_mode=CompanionMode.ALWAYS))
    given = token("organization_disabled")
    ended = enos("inspect", "--environment", "Always", "--token-stdin", given=given)
    assert ended.code == 1
    assert "The organization in which the user works is disabled" in ended.out.decode()


def test_without_more_nothing_else_is_asked(gateway, token):
    """The near miss: session info alone calls this session valid."""
    ended = ask(gateway, token("organization_disabled"), "--format", "json")

    assert ended.code == 0
    assert json.loads(ended.out)["companions"] is None


def test_a_report_with_more_opens_again_and_says_the_same(gateway, token, tmp_path):
    file = tmp_path / "answer.json"
    asked = ask(gateway, token("not_a_member"), "--more", "--format", "json", "--output", str(file))
    read = enos("read", str(file))

    assert asked.code == read.code == 1
    assert "Perhaps the user is no longer a member" in read.out.decode()
    assert "State of the working one: normal, approved" in read.out.decode()
    assert "Organizations of the user: 1" in read.out.decode()


def test_one_companion_that_hangs_ends_with_the_timeout(gateway, token):
    """N4: what is known of the session is told all the same."""

    def script(wire):
        head = wire.request()
        if b"/session/info" in head:
            wire.send(answer(json.dumps(SUCCESS).encode()))
        else:
            wire.stall()

    with FaultyGateway(script) as hanging:
        begun = time.monotonic()
        ended = enos(
            *("inspect", "--gateway", f"http://127.0.0.1:{hanging.port}", "--token-stdin"),
            *("--more", "--timeout", "1.5"),
            given=token("valid"),
        )
    assert time.monotonic() - begun < 4
    assert "No answer came to organization/info" in ended.out.decode()


def test_the_steps_are_printed(gateway, token):
    out = ask(gateway, token("account_disabled")).out.decode()
    assert "Steps:\n1. Organization admin: Enable the account" in out


@pytest.mark.parametrize(
    ("scenario", "code", "verdict"),
    [
        ("valid", 0, "valid"),
        ("sign_in_half_done", 1, "valid_limited"),
        ("token_not_valid", 1, "token_not_valid"),
        ("rate_limited", 3, "rate_limited"),
        ("cut_short", 3, "unreadable"),
    ],
)
def test_each_kind_of_answer_has_its_exit_code_and_its_json(
    gateway, token, scenario, code, verdict
):
    ended = ask(gateway, token(scenario), "--format", "json")
    assert ended.code == code
    assert json.loads(ended.out)["verdict"]["code"] == verdict
    assert ended.err == ""


@pytest.mark.timing
def test_silence_ends_when_the_time_that_was_given_is_over(token):
    with DemoGateway() as silent:  # whose thread that is silent ends with it
        ended = ask(silent, token("silent"), "--format", "json", "--timeout", "0.3")
    assert ended.code == 3
    told = json.loads(ended.out)
    assert told["verdict"]["code"] == "timed_out"
    assert told["request"]["phases"]["total"] < 0.8


def test_whatever_the_user_sent_is_read_and_what_was_dropped_is_told(gateway, token):
    command = b"curl -H 'Authorization: Bearer " + token("valid") + b"' " + gateway.origin.encode()
    ended = ask(gateway, command)
    assert ended.code == 0
    assert ended.out.startswith(b"Session valid")
    assert ended.err != ""
    assert token("valid").decode() not in ended.err


def test_a_text_that_names_another_host_is_sent_nowhere(token):
    with Answering() as other:
        command = b"curl https://gateway.example.com -H 'Authorization: Bearer x" + token("valid")
        ended = enos(
            "inspect",
            "--gateway",
            f"http://127.0.0.1:{other.port}",
            "--token-stdin",
            given=command + b"'",
        )
        assert other.received == b""
    assert ended.code == 2
    assert ended.out == b""
    assert "gateway.example.com" in ended.err


@pytest.mark.parametrize("given", [b"", b"\n", b"two words", b"\xff\xfe\x00", "令牌".encode()])
def test_a_text_without_a_token_is_wrong_usage(gateway, given):
    ended = ask(gateway, given, "--format", "json")
    assert ended.code == 2
    assert ended.out == b""
    assert ended.err.startswith("enos-session: ")


def test_without_a_terminal_nobody_is_asked(gateway):
    ended = enos("inspect", "--gateway", gateway.origin)
    assert ended.code == 2
    assert "--token-stdin" in ended.err


@pytest.mark.parametrize(
    ("chosen", "sent"),
    [
        ("auto", [b"Bearer tokenOfSomebody", b"tokenOfSomebody"]),
        ("bearer", [b"Bearer tokenOfSomebody"]),
        ("bare", [b"tokenOfSomebody"]),
    ],
)
def test_the_form_of_the_header_is_the_one_that_was_asked_for(chosen, sent):
    refusal = json.dumps({"status": 401, "success": False, "msg": "invalid token"}).encode()

    def refuse(wire):
        wire.request()
        wire.send(answer(refusal, "Content-Type: application/json", status="401 Unauthorized"))

    with FaultyGateway(refuse) as refusing:
        enos(
            "inspect", "--gateway", f"http://127.0.0.1:{refusing.port}", "--token-stdin",
            "--authorization", chosen, given=b"tokenOfSomebody",
        )  # fmt: skip
        headers = [line for one in refusing.requests for line in one.split(b"\r\n")]
    assert [one[15:] for one in headers if one.startswith(b"Authorization: ")] == sent


def test_a_ca_file_is_trusted_besides_the_systems(tmp_path):
    authority = Authority(tmp_path, "test-root")

    def reply(wire):
        wire.request()
        wire.send(answer(b"{}", "Content-Type: application/json"))

    with FaultyGateway(reply, server_context(authority.issue())) as secure:
        where = ["inspect", "--gateway", f"https://localhost:{secure.port}", "--token-stdin"]
        json_of = ["--format", "json"]
        refused = enos(*where, *json_of, given=b"tokenOfSomebody")
        trusted = enos(*where, *json_of, "--ca-file", authority.file, given=b"tokenOfSomebody")
    assert json.loads(refused.out)["verdict"]["code"] == "tls_refused"
    assert refused.code == trusted.code == 3
    assert json.loads(trusted.out)["verdict"]["code"] == "not_enos"


def test_the_organization_that_was_expected_is_compared(gateway, token):
    ended = ask(gateway, token("valid"), "--format", "json", "--expect-organization", "o1")
    codes = [one["code"] for one in json.loads(ended.out)["findings"]]
    assert "other_than_expected" in codes


def test_an_environment_is_found_in_any_case_and_its_kept_token_is_used(gateway, token):
    kept = create_environment("Wind Test", gateway.origin)
    keep(kept)
    with kept_token(kept, token("valid").decode()):
        ended = enos("inspect", "--environment", " WIND  test ", "--format", "json")
    assert ended.err == ""
    assert ended.code == 0
    assert json.loads(ended.out)["environment"] == "Wind Test"


def test_without_a_kept_token_the_person_is_told_what_to_do(gateway):
    keep(create_environment("Test", gateway.origin))
    with secret_service():
        ended = enos("inspect", "--environment", "Test")
    assert ended.code == 2
    assert "--token-stdin" in ended.err


def test_standard_input_goes_before_the_keyring(gateway, token):
    kept = create_environment("Test", gateway.origin)
    keep(kept)
    with kept_token(kept, token("valid").decode()):
        ended = enos(
            "inspect", "--environment", "Test", "--token-stdin", given=token("contradictory")
        )
    assert ended.code == 1


def test_who_wants_no_keyring_has_none_asked(gateway, token):
    kept = create_environment("Test", gateway.origin)
    keep(kept, safety=SafetySettings(memory_only=True))
    with kept_token(kept, token("valid").decode()):
        ended = enos("inspect", "--environment", "Test")
    assert ended.code == 2


@pytest.mark.timeout(90)
def test_a_locked_keyring_is_told_of(gateway, token):
    kept = create_environment("Test", gateway.origin)
    keep(kept)
    with kept_token(kept, token("valid").decode()) as service:
        service.lock()
        ended = enos("inspect", "--environment", "Test")
    assert ended.code == 2
    assert "locked" in ended.err


@pytest.mark.timing
@pytest.mark.timeout(90)
def test_a_keyring_that_does_not_answer_is_waited_for_in_bounds_and_told_of(gateway, token):
    """K1."""
    kept = create_environment("Test", gateway.origin)
    keep(kept)
    with kept_token(kept, token("valid").decode()) as service:
        service.freeze()
        began = time.monotonic()
        ended = enos("inspect", "--environment", "Test")
        assert time.monotonic() - began < 2 * KEYRING_TIMEOUT
    assert ended.code == 2
    assert "The keyring is not answering" in ended.err


def test_where_there_is_no_keyring_the_person_is_told_before_being_asked(gateway, monkeypatch):
    keep(create_environment("Test", gateway.origin))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    ended = enos("inspect", "--environment", "Test")
    assert ended.code == 2
    assert ended.err.startswith("No usable keyring")
    assert b"No usable keyring" in enos("environments", "show", "Test").out


def test_what_the_environment_says_of_the_connection_holds_until_told_otherwise(token):
    def refuse(wire):
        wire.request()
        wire.send(answer(b'{"status":401}', status="401 Unauthorized"))

    with FaultyGateway(refuse) as refusing:
        bare = ConnectionSettings(authorization=AuthorizationScheme.BARE)
        keep(create_environment("Test", f"http://127.0.0.1:{refusing.port}", bare))
        where = ["inspect", "--environment", "Test", "--token-stdin"]
        enos(*where, given=b"tokenOfSomebody")
        enos(*where, "--authorization", "bearer", given=b"tokenOfSomebody")
        forms = [b"Bearer" in one for one in refusing.requests]
    assert forms == [False, True]


SEVERAL = [f"IAM_S_{letters * 4}".encode() for letters in ("Zb8nFk3w", "Ty6rHm4g")]


def lines_of(err):
    return [line for line in err.splitlines() if line.startswith("  ")]


def test_several_tokens_are_named_by_fingerprint_and_place_and_none_is_sent():
    """N2, A1."""
    with FaultyGateway(lambda wire: wire.send(answer(b"{}"))) as gateway:
        given = b"\nCookie: global_id=" + SEVERAL[0] + b"\n2026-11-25 20:41:07Z " + SEVERAL[1]
        ended = enos(
            *("inspect", "--gateway", f"http://127.0.0.1:{gateway.port}", "--token-stdin"),
            given=given,
        )
        assert gateway.requests == []
    assert ended.code == 2
    assert "2 different tokens" in ended.err
    assert "--token-fingerprint" in ended.err
    first, second = (Token(one.decode()).fingerprint for one in SEVERAL)
    assert lines_of(ended.err) == [
        f"  {first}  Session token, complete. Line 2: cookie global_id",
        f"  {second}  Session token, complete. Line 3: in the text, 2026-11-25 20:41:07 UTC",
    ]
    assert not [one for one in SEVERAL if one.decode()[6:] in ended.err]


@pytest.mark.parametrize("write", [str, str.upper, lambda one: f"{one[:4]}-{one[4:]}"])
def test_one_of_several_is_chosen_by_its_fingerprint(gateway, token, write):
    wanted = token("valid")
    fingerprint = write(Token(wanted.decode()).fingerprint)
    given = b"one " + SEVERAL[0] + b" end\ntwo " + wanted + b" end\n"
    ended = ask(gateway, given, "--token-fingerprint", fingerprint)
    assert ended.code == 0
    assert "one of 2 tokens" in ended.err


@pytest.mark.parametrize("fingerprint", ["1234567", "xyz01234", "-", "12345678 "])
def test_what_is_no_fingerprint_is_wrong_usage(gateway, token, fingerprint):
    ended = ask(gateway, token("valid"), "--token-fingerprint", fingerprint)
    assert ended.code == 2
    assert "eight hex digits" in ended.err


def test_what_was_taken_is_told_in_one_line_as_in_the_window(gateway, token):
    wanted = token("valid")
    ended = ask(gateway, b"please look:\n  Authorization: Bearer " + wanted + b"\n")
    assert ended.err == (
        f"Session token {Token(wanted.decode()).fingerprint}, line 2. "
        "Took the token from the Authorization header. Left out the word Bearer.\n"
    )


def test_a_fingerprint_of_no_token_in_the_text_is_told(gateway, token):
    ended = ask(gateway, token("valid"), "--token-fingerprint", "00000000")
    assert ended.code == 2
    assert "no token with the fingerprint 00000000" in ended.err
