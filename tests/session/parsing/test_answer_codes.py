import pytest

from inspector_app.session.parsing import answer_codes
from inspector_app.session.severity import Severity


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (30401, "the bearer token is not valid"),
        (401, "the bearer token is not valid"),
        (30404, "session information is not found"),
        (404, "session expired, or organization not found"),
        (30511, "account or LDAP login disabled"),
        (1203, "the application's access token has expired"),
        (99403, "no permission"),
    ],
)
def test_documented_codes_have_words_and_a_source(code, words):
    found = answer_codes.find_meaning(code)

    assert found is not None
    assert str(found.text) == words
    assert "EnOS documentation" in str(found.source)


def test_an_undocumented_iam_code_is_guessed_by_its_last_digits_only():
    assert answer_codes.find_meaning(30403) is None
    assert str(answer_codes.guess_meaning(30403)) == "not allowed"
    assert answer_codes.guess_meaning(40403) is None
    assert answer_codes.guess_meaning(30777) is None
    assert answer_codes.guess_meaning(-30403) is None


def test_the_gateways_statuses_are_its_own():
    found = answer_codes.find_http_meaning(403)

    assert str(found and found.text) == "your IP address is not allowed"
    assert answer_codes.find_http_meaning(404) is None


def test_what_passes_by_itself_is_a_warning_and_a_refusal_is_bad():
    assert {answer_codes.get_severity(code) for code in (0, 200, 302)} == {Severity.PLAIN}
    warnings = (429, 500, 503, 504, 30429, 99500)
    assert {answer_codes.get_severity(code) for code in warnings} == {Severity.WARNING}
    refusals = (401, 404, 30401, 30404, 30511, 99403, 1003)
    assert {answer_codes.get_severity(code) for code in refusals} == {Severity.BAD}
