"""No test reaches the settings, the log or the environments of the person who runs it."""

import os
from pathlib import Path

from inspector_app.system.paths import get_directories


def test_settings_and_state_are_in_the_home_of_the_test(tmp_path_factory):
    found = get_directories()
    for path in (found.settings_file, found.state, Path.home()):
        assert path.is_relative_to(tmp_path_factory.getbasetemp())


def test_what_a_test_left_in_its_home_is_in_the_home_of_no_other(make_home):
    first = make_home()
    assert make_home() == first
    (first / "left").touch()
    second = make_home()
    assert second != first
    assert not any(second.iterdir())
    second.rmdir()
    third = make_home()
    assert third.is_dir()
    assert third != first
    if os.name == "posix":
        third.chmod(0o500)
        assert make_home() != third
