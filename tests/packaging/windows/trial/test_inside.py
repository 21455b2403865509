"""What is tried inside Windows is tried by somebody."""

import ast
from pathlib import Path

from windows.trial import __main__ as trial
from windows.trial import inside, report

TRIAL = Path(inside.__file__).parent


def test_both_halves_are_started():
    assert tuple(inside.HALVES) == trial.HALVES


def test_every_part_is_in_a_half():
    """A module of things to try that nobody calls would never fail."""
    written = {
        node.name
        for file in TRIAL.glob("inside_*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("try_")
    }
    assert written == {part.__name__ for half in inside.HALVES.values() for part in half}


def test_what_fails_fails_the_trial_and_what_cannot_be_told_does_not(capsys):
    tried = report.Trial()
    tried.run("right", lambda: "a figure")
    assert not tried.failed

    def refuse() -> str:
        raise report.NotToldError("it has none")

    tried.run("untold", refuse)

    def fail() -> str:
        report.expect(False, "something else")
        return ""

    tried.run("wrong", fail)
    assert (tried.passed, tried.not_told, tried.failed) == (1, 1, ["wrong"])
    assert tried.format_sum() == "1 passed, 1 not told by Wine, 1 failed: wrong"
    out = capsys.readouterr().out
    assert "ok      right: a figure" in out
    assert "not told by Wine  untold: it has none" in out
    assert "AssertionError: something else" in out


def test_the_transcript_is_what_was_printed(tmp_path):
    with (tmp_path / "printed").open("w+") as printed, (tmp_path / "kept").open("w+") as kept:
        print("a line", file=trial.Transcript(printed, kept))
    assert (tmp_path / "printed").read_text() == (tmp_path / "kept").read_text() == "a line\n"
