import base64
import json
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings

from inspector_app.report.credential_scan import has_credential
from inspector_app.report.pseudonyms import PseudonymRegistry
from inspector_app.report.redaction import (
    Redaction,
    RedactionLevel,
    get_organization_label,
    mask_json,
    redact_analyzed_answer,
    redact_document,
    redact_earlier_answer,
)
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.observer_effect import RefreshEffect, compare_answers
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Route
from inspector_app.session.interruption import interruptible
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.parsing.json_document import (
    Json,
    JsonDocument,
    JsonNumber,
    JsonObject,
    dump_json,
)
from inspector_app.session.parsing.strict_json import parse_document
from inspector_app.session.token import Token
from tests.report.answers import KEY, NOW, Generated, answer_of, answers, examined, exchange
from tests.report.test_pseudonyms import alike
from tests.session.answers import REFRESHED, knows
from tests.session.diagnosis.test_observer_effect import seen

TOKEN = "IAM_S_" + "q7" * 64
USER = {
    "id": "u15440200922941",
    "name": "mara.lindqvist",
    "email": "mara@example.com",
    "phone": "5550100",
    "phoneArea": "46",
    "description": "night shift",
    "extra": {"badge": 4711},
    "createdByUserId": "u15440200922999",
    "resourceId": "r15578227990212",
    "organizationId": "o1",
    "type": 2,
    "state": 0,
    "password_state": 0.0,
    "password_strength": "MEDIUM",
    "createTime": "2019-05-14 08:33:19.0",
    "emailVerified": True,
    "mfaType": None,
}


def made(answer: object, level: RedactionLevel = RedactionLevel.PERSONAL, *credentials: str) -> str:
    document = parse_document(json.dumps(answer).encode())
    return dump_json(
        redact_document(document, Redaction(KEY, level, Credentials(credentials))).root, None
    )


def back(answer: object, level: RedactionLevel = RedactionLevel.PERSONAL, *credentials: str):
    return json.loads(made(answer, level, *credentials))


@pytest.mark.parametrize("level", RedactionLevel)
@pytest.mark.parametrize(
    "result",
    [
        Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW),
        exchange(b"<html>a page</html>", 500),
        exchange(json.dumps(answer_of(USER, TOKEN)).encode()),
    ],
    ids=["failure", "page", "answer"],
)
def test_what_was_redacted_knows_no_credential_any_more(result, level):
    """E1: neither the one that was sent nor those that came."""
    analyzed = analyze_answer(result, Token(TOKEN))
    assert knows(analyzed.credentials, TOKEN)
    redacted = redact_analyzed_answer(analyzed, Redaction(KEY, level))
    assert redacted.credentials == Credentials()


@pytest.mark.parametrize("level", RedactionLevel)
def test_the_evidence_of_who_answered_outlasts_redaction_and_names_nobody(level):
    headers = (
        ("Via", "kong/2.8.1"),
        ("via", "1.1 mara-lindqvist-laptop"),
        ("X-Kong-Upstream-Latency", "12"),
        ("X-RateLimit-Remaining-Minute", "3"),
        ("X-RateLimit-u15440200922941", "3"),
        ("X-Served-For", "mara"),
    )
    answer = replace(exchange(b'{"message":"x"}', 500), headers=headers)
    redacted = redact_analyzed_answer(analyze_answer(answer), Redaction(KEY, level)).call_result

    assert isinstance(redacted, Exchange)
    kept = dict(redacted.headers)
    assert kept["X-Kong-Upstream-Latency"] == "12"
    assert kept["X-RateLimit-Remaining-Minute"] == "3"
    assert redacted.headers[0] == ("Via", "kong/2.8.1")
    assert not {"X-Served-For", "X-RateLimit-u15440200922941"} & set(kept)
    if level is RedactionLevel.PERSONAL:
        assert "mara" not in repr(redacted.headers)


def test_the_system_as_creator_is_no_person_and_a_user_is():
    """The 0 stays, and is no label for other zeros; an id becomes a label."""
    system = back(answer_of({**USER, "createdByUserId": "0", "extra": "0"}, TOKEN))
    assert system["session"]["user"]["createdByUserId"] == "0"
    assert system["session"]["user"]["state"] == 0
    person = back(answer_of(USER, TOKEN))["session"]["user"]["createdByUserId"]
    assert person.startswith("user#")


@pytest.mark.parametrize("level", RedactionLevel)
def test_redaction_keeps_how_early_a_session_ended(level):
    original = JudgeInput(
        examined({"status": 30404, "fail": True, "session": None}),
        NOW,
        earlier=examined(answer_of(USER, TOKEN)),
    )
    redaction = Redaction(KEY, level)
    redacted = replace(
        original,
        analyzed=redact_analyzed_answer(original.analyzed, redaction),
        earlier=redact_earlier_answer(original.earlier, original.analyzed, redaction),
    )

    told = [[one.code.value for one in judge(asked).findings] for asked in (original, redacted)]
    assert told[0] == told[1]
    assert "perhaps_signed_out" in told[0]
    assert str(judge(original).detail) == str(judge(redacted).detail)


@pytest.mark.parametrize(
    ("earlier", "effect", "expiry", "is_kept"),
    [
        (seen(NOW, REFRESHED), RefreshEffect.LEAVES_REFRESH_TIME, None, True),
        (seen(NOW, REFRESHED - 60), RefreshEffect.MOVED_BY_OTHER_USE, None, True),
        (seen(NOW, NOW), RefreshEffect.CANNOT_TELL, ExpiryPolicy.SLIDING, True),
        (seen(NOW, REFRESHED, id="IAM_S_" + "z9" * 16), RefreshEffect.CANNOT_TELL, None, False),
    ],
)
def test_an_earlier_answer_stays_where_comparing_told_something(earlier, effect, expiry, is_kept):
    """E1: once masked, the ids of any two sessions look the same."""
    later = seen(NOW + 60, REFRESHED)
    observed = compare_answers(earlier, later)
    assert (observed.effect, observed.supported_expiry) == (effect, expiry)
    kept = redact_earlier_answer(earlier, later, Redaction(KEY, RedactionLevel.PERSONAL))
    assert (kept is not None) is is_kept


@pytest.mark.parametrize("level", RedactionLevel)
def test_the_session_id_is_masked_at_each_level(level):
    """E1."""
    session = back(answer_of(USER, TOKEN), level)["session"]
    assert session["id"] == "IAM_S_••••••••••••"
    assert TOKEN not in made([answer_of(USER, TOKEN)], level)


@pytest.mark.parametrize("level", RedactionLevel)
@pytest.mark.parametrize(
    "place",
    [
        {"message": f"no session {TOKEN}."},
        {"message": TOKEN},
        {"extra": {"deep": [f"global_id={TOKEN}; path=/"]}},
        {f"key {TOKEN}": 1},
        {"accessToken": "short"},
        {"message": base64.b64encode(f"id={TOKEN}".encode()).decode()},
        {"message": TOKEN.encode().hex()},
        {"other": "IAM_S_" + "z9" * 16},
        {"other": "APP_PORTAL_S_" + "z9" * 16},
        {"other": "see eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl for more"},
    ],
)
def test_a_credential_is_masked_wherever_it_stands(level, place):
    """E1."""
    text = made({**answer_of(USER, TOKEN), **place}, level)
    assert not has_credential(text.encode(), Credentials((TOKEN,)))
    assert "short" not in text
    assert "z9z9" not in text
    assert "eyJzdWIiOiIx" not in text


def test_the_token_that_was_sent_is_masked_even_if_the_answer_has_another():
    typed = "typed-token-of-another-kind"
    answer = {**answer_of(USER, TOKEN), "message": f"not {typed}"}
    assert typed not in made(answer, RedactionLevel.SECRETS, typed)


def test_a_session_id_that_is_no_text_is_removed():
    for odd in (1234567890123, ["a-credential-in-a-list"], {"value": "a-credential-inside"}):
        answer = {**answer_of(USER, TOKEN), "note": "a-credential-inside a-credential-in-a-list"}
        answer["session"]["id"] = odd
        answer["copy"] = 1234567890123
        text = made(answer, RedactionLevel.SECRETS)
        assert back(answer, RedactionLevel.SECRETS)["session"]["id"] == "[credential removed]"
        assert str(odd) not in text or not isinstance(odd, int)
        assert not isinstance(odd, list) or "in-a-list" not in text
        assert not isinstance(odd, dict) or "inside" not in text


def test_a_part_is_not_masked_before_the_whole():
    long, short = "opaque-abcdefgh-and-the-rest", "opaque-abcdefgh"
    answer = {"status": 0, "success": True, "message": f"{long} {short}", "session": {"id": short}}
    assert "and-the-rest" not in made(answer, RedactionLevel.SECRETS, long)


def test_secrets_level_changes_nothing_else():
    answer = answer_of(USER, TOKEN)
    expected = json.loads(json.dumps(answer))
    expected["session"]["id"] = "IAM_S_••••••••••••"
    assert back(answer, RedactionLevel.SECRETS) == expected


def test_numbers_order_and_repeated_names_stay_as_they_were_sent():
    body = b'{"status":0,"success":true,"b":1.0E+2,"a":-0,"a":9007199254740993,"session":{}}'
    document = redact_document(parse_document(body), Redaction(KEY, RedactionLevel.SECRETS))
    assert document.root == parse_document(body).root
    assert document.notices == parse_document(body).notices


def test_personal_data_is_gone_at_the_default_level():
    text = made(answer_of(USER, TOKEN))
    for name in ("id", "name", "email", "phone", "description", "createdByUserId", "resourceId"):
        assert f'"{USER[name]}"' not in text
    for gone in ("4711", "Wind North", "db_north", "Head Office", '"o1"', '"o2"', '"46"'):
        assert gone not in text


def test_what_is_no_personal_data_stays_at_the_default_level():
    user = back(answer_of(USER, TOKEN))["session"]["user"]
    for name in ("type", "state", "password_state", "password_strength", "createTime", "mfaType"):
        assert user[name] == USER[name]
    assert user["emailVerified"] is True
    assert back(answer_of(USER, TOKEN))["session"]["createTime"] == NOW - 700
    assert back({"status": 30401, "success": False, "message": "Bearer token is not valid"}) == {
        "status": 30401,
        "success": False,
        "message": "Bearer token is not valid",
    }
    request = {"status": 0, "success": True, "requestId": "0f3c-77ab"}
    assert back(request) == request


def test_one_identity_has_one_label_wherever_it_stands():
    """E2."""
    session = back(
        answer_of({**USER, "createdByUserId": USER["id"], "guestOrganizations": ["o2"]}, TOKEN)
    )["session"]
    user = session["user"]
    assert user["id"] == user["name"] == user["createdByUserId"]
    working, resident = session["workingOrganization"], session["residentOrganization"]
    assert working["id"] == working["name"] == working["domain"] == user["guestOrganizations"][0]
    assert resident["id"] == user["organizationId"] != working["id"]
    assert resident["domain"] is None
    assert user["id"].startswith("user#")
    assert working["id"].startswith("org#")
    assert len(user["id"]) == len("user#19c2")


def test_labels_are_the_same_in_two_reports_and_others_with_another_key():
    """E2."""
    first = back(answer_of(USER, TOKEN))["session"]["user"]["id"]
    second = back(answer_of({**USER, "name": "renamed"}, TOKEN + "Z"))["session"]["user"]["id"]
    assert first == second
    document = parse_document(json.dumps(answer_of(USER, TOKEN)).encode())
    other = json.loads(dump_json(redact_document(document, Redaction(b"another")).root))
    assert other["session"]["user"]["id"] != first


def test_two_organizations_are_two_also_where_their_short_labels_are_the_same():
    """E2: the user does not work at home, whatever four hex digits say."""
    first, second = alike()
    answer = answer_of(
        {**USER, "organizationId": first},
        TOKEN,
        workingOrganization={"id": second, "name": "Wind North"},
        residentOrganization={"id": first, "name": "Head Office"},
    )
    session = back(answer)["session"]
    assert session["workingOrganization"]["id"] != session["residentOrganization"]["id"]
    assert session["user"]["organizationId"] == session["residentOrganization"]["id"]


def test_names_in_a_message_become_the_same_labels():
    """E2."""
    answer = answer_of(USER, TOKEN)
    answer["message"] = "mara.lindqvist (mara@example.com, +46 555 01 00 22) is not in Wind North"
    made_of_it = back(answer)
    label = made_of_it["session"]["user"]["id"]
    organization = made_of_it["session"]["workingOrganization"]["id"]
    removed = "[personal data removed]"
    assert made_of_it["message"] == f"{label} ({removed}, {removed}) is not in {organization}"


@pytest.mark.parametrize("spell", [str.upper, str.title, str.lower])
def test_names_in_a_message_are_found_in_capitals_too(spell):
    """E1."""
    answer = answer_of({**USER, "description": "Şükran"}, TOKEN)
    answer["message"] = spell("no mara.lindqvist in wind north, no şükran")
    message = back(answer)["message"].lower()
    for gone in ("mara", "lindqvist", "wind north", "ükran"):
        assert gone not in message
    assert message.startswith("no user#")


def test_ids_and_addresses_of_people_that_nothing_else_names_are_removed_from_messages():
    answer = {"status": 30404, "success": False, "message": "u15440200922941 jo@example.com left"}
    assert back(answer)["message"] == "[personal data removed] [personal data removed] left"


def test_what_nothing_documents_is_removed_at_the_default_level():
    user = {**USER, "nickname": "Mia", "badge": 4711, "vip": True, "u15440200922941": {"a": "b"}}
    made_of_it = back({**answer_of(user, TOKEN), "data": ["x", {"mia": "z"}]})
    user = made_of_it["session"]["user"]
    assert user["nickname"] == user["badge"] == "[personal data removed]"
    assert user["vip"] is True
    assert "u15440200922941" not in user
    first, second = made_of_it["data"]
    assert first == "[personal data removed]"
    assert list(second.values()) == ["[personal data removed]"]
    assert next(iter(second)).startswith("field#")


def test_an_organization_is_labelled_as_in_the_document():
    redaction = Redaction(KEY)
    labelled = back(answer_of(USER, TOKEN))["session"]["workingOrganization"]["id"]
    assert get_organization_label("o2", redaction) == labelled
    assert get_organization_label("o2", replace(redaction, level=RedactionLevel.SECRETS)) == "o2"


def test_a_part_of_an_answer_is_masked_by_its_place():
    part: Json = JsonObject((("id", TOKEN), ("expires", JsonNumber("7200"))))
    assert mask_json(part, ("session",), Credentials()) == JsonObject(
        (("id", "IAM_S_••••••••••••"), ("expires", JsonNumber("7200")))
    )
    assert mask_json("opaque", ("session", 0, "id"), Credentials()) == "••••••••••••"


@pytest.mark.parametrize("level", RedactionLevel)
def test_a_redacted_examination_holds_neither_body_nor_other_headers(level):
    bare = redact_analyzed_answer(examined(answer_of(USER, TOKEN)), Redaction(KEY, level))
    assert isinstance(bare.call_result, Exchange)
    assert bare.call_result.body == b""
    assert bare.call_result.get_header("Set-Cookie") is None
    assert bare.call_result.get_header("Date") is not None
    assert not bare.credentials
    assert TOKEN not in repr(bare) + dump_json(bare.document.root if bare.document else None)


def test_a_page_is_kept_without_its_secrets_or_not_at_all():
    page = analyze_answer(exchange(f"<title>Hello {TOKEN}</title>".encode()))
    kept = redact_analyzed_answer(page, Redaction(KEY, RedactionLevel.SECRETS)).call_result
    assert isinstance(kept, Exchange)
    assert kept.body == "<title>Hello IAM_S_••••••••••••</title>".encode()
    dropped = redact_analyzed_answer(page, Redaction(KEY)).call_result
    assert isinstance(dropped, Exchange)
    assert dropped.body == b""


def test_the_target_of_a_redirect_keeps_no_secret_and_by_default_no_more_than_its_host():
    """E1."""
    target = f"https://mara:pass@login.example.com/in/mara?user=mara&id={TOKEN}"
    failure = analyze_answer(
        Failure(FailureKind.REDIRECTED, Route("apim.example.com"), NOW, detail=target)
    )
    kept = redact_analyzed_answer(failure, Redaction(KEY, RedactionLevel.SECRETS)).call_result
    assert isinstance(kept, Failure)
    assert kept.detail == "https://login.example.com/in/mara?user=mara&id=IAM_S_••••••••••••"
    dropped = redact_analyzed_answer(failure, Redaction(KEY)).call_result
    assert isinstance(dropped, Failure)
    assert dropped.detail == "https://login.example.com/…"


def test_a_redaction_does_not_show_its_secrets():
    assert TOKEN not in repr(Redaction(KEY, credentials=Credentials((TOKEN,))))
    assert "kkk" not in repr(Redaction(KEY, pseudonyms=PseudonymRegistry(KEY)))


@settings(deadline=None, max_examples=80)
@given(answers())
def test_no_generated_answer_keeps_a_credential(generated: Generated):
    """E1."""
    document = generated.examination.document
    assert document is not None
    for level in RedactionLevel:
        redaction = Redaction(KEY, level)
        text = dump_json(redact_document(document, redaction).root)
        assert not has_credential(text.encode(), Credentials((generated.credential,)))
        assert redact_document(document, redaction) == redact_document(document, redaction)
        again = parse_document(text.encode())
        assert again.root == redact_document(document, redaction).root


@settings(deadline=None, max_examples=80)
@given(answers())
def test_no_generated_answer_keeps_personal_data_at_the_default_level(generated: Generated):
    """E1."""
    document = generated.examination.document
    assert document is not None
    redacted_document = redact_document(document, Redaction(KEY))
    text = json.dumps(json.loads(dump_json(redacted_document.root)), ensure_ascii=False)
    text += "".join(map(str, redacted_document.notices))
    for one in generated.personal:
        assert one not in text
        assert json.dumps(one).strip('"') not in text


@settings(deadline=None, max_examples=60)
@given(answers())
def test_redaction_never_changes_the_verdict(generated: Generated):
    analyzed = generated.examination
    plain = judge(JudgeInput(analyzed, NOW))
    for level in RedactionLevel:
        told = judge(JudgeInput(redact_analyzed_answer(analyzed, Redaction(KEY, level)), NOW))
        assert (told.code, told.severity) == (plain.code, plain.severity)


def test_redacting_an_empty_document_changes_nothing():
    for root in (None, "", True, JsonObject()):
        assert redact_document(JsonDocument(root), Redaction(KEY)) == JsonDocument(root)


@pytest.mark.parametrize("written", ["ADA", "ADA_LOVE", "ada love"])
def test_a_name_in_capitals_is_no_code(written):
    """E1: of a documented code only the form is known, and a login may have it too."""
    answer = answer_of({"id": "u1", "name": "Ada Love", "domain": "Ada", "type": written}, TOKEN)
    document = examined(answer).document
    assert document is not None
    assert written not in dump_json(redact_document(document, Redaction(KEY)).root)


def test_masking_asks_at_each_name_whether_it_may_go_on():
    """N5: an object of hundreds of thousands took a second after it was cancelled."""
    value = JsonObject(tuple((f"name {number}", None) for number in range(500)))
    asked = count()
    with interruptible(lambda: next(asked) < 0):
        mask_json(value, (), Credentials())
    assert next(asked) >= 500
