from inspector_app.system.paths import get_directories


def test_settings_and_state_lie_in_folders_of_the_app_alone():
    places = get_directories()
    assert places.settings_file.name == "settings.json"
    assert "enos-session-inspector" in places.settings_file.parts
    assert "enos-session-inspector" in places.state.parts
    assert "enos-session-inspector" not in places.settings_file.parent.parent.parts


def test_looking_the_places_up_makes_none_of_them(tmp_path, monkeypatch):
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    get_directories()
    assert list(tmp_path.iterdir()) == []
