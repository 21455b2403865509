"""The preview shows what leaves: all of it, or its beginning, and says which."""

from inspector_app.desktop.export.export_making import LONGEST_PREVIEW, beginning


def test_a_short_text_is_shown_as_it_is():
    assert beginning("a\tb\n会话 ✅\n".encode()) == ("a\tb\n会话 ✅\n", True)
    assert beginning(b"") == ("", True)


def test_line_ends_and_the_mark_of_byte_order_are_not_characters_to_see():
    assert beginning("\ufeffa,b\r\nc,d\r\n".encode()) == ("a,b\nc,d\n", True)


def test_what_hides_or_moves_other_text_is_shown_as_an_escape():
    """J2."""
    text, is_whole = beginning("gnp\u202eexe \x1b[31m\u200b".encode())
    assert is_whole
    assert text == r"gnp\u202eexe \u001b[31m\u200b"


def test_of_a_long_text_whole_lines_are_shown_and_no_more():
    line = "x" * 99 + "\n"
    text, is_whole = beginning(line.encode() * 3_000)
    assert not is_whole
    assert text == line * (LONGEST_PREVIEW // 100)
    text, is_whole = beginning("会".encode() * LONGEST_PREVIEW * 2)
    assert not is_whole
    assert len(text) < LONGEST_PREVIEW


def test_an_endless_line_is_shortened_and_says_so():
    """J5."""
    text, is_whole = beginning(b"y" * 20_000)
    assert not is_whole
    assert text.endswith("… (+10000)")
