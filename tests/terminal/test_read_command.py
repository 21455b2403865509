"""``read``: a saved answer gives what it gave when it was taken."""

import json
import os
import subprocess
import sys

import pytest

from inspector_app.terminal.read_command import _get_saved_at
from tests.session.answers import NOW, REFUSAL, SUCCESS
from tests.systems import needs_modes
from tests.terminal.console import PROGRAM, Terminal, enos, surroundings


def of(text):
    return json.loads(text)["verdict"]["code"]


@pytest.fixture
def export(gateway, token, tmp_path):
    """Writes an export of one of the demo's sessions."""

    def made(scenario, level="personal"):
        file = tmp_path / f"{scenario}.json"
        enos(
            "inspect", "--gateway", gateway.origin, "--token-stdin", "--format", "json",
            "--level", level, "--output", file, given=token(scenario),
        )  # fmt: skip
        return file

    return made


@pytest.mark.parametrize(
    ("scenario", "code"),
    [("valid", 0), ("password_expired", 1), ("session_not_found", 1), ("gateway_error", 3)],
)
@pytest.mark.parametrize("level", ["personal", "secrets"])
def test_an_export_gives_the_verdict_and_the_exit_code_of_then(export, scenario, code, level):
    file = export(scenario, level)
    ended = enos("read", file, "--format", "json")
    assert ended.code == code
    assert of(ended.out) == of(file.read_bytes())
    assert ended.err == ""


@needs_modes
def test_what_comes_by_a_pipe_was_saved_now_whatever_the_pipes_own_date(tmp_path, monkeypatch):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with os.fdopen(os.open(pipe, os.O_RDWR), "rb") as reading:
        os.utime(pipe, (NOW, NOW))
        monkeypatch.setattr(sys, "stdin", reading)
        assert _get_saved_at() > NOW + 1


def test_an_answer_as_it_was_sent_is_judged_as_of_its_files_date(tmp_path):
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(SUCCESS))
    os.utime(file, (NOW, NOW))
    ended = enos("read", file)
    assert ended.code == 0
    assert b"saved answer" in ended.out.lower()
    with file.open("rb") as opened:
        done = subprocess.run(
            [*PROGRAM, "read", "-"], stdin=opened, capture_output=True, check=False,
            env=surroundings(tmp_path), cwd=tmp_path,
        )  # fmt: skip
    assert done.returncode == 0


def test_a_pipe_is_read_as_well(export):
    piped = enos("read", "-", "--format", "json", given=export("valid").read_bytes())
    assert piped.code == 0
    assert of(piped.out) == "valid"


def test_what_comes_through_a_pipe_without_a_date_is_taken_now():
    assert enos("read", "-", given=json.dumps(REFUSAL).encode()).code == 1


@pytest.mark.parametrize("content", [b"", b"not json", b"<html></html>", b"[]", b'{"a":'])
def test_what_holds_no_answer_is_refused_in_words(tmp_path, content):
    file = tmp_path / "file.json"
    file.write_bytes(content)
    for ended in (enos("read", file), enos("read", "-", given=content)):
        assert ended.code == 2
        assert ended.out == b""
        assert ended.err.startswith("enos-session: ")


def test_a_folder_and_a_terminal_hold_no_answer(tmp_path):
    assert "folder" in enos("read", tmp_path).err
    assert "pipe" in enos("read", "-", from_kind=Terminal).err
