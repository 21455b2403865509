"""The result goes where it was asked to go: standard output, or a file, whole or not at all."""

import io
import json
import re
import stat
import sys

import pytest

from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.terminal.result_output import print_bytes
from tests.terminal.console import Terminal, enos


@pytest.fixture
def inspect(gateway, token):
    def inspect(*more, scenario="valid", **how):
        where = ["inspect", "--gateway", gateway.origin, "--token-stdin"]
        return enos(*where, *more, given=token(scenario), **how)

    return inspect


@pytest.mark.parametrize("form", ReportFormat, ids=lambda form: form.value)
def test_every_form_is_written_and_none_holds_the_credential(inspect, token, form):
    """E1."""
    ended = inspect("--format", form.value)
    assert ended.code == 0
    assert ended.err == ""
    assert len(ended.out) > 100
    assert ended.out.decode()
    assert token("valid") not in ended.out


def test_personal_data_stays_out_unless_it_is_asked_for(inspect):
    assert b"mara" not in inspect().out.lower()
    user = json.loads(inspect("--format", "json", "--level", "secrets").out)["session"]["user"]
    assert user["name"].encode() in inspect("--level", "secrets").out
    assert user["name"].encode() not in inspect().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_file_takes_the_place_of_what_was_there_and_is_its_owners_alone(inspect, tmp_path):
    """E5."""
    file = tmp_path / "report.txt"
    file.write_text("old")
    file.chmod(0o644)
    ended = inspect("--output", file)
    assert (ended.code, ended.out, ended.err) == (0, b"", "")
    assert file.read_text(encoding="utf-8").startswith("Session valid")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_dash_is_standard_output(inspect):
    assert inspect("--output", "-").out.startswith(b"Session valid")


def test_a_file_that_cannot_be_written_is_told_and_is_no_answer_about_the_session(
    inspect, tmp_path
):
    ended = inspect("--output", tmp_path / "missing" / "report.txt")
    assert ended.code == 2
    assert ended.out == b""
    assert "folder" in ended.err


@pytest.mark.parametrize("form", ReportFormat, ids=lambda form: form.value)
def test_a_file_holds_what_a_pipe_gets(inspect, tmp_path, form):
    """E7: of one answer, so that nothing of it is of another second."""
    answer, file = tmp_path / "answer.json", tmp_path / "report"
    inspect("--format", "json", "--output", answer)
    enos("read", answer, "--format", form.value, "--output", file)
    assert file.read_bytes() == enos("read", answer, "--format", form.value).out


def test_a_terminal_that_can_do_nothing_gets_the_plain_report(inspect, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    shown = inspect(to_kind=Terminal).out
    assert b"\x1b" not in shown
    piped = inspect().out
    assert _without_times(shown) == _without_times(piped)


def _without_times(report):
    return [line.split(b":")[0] for line in report.splitlines()]


def test_without_colours_a_terminal_shows_the_same_columns(inspect, monkeypatch):
    """https://no-color.org: an empty variable refuses nothing."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    shown = {}
    for refusal in ("", "1"):
        monkeypatch.setenv("NO_COLOR", refusal)
        shown[refusal] = inspect(to_kind=Terminal).out
    assert b"\x1b[" in shown[""]
    assert b"\x1b" not in shown["1"]
    coloured, plain = (
        re.sub(rb"\x1b\[[0-9;]*m|\d|ahead of|behind", b"", one) for one in shown.values()
    )
    assert coloured.split() == plain.split()
    assert "✔ Session valid".encode() in shown["1"]


@pytest.mark.parametrize("form", ["csv", "html", "json", "curl"])
def test_no_form_steers_the_terminal(tmp_path, form):
    """J2: what a gateway sent can neither move the cursor nor name the window."""
    hostile = "\x1b]0;owned\x07\x1b[2J\u202e\u009b31m"
    session = {"user": {"name": hostile, "id": hostile, "note": hostile}, "id": "IAM_S_" + "a" * 32}
    body = json.dumps({"status": 0, "success": True, "message": hostile, "session": session})
    ended = enos(
        "read", "-", "--format", form, "--level", "secrets", given=body.encode(), to_kind=Terminal
    )
    assert ended.code in {0, 1}
    for letter in ("\x1b", "\x07", "\u202e", "\u009b"):
        assert letter not in ended.out.decode()


@pytest.mark.parametrize(
    ("kind", "got"), [(Terminal, "a\\u001b[2J\nb"), (io.TextIOWrapper, "a\x1b[2J\r\nb")]
)
def test_a_program_gets_the_bytes_and_a_person_what_can_be_seen_of_them(monkeypatch, kind, got):
    """J2."""
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdout", kind(out, encoding="utf-8"))
    print_bytes(b"a\x1b[2J\r\nb")
    assert out.getvalue().decode() == got
