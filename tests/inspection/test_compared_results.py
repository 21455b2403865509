"""Two results are compared as they are, or by labels alone where others see them."""

import json
from datetime import UTC

import pytest

from inspector_app.inspection.compared_results import compare_results, redact_compared
from inspector_app.inspection.saved_answer_opening import analyze_saved_data
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.comparison.comparison_model import Aspect
from tests.inspection.test_many_summary import result_of
from tests.report.answers import KEY, NOW, answer_of, build_input, examined, render
from tests.session.answers import knows

TOKEN_A, TOKEN_B = ("IAM_S_" + text * 8 for text in ("Ds5m", "Gt7n"))
A = answer_of({"id": "u1", "name": "mara.lindqvist", "state": 0, "type": 2}, TOKEN_A)
B = answer_of({"id": "u1", "name": "mara.lindqvist", "state": 1, "type": 2}, TOKEN_B)


def find_aspect(comparison, aspect):
    return next(one for one in comparison.rows if one.aspect is aspect)


def list_names(comparison):
    """What the user is called on each side."""
    users = [side.analyzed.parsed.session.user for side in (comparison.a, comparison.b)]
    return {user.name.value for user in users}


@pytest.mark.parametrize("is_shared", [False, True])
def test_what_differs_is_told_and_names_only_where_nobody_else_sees_them(is_shared):
    """A1, E2: one person has one label on both sides."""
    counted: list[int] = []
    compared = compare_results(
        result_of(A), result_of(B), KEY, is_shared=is_shared, report_progress=counted.append
    )
    account = find_aspect(compared.comparison, Aspect.ACCOUNT)
    assert account.a != account.b
    assert compared.comparison.is_same_user
    sides = (compared.comparison.a, compared.comparison.b)
    assert [side.verdict.code.value for side in sides] == ["valid", "account_disabled"]
    names = list_names(compared.comparison)
    assert len(names) == 1
    assert ("mara.lindqvist" in names) is not is_shared
    assert "lindqvist" not in repr(compared.tree) or not is_shared


def test_one_that_was_saved_with_labels_is_compared_by_labels():
    """E1: else all would differ."""
    data = render(build_input(examined(A), RedactionLevel.PERSONAL), ReportFormat.JSON)
    saved = analyze_saved_data(data, NOW, 15.0)
    for first, second in ((saved, result_of(B)), (result_of(B), saved)):
        compared = compare_results(first, second, KEY)
        names = list_names(compared.comparison)
        assert len(names) == 1
        assert "mara.lindqvist" not in names
        assert compared.comparison.is_same_user
        different = {one.aspect for one in compared.comparison.differences}
        assert Aspect.ACCOUNT in different
        assert Aspect.WORKING_ORGANIZATION not in different
    both = compare_results(saved, saved, KEY)
    assert find_aspect(both.comparison, Aspect.ACCOUNT).a == (
        find_aspect(both.comparison, Aspect.ACCOUNT).b
    )


@pytest.mark.parametrize("level", RedactionLevel)
def test_for_a_report_both_are_redacted_by_the_level(level):
    """E1."""
    report = redact_compared(result_of(A), result_of(B), KEY, level, NOW, UTC)
    assert report.level is level
    assert report.made_at == NOW
    assert knows(report.credentials, TOKEN_A)
    assert knows(report.credentials, TOKEN_B)
    for side in (report.a, report.b):
        written = json.dumps(str(side.analyzed.document))
        assert ("mara" in written) is (level is RedactionLevel.SECRETS)
        assert TOKEN_A not in written
        assert TOKEN_B not in written
