"""Environments are added, edited, deleted and switched, and no mistake loses what was typed."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMessageBox

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.desktop.widgets import screen_room
from tests.desktop.at_work import inspect, lay_out, press_save, token_of, work_in


def dialog_after(app, do):
    app.window.action_collection[do].trigger()
    return next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())


def test_an_environment_is_added_and_used(start, qtbot):
    app = start()
    dialog = dialog_after(app, ActionId.ADD_ENVIRONMENT)
    dialog.name.setText("  Production ")
    dialog.address.setText("https://Gateway.Example.com/")
    with qtbot.waitSignal(dialog.submitted):
        press_save(dialog)
    assert app.preferences.current.name == "Production"
    assert app.window.environment_button.text() == "Production"
    assert app.window.address_label.text() == "https://gateway.example.com"


def test_the_address_of_a_portal_gets_a_hint_while_it_is_typed(start, qtbot):
    app = start()
    dialog = dialog_after(app, ActionId.ADD_ENVIRONMENT)
    dialog.address.setFocus()
    qtbot.keyClicks(dialog.address, "https://portal-eu1.example.com")
    assert dialog.portal_hint.isVisible()
    assert "apim-" in dialog.portal_hint.text()
    dialog.address.selectAll()
    qtbot.keyClicks(dialog.address, "apim-eu1.example.com")
    assert not dialog.portal_hint.isVisible()
    dialog.reject()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "   ",
        "http://gateway.example.com",
        "ftp://gateway.example.com",
        "https://user:password@gateway.example.com",
        "https://gateway.example.com/other/path",
        "https://gateway.example.com?x=1",
        "https://gateway.example.com#part",
        "gateway.example.com:99999",
        "gate way.example.com",
        "https://",
        "<b>gateway</b>",
        "IAM_S_" + "a" * 32,
    ],
)
def test_a_bad_address_is_explained_in_place(start, qtbot, address):
    app = start()
    dialog = dialog_after(app, ActionId.ADD_ENVIRONMENT)
    dialog.name.setText("Production")
    dialog.address.setText(address)
    press_save(dialog)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert dialog.problem.text()
    assert dialog.address.text() == address
    assert app.preferences.environments == ()
    dialog.reject()


def test_a_name_is_needed_and_is_its_own(start, qtbot):
    app = start()
    work_in(app, "Production", "https://gateway.example.com")
    dialog = dialog_after(app, ActionId.ADD_ENVIRONMENT)
    dialog.address.setText("other.example.com")
    for name in ("", "  ", "PRODUCTION"):
        dialog.problem.hide()
        dialog.name.setText(name)
        press_save(dialog)
        qtbot.waitUntil(dialog.problem.isVisible)
        assert dialog.name.text() == name
    assert len(app.preferences.environments) == 1
    dialog.reject()


def is_whole(widget):
    return widget.visibleRegion().boundingRect().size() == widget.size()


@pytest.mark.parametrize(("room", "is_problem_seen"), [(300, False), (600, True)])
def test_on_a_low_screen_a_mistake_is_seen_and_what_is_wrong_if_there_is_room(
    start, qtbot, monkeypatch, room, is_problem_seen
):
    """Each is where it comes to stand: its section opens at the same moment."""
    app = start()
    frame = QSize(16, app.window.screen().availableSize().height() - room)
    monkeypatch.setattr(screen_room, "_FRAME", frame)
    dialog = dialog_after(app, ActionId.ADD_ENVIRONMENT)
    dialog.name.setText("Production")
    dialog.address.setText("https://gateway.example.com")
    dialog.connection.ca_file.setText("/nowhere/ca.pem")
    press_save(dialog)
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.connection.ca_file)
    lay_out()
    assert not is_whole(dialog.name)
    assert is_whole(dialog.connection.ca_file)
    assert is_whole(dialog.problem) is is_problem_seen
    dialog.reject()


def test_editing_keeps_the_environment_and_fills_the_dialog(start, qtbot):
    app = start()
    before = work_in(app, "Production", "https://gateway.example.com")
    dialog = dialog_after(app, ActionId.EDIT_ENVIRONMENT)
    assert dialog.name.text() == "Production"
    dialog.address.setText("https://other.example.com:8443")
    with qtbot.waitSignal(dialog.submitted):
        press_save(dialog)
    assert app.preferences.current.id == before.id
    assert app.window.address_label.text() == "https://other.example.com:8443"


def test_deleting_asks_first(start, qtbot):
    app = start()
    work_in(app, "First", "https://first.example.com")
    work_in(app, "Second", "https://second.example.com")
    app.window.action_collection[ActionId.DELETE_ENVIRONMENT].trigger()
    box = app.window.findChild(QMessageBox)
    assert "Second" in box.text()
    assert box.defaultButton() is box.escapeButton()
    box.escapeButton().click()
    assert len(app.preferences.environments) == 2
    qtbot.waitUntil(lambda: app.window.findChild(QMessageBox) is None)
    app.window.action_collection[ActionId.DELETE_ENVIRONMENT].trigger()
    box = app.window.findChild(QMessageBox)
    next(b for b in box.buttons() if b is not box.escapeButton()).click()
    assert [one.name for one in app.preferences.environments] == ["First"]
    assert app.preferences.current.name == "First"


def test_with_the_environment_in_use_its_answer_is_put_away(demo, qtbot):
    work_in(demo, "Same gateway", demo.preferences.demo.address)
    inspect(demo, qtbot, token_of(demo, "valid"))
    assert not demo.window.result_view.empty_page.isVisible()
    demo.window.action_collection[ActionId.DELETE_ENVIRONMENT].trigger()
    box = demo.window.findChild(QMessageBox)
    next(one for one in box.buttons() if one is not box.escapeButton()).click()
    assert demo.window.result_view.empty_page.isVisible()


def test_environments_are_there_after_the_next_start(start, qtbot):
    first = start()
    work_in(first, "One", "https://one.example.com")
    work_in(first, "Two", "https://two.example.com")
    first.window.close()
    second = start()
    assert [one.name for one in second.preferences.environments] == ["One", "Two"]
    assert second.preferences.current.name == "Two"


def test_switching_puts_the_answer_away_within_reach_and_keeps_what_was_typed(demo, qtbot):
    result = inspect(demo, qtbot)
    work_in(demo, "Other", "https://other.example.com")
    assert demo.window.result_view.empty_page.isVisible()
    assert demo.window.token_field.get_raw_text() == token_of(demo, "valid")
    demo.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert demo.window.result_view.result is result


def test_inspecting_without_an_environment_asks_for_one(start, qtbot):
    app = start()
    app.window.token_field.set_raw_text("IAM_S_" + "a" * 32)
    dialog = dialog_after(app, ActionId.INSPECT)
    assert app.window.note_label.text()
    dialog.reject()
    assert app.window.token_field.get_raw_text() == "IAM_S_" + "a" * 32


def test_an_environment_can_be_named_on_the_command_line(start, qtbot):
    first = start()
    work_in(first, "One", "https://one.example.com")
    work_in(first, "Two", "https://two.example.com")
    first.window.close()
    assert start("--environment", "one").preferences.current.name == "One"
    missing = start("--environment", "Nowhere")
    assert "no environment of that name" in missing.window.note_label.text()


def test_an_answer_of_the_address_before_is_one_from_elsewhere(demo, qtbot):
    """N3: what is offered with it would go to the new address."""
    work_in(demo, "Moved", demo.demo._gateway.origin)
    inspect(demo, qtbot, token_of(demo, "valid"))
    view, actions = demo.window.result_view, demo.window.action_collection
    assert actions[ActionId.ASK_MORE].isEnabled()
    assert view._origin_bar.isHidden()
    dialog = dialog_after(demo, ActionId.EDIT_ENVIRONMENT)
    dialog.address.setText("https://other.example.com")
    press_save(dialog)
    qtbot.waitUntil(lambda: demo.preferences.current.address == "https://other.example.com")
    actions[ActionId.LAST_ANSWER].trigger()
    assert view.result is not None
    assert not view._origin_bar.isHidden()
    assert not actions[ActionId.ASK_MORE].isEnabled()
