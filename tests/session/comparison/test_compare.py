"""Two answers are the same in what matters, or it is said in what not; and a swap mirrors it."""

from datetime import UTC

import pytest
from hypothesis import given, settings

from inspector_app.session.analyzed_answer import analyze_answer, analyze_document
from inspector_app.session.comparison.compare import compare_sides, swap_sides
from inspector_app.session.comparison.compared_tree import (
    RowFilter,
    build_compared_root,
    pair_answers,
)
from inspector_app.session.comparison.comparison_model import Aspect
from inspector_app.session.comparison.difference_sentences import (
    build_headline,
    build_sentence,
    build_short_form,
    list_main_differences,
)
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.parsing.json_document import JsonDocument
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from tests.report.answers import answers
from tests.session.answers import NOW, REFUSAL, changed, exchange
from tests.session.comparison.compared import session, side, side_of, with_organizations
from tests.session.documents import documents

VIEW = TimeContext(NOW, UTC)
PLANT = {"id": "o2", "name": "Wind Farm North", "domain": None}


def differing(a, b):
    return [row.aspect for row in compare_sides(a, b).differences]


def sentences(a, b):
    comparison = compare_sides(a, b)
    return [str(build_sentence(row, VIEW)) for row in list_main_differences(comparison)]


def said_of(comparison):
    """All that is said, as it is said."""
    return [
        str(build_headline(comparison)),
        *(str(build_sentence(row, VIEW)) for row in comparison.differences),
        *(str(build_short_form(row)) for row in comparison.differences),
    ]


def sides():
    return answers().map(lambda one: side_of(one.examination))


def drifted():
    return documents().map(
        lambda root: side_of(analyze_document(exchange(b"{}"), JsonDocument(root)))
    )


@settings(max_examples=150, deadline=None)
@given(sides() | drifted())
def test_a_comparison_with_itself_is_empty(one):
    comparison = compare_sides(one, one)
    tree = pair_answers(one.analyzed, one.analyzed, comparison.is_same_user)

    assert comparison.differences == ()
    assert tree.counts.changed == tree.counts.always == 0
    assert build_compared_root(tree, RowFilter.CHANGED).child_count == 0


@pytest.mark.parametrize("nameless", [{"domain": "north"}, {"name": "", "id": ""}, None, True, ""])
def test_an_organization_without_a_name_is_counted_and_given_none(nameless):
    *_, said = sentences(with_organizations(), with_organizations(nameless))
    assert said == "Only B belongs to 1 organization."


@pytest.mark.parametrize(
    ("place", "words"), [(199, "“Site 199”"), (200, "1 organization"), (230, "1 organization")]
)
def test_one_organization_more_is_named_where_it_is_among_the_first_of_very_many(place, words):
    rows = [{"id": f"o{number}", "name": f"Site {number}"} for number in range(231)]
    fewer = [one for number, one in enumerate(rows) if number != place]
    *_, said = sentences(with_organizations(*fewer), with_organizations(*rows))
    assert said == f"Only B belongs to {words}."


@settings(max_examples=150, deadline=None)
@given(sides() | drifted(), sides() | drifted())
def test_swapping_the_sides_mirrors_it(a, b):
    forth, back = compare_sides(a, b), compare_sides(b, a)
    assert swap_sides(forth) == back
    assert swap_sides(swap_sides(forth)) == forth

    there = pair_answers(a.analyzed, b.analyzed, forth.is_same_user)
    here = pair_answers(b.analyzed, a.analyzed, back.is_same_user)
    assert there.counts == here.counts


@settings(max_examples=100, deadline=None)
@given(sides() | drifted(), sides() | drifted())
def test_what_is_said_of_a_swap_is_the_same_with_the_letters_exchanged(a, b):
    forth = compare_sides(a, b)
    back = compare_sides(b, a)
    assert [row.aspect for row in forth.differences] == [row.aspect for row in back.differences]
    assert len(said_of(forth)) == len(said_of(back))


def test_nothing_but_ids_and_times_differs_of_two_users_who_are_well():
    other = session(
        **{
            "id": "IAM_S_" + "cQ5z" * 8,
            "createTime": 1562849000,
            "user.id": "u2",
            "user.name": "daniel.okafor",
            "user.email": "daniel.okafor@example.com",
            "user.createTime": "2018-05-14 08:33:19.0",
            "user.resourceId": "r2",
        }
    )
    assert differing(session(), other) == []
    tree = pair_answers(session().analyzed, other.analyzed, is_same_user=False)
    assert (tree.counts.changed, tree.counts.always) == (0, 7)


def test_a_session_without_a_code_is_answered_like_one_with_the_code_of_success():
    whole, without = (side(changed("success", {}, left_out)) for left_out in ((), ("status",)))
    assert Aspect.ANSWER not in differing(whole, without)


def test_the_name_of_one_and_the_same_user_is_no_matter_of_course():
    renamed = session(**{"user.name": "other"})
    tree = pair_answers(session().analyzed, renamed.analyzed, is_same_user=True)
    assert (tree.counts.changed, tree.counts.always) == (1, 0)


@pytest.mark.parametrize(
    ("changes", "aspect", "words"),
    [
        ({"user.state": 1}, Aspect.ACCOUNT, "The account of B is disabled."),
        (
            {"workingOrganization": PLANT},
            Aspect.WORKING_ORGANIZATION,
            "A works in “Head Office”, B in “Wind Farm North”.",
        ),
        (
            {"residentOrganization": PLANT},
            Aspect.HOME_ORGANIZATION,
            "The home organization of A is “Head Office”, that of B “Wind Farm North”.",
        ),
        ({"expires": 4800}, Aspect.ENDS, "The session of B ends 40 min sooner."),
        (
            {"user.guestOrganizations": [PLANT]},
            Aspect.EXTERNAL_ORGANIZATIONS,
            "Only B is an external user in “Wind Farm North”: by the field’s name (inferred).",
        ),
        ({"user.mfaType": 1}, Aspect.MULTI_FACTOR, "Multi-factor sign-in: A not sent, B by SMS."),
        (
            {"user.authType": 1},
            Aspect.SIGN_IN,
            "Signs in with: A EnOS account, B LDAP account.",
        ),
        (
            {"user.password_state": 1},
            Aspect.PASSWORD,
            "Password: A normal, B password must be changed.",
        ),
        ({"status": 0}, Aspect.ACCESS, "Access: A not sent, B initialized: access is limited."),
        (
            {"user.emailVerified": False},
            Aspect.EMAIL,
            "E-mail address: A verified, B not verified.",
        ),
    ],
)
def test_each_aspect_is_told_in_a_sentence_of_its_own(changes, aspect, words):
    a, b = session(), session(**changes)
    assert aspect in differing(a, b)
    assert words in sentences(a, b)
    assert aspect in differing(b, a)


def test_what_hinders_is_told_first_and_no_verdict_that_a_difference_explains():
    b = session(**{"user.state": 1, "workingOrganization": PLANT, "expires": 4800})
    assert sentences(session(), b) == [
        "The account of B is disabled.",
        "A works in “Head Office”, B in “Wind Farm North”.",
        "The session of B ends 40 min sooner.",
    ]
    headline = build_headline(compare_sides(session(), b))
    assert str(headline) == "They differ in: Account, Working organization, Ends (estimated)"


def test_a_refusal_is_told_by_its_verdict_and_answer_and_by_no_account_it_has_not():
    b = side(REFUSAL)
    comparison = compare_sides(session(), b)
    assert [row.aspect for row in comparison.rows] == [Aspect.VERDICT, Aspect.ANSWER]
    assert sentences(session(), b)[0] == "A: Valid. B: Not found."
    assert str(build_short_form(comparison.rows[0])) == "only B is stopped"
    assert comparison.is_comparable


def test_organizations_are_matched_by_id_and_not_by_name_or_place():
    renamed = {"id": "o15578227985571", "name": "New Name", "domain": "db_portal_test01"}
    assert differing(session(), session(workingOrganization=renamed)) == []
    same_name = {"id": "o9", "name": "Head Office", "domain": "db_portal_test01"}
    assert Aspect.WORKING_ORGANIZATION in differing(
        session(), session(workingOrganization=same_name)
    )

    rows = [{"id": f"o{one}", "name": f"Plant {one}"} for one in range(4)]
    a, b = with_organizations(*rows), with_organizations(*rows[3:], *rows[:2], {"id": "o7"})
    assert differing(a, b) == [Aspect.ORGANIZATIONS]
    assert sentences(a, b) == ["Only A belongs to “Plant 2”, only B to “o7”."]
    assert differing(a, with_organizations(*reversed(rows))) == []


def test_ends_less_than_a_minute_apart_are_the_same():
    assert differing(session(), session(expires=7141)) == []
    assert differing(session(), session(expires=7140)) == [Aspect.ENDS]


def test_what_is_no_answer_about_a_session_cannot_be_compared():
    refused = Failure(FailureKind.CONNECTION_REFUSED, Route("apim.example.com"), NOW)
    for other in (
        side_of(analyze_answer(refused)),
        side(b"<html>Sign in</html>"),
        side({"error": "nothing documented"}),
    ):
        comparison = compare_sides(session(), other)
        assert not comparison.is_comparable
        assert "cannot be compared" in str(build_headline(comparison))
        assert not compare_sides(other, session()).is_comparable


def test_a_difference_is_as_heavy_as_what_hinders():
    weights = {
        row.aspect: row.severity
        for row in compare_sides(
            session(), session(**{"user.state": 1, "user.mfaType": 1})
        ).differences
    }
    assert weights[Aspect.ACCOUNT] is Severity.BAD
    assert weights[Aspect.MULTI_FACTOR] is Severity.PLAIN


def test_no_credential_is_in_what_is_said_and_nothing_hides():
    """A1, J2."""
    secret = "IAM_S_" + "wX8r" * 8
    a = session(
        **{
            "id": secret,
            "workingOrganization": {"id": "o1", "name": f"x {secret} \u202ey"},
            "user.guestOrganizations": [{"id": "o5", "name": f"{secret} \u202ez"}],
        }
    )
    compared = compare_sides(a, session())
    values = [str(one.text) for row in compared.rows for one in (row.a, row.b)]
    said = "\n".join((*said_of(compared), *values))
    assert "\\u202ey" in said
    assert "\\u202ez" in said
    assert "\u202e" not in said
    assert secret not in said


def test_the_documented_refusals_are_the_same_as_themselves_by_code():
    a, b = side(REFUSAL), side(changed("refusal", {"message": "Other words"}))
    assert differing(a, b) == []
