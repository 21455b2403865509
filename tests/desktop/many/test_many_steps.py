"""What each step of a queue leaves: what is seen, what has the keys, and what is gone."""

import time
from typing import Any

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.many.many_progress import QueueState
from inspector_app.desktop.many.many_rows import EntryState
from inspector_app.desktop.many.many_runner import (
    AnswerUpdate,
    AskingUpdate,
    HeldUpdate,
    PauseUpdate,
)
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.translatable_text import tr
from tests.desktop.at_work import work_in
from tests.desktop.many import test_many_controller
from tests.desktop.many.test_many_controller import Gateway, begin, state_of
from tests.desktop.many.test_pinned_many import build_rows
from tests.inspection.test_history_entries import result_of, success

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def app(start):
    """The app at a gateway that answers nothing."""
    with Gateway() as gateway:
        gateway.hold_from = 1
        started = start()
        work_in(started, "Production", f"http://127.0.0.1:{gateway.port}")
        yield started


def seen(app):
    queue = app.many.controller
    back = app.window.action_collection[ActionId.HISTORY_BACK]
    return {
        "panel": not queue.panel.isHidden(),
        "answer": not app.window.result_view.isHidden(),
        "bar": not queue.back_bar.isHidden(),
        "keys": (queue._back_key.isEnabled(), back.isEnabled()),
        "ticks": queue._timer.isActive(),
    }


IN_FRONT = {"panel": True, "answer": False, "bar": False, "keys": (False, True), "ticks": True}
BEHIND = {"panel": False, "answer": True, "bar": True, "keys": (True, False), "ticks": True}
AWAY = {"panel": False, "answer": True, "bar": False, "keys": (False, True), "ticks": False}


def test_a_queue_from_its_start_to_its_end(app, qtbot):
    queue: Any = begin(app, qtbot)
    assert_it_begins_and_pauses(app, queue)
    result = result_of(success())
    assert_updates_are_shown(queue, result)
    assert_it_makes_room_and_comes_back(app, queue, result)
    assert_nothing_is_left(app, queue)
    qtbot.waitUntil(app.background.is_idle)


def assert_it_begins_and_pauses(app, queue):
    card, model = queue.panel.card, queue.panel.table.many_model
    assert seen(app) == IN_FRONT
    assert card.pause_button.hasFocus()
    assert queue.panel.table.get_selected_numbers() == frozenset({1})
    assert (app.window.token_field.get_raw_text(), app.window.note_label.text()) == ("", "")
    assert model.rowCount() == len(test_many_controller.TOKENS)
    assert (queue.export.name, queue.opener._job) == ("inspected tokens", None)
    assert "Production" in card.detail_label.text()
    assert card.title_label.text() == "0 of 6 tokens inspected"

    for is_paused in (True, False):
        queue._progress.reason = tr("Why.")
        queue.toggle_pause()
        state = QueueState.PAUSED if is_paused else QueueState.RUNNING
        assert (queue._progress.state, queue._progress.reason) == (state, None)
        assert ("Go on" in card.pause_button.text()) is is_paused
        assert ("Paused" in card.detail_label.text()) is is_paused


def assert_updates_are_shown(queue, result):
    panel, card, model = queue.panel, queue.panel.card, queue.panel.table.many_model
    shown, redacted = next(build_rows())
    until = time.monotonic() + 100
    queue._on_updated(
        (AskingUpdate(2), AnswerUpdate(shown, redacted, result), HeldUpdate(tr("It is held.")))
    )
    assert [row.state for row in model.rows][:3] == [
        *(EntryState.DONE, EntryState.ASKING, EntryState.WAITING)
    ]
    assert card.title_label.text() == "1 of 6 tokens inspected"
    assert (queue._progress.state, queue._answers.find(1)) == (QueueState.PAUSED, result)
    assert "It is held." in card.detail_label.text()
    assert "Go on" in card.pause_button.text()
    assert panel.chips._buttons[0].accessibleName() == "All 6"
    assert "1 of 6" in card.strip.accessibleName()
    assert card.strip._asking == 1
    queue._on_updated((PauseUpdate(until),))
    assert queue._progress.pause_until == until
    assert model.rows[1].state is EntryState.WAITING


def assert_it_makes_room_and_comes_back(app, queue, result):
    panel = queue.panel
    app.window.show_note("")
    queue._inspect_all("x")
    assert "A queue is running" in app.window.note_label.text()
    queue.ask_to_cancel()
    assert panel.question_bar.isVisible()
    assert panel.question_bar.action_button.hasFocus()

    told: list[str] = []
    queue.status_message.connect(told.append)
    queue._open_answer(5)
    assert told == ["There is no answer to open for this row."]
    opened: list[Any] = []
    queue.opened.connect(opened.append)
    queue._open_answer(1)
    assert opened == [result]
    assert seen(app) == BEHIND
    assert app.window.result_view.result is result
    assert app.window.result_view.tree_view.hasFocus()
    assert "1 of 6" in queue.back_bar.message_label.text()
    queue.back_bar.action_button.click()
    assert seen(app) == IN_FRONT
    assert panel.table.hasFocus()
    assert panel.table.get_selected_numbers() == frozenset({1})
    queue.hide_panel()
    queue._progress.count_answer()
    queue._show_progress()
    assert "2 of 6" in queue.back_bar.message_label.text()
    queue.hide_panel()
    assert seen(app) == BEHIND


def assert_nothing_is_left(app, queue):
    model = queue.panel.table.many_model
    queue.close_panel()
    assert seen(app) == AWAY
    assert app.window.token_field.hasFocus()
    assert not queue.is_open
    assert not queue.runner.is_running
    assert (model.rowCount(), queue._answers.find(1), queue._opened_number) == (0, None, 0)
    assert queue._environment is None
    for nothing in (queue.show_panel, queue.hide_panel, queue.toggle_pause, queue._show_progress,
                    queue._on_ended, queue._ask_rest):  # fmt: skip
        nothing()
    queue._on_updated((AskingUpdate(1),))
    assert seen(app) == AWAY


def test_one_that_is_over_says_what_is_left_and_asks_about_it(app, qtbot):
    queue: Any = begin(app, qtbot)
    card = queue.panel.card
    queue.ask_to_cancel()
    card.cancel_button.setFocus()
    queue.panel.question_bar.action_button.click()
    qtbot.waitUntil(lambda: not queue.runner.is_running)
    assert state_of(queue) is QueueState.OVER
    assert not queue._timer.isActive()
    assert queue.panel.question_bar.isHidden()
    assert "Tokens without an answer: 6." in card.detail_label.text()
    assert card.rest_button.text() == "Ask about the others (6)"
    assert {one.state for one in queue.panel.table.many_model.rows} == {EntryState.WAITING}
    queue.toggle_pause()
    assert state_of(queue) is QueueState.OVER
    card.rest_button.click()
    assert queue.runner.is_running
    assert state_of(queue) is QueueState.RUNNING
    assert card.rest_button.isHidden()
    queue.discard()
    assert queue.panel.isHidden()
    qtbot.waitUntil(app.background.is_idle)


def test_a_text_that_could_not_be_read_is_told_of_until_the_next(app, qtbot, caplog):
    queue: Any = begin(app, qtbot)
    queue.close_panel()
    opener = queue.opener

    def fail(_credentials):
        raise RuntimeError

    opener._add_secrets = fail
    opener.read_tokens("\n".join(test_many_controller.TOKENS))
    assert app.window.note_label.text() == "Looking for tokens…"
    qtbot.waitUntil(lambda: "Nothing was inspected." in app.window.note_label.text())
    caplog.clear()  # the fault is the test's
    opener.discard_pending()
    assert "Nothing was inspected." in app.window.note_label.text()
    opener.read_tokens("\n".join(test_many_controller.TOKENS))
    opener.discard_pending()
    assert (app.window.note_label.text(), opener._job) == ("", None)
    qtbot.waitUntil(app.background.is_idle)
    caplog.clear()


def test_where_others_see_the_screen_what_was_made_before_is_dropped(app, qtbot):
    """A7."""
    queue: Any = begin(app, qtbot)
    making: list[Any] = []
    for is_file in (False, True, True, False):
        if is_file:
            queue.export.export(ReportFormat.CSV, RedactionLevel.SECRETS)
        else:
            queue.export.copy(None)
        making.append(queue.export._job)
    assert [one.is_discarded for one in making] == [True, True, True, False]
    app.many.set_shared(True)
    assert queue.export._job is None
    assert making[-1].is_discarded
    assert queue.export.is_shared
    assert queue.panel.table.many_model._cells.is_shared
    app.many.set_shared(False)
    assert not queue.export.is_shared
    app.window.answer_place.show_answer()
    assert seen(app) == BEHIND
    app.many.close()
    app.many.close()
    assert seen(app) == AWAY
    qtbot.waitUntil(app.background.is_idle)
