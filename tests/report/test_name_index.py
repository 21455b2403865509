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
    many = {f"person {number:04}": "other" for number in range(100)}
    assert NameIndex(LABELS | many).replace(text) == shown


@pytest.mark.parametrize("text", ["", "m", "no such name"])
def test_among_many_names_a_text_without_one_stays(text):
    assert (
        NameIndex({f"person {number:04}": "other" for number in range(100)}).replace(text) is text
    )


@pytest.mark.parametrize("length", [2, 3, 63, 64, 65, 200])
def test_names_of_every_length_are_replaced_between_words(length):
    """E1: those that begin alike, too."""
    name = "ab" + "c" * (length - 2)
    index = NameIndex({name: "user-1", name + "!": "user-2", "x" + name: "user-3"})
    assert index.replace(f"({name}) {name}") == "(user-1) user-1"
    assert index.replace(f"{name}!.x{name}") == "user-2.user-3"


def test_of_a_long_name_its_beginning_is_enough():
    """E1: a message may cut a name."""
    long = "n" * 64 + "and more"
    assert NameIndex({long: "user-1"}).replace(f"{'n' * 64} cut") == "user-1 cut"


def test_a_long_name_is_replaced_whole():
    long = "n" * 100 + "!"
    assert NameIndex({long: "user-1"}).replace(f"a {long.upper()} b") == "a user-1 b"


def test_without_names_a_text_stays():
    assert NameIndex({}).replace("mara") == "mara"


@pytest.mark.parametrize("name", ["ab", "ab cd"])
def test_a_place_is_not_looked_at_again(name):
    assert NameIndex({name: "u"}).replace(name * 3) == "uuu"


@pytest.mark.parametrize("count", [2, 32, 33, 500])
def test_nothing_of_long_names_that_begin_alike_stays(count):
    """E1: descriptions of organizations do."""
    names = [f"{'n' * 64} number {number:03} and {'m' * (number % 7)}" for number in range(count)]
    index = NameIndex({name: f"org-{number}" for number, name in enumerate(names)})
    for number in (0, 1, count - 1):
        shown = index.replace(f"see {names[number]}")
        assert shown.startswith("see org-")
        assert "number" not in shown
        assert count > 32 or shown == f"see org-{number}"
