"""A plugin of pytest: writes how many seconds each test that passed has taken."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_seconds: dict[str, float] = {}
_failed: set[str] = set()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what preparing, running and clearing up after a test took."""
    _seconds[report.nodeid] = _seconds.get(report.nodeid, 0.0) + report.duration
    if not report.passed:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write what was added up."""
    passed = {test: seconds for test, seconds in _seconds.items() if test not in _failed}
    Path(os.environ["MUTATION_DURATIONS"]).write_text(json.dumps(passed), encoding="utf-8")
