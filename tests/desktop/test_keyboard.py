"""Everything is reached and done by keys, in the order in which the window is read."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from tests.desktop.at_work import inspect, token_of, work_in
from tests.gateway.faulty_gateway import unused_port

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def walk(app, qtbot, key=Qt.Key.Key_Tab):
    """The widgets that Tab goes to, from the token field once round."""
    app.window.token_field.setFocus()
    seen = []
    for _ in range(60):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), key)
        if QApplication.focusWidget() is app.window.token_field:
            return seen
    raise AssertionError("Tab does not come round")


def place(app, widget):
    """Where a widget stands: its line, and where in that it begins."""
    at = widget.mapTo(app.window, QPoint(0, widget.height() // 2))
    return at.y() // 12, at.x()


def assert_in_reading_order(app, seen):
    first = min(range(len(seen)), key=lambda number: place(app, seen[number]))
    places = [place(app, one) for one in (*seen[first:], *seen[:first])]
    assert places == sorted(places)


@pytest.mark.parametrize("scenario", ["valid", "session_not_found", "wrong_time"])
def test_tab_goes_as_the_window_is_read(demo, qtbot, scenario):
    known = {one.id for one in demo.demo.scenarios}
    inspect(demo, qtbot, token_of(demo, scenario if scenario in known else "valid"))
    seen = walk(demo, qtbot)
    banner = demo.window.result_view.banner
    links = [one for one in banner.findings_list.findChildren(QPushButton) if one.isVisible()]
    assert set(links) <= set(seen)
    assert demo.window.result_view.tree_view in seen
    assert_in_reading_order(demo, seen)
    back = walk(demo, qtbot, Qt.Key.Key_Backtab)
    assert back[1:] == seen[:0:-1]


def test_questions_and_notices_are_reached_where_they_stand(demo, qtbot):
    work_in(demo, "Other", f"http://127.0.0.1:{unused_port()}")
    demo.window.token_field.set_raw_text(
        f"curl -H 'Authorization: Bearer IAM_S_{'e' * 32}' https://gateway.example.com/x"
    )
    with qtbot.waitSignal(demo.runner.host_mismatch):
        qtbot.keyClick(demo.window.token_field, Qt.Key.Key_Return)
    demo.secret_guards.notice_bar.show_notice("Something", "Do it", lambda: None)
    seen = walk(demo, qtbot)
    bar = demo.prompts.host_mismatch.bar
    notice = demo.secret_guards.notice_bar
    assert {bar.first_button, bar.second_button, notice.action_button} <= set(seen)
    assert_in_reading_order(demo, seen)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("variant", ButtonVariant)
def test_enter_presses_the_button_that_has_the_focus(appearance, qtbot, variant, key):
    button = Button(appearance, variant, "Do it")
    qtbot.addWidget(button)
    button.show()
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_every_button_of_the_window_is_one_of_these(demo, qtbot):
    inspect(demo, qtbot)
    assert all(isinstance(one, Button) for one in demo.window.findChildren(QPushButton))


def test_the_eye_has_a_key(demo, qtbot):
    field = demo.window.token_field
    demo.window.environment_button.setFocus()
    qtbot.keyClick(demo.window.environment_button, Qt.Key.Key_E, CONTROL | SHIFT)
    assert field.is_revealed()
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_E, CONTROL | SHIFT)
    assert not field.is_revealed()


def test_the_keys_of_the_pages_move_into_them(demo, qtbot):
    inspect(demo, qtbot)
    pages = demo.window.result_view.answer_pages
    for key, target in (
        (Qt.Key.Key_2, pages.json_view.text_view),
        (Qt.Key.Key_3, pages.request_view),
        (Qt.Key.Key_1, pages.tree_view),
        (Qt.Key.Key_1, pages.tree_view),
    ):
        demo.window.token_field.setFocus()
        qtbot.keyClick(demo.window.token_field, key, CONTROL)
        assert target.hasFocus()
    demo.demo.stop()
    inspect(demo, qtbot)
    qtbot.keyClick(demo.window.token_field, Qt.Key.Key_1, CONTROL)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert pages.no_answer_page.isAncestorOf(focused)
    assert focused.text() == demo.window.action_collection[ActionId.LAST_ANSWER].text()
