"""Names are found in any case, the longest at each place, in linear time."""

import pytest

from inspector_app.report.name_index import NameIndex

LABELS = {"Mara": "user-1", "mara lindqvist": "user-2", "李雷": "user-3", "İpek": "user-4"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("no MARA here", "no user-1 here"),
        ("Mara Lindqvist, mara", "user-2, user-1"),
        ("用户李雷不存在", "用户user-3不存在"),
        ("İPEK İpek", "user-4 user-4"),
        ("mar", "mar"),
        ("", ""),
    ],
)
def test_a_name_becomes_its_label(text, shown):
    assert NameIndex(LABELS).replace(text) == shown


def test_a_long_name_is_replaced_whole():
    long = "n" * 100 + "!"
    assert NameIndex({long: "user-1"}).replace(f"a {long.upper()} b") == "a user-1 b"


def test_without_names_a_text_stays():
    assert NameIndex({}).replace("mara") == "mara"


@pytest.mark.parametrize("name", ["ab", "ab cd"])
def test_a_place_is_not_looked_at_again(name):
    assert NameIndex({name: "u"}).replace(name * 3) == "uuu"
