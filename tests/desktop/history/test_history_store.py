"""The store alone: which entries and tokens it has after each step, and whom it tells of what."""

import time
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from inspector_app.desktop.history import history_disk, history_store
from inspector_app.desktop.history.history_disk import HistoryDisk
from inspector_app.desktop.history.history_store import HistoryStore
from inspector_app.history.entry import Origin
from inspector_app.history.history_file import dump_entries, parse_entries
from inspector_app.inspection.masked_result import mask_result
from inspector_app.session.token import Token
from inspector_app.settings.user_settings import Settings
from tests.history.test_history import ENTRY
from tests.inspection.test_history_entries import KEY, result_of, success

SIGNALS = ("changed", "added", "tokens_changed", "removed", "cleared", "kept")


@pytest.fixture
def store(background, tmp_path, monkeypatch):
    monkeypatch.setattr(history_store, "_PAINT_TIME", 0.0)
    return HistoryStore(background, tmp_path)


def listen(told, store):
    for name in SIGNALS:
        getattr(store, name).connect(lambda *_values, name=name: told.append(name))


def build_result(number=0):
    """An answer of its own for each number, with a token of its own."""
    result = result_of(success())
    token = Token(f"IAM_S_{number:04d}" + "sT0r" * 7)
    return replace(result, judge_input=replace(result.judge_input, token=token))


def add(store, qtbot, result, *more):
    count = len(store.history.entries)
    store.add_result(result, *more)
    qtbot.waitUntil(lambda: len(store.history.entries) == count + 1)


def test_an_answer_is_added_with_its_token_and_told_once(store, qtbot):
    told: list[str] = []
    listen(told, store)
    result = build_result()
    add(store, qtbot, mask_result(result, KEY), Origin.WATCHED, "a note")
    (entry,) = store.history.entries
    assert (entry.number, entry.origin, entry.note) == (1, Origin.WATCHED, "a note")
    assert store.find_token(entry) == result.token
    assert store.find_number(result) == 1
    assert store.find_number(build_result(7)) is None
    assert told == ["changed", "added"]
    assert store._jobs == {}


@pytest.mark.parametrize(
    "changes", [{"address": "https://other.example.com"}, {"id": "e2"}, {"id": "", "address": ""}]
)
def test_its_token_is_for_its_own_environment_at_its_own_address(store, qtbot, changes):
    """N3."""
    add(store, qtbot, build_result())
    entry = store.history.entries[0]
    other = replace(entry, environment=replace(entry.environment, **changes))
    assert store.find_token(entry) is not None
    assert store.find_token(other) is None
    assert store.find_token(replace(entry, number=99)) is None


def test_the_latest_tokens_are_held_and_none_of_a_queue(store, qtbot, monkeypatch):
    monkeypatch.setattr(history_store, "_MAX_TOKENS", 2)
    for number in range(3):
        add(store, qtbot, build_result(number))
    add(store, qtbot, build_result(9), Origin.QUEUE)
    held = [store.find_token(entry) is not None for entry in store.history.entries]
    assert held == [False, True, True, False]


def test_only_where_it_is_wanted_an_entry_is_made_for_the_disk(store, qtbot):
    kept: list[Any] = []
    store.kept.connect(kept.append)
    add(store, qtbot, build_result())
    assert kept == []
    store.keeps_on_disk = True
    add(store, qtbot, build_result(1))
    qtbot.waitUntil(lambda: len(kept) == 1)
    assert kept[0].names.user.startswith("user#")
    assert kept[0].note == ""


def test_more_of_the_same_answer_takes_the_place_of_its_entry(store, qtbot):
    first, more = build_result(), result_of(success(**{"session.user.name": "changed"}))
    store.replace_result(first, more)
    assert store._jobs == {}
    add(store, qtbot, first)
    told: list[str] = []
    listen(told, store)
    store.replace_result(first, mask_result(more, KEY))
    qtbot.waitUntil(lambda: bool(told))
    assert [one.names.user for one in store.history.entries] == ["changed"]
    assert store.history.entries[0].number == 1
    assert told == ["changed"]


def test_what_is_removed_goes_with_its_token(store, qtbot):
    for number in range(2):
        add(store, qtbot, build_result(number))
    told: list[str] = []
    listen(told, store)
    store.remove_entry(99)
    assert told == []
    gone = store.history.find_entry(1)
    removed: list[Any] = []
    store.removed.connect(removed.append)
    store.remove_entry(1)
    assert told == ["changed", "removed"]
    assert removed == [gone]
    assert [one.number for one in store.history.entries] == [2]
    assert store.find_token(gone) is None
    told.clear()
    store.set_note(2, "mine")
    assert store.history.entries[0].note == "mine"
    store.forget_tokens()
    assert store.find_token(store.history.entries[0]) is None
    assert told == ["changed", "tokens_changed"]


def test_clearing_drops_what_is_on_its_way_too(store, qtbot, background):
    add(store, qtbot, build_result())
    told: list[str] = []
    listen(told, store)
    store.add_result(build_result(1))
    store.clear()
    qtbot.waitUntil(background.is_idle)
    assert store.history.entries == ()
    assert (store._jobs, store._tokens) == ({}, {})
    assert told == ["tokens_changed", "changed", "cleared"]


def test_entries_of_an_earlier_run_come_behind_and_the_first_of_them_is_told(store, qtbot):
    told: list[Any] = []
    store.changed.connect(lambda: told.append("changed"))
    store.added.connect(told.append)
    store.add_earlier(())
    assert told == ["changed"]
    store.add_earlier((replace(ENTRY, number=-1), replace(ENTRY, number=-2)))
    assert told == ["changed", "changed", -1]
    assert [one.number for one in store.history.entries] == [-1, -2]


def test_one_that_could_not_be_made_leaves_nothing(store, qtbot, background, monkeypatch, caplog):
    def fail(*_values):
        raise RuntimeError

    monkeypatch.setattr(history_store, "load_installation_key", fail)
    store.add_result(build_result())
    qtbot.waitUntil(lambda: store._jobs == {})
    assert store.history.entries == ()
    caplog.clear()  # the fault is the test's


@pytest.fixture
def disk(store, background, tmp_path, qtbot, qapp):
    """A disk whose wish is what the test says."""
    wishes: Any = Wishes()
    made = HistoryDisk(store, wishes, background, tmp_path / "new")
    yield made, wishes
    qtbot.waitUntil(background.is_idle)


class Wishes:
    """What a person has chosen, as the preferences tell it."""

    def __init__(self) -> None:
        self.listeners: list[Any] = []
        self.changed = SimpleNamespace(connect=self.listeners.append)
        self.is_forced: bool = False
        self.policies = SimpleNamespace(is_forced=lambda _policy: self.is_forced)
        self.set(is_on=False)

    def set(self, *, is_on):
        safety = replace(Settings().safety, keep_history=is_on)
        self.settings = replace(Settings(), safety=safety)
        for listener in self.listeners:
            listener()


def read(file):
    return [one.fingerprint for one in parse_entries(file.read_bytes())]


def test_the_file_has_each_entry_once_newest_first(disk, store, qtbot, background, tmp_path):
    made, wishes = disk
    file = tmp_path / "new" / "history.jsonl"
    store.kept.emit(ENTRY)
    store.removed.emit(ENTRY)
    qtbot.waitUntil(background.is_idle)
    assert not file.exists()
    wishes.set(is_on=True)
    made.start()
    assert store.keeps_on_disk
    now = time.time()
    first, second = (replace(ENTRY, answered_at=now - n, fingerprint=f"{n:08x}") for n in (20, 10))
    for entry in (first, second, first):
        store.kept.emit(entry)
        qtbot.waitUntil(background.is_idle)
    assert read(file) == [first.fingerprint, second.fingerprint]
    store.removed.emit(replace(second, number=4, note="x"))
    qtbot.waitUntil(background.is_idle)
    assert read(file) == [first.fingerprint]
    wishes.set(is_on=True)
    qtbot.waitUntil(background.is_idle)
    assert file.exists()
    wishes.set(is_on=False)
    qtbot.waitUntil(background.is_idle)
    assert not file.exists()
    assert not store.keeps_on_disk
    store.kept.emit(first)
    store.removed.emit(first)
    qtbot.waitUntil(background.is_idle)
    assert not file.exists()


def test_an_administrator_who_forbids_it_has_the_file_of_before_deleted(
    disk, tmp_path, qtbot, background
):
    made, wishes = disk
    file = tmp_path / "new" / "history.jsonl"
    file.parent.mkdir()
    file.write_bytes(b"x")
    made.start()
    qtbot.waitUntil(background.is_idle)
    assert file.exists()
    wishes.is_forced = True
    made.start()
    qtbot.waitUntil(background.is_idle)
    assert not file.exists()


def test_what_is_older_than_30_days_is_not_read_again(disk, store, tmp_path, qtbot, background):
    made, wishes = disk
    file = tmp_path / "new" / "history.jsonl"
    file.parent.mkdir()
    new = replace(ENTRY, answered_at=time.time() - 60)
    file.write_bytes(dump_entries((new, ENTRY)))
    wishes.set(is_on=True)
    made.start()
    qtbot.waitUntil(lambda: bool(store.history.entries))
    assert [one.answered_at for one in store.history.entries] == [new.answered_at]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("read", "could not be read"),
        ("write", "could not be written"),
        ("delete", "could not be deleted"),
    ],
)
def test_what_the_disk_refuses_is_said(disk, store, tmp_path, qtbot, background, what, words):
    made, wishes = disk
    folder = tmp_path / "new" / "history.jsonl"
    (folder / "in the way").mkdir(parents=True)
    told: list[str] = []
    made.status_message.connect(told.append)
    wishes.set(is_on=what != "delete")
    wishes.is_forced = what == "delete"
    made.start()
    qtbot.waitUntil(lambda: bool(told))
    if what == "write":
        told.clear()
        store.kept.emit(ENTRY)
        qtbot.waitUntil(lambda: bool(told))
    assert words in told[0]
    assert history_disk._FILE_NAME in told[0] or what != "delete"
