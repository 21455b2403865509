import sys

import pytest

from inspector_app.system.paths import create_private_folder, get_directories


def test_settings_and_state_lie_in_folders_of_the_app_alone():
    directories = get_directories()
    assert directories.settings_file.name == "settings.json"
    assert "enos-session-inspector" in directories.settings_file.parts
    assert "enos-session-inspector" in directories.state.parts
    assert "enos-session-inspector" not in directories.settings_file.parent.parent.parts


def test_looking_the_places_up_makes_none_of_them(tmp_path, monkeypatch):
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    get_directories()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has lists instead of modes")
def test_a_folder_that_is_made_is_for_its_user_alone(tmp_path):
    folder = tmp_path / "state"
    create_private_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
