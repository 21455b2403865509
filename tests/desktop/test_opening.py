"""Opening what was saved: by menu, drop and command line, marked as not live, losing nothing."""

import json
import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from inspector_app.desktop.actions import Do
from inspector_app.desktop.file_drop import FileDrop
from inspector_app.session.judging.statement import VerdictCode
from inspector_app.system.settings import ThemeMode
from tests.desktop.at_work import code_of, inspect, rows
from tests.session.answers import CREDENTIAL, DATE, NOW, SUCCESS, changed

HEADED = f"HTTP/1.1 200 OK\r\nDate: {DATE}\r\n\r\n{json.dumps(SUCCESS)}"


@pytest.fixture
def answer(tmp_path):
    def saved(text=HEADED, name="answer.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        os.utime(path, (NOW, NOW))
        return path

    return saved


def opened(inspecting, qtbot, path):
    with qtbot.waitSignal(inspecting.opening.ended, timeout=10_000):
        inspecting.opening.open(path)
    return inspecting.window.result.outcome


def mark(inspecting):
    return inspecting.window.result._mark


def dragged(files=(), text=""):
    data = QMimeData()
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    if text:
        data.setText(text)
    return data


def drag_onto(widget, data):
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, enter)
    return enter.isAccepted()


def drop_onto(widget, data):
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, drop)


def test_the_menus_action_asks_for_a_file_and_opens_it(start, qtbot, answer):
    inspecting = start()
    actions = inspecting.window.actions_table
    assert actions[Do.OPEN] in inspecting.window.menu.actions()
    assert actions[Do.OPEN].shortcut().toString() == "Ctrl+O"

    actions[Do.OPEN].trigger()
    dialog = inspecting.window.findChild(QFileDialog)
    with qtbot.waitSignal(inspecting.opening.ended):
        dialog.fileSelected.emit(str(answer()))
    dialog.close()

    assert code_of(inspecting.window.result.outcome) is VerdictCode.VALID


def test_the_command_line_opens_a_file(start, qtbot, answer):
    inspecting = start(str(answer()))

    qtbot.waitUntil(lambda: inspecting.window.result.outcome is not None)

    assert not mark(inspecting).isHidden()


def test_it_says_in_words_above_the_sentence_and_in_the_title_that_it_is_not_live(
    start, qtbot, answer
):
    inspecting = start()
    opened(inspecting, qtbot, answer())
    strip = mark(inspecting)

    assert strip.isVisible()
    assert "2019-07-11 13:06:12" in strip.words.text()
    assert "not live" in strip.words.text()
    assert "not live" in inspecting.window.windowTitle()
    banner = inspecting.window.result.banner
    assert (
        strip.mapTo(inspecting.window, QPoint()).y() < banner.mapTo(inspecting.window, QPoint()).y()
    )

    inspecting.window.result.clear()
    assert strip.isHidden()
    assert "not live" not in inspecting.window.windowTitle()


def test_the_mark_is_told_from_its_ground_in_light_and_dark(start, qtbot, answer):
    inspecting = start()
    opened(inspecting, qtbot, answer())
    for choice in (ThemeMode.LIGHT, ThemeMode.DARK):
        inspecting.appearance.choose(choice)
        picture = mark(inspecting).grab().toImage()
        ground = picture.pixelColor(picture.width() - 30, picture.height() // 2)
        assert ground.name() == inspecting.appearance.colours.warning


def test_its_clock_stands_still(start, qtbot, answer):
    """R7: neither sentence nor picture nor row moves on."""
    inspecting = start()
    result = inspecting.window.result
    opened(inspecting, qtbot, answer())
    before = (
        result.banner.sentence.text(),
        result.banner.picture.accessibleName(),
        list(rows(result.tree.outline_model)),
    )
    assert "1 h 54 min left" in before[0]
    assert "As it stood at" in before[1]

    result.tell_times()

    assert before == (
        result.banner.sentence.text(),
        result.banner.picture.accessibleName(),
        list(rows(result.tree.outline_model)),
    )
    assert not result._tick.isActive()


def test_a_zone_that_is_chosen_tells_its_times_anew(start, qtbot, answer):
    inspecting = start()
    opened(inspecting, qtbot, answer())

    preferences = inspecting.preferences
    preferences.change(replace(preferences.settings, zone="Asia/Shanghai"))

    assert "21:06:12" in mark(inspecting).words.text()


def test_nothing_is_kept_and_nothing_offered_that_is_about_a_call(start, qtbot, answer):
    inspecting = start()
    refusal = json.dumps(changed("refusal", {"status": 30401}))

    outcome = opened(inspecting, qtbot, answer(refusal, "refusal.json"))

    assert code_of(outcome) is VerdictCode.TOKEN_NOT_VALID
    assert inspecting.window.result.banner._do_it.isHidden()
    assert inspecting.window.forget.isHidden()
    assert inspecting.preferences.environments == ()


def test_inspecting_afterwards_inspects_the_fields_token_and_is_live_again(demo, qtbot, answer):
    token = demo.demo.scenarios[0].token
    demo.window.token.give(token)
    opened(demo, qtbot, answer())
    assert demo.window.token.given() == token

    outcome = inspect(demo, qtbot)

    assert outcome.saved is None
    assert outcome.earlier is None
    assert mark(demo).isHidden()
    assert demo.window.result._tick.isActive()
    demo.window.actions_table[Do.LAST_ANSWER].trigger()
    assert demo.window.result.outcome.saved is not None
    assert not mark(demo).isHidden()


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "empty"), ("<html>", "web page"), ("hello", "no saved answer"), (None, "not there")],
)
def test_a_wrong_file_is_told_and_loses_nothing(demo, qtbot, answer, tmp_path, text, words):
    shown = inspect(demo, qtbot)
    demo.window.token.give("typed and not sent")

    opened(demo, qtbot, tmp_path / "gone" if text is None else answer(text))

    assert words in demo.window.note.text()
    assert demo.window.note.isVisible()
    assert demo.window.result.outcome is shown
    assert demo.window.token.given() == "typed and not sent"


def test_a_file_that_is_dragged_over_the_window_is_welcomed_and_opened(start, qtbot, answer):
    inspecting = start()
    hint = inspecting.window.findChild(FileDrop).hint
    data = dragged([answer()])

    assert drag_onto(inspecting.window, data)
    assert hint.isVisible()
    QApplication.sendEvent(inspecting.window, QDragLeaveEvent())
    assert hint.isHidden()
    drag_onto(inspecting.window, data)
    with qtbot.waitSignal(inspecting.opening.ended):
        drop_onto(inspecting.window, data)

    assert hint.isHidden()
    assert inspecting.window.result.outcome.saved is not None


def test_a_file_that_is_dropped_on_a_field_is_opened_too(start, qtbot, answer):
    inspecting = start()
    for field in (inspecting.window.token, inspecting.window.result.answer.search):
        data = dragged([answer()])
        assert drag_onto(field, data)
        with qtbot.waitSignal(inspecting.opening.ended):
            drop_onto(field, data)
        assert inspecting.window.result.outcome.saved is not None
        assert field.text() == ""
        inspecting.window.result.forget()


def test_text_that_is_dropped_on_the_token_field_is_taken_as_ever(start):
    inspecting = start()
    data = dragged(text="some text")

    assert drag_onto(inspecting.window.token, data)
    drop_onto(inspecting.window.token, data)

    assert inspecting.window.token.given() == "some text"
    assert not drag_onto(inspecting.window, data)
    assert inspecting.window.findChild(FileDrop).hint.isHidden()


def test_several_files_at_once_are_told_to_come_one_at_a_time(start, answer):
    inspecting = start()

    data = dragged([answer(), answer(name="other.txt")])
    drag_onto(inspecting.window, data)
    drop_onto(inspecting.window, data)

    assert "one file at a time" in inspecting.window.note.text()


def test_screen_share_masks_it_and_the_mark_stays(start, qtbot, answer):
    """A1."""
    inspecting = start()
    opened(inspecting, qtbot, answer())

    inspecting.window.actions_table[Do.SCREEN_SHARE].trigger()
    qtbot.waitUntil(lambda: inspecting.window.result.outcome is not None)

    told = " ".join(
        " ".join(map(str, row)) for row in rows(inspecting.window.result.tree.outline_model)
    )
    assert "portal_test01" not in told
    assert not mark(inspecting).isHidden()
    assert "1 h 54 min left" in inspecting.window.result.banner.sentence.text()
    inspecting.safekeeping.share.toggle()


def test_locking_takes_it_away_and_opening_shows_the_window_again(start, qtbot, answer):
    """A6."""
    inspecting = start()
    opened(inspecting, qtbot, answer())

    inspecting.window.actions_table[Do.LOCK].trigger()
    assert inspecting.window.result.outcome is None
    assert "not live" not in inspecting.window.windowTitle()

    opened(inspecting, qtbot, answer())
    assert not inspecting.safekeeping.lock.is_locked
    assert inspecting.window.result.isVisible()


def test_locking_drops_a_file_that_is_being_read(start, qtbot, answer):
    """A6, R2."""
    inspecting = start()

    inspecting.opening.open(answer())
    inspecting.window.actions_table[Do.LOCK].trigger()
    qtbot.waitUntil(inspecting.background.is_idle)
    QApplication.processEvents()

    assert inspecting.window.result.outcome is None


def test_the_session_id_in_it_is_known_for_the_log_and_shown_nowhere(start, qtbot, answer):
    """A1."""
    inspecting = start()
    opened(inspecting, qtbot, answer(json.dumps(SUCCESS)))

    assert CREDENTIAL not in inspecting.safekeeping.crashes.known.redact(f"held {CREDENTIAL}")
    told = [str(text) for row in rows(inspecting.window.result.tree.outline_model) for text in row]
    assert not any(CREDENTIAL in text for text in told)
