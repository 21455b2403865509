"""The choices about secrets survive a restart, and nothing odd in the file loosens them."""

import pytest

from inspector_app.settings import safety, settings_file
from inspector_app.settings.safety import CLIPBOARD_SECONDS, IDLE_MINUTES, SafetySettings


def test_the_defaults_are_the_careful_ones():
    """A3, A6."""
    assert SafetySettings() == SafetySettings(10, 4, memory_only=False, keep_after_end=False)
    assert safety.from_json({}) == SafetySettings()


@pytest.mark.parametrize("seconds", CLIPBOARD_SECONDS)
@pytest.mark.parametrize("minutes", IDLE_MINUTES)
def test_each_choice_survives_a_restart(tmp_path, seconds, minutes):
    chosen = SafetySettings(seconds, minutes, memory_only=True, keep_after_end=True)
    file = tmp_path / "settings.json"
    settings_file.save(file, settings_file.Settings(safety=chosen))
    assert settings_file.load(file) == (settings_file.Settings(safety=chosen), None)


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
