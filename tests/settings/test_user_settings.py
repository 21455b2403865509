"""Environments are added, changed, moved and deleted in the settings; one is current."""

from dataclasses import replace

import pytest

from inspector_app.settings.environment import EnvironmentNameError, create_environment
from inspector_app.settings.user_settings import (
    Settings,
    add_environments,
    find_current_environment,
    move_environment,
    rename_environment,
    with_environment,
    without_environment,
)


def three() -> Settings:
    settings = Settings()
    for name in ("Production", "Staging", "Demo"):
        settings = with_environment(settings, create_environment(name, f"{name}.example.com"))
    return settings


def names(settings: Settings) -> list[str]:
    return [one.name for one in settings.environments]


def test_a_new_environment_becomes_current_under_an_id_of_its_own():
    settings = three()
    assert names(settings) == ["Production", "Staging", "Demo"]
    assert settings.current == settings.environments[2]
    assert len({one.id for one in settings.environments}) == 3
    assert all(len(one.id) == 32 for one in settings.environments)


def test_an_environment_is_changed_in_its_place():
    settings = three()
    changed = replace(settings.environments[0], address="other.example.com")
    assert with_environment(settings, changed).environments[0] == changed
    assert len(with_environment(settings, changed).environments) == 3


@pytest.mark.parametrize("name", ["production", "PRODUCTION", " Production  ", "\uff30roduction"])
def test_names_are_unique_in_any_case(name):
    with pytest.raises(EnvironmentNameError) as caught:
        with_environment(three(), create_environment(name, "x.example.com"))
    assert "There is already an environment" in str(caught.value.message)


@pytest.mark.parametrize(("name", "words"), [("", "a name"), (" \t", "a name"), ("n" * 101, "100")])
def test_a_name_is_neither_empty_nor_endless(name, words):
    with pytest.raises(EnvironmentNameError) as caught:
        with_environment(Settings(), create_environment(name, "x.example.com"))
    assert words in str(caught.value.message)


def test_renaming_keeps_the_id_and_the_current_environment():
    settings = three()
    first = settings.environments[0]
    changed = rename_environment(settings, first.id, "  Live   system ")
    assert changed.environments[0] == replace(first, name="Live system")
    assert changed.current_id == settings.current_id
    assert names(rename_environment(settings, first.id, "PRODUCTION"))[0] == "PRODUCTION"
    with pytest.raises(EnvironmentNameError):
        rename_environment(settings, first.id, "staging")
    with pytest.raises(KeyError):
        rename_environment(settings, "gone", "x")


def test_the_neighbour_of_a_deleted_environment_becomes_current():
    settings = three()
    first, second, third = settings.environments
    assert without_environment(settings, third.id).current == second
    assert without_environment(settings, first.id).current == third
    middle = without_environment(replace(settings, current_id=second.id), second.id)
    assert middle.current == third
    assert without_environment(settings, "gone") == settings
    empty = settings
    for one in (first, second, third):
        empty = without_environment(empty, one.id)
    assert empty == Settings()
    assert empty.current is None


@pytest.mark.parametrize(
    ("position", "order"),
    [
        (0, ["Demo", "Production", "Staging"]),
        (1, ["Production", "Demo", "Staging"]),
        (2, ["Production", "Staging", "Demo"]),
        (-5, ["Demo", "Production", "Staging"]),
        (99, ["Production", "Staging", "Demo"]),
    ],
)
def test_an_environment_is_moved_among_the_others(position, order):
    settings = three()
    moved = move_environment(settings, settings.environments[2].id, position)
    assert names(moved) == order
    assert moved.current_id == settings.current_id


def test_added_environments_stand_last_and_do_not_become_current():
    added = (create_environment("A", "a.example.com"), create_environment("B", "b.example.com"))
    settings = add_environments(three(), added)
    assert names(settings) == ["Production", "Staging", "Demo", "A", "B"]
    assert settings.current_id == settings.environments[2].id
    assert add_environments(Settings(), added).current == added[0]
    assert add_environments(Settings(), ()) == Settings()


@pytest.mark.parametrize(
    ("deleted", "current", "then"),
    [
        ("Staging", "Staging", "Demo"),
        ("Demo", "Demo", "Staging"),
        ("Production", "Production", "Staging"),
        ("Production", "Demo", "Demo"),
    ],
)
def test_who_is_current_after_a_deletion(deleted, current, then):
    settings = three()
    by_name = {one.name: one for one in settings.environments}
    settings = replace(settings, current_id=by_name[current].id)
    left = without_environment(settings, by_name[deleted].id)
    assert left.current == by_name[then]
    assert names(left) == [one for one in names(settings) if one != deleted]
    assert without_environment(settings, "nobody") == settings
    alone = replace(settings, environments=(by_name[current],))
    assert without_environment(alone, by_name[current].id).current_id is None


def test_which_environment_a_window_begins_with():
    settings, machine = three(), (create_environment("M", "m"), create_environment("N", "n"))
    chosen = replace(settings, machine=replace(settings.machine, current_id=machine[1].id))
    assert find_current_environment(chosen, machine) == machine[1]
    assert find_current_environment(chosen, ()) == settings.current
    assert find_current_environment(settings, machine) == settings.current
    assert find_current_environment(Settings(), machine) == machine[0]
    assert find_current_environment(Settings(), ()) is None
