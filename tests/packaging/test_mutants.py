"""The mutation tester tries faults in processes of their own, and says which nobody noticed."""

import sys
import time

import mutants
import pytest
from mutation import workspace
from mutation.operators import Mutant

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")
FAULT = Mutant("inspector_app/vault/x.py", 7, 0, 1, "a  <\nb", "", "if a <")


def run(tmp_path, test, limit=30.0):
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\n")
    (tmp_path / "test_one.py").write_text(f"def test_it():\n    {test}\n")
    started = workspace.start_tests(tmp_path, ["test_one.py::test_it"], limit, tmp_path / "one.log")
    while not started.is_over():
        time.sleep(0.01)
    return started


@pytest.mark.parametrize(
    ("test", "code", "has_noticed"),
    [
        ("assert 1", 0, False),
        ("assert 0", 1, True),
        ("pass\n\n\ntest_it = __import__('pytest').mark.timing(test_it)", 5, False),  # left out
    ],
)
def test_a_test_that_fails_has_noticed_the_fault(tmp_path, test, code, has_noticed):
    ended = run(tmp_path, test)
    assert (ended.code, ended.has_noticed) == (code, has_noticed)


def test_what_goes_on_for_ever_is_ended(tmp_path):
    ended = run(tmp_path, "while True: pass", limit=1.0)
    assert ended.code < 0
    assert ended.has_noticed


def test_too_few_noticed_is_a_failure(capsys):
    assert mutants.report([FAULT] * 19, [FAULT], chosen=20, seed=5) == 0
    assert mutants.report([FAULT] * 18, [FAULT], chosen=19, seed=5) == 1
    printed = capsys.readouterr().out
    assert "vault          18 of    19" in printed
    assert "survived: inspector_app/vault/x.py:7: a < b → nothing" in printed
    assert "--seed 5" in printed


def test_a_seed_chooses_the_same_faults_again():
    assert mutants.parse_arguments(["--seed", "3"]).seed == 3
    seeds = {mutants.parse_arguments([]).seed for _ in range(5)}
    assert len(seeds) > 1


def test_every_reviewed_fault_is_still_there_and_has_its_reason():
    entries = mutants.read_entries()
    assert all(one["reason"] for one in entries)
    lines = {file: mutants.read(file).splitlines() for file in {one["file"] for one in entries}}
    for one in entries:
        assert one["line"] in {line.strip() for line in lines[one["file"]]}, one
