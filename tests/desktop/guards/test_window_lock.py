"""A locked window shows nothing and holds nothing, and one key brings the answer back."""

import gc
import json
import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QPushButton,
    QToolTip,
    QWidget,
)

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.background import Lane
from inspector_app.session.token import Token
from inspector_app.vault.backends import open_backend
from tests.desktop.at_work import (
    clipboard,
    inspect,
    list_objects,
    look_at_each_page,
    rows,
    run_out,
    token_of,
    work_in,
)
from tests.gateway.faulty_gateway import FaultyGateway, Wire, answer

NAME = "Marabella Quist"
TOKEN = "opaque-" + "u7T" * 14


@pytest.fixture
def gateway():
    def reply(wire):
        wire.request()
        user = {"name": NAME, "email": "marabella@example.com"}
        session = {"id": TOKEN, "user": user, "expires": 7200}
        body = {"status": 0, "success": True, "session": session}
        wire.send(answer(json.dumps(body).encode(), "Content-Type: application/json"))

    with FaultyGateway(reply) as made:
        yield made


def seen(window):
    """Every text that the window shows, or would show to a screen reader."""
    texts = [window.windowTitle()]
    for widget in [window, *window.findChildren(QWidget)]:
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        texts += [widget.text()] if isinstance(widget, QLabel) else []
    texts += [cell for row in rows(window.result_view.tree_view.outline_model) for cell in row]
    texts += [
        cell
        for row in rows(window.result_view.answer_pages.request_view.outline_model)
        for cell in row
    ]
    texts += [
        window.result_view.answer_pages.json_view.text_view.toPlainText(),
        window.token_field.text(),
        window.token_field.placeholderText(),
    ]
    return "\n".join(texts)


def held(app, qtbot):
    """Whatever in this process still holds the token of the test: a ``Token`` or a text with it.

    The gateway of the test keeps the requests that it was sent, and the test its own constant.
    """
    objects = list_objects(app, qtbot, without_garbage=True)
    holders = [one for one in objects if not isinstance(one, Wire)]
    return [
        (type(one), type(text))
        for one in holders
        for text in [one, *gc.get_referents(one)]
        if text is not TOKEN and _has_it(text)
    ]


def _has_it(thing):
    if isinstance(thing, Token):
        return thing.reveal() == TOKEN
    if isinstance(thing, str):
        return TOKEN in thing
    return isinstance(thing, bytes | bytearray) and TOKEN.encode() in thing


@pytest.fixture
def at_work(demo, gateway, qtbot):
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    inspect(demo, qtbot, TOKEN)
    inspect(demo, qtbot)
    look_at_each_page(demo)
    assert NAME in seen(demo.window)
    qtbot.waitUntil(demo.background.is_idle)
    return demo


@pytest.mark.parametrize("event", ["key", "idle", "screen"])
@pytest.mark.timing
def test_each_event_blanks_the_window_and_drops_the_token_within_a_second(at_work, qtbot, event):
    """A6."""
    window, guards = at_work.window, at_work.secret_guards
    assert held(at_work, qtbot)
    began = time.monotonic()
    if event == "key":
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    elif event == "idle":
        guards.idle_timer.set_timeout(0)  # minutes: they are over at once
    else:
        guards.screen_lock_monitor.notify_locked()
    qtbot.waitUntil(guards.window_lock.page.isVisible)
    assert not window.result_view.isVisible()
    qtbot.waitUntil(at_work.background.is_idle)
    QApplication.processEvents()  # what the last job made is on its way, with what it is made of
    assert time.monotonic() - began < 1.0  # the search below takes longer than the lock
    assert not held(at_work, qtbot)
    texts = seen(window)
    assert NAME not in texts
    assert "marabella" not in texts
    assert not window.action_collection[ActionId.LAST_ANSWER].isVisible()
    assert not window.action_collection[ActionId.COPY_REPORT].isEnabled()


@pytest.mark.parametrize(
    "question",
    [ActionId.HELP, ActionId.SAFETY, ActionId.EDIT_ENVIRONMENT, ActionId.ADD_ENVIRONMENT,
     ActionId.DELETE_ENVIRONMENT, ActionId.OPEN, ActionId.EXPORT],
)  # fmt: skip
def test_an_open_question_is_put_away_so_that_one_key_brings_the_answer_back(
    at_work, qtbot, question
):
    """A6: what was typed into it goes with it."""
    at_work.window.action_collection[question].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    at_work.window.action_collection[ActionId.LOCK].trigger()
    assert QApplication.activeModalWidget() is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [at_work.window]
    assert at_work.window.token_field.hasFocus()


MARK = "q7Zv"
"""What the test types everywhere; the gateway's answer is full of it too."""


def list_texts():
    """Every text that any window or widget has in it, with the name of its kind."""
    for widget in QApplication.allWidgets():
        kind = type(widget).__name__
        for name in ("text", "toPlainText", "displayText", "title", "get_raw_text"):
            if callable(getattr(widget, name, None)) and not isinstance(widget, QMenu):
                yield f"{kind}.{name}", str(getattr(widget, name)())
        for name in ("toolTip", "statusTip", "whatsThis", "accessibleName", "windowTitle",
                     "accessibleDescription"):  # fmt: skip
            yield f"{kind}.{name}", getattr(widget, name)()
        for action in widget.actions():
            yield f"action of {kind}", action.text() + action.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for row in rows(widget.model()):
                yield f"{kind}'s rows", "".join(str(cell) for cell in row)
    yield "tooltip", QToolTip.text()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield "clipboard", QGuiApplication.clipboard().text(mode)


@pytest.fixture
def marked(start, qtbot):
    """The app on a gateway whose every text has the mark in it."""

    def reply(wire):
        wire.request()
        place = {"id": f"o{MARK}", "name": f"{MARK} Office"}
        user = {"id": f"u{MARK}", "name": f"{MARK} Person", "state": 0, "description": MARK * 300}
        session = {"id": TOKEN, "user": user, "workingOrganization": place, f"x{MARK}": MARK}
        body = {"status": 0, "success": True, "session": session, "message": MARK}
        wire.send(answer(json.dumps(body).encode(), f"X-{MARK}: {MARK}"))

    with FaultyGateway(reply) as served:
        app = start()
        work_in(app, "Test", f"http://127.0.0.1:{served.port}")
        yield app


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_locked_window_is_empty_everywhere(marked, qtbot):
    """A6: no text of the answer, nor one that was typed to it, is in any widget, seen or not."""
    window, view = marked.window, marked.window.result_view
    inspect(marked, qtbot, TOKEN)
    pages = view.answer_pages
    for page in (ActionId.SHOW_JSON, ActionId.SHOW_REQUEST, ActionId.SHOW_TREE):
        window.action_collection[page].trigger()
        qtbot.waitUntil(marked.background.is_idle)
    qtbot.keyClicks(pages.find_field, MARK)
    pages.organization_field.setText(MARK)
    pages.question_field.setText(MARK)
    view.banner.note_field.setText(MARK)
    window.show_note(f"About {MARK}")
    view.tree_view.select_path(("session", "user", "description"))
    window.action_collection[ActionId.SHOW_DETAILS].trigger()
    window.action_collection[ActionId.HISTORY].trigger()
    window.status_bar.show_message(f"Copied {MARK}")
    marked.secret_guards.clipboard.copy_secret(TOKEN)
    qtbot.waitUntil(marked.background.is_idle)
    QToolTip.showText(window.mapToGlobal(window.rect().center()), MARK, window)
    assert {place for place, text in list_texts() if MARK in text}
    marked.secret_guards.screen_lock_monitor.notify_locked()  # a menu may have the keys
    assert QApplication.activePopupWidget() is None
    assert marked.secret_guards.window_lock.page.isVisible()
    qtbot.waitUntil(marked.background.is_idle)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = {(place, text[:60]) for place, text in list_texts() if MARK in text or TOKEN in text}
    assert left == set()
    marked.secret_guards.window_lock.discard_answers()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_tooltip_goes_with_what_it_explains(at_work, qtbot):
    """A6: though the keys stay where they are."""
    window = at_work.window
    window.token_field.setFocus()
    QToolTip.showText(window.mapToGlobal(window.rect().center()), MARK, window)
    assert QToolTip.text() == MARK
    at_work.secret_guards.window_lock.lock()
    qtbot.waitUntil(lambda: QToolTip.text() == "")
    qtbot.waitUntil(at_work.background.is_idle)


def test_a_copied_session_id_goes_too(at_work, qtbot):
    """A6."""
    at_work.window.result_view.tree_view.select_path(("session", "id"))
    at_work.window.action_collection[ActionId.COPY_CREDENTIAL].trigger()
    assert clipboard() == TOKEN
    at_work.window.action_collection[ActionId.LOCK].trigger()
    assert clipboard() == ""


def test_the_keys_go_into_the_token_field_and_nothing_is_promised_yet(at_work, qtbot):
    """A6: whether a token is kept is not known at once, and what was said of it may be over."""
    at_work.window.environment_button.setFocus()
    lock = at_work.secret_guards.window_lock
    lock.page.hint_label.setText("Press Enter to inspect the kept token again.")
    lock.lock()
    assert at_work.window.token_field.hasFocus()
    assert lock.page.hint_label.text().endswith("Paste a token to go on.")
    qtbot.waitUntil(at_work.background.is_idle)


def test_the_menu_offers_nothing_that_a_locked_window_would_not_do(at_work, qtbot):
    actions = at_work.window.action_collection
    idle = (
        ActionId.HISTORY,
        ActionId.HISTORY_BACK,
        ActionId.HISTORY_FORWARD,
        ActionId.COMPARE,
        ActionId.WATCH,
    )
    assert all(actions[one].isEnabled() for one in idle)
    at_work.secret_guards.window_lock.lock()
    assert not any(actions[one].isEnabled() for one in idle)
    at_work.secret_guards.window_lock.unlock()
    assert all(actions[one].isEnabled() for one in idle)


def test_unlocking_turns_nothing_on_that_was_off(at_work, qtbot):
    """A queue has the key that goes back, while it waits behind an answer of its own."""
    back = at_work.window.action_collection[ActionId.HISTORY_BACK]
    back.setEnabled(False)
    at_work.secret_guards.window_lock.lock()
    at_work.secret_guards.window_lock.unlock()
    assert not back.isEnabled()


def test_an_inspection_under_way_is_cancelled(demo, qtbot):
    demo.window.token_field.set_raw_text(token_of(demo, "slow"))
    demo.presenter.inspect()
    demo.window.action_collection[ActionId.LOCK].trigger()
    assert not demo.runner.is_running
    assert demo.secret_guards.window_lock.is_locked


def lock_with_a_kept_token(service, start, gateway, qtbot):
    """Inspect a token, which is kept in the keyring, and lock; returns the app."""
    app = start("--demo", keyring=open_backend)
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    work_in(app, "Test", f"http://127.0.0.1:{gateway.port}")
    inspect(app, qtbot, TOKEN)
    qtbot.waitUntil(lambda: len(service.items()) == 1)
    app.window.action_collection[ActionId.LOCK].trigger()
    return app


def test_enter_brings_it_back_from_the_keyring(service, start, gateway, qtbot):
    """A6."""
    app = lock_with_a_kept_token(service, start, gateway, qtbot)
    # Each look takes seconds in a full run.
    qtbot.waitUntil(lambda: not held(app, qtbot), timeout=30_000)
    qtbot.waitUntil(lambda: app.presenter._token_location.storage is not None)
    result = inspect(app, qtbot)
    assert result.is_token_from_vault
    assert app.window.result_view.isVisible()
    assert not app.secret_guards.window_lock.page.isVisible()
    assert NAME in seen(app.window)
    app.presenter.forget_token()
    qtbot.waitUntil(app.background.is_idle)


def unlock(app, qtbot):
    lock = app.secret_guards.window_lock
    qtbot.waitUntil(app.background.is_idle)
    qtbot.waitUntil(lambda: lock._job is None)  # its result is delivered by the event loop
    (button,) = lock.page.findChildren(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(app.window.result_view.isVisible)


def test_the_button_brings_the_answer_back_without_its_credential(at_work, qtbot):
    """A6."""
    view = at_work.window.result_view
    fingerprint = view.result.token.fingerprint
    sentence = view.banner.sentence_label.text()
    at_work.window.action_collection[ActionId.LOCK].trigger()
    unlock(at_work, qtbot)
    assert not held(at_work, qtbot)
    assert NAME in seen(at_work.window)
    assert view.banner.sentence_label.text() == sentence
    assert view.result.token is None
    assert view.banner.head.identity_line.fingerprint_label.text() == fingerprint
    assert view.stale_strip.isVisible()
    assert fingerprint in view.stale_strip.owner_label.text()
    assert "taken out at the lock" in view.stale_strip.hint_label.text()
    assert not at_work.window.action_collection[ActionId.ASK_MORE].isEnabled()
    assert at_work.window.token_field.hasFocus()
    assert not at_work.runner.is_running


def test_a_kept_token_is_spoken_of_where_it_is_the_answers_own(service, start, gateway, qtbot):
    app = lock_with_a_kept_token(service, start, gateway, qtbot)
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.presenter._token_location.storage is not None)
    strip = app.window.result_view.stale_strip
    assert "with the kept token" in strip.hint_label.text()
    for said in (status_of(app), app.window.token_field.placeholderText()):
        assert NAME in said
        assert app.window.result_view.result.fingerprint in said
    app.window.remember_check_box.setChecked(False)
    qtbot.mouseClick(app.window.forget_offer.action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "with the kept token" not in strip.hint_label.text())
    assert not service.items()


def test_without_a_kept_token_it_is_to_be_pasted(at_work, qtbot):
    strip = at_work.window.result_view.stale_strip
    at_work.window.action_collection[ActionId.LOCK].trigger()
    unlock(at_work, qtbot)
    qtbot.waitUntil(lambda: "No token is kept" in status_of(at_work))
    assert "is not kept. Paste the token" in strip.hint_label.text()


def status_of(app):
    return app.window.status_bar.token_location_label.text()


def test_what_came_back_can_be_reported_and_gives_no_credential(at_work, qtbot):
    """A6, E1."""
    at_work.window.action_collection[ActionId.LOCK].trigger()
    unlock(at_work, qtbot)
    with qtbot.waitSignal(at_work.export_controller.status_message):
        at_work.window.action_collection[ActionId.COPY_REPORT].trigger()
    assert "Made " in clipboard()
    assert TOKEN not in clipboard()
    at_work.window.result_view.tree_view.select_path(("session", "id"))
    at_work.window.action_collection[ActionId.COPY_CREDENTIAL].trigger()
    assert TOKEN not in clipboard()
    assert not held(at_work, qtbot)


def test_what_was_put_away_before_the_lock_is_not_shown_after_it(at_work, qtbot):
    at_work.window.result_view.show_empty_page()
    at_work.window.action_collection[ActionId.LOCK].trigger()
    unlock(at_work, qtbot)
    assert at_work.window.result_view.empty_page.isVisible()
    assert at_work.window.action_collection[ActionId.LAST_ANSWER].isVisible()


def test_a_second_lock_keeps_what_the_first_one_kept(at_work, qtbot):
    for _ in range(2):
        at_work.window.action_collection[ActionId.LOCK].trigger()
        qtbot.waitUntil(lambda: at_work.secret_guards.window_lock._job is None)
    unlock(at_work, qtbot)
    assert NAME in seen(at_work.window)


def test_an_answer_whose_credential_is_not_out_of_it_in_time_does_not_come_back(at_work, qtbot):
    """A6."""
    others = threading.Event()
    lock = at_work.secret_guards.window_lock
    at_work.background.submit(Lane.FILES, others.wait, lambda _: None)
    lock.lock()
    run_out(lock._deadline)
    others.set()
    qtbot.waitUntil(at_work.background.is_idle)
    QCoreApplication.processEvents()
    assert lock._kept == ()
    unlock(at_work, qtbot)
    assert NAME not in seen(at_work.window)


def test_forgetting_while_it_is_locked_leaves_no_answer(at_work, qtbot):
    """A8."""
    at_work.window.action_collection[ActionId.LOCK].trigger()
    qtbot.waitUntil(at_work.background.is_idle)
    at_work.presenter.forget_token()
    unlock(at_work, qtbot)  # sooner than the keyring has done its part
    assert NAME not in seen(at_work.window)
    qtbot.waitUntil(at_work.background.is_idle)
    assert NAME not in seen(at_work.window)


def test_what_comes_back_in_screen_share_mode_is_masked(at_work, qtbot):
    """A1."""
    at_work.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    qtbot.waitUntil(at_work.background.is_idle)
    at_work.window.action_collection[ActionId.LOCK].trigger()
    unlock(at_work, qtbot)
    qtbot.waitUntil(at_work.background.is_idle)
    assert NAME not in seen(at_work.window)
    at_work.window.action_collection[ActionId.SCREEN_SHARE].trigger()


def test_without_an_answer_the_button_says_what_is_missing(demo, qtbot):
    work_in(demo, "Test", "https://gateway.example.com")
    demo.window.action_collection[ActionId.LOCK].trigger()
    unlock(demo, qtbot)
    assert "Paste" in demo.window.note_label.text()


def test_a_pasted_token_unlocks(at_work):
    assert at_work.secret_guards.window_lock._deadline.interval() == 500
    assert at_work.secret_guards.window_lock._deadline.isSingleShot()
    at_work.window.action_collection[ActionId.LOCK].trigger()
    at_work.window.token_field.set_raw_text(TOKEN)
    assert at_work.window.result_view.isVisible()
