"""What the window's command line takes, and that it says what each of it does."""

from pathlib import Path

import pytest

from inspector_app.desktop.options import DesktopOptions
from inspector_app.desktop.startup.command_line import parse_arguments


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ((), DesktopOptions()),
        (("--demo",), DesktopOptions(is_demo=True)),
        (("--environment", "Test"), DesktopOptions(environment="Test")),
        (("--screenshot", "a.png"), DesktopOptions(screenshot=Path("a.png"))),
        (("a.json",), DesktopOptions(file=Path("a.json"))),
        (("--self-test",), DesktopOptions(is_self_test=True)),
        (("--new-window",), DesktopOptions(wants_window=True)),
    ],
)
def test_each_argument_is_one_option(arguments, options):
    assert parse_arguments(arguments) == options


def test_the_help_says_what_each_argument_does(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    with pytest.raises(SystemExit) as left:
        parse_arguments(["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    arguments = [line for line in told.splitlines() if line.startswith("  ")]
    assert len(arguments) == 8
    for line in arguments:
        name, _, words = line.strip().partition("  ")
        assert len(words.split()) > 2, name
    for name in ("--environment NAME", "--screenshot FILE", "FILE"):
        assert any(line.startswith(f"  {name}  ") for line in arguments), name
