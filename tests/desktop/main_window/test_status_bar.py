"""The status line: a message for five seconds, then where one is again."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from inspector_app.desktop.main_window.status_bar import StatusBar
from tests.desktop.at_work import run_out, stop_timers


@pytest.fixture
def bar(qtbot, appearance):
    made = StatusBar(appearance.spacing)
    qtbot.addWidget(made)
    made.show()
    yield made
    stop_timers(made)


def test_a_message_takes_the_place_of_the_path_for_a_while(bar):
    bar.set_selection("session.user")
    bar.show_message("Copied")
    timer = bar._message_timer
    assert (timer.interval(), timer.isSingleShot(), timer.isActive()) == (5000, True, True)
    assert bar.selection_label.text() == "Copied"
    run_out(timer)
    assert bar.selection_label.text() == "session.user"
    bar.show_message("Copied")
    bar.set_selection("status")
    assert bar.selection_label.text() == "status"
    assert not timer.isActive()
    bar.show_message("Copied")
    stop_timers(bar)
    assert not timer.isActive()


def test_a_call_that_is_not_there_takes_no_room(bar):
    assert bar.exchange_label.isHidden()
    bar.show_exchange("HTTP 200")
    assert not bar.exchange_label.isHidden()
    assert bar.exchange_label.text() == "HTTP 200"
    bar.show_exchange("")
    assert bar.exchange_label.isHidden()


def test_each_part_has_its_place(bar):
    first, note = QLabel("first"), QLabel("note")
    bar.insert_widget(note)
    bar.insert_first(first)
    layout: Any = bar.layout()
    parts = [layout.itemAt(number).widget() for number in range(layout.count())]
    labels = (bar.selection_label, note, bar.token_location_label, bar.exchange_label)
    assert parts == [first, *labels]
    assert [layout.stretch(number) for number in range(5)] == [0, 1, 0, 0, 0]
    usual = bar.font().pointSizeF()
    for label in (bar.selection_label, bar.token_location_label, bar.exchange_label):
        assert label.font().pointSizeF() == pytest.approx(usual * 0.92, rel=0.01)
        assert label.property("look") == "soft"
