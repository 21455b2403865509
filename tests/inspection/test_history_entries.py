"""An entry of the history is the answer as it was, without a credential, and short."""

import pickle
import zlib
from dataclasses import fields, replace
from typing import Any

import pytest

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.demo.scenarios import list_scenarios
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.history.entry import MAX_NAME_LENGTH, Origin
from inspector_app.inspection.history_entries import build_entry, open_entry
from inspector_app.inspection.masked_result import mask_result
from inspector_app.inspection.run_inspection import (
    InspectionRequest,
    InspectionResult,
    run_inspection,
)
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.parsing.json_document import dump_json
from inspector_app.session.presentation import outline_builder
from inspector_app.session.token import Token
from inspector_app.settings.environment import Environment
from tests.session.answers import NOW, changed, exchange

KEY = b"h" * 32
SECRET = "IAM_S_" + "hY3w" * 8
SCENARIOS = {one.id: one for one in list_scenarios()}
WITHIN = {"slow": 0.2, "silent": 0.2}


def inspected(scenario):
    with DemoGateway() as gateway:
        result = run_inspection(
            InspectionRequest(
                Environment("e1", "Demo", gateway.origin),
                SCENARIOS[scenario].token,
                deadline=WITHIN.get(scenario, 15.0),
            ),
            lambda: pytest.fail("no stored secret is asked for"),
            AccessTokenCache(),
            Cancellation(),
        )
    assert isinstance(result, InspectionResult)
    return result


def result_of(answer, **changes):
    analyzed = analyze_answer(exchange(answer), Token(SECRET))
    made = InspectionResult(
        environment=Environment("e1", "Production", "https://apim.example.com"),
        host="apim.example.com",
        url="https://apim.example.com/enos-iam-service/v2.0/session/info",
        is_token_from_vault=False,
        notes=(),
        judge_input=JudgeInput(analyzed, NOW, token=Token(SECRET)),
        supported_expiry=None,
        outline=outline_builder.build_outline(analyzed),
        saved=None,
    )
    return replace(made, **changes)


def session_of(result: InspectionResult) -> Any:
    assert result.analyzed.parsed is not None
    return result.analyzed.parsed.session


def success(**changes):
    return changed("success", {"session.id": SECRET, **changes})


def everything_in(entry):
    words = [str(getattr(entry, one.name)) for one in fields(entry) if one.name != "content"]
    return "\n".join(words) + zlib.decompress(entry.content).decode()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_it_says_again_what_it_said(scenario):
    result = inspected(scenario)
    at = result.analyzed.taken_at

    entry = build_entry(result, KEY)
    again = open_entry(entry)

    said, repeated = result.judge(at), again.judge(at + 1e6)
    assert repeated.code is said.code is entry.code
    assert repeated.severity is said.severity is entry.severity
    assert str(repeated.sentence) == str(said.sentence)
    assert (again.environment.id, again.environment.name) == ("e1", "Demo")
    assert again.token is None
    assert entry.fingerprint == again.fingerprint == result.token.fingerprint


@pytest.mark.parametrize(
    "place",
    [
        *("session.id", "session.user.name", "session.user.id", "session.user.email"),
        *("session.workingOrganization.name", "session.workingOrganization.id", "message"),
        *("requestId", "session.user.extra"),
    ],
)
def test_no_part_of_it_has_the_credential_wherever_the_answer_repeats_it(place):
    """A1."""
    holder = {"session.user.name": f"x {SECRET}"}.get(place, SECRET)
    entry = build_entry(result_of(success(**{place: holder})), KEY, note=f"note {SECRET}")

    assert SECRET not in everything_in(entry)
    assert SECRET.encode() not in pickle.dumps(entry.content)


def test_the_answer_is_whole_but_for_its_secrets():
    result = result_of(success(**{"session.user.extra": {"n": 1.50, "long": 10**30}}))
    again = open_entry(build_entry(result, KEY))

    assert again.analyzed.document is not None
    document = dump_json(again.analyzed.document.root)
    assert "portal.test01@example.com" in document
    assert str(10**30) in document
    assert SECRET not in document


def test_it_names_the_user_and_has_the_labels_of_a_shared_screen_beside():
    result = result_of(success())
    entry = build_entry(result, KEY)
    masked = session_of(mask_result(result, KEY))

    assert (entry.names.user, entry.names.organization) == ("portal_test01", "Head Office")
    assert entry.masked_names.user == masked.user.name.value
    assert entry.masked_names.organization == masked.working_organization.name.value
    assert entry.get_names(is_shared=True) is entry.masked_names
    assert build_entry(mask_result(result, KEY), KEY) == entry


@pytest.mark.parametrize(
    ("without", "user", "organization"),
    [
        (("session.user.name",), "u15578227990211", "Head Office"),
        (("session.user.name", "session.user.id"), "", "Head Office"),
        (("session.user",), "", "Head Office"),
        (("session.workingOrganization.name",), "portal_test01", "o15578227985571"),
        (("session.workingOrganization",), "portal_test01", ""),
    ],
)
def test_where_no_name_was_sent_it_has_the_id_and_without_an_id_nothing(
    without, user, organization
):
    names = build_entry(result_of(changed("success", {}, without)), KEY).names
    assert (names.user, names.organization) == (user, organization)


def test_a_name_of_any_length_is_short_and_shows_what_hides():
    """J2."""
    name = "a\u202e" * 100_000
    entry = build_entry(result_of(success(**{"session.user.name": name})), KEY)

    assert len(entry.names.user) <= MAX_NAME_LENGTH
    assert entry.names.user.isprintable()


def test_a_name_that_just_has_room_is_kept_whole():
    for name in ("n" * MAX_NAME_LENGTH, "n" * (MAX_NAME_LENGTH + 1)):
        kept = build_entry(result_of(success(**{"session.user.name": name})), KEY).names.user
        assert kept == (name if len(name) == MAX_NAME_LENGTH else f"{name[:-2]}…")


def test_its_end_is_that_of_the_session_and_a_refusal_has_none():
    assert build_entry(result_of(success()), KEY).ends_at == pytest.approx(1562850052 + 7200, abs=2)
    assert build_entry(result_of(changed("refusal", {})), KEY).ends_at is None


def test_one_whose_content_was_dropped_or_is_damaged_says_that_it_is_gone():
    entry = build_entry(result_of(success()), KEY, Origin.WATCHED)
    for content in (b"", b"junk", entry.content[:-9], zlib.compress(b"x" * 40_000_000)):
        with pytest.raises(UnreadableFileError) as caught:
            open_entry(replace(entry, content=content))
        assert "too large" in str(caught.value.message)


def test_without_its_answer_it_stays_where_a_credential_would_be_left_in_it():
    """A1: what it says of itself is no secret."""
    result = result_of(success())
    known = Credentials(("session-inspector",))
    analyzed = replace(result.analyzed, credentials=known)
    leaking = replace(result, judge_input=replace(result.judge_input, analyzed=analyzed))
    entry = build_entry(leaking, KEY)
    assert entry.code is build_entry(result, KEY).code
    assert entry.content == b""
    with pytest.raises(UnreadableFileError):
        open_entry(entry)
