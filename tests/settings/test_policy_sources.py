"""Where several places set policies, the system's own management counts before the file."""

import datetime as dt
import json
import os
import plistlib

import pytest

from inspector_app.settings.policies import NO_POLICIES, Policy
from inspector_app.settings.policy_sources import load_policies, load_sources, parse_managed
from inspector_app.system.managed_policies import ManagedPolicies
from inspector_app.system.paths import Directories

KEY = r"HKLM\SOFTWARE\Policies\enos-session-inspector"

needs_owner = pytest.mark.skipif(os.name == "nt", reason="its owners are no user ids")


@pytest.fixture
def directories(tmp_path):
    return Directories(
        tmp_path / "settings.json",
        tmp_path,
        policy_files=(tmp_path / "policies.json",),
        policy_profiles=(tmp_path / "computer.plist", tmp_path / "user.plist"),
        administrators=frozenset({0, tmp_path.stat().st_uid}),
    )


def write(path, document):
    content = plistlib.dumps(document) if path.suffix == ".plist" else json.dumps(document).encode()
    path.write_bytes(content)
    path.chmod(0o644)


def test_without_any_of_them_nothing_is_set(directories):
    assert load_policies(directories) == (NO_POLICIES, None)


@needs_owner
def test_of_two_places_that_set_the_same_the_profile_of_the_computer_counts(directories):
    computer, user = directories.policy_profiles
    write(directories.policy_files[0], {"version": 1, "forced": {"idle_minutes": 1}})
    write(user, {"forced": {"idle_minutes": 2, "memory_only": True}})
    write(computer, {"forced": {"idle_minutes": 10}, "default": {"language": "zh_CN"}})
    found, notice = load_policies(directories)
    assert notice is None
    assert dict(found.forced) == {Policy.IDLE_MINUTES: 10, Policy.MEMORY_ONLY: True}
    assert dict(found.default) == {Policy.LANGUAGE: "zh_CN"}
    places = [one.place for one in load_sources(directories)]
    assert places == [str(computer), str(user), str(directories.policy_files[0])]


@needs_owner
def test_one_unusable_place_is_told_and_the_others_are_in_force(directories):
    computer, user = directories.policy_profiles
    computer.write_bytes(b"no property list")
    write(user, {"forced": {"idle_minutes": 3, "memory_only": True}})
    write(directories.policy_files[0], {"version": 1, "forced": {"copy_credential": False}})
    found, notice = load_policies(directories)
    assert dict(found.forced) == {Policy.COPY_CREDENTIAL: False}
    assert str(computer) in str(notice)
    notices = [str(one.notice) for one in load_sources(directories)]
    assert "forced.idle_minutes: It must be one of: 1, 2, 4, 10, 30, 60, null." in notices[1]


def test_numbers_of_the_registry_are_true_false_and_never():
    forced = {"memory_only": 1, "reveal_credential": 0, "idle_minutes": 0, "clipboard_seconds": 20}
    found = parse_managed(ManagedPolicies(KEY, {"forced": forced}))
    assert found.notice is None
    assert dict(found.policies.forced) == {
        Policy.MEMORY_ONLY: True,
        Policy.REVEAL_CREDENTIAL: False,
        Policy.IDLE_MINUTES: None,
        Policy.CLIPBOARD_SECONDS: 20,
    }


@pytest.mark.parametrize(
    "parts",
    [
        {"forced": {"memory_only": 2}},
        {"forced": {"idle_minutes": True}},
        {"forced": {"language": 1}},
        {"forced": {"language": b"en"}},
        {"forced": {"language": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}},
        {"forced": 1},
        {"default": {"keep_history": "1"}},
        {"version": 2},
    ],
)
def test_a_place_with_a_mistake_is_not_used_at_all(parts):
    good = {"forced": {"copy_credential": 0}}
    found = parse_managed(ManagedPolicies(KEY, {**good, **parts}))
    assert found.policies == NO_POLICIES
    assert "Policies that your administrator set are not in force" in str(found.notice)
    assert KEY in str(found.notice)


def test_what_a_version_does_not_know_is_left_out_and_named():
    found = parse_managed(ManagedPolicies(KEY, {"forced": {"later": 1, "memory_only": 1}}))
    assert dict(found.policies.forced) == {Policy.MEMORY_ONLY: True}
    assert [one.place for one in found.mistakes] == ["forced.later"]
