"""The manual page and the completions say what the parser says, and no more."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.terminal.command_line import OTHER_EXIT_CODES, program

ROOT = Path(__file__).parent.parent.parent


WRITTEN_BY = "packaging/console_docs.py writes it from inspector_app/terminal/command_line.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docs") / "new"
    command = [sys.executable, str(ROOT / "packaging" / "console_docs.py"), str(folder)]
    subprocess.run(command, check=True, env={"SOURCE_DATE_EPOCH": "1790000000"})
    return folder


@pytest.fixture(scope="module")
def manual(made):
    return (made / "enos-session.1").read_text(encoding="utf-8").replace("\\-", "-")


def leaves(command=program):
    found = getattr(command, "commands", None)
    return [command] if found is None else [one for each in found.values() for one in leaves(each)]


@pytest.mark.parametrize("command", leaves(), ids=lambda command: command.name)
def test_the_manual_has_every_command_with_every_option(manual, command):
    assert f"{command.name}\n" in manual, WRITTEN_BY
    for parameter in command.params:
        for name in parameter.opts if isinstance(parameter, click.Option) else ():
            assert f"\\fB{name}\\fR" in manual, f"{name}: {WRITTEN_BY}"


def test_the_manual_has_every_verdict_with_its_exit_code(manual):
    status = manual.partition(".SH EXIT STATUS")[2]
    for code in VerdictCode:
        assert code.value in status, "inspector_app/terminal/exit_codes.py has each verdict"


def test_the_manual_has_the_exit_codes_that_a_command_has_for_itself(manual):
    compare = manual.partition(".SS compare\n")[2].partition(".SS ")[0]
    assert "\n\\fB1\\fR\ndifferent.\n" in compare, WRITTEN_BY
    status = " ".join(manual.partition(".SH EXIT STATUS")[2].split())
    assert status.startswith("Of inspect and read: ")
    assert OTHER_EXIT_CODES in status, WRITTEN_BY


def test_nothing_is_listed_in_the_manual_without_a_word_about_it(manual):
    lines = manual.splitlines()
    for number, line in enumerate(lines):
        if line == ".TP":
            assert not lines[number + 2].startswith("."), f"{lines[number + 1]}: {WRITTEN_BY}"


def test_the_manual_is_dated_by_the_release_and_reads_no_text_as_a_request(manual):
    assert manual.startswith('.TH ENOS-SESSION 1 "2026-09-21" ')
    known = (".TH", ".SH", ".SS", ".TP", ".PP", ".br")
    for line in manual.splitlines():
        assert line.isprintable(), f"{line!r}: packaging/console_docs.py escapes it in _escape_roff"
        assert len(line) < 90, f"{line!r}: packaging/console_docs.py wraps it in _wrap_line"
        assert not line.startswith(("'", ".")) or line.split()[0] in known, (
            f"{line!r}: packaging/console_docs.py escapes what only looks like a request"
        )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_its_completion(made, shell):
    text = (made / f"enos-session.{shell}").read_text(encoding="utf-8")
    assert f"_ENOS_SESSION_COMPLETE={shell}_complete" in text, WRITTEN_BY


def test_bash_completes_options(made, tmp_path):
    twin = tmp_path / "enos-session"
    twin.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m inspector_app.terminal "$@"\n')
    twin.chmod(0o755)
    script = (
        f'. "{made}/enos-session.bash"\n'
        "COMP_WORDS=(enos-session inspect --tok) COMP_CWORD=2\n"
        "_enos_session_completion enos-session\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=True,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.stdout.split() == ["--token-stdin", "--token-fingerprint"]
