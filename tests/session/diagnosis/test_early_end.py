import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis import early_end
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.provenance import Provenance
from tests.session.answers import NOW, SUCCESS, changed, exchange


def verdict(refusal, earlier=None, at=NOW):
    return judge(
        JudgeInput(
            analyze_answer(exchange(refusal, headers=(), at=at)),
            at,
            earlier=None if earlier is None else analyze_answer(exchange(earlier)),
        )
    )


def reasons(found):
    return [one.code for one in found.findings if one.code.value.startswith("perhaps_")]


def test_what_may_have_happened_is_told_in_the_documented_order_and_as_a_possibility():
    found = verdict(changed("refusal", {}), SUCCESS)

    listed = [one for one in found.findings if one.code.value.startswith("perhaps_")]
    assert [one.code.value for one in listed] == [
        "perhaps_signed_in_elsewhere",
        "perhaps_signed_out",
        "perhaps_ownership_transferred",
        "perhaps_account_changed",
    ]
    assert {one.provenance for one in listed} == {Provenance.INFERRED}
    assert all(str(one.sentence).startswith("Perhaps ") for one in listed)


def test_the_audit_log_is_named_as_the_next_place_to_look():
    found = verdict(changed("refusal", {}), SUCCESS)

    assert "audit log" in str(found.next_step)
    assert "1 h 54 min before its estimated end" in str(found.detail)


@pytest.mark.parametrize(
    ("refusal", "earlier", "seconds"),
    [
        (changed("refusal", {}), None, 0),  # nobody knows when it would have ended
        (changed("refusal", {}), SUCCESS, 6880),  # at its end
        (changed("refusal", {}), SUCCESS, 6879),  # within the margin of the clocks
        (changed("refusal", {}), changed("success", {}, ("session.expires",)), 0),
        (changed("refusal", {}), changed("refusal", {}), 0),
        (changed("refusal", {"status": 30401}), SUCCESS, 0),  # another refusal
        (changed("refusal", {"message": "LDAP connection does not exist"}), SUCCESS, 0),
        ({"message": "no Route matched with those values"}, SUCCESS, 0),
        (SUCCESS, SUCCESS, 0),
    ],
)
def test_nothing_is_supposed_where_it_did_not_end_early(refusal, earlier, seconds):
    assert reasons(verdict(refusal, earlier, NOW + seconds)) == []


def test_the_table_has_every_possibility_once():
    codes = [code for code, _ in early_end.POSSIBLE_REASONS]

    assert len(set(codes)) == len(codes) == 4
