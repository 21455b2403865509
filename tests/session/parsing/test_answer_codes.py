import pytest

from inspector_app.session.parsing import answer_codes
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity

IAM, LOGIN, GENERAL, SERVICE = "2.1, 2.2", "the login call", "general codes", "the token service"
DOCUMENTED = {
    0: ("success", "2.1 to 2.4"),
    30401: ("the bearer token is not valid", IAM),
    30404: ("session information is not found", IAM),
    401: ("the bearer token is not valid", "2.3+"),
    404: ("session expired, or organization not found", "2.3+"),
    30400: ("wrong account or password, or wrong LDAP mapping", LOGIN),
    30410: ("password expired", LOGIN),
    30429: ("too many failed logins", LOGIN),
    30511: ("account or LDAP login disabled", LOGIN),
    99400: ("invalid parameter", GENERAL),
    99403: ("no permission", GENERAL),
    99404: ("not found", GENERAL),
    99500: ("internal error", GENERAL),
    1001: ("repeated request", SERVICE),
    1002: ("the application's key does not exist", SERVICE),
    1003: ("the application's signature is not valid", SERVICE),
    1004: ("invalid parameter", SERVICE),
    1005: ("internal error", SERVICE),
    1202: ("a parameter is empty", SERVICE),
    1203: ("the application's access token has expired", SERVICE),
    1204: ("the application's access token was not refreshed", SERVICE),
}


@pytest.mark.parametrize("code", DOCUMENTED)
def test_documented_codes_have_words_and_a_source(code):
    words, source = DOCUMENTED[code]
    found = answer_codes.find_meaning(code)
    assert found is not None
    assert str(found.text) == words
    assert "EnOS documentation" in str(found.source)
    assert str(found.source).endswith(source)


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
        (31400, "the application's AccessKey is missing", Provenance.DOCUMENTED),
        (31401, "please log in first", Provenance.DOCUMENTED),
        (31403, "the user has no access to the application", Provenance.DOCUMENTED),
        (31404, "the application does not exist, or was not purchased", Provenance.DOCUMENTED),
        (31512, "no organization was chosen", Provenance.DOCUMENTED),
        (31409, "perhaps signed in elsewhere", Provenance.INFERRED),
        (31520, "the organization has not purchased the application", Provenance.DOCUMENTED),
        (31410, "perhaps the token has expired", Provenance.INFERRED),
        (88201, "the portal token is over", Provenance.OBSERVED),
        (88203, "the Application Portal denied the call", Provenance.OBSERVED),
        (497, "the application's timestamp or signature was refused", Provenance.OBSERVED),
        (498, "the application may not use this API", Provenance.OBSERVED),
    ],
)
def test_a_code_of_the_portal_or_the_common_list_says_what_it_rests_on(code, words, provenance):
    found = answer_codes.find_meaning(code)

    assert found is not None
    assert (str(found.text), found.provenance) == (words, provenance)
    assert str(found.source)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "the gateway cannot read the request"),
        (401, "invalid authentication credentials"),
        (403, "your IP address is not allowed"),
        (404, None),
        (413, "the request is too large"),
        (429, "too many requests"),
        (500, "an unexpected error occurred"),
        (503, "the service is unavailable"),
    ],
)
def test_the_gateways_statuses_are_its_own(status, words):
    found = answer_codes.find_http_meaning(status)
    assert (found and str(found.text)) == words


def test_what_passes_by_itself_is_a_warning_and_a_refusal_is_bad():
    assert {answer_codes.get_severity(code) for code in (0, 200, 302)} == {Severity.PLAIN}
    warnings = (429, 500, 503, 504, 30429, 99500)
    assert {answer_codes.get_severity(code) for code in warnings} == {Severity.WARNING}
    refusals = (401, 404, 30401, 30404, 30511, 99403, 1003)
    assert {answer_codes.get_severity(code) for code in refusals} == {Severity.BAD}
