import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.plain_text import elide, escape_invisible

ANY_TEXT = st.text(alphabet=st.characters(codec=None, categories=None))

DRAWN_FORMAT_CHARACTERS = {
    *map(chr, range(0x600, 0x606)), "\u06dd", "\u070f", "\u0890", "\u0891", "\u08e2",
    "\U000110bd", "\U000110cd",
}  # Arabic, Syriac and Kaithi number signs: of category Cf, and yet people see them  # fmt: skip


def is_dangerous(character: str) -> bool:
    if character in DRAWN_FORMAT_CHARACTERS:
        return False
    hides = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return hides or ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x00\x1b[31m\x7f\x85", r"\u0000\u001b[31m\u007f\u0085"),
        ("user\u202egnp.exe", r"user\u202egnp.exe"),
        ("\u2066\u2067\u2068\u2069", r"\u2066\u2067\u2068\u2069"),
        ("\u200e\u200f\u061c", r"\u200e\u200f\u061c"),
        ("\ufeffa\u200b\u200c\u200d\u2060\u00ad", r"\ufeffa\u200b\u200c\u200d\u2060\u00ad"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("\ud800 and \udfff", r"\ud800 and \udfff"),
        ("\uffff\ufdd0\U0010fffe", r"\uffff\ufdd0\U0010fffe"),
        ("\U000e0041\U000e007f", r"\U000e0041\U000e007f"),
        ("\u3164\u115f\uffa0\u034f", r"\u3164\u115f\uffa0\u034f"),
        ("\ufffc\ufff9", r"\ufffc\ufff9"),
        ("❤\ufe0f", r"❤\ufe0f"),
        ("👩\u200d🔧", r"👩\u200d🔧"),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_becomes_an_escape(sent, shown):
    """J2: controls, bidi marks and surrogates are shown as visible escapes."""
    assert escape_invisible(sent) == shown


@pytest.mark.parametrize(
    "text",
    ["", "portal_test01", "风电场 北区", "Zoë Müller", "Ω ≠ ∞", "🙂🇩🇪", "שלום", "مرحبا",
     "é e\u0301", r"C:\new\u0041", "a b", "<b>bold</b> & {braces} %s", "no\u00a0break"],
)  # fmt: skip
def test_everything_else_stays_as_it_is(text):
    assert escape_invisible(text) == text


def test_no_dangerous_character_of_all_unicode_is_let_through():
    """J2: every code point there is, one by one."""
    dangerous = filter(is_dangerous, map(chr, range(sys.maxunicode + 1)))
    assert [character for character in dangerous if escape_invisible(character) == character] == []


@settings(deadline=None, max_examples=200)
@given(ANY_TEXT)
def test_what_is_shown_can_be_shown_again_and_encoded(text):
    """J2: the escapes themselves need no escape, and UTF-8 takes them."""
    shown = escape_invisible(text)
    assert escape_invisible(shown) == shown
    assert shown.encode().decode() == shown
    assert not any(is_dangerous(character) for character in shown)


@pytest.mark.parametrize("at", [0, 1, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 1 << 17])
def test_a_long_text_is_escaped_as_a_short_one(at):
    hidden = "\u200b\u202e\n"
    assert escape_invisible(f"{'é' * at}{hidden}é") == f"{'é' * at}\\u200b\\u202e\\né"


def test_long_text_is_cut_and_says_how_much_is_missing():
    """J5: long values are elided."""
    assert elide("x" * 1000) == "x" * 1000
    assert elide("x" * 1001) == "x" * 1000 + "… (+1)"
    assert elide("🙂" * 5, limit=2) == "🙂🙂… (+3)"
    assert elide("", limit=0) == ""
