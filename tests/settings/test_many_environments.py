"""Thousands of environments are loaded in the time that reading them takes, and saved whole."""

import json
import time

import pytest

from inspector_app.settings import machine_environments, settings_file
from inspector_app.settings.environment import create_environment
from inspector_app.settings.user_settings import Settings

MANY = 9_000


def settings_of(count):
    return Settings(
        environments=tuple(
            create_environment(f"Environment {one}", f"https://g{one}.example.com")
            for one in range(count)
        )
    )


def test_what_was_saved_is_loaded_however_many_there_are(tmp_path):
    """R6: a file that the app itself has written is never too long for it."""
    file = tmp_path / "settings.json"
    settings = settings_of(MANY)
    settings_file.save(file, settings)
    loaded, notice = settings_file.load(file)
    assert notice is None
    assert loaded.environments == settings.environments


@pytest.mark.timing
def test_the_time_grows_with_their_number_and_not_with_its_square(tmp_path):
    """R3: 9,000 took 23 s."""

    def measure(count):
        file = tmp_path / f"{count}.json"
        settings_file.save(file, settings_of(count))
        machine = tmp_path / f"machine-{count}.json"
        entries = [{"name": f"E {one}", "address": f"https://{one}"} for one in range(count)]
        machine.write_text(json.dumps({"version": 1, "environments": entries}))
        machine.chmod(0o644)
        began = time.process_time()
        assert len(settings_file.load(file)[0].environments) == count
        owner = frozenset({0, machine.stat().st_uid})
        assert len(machine_environments.load([machine], owner)[0]) == count
        return time.process_time() - began

    few = min(measure(MANY // 4) for _ in range(3))
    many = min(measure(MANY) for _ in range(3))
    assert many < 6 * few
    assert many < 2.0
