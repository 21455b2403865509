"""A row of the history says what was known when it was asked, in the words that it has room for."""

import time
from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import QRect

from inspector_app.desktop.history.entry_delegate import EntryDelegate
from inspector_app.desktop.history.entry_texts import (
    describe_entry,
    describe_entry_at_length,
    format_age,
    get_title,
    list_verdicts,
)
from inspector_app.desktop.history.history_model import HistoryModel
from inspector_app.desktop.history.recall_strip import RecallStrip
from inspector_app.history.entry import EntryNames
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.time_format import format_absolute
from tests.desktop.described_parts import build_option, recorded_painting
from tests.history.test_history import ENTRY

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def valid(left):
    at = ENTRY.answered_at
    return replace(ENTRY, code=VerdictCode.VALID, ends_at=None if left is None else at + left)


@pytest.mark.parametrize("age", [_MINUTE, _HOUR, 30 * _DAY, -_MINUTE, -_HOUR])
def test_what_was_left_is_said_of_now_for_a_minute_only(age):
    entry = valid(2 * _HOUR)
    assert list_verdicts(entry, entry.answered_at + 59.0)[0].endswith(" left")
    for text in list_verdicts(entry, entry.answered_at + age)[:-1]:
        assert text.endswith(" left then")


@pytest.mark.parametrize("left", [5, 70, 3 * _HOUR + 70, 2 * _DAY + _HOUR, 800 * _DAY])
def test_fewer_words_say_no_more_than_all_of_them(left):
    whole, short, word = list_verdicts(valid(left), ENTRY.answered_at)
    assert whole.startswith(short.removesuffix(" left"))
    assert short.startswith(word)
    assert len(whole) >= len(short) > len(word)


@pytest.mark.parametrize("entry", [valid(None), valid(0), valid(-5)])
def test_nothing_is_left_where_no_end_is_known_or_it_was_over(entry):
    assert len(list_verdicts(entry, entry.answered_at)) == 1


def test_an_age_is_told_in_one_unit():
    ages = {
        format_age(ENTRY, ENTRY.answered_at + one)
        for one in (_MINUTE + 5, _HOUR + 5 * _MINUTE, 2 * _DAY + _HOUR)
    }
    assert ages == {"1 min", "1 h", "2 days"}
    for age, words in (
        (59, "now"), (60, "1 min"), (_HOUR - 1, "59 min"), (_HOUR, "1 h"), (_DAY, "24 h"),
        (2 * _DAY - 1, "47 h"), (2 * _DAY, "2 days"),
    ):  # fmt: skip
        assert format_age(ENTRY, ENTRY.answered_at + age) == words


def test_what_a_clock_that_was_set_back_has_not_reached_is_not_of_now():
    at = ENTRY.answered_at
    assert format_age(ENTRY, at - 59) == "now"
    assert format_age(ENTRY, at - _MINUTE) == "in the future"


def test_an_age_and_what_was_left_end_at_the_second():
    at = ENTRY.answered_at
    assert [format_age(ENTRY, at + one) for one in (59, _MINUTE, _HOUR, _DAY)] == [
        "now", "1 min", "1 h", "24 h",
    ]  # fmt: skip
    assert list_verdicts(valid(_HOUR), at)[1] == f"{list_verdicts(valid(0), at)[0]}, 1 h left"
    assert len(list_verdicts(valid(1), at)) == 3


@pytest.mark.parametrize(
    ("names", "note", "title"),
    [
        (EntryNames("Mara Quist", "Wind"), "a note", "Mara Quist"),
        (EntryNames("", "Wind"), "a note", "a note"),
        (EntryNames("", "Wind"), "", ENTRY.fingerprint),
    ],
)
def test_a_row_is_read_aloud_whole_and_on_a_shared_screen_without_names(names, note, title):
    """A7: all that it shows, each once; at length with its organization and its time."""
    entry = replace(ENTRY, names=names, masked_names=EntryNames("user#1", "org#1"), note=note)
    entry = replace(entry, answered_at=time.time() - 2 * _HOUR - 5)
    verdict, environment = list_verdicts(entry, time.time())[0], entry.environment.name
    facts = [title, verdict, environment, "2 h", entry.fingerprint, note]
    spoken = describe_entry(entry, is_shared=False)
    assert spoken == ", ".join(dict.fromkeys(filter(None, facts)))
    at = str(format_absolute(entry.answered_at, UTC))
    assert describe_entry_at_length(entry, UTC, is_shared=False) == f"{spoken}, Wind, {at}"
    shared = describe_entry_at_length(entry, UTC, is_shared=True)
    facts = ["user#1", verdict, environment, "2 h", entry.fingerprint, "org#1", at]
    assert shared == ", ".join(facts)


def test_of_whom_nothing_is_known_that_is_said():
    nobody = replace(ENTRY, names=EntryNames(""), note="", fingerprint="")
    assert get_title(nobody, is_shared=False) == "no user was sent"
    assert get_title(replace(ENTRY, masked_names=EntryNames("")), is_shared=True) == "51c89a3f"


@pytest.mark.parametrize(("ahead", "is_told"), [(_HOUR, True), (30, False), (-_HOUR, False)])
def test_the_strip_above_such_an_answer_says_so(qtbot, known_theme, ahead, is_told):
    strip = RecallStrip(known_theme)
    qtbot.addWidget(strip)
    strip.show_entry(replace(ENTRY, answered_at=time.time() + ahead), UTC, has_token=False)
    assert ("in the future" in strip.message_label.text()) is is_told
    strip.stop()


@pytest.mark.parametrize("user", ["Mara Quist", ""])
@pytest.mark.parametrize("left", [None, 70, 2 * _HOUR - _MINUTE, 20 * _DAY + 20 * _HOUR])
def test_a_row_cuts_no_verdict_and_says_a_fingerprint_once(known_theme, left, user):
    entry = replace(valid(left), names=EntryNames(user), note="")
    model = HistoryModel(lambda: UTC)
    model.set_entries((entry,), is_shared=False)
    delegate = EntryDelegate(known_theme, model, model)
    with recorded_painting() as (painter, lines):
        delegate.paint(painter, build_option(QRect(0, 0, 272, 56)), model.index(0))
        assert not any("Elide" in line for line in lines), lines
        assert "\n".join(lines).count(entry.fingerprint) == 1
