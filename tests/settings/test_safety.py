"""The choices about secrets survive a restart, and nothing odd in the file loosens them."""

import pytest

from inspector_app.settings import safety, settings_file, user_settings
from inspector_app.settings.safety import CLIPBOARD_SECONDS, IDLE_MINUTES, SafetySettings


def test_the_defaults_are_the_careful_ones():
    """A3, A6."""
    assert safety.to_json(SafetySettings()) == {
        "clipboard_seconds": 10,
        "idle_minutes": 4,
        "memory_only": False,
        "keep_after_end": False,
        "keep_history": False,
    }
    assert safety.from_json({}) == SafetySettings()


def test_what_can_be_chosen_and_no_other():
    """A3, A6."""
    assert CLIPBOARD_SECONDS == (10, 20, 30, 60, 120, 300, None)
    assert IDLE_MINUTES == (1, 2, 4, 10, 30, 60, None)


@pytest.mark.parametrize("name", ["memory_only", "keep_after_end", "keep_history"])
def test_each_choice_of_yes_or_no_is_its_own(name):
    read = safety.from_json({name: True})
    assert [one for one, value in safety.to_json(read).items() if value is True] == [name]
    with pytest.raises(TypeError):
        safety.from_json({name: None})


@pytest.mark.parametrize("seconds", CLIPBOARD_SECONDS)
@pytest.mark.parametrize("minutes", IDLE_MINUTES)
def test_each_choice_survives_a_restart(tmp_path, seconds, minutes):
    chosen = SafetySettings(seconds, minutes, memory_only=True, keep_after_end=True)
    file = tmp_path / "settings.json"
    settings_file.save(file, user_settings.Settings(safety=chosen))
    assert settings_file.load(file) == (user_settings.Settings(safety=chosen), None)


@pytest.mark.parametrize("odd", [0, -1, 11, 10.0, True, "10", 10**30, [], {}])
def test_what_is_not_on_offer_becomes_the_default(odd):
    read = safety.from_json({"clipboard_seconds": odd, "idle_minutes": odd})
    assert (read.clipboard_seconds, read.idle_minutes) == (10, 4)


@pytest.mark.parametrize("file", [None, [], 1, {"memory_only": 1}, {"keep_after_end": "yes"}])
def test_the_wrong_type_is_refused(file):
    with pytest.raises(TypeError):
        safety.from_json(file)


def test_members_of_a_later_release_are_kept():
    assert safety.to_json(safety.from_json({"later": [1]}))["later"] == [1]
