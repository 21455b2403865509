"""The rows of a queue as a terminal, a pipe and a spreadsheet get them, and how far it is."""

import io
import sys
from datetime import UTC

import pytest

from inspector_app.report.many_rows import QueueRow, RowPlace, build_unsent_row
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import as_literal, tr
from inspector_app.terminal.many_screen import create_screen
from tests.terminal.console import Terminal

ENDS = "2027-01-15 08:00:00 UTC"
ROW = QueueRow(
    RowPlace(7, 12, "0a1b2c3d"),
    "valid",
    Severity.GOOD,
    as_literal("Session valid"),
    user="风电 mara",
    organization="Wind North",
    ends=1_800_000_000.0,
    session='{"a": 1}',
)
UNSENT = build_unsent_row(tr("The token was cut."), RowPlace(8, None, ""))
LONG = QueueRow(
    RowPlace(9, 1, "ff"), "valid", Severity.GOOD, as_literal("v" * 50 + "\x1b[2J\u202e")
)
ERASED = "\x1b[2K"
HIDDEN = "\\u001b[2J\\u202e"
COLUMNS = ["number", "verdict", "sentence", "user", "organization", "ends", "fingerprint", "line"]
HEAD = "\ufeff" + ",".join(f'"{name}"' for name in COLUMNS)
EMPTY = f"{'-':20}  {'-':20}"
WHO = f"{'user':20}  {'organization':20}"
TEXT = (
    f"#      token     {'verdict':44}  {WHO}  estimated end            line",
    f"7      0a1b2c3d  {'Session valid':44}  {'风电 mara':18}  {'Wind North':20}  {ENDS}  12",
    f"8      {'-':8}  {'The token was cut.':44}  {EMPTY}  {'-':23}  -",
    f"9      {'ff':8}  {'v' * 50}{HIDDEN}  {EMPTY}  {'-':23}  1",
)


def show(form, *, out=io.TextIOWrapper, err=io.TextIOWrapper, done=0, is_paused=True, monkeypatch):
    """What a screen writes of three rows to each stream."""
    written = io.BytesIO(), io.BytesIO()
    streams = [kind(one, encoding="utf-8") for kind, one in zip((out, err), written, strict=True)]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    with create_screen(form, 3, done, UTC) as screen:
        for number, row in enumerate((ROW, UNSENT, LONG), 1):
            screen.show_asking(number)
            screen.show_row(row)
        if is_paused:
            screen.show_pause(tr("The gateway wants a pause of {count} s.", count=30))
    for stream in streams:
        stream.flush()
    return [one.getvalue().decode() for one in written]


def test_a_pipe_gets_columns_in_which_wide_letters_count_as_two(monkeypatch):
    """J2: and nothing that steers a terminal."""
    out, err = show("text", monkeypatch=monkeypatch)
    assert tuple(out.splitlines()) == TEXT
    assert err == "The gateway wants a pause of 30 s.\n"


def test_answers_that_are_there_already_are_counted_once(monkeypatch):
    _, err = show("text", done=2, monkeypatch=monkeypatch)
    assert err.splitlines()[0] == "Answers that are there already: 2."


def test_what_the_progress_says_is_no_markup(monkeypatch):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(written, encoding="utf-8"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    with create_screen("text", 3, 0, UTC) as screen:
        screen.show_pause(tr("[bold]as it came[/nothing]"))
    sys.stdout.flush()
    assert "[bold]as it came[/nothing]" in written.getvalue().decode()


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_other_programs_get_their_form_with_one_head_at_most(form, monkeypatch):
    out, _ = show(form, monkeypatch=monkeypatch)
    lines = out.splitlines()
    if form == "csv":
        assert lines[0] == HEAD
        assert [line.split(",")[0] for line in lines[1:]] == ['"7"', '"8"', '"9"']
    else:
        assert [line.split(",")[0] for line in lines] == [f'{{"number": {n}' for n in (7, 8, 9)]


def test_a_terminal_has_its_rows_above_the_progress(monkeypatch):
    """J2: the progress goes when all is done; on the other stream where rows go to a file."""
    out, err = show("text", out=Terminal, err=Terminal, monkeypatch=monkeypatch)
    for row in TEXT[1:]:
        assert f"{ERASED}{row}" in out  # where the progress stood
    assert err == ""
    for told in ("3/3", "a pause of 30 s"):
        assert told in out
    out, err = show("text", err=Terminal, done=1, monkeypatch=monkeypatch)
    assert tuple(out.splitlines()) == TEXT
    assert "4/3" in err
    assert "already" not in err
    _, err = show("text", err=Terminal, is_paused=False, monkeypatch=monkeypatch)
    assert "asking about number 3" in err
