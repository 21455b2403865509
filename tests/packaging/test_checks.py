"""A check that fails shows what it printed, and one line that says what mends it."""

import re

import checks
import pytest
from bundle import identity

WELL = checks.Check("well", ("python", "-c", "print('nothing to say')"), "well failed: do nothing")
ILL = checks.Check("ill", ("python", "-c", "exit('“ill” is broken')"), "ill failed: mend it")


def test_a_passed_check_is_one_line(capsys):
    assert checks.run_checks([WELL])
    assert re.fullmatch(r"passed  well \(\d+\.\d s\)\n", capsys.readouterr().out)


def test_a_failed_check_shows_its_output_and_at_the_end_what_mends_it(capsys, monkeypatch):
    monkeypatch.setenv("PYTHONUTF8", "1")  # as noxfile.py sets it
    assert not checks.run_checks([ILL, WELL])
    lines = [line for line in capsys.readouterr().out.splitlines() if line]
    assert lines[0].startswith("FAILED  ill")
    assert lines[1] == "“ill” is broken"
    assert lines[2].startswith("passed  well")
    assert lines[3:] == ["ill failed: mend it"]


def test_a_program_is_taken_from_the_environment_alone(monkeypatch):
    monkeypatch.setenv("PATH", "")
    for check in checks.CHECKS:
        assert checks.find_program(check.command[0])
    with pytest.raises(FileNotFoundError, match=r"python3 dev\.py check"):
        checks.find_program("no-such-program")


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.name)
def test_every_remedy_is_one_line_and_names_a_command_or_a_file(check):
    assert "\n" not in check.remedy
    assert re.search(r"`python3 dev\.py \w+`|pyproject\.toml, \[tool\.\w+", check.remedy)


def test_the_sessions_that_are_named_exist():
    noxfile = (identity.CHECKOUT / "noxfile.py").read_text(encoding="utf-8")
    named = {name for one in checks.CHECKS for name in re.findall(r"dev\.py (\w+)", one.remedy)}
    assert {"fix", "translations"} <= named
    for name in named:
        assert f"\ndef {name}(session: nox.Session)" in noxfile
