"""Results to standard output, all else to standard error, and nothing of what may be a token."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import click
import pytest

from inspector_app.gateway import token_text
from inspector_app.report.formats import report_format
from inspector_app.session.translatable_text import as_literal
from inspector_app.terminal import command_line, many_command
from inspector_app.terminal.exit_codes import CommandError, ExitCode
from inspector_app.terminal.given_texts import GivenTexts
from inspector_app.terminal.runner import install_exception_hooks, run_command_line
from tests.terminal.console import PROGRAM, enos, program, started, surroundings

TOKEN = "IAM_S_" + "kJ7q" * 8


@pytest.mark.parametrize(
    "arguments",
    [
        ["inspect", TOKEN],
        ["inspect", "--gateway", TOKEN],
        ["inspect", "--gateway", "gateway.example.com", f"--token={TOKEN}"],
        ["inspect", "--gateway", f"https://gateway.example.com/?token={TOKEN}", "--token-stdin"],
        ["inspect", "--environment", TOKEN],
        ["inspect", "--format", TOKEN],
        ["inspect", "--timeout", TOKEN],
        ["inspect", "--ca-file", TOKEN],
        ["read", TOKEN],
        ["read", "file", TOKEN],
        ["environments", TOKEN],
        ["environments", "show", TOKEN],
        ["demo-gateway", "--port", TOKEN],
        [TOKEN],
        [f"--{TOKEN}"],
    ],
)
@pytest.mark.parametrize("token", [TOKEN, "opaque/" + "Zq-7" * 8])
def test_a_token_where_none_belongs_is_wrong_usage_and_not_repeated(arguments, token):
    """A7."""
    ended = enos(*(one.replace(TOKEN, token) for one in arguments))
    assert ended.code == 2
    assert ended.out == b""
    assert ended.err.startswith("enos-session: ")
    assert token not in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["inspect"],
        ["inspect", "--gateway", "a.example.com", "--environment", "Test"],
        ["inspect", "--gateway", "a.example.com", "--timeout", "0"],
        ["inspect", "--gateway", "a.example.com", "--timeout", "601"],
        ["inspect", "--gateway", "a.example.com", "--timeout", "nan"],
        ["inspect", "--gateway", "http://a.example.com", "--token-stdin"],
        ["inspect", "--gateway", "a.example.com", "--authorization", "basic"],
        ["inspect", "--gateway", "a.example.com", "--level", "none"],
        ["inspect", "--gateway", "a.example.com", "--ca-file", "missing.pem"],
        ["read"],
        ["read", "missing.json"],
        ["environments", "show", "Nowhere"],
        ["demo-gateway", "--port", "70000"],
        ["unknown"],
    ],
)
def test_wrong_usage_is_told_on_standard_error_alone(arguments):
    ended = enos(*arguments)
    assert ended.code == 2
    assert ended.out == b""
    assert ended.err.count("enos-session: ") == 1
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("arguments", [[], ["environments"]])
def test_without_a_command_the_help_is_shown_as_help(arguments):
    ended = enos(*arguments)
    assert ended.code == 2
    assert ended.out == b""
    assert ended.err.encode() == enos(*arguments, "--help").out


def test_help_names_every_command_and_exit_code():
    ended = enos("--help")
    assert ended.code == 0
    for word in (b"inspect", b"read", b"environments", b"demo-gateway", b"130", b"--version"):
        assert word in ended.out


def test_a_mistake_of_ours_is_told_without_what_it_quotes(monkeypatch, gateway, token):
    def broken(*_):
        raise ValueError(token("valid").decode())

    monkeypatch.setattr(report_format, "render_report", broken)
    ended = enos("inspect", "--gateway", gateway.origin, "--token-stdin", given=token("valid"))
    assert ended.code == 70
    assert ended.out == b""
    assert "ValueError" in ended.err
    assert token("valid").decode() not in ended.err


OPAQUE = "opaque-Zq7/kL2"
"""A token that nothing tells from a word, so that only who gave it knows."""


@pytest.mark.parametrize(
    ("arguments", "module", "reader"),
    [
        (["--token-stdin"], token_text, "read"),
        (["--many", "-"], many_command, "read_entries"),
    ],
)
def test_of_a_mistake_of_ours_what_was_read_is_not_told(monkeypatch, arguments, module, reader):
    """A7, trap 11."""

    def broken(*_, **__):
        raise ValueError(f"no {OPAQUE} here")

    monkeypatch.setattr(module, reader, broken)
    asked = ("inspect", "--gateway", "https://apim.example.com", *arguments)
    ended = enos(*asked, given=OPAQUE.encode())
    assert ended.code == 70
    assert "no •••••••••••• here" in ended.err


def test_no_word_of_a_mistake_steers_the_terminal_or_is_a_token(monkeypatch):
    """A7, J2: nor in what there is to choose from, on lines of their own."""

    def broken(*_, **__):
        said = as_literal(f"{TOKEN} \x1b[2J\u202e")
        raise CommandError(said, details=(said, said))

    monkeypatch.setattr(many_command, "read_entries", broken)
    ended = enos("inspect", "--gateway", "https://apim.example.com", "--many", "-", given=b"x")
    shown = "IAM_S_•••••••••••• \\u001b[2J\\u202e"
    assert ended.err == f"enos-session: {shown}\n  {shown}\n  {shown}\n"


def fail_in_thread():
    def fail():
        raise ValueError(f"{OPAQUE} and {TOKEN}")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def fail_where_nobody_waits():
    class Failing:
        def __del__(self):
            raise ValueError(f"{OPAQUE} and {TOKEN}")

    Failing()


@pytest.mark.parametrize("fail", [fail_in_thread, fail_where_nobody_waits])
def test_what_nobody_can_catch_is_told_without_what_it_quotes(monkeypatch, capsys, fail):
    """A1: Python itself prints all of it."""
    given = GivenTexts([])
    given.add_read(OPAQUE)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    install_exception_hooks(given)
    fail()
    assert "ValueError: •••••••••••• and IAM_S_••••••••••••" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["inspect", "--format", "json"], ["demo-gateway"]],
)
def test_a_closed_pipe_is_no_traceback(tmp_path, gateway, token, arguments):
    if arguments[0] == "inspect":
        arguments = [*arguments, "--gateway", gateway.origin, "--token-stdin"]
    read_end, write_end = os.pipe()
    os.close(read_end)  # before the start: what is written finds nobody, however quick it is
    with os.fdopen(write_end, "wb") as pipe, started(tmp_path, *arguments, stdout=pipe) as running:
        _, told = running.communicate(token("valid"), timeout=30)
    assert running.returncode == 141
    assert told == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is on Linux only")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["inspect", "--token-stdin"],
        ["inspect", "--token-stdin", "--format", "json"],
    ],
    ids=" ".join,
)
def test_a_full_disk_behind_standard_output_is_told_in_words(tmp_path, gateway, token, arguments):
    where = ["--gateway", gateway.origin] if "inspect" in arguments else []
    with Path("/dev/full").open("wb") as full:
        running = started(tmp_path, *arguments, *where, stdout=full)
        _, told = running.communicate(token("valid"), timeout=30)
    assert running.returncode == 2
    assert told.decode().startswith("enos-session: ")
    assert b"disk is full" in told


def test_without_any_standard_streams_it_still_ends_in_order(tmp_path):
    shell = ["sh", "-c", f"{' '.join(PROGRAM)} inspect <&- >&- 2>&-"]
    assert (
        subprocess.run(shell, check=False, env=surroundings(tmp_path), cwd=tmp_path).returncode == 2
    )


@pytest.mark.parametrize(
    "arguments", ["inspect --gateway gateway.example.com --token-stdin", "read -"]
)
def test_a_missing_standard_input_is_not_taken_for_a_terminal(tmp_path, arguments):
    shell = ["sh", "-c", f"{' '.join(PROGRAM)} {arguments} <&-"]
    done = subprocess.run(
        shell, check=False, capture_output=True, env=surroundings(tmp_path), cwd=tmp_path
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"enos-session: There is no standard input.\n"


def test_what_a_terminal_cannot_show_is_no_reason_to_fail(tmp_path, gateway, token):
    arguments = ["inspect", "--gateway", gateway.origin, "--token-stdin", "--level", "secrets"]
    ended = program(tmp_path, *arguments, given=token("chinese_names"), LC_ALL="POSIX")
    assert ended.code == 0
    ended.out.decode()


def test_a_completion_that_was_asked_for_is_no_failure(monkeypatch, capsys):
    """Shells take another exit code for a broken program."""
    monkeypatch.setenv("_ENOS_SESSION_COMPLETE", "bash_source")
    assert run_command_line([]) is ExitCode.VALID
    assert "enos" in capsys.readouterr().out


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, click.Abort])
def test_an_interruption_outside_of_a_command_is_one_too(monkeypatch, capsys, interruption):
    def interrupted(*_arguments, **_options):
        raise interruption

    monkeypatch.setattr(command_line.program, "main", interrupted)
    assert run_command_line(["inspect"]) is ExitCode.INTERRUPTED
    assert capsys.readouterr().err == "enos-session: Cancelled.\n"
