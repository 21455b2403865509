"""Opening what was saved: by menu, drop and command line, marked as not live, losing nothing."""

import json
import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.main_window.file_drop import FileDropFilter
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import code_of, inspect, is_known_to_the_log, rows
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


def opened(app, qtbot, path):
    with qtbot.waitSignal(app.file_opener.ended, timeout=10_000):
        app.file_opener.open(path)
    return app.window.result_view.result


def mark(app):
    return app.window.result_view._origin_bar


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


def test_the_mark_has_its_picture_from_the_beginning(demo):
    assert not mark(demo)._icon_label.pixmap().isNull()


def test_the_menus_action_asks_for_a_file_and_opens_it(start, qtbot, answer):
    app = start()
    actions = app.window.action_collection
    assert actions[ActionId.OPEN] in app.window.menu.actions()
    assert actions[ActionId.OPEN].shortcut().toString() == "Ctrl+O"

    actions[ActionId.OPEN].trigger()
    dialog = app.window.findChild(QFileDialog)
    assert dialog.isVisible()
    with qtbot.waitSignal(app.file_opener.ended):
        dialog.fileSelected.emit(str(answer()))
    dialog.close()

    assert code_of(app.window.result_view.result) is VerdictCode.VALID


def test_the_command_line_opens_a_file(start, qtbot, answer):
    app = start(str(answer()))

    qtbot.waitUntil(lambda: app.window.result_view.result is not None)

    assert not mark(app).isHidden()


def test_it_says_in_words_above_the_sentence_and_in_the_title_that_it_is_not_live(
    start, qtbot, answer
):
    app = start()
    opened(app, qtbot, answer())
    strip = mark(app)

    assert strip.isVisible()
    assert "2019-07-11 13:06:12" in strip.message_label.text()
    assert "not live" in strip.message_label.text()
    assert "not live" in app.window.windowTitle()
    banner = app.window.result_view.banner
    assert strip.mapTo(app.window, QPoint()).y() < banner.mapTo(app.window, QPoint()).y()

    app.window.result_view.show_empty_page()
    assert strip.isHidden()
    assert "not live" not in app.window.windowTitle()


def test_the_mark_is_told_from_its_ground_in_light_and_dark(start, qtbot, answer):
    app = start()
    opened(app, qtbot, answer())
    for choice in (ThemeMode.LIGHT, ThemeMode.DARK):
        app.theme.set_mode(choice)
        picture = mark(app).grab().toImage()
        ground = picture.pixelColor(picture.width() - 30, picture.height() // 2)
        assert ground.name() == app.theme.colours.warning


def test_its_clock_stands_still(start, qtbot, answer):
    """R7: neither sentence nor picture nor row moves on."""
    app = start()
    result = app.window.result_view
    opened(app, qtbot, answer())
    before = (
        result.banner.sentence_label.text(),
        result.banner.timeline.accessibleName(),
        list(rows(result.tree_view.outline_model)),
    )
    assert "1 h 54 min left" in before[0]
    assert "As it stood at" in before[1]

    result.refresh_times()

    assert before == (
        result.banner.sentence_label.text(),
        result.banner.timeline.accessibleName(),
        list(rows(result.tree_view.outline_model)),
    )
    assert not result._timer.isActive()


def test_a_zone_that_is_chosen_tells_its_times_anew(start, qtbot, answer):
    app = start()
    opened(app, qtbot, answer())

    preferences = app.preferences
    preferences.update_settings(replace(preferences.settings, zone="Asia/Shanghai"))

    assert "21:06:12" in mark(app).message_label.text()


def test_nothing_is_kept_and_nothing_offered_that_is_about_a_call(start, qtbot, answer):
    app = start()
    refusal = json.dumps(changed("refusal", {"status": 30401}))

    result = opened(app, qtbot, answer(refusal, "refusal.json"))

    assert code_of(result) is VerdictCode.TOKEN_NOT_VALID
    assert app.window.result_view.banner._action_button.isHidden()
    assert app.window.forget_button.isHidden()
    assert app.preferences.environments == ()


def test_inspecting_afterwards_inspects_the_fields_token_and_is_live_again(demo, qtbot, answer):
    token = demo.demo.scenarios[0].token
    demo.window.token_field.set_raw_text(token)
    opened(demo, qtbot, answer())
    assert demo.window.token_field.get_raw_text() == token

    result = inspect(demo, qtbot)

    assert result.saved is None
    assert result.judge_input.earlier is None
    assert mark(demo).isHidden()
    assert demo.window.result_view._timer.isActive()
    demo.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert demo.window.result_view.result.saved is not None
    assert not mark(demo).isHidden()


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "empty"), ("<html>", "web page"), ("hello", "no saved answer"), (None, "not there")],
)
def test_a_wrong_file_is_told_and_loses_nothing(demo, qtbot, answer, tmp_path, text, words):
    shown = inspect(demo, qtbot)
    demo.window.token_field.set_raw_text("typed and not sent")

    opened(demo, qtbot, tmp_path / "gone" if text is None else answer(text))

    assert words in demo.window.note_label.text()
    assert demo.window.note_label.isVisible()
    assert demo.window.note_label.property("look") == "problem", "as loud as it matters"
    assert demo.window.token_field.property("state") != "problem", "it is not the token’s"
    assert demo.window.result_view.result is shown
    assert demo.window.token_field.get_raw_text() == "typed and not sent"


def test_a_file_that_is_dragged_over_the_window_is_welcomed_and_opened(start, qtbot, answer):
    app = start()
    hint = app.window.findChild(FileDropFilter).overlay
    data = dragged([answer()])

    assert drag_onto(app.window, data)
    assert hint.isVisible()
    QApplication.sendEvent(app.window, QDragLeaveEvent())
    assert hint.isHidden()
    drag_onto(app.window, data)
    with qtbot.waitSignal(app.file_opener.ended):
        drop_onto(app.window, data)

    assert hint.isHidden()
    assert app.window.result_view.result.saved is not None


def test_a_file_with_blanks_in_its_name_is_opened_by_a_drop(start, qtbot, answer):
    app = start()
    data = dragged([answer(name="an answer 1.txt")])
    drag_onto(app.window, data)

    with qtbot.waitSignal(app.file_opener.ended):
        drop_onto(app.window, data)

    assert app.window.result_view.result.saved is not None


def test_a_file_that_is_dropped_on_a_field_is_opened_too(start, qtbot, answer):
    app = start()
    for field in (
        app.window.token_field,
        app.window.result_view.answer_pages.find_field,
    ):
        data = dragged([answer()])
        assert drag_onto(field, data)
        with qtbot.waitSignal(app.file_opener.ended):
            drop_onto(field, data)
        assert app.window.result_view.result.saved is not None
        assert field.text() == ""
        app.window.result_view.discard_results()


def test_text_that_is_dropped_on_the_token_field_is_taken_as_ever(start):
    app = start()
    data = dragged(text="some text")

    assert drag_onto(app.window.token_field, data)
    drop_onto(app.window.token_field, data)

    assert app.window.token_field.get_raw_text() == "some text"
    assert not drag_onto(app.window, data)
    assert app.window.findChild(FileDropFilter).overlay.isHidden()


def test_several_files_at_once_are_told_to_come_one_at_a_time(start, answer):
    app = start()

    data = dragged([answer(), answer(name="other.txt")])
    drag_onto(app.window, data)
    drop_onto(app.window, data)

    assert "one file at a time" in app.window.note_label.text()


def test_screen_share_masks_it_and_the_mark_stays(start, qtbot, answer):
    """A1."""
    app = start()
    opened(app, qtbot, answer())

    app.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    qtbot.waitUntil(lambda: app.window.result_view.result is not None)

    told = " ".join(
        " ".join(map(str, row)) for row in rows(app.window.result_view.tree_view.outline_model)
    )
    assert "portal_test01" not in told
    assert not mark(app).isHidden()
    assert "1 h 54 min left" in app.window.result_view.banner.sentence_label.text()
    app.secret_guards.screen_share.toggle()


def test_locking_takes_it_away_and_opening_shows_the_window_again(start, qtbot, answer):
    """A6."""
    app = start()
    opened(app, qtbot, answer())

    app.window.action_collection[ActionId.LOCK].trigger()
    assert app.window.result_view.result is None
    assert "not live" not in app.window.windowTitle()

    opened(app, qtbot, answer())
    assert not app.secret_guards.window_lock.is_locked
    assert app.window.result_view.isVisible()


def test_locking_drops_a_file_that_is_being_read(start, qtbot, answer):
    """A6, R2."""
    app = start()

    app.file_opener.open(answer())
    app.window.action_collection[ActionId.LOCK].trigger()
    qtbot.waitUntil(app.background.is_idle)
    QApplication.processEvents()

    assert app.window.result_view.result is None


def test_the_session_id_in_it_is_known_for_the_log_and_shown_nowhere(start, qtbot, answer):
    """A1."""
    app = start()
    opened(app, qtbot, answer(json.dumps(SUCCESS)))

    assert is_known_to_the_log(app, CREDENTIAL)
    told = [
        str(text) for row in rows(app.window.result_view.tree_view.outline_model) for text in row
    ]
    assert not any(CREDENTIAL in text for text in told)


def test_a_file_that_is_named_after_its_token_is_named_without_it(start, answer, qtbot):
    """A1: the note stands in the window, which may be shared."""
    app = start()
    token = "IAM_S_" + "Uc5mHt4z" * 4
    with qtbot.waitSignal(app.file_opener.ended):
        app.file_opener.open(answer("nothing", f"{token}.json"))
    shown = app.window.note_label.text()
    assert "IAM_S_••••••••••••.json" in shown
    assert token[6:] not in shown
