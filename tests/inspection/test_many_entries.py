"""The entries of a queue: in the order of the text, each with its place, or why there is none."""

import base64

import pytest

from inspector_app.gateway.pasted.every_token import MAX_LENGTH
from inspector_app.inspection import many_entries
from inspector_app.inspection.many_entries import (
    QueueEntry,
    collect_credentials,
    read_entries,
    read_text_file,
)
from inspector_app.session.credentials import Credentials
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import Text, tr

TOKENS = [f"IAM_S_{number:08x}" + "eNtr" * 6 for number in range(1, 4)]


def read(text):
    entries = read_entries(text)
    assert not isinstance(entries, Text), str(entries)
    return entries


def test_tokens_and_damaged_ones_are_numbered_as_they_stand():
    entries = read(f"\n{TOKENS[0]}\n\n{TOKENS[1][:20]}…\n{TOKENS[2]}")
    assert [one.number for one in entries] == [1, 2, 3]
    assert [one.line for one in entries] == [2, 4, 5]
    assert [one.found is None for one in entries] == [False, True, False]
    assert [one.problem is None for one in entries] == [True, False, True]
    assert [str(one.place) for one in entries][1] == "Line 4"
    assert [one.fingerprint for one in entries] == [
        Token(TOKENS[0]).fingerprint, "", Token(TOKENS[2]).fingerprint,
    ]  # fmt: skip


def test_one_that_stands_there_encoded_comes_last_for_it_has_no_line():
    encoded = base64.b64encode(TOKENS[0].encode()).decode()
    entries = read(f"{encoded}\n{TOKENS[1]}\n{TOKENS[2]}")
    assert [one.line for one in entries] == [2, 3, None]
    assert entries[-1].fingerprint == Token(TOKENS[0]).fingerprint


def test_one_without_a_line_is_in_the_text():
    assert str(QueueEntry(1, None).place) == "in the text"
    assert str(QueueEntry(1, None, 7).place) == "Line 7"


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7])
def test_the_tokens_of_all_entries_are_found_together(count):
    """A1: the damaged ones have none."""
    tokens = [f"IAM_S_{number:08x}" + "eNtr" * 6 for number in range(1, count + 1)]
    entries = (*(read("\n".join(tokens)) if tokens else ()), QueueEntry(9, None))
    known = collect_credentials(entries)
    assert known == Credentials(tuple(tokens))
    assert all(known.has_match(one.removeprefix("IAM_S_")) for one in tokens)


@pytest.mark.parametrize("text", ["", "nothing in it", "\n" * 50])
def test_a_text_without_a_token_says_so(text):
    assert read_entries(text) == tr("There is no token in this text.")


def test_a_text_that_is_too_long_is_not_looked_through():
    refused = read_entries("x" * (MAX_LENGTH + 1))
    assert isinstance(refused, Text)
    assert refused != tr("There is no token in this text.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_a_file_is_read_in_its_encoding(tmp_path, encoding):
    file = tmp_path / "tokens.txt"
    file.write_text(f"{TOKENS[0]}\n", encoding=encoding)
    text = read_text_file(file)
    assert not isinstance(text, Text)
    assert len(read(text)) == 1


def test_a_file_that_cannot_be_had_is_told_by_what_to_do(tmp_path, monkeypatch):
    cannot = "The file with the tokens cannot be read."
    assert cannot in str(read_text_file(tmp_path / "missing"))
    assert cannot in str(read_text_file(tmp_path))
    file = tmp_path / "long"
    file.write_bytes(b"x" * 11)
    monkeypatch.setattr(many_entries, "_MAX_FILE_SIZE", 10)
    assert str(read_text_file(file)) == "This file is too long to look for tokens in it."
    monkeypatch.setattr(many_entries, "_MAX_FILE_SIZE", 11)
    assert read_text_file(file) == "x" * 11
