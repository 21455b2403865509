"""Text is escaped for the screen, and no more of it than is shown."""

import pytest

from inspector_app.desktop.widgets.plain_text import MAX_SHOWN_LENGTH, to_plain_text


@pytest.mark.parametrize("text", ["", "Wind North", "风电场", "a" * MAX_SHOWN_LENGTH])
def test_a_short_text_stays_as_it_is(text):
    assert to_plain_text(text) == text


@pytest.mark.parametrize("hidden", ["\u202e", "\x00", "\ud800"])
def test_what_hides_is_shown_in_a_short_text_and_in_a_long_one(hidden):
    """J2."""
    assert hidden not in to_plain_text(f"a{hidden}b")
    assert hidden not in to_plain_text(f"a{hidden}b" * MAX_SHOWN_LENGTH)


@pytest.mark.parametrize("sign", ["m", "\u202e", "会"])
def test_a_long_text_is_cut_and_says_how_much_is_left_out(sign):
    """J5: and its length does not matter to what is done for it."""
    shown = to_plain_text(sign * 8_000_000)
    assert shown.endswith(f"… (+{8_000_000 - MAX_SHOWN_LENGTH})")
    assert len(shown) <= MAX_SHOWN_LENGTH + 20
