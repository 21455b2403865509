"""A credential is known again by fingerprints, with and without the marks around it."""

import pytest

from inspector_app.session.fingerprints import compute_fingerprint, compute_fingerprints
from inspector_app.session.token import Token

SECRET = "opaque-" + "q7" * 20


@pytest.mark.parametrize("place", ["{}", "'{}',", "({})", "token={}", "[{}]:", "https://x/?t={};"])
def test_a_word_has_the_fingerprint_of_the_credential_in_it(place):
    assert Token(SECRET).fingerprint in compute_fingerprints(place.format(SECRET))


def test_what_cannot_be_a_token_has_none():
    assert (
        compute_fingerprint("é")
        is compute_fingerprint("")
        is compute_fingerprint("x" * 8193)
        is None
    )


def test_short_words_have_none_for_they_stand_everywhere():
    assert compute_fingerprints("status") == frozenset()
