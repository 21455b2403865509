"""An administrator's environments: there at once, marked, not to be changed, good to work in."""

import json

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QMenu

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.inspection import connection_secrets
from inspector_app.settings import settings_file
from inspector_app.system.paths import Directories
from tests.desktop.at_work import inspect, press_save, work_in
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.session.answers import CREDENTIAL, SUCCESS


@pytest.fixture
def gateway():
    def reply(wire):
        wire.request()
        wire.send(answer(json.dumps(SUCCESS).encode(), "Content-Type: application/json"))

    with FaultyGateway(reply) as made:
        yield made


@pytest.fixture
def machine_file(tmp_path, gateway):
    path = tmp_path / "machine" / "environments.json"
    path.parent.mkdir()
    one = {"name": "Production", "address": f"http://127.0.0.1:{gateway.port}"}
    signed = {**one, "name": "Signed", "connection": {"access_key": "key-1"}}
    path.write_text(json.dumps({"version": 1, "environments": [one, signed]}))
    path.chmod(0o644)
    return path


@pytest.fixture
def directories(tmp_path, machine_file):
    return Directories(
        tmp_path / "config" / "settings.json",
        tmp_path / "state",
        (machine_file,),
        administrators=frozenset({0, machine_file.stat().st_uid}),
    )


def entries(app):
    menu = app.window.environment_button.findChild(QMenu)
    menu.aboutToShow.emit()
    return menu.actions()


def words(app):
    return [entry.text().partition("\t")[0] for entry in entries(app)]


def test_at_a_first_start_the_first_of_them_is_in_use_and_marked(start):
    app = start()

    assert app.preferences.current.name == "Production"
    assert words(app)[:2] == [
        "Production (set by your administrator)",
        "Signed (set by your administrator)",
    ]
    assert "set by your administrator" in app.window.environment_button.accessibleName()
    assert "127.0.0.1" in app.window.address_label.text()
    assert not app.window.scenario_button.isVisible()


def test_it_offers_a_look_and_says_why_there_is_no_more(start):
    app = start()
    actions = app.window.action_collection

    said = entries(app)

    assert actions[ActionId.EDIT_ENVIRONMENT] not in said
    assert actions[ActionId.DELETE_ENVIRONMENT] not in said
    refused = next(one for one in said if "cannot be changed" in one.text())
    assert not refused.isEnabled()
    before = app.preferences.environments
    actions[ActionId.DELETE_ENVIRONMENT].trigger()
    assert app.preferences.environments == before

    next(one for one in said if one.text().startswith("Look at")).trigger()
    dialog = app.window.findChild(EnvironmentDialog)
    assert dialog.name.isReadOnly()
    assert dialog.address.isReadOnly()
    assert not dialog.choices.isEnabled()
    assert not dialog.connection.secret_key.isEnabled()
    assert "administrator" in dialog.origin.text()
    assert [one.text() for one in dialog.findChild(QDialogButtonBox).buttons()] == [
        "Close",
        "Test connection",
    ]
    dialog.close()


def test_the_secret_of_one_can_be_entered_and_goes_to_the_persons_keyring(start, qtbot):
    app = start()
    app.presenter.select_environment_by_name("Signed")
    app.window.action_collection[ActionId.EDIT_ENVIRONMENT].trigger()
    dialog = app.window.findChild(EnvironmentDialog)
    assert dialog.connection.secret_key.isEnabled()

    dialog.connection.secret_key.setText("a-secret-of-the-application")
    press_save(dialog)
    qtbot.waitUntil(lambda: app.window.findChild(EnvironmentDialog) is None)
    qtbot.waitUntil(app.background.is_idle)

    vault = app.secret_guards._parts.token_store._vault_provider.get_vault()
    kept = connection_secrets.fetch_secret_key(vault, app.preferences.current)
    assert kept is not None
    assert app.preferences.settings.environments == ()


def test_what_is_learned_while_working_in_one_is_kept_in_the_persons_settings(
    start, qtbot, directories, machine_file
):
    app = start()
    before = machine_file.read_bytes()

    inspect(app, qtbot, CREDENTIAL)
    qtbot.waitUntil(app.background.is_idle)

    current = app.preferences.current
    assert current.connection.accepted is not None
    again, _ = settings_file.load(directories.settings_file)
    assert dict(again.machine.accepted)[current.id] is current.connection.accepted
    assert again.environments == ()
    assert machine_file.read_bytes() == before


def test_a_persons_environment_of_the_same_name_stays_and_can_be_edited(start):
    app = start()

    own = work_in(app, "Production", "https://own.example.com")

    assert words(app)[2] == "Production"
    assert app.preferences.current.id == own.id
    app.window.action_collection[ActionId.EDIT_ENVIRONMENT].trigger()
    dialog = app.window.findChild(EnvironmentDialog)
    assert not dialog.name.isReadOnly()
    assert dialog.choices.isEnabled()
    assert "production" not in dialog._taken_names
    dialog.close()


def test_the_one_that_was_in_use_is_in_use_at_the_next_start(start, qtbot, directories):
    first = start()
    work_in(first, "Mine", "https://own.example.com")
    first.presenter.select_environment_by_name("signed")
    qtbot.waitUntil(first.background.is_idle)

    assert start().preferences.current.name == "Signed"

    first.presenter.select_environment_by_name("mine")
    qtbot.waitUntil(first.background.is_idle)
    assert start().preferences.current.name == "Mine"


def test_a_file_that_cannot_be_used_is_told_and_the_app_goes_on(start, machine_file):
    """R6."""
    machine_file.write_text("{")

    app = start()

    assert "your administrator" in app.window.note_label.text()
    assert app.preferences.current is None
