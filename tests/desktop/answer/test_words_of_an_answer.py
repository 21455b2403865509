"""Short texts about an answer: one for each state, and none for another's."""

import itertools
from types import SimpleNamespace
from typing import Any

import pytest

from inspector_app.desktop.answer import stale_strip
from inspector_app.desktop.answer.answer_owner import (
    Identity,
    describe_title,
    describe_token,
    escape_title,
    get_owner_name,
    identify_owner,
)
from inspector_app.desktop.answer.conditions_list import _get_severity
from inspector_app.desktop.answer.stale_strip import Staleness
from inspector_app.desktop.answer.verdict_banner import _get_action_text
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.application_conditions import ConditionState
from inspector_app.session.diagnosis.verdict_model import SuggestedAction
from inspector_app.session.severity import Severity
from inspector_app.session.token import Token
from tests.session.answers import SUCCESS, exchange

ACTIONS = {
    SuggestedAction.SWITCH_ENVIRONMENT: "Try in my other environments…",
    SuggestedAction.TRY_AGAIN: "Try again",
    SuggestedAction.CHECK_ADDRESS: "Check the address",
    SuggestedAction.CHECK_CONNECTION: "Check the connection settings",
    SuggestedAction.FORGET_TOKEN: "Forget the token",
}


@pytest.mark.parametrize("action", [*SuggestedAction, None])
def test_each_action_has_its_words(qapp, action):
    assert _get_action_text(action) == ACTIONS.get(action, "")
    assert set(ACTIONS) == set(SuggestedAction)


def test_a_condition_is_as_severe_as_it_is_certain():
    found = {one.name: _get_severity(one) for one in ConditionState}
    assert found == {"HOLDS": Severity.GOOD, "FAILS": Severity.BAD, "UNKNOWN": Severity.NOTICE}


@pytest.mark.parametrize(
    ("is_field_empty", "is_replacing", "is_in_question"),
    list(itertools.product([False, True], repeat=3)),
)
def test_what_to_do_is_that_of_the_heaviest_fact(
    qapp, is_field_empty, is_replacing, is_in_question
):
    staleness = Staleness(
        has_other_text=True,
        is_field_empty=is_field_empty,
        is_replacing=is_replacing,
        is_in_question=is_in_question,
    )
    said = stale_strip._describe_next_step(staleness)
    if is_replacing:
        assert said.startswith("The text above is being inspected")
    elif is_field_empty:
        assert said.startswith("The text that was inspected is not in the field")
    elif is_in_question:
        assert said.endswith("Answer the question first.")
    else:
        assert said.endswith("Press Enter to inspect it.")
    assert staleness.is_muted
    assert Staleness(is_replacing=True).is_muted
    assert not Staleness(is_field_empty=True, is_in_question=True, is_token_kept=True).is_muted


@pytest.mark.parametrize(("is_kept", "words"), [(True, "with the kept token"), (False, "not kept")])
def test_the_way_back_is_by_the_kept_token_where_there_is_one(qapp, is_kept, words):
    """A6: nothing is claimed to be kept that is not."""
    said = stale_strip._describe_way_back(Staleness(is_token_kept=is_kept))
    assert words in said
    assert "taken out at the lock" in said


def result_of(user=None, organization=None, token=None) -> Any:
    """As much of a result as tells whose answer it is."""
    session: dict[str, Any] = dict(SUCCESS["session"])
    session["user"] = {"name": user} if user is not None else None
    session["workingOrganization"] = organization
    analyzed = analyze_answer(exchange({**SUCCESS, "session": session}))
    return SimpleNamespace(
        analyzed=analyzed,
        token=token,
        environment=SimpleNamespace(name="Test [*]"),
    )


TOKEN = Token("IAM_S_" + "Bd3xLq6m" * 4)


@pytest.mark.parametrize("length", [31, 32, 33, 3000])
def test_a_long_name_is_cut_off_and_says_so(length):
    name = identify_owner(result_of("m" * length)).user
    assert name == ("m" * length if length <= 32 else "m" * 31 + "…")


def test_whose_it_is_is_told_by_name_else_by_fingerprint(qapp):
    named, unnamed = result_of("mara", {"id": "o1", "name": "North"}, TOKEN), result_of(token=TOKEN)
    assert identify_owner(named) == Identity("mara", "North", TOKEN.fingerprint)
    assert get_owner_name(named) == "mara"
    assert get_owner_name(unnamed) == TOKEN.fingerprint
    assert get_owner_name(result_of()) == ""
    assert describe_title(named) == "mara, Test [*][*]"
    assert describe_title(result_of()) == "Test [*][*]"
    assert escape_title("a[*]b\u202e[*]").count("[*]") == 4
    assert describe_token([unnamed, named], TOKEN.fingerprint) == TOKEN.fingerprint
    assert describe_token([named], TOKEN.fingerprint) == f"{TOKEN.fingerprint}, mara"
    assert describe_token([result_of("other")], TOKEN.fingerprint) == TOKEN.fingerprint
    assert describe_token([named], "") == ""


def test_a_credential_in_a_name_is_masked():
    """A1."""
    secret = SUCCESS["session"]["id"]
    assert secret not in identify_owner(result_of(f"mara {secret}")).user
