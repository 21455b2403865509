"""Names of environments reach the command line whole, whatever is in them."""

import shutil
import subprocess
import sys

import pytest
from click.shell_completion import BashComplete

from inspector_app import CONSOLE_PROGRAM
from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.environment import create_environment
from inspector_app.system.paths import get_directories
from inspector_app.terminal.command_line import program as parser
from inspector_app.terminal.completion import complete_environment_name
from tests.terminal.console import program, surroundings

HOSTILE = "Test $(touch stolen) '风电' \\ *"


@pytest.fixture(autouse=True)
def folder():
    directories = {
        HOSTILE: "a.example.com",
        "test-2": "b.example.com",
        "Production": "c.example.com",
    }
    kept = tuple(create_environment(*one) for one in directories.items())
    settings_file.save(get_directories().settings_file, user_settings.Settings(kept))
    return get_directories().settings_file.parent.parent


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_shells_that_quote_by_themselves_get_the_names(tmp_path, folder, shell):
    asked = {"_ENOS_SESSION_COMPLETE": f"{shell}_complete"}
    asked |= {"COMP_CWORD": "test" if shell == "fish" else "3", "XDG_CONFIG_HOME": str(folder)}
    ended = program(tmp_path, COMP_WORDS=f"{CONSOLE_PROGRAM} inspect --environment test", **asked)
    told = ended.out.decode().replace("plain,", "").splitlines()
    assert [one for one in told if one not in {"plain", "_", ""}] == [HOSTILE, "test-2"]
    assert ended.code == 0


COMPLETED = """
{script}
COMP_WORDS=(enos-session inspect --environment {typed})
COMP_CWORD=3
_enos_session_completion ./enos-session
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def completed(home, folder, typed):
    """What bash replaces the typed word by, each possibility on a line."""
    twin = home / CONSOLE_PROGRAM
    twin.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m inspector_app.terminal "$@"\n')
    twin.chmod(0o755)
    script = BashComplete(parser, {}, CONSOLE_PROGRAM, "_ENOS_SESSION_COMPLETE").source()
    variables = surroundings(home, XDG_CONFIG_HOME=str(folder))
    variables["PATH"] = f"{home}:{variables['PATH']}"
    command = ["bash", "-c", COMPLETED.format(script=script, typed=typed)]
    done = subprocess.run(command, cwd=home, env=variables, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")


@needs_bash
@pytest.mark.parametrize("typed", ["test", r"Test\ "])
def test_bash_takes_a_name_for_one_word_and_runs_nothing_of_it(tmp_path, folder, typed):
    first = completed(tmp_path, folder, typed)[0]
    said = ["bash", "-c", f"printf '%s\\n' {first}"]
    done = subprocess.run(said, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode() == f"{HOSTILE}\n"
    assert not (tmp_path / "stolen").exists()


@needs_bash
def test_within_quotes_bash_gets_the_name_as_it_is(tmp_path, folder):
    assert completed(tmp_path, folder, r"\'prod") == ["Production"]
    assert "test-2" in completed(tmp_path, folder, r"\"test")


@pytest.mark.parametrize(
    ("variables", "is_escaped"),
    [
        ({"_ENOS_SESSION_COMPLETE": "bash_complete"}, True),
        ({"_ENOS_SESSION_COMPLETE": "bash_complete", "COMP_WORDS": "enos\ntest"}, True),
        ({"_ENOS_SESSION_COMPLETE": "bash_complete", "COMP_WORDS": "'enos'\n'test"}, False),
        ({"_ENOS_SESSION_COMPLETE": "bash_complete", "COMP_WORDS": 'enos\n"test'}, False),
        ({"_ENOS_SESSION_COMPLETE": "bash_complete", "COMP_WORDS": "'enos'\ntest"}, True),
        ({"_ENOS_SESSION_COMPLETE": "zsh_complete"}, False),
        ({"ANOTHER_VARIABLE": "bash_complete"}, False),
        ({}, False),
    ],
)
def test_only_bash_outside_of_quotes_gets_names_escaped(monkeypatch, variables, is_escaped):
    """Twice each, as click's script takes one away."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert complete_environment_name("PROD") == ["Production"]
    (found, other) = complete_environment_name("test")
    assert other == "test-2"
    escaped = r"Test\\ \\$\\(touch\\ stolen\\)\\ \\'风电\\'\\ \\\\\\ \\*"
    assert found == (escaped if is_escaped else HOSTILE)
    assert len(complete_environment_name("")) == 3
    assert complete_environment_name("x") == []
