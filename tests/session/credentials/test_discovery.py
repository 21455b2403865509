"""Credentials are found by name, place, pattern and looks: in bodies, headers and addresses."""

import json
import re
import time
from datetime import UTC

import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import (
    Credentials,
    find_in_address,
    find_in_document,
    find_in_headers,
    find_in_text,
    mask_header,
    mask_written,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Failure, FailureKind, Phase, Route
from inspector_app.session.parsing.strict_json import parse_document
from inspector_app.session.presentation.request_facts import build_request_facts
from inspector_app.session.time_format import TimeContext
from inspector_app.session.token import MASK, Token
from tests.session.answers import CREDENTIAL, NOW, SUCCESS, exchange

OPAQUE = "Zq7opaque-and-known-by-its-name"
UNNAMED = "h7Gk29dLmQ0xVb84TsYwErPz61NcJa3F"


def found(answer, **kinds):
    return analyze_answer(exchange(answer, **kinds)).credentials


@pytest.mark.parametrize(
    "answer",
    [
        {"clientSecret": OPAQUE},
        {"data": [{"api_key": OPAQUE}]},
        {"cookies": [OPAQUE]},
        {"pwd": OPAQUE},
        {"headers": [{"name": "X-Auth-Token", "value": OPAQUE}]},
        b'{"client\\u0053ecret": "' + OPAQUE.encode() + b'"}',
        {"next": f"https://x.example.com/?lang=en&apiKey={OPAQUE}&x=1"},
    ],
)
def test_a_value_is_a_credential_by_its_name_and_then_everywhere(answer):
    """A1."""
    assert found(answer).has_match(f"see {OPAQUE}")


@pytest.mark.parametrize(
    "message",
    [
        "refused: password=crane-77, try again",
        "user alice, password: crane-77.",
        "line 3: pwd=crane-77",
        '(secret="crane-77")',
    ],
)
@pytest.mark.parametrize("name", ["message", "description"])
def test_a_secret_that_a_sentence_names_is_a_credential(name, message):
    """A1: a gateway may quote what it was sent, or what it was configured with."""
    assert found({name: message}).mask_text(message) == message.replace("crane-77", MASK)


@pytest.mark.parametrize(
    "message",
    ["token: missing-or-expired", "The token=not-found", "Session: 77-crane", "pin: 1234"],
)
def test_what_a_sentence_says_of_a_secret_is_none(message):
    assert not found({"message": message})


def test_a_value_is_a_credential_by_its_looks():
    """A1: nothing says so."""
    assert found({"blob": UNNAMED}).has_match(f"see {UNNAMED}")
    assert not found({"requestId": UNNAMED, "traceId": UNNAMED, "description": UNNAMED})


@pytest.mark.parametrize(
    "answer", [{"pin": 1234}, {"otp": "0"}, {"token": "none"}, {"secret": "%ENOS_TOKEN%"}]
)
def test_a_short_value_or_a_variable_is_none_elsewhere(answer):
    """Codes and flags are everywhere: a report would lack them all."""
    assert not found(answer)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("Set-Cookie", f"sid={OPAQUE}; Path=/; HttpOnly", "sid=••••••••••••; Path=/; HttpOnly"),
        ("Set-Cookie", "a=1; Path=/, b=2", "a=••••••••••••; Path=/, b=••••••••••••"),
        ("X-Auth-Token", OPAQUE, "•" * 12),
        ("X-Api-Key", "k", "•" * 12),
        ("X-CSRF-Token", OPAQUE, "•" * 12),
        ("Date", "Thu, 11 Jul 2019 13:06:12 GMT", "Thu, 11 Jul 2019 13:06:12 GMT"),
        ("X-Note", f"see {CREDENTIAL[6:].lower()}", "see ••••••••••••"),
        ("X-Auth-Token", "", ""),
    ],
)
def test_a_secret_header_is_shown_without_its_secret(name, value, shown):
    """A1: on the Request page."""
    assert mask_header(name, value, Credentials((CREDENTIAL,))) == shown
    analyzed = analyze_answer(exchange(SUCCESS, headers=((name, value),)))
    rows = build_request_facts(analyzed, "https://x.example.com", None).outline.list_children()
    assert shown in [row.value for row in rows[-1].list_children()]


def test_an_opaque_cookie_is_a_credential_everywhere():
    """A1."""
    secrets = found({"message": OPAQUE}, headers=(("Set-Cookie", f"sid={OPAQUE}; Path=/"),))
    assert secrets.has_match(OPAQUE)
    assert not secrets.has_match("Path=/")


@pytest.mark.parametrize("host", [UNNAMED.lower(), CREDENTIAL.lower(), CREDENTIAL[6:].lower()])
def test_a_redirects_host_that_is_a_token_is_shown_nowhere(host):
    """A1, N7: a gateway may answer with whatever it was sent."""
    failure = Failure(
        FailureKind.REDIRECTED,
        Route("x.example.com"),
        NOW,
        phase=Phase.WAIT,
        detail=f"https://{host}.example.com",
    )
    token = Token(CREDENTIAL)
    analyzed = analyze_answer(failure, token)
    verdict = judge(JudgeInput(analyzed, NOW, token=token))
    rows = build_request_facts(analyzed, "https://x.example.com", token).outline.list_children()
    shown = " ".join(
        str(row.format_meaning(TimeContext(NOW, UTC))) for row in rows[0].list_children()[:1]
    )
    assert host not in f"{verdict.sentence} {verdict.detail} {verdict.next_step} {shown}"
    assert "example.com" in f"{verdict.sentence} {verdict.detail}"


def test_an_ordinary_address_holds_none():
    assert not find_in_address("https://login.example.com/realms/enos/auth?client_id=portal")


@pytest.mark.timing
@pytest.mark.parametrize(
    "piece",
    ["eyJ", "-eyJ", "eyJ.", "IAM_S_", '"', '"a":', "?a=", "&token=x", "a=", '"token', "%25"],
)
def test_hostile_repetitions_take_time_in_proportion(piece):
    """J5: 60 kB of one of them took 1.4 s, 480 kB 39 s."""
    times = []
    for size in (1 << 18, 1 << 20):
        text = piece * (size // len(piece))
        started = time.process_time()
        find_in_text(text)
        find_in_address(text)
        Credentials((CREDENTIAL,)).mask_text(text)
        found(text.encode())
        times.append(time.process_time() - started)
    assert times[1] < 8 * times[0] + 0.2


@pytest.mark.timing
def test_ten_thousand_credentials_take_time_in_proportion():
    """J5: reports by the square of their number took 42 s."""
    answer = {
        "list": [{"token": f"secret-{number:06}-{number * 7919:012}"} for number in range(10_000)]
    }
    started = time.process_time()
    secrets = found(answer)
    for one in answer["list"]:
        assert secrets.mask_text(one["token"]) == "•" * 12
    assert not secrets.has_match_in_bytes(json.dumps(["nothing"] * 10_000).encode())
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ("Zq7xY", False),
        ("Zq7xYa", True),
        ("1234567", False),
        ("12345678", True),
        ("123.456", False),
        ("1234.5678", True),
        (1234567, False),
        (12345678, True),
        (True, False),
        (None, False),
        ("", False),
        ("%TOKEN%", False),
        ("$TOKEN", False),
        ("!TOKEN!", False),
        ("<token>", False),
        ("{{token}}", False),
        ("[token]", False),
        ("(token)", False),
        ("<your-own> <token>", False),
        ("$2b$10$Zq7xYaQQQ", True),
        ("{token}x", True),
    ],
)
def test_from_which_length_on_a_named_value_is_one(value, is_one):
    """A1: shorter ones are codes and flags, which are everywhere."""
    text = str(value)
    assert bool(found({"token": value})) is is_one
    assert bool(found({"data": [{"token": {"inner": [value]}}]})) is is_one
    assert bool(found({"list": [{"name": "X-Auth-Token", "value": value}]})) is is_one
    if isinstance(value, str) and value and " " not in value and value[0] != "<":
        assert bool(find_in_text(f"https://x.example.com/?a=1&token={value}")) is is_one
    if is_one:
        assert found({"token": value}).has_match(text)


@pytest.mark.parametrize("member", ["name", "key", "field", "header"])
def test_a_pair_of_members_names_its_value(member):
    """A1: as tools for HTTP write headers."""
    pair = {member: "X-Auth-Token", "value": OPAQUE}
    for answer in (pair, {"a": [[{"b": pair}]]}, {"value": pair}, {"value": [pair], "name": 1}):
        assert found(answer).has_match(OPAQUE)
    assert not found({member: "Accept", "value": OPAQUE})
    assert not found({"label": "X-Auth-Token", "value": OPAQUE})


@pytest.mark.parametrize(
    "session",
    [
        "opaque-one",
        ["opaque-one"],
        {"id": "opaque-one"},
        [{"id": "opaque-one"}],
        [7, {"id": {"a": ["opaque-one"]}}],
        {"id": [["opaque-one"]]},
    ],
)
def test_a_session_id_is_one_whatever_type_it_has(session):
    """A1: an answer that is not as documented gives away as much."""
    is_named = not (isinstance(session, list) and isinstance(session[0], str))
    assert found({"session": session}).has_match("opaque-one") is is_named
    assert not found({"user": session})
    assert not found([{"session": session}])


def test_a_number_is_a_session_id_too():
    assert found({"session": {"id": 12345678}}).has_match("see 12345678")


@pytest.mark.parametrize("scheme", ["Bearer", "basic", "TOKEN", "Digest"])
def test_a_header_is_one_without_its_scheme(scheme):
    """A1."""
    secrets = find_in_headers((("Authorization", f"{scheme}  {OPAQUE}"),))
    assert secrets == Credentials((OPAQUE,))
    assert find_in_headers((("Authorization", f" {scheme} {OPAQUE}"),)) == Credentials((OPAQUE,))
    assert find_in_headers((("Authorization", OPAQUE),)) == Credentials((OPAQUE,))


ATTRIBUTES = "Path Domain Expires Max-Age SameSite Version Priority Comment".split()  # noqa: SIM905


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_what_a_cookie_says_of_itself_is_none(attribute):
    line = f"sid={OPAQUE}; {attribute}=attribute-of-it; b=another-cookie"
    secrets = find_in_headers((("Set-Cookie", line),))
    assert secrets == Credentials((OPAQUE, "another-cookie"))
    shown = f"sid={'•' * 12}; {attribute}=attribute-of-it; b={'•' * 12}"
    assert mask_header("Set-Cookie", line, Credentials()) == shown


@pytest.mark.parametrize("name", ["Location", "content-location", "Refresh", "LINK"])
def test_the_address_in_a_header_may_hold_one_by_its_looks(name):
    """A1."""
    address = f"https://x.example.com/{UNNAMED}/a"
    assert find_in_headers(((name, address),)) == Credentials((UNNAMED,))
    assert not find_in_headers((("X-Note", address),))


@pytest.mark.parametrize(
    "text",
    [
        "{before}token={one}{behind}",
        '"token": "{one}"',
        '"token":"{one}"',
        '{{\\"token\\" : \\"{one}\\"}}',
        "https://x.example.com/#a=1;token={one}",
        "https://x.example.com/?token={one}#a",
        "see Bearer {one} and so on",
        "see basic  {one}, and so on",
        "see BEARER {one} and so on",
        "see BASIC {one}, and so on",
    ],
)
def test_a_text_that_is_no_document_names_one(text):
    """A1: a page, an address, JSON inside of a string."""
    one = "Zq7opaque-1known-by-its-name"
    written = text.format(one=one, before="", behind="&b=2")
    assert find_in_text(written) == Credentials((one,))
    assert found({"note": written}).has_match(one)
    assert not find_in_text(re.sub("token|bearer|basic", "lang", written, flags=re.IGNORECASE))


def test_a_name_may_be_one_itself():
    """A1: by its looks, its pattern, and where it is written with escapes."""
    assert found({UNNAMED: 1}) == Credentials((UNNAMED,))
    assert found({UNNAMED[:31]: 1}) == Credentials()
    escaped = "".join(f"\\u{ord(one):04x}" for one in CREDENTIAL)
    assert found(f'{{"{escaped}": 1}}'.encode()) == Credentials((CREDENTIAL,))


def test_a_long_text_is_looked_through_in_all_its_length():
    """A1: and is masked before the window asks for it."""
    filler = "a sentence of any kind. " * 4000
    answer = {"note": f"{filler} token={OPAQUE} {filler}", "more": filler + CREDENTIAL}
    secrets = found(json.dumps({**answer, "message": f"{filler}&token={OPAQUE}"}).encode())
    assert secrets.has_match(OPAQUE)
    assert secrets.mask_text(answer["more"]) == f"{filler}IAM_S_{'•' * 12}"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (
            "postgres://ann:hunter22x@db.example.com/x",
            "postgres://ann:••••••••••••@db.example.com/x",
        ),
        ("redis://:hunter22x@db.example.com", "redis://:••••••••••••@db.example.com"),
        ("https://ann:${PASSWORD}@a.example.com", None),
        ("https://a.example.com:8080/x@y", None),
        ("https://ann@a.example.com", None),
    ],
)
def test_the_password_of_an_address_is_masked(address, shown):
    """A1: in a text of an answer and in one that is none."""
    body = json.dumps({"x": address})
    known = find_in_document(parse_document(body.encode()).root, body)

    assert (
        known.mask_text(address) == find_in_text(address).mask_text(address) == (shown or address)
    )


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("INC-4127, call back before noon", None),
        ("answer (2).json", None),
        ("550e8400-e29b-41d4-a716-446655440000", None),
        ("o15578227985571", None),
        (f"{CREDENTIAL}.json", "IAM_S_••••••••••••.json"),
        (f"sent {UNNAMED}, see there", "sent ••••••••••••, see there"),
        (f"client_secret={OPAQUE}", "client_secret=••••••••••••"),
        ("known-from-elsewhere", "••••••••••••"),
    ],
)
def test_what_a_person_wrote_is_shown_without_secrets(text, masked):
    """A1: a note, or the name of a file."""
    assert mask_written(text, Credentials(("known-from-elsewhere",))) == (masked or text)
    assert mask_written(f"{UNNAMED} x") == "•••••••••••• x"


@pytest.mark.parametrize("around", [lambda page: page, lambda page: {"data": page}])
def test_the_id_of_what_the_portal_sends_its_page_is_one_whatever_it_looks_like(around):
    """A1."""
    page = {"id": UNNAMED, "user": {"id": "u1"}, "MFACompleted": True}
    assert found(around(page)).has_match(UNNAMED)
    assert not found(around({**page, "MFACompleted": None, "user": None})).has_match("u1")
    of_no_page = {key: page[key] for key in ("id", "user")}
    assert not found(around(of_no_page)).has_match(UNNAMED)


@pytest.mark.parametrize(
    "written",
    [
        '"password={}"',
        '"password: {}"',
        r'"password\u003d{}"',
        r'"password\u003a {}"',
        '"Bearer {}"',
        '"ftp://a:{}@b"',
    ],
)
def test_a_short_text_says_within_itself_what_is_a_secret_in_it(written):
    """A1."""
    secret = "hunter-two9hunter7"
    known = found(('{"status": 0, "note": ' + written.format(secret) + "}").encode())
    assert known.has_match(f"it is {secret}")


@pytest.mark.parametrize("before", [{}, {"status": 0}, {"session": {"id": "another-unnamed-id"}}])
@pytest.mark.parametrize("wrap", [lambda one: one, lambda one: [one, one], lambda one: [1, one]])
def test_the_id_of_a_session_is_one_wherever_the_session_stands(before, wrap):
    """A1: by its place, whatever it looks like."""
    body = json.dumps({**before, "last": wrap({"id": UNNAMED, "user": {}})})
    known = found(body.replace('"last"', '"session"').encode())
    assert known.has_match(UNNAMED)
    assert known.has_match("another-unnamed-id") is ("session" in before)


@pytest.mark.parametrize(("name", "is_secret"), [("organizationIds", False), ("others", True)])
def test_what_is_in_a_list_has_the_name_of_the_list(name, is_secret):
    """A1: ids are no secrets, as long as they may be."""
    for values in ([UNNAMED], [[UNNAMED]]):
        assert found({"status": 0, name: values}).has_match(UNNAMED) is is_secret
