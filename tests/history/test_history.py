"""The history is bounded, newest first, and finds by what a row shows and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.history.entry import (
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    EntryEnvironment,
    EntryNames,
    HistoryEntry,
    Origin,
    clean_note,
)
from inspector_app.history.history import (
    EMPTY_HISTORY,
    MAX_ENTRIES,
    MAX_QUERY_LENGTH,
    MAX_SIZE,
    add_earlier,
    add_entry,
    find_entries,
    remove_entries,
    replace_entry,
    set_note,
)
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.diagnosis.verdict_words import get_verdict_word
from inspector_app.session.severity import Severity

ENTRY = HistoryEntry(
    number=0,
    answered_at=1562850372.0,
    environment=EntryEnvironment("e1", "Staging", "https://apim.example.com"),
    names=EntryNames("hana.suzuki", "Head Office"),
    masked_names=EntryNames("user#19c2", "org#77a0"),
    code=VerdictCode.SESSION_NOT_FOUND,
    severity=Severity.BAD,
    word=get_verdict_word(VerdictCode.SESSION_NOT_FOUND),
    ends_at=None,
    fingerprint="51c89a3f",
    origin=Origin.INSPECTED,
    note="INC-4127",
    content=b"12345678",
)


def history_of(count, **limits):
    history = EMPTY_HISTORY
    for _ in range(count):
        history = add_entry(history, ENTRY, **limits)
    return history


def numbers(history):
    return [one.number for one in history.entries]


def test_the_newest_is_first_and_numbered_in_the_order_of_arrival():
    assert numbers(history_of(3)) == [3, 2, 1]


@given(
    st.lists(st.integers(0, 30), max_size=20),
    st.integers(1, 8),
    st.integers(1, 60),
)
def test_it_never_has_more_entries_or_bytes_than_it_may(sizes, max_entries, max_size):
    history = EMPTY_HISTORY
    for size in sizes:
        history = add_entry(history, replace(ENTRY, content=b"x" * size), max_entries, max_size)
        assert len(history.entries) <= max_entries
        assert sum(len(one.content) for one in history.entries) <= max_size
        assert history.entries[0].number == history.next_number - 1


def test_the_oldest_goes_first():
    assert numbers(history_of(5, max_entries=3)) == [5, 4, 3]
    assert numbers(history_of(5, max_size=17)) == [5, 4]


def test_one_that_is_larger_than_all_room_is_kept_without_its_content():
    history = add_entry(history_of(2), ENTRY, max_size=7)
    assert numbers(history) == [3]
    assert history.entries[0].content == b""


@given(st.sets(st.integers(1, 40)), st.integers(-3, 45))
def test_an_entry_is_found_by_its_number_whatever_was_removed(removed, wanted):
    history = remove_entries(history_of(40), lambda one: one.number in removed)
    found = history.find_entry(wanted)
    expected = [one for one in history.entries if one.number == wanted]
    assert ([] if found is None else [found]) == expected


def test_no_number_is_given_twice():
    emptied = remove_entries(history_of(3), lambda one: True)
    assert numbers(add_entry(emptied, ENTRY)) == [4]


def test_a_note_is_kept_at_its_entry_alone():
    history = set_note(history_of(3), 2, "  two\nlines ")
    assert [one.note for one in history.entries] == ["INC-4127", "two lines", "INC-4127"]
    assert set_note(history, 99, "x") is history


def test_a_token_in_a_note_is_masked():
    """A1: it was pasted into the wrong field."""
    token = "IAM_S_" + "Pd6vXk2c" * 4
    noted = set_note(history_of(1), 1, f"see {token}").entries[0].note
    assert noted == "see IAM_S_••••••••••••"


def test_an_entry_that_knows_more_takes_the_place_of_its_own_and_keeps_the_note():
    history = set_note(history_of(3), 2, "mine")
    changed = replace_entry(history, replace(ENTRY, number=2, content=b"more"))
    assert [one.content for one in changed.entries] == [b"12345678", b"more", b"12345678"]
    assert changed.entries[1].note == "mine"
    assert replace_entry(history, replace(ENTRY, number=9)) is history


@pytest.mark.parametrize("text", ["a" * 5_000_000, "\u202e" * 300, "\n" * 5000 + "x", ""])
def test_a_note_is_one_short_line_in_which_nothing_hides(text):
    """J2."""
    note = clean_note(text)
    assert len(note) <= MAX_NOTE_LENGTH
    assert note.isprintable()


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("", True),
        ("HANA", True),
        ("not found", True),
        ("found staging 4127", True),
        ("51c8", True),
        ("head office", True),
        ("daniel", False),
        ("suzukihead", False),
        ("stagingnot", False),
        ("19c2", False),
    ],
)
def test_it_is_found_by_each_word_of_its_row(query, is_found):
    assert bool(find_entries(history_of(1), query)) is is_found


@pytest.mark.parametrize(
    ("query", "is_found"),
    [("hana", False), ("office", False), ("4127", False), ("19c2", True), ("found", True)],
)
def test_on_a_shared_screen_no_name_can_be_found_out_by_looking_for_it(query, is_found):
    assert bool(find_entries(history_of(1), query, is_shared=True)) is is_found


def test_the_verdict_is_found_in_the_language_in_which_it_is_shown():
    assert find_entries(history_of(1), "未找到", lambda text: "未找到")
    assert not find_entries(history_of(1), "found", lambda text: "未找到")


def test_the_limits_are_those_that_are_promised():
    assert (MAX_ENTRIES, MAX_SIZE) == (10_000, 64 * 2**20)
    assert (MAX_QUERY_LENGTH, MAX_NOTE_LENGTH, MAX_NAME_LENGTH) == (200, 200, 120)


def test_without_other_limits_the_promised_ones_hold():
    content = b"x" * (MAX_SIZE // 2)
    history = EMPTY_HISTORY
    for entry in (replace(ENTRY, content=content),) * 3:
        history = add_entry(history, entry)
    assert numbers(history) == [3, 2]
    assert add_entry(EMPTY_HISTORY, replace(ENTRY, content=content * 2)).entries[0].content
    full = replace(EMPTY_HISTORY, entries=(ENTRY,) * MAX_ENTRIES, next_number=7)
    assert len(add_entry(full, ENTRY).entries) == MAX_ENTRIES


@pytest.mark.parametrize(("kept", "size"), [(1, 8), (1, 15), (2, 16), (2, 23), (3, 24)])
def test_as_many_contents_are_kept_as_there_is_room_for(kept, size):
    assert len(history_of(3, max_size=size).entries) == kept


def test_earlier_answers_come_behind_those_of_this_run_as_far_as_there_is_room():
    early = tuple(replace(ENTRY, number=-number) for number in range(1, MAX_ENTRIES))
    history = add_earlier(history_of(2), early)
    assert numbers(history) == [2, 1, *range(-1, 1 - MAX_ENTRIES, -1)]
    assert history.next_number == 3
    assert history.find_entry(-1) == early[0]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("a" * 200, "a" * 200),
        ("a" * 201, "a" * 200),
        (" " * 399 + "bb", "b"),
        (" " * 400 + "b", ""),
        ("\u200b", "\\u200b"),
    ],
)
def test_a_note_ends_where_there_is_no_more_room(text, note):
    assert clean_note(text) == note


@pytest.mark.parametrize(("length", "is_found"), [(200, False), (201, True), (5_000_000, True)])
def test_of_a_query_no_more_is_looked_for_than_its_beginning(length, is_found):
    query = ("hana" + " " * 5_000_000)[: length - 1] + "qq"
    assert bool(find_entries(history_of(1), query)) is is_found


def test_what_nothing_is_known_of_is_empty():
    assert (EntryNames(), EntryEnvironment()) == (EntryNames("", ""), EntryEnvironment("", "", ""))
    bare = {name: getattr(ENTRY, name) for name in HistoryEntry.__slots__[:11]}
    assert (HistoryEntry(**bare).note, HistoryEntry(**bare).content) == ("", b"")
    assert numbers(EMPTY_HISTORY) == []


def test_every_word_of_a_verdict_is_translated_once():
    asked: list[str] = []

    def translate(text):
        asked.append(str(text))
        return asked[-1]

    find_entries(history_of(3), "x", translate)
    assert asked == [str(ENTRY.word)]
