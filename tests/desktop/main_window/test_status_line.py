"""The status line tells of what is shown, and of nothing that was put away."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.widgets.plain_text import from_tooltip_text
from tests.desktop.at_work import inspect, run_out, token_of, work_in
from tests.gateway.faulty_gateway import unused_port

KEYS = Qt.KeyboardModifier


def put_away(app, qtbot):
    app.window.token_field.set_raw_text(token_of(app, "valid") + "x")
    button = app.window.result_view.stale_strip.put_away_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def lock(app, qtbot):
    qtbot.keyClick(app.window, Qt.Key.Key_L, KEYS.ControlModifier)


def switch(app, qtbot):
    del qtbot
    work_in(app, "Other", f"http://127.0.0.1:{unused_port()}")


def forget(app, qtbot):
    del qtbot
    app.window.action_collection[ActionId.FORGET_TOKEN].trigger()


@pytest.fixture
def at_work(demo, qtbot):
    """An answer with a selected row and a message about a copied report."""
    inspect(demo, qtbot, token_of(demo, "valid"))
    demo.window.result_view.tree_view.select_path(("session", "user", "name"))
    bar = demo.window.status_bar
    assert bar.exchange_label.text()
    assert bar.selection_label.text() == "session.user.name"
    with qtbot.waitSignal(demo.export_controller.status_message):
        keys = KEYS.ControlModifier | KEYS.ShiftModifier
        qtbot.keyClick(demo.window, Qt.Key.Key_R, keys)
    assert bar.selection_label.text().startswith("Copied")
    return demo


@pytest.mark.parametrize("way", [put_away, lock, switch, forget])
def test_nothing_of_an_answer_stays_in_the_status_line_when_it_is_put_away(at_work, qtbot, way):
    """A6."""
    way(at_work, qtbot)
    bar = at_work.window.status_bar
    assert at_work.window.result_view.result is None
    assert bar.selection_label.text() == ""
    assert bar.exchange_label.text() == ""
    bar.show_message("Copied.")
    run_out(bar._message_timer)
    assert bar.selection_label.text() == ""


def test_an_answer_that_is_shown_again_has_its_own_exchange_in_the_line(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "valid"))
    line = demo.window.status_bar.exchange_label
    first = line.text()
    demo.demo.stop()
    inspect(demo, qtbot)
    assert line.text() == ""
    demo.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert line.text() == first


def test_screen_share_mode_brings_nothing_back_to_the_empty_page(at_work, qtbot):
    put_away(at_work, qtbot)
    view = at_work.window.result_view
    for _ in range(2):  # on, off
        keys = KEYS.ControlModifier | KEYS.ShiftModifier
        qtbot.keyClick(at_work.window, Qt.Key.Key_M, keys)
        qtbot.waitUntil(at_work.window.action_collection[ActionId.LAST_ANSWER].isVisible)
        assert view.result is None
        assert view.empty_page.isVisible()
        assert not view.banner.isVisible()


def test_an_environment_chosen_while_answers_are_masked_keeps_its_empty_page(demo, qtbot):
    inspect(demo, qtbot)
    qtbot.keyClick(demo.window, Qt.Key.Key_M, KEYS.ControlModifier | KEYS.ShiftModifier)
    assert demo.secret_guards.screen_share._pending
    switch(demo, qtbot)
    qtbot.waitUntil(demo.window.action_collection[ActionId.LAST_ANSWER].isVisible)
    assert demo.window.result_view.result is None


def test_the_tokens_of_the_demo_never_touch_the_keyring(start, qtbot):
    opened = []

    def open_keyring():
        opened.append(1)
        raise AssertionError

    app = start("--demo", keyring=open_keyring)
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    assert app.window.remember_check_box.isChecked()
    assert "keyring" not in app.window.remember_check_box.text()
    inspect(app, qtbot)
    qtbot.waitUntil(app.window.forget_button.isVisible)
    app.window.token_field.clear_text()
    assert inspect(app, qtbot).is_token_from_vault
    lock(app, qtbot)
    qtbot.waitUntil(app.background.is_idle)
    inspect(app, qtbot, token_of(app, "valid"))
    app.window.forget_button.click()
    qtbot.waitUntil(app.background.is_idle)
    assert not opened


def test_it_says_where_the_token_is_kept_and_why_there(start):
    window = start().window
    label, forget, field = (
        window.status_bar.token_location_label, window.forget_button, window.token_field,
    )  # fmt: skip
    kept = "Token kept in: the keyring (0a1b)"
    for location, reason, shown, tooltip in (
        ("the keyring", "", kept, kept),
        ("the keyring", "It was asked for.", kept, "It was asked for."),
        ("", "Nothing is kept here.", "Nothing is kept here.", "Nothing is kept here."),
        ("", "", "", ""),
    ):
        window.show_token_location(location, reason, "0a1b")
        assert label.text() == shown
        assert from_tooltip_text(label.toolTip()) == tooltip
        assert forget.isVisible() is bool(location)
        assert field.placeholderText().startswith("Enter inspects" if location else "Paste the")


def test_the_field_is_marked_where_its_text_is_the_problem_alone(start):
    window = start().window
    for show, text, state in (
        (window.show_problem, "It is cut off.", "problem"),
        (window.show_problem, "", ""),
        (window.show_failure, "The file cannot be read.", ""),
        (window.show_note, "It is new.", ""),
    ):
        show(text)
        assert window.note_label.isVisible() is bool(text)
        assert window.token_field.property("state") == state
