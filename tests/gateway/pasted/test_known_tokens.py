"""Tokens that are known by their form are found inside of other text, and their damage is seen."""

import pytest

from inspector_app.gateway.pasted.known_tokens import find_known_tokens

JWT = "eyJ" + "a" * 20 + "." + "b" * 20 + "." + "c" * 20
SESSION = "IAM_S_" + "m" * 32


def find_values(text):
    return [one.value for one in find_known_tokens(text) if one.damage is None]


@pytest.mark.parametrize("before", ["", "see ", "token=", "x-", "a-eyJ-", "-eyJ-", "-", "a.eyJb-"])
def test_a_jwt_is_found_wherever_it_begins(before):
    """Trap 20: it is looked for once in a word, from the first place where it may begin."""
    (found,) = find_values(f"so: {before}{JWT} end")
    assert found.endswith(JWT)


@pytest.mark.parametrize("text", [f"x-{SESSION}-{JWT}", f"{SESSION}-eyJ", f"-eyJ-{SESSION}"])
def test_a_session_id_beside_the_beginning_of_a_jwt_is_found(text):
    assert SESSION in find_values(f"so: {text} end")
