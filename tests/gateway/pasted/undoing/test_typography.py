"""Every sign that programs write in a command's place becomes the one that is typed."""

import pytest

from inspector_app.gateway.pasted.undoing.typography import undo_typography

SIGNS = {
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02",
    "'": "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\uff07",
    " ": "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000",
    "\n": "\u2028\u2029\x85\x0b\x0c",
    ":": "\uff1a",
    ";": "\uff1b",
    ",": "\uff0c",
    "=": "\uff1d",
    "/": "\uff0f",
    "(": "\uff08",
    ")": "\uff09",
}
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"


@pytest.mark.parametrize(
    ("sign", "typed"), [(sign, typed) for typed, signs in SIGNS.items() for sign in signs]
)
def test_each_sign_becomes_the_one_that_is_typed(sign, typed):
    assert undo_typography(f"a{sign}é{sign}") == f"a{typed}é{typed}"
    assert undo_typography(f"é a{sign}b") == f"é a{typed}b"


@pytest.mark.parametrize("dash", DASHES)
def test_a_dash_before_an_option_is_one_or_two_minus_signs(dash):
    assert undo_typography(f"curl {dash}H a") == "curl -H a"
    assert undo_typography(f"curl {dash}header a") == "curl --header a"
    assert undo_typography(f"curl {dash}{dash}Header a") == "curl --Header a"
    assert undo_typography(f"curl {dash}-header a") == "curl --header a"
    for text in (f"a {dash} b", f"a{dash}b", f"{dash}1", f"{dash}{dash}{dash}a"):
        assert undo_typography(text) == text


def test_what_is_typed_already_stays_as_it_is():
    text = "curl -H \"a: b\" --url 'https://x.example.com' é"
    assert undo_typography(text) == text
    assert undo_typography("a\x0bb") == "a\x0bb"  # no sign of typography stands in it
