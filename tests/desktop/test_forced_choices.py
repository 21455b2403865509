"""What an administrator set cannot be changed in the window, and the window says so."""

import json
import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_list_dialog import EnvironmentListDialog
from inspector_app.desktop.export.export_dialog import ExportDialog
from inspector_app.desktop.guards.safety_dialog import SafetyDialog
from inspector_app.report.redaction import RedactionLevel
from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.environment import create_environment
from inspector_app.settings.safety import SafetySettings
from inspector_app.settings.user_settings import Language, Settings
from inspector_app.system.paths import Directories
from tests.desktop.at_work import clipboard, inspect

TOKEN = "IAM_S_" + "wQ7z" * 8
FORCED = {
    "memory_only": True,
    "idle_minutes": 2,
    "reveal_credential": False,
    "copy_credential": False,
    "redaction_level": "personal",
    "machine_environments_only": True,
}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="its owners are no user ids")


@pytest.fixture
def forced():
    return FORCED


@pytest.fixture
def directories(tmp_path, forced):
    folder = tmp_path / "machine"
    folder.mkdir()
    policies, environments = folder / "policies.json", folder / "environments.json"
    policies.write_text(json.dumps({"version": 1, "forced": forced}))
    entries = [{"name": "Production", "address": "https://apim.example.com"}]
    environments.write_text(json.dumps({"version": 1, "environments": entries}))
    for file in (policies, environments):
        file.chmod(0o644)
    return Directories(
        tmp_path / "config" / "settings.json",
        tmp_path / "state",
        (environments,),
        (policies,),
        administrators=frozenset({0, policies.stat().st_uid}),
    )


@pytest.fixture
def own(directories):
    """Somebody who had settings before there were policies."""
    mine = create_environment("Mine", "https://mine.example.com")
    settings_file.save(
        directories.settings_file, Settings((mine,), mine.id, language=Language.ENGLISH)
    )
    return mine


def is_disabled_with_a_reason(action):
    return not action.isEnabled() and "administrator" in action.text()


@pytest.mark.parametrize("forced", [{**FORCED, "language": "zh_CN"}])
def test_what_is_forced_is_in_force_and_the_persons_own_choice_stays_in_the_file(
    start, own, directories
):
    app = start()
    safety = app.preferences.settings.safety
    assert (safety.memory_only, safety.idle_minutes) == (True, 2)
    assert app.preferences.settings.language is Language.CHINESE

    app.preferences.save_window_geometry("aaaa")
    app.background.close(5)

    kept = settings_file.load(directories.settings_file)[0]
    assert kept.window_geometry
    assert not kept.safety.memory_only
    assert kept.language is Language.ENGLISH
    assert [one.name for one in kept.environments] == ["Mine"]


def test_the_safety_dialog_shows_it_greyed_and_says_who_set_it(start):
    app = start()
    app.window.action_collection[ActionId.SAFETY].trigger()
    dialog = app.window.findChild(SafetyDialog)
    assert not dialog.idle_choice.isEnabled()
    assert not dialog.memory_only.isEnabled()
    assert dialog.clipboard_choice.isEnabled()
    assert "administrator" in dialog.idle_choice.toolTip()
    dialog.keep_after_end.setChecked(True)
    dialog.accept()
    assert app.preferences.settings.safety.keep_after_end
    assert app.preferences.settings.safety.idle_minutes == 2


@pytest.mark.parametrize("forced", [{"keep_history": False}])
def test_a_history_on_disk_that_is_forbidden_is_not_offered_and_goes(start, directories, qtbot):
    kept = user_settings.Settings(safety=SafetySettings(keep_history=True))
    settings_file.save(directories.settings_file, kept)
    directories.state.mkdir()
    file = directories.state / "history.jsonl"
    file.write_bytes(b"{}")
    app = start()
    app.history_disk.start()
    qtbot.waitUntil(lambda: not file.exists())
    app.window.action_collection[ActionId.SAFETY].trigger()
    dialog = app.window.findChild(SafetyDialog)
    assert not dialog.keep_history.isEnabled()
    assert not dialog.keep_history.isChecked()


@pytest.mark.parametrize("forced", [{**FORCED, "language": "zh_CN"}])
def test_the_language_menu_is_greyed_and_says_who_set_it(start):
    titles = [menu for menu in start().window.findChildren(QMenu) if "语言" in menu.title()]
    (menu,) = titles
    assert not menu.isEnabled()
    assert "管理员" in menu.title()


def test_a_token_can_neither_be_revealed_nor_copied(start, qtbot):
    app = start()
    field = app.window.token_field
    field.set_raw_text(TOKEN)
    actions = app.window.action_collection
    assert is_disabled_with_a_reason(actions[ActionId.REVEAL_TOKEN])
    assert is_disabled_with_a_reason(actions[ActionId.COPY_CREDENTIAL])
    qtbot.keyClick(
        app.window,
        Qt.Key.Key_E,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    field.toggle_revealed()
    assert not field.is_revealed()
    assert TOKEN not in field.text()


@pytest.mark.parametrize("forced", [{"copy_credential": False}])
def test_what_is_revealed_cannot_be_selected_where_copying_alone_is_forbidden(start, qtbot):
    field = start().window.token_field
    field.set_raw_text(TOKEN)
    field.toggle_revealed()
    assert field.text() == TOKEN
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not field.hasSelectedText()
    assert TOKEN not in clipboard()


def test_only_the_administrators_environments_are_there(start, own):
    app = start()
    assert [one.name for one in app.preferences.environments] == ["Production"]
    assert app.preferences.current.name == "Production"
    assert is_disabled_with_a_reason(app.window.action_collection[ActionId.ADD_ENVIRONMENT])
    app.window.action_collection[ActionId.LIST_ENVIRONMENTS].trigger()
    dialog = app.window.findChild(EnvironmentListDialog)
    assert not dialog.add_button.isEnabled()
    assert "administrator" in dialog.add_button.toolTip()
    dialog.reject()


def test_an_export_offers_no_personal_data(demo, qtbot):
    app = demo
    inspect(app, qtbot)
    app.export_controller.open_export_dialog()
    dialog = app.window.findChild(ExportDialog)
    assert not dialog.options.level_buttons[RedactionLevel.SECRETS].isEnabled()
    assert "administrator" in dialog.options.limit_label.text()
    dialog.reject()


def test_an_unusable_file_is_told(start, directories):
    directories.policy_files[0].write_text('{"version": 1, "forced": {"idle_minutes": 3}}')
    app = start()
    assert app.preferences.settings.safety.idle_minutes == 4
    assert "idle_minutes" in app.window.note_label.text()
