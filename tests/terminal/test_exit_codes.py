"""Scripts decide by the exit code alone: every verdict has one, the one that was promised."""

import pytest

from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.terminal.exit_codes import EXIT_CODES, MEANINGS, ExitCode

PROMISED = {
    0: "valid",
    1: "valid_limited account_disabled password_change_required password_expired clocks_disagree "
    "contradictory unproven token_not_valid session_not_found organization_not_found "
    "unknown_refusal organization_disabled not_a_member organization_not_approved "
    "organization_not_chosen signed_in_elsewhere application_not_listed application_switched_off "
    "application_not_purchased no_access_to_application",
    3: "gateway_refused_application gateway_refused_address no_permission rate_limited "
    "gateway_error wrong_path other_call not_enos unreadable redirected too_large tls_refused "
    "unreachable timed_out",
    130: "cancelled",
}


@pytest.mark.parametrize("code", VerdictCode)
def test_every_verdict_has_the_exit_code_that_was_promised(code):
    (promised,) = [number for number, names in PROMISED.items() if code.value in names.split()]
    assert EXIT_CODES[code] == promised


def test_the_table_is_whole():
    assert set(EXIT_CODES) == set(VerdictCode), "inspector_app/terminal/exit_codes.py lacks one"
    assert set(MEANINGS) == set(ExitCode), "inspector_app/terminal/exit_codes.py lacks one"


def test_the_codes_and_their_words_are_those_of_the_manual():
    """Scripts and their readers rely on both."""
    assert {code.value: words for code, words in MEANINGS.items()} == {
        0: "the session is valid",
        1: "an answer about the session that is not simply valid",
        2: "wrong usage, or nothing could be asked, read or written",
        3: "no answer about the session",
        70: "a bug in this program",
        130: "interrupted",
        141: "nothing reads the output any more",
    }
