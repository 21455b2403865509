"""The parts of a queue: what each is made of, says and paints, in every state that it has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.many import many_cells, many_progress, verdict_strip
from inspector_app.desktop.many.group_chips import GroupChips
from inspector_app.desktop.many.many_panel import ManyPanel
from inspector_app.desktop.many.many_progress import ManyProgress, QueueState
from inspector_app.desktop.many.many_rows import EntryState
from inspector_app.desktop.many.many_table import ManyTable
from inspector_app.desktop.many.verdict_strip import VerdictStrip
from inspector_app.inspection.many_entries import QueueEntry
from inspector_app.report.many_groups import RowGroup
from inspector_app.report.many_rows import NOT_SENT, QueueRow, RowPlace
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr
from tests.desktop.described_parts import (
    IS_PINNED,
    check_parts,
    describe_model,
    describe_part,
    list_emitted,
    record_painting,
    write,
)

FILE = Path(__file__).with_name("many.json")
NOW = 1_562_850_372.0
COUNTS: Any = (
    ({}, 0),
    ({RowGroup.VALID: 3, RowGroup.ATTENTION: 1, RowGroup.PROBLEM: 2, RowGroup.UNKNOWN: 4}, 0),
    ({RowGroup.VALID: 3, None: 7}, 2),
    ({None: 2}, 2),
    ({RowGroup.PROBLEM: 1, RowGroup.VALID: 5000}, 0),
)


def build_rows():
    """An answer of each group, with and without what it may have; the last entries wait."""
    codes = ("valid", "session_expired", "session_not_found", NOT_SENT, "valid")
    severities = (*Severity,)
    for number, code in enumerate(codes, 1):
        place = RowPlace(number, None if number == 2 else number + 3, f"{number:08x}")
        row = QueueRow(
            place, code, severities[number % len(severities)], tr("It says {n}.", n=number),
            "" if number == 3 else f"user {number}", "" if number == 4 else "Head Office",
            None if number == 5 else NOW + 60 * number,
        )  # fmt: skip
        yield row, replace(row, user="" if number == 3 else "user#19c2", organization="org#1")


@pytest.fixture
def panel(qtbot, known_theme, monkeypatch):
    monkeypatch.setattr(many_cells, "time", SimpleNamespace(time=lambda: NOW))
    background = BackgroundExecutor()
    made = ManyPanel(known_theme, background)
    qtbot.addWidget(made)
    entries = [QueueEntry(number, None, None if number == 2 else number) for number in range(1, 8)]
    made.table.many_model.set_entries(entries, UTC)
    yield made
    background.close(5.0)


def show_model(theme, panel):
    model = panel.table.many_model
    yield "rows that wait", describe_model(theme, model)
    for shown, redacted in build_rows():
        model.set_answer(shown, redacted)
    model.set_state(6, EntryState.ASKING)
    model.refresh()
    yield "answered", describe_model(theme, model)
    yield "searched", [f"{one.search_text} | {one.shared_search_text}" for one in model.rows]
    yield "chosen", [theme.name_icon(model.get_selected_icon(model.index(1, 1)))]
    yield "counts", [str(model.count_groups())]
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        for column in range(7):
            model.sort(column, order)
            seen = [model.index(row, 0).data() for row in range(model.rowCount())]
            yield f"by {column} {order.name}", seen
    model.sort(0)
    model.set_shared(is_shared=True)
    yield "shared", describe_model(theme, model)
    model.set_shared(is_shared=False)
    panel.filter_field.setText("  USER 2 ")
    yield "filtered", [str(one.place.number) for one in model.list_answers(None, is_personal=True)]
    panel.chips._buttons[3].click()
    yield "and by group", [str(model.rowCount())]
    panel.filter_field.clear()
    yield "by group", [model.index(row, 0).data() for row in range(model.rowCount())]
    model.release_asking()
    panel.chips._buttons[-1].click()
    yield "waiting", [model.index(row, 1).data() for row in range(model.rowCount())]
    panel.chips.reset()
    yield "all again", [str(model.rowCount()), str(panel.chips.filter)]


def show_panel(theme, panel):
    card = panel.card
    yield "new", describe_part(theme, panel)
    card.show_running(is_paused=False)
    card.show_progress("1 of 7", 1, 7)
    card.strip.show_counts({RowGroup.VALID: 1, None: 6}, 2)
    yield "running", describe_part(theme, card)
    card.show_running(is_paused=True)
    yield "paused", describe_part(theme, card)
    for rest in (0, 3):
        card.show_over(rest)
        yield f"over, {rest} left", describe_part(theme, card)
    panel.show()
    panel.question_bar.show_notice("Sure?", "Yes", lambda: None)
    panel.filter_field.setText("x")
    panel.chips._buttons[1].click()
    panel.discard()
    yield "put away", [*describe_part(theme, panel), *describe_model(theme, panel.table.many_model)]


def show_chips(theme, chips):
    for counts, _ in COUNTS:
        chips.show_counts(counts)
        for room in (0, 10_000):
            chips.set_room(room)
            yield f"{counts} in {room}", describe_part(theme, chips)
    told: list[Any] = []
    chips.chosen.connect(lambda one: told.append(f"{one.group} {one.words} {one.is_pending_only}"))
    for button in (*chips._buttons, chips._buttons[0]):
        button.click()
    yield "chosen", told


@IS_PINNED
def test_each_row_is_what_it_was(known_theme, panel):
    check_parts(dict(show_model(known_theme, panel)), FILE)


@IS_PINNED
def test_each_part_is_what_it_was(qtbot, known_theme, panel, monkeypatch):
    parts = dict(show_panel(known_theme, panel))
    chips = GroupChips(known_theme)
    qtbot.addWidget(chips)
    parts |= dict(show_chips(known_theme, chips))
    strip = VerdictStrip(known_theme)
    qtbot.addWidget(strip)
    parts["strip"] = [*describe_part(known_theme, strip), write(strip.sizeHint())]
    strip.resize(300, 8)
    for counts, asking in COUNTS:
        strip.show_counts(counts, asking)
        parts[f"{counts} painted"] = [
            *record_painting(monkeypatch, verdict_strip, strip),
            strip.accessibleName(),
        ]
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    parts["mirrored"] = record_painting(monkeypatch, verdict_strip, strip)
    check_parts(parts, FILE.with_name("many_parts.json"))


def test_each_button_of_the_card_is_told(panel):
    card = panel.card
    signals = ("pause_toggled", "cancel_requested", "rest_requested", "closed")
    buttons = {
        name: getattr(card, f"{name}_button") for name in ("pause", "cancel", "rest", "close")
    }
    assert [one.split()[0] for one in list_emitted(card, signals, buttons)] == [
        *("pause", "pause_toggled", "cancel", "cancel_requested"),
        *("rest", "rest_requested", "close", "closed"),
    ]
    told: list[Any] = []
    card.at_once_changed.connect(told.append)
    for action in card.at_once_button.menu().actions():
        action.trigger()
    assert told == [1, 2, 3, 4]
    assert card.at_once == 4


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_menu_of_a_row_opens_copies_and_sorts(qtbot, panel):
    table, model = panel.table, panel.table.many_model
    told: list[Any] = []
    table.opened.connect(told.append)
    table.copy_requested.connect(lambda numbers: told.append(sorted(numbers)))
    model.set_answer(*next(build_rows()))
    model.refresh()
    panel.show()
    table.select_number(5)
    QTest.keyClick(table, Qt.Key.Key_Return)  # there is no answer yet
    assert told == []
    for number, is_there in ((1, True), (5, False)):
        table.select_number(number)
        table._show_menu(QPoint(1, 1))
        menu: Any = QApplication.activePopupWidget()
        entries = menu.actions()
        assert [one.isEnabled() for one in entries] == [is_there, True, True]
        for entry in entries[:2]:
            entry.trigger()
        sorting = entries[2].menu().actions()
        assert len(sorting) == model.columnCount()
        for column in (2, 2, 2, 0):
            sorting[column].trigger()
            header = table.header()
            told.append((header.sortIndicatorSection(), header.sortIndicatorOrder().name))
        menu.close()
    told_before = list(told)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    table.contextMenuEvent(asked)
    opened: Any = QApplication.activePopupWidget()
    assert [one.text() for one in opened.actions()][:1] == ["Open the answer"]
    opened.close()
    assert told == told_before
    by_user = [(2, "AscendingOrder"), (2, "DescendingOrder"), (2, "AscendingOrder")]
    sorted_ = [*by_user, (0, "AscendingOrder")]
    assert told == [1, [1], *sorted_, [5], *sorted_]


def set_clock(monkeypatch, now):
    """A clock that goes on when the test says so."""
    clock: Any = SimpleNamespace(now=now)
    clock.monotonic = lambda: clock.now
    monkeypatch.setattr(many_progress, "time", clock)
    return clock


@pytest.mark.parametrize(
    ("state", "reason", "done", "left", "at_once", "said"),
    [
        (QueueState.RUNNING, None, 0, 0.0, 1, "Here. One request at a time."),
        (QueueState.RUNNING, None, 2, 0.0, 3, "Here. 3 requests at a time."),
        (QueueState.RUNNING, None, 3, 0.0, 1, "Here. One request at a time. About 3 min left."),
        (QueueState.RUNNING, None, 4, 0.0, 1, "Here. One request at a time. About 2 min left."),
        (QueueState.RUNNING, None, 6, 0.0, 1, "Here. One request at a time."),
        (QueueState.PAUSED, None, 4, 0.0, 1, "Here. Paused; what was under way is waited for."),
        (QueueState.PAUSED, tr("Why."), 4, 0.0, 1, "Here. Why."),
        (QueueState.RUNNING, tr("Why."), 4, 0.0, 1, "Here. Why."),
        (QueueState.OVER, tr("Why."), 4, 9.0, 1, "Here. Tokens without an answer: 2."),
        (QueueState.OVER, None, 6, 9.0, 1, "Here. All of them are done."),
        (
            *(QueueState.RUNNING, None, 0, 9.0, 1),
            "Here. One request at a time. The gateway asks for a pause, of which 10 s are left.",
        ),
        (
            *(QueueState.RUNNING, None, 0, 0.5, 1),
            "Here. One request at a time. The gateway asks for a pause, of which 1 s are left.",
        ),
    ],
)
def test_the_card_says_how_far_the_queue_is(monkeypatch, state, reason, done, left, at_once, said):
    clock = set_clock(monkeypatch, 1000.0)
    progress = ManyProgress(6, "Here.")
    for _ in range(done):
        progress.count_answer()
        clock.now += 60
    progress.state, progress.reason, progress.pause_until = state, reason, clock.now + left
    assert progress.describe_detail(at_once) == said
    assert progress.describe_title() == f"{done} of 6 tokens inspected"


def test_the_pace_is_that_of_the_latest_answers(monkeypatch):
    clock = set_clock(monkeypatch, 0.0)
    progress = ManyProgress(1000, "Here.")
    for each in (1000.0,) * 10 + (0.01,) * 25:
        progress.count_answer()
        clock.now += each
    assert "About 9 s left." in progress.describe_detail(1)
    done = ManyProgress(36, "Here.")
    for _ in range(35):
        done.count_answer()
    assert "About 1 s left." in done.describe_detail(1)


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (904, [48, 280, 124, 152, 112, 80]),
        (700, [48, 177, 78, 96, 112, 80]),
        (300, [48, 140, 62, 76, 112, 80]),
    ],
)
def test_columns_are_as_wide_as_there_is_room_for(qtbot, known_theme, monkeypatch, width, widths):
    known_theme.spacing.scale = 1.0
    table = ManyTable(known_theme)
    qtbot.addWidget(table)
    monkeypatch.setattr(table._sort_header, "measure_section", lambda _column: 0)
    table.show()
    frame = table.width() - table.viewport().width()
    table.resize(width + frame, 200)
    assert [table.columnWidth(column) for column in range(6)] == widths
    table.setColumnWidth(6, 50)
    table.resize(width + frame + 1, 200)
    assert table.columnWidth(1) >= widths[1]
    table.setColumnWidth(5, 77)
    table.setColumnWidth(1, 78)
    table.resize(width + frame + 2, 200)
    assert (table.columnWidth(1), table.columnWidth(5)) == (78, 77)


@pytest.fixture
def long_table(qtbot, appearance):
    """More rows than there is room for."""
    table = ManyTable(appearance)
    qtbot.addWidget(table)
    table.many_model.set_entries([QueueEntry(number, None) for number in range(1, 60)], UTC)
    table.resize(900, 200)
    table.show()
    return table


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_keys_of_any_table_move_through_it(qtbot, long_table):
    long_table.select_number(1)
    for key, number in ((Qt.Key.Key_Down, 2), (Qt.Key.Key_End, 59), (Qt.Key.Key_Up, 58)):
        qtbot.keyClick(long_table, key)
        assert long_table.get_selected_numbers() == {number}


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_higher_table_scrolls_less_far_whatever_its_columns_are(long_table):
    long_table.setColumnWidth(1, 300)  # as a person does: from now on no width is fitted
    bar = long_table.verticalScrollBar()
    QApplication.processEvents()
    before = bar.maximum()
    long_table.resize(900, 400)
    assert 0 < bar.maximum() < before


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_rows_are_painted(qtbot, appearance):
    """Each with its words; a table that paints nothing would say all the same."""
    table = ManyTable(appearance)
    qtbot.addWidget(table)
    table.many_model.set_entries([QueueEntry(number, None) for number in range(1, 4)], UTC)
    table.resize(900, 300)
    table.show()
    image = table.viewport().grab().toImage()
    for row in range(3):
        place = table.visualRect(table.many_model.index(row, 1))
        seen = {
            image.pixel(x, y)
            for x in range(place.left(), place.right())
            for y in range(place.top(), place.bottom())
        }
        assert len(seen) > 10, row
