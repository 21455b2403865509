"""What two windows change is all there afterwards, whichever of them writes last."""

from dataclasses import replace
from typing import Any

import pytest

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.settings.environment import Environment, normalize_name
from inspector_app.settings.machine_environments import MachineSettings
from inspector_app.settings.merge import adopt_settings, merge_settings
from inspector_app.settings.safety import SafetySettings
from inspector_app.settings.user_settings import (
    Language,
    Settings,
    ThemeMode,
    with_environment,
    without_environment,
)

ONE = Environment("1", "One", "https://one.example.com")
TWO = Environment("2", "Two", "https://two.example.com")
BASE = Settings((ONE, TWO), "1")


def names(settings):
    return [one.name for one in settings.environments]


def test_both_windows_additions_are_there():
    """R8"""
    mine = with_environment(BASE, Environment("3", "Mine", "https://mine.example.com"))
    theirs = with_environment(BASE, Environment("4", "Theirs", "https://theirs.example.com"))
    merged = merge_settings(BASE, mine, theirs)
    assert names(merged) == ["One", "Two", "Theirs", "Mine"]
    assert merged.current_id == "3"


def test_two_fields_of_one_environment_are_changed_by_two_windows():
    """R8"""
    mine = replace(BASE, environments=(replace(ONE, name="Renamed"), TWO))
    moved = replace(ONE.connection, ca_file="/ca.pem")
    theirs = replace(BASE, environments=(replace(ONE, connection=moved), TWO))
    merged = merge_settings(BASE, mine, theirs)
    assert merged.environments == (replace(ONE, name="Renamed", connection=moved), TWO)


def test_an_environment_that_one_window_or_none_changed_is_taken_as_it_is():
    """R3: thousands of them are compared field by field only where both windows changed them."""
    renamed = replace(ONE, name="Renamed")
    changed, same = replace(BASE, environments=(renamed, TWO)), replace(BASE)
    for mine, theirs in ((changed, same), (same, changed), (changed, changed)):
        merged = merge_settings(BASE, mine, theirs)
        assert merged.environments[0] is renamed
        assert merged.environments[1] is TWO


def test_of_one_field_the_last_writer_is_right():
    mine, theirs = (replace(BASE, theme_mode=mode) for mode in (ThemeMode.DARK, ThemeMode.LIGHT))
    assert merge_settings(BASE, mine, theirs).theme_mode is ThemeMode.DARK
    assert merge_settings(BASE, BASE, theirs).theme_mode is ThemeMode.LIGHT


def test_a_deletion_is_one_for_both_unless_the_other_changed_it():
    """R8"""
    deleted = without_environment(BASE, "2")
    assert names(merge_settings(BASE, deleted, BASE)) == ["One"]
    assert names(merge_settings(BASE, BASE, deleted)) == ["One"]
    changed = replace(BASE, environments=(ONE, replace(TWO, address="https://2.example.com")))
    assert names(merge_settings(BASE, deleted, changed)) == ["One", "Two"]
    assert names(merge_settings(BASE, changed, deleted)) == ["One", "Two"]


def test_the_order_is_that_of_whoever_changed_it():
    """R8"""
    turned = replace(BASE, environments=(TWO, ONE))
    added = with_environment(BASE, Environment("3", "Three", "https://three.example.com"))
    assert names(merge_settings(BASE, turned, BASE)) == ["Two", "One"]
    assert names(merge_settings(BASE, BASE, turned)) == ["Two", "One"]
    assert names(merge_settings(BASE, turned, added)) == ["Two", "One", "Three"]
    assert names(merge_settings(BASE, added, turned)) == ["Two", "One", "Three"]
    assert names(merge_settings(BASE, without_environment(turned, "1"), added)) == ["Two", "Three"]


def test_one_name_that_both_took_stays_unique():
    """R8"""
    mine = with_environment(BASE, Environment("3", "n" * 100, "https://mine.example.com"))
    theirs = with_environment(BASE, Environment("4", "N" * 100, "https://theirs.example.com"))
    merged = merge_settings(BASE, mine, theirs)
    assert len({normalize_name(one.name) for one in merged.environments}) == 4
    assert all(len(one.name) <= 100 for one in merged.environments)


def test_members_of_a_newer_release_and_nested_settings_are_merged_by_field():
    mine = replace(BASE, unknown='{"a": 1}', safety=SafetySettings(idle_minutes=1))
    theirs = replace(BASE, unknown='{"b": 2}', safety=SafetySettings(memory_only=True))
    merged = merge_settings(BASE, mine, theirs)
    assert merged.unknown == '{"b": 2, "a": 1}'
    assert merged.safety == SafetySettings(idle_minutes=1, memory_only=True)


def test_accepted_forms_are_merged_by_environment():
    forms = list(AuthorizationScheme)
    mine = replace(BASE, machine=MachineSettings(None, (("m1", forms[0]),)))
    theirs = replace(BASE, machine=MachineSettings(None, (("m2", forms[1]),)))
    merged = merge_settings(BASE, mine, theirs)
    assert dict(merged.machine.accepted) == {"m1": forms[0], "m2": forms[1]}


@pytest.mark.parametrize("theirs_current", ["1", "2"])
def test_a_window_stays_where_it_is(theirs_current):
    mine = replace(BASE, current_id="2", window_geometry="mine")
    theirs = replace(BASE, current_id=theirs_current, window_geometry="theirs", zone="UTC")
    adopted = adopt_settings(BASE, mine, theirs)
    assert (adopted.current_id, adopted.window_geometry, adopted.zone) == ("2", "mine", "UTC")


def test_the_environment_in_use_may_be_gone():
    mine = replace(BASE, current_id="2")
    adopted = adopt_settings(BASE, mine, without_environment(BASE, "2"))
    assert adopted.current_id == "1"


def test_where_another_window_stands_is_not_taken_over():
    theirs = replace(BASE, window_geometry="theirs", current_id="1", zone="UTC")
    adopted = adopt_settings(BASE, replace(BASE, current_id="2"), theirs)
    assert adopted.window_geometry == BASE.window_geometry
    assert (adopted.current_id, adopted.zone) == ("2", "UTC")


VALUES: dict[str, tuple[Any, Any]] = {
    "window_geometry": ("a", "b"),
    "theme_mode": (ThemeMode.DARK, ThemeMode.LIGHT),
    "text_size": (125, 150),
    "language": (Language.ENGLISH, Language.CHINESE),
    "zone": ("UTC", "Asia/Shanghai"),
    "remember_token": (False, False),
    "export_format": ("a", "b"),
    "report_format": ("a", "b"),
    "safety": (SafetySettings(10, 1), SafetySettings(10, 2)),
    "machine": (MachineSettings("m1"), MachineSettings("m2")),
}


@pytest.mark.parametrize("name", VALUES)
def test_each_setting_is_taken_from_whoever_changed_it_and_else_from_here(name):
    """R8."""
    ours, others = ({name: value} for value in VALUES[name])
    mine, theirs = replace(BASE, **ours), replace(BASE, **others)
    assert merge_settings(BASE, mine, BASE) == mine
    assert merge_settings(BASE, BASE, theirs) == theirs
    assert merge_settings(BASE, mine, theirs) == mine
    assert merge_settings(mine, BASE, mine) == BASE


def test_a_window_keeps_its_machine_wide_environment():
    mine = replace(BASE, machine=MachineSettings("m1"))
    theirs = replace(BASE, machine=MachineSettings("m2"), text_size=150)
    adopted = adopt_settings(BASE, BASE, theirs)
    assert adopted == replace(BASE, text_size=150)
    assert adopt_settings(BASE, mine, theirs) == replace(mine, text_size=150)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "current"),
    [
        ("1", "2", "1", "2"),
        ("1", "1", "2", "2"),
        ("1", "2", "gone", "2"),
        ("1", "gone", "2", "2"),
        ("1", "gone", "gone", "1"),
        (None, None, "2", "2"),
    ],
)
def test_the_current_environment_is_one_that_is_there(base, mine, theirs, current):
    versions = (replace(BASE, current_id=one) for one in (base, mine, theirs))
    assert merge_settings(*versions).current_id == current
    empty = Settings(current_id="gone")
    assert merge_settings(empty, empty, empty).current_id is None


def test_members_of_a_newer_release_go_where_one_window_dropped_them():
    kept, dropped = replace(BASE, unknown='{"a": 1}'), replace(BASE, unknown="{}")
    assert merge_settings(kept, dropped, kept).unknown == "{}"
    assert merge_settings(kept, kept, dropped).unknown == "{}"
    assert merge_settings(dropped, kept, dropped).unknown == '{"a": 1}'
    changed = replace(BASE, unknown='{"a": 2}')
    assert merge_settings(kept, changed, dropped).unknown == '{"a": 2}'


def test_a_new_environment_with_a_known_name_gets_a_number_and_the_other_stays():
    """R8."""
    mine = with_environment(BASE, Environment("3", "Same", "https://mine.example.com"))
    theirs = with_environment(BASE, Environment("4", "SAME", "https://theirs.example.com"))
    merged = merge_settings(BASE, mine, theirs)
    assert names(merged) == ["One", "Two", "SAME", "Same (2)"]
    assert [one.id for one in merged.environments] == ["1", "2", "4", "3"]
