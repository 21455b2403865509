import pytest

from inspector_app.session.parsing import answer_codes
from inspector_app.session.provenance import Provenance
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


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (30403, "permission denied (IAM)"),
        (31504, "service did not answer in time (Application Portal)"),
        (80429, "exhausted: too many requests (time series)"),
        (99601, "not supported for this resource (any service)"),
        (40403, "permission denied"),
        (30777, "a code of the service IAM"),
    ],
)
def test_a_code_of_five_digits_is_guessed_by_its_service_and_the_common_list(code, words):
    assert answer_codes.find_meaning(code) is None
    assert words in str(answer_codes.guess_meaning(code))


@pytest.mark.parametrize("code", [-30403, 40777, 9403, 130403, 1403, 0])
def test_nothing_is_guessed_of_other_codes(code):
    assert answer_codes.guess_meaning(code) is None


@pytest.mark.parametrize(
    ("code", "words", "provenance"),
    [
        (31403, "the user has no access to the application", Provenance.DOCUMENTED),
        (31512, "no organization was chosen", Provenance.DOCUMENTED),
        (31409, "perhaps signed in elsewhere", Provenance.INFERRED),
        (31410, "perhaps the token has expired", Provenance.INFERRED),
        (88201, "the portal token is over", Provenance.OBSERVED),
        (497, "the application's timestamp or signature was refused", Provenance.OBSERVED),
        (498, "the application may not use this API", Provenance.OBSERVED),
    ],
)
def test_a_code_of_the_portal_or_the_common_list_says_what_it_rests_on(code, words, provenance):
    found = answer_codes.find_meaning(code)

    assert found is not None
    assert (str(found.text), found.provenance) == (words, provenance)
    assert str(found.source)


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
