"""What keeps a program from starting is said in words, and nothing else is in its way."""

import time

import pytest

from inspector_app.system import paths
from inspector_app.system.start_obstacles import find_obstacle


@pytest.mark.parametrize(
    ("module", "name", "error", "words"),
    [
        (time, "time", OverflowError, "clock is set to a year"),
        (paths, "get_directories", RuntimeError, "Set HOME"),
    ],
)
def test_each_obstacle_has_its_own_words(monkeypatch, module, name, error, words):
    assert find_obstacle() is None

    def fail():
        raise error

    monkeypatch.setattr(module, name, fail)
    assert words in str(find_obstacle())
