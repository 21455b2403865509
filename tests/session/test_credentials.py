import pytest

from inspector_app.session.credentials import fingerprint, is_secret_place, mask, of_text
from inspector_app.session.examination import examine
from inspector_app.session.exchange import Failure, FailureKind, Route
from tests.session.answers import CREDENTIAL, NOW, SUCCESS, changed, exchange

PORTAL = "APP_PORTAL_S_" + "p9" * 16
JWT = "eyJhbGciOi.eyJzdWIi.c2ln"


def found(answer, **kinds):
    return examine(exchange(answer, **kinds)).credentials


def test_the_session_id_is_a_credential():
    assert found(SUCCESS) == (CREDENTIAL,)


def test_so_are_the_ids_of_all_sessions_of_a_list_and_of_a_repeated_name():
    two = changed("success", {"session": [{"id": "first-one"}, {"id": "second-one"}]})
    repeated = b'{"session": {"id": "first-one"}, "session": {"id": "second-one", "id": "third"}}'

    assert set(found(two)) == {"first-one", "second-one"}
    assert set(found(repeated)) == {"first-one", "second-one", "third"}


@pytest.mark.parametrize(
    "answer",
    [
        {"data": {"accessToken": "the-secret"}},
        {"access_token": "the-secret"},
        {"list": [[{"Access-Token": "the-secret"}]]},
        {"token": {"value": "the-secret"}},
        b'{"\\u0074oken": "the-secret"}',
    ],
)
def test_what_is_named_like_a_credential_is_one(answer):
    assert found(answer) == ("the-secret",)


@pytest.mark.parametrize("credential", [CREDENTIAL, PORTAL, JWT])
def test_what_looks_like_a_credential_is_one_wherever_it_stands(credential):
    assert found({"note": f"see {credential}."}) == (credential,)
    assert found([credential]) == (credential,)
    assert found({credential: 1}) == (credential,)
    assert found(f"<html>{credential}</html>".encode()) == (credential,)
    assert found({}, headers=(("Set-Cookie", f"global_id={credential}; Path=/"),)) == (credential,)
    escaped = "".join(f"\\u{ord(character):04x}" for character in credential)
    assert found(f'["{escaped}"]'.encode()) == (credential,)


def test_a_redirects_target_may_hold_one():
    failure = Failure(FailureKind.REDIRECTED, Route("x"), NOW, detail=f"x.example.com/{PORTAL}")

    assert examine(failure).credentials == (PORTAL,)


def test_ordinary_fields_are_none():
    assert found({"password_strength": "MEDIUM", "id": "o1", "passwordState": "x"}) == ()


def test_a_text_with_a_credential_in_it_is_shown_without():
    secrets = of_text(CREDENTIAL)

    assert secrets.hidden(f"no {CREDENTIAL} here") == f"no IAM_S_{'•' * 12} here"
    assert secrets.are_in(f"x{CREDENTIAL}")
    assert not secrets.are_in("nothing")


def test_a_short_credential_is_only_looked_for_as_a_whole():
    secrets = examine(exchange(changed("success", {"session.id": "o1"}))).secrets

    assert secrets.are_in("o1")
    assert not secrets.are_in("o1557")
    assert secrets.hidden("o1") == "•" * 12


def test_a_mask_tells_the_kind_and_nothing_of_the_length():
    assert mask("IAM_S_abc") == mask(CREDENTIAL) == "IAM_S_" + "•" * 12
    assert mask("x" * 10_000) == mask("é") == "•" * 12
    assert fingerprint("é") is None


def test_printing_shows_none():
    examination = examine(exchange(SUCCESS))

    assert CREDENTIAL not in repr(examination.secrets)
    assert CREDENTIAL not in repr(examination.inspection)


@pytest.mark.parametrize(
    ("path", "secret"),
    [
        (("session", "id"), True),
        (("session", 0, "id"), True),
        (("session", "user", "id"), False),
        (("data", "refresh_token"), True),
        (("session", "user", "passwordState"), False),
        ((), False),
        ((0,), False),
    ],
)
def test_secret_places(path, secret):
    assert is_secret_place(path) is secret


@pytest.mark.parametrize("shown", [mask(CREDENTIAL), mask("opaque"), "[credential removed]"])
def test_what_a_report_put_in_a_credentials_place_is_none_and_stays(shown):
    answer = changed("success", {"session.id": shown})

    assert mask(shown) == shown
    assert found(answer) == ()
