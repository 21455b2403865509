"""The history on disk is limited, has no name in it, and is read whole or not at all."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.history import history_file
from inspector_app.history.entry import MAX_NAME_LENGTH
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
    assert limit_entries([REDACTED, old, old], NOW) == (REDACTED,)


def test_a_clock_that_was_wrong_for_one_answer_costs_no_other():
    """R7."""
    for at in (1000.0, NOW + 1e9):
        misdated = replace(REDACTED, answered_at=at)
        assert limit_entries([REDACTED, misdated, REDACTED], NOW) == (REDACTED, REDACTED)


@pytest.mark.parametrize("name", ["user", "organization"])
def test_whoever_wrote_the_file_no_name_in_it_shows_a_credential_or_is_disguised(name):
    """A1, J2."""
    head, line, _ = dump_entries((REDACTED,)).decode().split("\n")
    hostile = "".join(("IAM_S_", "k7Jq9mXz" * 4, "\u202e"))
    members = json.loads(line)
    changed = {
        **members,
        name: hostile,
        "environment": {**members["environment"], "name": hostile, "address": hostile},
    }
    (entry,) = parse_entries(f"{head}\n{json.dumps(changed)}\n".encode())
    shown = (getattr(entry.names, name), entry.environment.name, entry.environment.address)
    assert all("k7Jq" not in one and "\u202e" not in one for one in shown)
    assert entry.masked_names == entry.names


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


def test_the_form_is_the_same_in_every_version():
    """What an earlier version kept is read, and the other way round."""
    assert dump_entries((replace(ENTRY, ends_at=7.5),)).decode() == (
        '{"schema": "enos-session-inspector/history", "version": 1}\n'
        '{"answered_at": 1562850372.0, "environment": {"id": "e1", "name": "Staging", '
        '"address": "https://apim.example.com"}, "user": "user#19c2", "organization": "org#77a0", '
        '"code": "session_not_found", "severity": "bad", "ends_at": 7.5, '
        '"fingerprint": "51c89a3f", "origin": "inspected", "content": "MTIzNDU2Nzg="}\n'
    )


@pytest.mark.parametrize(
    ("age", "is_kept"),
    [
        (0, True),
        (MAX_AGE, True),
        (MAX_AGE + 1, False),
        (-86_400, True),
        (-86_401, False),  # of a clock that was ahead: it would stay for longer
    ],
)
def test_an_entry_is_kept_for_30_days(age, is_kept):
    """A7: and no longer, whoever looks."""
    assert MAX_AGE == 30 * 86_400
    entry = replace(REDACTED, answered_at=NOW - age)
    assert limit_entries([entry], NOW) == ((entry,) if is_kept else ())


@pytest.mark.parametrize(("count", "is_read"), [(0, True), (500, True), (501, False)])
def test_up_to_500_entries_are_read(count, is_read):
    assert MAX_ENTRIES == 500
    data = dump_entries((REDACTED,) * count)
    if is_read:
        assert [one.number for one in parse_entries(data)] == [-n for n in range(1, count + 1)]
    else:
        with pytest.raises(HistoryFileError):
            parse_entries(data)


@pytest.mark.parametrize(
    ("change", "is_read"),
    [
        ({"fingerprint": ""}, True),
        ({"fingerprint": "51c89a3"}, False),
        ({"fingerprint": "51c89a3f0"}, False),
        ({"fingerprint": "51C89A3F"}, False),
        ({"answered_at": 0}, True),
        ({"answered_at": 1e11}, False),
        ({"ends_at": 1}, True),
        ({"ends_at": False}, False),
        ({"user": "x" * MAX_NAME_LENGTH}, True),
        ({"user": "x" * (MAX_NAME_LENGTH + 1)}, False),
        ({"organization": None}, False),
        ({"environment": {"id": "a", "name": "b", "address": "x" * 2048}}, True),
        ({"environment": {"id": "a", "name": "b", "address": "x" * 2049}}, False),
        ({"content": ""}, True),
        ({"content": "MTIzNDU2Nzg"}, False),
    ],
)
def test_each_member_is_what_this_app_writes_or_nothing_is_read(change, is_read):
    head, line, _ = dump_entries((REDACTED,)).decode().split("\n")
    data = f"{head}\n{json.dumps({**json.loads(line), **change})}\n".encode()
    if is_read:
        assert len(parse_entries(data)) == 1
    else:
        with pytest.raises(HistoryFileError):
            parse_entries(data)


def test_a_file_that_was_cut_off_or_is_too_large_is_refused(monkeypatch):
    data = dump_entries((REDACTED,) * 3)
    with pytest.raises(HistoryFileError):
        parse_entries(data[:-1])
    monkeypatch.setattr(history_file, "MAX_SIZE", len(data))
    assert len(parse_entries(data)) == 3
    monkeypatch.setattr(history_file, "MAX_SIZE", len(data) - 1)
    with pytest.raises(HistoryFileError):
        parse_entries(data)


def test_the_file_is_filled_to_the_last_byte_that_it_may_have(monkeypatch):
    entries = (REDACTED,) * 3
    size = len(dump_entries(entries))
    for less, kept in ((0, 3), (1, 2)):
        monkeypatch.setattr(history_file, "MAX_SIZE", size - less)
        assert len(limit_entries(entries, NOW)) == kept


def test_a_file_may_have_50_megabytes():
    assert history_file.MAX_SIZE == 50 * 2**20
