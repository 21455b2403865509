"""What tells tokens apart, and which one to propose."""

import pytest

from inspector_app.gateway.pasted.found_token import find_likeliest, find_newest
from inspector_app.gateway.pasted.places import describe_place
from inspector_app.gateway.token_text import read

ONE = "IAM_S_" + "Jc6pVt2e" * 4
TWO = "IAM_S_" + "Xg9sRb5k" * 4
HERE = "here.example.com"
THERE = "there.example.com"


def curl(token, host):
    return f"curl https://{host}/x -H 'Authorization: Bearer {token}'"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"the token {ONE} is here", "Line 1: in the text"),
        (f"\nAuthorization: Bearer {ONE}\n", "Line 2: Authorization header"),
        (f"Cookie: lang=en; global_id={ONE}; a=b", "Line 1: cookie global_id"),
        (curl(ONE, HERE), f"Line 1: Authorization header, sent to {HERE}"),
        (
            f"2026-11-25 20:41:07 Authorization: Bearer {ONE}",
            "Line 1: Authorization header, 2026-11-25 20:41:07",
        ),
        (f'{{"session": {{"id": "{ONE}"}}}}', "Line 1: the session of an answer"),
        (f"localStorage\naccess_token_key\t{ONE}", "Line 2: the browser's storage"),
    ],
)
def test_a_place_names_line_header_host_and_time(text, words):
    (found,) = read(text).candidates
    assert str(describe_place(found)).startswith(words)
    assert ONE not in str(describe_place(found))


def test_what_was_sent_to_the_host_is_proposed():
    found = read(f"{curl(ONE, THERE)}\n\n{curl(TWO, HERE)}").candidates
    assert find_likeliest(found, HERE) == 1
    assert find_likeliest(found, THERE) == 0
    assert find_likeliest(found, "elsewhere.example.com") == 0


@pytest.mark.parametrize(
    ("times", "newest"),
    [
        (("2026-11-25 20:41:07", "2026-11-25 20:41:08"), 1),
        (("2026-11-25 20:41:09", "2026-11-25 20:41:08"), 0),
        (("2026-11-25T20:41:09+08:00", "2026-11-25T20:41:08Z"), 1),
        (("2026-11-25 20:41:09", "2026-11-25 20:41:09"), None),
        (("2026-11-25 20:41:09", "no time"), None),
        (("2026-11-25 20:41:09Z", "2026-11-25 20:41:08"), None),
    ],
)
def test_the_newest_is_known_where_all_times_are(times, newest):
    """The app never claims more than the text says."""
    found = read(
        "\n".join(f"{time} token {one}" for time, one in zip(times, (ONE, TWO), strict=True))
    ).candidates
    assert find_newest(found) == newest
    assert find_likeliest(found, HERE) == (newest or 0)
