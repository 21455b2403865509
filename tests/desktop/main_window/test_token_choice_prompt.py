"""Several tokens in one text: a question in the window, before anything is sent."""

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.main_window.token_choice_row import RowTexts
from inspector_app.session.token import Token
from tests.desktop.at_work import inspect, lay_out, work_in
from tests.gateway.faulty_gateway import FaultyGateway, answer

ONE = "IAM_S_" + "Wt4gXc9p" * 4
TWO = "IAM_S_" + "Md7vKj2s" * 16
THREE = "IAM_S_" + "Fz3nQb8y" * 4
WORDS = "orange-marmalade"
TEXT = f"the first {ONE} {WORDS}\n\nthe second {TWO} end\nthe third {THREE} end"
SESSION = b'{"status":0,"success":true,"session":{"expires":7200,"user":{"name":"mara"}}}'


@pytest.fixture
def gateway():
    def reply(wire):
        wire.request()
        wire.send(answer(SESSION))

    with FaultyGateway(reply) as made:
        yield made


@pytest.fixture
def app(start, gateway):
    started = start()
    work_in(started, "Production", f"http://127.0.0.1:{gateway.port}")
    return started


def panel(app):
    return app.window.token_choice.panel


def ask(app, qtbot, text=TEXT):
    inspect(app, qtbot, text)
    assert app.window.token_choice.is_open
    return panel(app)


def press(app, key):
    QTest.keyClick(app.window.focusWidget(), key)


def is_closed(app):
    window = app.window
    return (
        not window.token_choice.is_open
        and not panel(app).isVisible()
        and window.inspect_button.isEnabled()
        and panel(app).rows == ()
        and not panel(app).text_view.toPlainText()
    )


def curl(host, token):
    return f"curl https://{host}/x -H 'Authorization: Bearer {token}'\n\n"


def test_the_chosen_one_is_in_sight_among_many(app, qtbot):
    app.window.resize(900, 640)
    many = "\n".join(f"{number} IAM_S_{f'{number:02}Hq5w' * 5}" for number in range(20, 32))
    question = ask(app, qtbot, many)
    area = question._rows_area.viewport()
    for _ in range(2):
        qtbot.waitUntil(
            lambda: area.rect().contains(
                question.rows[0].geometry().translated(question.rows[0].parent().pos())
            )
        )
        app.window.resize(900, 560)


def test_it_is_asked_in_the_place_of_the_answer_and_nothing_is_sent(app, gateway, qtbot):
    """N2."""
    question = ask(app, qtbot)
    assert question.isVisible()
    assert not app.window.result_view.isVisible()
    assert not app.window.inspect_button.isEnabled()
    assert "3 different tokens" in question.title_label.text()
    assert len(question.rows) == 3
    assert app.window.focusWidget() is question.rows[0]
    assert app.window.token_field.get_raw_text() == TEXT
    assert gateway.requests == []


def test_the_newest_of_a_log_is_called_so(app, qtbot):
    times = zip((ONE, THREE, TWO), (9, 11, 10), strict=True)
    log = [f"2026-08-31T{hour:02}:00:00Z sent with {token} to it" for token, hour in times]
    question = ask(app, qtbot, "\n".join(log))
    assert [", newest" in row.accessibleName() for row in question.rows] == [False, True, False]


def test_another_question_takes_the_place_of_the_one_that_stands(app, qtbot):
    asked = ask(app, qtbot)
    first, count = asked.rows, len(asked.rows)
    asked.ask("Which one?", "", [RowTexts("Session token", "0a1b2c3d", (), "line 1")], 0)
    lay_out()
    assert count > 1
    assert not any(row.isVisible() for row in first)
    assert len(asked.rows) == asked._rows_layout.count() == 1


def test_down_and_enter_inspect_another_one(app, gateway, qtbot):
    question = ask(app, qtbot)
    press(app, Qt.Key.Key_Down)
    assert app.window.focusWidget() is question.rows[1]
    assert Token(TWO).fingerprint in question.inspect_button.text()
    with qtbot.waitSignal(app.runner.answered):
        press(app, Qt.Key.Key_Return)
    assert f"Authorization: Bearer {TWO}".encode() in gateway.received
    assert len(gateway.requests) == 1
    assert is_closed(app)
    assert app.window.result_view.isVisible()
    assert app.window.focusWidget() is app.window.token_field
    assert "one of 3 tokens" in app.window.taken_note.label.text()


def test_up_comes_back_and_the_text_below_moves_along(app, qtbot):
    question = ask(app, qtbot)
    shown = []
    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    for key in (down, down, down, up, up, up):
        press(app, key)
        marked = [one for one in question.text_view.toPlainText().split("\n") if "\u203a" in one]
        assert len(marked) == 1
        shown.append(marked[0].split()[0])
    assert shown == ["3", "4", "4", "3", "1", "1"]
    assert question.chosen_number == 0


def test_enter_held_down_does_not_answer_the_question(app, gateway, qtbot):
    question = ask(app, qtbot)
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "\r",
        autorep=True,
    )
    QApplication.sendEvent(question.rows[0], held)
    assert app.window.token_choice.is_open
    assert gateway.requests == []


def test_escape_puts_the_text_away(app, gateway, qtbot):
    ask(app, qtbot)
    press(app, Qt.Key.Key_Escape)
    assert is_closed(app)
    assert app.window.token_field.get_raw_text() == ""
    assert app.window.focusWidget() is app.window.token_field
    assert app.window.result_view.isVisible()
    assert gateway.requests == []


def test_the_buttons_do_the_same_as_the_keys(app, gateway, qtbot):
    question = ask(app, qtbot)
    question.put_away_button.click()
    assert is_closed(app)
    question = ask(app, qtbot)
    QTest.mouseClick(question.rows[2], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(app.runner.answered):
        question.inspect_button.click()
    assert f"Authorization: Bearer {THREE}".encode() in gateway.received


def test_tab_goes_from_the_chosen_one_to_the_buttons_in_order(app, qtbot):
    """The choices are one stop, whatever their number."""
    question = ask(app, qtbot)
    seen = []
    for _ in range(4):
        press(app, Qt.Key.Key_Tab)
        seen.append(app.window.focusWidget())
    assert seen[:3] == [question.inspect_button, question.all_button, question.put_away_button]
    assert seen[3] not in question.rows
    app.window.token_field.setFocus()
    while app.window.focusWidget() not in question.rows:
        press(app, Qt.Key.Key_Tab)
        assert app.window.focusWidget() is not app.window.inspect_button
    assert app.window.focusWidget() is question.rows[0]


def test_inspecting_again_takes_the_same_one_until_the_text_changes(app, gateway, qtbot):
    ask(app, qtbot)
    press(app, Qt.Key.Key_Down)
    with qtbot.waitSignal(app.runner.answered):
        press(app, Qt.Key.Key_Return)
    with qtbot.waitSignal(app.runner.answered):
        app.window.action_collection[ActionId.INSPECT].trigger()
    assert gateway.received.count(TWO.encode()) == 2
    ask(app, qtbot, f"{TEXT} ")
    assert len(gateway.requests) == 2


def test_another_one_can_be_chosen_afterwards(app, gateway, qtbot):
    ask(app, qtbot)
    again = app.window.taken_note.again_button
    with qtbot.waitSignal(app.runner.answered):
        press(app, Qt.Key.Key_Return)
    assert again.isVisible()
    with qtbot.waitSignal(app.runner.several_tokens):
        again.click()
    assert app.window.token_choice.is_open
    assert app.window.focusWidget() is panel(app).rows[0]
    press(app, Qt.Key.Key_Down)
    with qtbot.waitSignal(app.runner.answered):
        press(app, Qt.Key.Key_Return)
    assert TWO.encode() in gateway.received
    paste_another(app)
    assert not again.isVisible()
    inspect(app, qtbot, f"the only {ONE} end")
    assert app.window.taken_note.isVisible()
    assert not again.isVisible()


def test_what_was_sent_to_the_environments_host_is_proposed(app, gateway, qtbot):
    here = f"127.0.0.1:{gateway.port}"
    question = ask(app, qtbot, curl("apim.example.com", ONE) + curl(here, TWO))
    assert question.chosen_number == 1
    assert "“Production”" in question.hint_label.text()
    assert "another host" in question.rows[0].accessibleName()
    assert "another" not in question.rows[1].accessibleName()


def test_the_host_of_the_chosen_one_is_asked_about_as_ever(app, gateway, qtbot):
    """N3."""
    here = f"127.0.0.1:{gateway.port}"
    ask(app, qtbot, curl("apim.example.com", ONE) + curl(here, TWO))
    press(app, Qt.Key.Key_Up)
    with qtbot.waitSignal(app.runner.host_mismatch):
        press(app, Qt.Key.Key_Return)
    bar = app.prompts.host_mismatch.bar
    assert bar.isVisible()
    assert "apim.example.com" in bar.label.text()
    assert gateway.requests == []
    with qtbot.waitSignal(app.runner.answered):
        bar.second_button.click()
    assert f"Authorization: Bearer {ONE}".encode() in gateway.received


def test_another_environment_of_that_host_is_named(app, gateway, qtbot):
    work_in(app, "Staging", "https://apim.example.com")
    here = f"127.0.0.1:{gateway.port}"
    question = ask(app, qtbot, curl("apim.example.com", ONE) + curl(here, TWO))
    assert "another environment: Production" in question.rows[1].accessibleName()


def forget(app):
    app.presenter.forget_token()


def lock(app):
    app.secret_guards.window_lock.lock()


def paste_another(app):
    app.window.token_field.set_raw_text(ONE)


def delete(app):
    QTest.keyClick(app.window.token_field, Qt.Key.Key_Backspace)


@pytest.mark.parametrize("end", [forget, lock, paste_another, delete])
def test_every_text_of_it_is_gone(app, qtbot, end):
    """A1, A6."""
    ask(app, qtbot)
    end(app)
    assert is_closed(app)
    assert app.window.token_choice.fingerprint == ""
    assert not panel(app).title_label.text()
    assert app.window.result_view.isVisible() is (end is not lock)


def test_another_environment_ends_the_question_and_keeps_the_text(app, qtbot):
    ask(app, qtbot)
    work_in(app, "Staging", "https://apim.example.com")
    assert is_closed(app)
    assert app.window.token_field.get_raw_text() == TEXT


def test_an_opened_answer_is_seen(app, qtbot, tmp_path):
    ask(app, qtbot)
    file = tmp_path / "answer.json"
    file.write_text(json.dumps({"status": 0, "session": {"expires": 7200}}))
    with qtbot.waitSignal(app.file_opener.opened):
        app.file_opener.open(file)
    assert is_closed(app)
    assert app.window.result_view.isVisible()


def test_no_token_is_shown_spoken_or_in_a_tooltip(app, qtbot):
    """A1: nor does a description tell its letters."""
    question = ask(app, qtbot)
    texts = [question.text_view.toPlainText()]
    for one in (app.window, *app.window.findChildren(QWidget)):
        texts += (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        texts += (one.text(),) if callable(getattr(one, "text", None)) else ()
    assert WORDS in texts[0]
    for token in (ONE, TWO, THREE):
        assert not [one for one in texts if token[6:18] in one]
        assert any(Token(token).fingerprint in one for one in texts)


def test_each_choice_is_spoken_with_all_that_tells_it_apart(app, qtbot):
    question = ask(app, qtbot)
    assert question.rows[1].accessibleName() == (
        f"Session token {Token(TWO).fingerprint}, complete. Line 3: in the text"
    )


def test_the_text_around_is_not_shown_to_others(app, qtbot):
    """Whatever stands there may name a person."""
    question = ask(app, qtbot)
    assert WORDS in question.text_view.toPlainText()
    app.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    assert not question.text_view.toPlainText()
    press(app, Qt.Key.Key_Down)
    assert not question.text_view.toPlainText()
    app.secret_guards.screen_share.toggle()
    assert WORDS in question.text_view.toPlainText()


def test_nothing_of_the_text_can_be_selected(app, qtbot):
    """Trap 23: what is selected stays in X11's selection."""
    question = ask(app, qtbot)
    view = question.text_view
    first_word = view.cursorRect().center() + QPoint(60, 0)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first_word)
    QTest.keySequence(app.window.focusWidget(), QKeySequence("Ctrl+A"))
    assert app.window.focusWidget() is not view
    assert not view.textCursor().hasSelection()


@pytest.mark.parametrize("size", [(1120, 770), (1024, 600), (680, 453)])
def test_the_marked_line_and_the_buttons_are_seen_at_every_size(app, qtbot, size):
    """R10."""
    app.window.resize(*size)
    lines = [f"line {number}" for number in range(30)]
    question = ask(app, qtbot, "\n".join([*lines, f"a {ONE} b", *lines, f"a {TWO} b", *lines]))
    press(app, Qt.Key.Key_Down)
    view = question.text_view
    for one in (question.rows[1], question.inspect_button, question.put_away_button):
        qtbot.waitUntil(lambda one=one: one.visibleRegion().boundingRect() == one.rect())
    where = view.cursorRect().center()
    assert view.viewport().rect().contains(where)
