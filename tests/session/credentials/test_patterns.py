"""What looks like a credential of EnOS is found, whatever stands around it."""

import pytest

from inspector_app.session.credentials.patterns import find_pattern_matches, has_pattern_match

SESSION = "IAM_S_" + "w4Rt" * 8
PORTAL = "APP_PORTAL_S_" + "u7Ye" * 8
JWT = "eyJhbGciOiJ.eyJzdWIiOiJx.c2lnbmF0dXJ_-x"


@pytest.mark.parametrize("one", [SESSION, PORTAL, JWT, "eyJ12345.12345.", "IAM_S_12345678"])
@pytest.mark.parametrize("before", ["", "token=", "see xeyJ ", "eyJ.", "Bearer ", "会话", "x"])
@pytest.mark.parametrize("behind", ["", ".", " and so on", '"', "，"])
def test_it_is_found_whole(one, before, behind):
    """A1."""
    (found,) = find_pattern_matches(before + one + behind)
    assert found in {one, f"{one}."} or before + one == found


def test_several_are_found_in_their_order():
    text = f"{JWT},{SESSION} {PORTAL};{SESSION}"
    assert list(find_pattern_matches(text)) == [JWT, SESSION, PORTAL, SESSION]


@pytest.mark.parametrize(
    "text",
    ["IAM_S_1234567", "eyJ1234.12345.", "eyJ12345.1234.", "eyJ12345", "eyJ" * 100, "eyJ.eyJ."],
)
def test_what_is_shorter_is_none(text):
    assert not has_pattern_match(text)
