"""An answer that is not that of the text in the token field never looks as if it were."""

import itertools
import json

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.stale_strip import Staleness
from inspector_app.desktop.widgets.labels import ElidedLabel
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import clipboard, inspect, lay_out, token_of, work_in
from tests.desktop.theme.test_appearance_switch import best_contrast, contrast
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.session.answers import SUCCESS

FIRST = "opaque-" + "k4W" * 13
SECOND = "opaque-" + "m9Z" * 13
NAMES = {FIRST: "Ottoline Farr", SECOND: "Bram Castellow"}
KEYS = Qt.KeyboardModifier


@pytest.fixture
def gateway():
    """Answers with the user that the token belongs to."""

    def reply(wire):
        request = str(wire.request())
        token = next(one for one in NAMES if one in request)
        session = {"id": token, "user": {"name": NAMES[token]}, "expires": 7200}
        body = {"status": 0, "success": True, "session": session}
        wire.send(answer(json.dumps(body).encode(), "Content-Type: application/json"))

    with FaultyGateway(reply) as made:
        yield made


@pytest.fixture
def at_work(demo, gateway, qtbot):
    """The app with the first user's answer, and nothing kept that an empty field would mean."""
    demo.window.remember_check_box.setChecked(False)
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    inspect(demo, qtbot, FIRST)
    assert_live(demo, NAMES[FIRST])
    return demo


def paste(app, qtbot, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_V, KEYS.ControlModifier)
    qtbot.waitUntil(lambda: app.window.token_field.get_raw_text() == text)


def type_letter(app, qtbot, text):
    del text
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_O)


def erase(app, qtbot, text):
    del text
    qtbot.keyClick(app.window.token_field, Qt.Key.Key_Backspace)


def assert_live(app, name):
    view = app.window.result_view
    assert not view.stale_strip.isVisible()
    assert view.banner.isVisible()
    assert app.window.action_collection[ActionId.COPY_REPORT].text() == "Copy report"
    assert view.result.analyzed.parsed.session.user.name.value == name


def assert_stale(app, name):
    view = app.window.result_view
    strip = view.stale_strip
    assert strip.isVisible()
    assert name in strip.owner_label.text()
    assert view.result.token.fingerprint in strip.owner_label.text()
    assert "Test" in strip.owner_label.text()
    for do in (ActionId.COPY_REPORT, ActionId.COPY_MARKDOWN, ActionId.COPY_JIRA):
        assert name in app.window.action_collection[do].text()


@pytest.mark.parametrize("change", [paste, type_letter, erase])
def test_every_change_of_the_text_marks_the_answer_of_the_text_before(at_work, qtbot, change):
    change(at_work, qtbot, SECOND)
    assert_stale(at_work, NAMES[FIRST])


def test_the_text_that_was_inspected_makes_its_answer_live_again(at_work, qtbot):
    paste(at_work, qtbot, SECOND)
    assert_stale(at_work, NAMES[FIRST])
    paste(at_work, qtbot, FIRST)
    assert_live(at_work, NAMES[FIRST])


def test_the_new_answer_takes_the_mark_away(at_work, qtbot):
    paste(at_work, qtbot, SECOND)
    inspect(at_work, qtbot)
    assert_live(at_work, NAMES[SECOND])
    at_work.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert_stale(at_work, NAMES[FIRST])


def test_the_keys_for_the_report_say_whose_it_is(at_work, qtbot):
    paste(at_work, qtbot, SECOND)
    with qtbot.waitSignal(at_work.export_controller.status_message) as told:
        keys = KEYS.ControlModifier | KEYS.ShiftModifier
        qtbot.keyClick(at_work.window, Qt.Key.Key_R, keys)
    assert NAMES[FIRST] in told.args[0]
    assert NAMES[FIRST] in at_work.window.status_bar.selection_label.text()
    assert clipboard()


def test_the_answer_is_dimmed_while_another_is_awaited_and_after_a_cancel(demo, qtbot):
    demo.window.remember_check_box.setChecked(False)
    inspect(demo, qtbot, token_of(demo, "valid"))
    view = demo.window.result_view
    demo.window.token_field.set_raw_text(token_of(demo, "slow"))
    sentence = view.banner.sentence_label
    qtbot.keyClick(demo.window.token_field, Qt.Key.Key_Return)
    assert demo.runner.is_running
    assert colour_of(sentence) == demo.theme.colours.muted
    assert view.stale_strip.isVisible()
    qtbot.keyClick(demo.window.token_field, Qt.Key.Key_Escape)
    assert not demo.runner.is_running
    assert view.stale_strip.isVisible()
    assert colour_of(sentence) == demo.theme.colours.muted


def test_an_answer_that_is_awaited_again_is_dimmed_where_that_takes_long(start, qtbot):
    body = answer(json.dumps(SUCCESS).encode(), "Content-Type: application/json")

    def reply(wire):
        wire.request()
        if len(made.requests) > 1:
            wire.stall()
        else:
            wire.send(body)

    with FaultyGateway(reply) as made:
        app = start()
        work_in(app, "Test", f"http://127.0.0.1:{made.port}")
        inspect(app, qtbot, "IAM_S_" + "k5Tz" * 8)
        view, colours = app.window.result_view, app.theme.colours
        sentence = view.banner.sentence_label
        qtbot.keyClick(app.window.token_field, Qt.Key.Key_Return)
        assert colour_of(sentence) == colours.text  # most are there in a moment: no flicker
        qtbot.waitUntil(lambda: colour_of(sentence) == colours.muted)
        assert app.runner.is_running
        assert not view.stale_strip.isVisible()
        qtbot.keyClick(app.window.token_field, Qt.Key.Key_Escape)
        assert not app.runner.is_running
        assert colour_of(sentence) == colours.text


def colour_of(label):
    label.ensurePolished()
    return label.palette().color(label.foregroundRole()).name()


def painted_colours(widget):
    """The colours of a widget's picture that are no grey."""
    picture = widget.grab().toImage()
    return {
        QColor(picture.pixel(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if QColor(picture.pixel(x, y)).hsvSaturationF() > 0.35
    }


def test_no_colour_of_a_verdict_is_left_in_what_is_not_live(at_work, qtbot):
    banner = at_work.window.result_view.banner
    assert painted_colours(banner)
    paste(at_work, qtbot, SECOND)
    assert not painted_colours(banner)


def test_the_stripe_of_the_card_is_dashed_while_it_is_not_live(at_work, qtbot):
    banner = at_work.window.result_view.banner

    def count_changes():
        picture = banner.grab().toImage()
        column = [picture.pixel(2, y) for y in range(20, picture.height() - 20)]
        return sum(one != other for one, other in itertools.pairwise(column))

    assert count_changes() == 0
    paste(at_work, qtbot, SECOND)
    assert count_changes() >= 6
    paste(at_work, qtbot, FIRST)
    assert count_changes() == 0


def test_it_can_be_put_away_and_the_keys_are_in_the_field_then(at_work, qtbot):
    paste(at_work, qtbot, SECOND)
    qtbot.mouseClick(
        at_work.window.result_view.stale_strip.put_away_button, Qt.MouseButton.LeftButton
    )
    assert at_work.window.result_view.empty_page.isVisible()
    assert not at_work.window.result_view.stale_strip.isVisible()
    assert at_work.window.result_view.stale_strip.owner_label.text() == ""
    assert at_work.window.token_field.hasFocus()
    assert at_work.window.token_field.get_raw_text() == SECOND


def test_no_action_of_the_old_verdict_is_offered_for_the_new_text(demo, qtbot):
    demo.window.remember_check_box.setChecked(False)
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    banner = demo.window.result_view.banner
    assert banner._action_button.isVisible()
    type_letter(demo, qtbot, "")
    assert not banner._action_button.isVisible()


def test_a_lock_leaves_nothing_of_it(at_work, qtbot):
    """A6."""
    paste(at_work, qtbot, SECOND)
    qtbot.keyClick(at_work.window, Qt.Key.Key_L, KEYS.ControlModifier)
    assert at_work.window.result_view.stale_strip.owner_label.text() == ""
    copied = at_work.window.action_collection[ActionId.COPY_REPORT]
    assert NAMES[FIRST] not in copied.text() + copied.toolTip()


def test_an_export_of_it_says_whose_it_is(at_work, qtbot):
    paste(at_work, qtbot, SECOND)
    qtbot.keyClick(at_work.window, Qt.Key.Key_S, KEYS.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert NAMES[FIRST] in dialog.windowTitle()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


class StyledAnew(QObject):
    """Collects which of these widgets Qt styles anew."""

    def __init__(self, widgets):
        super().__init__()
        self._widgets = set(widgets)
        self.found = []

    def eventFilter(self, watched, event):  # noqa: N802  # the name is Qt's
        if event.type() is QEvent.Type.StyleChange and watched in self._widgets:
            self.found.append(watched)
        return False


def test_becoming_stale_and_live_again_styles_no_widget_anew(at_work, qapp, qtbot):
    """It took 11 ms each time, and an inspection does both."""
    styled = StyledAnew(at_work.window.result_view.findChildren(QWidget))
    qapp.installEventFilter(styled)
    paste(at_work, qtbot, SECOND)
    inspect(at_work, qtbot)
    assert_live(at_work, NAMES[SECOND])
    qapp.removeEventFilter(styled)
    assert styled.found == []


def test_every_text_of_an_answer_that_is_not_live_is_soft_also_after_a_change_of_appearance(
    at_work, qtbot
):
    view = at_work.window.result_view
    labels = [view.banner.sentence_label, *view.banner.head.identity_line.labels]
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK, ThemeMode.LIGHT):
        at_work.theme.set_mode(mode)
        paste(at_work, qtbot, SECOND)
        at_work.theme.set_mode(ThemeMode.DARK)
        at_work.theme.set_mode(mode)
        for label in labels:
            assert colour_of(label) == at_work.theme.colours.muted
        paste(at_work, qtbot, FIRST)
        for label in labels:
            assert colour_of(label) == at_work.theme.colours.text


def find_full_texts(app):
    """The texts of the answer, as painted as a whole, that stand out more than secondary text."""
    window, view, colours = app.window, app.window.result_view, app.theme.colours
    picture = window.grab().toImage()
    grounds = [QColor(one) for one in (colours.window, colours.surface, colours.stripe)]
    soft = max(contrast(QColor(colours.muted), one) for one in grounds)
    parts = (view.banner, view.answer_pages)
    labels = [one for part in parts for kind in TEXTS for one in part.findChildren(kind)]
    return [
        one.text()
        for one in labels
        if one.isVisible() and one.text() and one.visibleRegion().boundingRect() == one.rect()
        if best_contrast(picture, one, window) > soft + 0.1
    ]


TEXTS = (QLabel, ElidedLabel)


def test_the_next_step_over_another_text_is_the_one_of_now(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "valid"))
    view = demo.window.result_view
    said = []
    for more in ({}, {"is_field_empty": True}, {"is_in_question": True}, {"is_replacing": True}):
        view.show_staleness(Staleness(has_other_text=True, **more))
        said.append(view.stale_strip.hint_label.text())
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("scenario", ["account_disabled", "portal_valid", "other_organization"])
def test_no_text_of_what_is_not_live_stands_out(demo, qtbot, scenario):
    """Rows that are made anew at each change included: findings, steps and conditions."""
    window = demo.window
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK, ThemeMode.CONTRAST):
        demo.theme.set_mode(mode)
        inspect(demo, qtbot, token_of(demo, scenario))
        assert find_full_texts(demo), mode
        window.token_field.set_raw_text(token_of(demo, "valid"))
        for height in (900, 560, 900):
            window.resize(window.width(), height)
            lay_out()
            assert window.result_view.is_stale, mode
            assert find_full_texts(demo) == [], mode
        window.token_field.set_raw_text(token_of(demo, scenario))
        assert find_full_texts(demo), mode
