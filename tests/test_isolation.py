"""No test reaches the settings, the log or the environments of the person who runs it."""

from pathlib import Path

from inspector_app.system.paths import get_directories


def test_settings_and_state_are_in_the_home_of_the_test(tmp_path_factory):
    found = get_directories()
    for path in (found.settings_file, found.state, Path.home()):
        assert path.is_relative_to(tmp_path_factory.getbasetemp())
