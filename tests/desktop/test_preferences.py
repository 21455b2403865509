"""Two windows share one settings file: neither loses what the other wrote, and each hears of it."""

from dataclasses import replace

import pytest

from inspector_app.settings import settings_file
from tests.desktop.at_work import work_in


@pytest.fixture
def two(start, qtbot):
    """Two windows, as after two starts."""
    windows = start(), start()
    for one in windows:  # each watches once its first paint is over
        qtbot.waitUntil(lambda one=one: one.preferences._watcher.directories() != [])
    return windows


def read_names(directories):
    written = settings_file.read(directories.settings_file)
    assert written is not None
    return {one.name for one in written.environments}


def names(app):
    return {one.name for one in app.preferences.environments}


def test_both_windows_have_all_environments_and_stay_where_they_are(two, directories, qtbot):
    """R8"""
    first, second = two
    work_in(first, "First", "https://first.example.com")
    work_in(second, "Second", "https://second.example.com")
    qtbot.waitUntil(lambda: names(first) == names(second) == {"First", "Second"})
    assert first.preferences.current.name == "First"
    assert second.preferences.current.name == "Second"
    qtbot.waitUntil(lambda: first.background.is_idle() and second.background.is_idle())
    assert read_names(directories) == {"First", "Second"}


def test_a_hundred_interleaved_changes_lose_nothing(two, directories, qtbot):
    """R8"""
    for number in range(50):
        for app in two:
            work_in(app, f"{number} of {two.index(app)}", "https://many.example.com")
    qtbot.waitUntil(lambda: len(names(two[0])) == len(names(two[1])) == 100, timeout=20_000)
    qtbot.waitUntil(lambda: all(app.background.is_idle() for app in two))
    assert len(read_names(directories)) == 100


def test_a_deleted_environment_goes_from_the_other_window_and_its_answer_too(two, qtbot):
    """R8"""
    first, second = two
    environment = work_in(first, "Shared", "https://shared.example.com")
    qtbot.waitUntil(lambda: names(second) == {"Shared"})
    with qtbot.waitSignal(second.preferences.current_changed):
        first.preferences.remove_environment(environment)
    assert second.preferences.current is None


def test_a_change_while_the_file_is_read_is_not_taken_back(two, qtbot):
    first, second = two
    work_in(first, "Shared", "https://shared.example.com")
    qtbot.waitUntil(lambda: names(second) == {"Shared"})
    for zone in ("UTC", "Asia/Shanghai", "Europe/Berlin"):
        second.preferences._read_file()
        second.preferences.update_settings(replace(second.preferences.settings, zone=zone))
    qtbot.waitUntil(second.background.is_idle)
    assert second.preferences.settings.zone == "Europe/Berlin"
    qtbot.waitUntil(lambda: first.preferences.settings.zone == "Europe/Berlin")


def test_what_could_not_be_written_is_written_with_the_next_change(start, directories, qtbot):
    app = start()
    folder = directories.settings_file.parent
    qtbot.waitUntil(lambda: app.preferences._watcher.directories() != [])
    qtbot.waitUntil(app.background.is_idle)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("a file in the place of the folder")
    with qtbot.waitSignal(app.preferences.not_saved):
        work_in(app, "Early", "https://early.example.com")
    folder.unlink()
    work_in(app, "Late", "https://late.example.com")
    qtbot.waitUntil(app.background.is_idle)
    qtbot.waitUntil(lambda: settings_file.read(directories.settings_file) is not None)
    assert read_names(directories) == {"Early", "Late"}
