import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.token import MASK
from inspector_app.system.file_names import suggest_file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Production 2026-11-23", "Production 2026-11-23.json"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f.json"),
        ("../../etc/passwd", "etc-passwd.json"),
        ("  .hidden. ", "hidden.json"),
        ("-rf", "rf.json"),
        ("two\nlines\tand  more", "two lines and more.json"),
        ("evil\u202egpj", "evil-gpj.json"),
        ("lone \ud800 surrogate", "lone-surrogate.json"),
        ("华东风电场", "华东风电场.json"),
        ("", "session.json"),
        ("///", "session.json"),
    ],
)
def test_unfit_characters_become_hyphens(words, name):
    assert suggest_file_name(words, ".json") == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (f"list IAM_S_{'k7Jq9mXz' * 4}", f"list IAM_S_{MASK}.csv"),
        ("k7Jq9mXz" * 4, f"{MASK}.csv"),
        ("of password=Kp3s-Wx8b", f"of password={MASK}.csv"),
    ],
)
def test_no_credential_that_something_is_called_by_is_in_a_name(words, name):
    """A1: the name is seen in dialogs, in the status line and by whoever gets the file."""
    assert suggest_file_name(words, ".csv") == name


NUMBERED = [f"{port}{number}" for port in ("COM", "lpt") for number in "0123456789¹²³"]


@pytest.mark.parametrize(
    "reserved",
    [*NUMBERED, "CON", "nul", "Aux.txt", "lpt9.backup", "CONIN$", "conout$", "prn .x", "CLOCK$"],
)
def test_names_of_windows_devices_are_not_suggested(reserved):
    """E6."""
    assert suggest_file_name(reserved, ".json") == f"session-{reserved}.json"


def test_names_that_only_begin_like_a_device_are_kept():
    assert suggest_file_name("Console 1", ".json") == "Console 1.json"


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=st.characters(), max_size=300))
def test_every_suggestion_is_valid_everywhere(words):
    """E6."""
    name = suggest_file_name(words, ".json")
    assert len(name) <= 100
    assert len(name.encode()) <= 255
    assert name.endswith(".json")
    assert len(name) > len(".json")
    assert not set(name) & set('<>:"/\\|?*')
    assert name[0] not in " .-"
    assert not any(unicodedata.category(character)[0] == "C" for character in name)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=150))
def test_a_suggestion_is_its_own_suggestion(words):
    name = suggest_file_name(words, ".json").removesuffix(".json")
    assert suggest_file_name(name, ".json") == name + ".json"


@pytest.mark.parametrize(
    ("words", "suffix", "name"),
    [
        ("a" * 300, ".json", "a" * 95 + ".json"),
        ("a" * 95, ".json", "a" * 95 + ".json"),
        ("\u98ce" * 300, ".json", "\u98ce" * 65 + ".json"),
        ("\u98ce" * 65, ".json", "\u98ce" * 65 + ".json"),
        ("a" * 94 + " b", ".json", "a" * 94 + ".json"),
        ("a~", ".txt", "a.txt"),
        ("~a", ".txt", "a.txt"),
        ("a - b", "", "a-b"),
        ("e\u0301", "", "\u00e9"),
    ],
    ids=range(9),
)
def test_a_name_has_its_length_in_letters_and_in_bytes(words, suffix, name):
    """E6."""
    assert suggest_file_name(words, suffix) == name
