import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from inspector_app.system import paths
from inspector_app.system.paths import (
    Directories,
    create_private_folder,
    get_directories,
    list_policy_profiles,
)


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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="each system has its own")
def test_each_file_has_its_place(tmp_path, monkeypatch):
    """R8: the next release looks for it there."""
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    machine = Path("/etc/xdg/enos-session-inspector")
    assert get_directories() == Directories(
        tmp_path / ".config" / "enos-session-inspector" / "settings.json",
        tmp_path / ".local" / "state" / "enos-session-inspector",
        machine_files=(machine / "environments.json",),
        policy_files=(machine / "policies.json",),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows names its users otherwise")
def test_macos_has_a_profile_of_the_computer_and_one_of_the_user(monkeypatch):
    import pwd

    monkeypatch.setattr(sys, "platform", "darwin")
    folder = Path("/Library/Managed Preferences")
    computer, user = list_policy_profiles()
    assert computer == folder / "io.github.enossessioninspector.plist", "as it was first released"
    assert user == folder / pwd.getpwuid(os.getuid()).pw_name / computer.name
    directories = get_directories()
    assert directories.policy_profiles == (computer, user)
    assert directories.policy_key == ""


def test_windows_has_a_key_of_the_group_policy_and_no_profile(monkeypatch):
    folder = Path("ProgramData")
    monkeypatch.setattr(sys, "platform", "win32")
    security = SimpleNamespace(get_program_data=lambda: folder)
    monkeypatch.setattr(paths, "windows_security", security, raising=False)
    directories = get_directories()
    assert directories.policy_key == r"SOFTWARE\Policies\enos-session-inspector"
    assert directories.policy_profiles == ()
    assert directories.machine_files[0].parent == folder / "enos-session-inspector"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has lists instead of modes")
def test_a_folder_that_is_made_is_for_its_user_alone(tmp_path):
    folder = tmp_path / "state"
    create_private_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    inner = folder / "inner" / "folder"
    create_private_folder(inner)
    create_private_folder(inner)
    assert inner.stat().st_mode & 0o777 == 0o700
