"""What an administrator forces is in force, whatever the person's settings say."""

import json
import os
from dataclasses import replace

import pytest

from inspector_app.settings import policies, settings_file
from inspector_app.settings.policies import NO_POLICIES, Policy
from inspector_app.settings.settings_file import Language, Settings
from tests.systems import needs_administrators_file

TESTER = frozenset({0, os.geteuid() if hasattr(os, "geteuid") else 0})


@pytest.fixture
def kept(tmp_path):
    def file(content, mode=0o644):
        path = tmp_path / "policies.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        path.chmod(mode)
        return path

    return file


def load(path):
    return policies.load([path], TESTER)


def test_no_file_forces_nothing(tmp_path):
    assert policies.load([tmp_path / "none.json"]) == (NO_POLICIES, None)
    assert NO_POLICIES.force(Settings()) == Settings()


@needs_administrators_file
def test_forced_values_take_the_place_of_the_persons(kept):
    forced = {
        "memory_only": True,
        "idle_minutes": 1,
        "language": "zh_CN",
        "clipboard_seconds": None,
    }
    found, notice = load(kept({"version": 1, "forced": forced}))
    settings = found.force(Settings())
    assert notice is None
    assert settings.safety.memory_only
    assert settings.safety.idle_minutes == 1
    assert settings.safety.clipboard_seconds is None
    assert settings.language is Language.CHINESE
    assert found.is_forced(Policy.IDLE_MINUTES)
    assert not found.is_forced(Policy.KEEP_AFTER_END)


@needs_administrators_file
def test_default_values_are_what_a_person_begins_with_and_no_more(kept, tmp_path):
    found, _ = load(kept({"version": 1, "default": {"idle_minutes": 10}}))
    path = tmp_path / "settings.json"
    first, _ = settings_file.load(path, found.apply_defaults(Settings()))
    assert first.safety.idle_minutes == 10
    settings_file.save(path, replace(first, safety=replace(first.safety, idle_minutes=2)))
    again, _ = settings_file.load(path, found.apply_defaults(Settings()))
    assert again.safety.idle_minutes == 2


@needs_administrators_file
def test_what_is_allowed_is_allowed_unless_it_is_forbidden(kept):
    found, _ = load(kept({"version": 1, "forced": {"reveal_credential": False}}))
    assert not found.allows(Policy.REVEAL_CREDENTIAL)
    assert found.allows(Policy.COPY_CREDENTIAL)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        {"version": 2},
        {"version": 1, "forced": {"memory_only": 1}},
        {"version": 1, "forced": {"idle_minutes": 3}},
        {"version": 1, "forced": {"idle_minutes": True}},
        {"version": 1, "forced": {"redaction_level": "secrets"}},
        {"version": 1, "forced": []},
        b" " * 60_000,
    ],
)
def test_a_file_with_a_mistake_is_told_and_not_used_at_all(kept, content):
    path = kept(content)
    found, notice = load(path)
    assert found == NO_POLICIES
    assert "not in force" in str(notice)
    assert str(path) in str(notice)


@pytest.mark.skipif(os.name == "nt", reason="its rights are no bits of a mode")
def test_a_file_that_other_users_may_change_is_not_used(kept):
    found, notice = load(kept({"version": 1, "forced": {"memory_only": False}}, mode=0o666))
    assert found == NO_POLICIES
    assert "Other users may change it" in str(notice)
