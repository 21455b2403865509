"""After each step the keys are where the next one begins: in the token field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMessageBox, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.desktop.main_window.main_window import MainWindow
from inspector_app.session.diagnosis.verdict_model import SuggestedAction
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import inspect, token_of, work_in
from tests.gateway.faulty_gateway import unused_port

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
PASTED = "IAM_S_" + "h" * 32


def open_dialog(app, qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), EnvironmentDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EnvironmentDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def end_dialog(app, qtbot, dialog, which):
    buttons = dialog.findChild(QDialogButtonBox)
    qtbot.mouseClick(buttons.button(which), LEFT)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def has_keys(app):
    """Whether the token field has the keys as soon as the window is active again.

    Offscreen, the window below a dialog does not become active when that closes.
    """
    return app.window.focusWidget() is app.window.token_field


def test_a_window_has_them_there_before_it_is_shown_and_whenever_it_is(demo, qtbot):
    """Keys that are pressed before it is there wait for it."""
    created = MainWindow(demo.theme, demo.preferences)
    qtbot.addWidget(created)
    assert created.focusWidget() is created.token_field
    inspect(demo, qtbot)
    demo.window.result_view.tree_view.setFocus()
    demo.window.hide()
    demo.window.show()
    assert has_keys(demo)


@pytest.mark.parametrize("button", ["Save", "Cancel"])
def test_after_adding_an_environment(start, qtbot, button):
    app = start()
    page = app.window.result_view.empty_page
    add = app.window.action_collection[ActionId.ADD_ENVIRONMENT].text()
    opener = next(one for one in page.findChildren(QWidget) if getattr(one, "text", str)() == add)
    qtbot.mouseClick(opener, LEFT)
    dialog = open_dialog(app, qtbot)
    qtbot.keyClicks(dialog.name, "Production")
    qtbot.keyClicks(dialog.address, "gateway.example.com")
    end_dialog(app, qtbot, dialog, QDialogButtonBox.StandardButton[button])
    assert has_keys(app)


def test_after_choosing_another_environment(demo, qtbot):
    other = work_in(demo, "Other", f"http://127.0.0.1:{unused_port()}")
    demo.presenter.select_environment(demo.preferences.demo)
    inspect(demo, qtbot)
    demo.window.environment_button.setFocus()
    menu = demo.window.environment_button.menu()
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text().startswith(other.name)).trigger()
    assert demo.preferences.current == other
    assert has_keys(demo)


def test_after_deleting_an_environment_or_not(demo, qtbot):
    work_in(demo, "Other", f"http://127.0.0.1:{unused_port()}")
    for role in (QMessageBox.ButtonRole.RejectRole, QMessageBox.ButtonRole.DestructiveRole):
        demo.window.environment_button.setFocus()
        demo.window.action_collection[ActionId.DELETE_ENVIRONMENT].trigger()
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        button = next(one for one in question.buttons() if question.buttonRole(one) is role)
        qtbot.mouseClick(button, LEFT)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        assert has_keys(demo)


def test_enter_in_the_question_deletes_nothing(demo, qtbot):
    """Nor when another appearance has laid its buttons out anew, by which they pass the keys on."""
    work_in(demo, "Other", f"http://127.0.0.1:{unused_port()}")
    demo.window.action_collection[ActionId.DELETE_ENVIRONMENT].trigger()
    question = QApplication.activeModalWidget()
    assert isinstance(question, QMessageBox)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is question.escapeButton())
    before = question.iconPixmap().toImage()
    demo.theme.set_mode(ThemeMode.DARK)
    assert question.iconPixmap().toImage() != before  # in the colours of the other appearance
    assert QApplication.focusWidget() is question.escapeButton()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert [one.name for one in demo.preferences.settings.environments] == ["Other"]


def test_checking_an_address_begins_with_it_and_ends_in_the_token_field(demo, qtbot):
    work_in(demo, "Down", f"http://127.0.0.1:{unused_port()}")
    result = inspect(demo, qtbot, PASTED)
    assert result.judge(0).action is SuggestedAction.CHECK_ADDRESS
    qtbot.mouseClick(demo.window.result_view.banner._action_button, LEFT)
    dialog = open_dialog(demo, qtbot)
    assert dialog.focusWidget() is dialog.address
    assert dialog.address.selectedText() == dialog.address.text()
    end_dialog(demo, qtbot, dialog, QDialogButtonBox.StandardButton.Save)
    assert has_keys(demo)


def test_checking_the_connection_opens_it(demo, qtbot):
    work_in(demo, "Down", f"http://127.0.0.1:{unused_port()}")
    demo.presenter.run_action(SuggestedAction.CHECK_CONNECTION)
    dialog = open_dialog(demo, qtbot)
    assert dialog.connection.ca_file.isVisible()
    assert dialog.focusWidget() is dialog.connection.ca_file
    end_dialog(demo, qtbot, dialog, QDialogButtonBox.StandardButton.Cancel)


def test_whatever_has_the_keys_and_goes_away_gives_them_to_the_token_field(demo, qtbot):
    inspect(demo, qtbot)
    window = demo.window
    holders = [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(holders) > 8
    for one in holders:
        one.setFocus()
        if one.hasFocus() and one is not window.token_field:
            one.hide()
            assert window.token_field.hasFocus(), one
            one.show()
            one.setFocus()
            one.setEnabled(False)
            assert window.token_field.hasFocus(), one
            one.setEnabled(True)


def test_a_page_that_goes_away_gives_the_keys_of_what_is_on_it_to_the_token_field(demo, qtbot):
    inspect(demo, qtbot)
    window = demo.window
    for page in (window.result_view, window.result_view.answer_pages):
        window.result_view.answer_pages.tree_view.setFocus()
        assert page.isAncestorOf(QApplication.focusWidget())
        page.hide()
        assert window.token_field.hasFocus(), page
        page.show()


def test_what_asks_for_another_text_brings_the_keys_to_it(demo, qtbot):
    inspect(demo, qtbot)
    window, pages = demo.window, demo.window.result_view.answer_pages
    pages.tree_view.setFocus()
    window.token_field.toggle_revealed()
    assert has_keys(demo)
    window.token_field.set_raw_text("no token here")
    pages.tree_view.setFocus()
    demo.presenter.inspect()
    qtbot.waitUntil(window.note_label.isVisible)
    assert has_keys(demo)
    window.action_collection[ActionId.FIND].trigger()
    assert window.focusWidget() is pages.find_field


def test_where_no_token_is_kept_the_keys_go_to_where_one_is_pasted(demo, qtbot):
    work_in(demo, "Empty", f"http://127.0.0.1:{unused_port()}")
    demo.window.token_field.clear_text()
    qtbot.waitUntil(demo.background.is_idle)
    demo.window.environment_button.setFocus()
    demo.presenter.inspect()
    assert "Paste the session token" in demo.window.note_label.text()
    assert has_keys(demo)


def test_a_page_that_is_turned_keeps_the_keys(demo, qtbot):
    inspect(demo, qtbot)
    pages = demo.window.result_view.answer_pages
    pages.tree_view.setFocus()
    qtbot.keyClick(pages.tree_view, Qt.Key.Key_3, CONTROL)
    assert pages.request_view.hasFocus()


def test_a_paste_outside_of_a_text_field_goes_to_the_token_field(demo, qtbot):
    inspect(demo, qtbot)
    window = demo.window
    clipboard = QGuiApplication.clipboard()
    for page in (ActionId.SHOW_JSON, ActionId.SHOW_REQUEST, ActionId.SHOW_TREE):
        window.action_collection[page].trigger()
        holders = [
            one
            for one in window.findChildren(QWidget)
            if one.isVisible()
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(one, QLineEdit)
        ]
        for one in holders:
            window.token_field.clear_text()
            clipboard.setText(PASTED)
            one.setFocus()
            qtbot.keyClick(one, Qt.Key.Key_V, CONTROL)
            qtbot.waitUntil(lambda: window.token_field.get_raw_text() == PASTED)
            assert window.token_field.hasFocus()


@pytest.mark.parametrize("name", ["find_field", "organization_field"])
def test_a_paste_into_another_text_field_stays_there(demo, qtbot, name):
    inspect(demo, qtbot)
    token = demo.window.token_field.get_raw_text()
    field = getattr(demo.window.result_view.answer_pages, name)
    field.setFocus()
    QGuiApplication.clipboard().setText("o15578227985571")
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: field.text() == "o15578227985571")
    assert demo.window.token_field.get_raw_text() == token


def test_a_scenario_of_the_demo_that_is_chosen_leaves_the_keys_in_the_token_field(demo, qtbot):
    demo.window.scenario_button.setFocus()
    with qtbot.waitSignal(demo.runner.ended):
        scenario = next(one for one in demo.demo.scenarios if one.id == "session_not_found")
        demo.window.scenario_button.pick_scenario(scenario)
    assert has_keys(demo)
    assert demo.window.token_field.get_raw_text() == token_of(demo, "session_not_found")
