"""``policies``: what is in force, in the console and for the commands."""

import json
import os
import plistlib

import pytest

from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.environment import create_environment
from inspector_app.system import paths
from tests.terminal.console import enos

only_root = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0, reason="root alone can write what is trusted"
)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """The folder of an administrator, in the place of the fixed one."""
    folder = tmp_path / "machine"
    folder.mkdir()
    monkeypatch.setattr(paths, "get_machine_folder", lambda: folder)

    def write(forced, **more):
        file = folder / "policies.json"
        file.write_text(json.dumps({"version": 1, "forced": forced, **more}))
        file.chmod(0o644)
        return file

    return write


def test_where_there_is_no_file_nothing_is_set(machine):
    ended = enos("policies", "show")
    assert ended.code == 0
    assert ended.out.startswith(b"Nothing is set")


def test_a_draft_is_shown_with_what_is_wrong_in_it(machine):
    file = machine({"idle_minutes": 2, "idle": 3}, default={"language": "en"})
    ended = enos("policies", "show", str(file), "--draft")
    lines = ended.out.decode().splitlines()
    assert lines[:2] == ["idle_minutes\t2\tforced", 'language\t"en"\tdefault']
    assert "forced.idle: There is no member of this name" in lines[2]
    assert ended.code == 2
    assert enos("policies", "show", str(machine({"idle_minutes": 2})), "--draft").code == 0


@only_root
def test_each_policy_is_named_with_the_place_that_it_comes_from(machine, tmp_path, monkeypatch):
    profile = tmp_path / "profile.plist"
    profile.write_bytes(plistlib.dumps({"forced": {"memory_only": True, "later": 1}}))
    profile.chmod(0o644)
    monkeypatch.setattr(paths, "list_policy_profiles", lambda: (profile,))
    file = machine({"memory_only": False, "idle_minutes": 2})
    ended = enos("policies", "show")
    assert ended.out.decode().splitlines() == [
        f"memory_only\ttrue\tforced\t{profile}",
        f"idle_minutes\t2\tforced\t{file}",
        f"{profile}: forced.later: There is no member of this name, so it has no effect.",
        f"{file} is used as it is.",
    ]
    assert ended.code == 2
    profile.write_bytes(plistlib.dumps({"forced": {"memory_only": True}}))
    assert enos("policies", "show").code == 0
    profile.write_bytes(b"no property list")
    ended = enos("policies", "show")
    assert "memory_only\tfalse" in ended.out.decode()
    assert f"not in force: {profile}" in ended.out.decode()
    assert ended.code == 2
    file.unlink()
    assert enos("policies", "show").code == 2


@only_root
def test_what_is_in_force_holds_for_the_commands(machine):
    own = create_environment("Mine", "https://mine.example.com")
    settings_file.save(
        paths.get_directories().settings_file, user_settings.Settings((own,), own.id)
    )
    machine({"machine_environments_only": True, "redaction_level": "personal"})
    assert enos("environments", "list").out == b""
    named = enos("inspect", "--gateway", "https://apim.example.com", "--token-stdin")
    assert named.code == 2
    assert "administrator does not allow" in named.err
    level = enos("inspect", "--environment", "Mine", "--token-stdin", "--level", "secrets")
    assert level.code == 2
    assert "administrator does not allow" in level.err


@only_root
def test_an_unusable_file_is_told_by_every_command(machine):
    machine({"idle_minutes": 3})
    ended = enos("environments", "list")
    assert ended.code == 0
    assert "Line 1, forced.idle_minutes" in ended.err
