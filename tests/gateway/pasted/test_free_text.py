"""A token is found inside of other text."""

import pytest

from inspector_app.gateway.pasted import free_text

JWT = "eyJ" + "a" * 20 + "." + "b" * 20 + "." + "c" * 20
SESSION = "IAM_S_" + "m" * 32


@pytest.mark.parametrize("before", ["", "see ", "token=", "x-", "a-eyJ-", "-eyJ-", "-", "a.eyJb-"])
def test_a_jwt_is_found_wherever_it_begins(before):
    """Trap 20: it is looked for once in a word, from the first place where it may begin."""
    found = free_text.find_token(f"so: {before}{JWT} end")
    assert found is not None
    assert found.value is not None
    assert found.value.endswith(JWT)


@pytest.mark.parametrize("text", [f"x-{SESSION}-{JWT}", f"{SESSION}-eyJ", f"-eyJ-{SESSION}"])
def test_a_session_id_beside_the_beginning_of_a_jwt_is_found(text):
    found = free_text.find_token(f"so: {text} end")
    assert found is not None
    assert found.value == SESSION
