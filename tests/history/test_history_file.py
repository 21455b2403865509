"""The history on disk is limited, has no name in it, and is read whole or not at all."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.history import history_file
from inspector_app.history.history_file import (
    MAX_AGE,
    MAX_ENTRIES,
    HistoryFileError,
    dump_entries,
    limit_entries,
    parse_entries,
)
from tests.history.test_history import ENTRY

NOW = ENTRY.answered_at + 100
REDACTED = replace(ENTRY, names=ENTRY.masked_names, note="")


def test_what_is_written_is_read_again_before_all_others():
    entries = (REDACTED, replace(REDACTED, fingerprint="", ends_at=NOW))
    assert parse_entries(dump_entries(entries)) == (
        replace(entries[0], number=-1),
        replace(entries[1], number=-2),
    )


def test_no_name_and_no_note_is_written():
    data = dump_entries((ENTRY,)).decode()
    for personal in ("hana", "Head Office", "INC-4127"):
        assert personal not in data


def test_at_most_500_entries_of_30_days_are_kept():
    assert len(limit_entries([REDACTED] * (MAX_ENTRIES + 5), NOW)) == MAX_ENTRIES
    old = replace(REDACTED, answered_at=NOW - MAX_AGE - 1)
    assert limit_entries([REDACTED, old, REDACTED], NOW) == (REDACTED,)


def test_the_file_never_has_more_bytes_than_it_may(monkeypatch):
    monkeypatch.setattr(history_file, "MAX_SIZE", 2_000)
    kept = limit_entries([replace(REDACTED, content=b"x" * 300)] * 9, NOW)
    assert 1 <= len(kept) < 9
    assert len(dump_entries(kept)) <= 2_000


@pytest.mark.parametrize(
    "change",
    [
        {"answered_at": "now"},
        {"answered_at": True},
        {"answered_at": -1},
        {"answered_at": 1e300},
        {"code": "no_such_verdict"},
        {"severity": 1},
        {"fingerprint": "../../x"},
        {"user": "x" * 5_000},
        {"environment": None},
        {"environment": {"id": 1, "name": "", "address": ""}},
        {"content": "not base64!"},
        {"content": 5},
        {"origin": "moon"},
        {"ends_at": []},
    ],
)
def test_one_damaged_entry_damages_the_whole(change):
    head, line, _ = dump_entries((REDACTED,)).decode().split("\n")
    damaged = json.dumps({**json.loads(line), **change})
    with pytest.raises(HistoryFileError):
        parse_entries(f"{head}\n{line}\n{damaged}\n".encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"junk",
        b"[]\n",
        b"{}\n",
        b'{"schema": "enos-session-inspector/history", "version": 2}\n',
        b"[" * 100_000,
        b"\xff\xfe",
        dump_entries((REDACTED,) * (MAX_ENTRIES + 2)),
    ],
)
def test_what_is_no_history_of_this_release_is_refused(data):
    with pytest.raises(HistoryFileError):
        parse_entries(data)


@given(st.binary(max_size=300), st.integers(0, 600))
def test_bytes_of_any_kind_raise_nothing_else(junk, at):
    data = dump_entries((REDACTED,))
    for damaged in (junk, data[:at], data[:at] + junk + data[at:]):
        try:
            parse_entries(damaged)
        except HistoryFileError:
            continue
