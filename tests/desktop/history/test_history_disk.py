"""The history is on disk where that is wanted alone, without names, and deleted with a click."""

import os
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.history import history_disk
from inspector_app.history import history_file
from inspector_app.inspection.recalled_result import find_recalled
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from tests.desktop.at_work import code_of, inspect, token_of
from tests.history.test_history import ENTRY


def keep(app, qtbot, *, is_on=True):
    """Choose it in the safety settings."""
    settings = app.preferences.settings
    app.preferences.update_settings(
        replace(settings, safety=replace(settings.safety, keep_history=is_on))
    )
    qtbot.waitUntil(app.background.is_idle)


def answered(app, qtbot, scenario):
    before = len(app.history.store.history.entries)
    inspect(app, qtbot, token_of(app, scenario))
    qtbot.waitUntil(lambda: len(app.history.store.history.entries) == before + 1)
    qtbot.waitUntil(app.background.is_idle)


@pytest.fixture
def file(directories):
    return directories.state / "history.jsonl"


def test_nothing_is_written_unless_it_is_wanted(demo, qtbot, file):
    answered(demo, qtbot, "valid")
    assert not file.exists()


def test_it_is_there_after_a_new_start_as_saved_answers_without_names(demo, start, qtbot, file):
    """A1, E1, E5."""
    keep(demo, qtbot)
    answered(demo, qtbot, "account_disabled")
    answered(demo, qtbot, "valid")
    data = file.read_bytes()
    names = [one.names.user for one in demo.history.store.history.entries]
    assert all(name.encode() not in data for name in names)
    assert token_of(demo, "valid").encode() not in data
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0
    demo.window.close()

    again = start()
    store = again.history.store
    qtbot.waitUntil(lambda: len(store.history.entries) == 2)
    assert [one.code for one in store.history.entries] == [
        VerdictCode.VALID,
        VerdictCode.ACCOUNT_DISABLED,
    ]
    assert all(one.names.user.startswith("user#") for one in store.history.entries)
    again.window.action_collection[ActionId.HISTORY_BACK].trigger()
    qtbot.waitUntil(lambda: find_recalled(again.window.result_view.result) is not None)
    assert code_of(again.window.result_view.result) is VerdictCode.VALID
    assert "earlier run" in again.history._strip.message_label.text()


def test_switching_it_off_deletes_the_file(demo, qtbot, file):
    keep(demo, qtbot)
    answered(demo, qtbot, "valid")
    assert file.exists()
    keep(demo, qtbot, is_on=False)
    assert not file.exists()
    answered(demo, qtbot, "valid")
    assert not file.exists()


def test_clear_deletes_the_file_and_one_entry_can_be_removed(demo, qtbot, file):
    keep(demo, qtbot)
    answered(demo, qtbot, "valid")
    answered(demo, qtbot, "account_disabled")
    demo.history.store.remove_entry(1)
    qtbot.waitUntil(demo.background.is_idle)
    assert len(file.read_bytes().splitlines()) == 2
    demo.history.pane.clear_button.click()
    qtbot.waitUntil(demo.background.is_idle)
    assert not file.exists()


@pytest.mark.parametrize("days", [31, -400])
def test_what_is_too_old_leaves_the_disk_at_the_next_start(demo, start, qtbot, file, days):
    """A7: nothing else might ever be written. What a clock that is behind now calls too new stays
    until there is another answer.
    """
    keep(demo, qtbot)
    answered(demo, qtbot, "valid")
    demo.window.close()
    (entry,) = history_file.parse_entries(file.read_bytes())
    misdated = replace(entry, answered_at=entry.answered_at - days * 86_400)
    file.write_bytes(history_file.dump_entries((misdated, entry)))

    again = start()
    store = again.history.store
    qtbot.waitUntil(lambda: len(store.history.entries) == 1)
    qtbot.waitUntil(again.background.is_idle)
    assert len(history_file.parse_entries(file.read_bytes())) == (1 if days > 0 else 2)


@pytest.mark.parametrize(("older", "kept"), [(0.0, 1), (0.5, 0)])
def test_what_is_as_old_as_may_be_stays(tmp_path, monkeypatch, older, kept):
    file, now = tmp_path / "history.jsonl", ENTRY.answered_at + history_file.MAX_AGE + older
    monkeypatch.setattr(history_disk, "time", SimpleNamespace(time=lambda: now))
    assert history_disk._read_file(file) == (), "nothing was kept, which is no fault"
    file.write_bytes(history_file.dump_entries((ENTRY,)))
    before = file.stat().st_ino
    assert len(history_disk._read_file(file) or ()) == kept
    assert len(history_file.parse_entries(file.read_bytes())) == kept
    assert (file.stat().st_ino == before) is bool(kept), "it is not written anew for nothing"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has lists instead of modes")
def test_where_the_folder_is_missing_it_is_made_for_its_user_alone(tmp_path):
    """A7: what was inspected when is nobody else's, nor that there is a history."""
    file = tmp_path / "state" / "history.jsonl"
    assert history_disk._write_file(file, (ENTRY,), ENTRY.answered_at) == (ENTRY,)
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_damaged_file_is_said_and_a_new_one_begins(demo, start, qtbot, file):
    """R6."""
    keep(demo, qtbot)
    demo.window.close()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"junk\n")
    again = start()
    qtbot.waitUntil(lambda: "could not be read" in again.window.status_bar.selection_label.text())
    again.window.action_collection[ActionId.TRY_DEMO].trigger()
    qtbot.waitUntil(lambda: again.preferences.demo is not None)
    answered(again, qtbot, "valid")
    assert len(file.read_bytes().splitlines()) == 2
