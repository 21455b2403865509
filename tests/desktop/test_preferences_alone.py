"""The preferences alone: which environment is in use, what is written, and who is told."""

import json
from dataclasses import replace

import pytest

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.preferences import EnvironmentOrigin, Preferences
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.translatable_text import tr
from inspector_app.settings import settings_file
from inspector_app.settings.environment import Environment, create_environment
from inspector_app.settings.machine_environments import _ID_PREFIX
from inspector_app.settings.user_settings import Settings, ThemeMode

OWN = [create_environment(f"Own {number}", f"https://o{number}.example.com") for number in range(3)]
MACHINE = Environment(f"{_ID_PREFIX}m1", "Machine", "https://m.example.com")
DEMO = Environment("demo", "Demo", "http://127.0.0.1:1")


@pytest.fixture
def made(qapp, tmp_path, qtbot):
    background = BackgroundExecutor()
    settings = Settings(environments=tuple(OWN))
    one = Preferences(settings, tmp_path / "new" / "settings.json", background, machine=(MACHINE,))
    yield one
    qtbot.waitUntil(background.is_idle)
    background.close(5.0)


def listen(one):
    told: list[str] = []
    for name in ("changed", "current_changed", "not_saved"):
        getattr(one, name).connect(lambda *_values, name=name: told.append(name))
    return told


def test_an_environment_is_the_persons_the_administrators_or_the_demos(made):
    assert made.environments == (MACHINE, *OWN)
    assert made.machine == (MACHINE,)
    made.demo = DEMO
    assert made.environments == (MACHINE, *OWN, DEMO)
    origins = [made.get_origin(one) for one in made.environments]
    kinds = EnvironmentOrigin
    assert origins == [kinds.MACHINE, *[kinds.OWN] * 3, kinds.DEMO]


def test_the_one_in_use_is_the_one_that_was_chosen_last(made):
    told = listen(made)
    made.select_environment(OWN[1])
    assert (made.current, made.own_current) == (OWN[1], OWN[1])
    made.select_environment(MACHINE)
    assert (made.current, made.own_current) == (MACHINE, None)
    assert told == ["changed", "changed"]
    before = made.settings
    made.add_demo_environment(DEMO)
    assert (made.current, made.own_current, made.demo) == (DEMO, None, DEMO)
    assert made.settings == before
    assert len(told) == 3
    made.select_environment(OWN[2])
    assert made.current == OWN[2]
    made.remove_environment(OWN[2])
    assert made.current in OWN
    assert OWN[2] not in made.environments


def test_what_changes_nothing_is_not_written(made):
    told = listen(made)
    made.save_window_geometry(made.settings.window_geometry)
    made.move_environment(OWN[0], 0)
    made.add_environments(())
    assert told == []
    made.save_window_geometry("geometry")
    made.move_environment(OWN[0], 2)
    assert [one.name for one in made.settings.environments] == ["Own 1", "Own 2", "Own 0"]
    made.add_environments((create_environment("New", "https://n.example.com"),))
    assert made.settings.environments[-1].name == "New"
    assert made.settings.window_geometry == "geometry"
    assert told == ["changed"] * 3


def test_the_form_that_a_gateway_took_is_kept_with_its_environment(made):
    told = listen(made)
    bare = AuthorizationScheme.BARE
    for _ in range(2):
        made.save_accepted_form(OWN[1], bare)
        made.save_accepted_form(MACHINE, bare)
        made.save_accepted_form(DEMO, bare)
    assert [one.connection.accepted for one in made.settings.environments] == [None, bare, None]
    assert made.machine[0].connection.accepted is bare
    assert told == ["changed"] * 2


def test_what_another_window_wrote_is_taken_over_and_only_that_is_told(made, qtbot):
    told = listen(made)
    made.update_settings(replace(made.settings, theme_mode=ThemeMode.DARK))
    qtbot.waitUntil(made._background.is_idle)
    known = made._saved
    told.clear()
    made._on_read(known, None)
    made._on_read(known, known)
    assert told == []
    made._on_read(known, replace(known, window_geometry="theirs"))
    assert told == []  # each window has its own
    made._on_read(known, replace(known, remember_token=not known.remember_token))
    assert told == ["changed"]
    assert made.settings.remember_token is not known.remember_token
    assert made.settings.theme_mode is ThemeMode.DARK
    current = made.current
    moved = tuple(
        replace(one, address="https://moved.example.com") if one.id == current.id else one
        for one in known.environments
    )
    made._on_read(made._saved, replace(made._saved, environments=moved))
    assert told == ["changed", "changed", "current_changed"]
    assert made.current.address == "https://moved.example.com"


def test_another_one_in_use_is_told_though_it_has_the_same_address(made):
    """An answer is of one environment: the other may ask with other secrets."""
    twin = replace(OWN[1], address=OWN[0].address)
    known = made._saved
    made._on_read(known, replace(known, environments=(OWN[0], twin)))
    assert made.current == OWN[0]
    told = listen(made)
    made._on_read(made._saved, replace(made._saved, environments=(twin,)))
    assert told == ["changed", "current_changed"]
    assert made.current == twin


def test_what_could_not_be_written_comes_with_the_next_change(made, qtbot, tmp_path):
    told = listen(made)
    base = made._saved
    (tmp_path / "new").write_text("in the way")
    made.update_settings(replace(made.settings, window_geometry="first"))
    qtbot.waitUntil(lambda: "not_saved" in told)
    assert made._saved == base
    (tmp_path / "new").unlink()
    (tmp_path / "new").mkdir()
    made.update_settings(replace(made.settings, theme_mode=ThemeMode.DARK))
    qtbot.waitUntil(made._background.is_idle)
    written = settings_file.read(tmp_path / "new" / "settings.json")
    assert written is not None
    assert (written.window_geometry, written.theme_mode) == ("first", ThemeMode.DARK)
    made._on_saved(base, base, tr("Again."))
    assert made._saved == base


def test_what_could_not_be_written_survives_what_another_window_writes(made, qtbot, tmp_path):
    told = listen(made)
    made.update_settings(replace(made.settings, remember_token=False))
    qtbot.waitUntil(made._background.is_idle)
    file = tmp_path / "new" / "settings.json"
    known = made._saved
    file.parent.rename(tmp_path / "aside")
    file.parent.write_text("in the way")
    made.update_settings(replace(made.settings, theme_mode=ThemeMode.DARK))
    qtbot.waitUntil(lambda: "not_saved" in told)
    file.parent.unlink()
    file.parent.mkdir()
    theirs = replace(known, text_size=150)
    settings_file.save(file, theirs)
    made._on_read(known, theirs)
    made.update_settings(replace(made.settings, zone="UTC"))
    qtbot.waitUntil(made._background.is_idle)
    written = settings_file.read(file)
    assert written is not None
    assert (written.theme_mode, written.text_size) == (ThemeMode.DARK, 150)
    assert (written.zone, written.remember_token) == ("UTC", False)


def test_the_folder_is_made_and_watched(made, qtbot, tmp_path):
    made.watch_file()
    qtbot.waitUntil(lambda: bool(made._watcher.directories()))
    assert made._watcher.directories() == [str(tmp_path / "new")]
    assert made._reading_timer.isSingleShot()
    theirs = replace(made.settings, theme_mode=ThemeMode.CONTRAST)
    (tmp_path / "new" / "x").write_text(json.dumps("noise"))
    settings_file.update(tmp_path / "new" / "settings.json", made.settings, theirs)
    qtbot.waitUntil(lambda: made.settings.theme_mode is ThemeMode.CONTRAST)
