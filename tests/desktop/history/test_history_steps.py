"""What each step through the history leaves: its menus, what is shown, and what is not done."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.history import history_controller
from inspector_app.desktop.history.note_dialog import NoteDialog
from tests.desktop.history.test_history_controller import answered, entries, recalled, step_back

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def worked(demo, qtbot):
    demo.window.resize(1200, 800)
    answered(demo, qtbot, "valid", "account_disabled", "session_not_found")
    return demo


def open_menu(app, number):
    app.history._open_menu(number, QPoint(1, 1))
    menu: Any = QApplication.activePopupWidget()
    return menu


def list_words(app, number):
    menu = open_menu(app, number)
    words = [one.text() for one in menu.actions()]
    menu.close()
    return words


def test_the_menu_of_an_entry_has_what_can_be_done_with_it_and_does_it(worked, qtbot):
    note, compare, remove = "Note…", "Compare with the shown answer", "Remove from the history"
    history = worked.history
    assert history.shown_number == 3
    assert list_words(worked, 2) == [note, compare, remove]
    assert list_words(worked, 3) == [note, remove]
    history.shown_number = None
    assert list_words(worked, 2) == [note, remove]
    history.shown_number = 3
    history.on_shared(True)
    assert list_words(worked, 2) == [compare, remove]
    history.on_shared(False)
    assert QApplication.activePopupWidget() is None
    history._open_menu(99, QPoint(1, 1))
    assert QApplication.activePopupWidget() is None
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    history.pane.view.contextMenuEvent(asked)
    opened: Any = QApplication.activePopupWidget()
    assert [one.text() for one in opened.actions()] == [note, remove]
    opened.close()
    assert_each_entry_does_what_it_says(worked, qtbot)


def assert_each_entry_does_what_it_says(worked, qtbot):
    asked: list[Any] = []
    worked.history.compare_requested.connect(lambda a, b: asked.append((a, b)))
    menu = open_menu(worked, 2)
    note, compare, remove = menu.actions()
    compare.trigger()
    assert asked == [(3, 2)]
    worked.comparison.close()
    worked.history._compare_with_shown(3)
    assert asked == [(3, 2)]
    note.trigger()
    dialog = worked.window.findChild(NoteDialog)
    assert dialog.isVisible()
    dialog.field.setText("INC-1")
    dialog.save_button.click()
    assert [one.note for one in entries(worked)] == ["", "INC-1", ""]
    remove.trigger()
    menu.close()
    assert [one.number for one in entries(worked)] == [3, 1]
    qtbot.waitUntil(worked.background.is_idle)


def test_steps_end_at_the_first_and_the_last_and_at_a_lock(worked, qtbot):
    history = worked.history
    history.step(-1)
    history.show_entry(3)
    history.show_entry(99)
    assert history._job is None
    history.step(2)
    qtbot.waitUntil(lambda: recalled(worked) is not None)
    assert recalled(worked).number == 1
    assert history._job is None
    history.step(1)
    assert history._job is None
    history.is_locked = True
    history.step(-1)
    assert history._job is None
    history.is_locked = False
    history.step(-1)
    assert history._job is not None
    history.forget_secrets()
    assert history._job is None
    qtbot.waitUntil(worked.background.is_idle)
    assert recalled(worked).number == 1
    history.shown_number = None  # then the latest comes first
    history.step(5)
    qtbot.waitUntil(lambda: recalled(worked).number == 3)
    assert_what_cannot_be_opened_is_said(worked, qtbot)


def assert_what_cannot_be_opened_is_said(worked, qtbot):
    store = worked.history.store
    gone = tuple(replace(one, content=b"") for one in store.history.entries)
    store.history = replace(store.history, entries=gone)
    worked.history.show_entry(1)
    qtbot.waitUntil(lambda: "too large" in worked.window.note_label.text())
    assert recalled(worked).number == 3
    assert worked.history._job is None


def test_it_is_asked_again_only_where_that_can_be(worked, qtbot, monkeypatch):
    history = worked.history
    assert not history.inspect_again()
    step_back(worked, qtbot)
    monkeypatch.setattr(type(worked.runner), "is_running", property(lambda _runner: True))
    assert not history.inspect_again()
    monkeypatch.undo()
    demo = worked.preferences.demo
    worked.preferences.demo = replace(demo, address="http://127.0.0.1:9")
    assert not history.inspect_again()
    history._update_shown()
    assert not history._strip.again_button.isVisibleTo(history._strip)
    worked.preferences.demo = demo
    history._update_shown()
    assert history._strip.again_button.isVisibleTo(history._strip)
    history.store.forget_tokens()
    assert not history._strip.again_button.isVisibleTo(history._strip)
    assert not history.inspect_again()


def test_pane_or_menu_is_shown_by_the_width_and_neither_in_a_locked_window(worked, qtbot):
    history, window = worked.history, worked.window
    least = worked.theme.spacing.to_pixels(history_controller._MIN_WIDTH)

    def seen():
        return (not history.pane.isHidden(), not history._button.isHidden())

    for width, shown in ((least, (True, False)), (least - 1, (False, True))):
        window.resize(width, 700)
        history._update_layout()
        assert seen() == shown
    history.on_locked(True)
    assert seen() == (False, False)
    history.toggle()
    assert not history._is_open
    history.on_locked(False)
    assert seen() == (False, True)
    history.toggle()
    menu: Any = QApplication.activePopupWidget()
    menu.close()
    window.resize(least, 700)
    history.toggle()
    assert (history._is_open, history.pane.is_open) == (True, True)
    assert history.pane.view.hasFocus()
    history.toggle()
    assert not history.pane.is_open
    assert window.token_field.hasFocus()


def test_ages_go_on_while_somebody_may_see_them(worked):
    pane = worked.history.pane
    pane.hide()
    assert not pane._age_timer.isActive()
    worked.window.resize(worked.theme.spacing.to_pixels(history_controller._MIN_WIDTH), 700)
    pane.show()
    assert pane._age_timer.isActive()
    worked.history.store.clear()
    assert not pane._age_timer.isActive()


def test_before_an_answer_there_is_neither_pane_nor_menu(demo):
    history = demo.history
    history.prepare()
    assert history.pane.isHidden()
    assert history._button.isHidden()
    assert history.shown_number is None
    demo.window.resize(1300, 800)
    demo.window.action_collection[ActionId.HISTORY].trigger()
    assert not history.pane.isHidden()


def test_the_shown_one_is_marked_while_it_is_seen_or_compared(worked, qtbot):
    history, view = worked.history, worked.window.result_view

    def marked():
        return history._button.shown_number, history.pane.view.delegate.shown_number

    assert marked() == (3, 3)
    view.hide()
    assert marked() == (None, None)
    view.show()
    assert marked() == (3, 3)
    worked.comparison.compare(3, 2)
    assert view.isHidden()
    assert marked() == (3, 3)
    worked.comparison.close()
    qtbot.waitUntil(worked.background.is_idle)


def test_a_note_is_typed_at_once(appearance, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = NoteDialog(appearance, "INC-1", window)
    assert dialog.focusWidget() is dialog.field
