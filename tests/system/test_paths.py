from inspector_app.system.paths import get_directories


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
