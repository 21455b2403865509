"""The reason for a reader of our own can be asked for again: ``benchmarks/json_parsers.py``."""

import json
import runpy
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest


@pytest.fixture(scope="module")
def benchmark():
    file = Path(__file__).parents[3] / "benchmarks" / "json_parsers.py"
    before = list(sys.path)
    yield SimpleNamespace(**runpy.run_path(str(file), run_name="json_parsers"))
    sys.path[:] = before


def minuses(benchmark, parser):
    asked = benchmark.CHECKS.items()
    return {name for name, ask in asked if benchmark.format_answer(ask, parser) == "-"}


def test_ours_answers_every_question_and_the_standard_library_does_not(benchmark):
    """J1."""
    ours, *others = benchmark.list_parsers()
    assert minuses(benchmark, ours) == set()
    assert all(minuses(benchmark, other) for other in others)
    bare = next(one for one in others if one.name == "json")
    assert minuses(benchmark, bare) == {"digits", "repeated", "no NaN", "UTF-8", "depth", "byte"}


def test_the_measured_answer_is_an_ordinary_one(benchmark):
    assert 0.9 < len(benchmark.DOCUMENT) / (1 << 20) < 1.2
    assert len(json.loads(benchmark.DOCUMENT)["list"]) == 12_000
