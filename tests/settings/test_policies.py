"""What an administrator forces is in force, whatever the person's settings say."""

import json
import os
from dataclasses import replace

import pytest

from inspector_app.settings import policies, settings_file
from inspector_app.settings.policies import NO_POLICIES, Policy
from inspector_app.settings.user_settings import Language, Settings
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


YES_OR_NO = (True, False)
SECONDS = (10, 20, 30, 60, 120, 300, None)
MINUTES = (1, 2, 4, 10, 30, 60, None)
VALUES = {
    "memory_only": YES_OR_NO,
    "keep_after_end": YES_OR_NO,
    "keep_history": YES_OR_NO,
    "idle_minutes": MINUTES,
    "clipboard_seconds": SECONDS,
    "language": ("system", "en", "zh_CN"),
    "reveal_credential": YES_OR_NO,
    "copy_credential": YES_OR_NO,
    "redaction_level": ("personal",),
    "machine_environments_only": YES_OR_NO,
}
FORCED_ALONE = {
    "reveal_credential",
    "copy_credential",
    "redaction_level",
    "machine_environments_only",
}
"""What a person cannot set either, so that there is nothing to begin with."""


@pytest.mark.parametrize("part", ["forced", "default"])
@pytest.mark.parametrize("name", VALUES)
def test_each_policy_can_have_its_values_and_no_other(name, part):
    """A3, A6."""
    is_known = part == "forced" or name not in FORCED_ALONE
    fine = {json.dumps(value) for value in VALUES[name]}
    texts = ("system", "en", "zh_CN", "de", "personal", "secrets")
    for value in map(json.dumps, (*YES_OR_NO, *SECONDS, *MINUTES, *texts, 7, 0)):
        data = f'{{"version": 1, "{part}": {{"{name}": {value}}}}}'.encode()
        found = policies.find_policy_mistakes(data)
        is_refused = is_known and value not in fine
        assert [one.place for one in found if one.is_fatal] == [f"{part}.{name}"] * is_refused
        if not is_known:
            assert [one.place for one in found] == [f"{part}.{name}"]
    assert {one.value for one in Policy} == VALUES.keys()


@pytest.mark.parametrize(
    ("name", "value"),
    [("memory_only", True), ("keep_after_end", True), ("keep_history", True),
     ("idle_minutes", None), ("clipboard_seconds", 300), ("language", "en")],
)  # fmt: skip
def test_each_choice_of_a_person_is_forced_or_begun_with_alone(name, value):
    """A3, A6."""
    for part in ("forced", "default"):
        found = policies.parse_policies(json.dumps({"version": 1, part: {name: value}}).encode())
        apply = found.force if part == "forced" else found.apply_defaults
        changed, usual = apply(Settings()), Settings()
        if name == "language":
            assert changed == replace(usual, language=Language(value))
        else:
            assert changed == replace(usual, safety=replace(usual.safety, **{name: value}))
        other = found.apply_defaults if part == "forced" else found.force
        assert other(usual) == usual
        assert [one for one in Policy if found.is_forced(one)] == (
            [Policy(name)] if part == "forced" else []
        )


@pytest.mark.parametrize("is_set", [True, False, None])
def test_what_only_an_administrator_sets_is_off_unless_it_is_set(is_set):
    """A1, E1."""
    names = ("reveal_credential", "copy_credential", "machine_environments_only")
    forced = {} if is_set is None else dict.fromkeys(names, is_set)
    if is_set:
        forced["redaction_level"] = "personal"
    found = policies.parse_policies(json.dumps({"version": 1, "forced": forced}).encode())
    assert found.allows(Policy.REVEAL_CREDENTIAL) is (is_set is not False)
    assert found.allows(Policy.COPY_CREDENTIAL) is (is_set is not False)
    assert found.has_machine_environments_only is bool(is_set)
    assert found.is_personal_data_removed is bool(is_set)


def test_the_first_file_that_is_there_counts(kept, tmp_path):
    path = kept({"version": 1, "forced": {"idle_minutes": 1}})
    for first in (tmp_path / "none.json", path / "none.json"):
        found, _ = policies.load([first, path, tmp_path / "no"], TESTER)
        assert found == policies.load([path], TESTER)[0]
    with pytest.raises(ValueError, match="not a file"):
        policies.parse_policies(b"[]")


def test_a_value_is_shown_as_the_file_has_it():
    values = (None, True, False, 10, "zh_CN")
    assert [policies.format_value(one) for one in values] == [
        "null",
        "true",
        "false",
        "10",
        '"zh_CN"',
    ]


@needs_administrators_file
@pytest.mark.parametrize(("room", "is_read"), [(0, True), (1, False)])
def test_a_file_may_be_so_large_and_no_larger(kept, room, is_read):
    """J5."""
    data = json.dumps({"version": 1}).encode()
    _, notice = load(kept(data + b" " * (50_000 + room - len(data))))
    assert (notice is None) is is_read
    assert is_read or "too large" in str(notice)
