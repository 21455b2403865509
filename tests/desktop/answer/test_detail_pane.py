"""All of a row: what its columns have no room for is read below the tree, and goes with it."""

import json

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.detail_pane import MAX_DETAIL_LENGTH
from inspector_app.desktop.theme.spacing import measure_line
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import inspect, lay_out, work_in
from tests.desktop.theme.test_appearance_switch import best_contrast
from tests.gateway.faulty_gateway import Answering

TOKEN = "opaque-" + "r8Q" * 14
LONG = "a long description, " * 40
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at_work(demo, qtbot):
    user = {"name": "Ilse Brandt", "description": LONG, "extra": "x" * 50_000}
    session = {"id": TOKEN, "user": user | {"phoneArea": f"repeated: {TOKEN}"}}
    body = {"status": 0, "success": True, "session": session}
    with Answering() as gateway:
        gateway.body = json.dumps(body).encode()
        work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
        inspect(demo, qtbot, TOKEN)
        yield demo


def select(app, *path):
    app.window.result_view.tree_view.select_path(path)


def pane_of(app):
    return app.window.result_view.answer_pages.detail_pane


def test_enter_shows_all_of_it_and_the_arrows_the_next_and_escape_closes_it(at_work, qtbot):
    tree, pane = at_work.window.result_view.tree_view, pane_of(at_work)
    select(at_work, "session", "user", "description")
    assert not pane.isVisible()
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert pane.isVisible()
    assert pane.value_view.toPlainText() == LONG
    assert pane.path_label.text() == "session.user.description"
    select(at_work, "session", "user", "name")
    assert pane.value_view.toPlainText() == "Ilse Brandt"
    pane.value_view.setFocus()
    qtbot.keyClick(pane.value_view, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert pane.value_view.toPlainText() == ""
    assert tree.hasFocus()


def test_its_keys_open_and_close_it(at_work, qtbot):
    select(at_work, "session", "user", "description")
    for is_open in (True, False):
        qtbot.keyClick(at_work.window, Qt.Key.Key_I, CONTROL)
        assert pane_of(at_work).isVisible() is is_open


def test_of_an_endless_value_the_beginning_is_shown_and_how_much_is_left_out(at_work, qtbot):
    """J5."""
    select(at_work, "session", "user", "extra")
    qtbot.keyClick(at_work.window, Qt.Key.Key_I, CONTROL)
    view = pane_of(at_work).value_view
    qtbot.waitUntil(lambda: view.is_complete)
    text = view.toPlainText()
    assert text.startswith("x" * MAX_DETAIL_LENGTH)
    assert text.endswith(f"(+{50_000 - MAX_DETAIL_LENGTH})")


def test_the_credential_stays_masked(at_work, qtbot):
    """A1."""
    select(at_work, "session", "id")
    qtbot.keyClick(at_work.window, Qt.Key.Key_I, CONTROL)
    assert pane_of(at_work).isVisible()
    assert TOKEN[8:] not in pane_of(at_work).value_view.toPlainText()
    select(at_work, "session", "user", "phoneArea")
    assert TOKEN[8:] not in pane_of(at_work).value_view.toPlainText()


@pytest.mark.parametrize("event", ["lock", "share", "other page"])
def test_it_goes_with_what_it_is_of(at_work, qtbot, event):
    """A6."""
    select(at_work, "session", "user", "name")
    qtbot.keyClick(at_work.window, Qt.Key.Key_I, CONTROL)
    actions = at_work.window.action_collection
    do = {"lock": ActionId.LOCK, "share": ActionId.SCREEN_SHARE, "other page": ActionId.SHOW_JSON}
    actions[do[event]].trigger()
    assert not pane_of(at_work).isVisible()
    assert pane_of(at_work).value_view.toPlainText() == ""
    qtbot.waitUntil(at_work.background.is_idle)
    if event == "share":
        actions[ActionId.SCREEN_SHARE].trigger()


@pytest.mark.parametrize("mode", [ThemeMode.DARK, ThemeMode.CONTRAST, ThemeMode.LIGHT])
def test_it_can_be_read_in_each_appearance_chosen_while_it_was_hidden(at_work, qtbot, mode):
    for before in (ThemeMode.LIGHT, ThemeMode.DARK, mode):
        at_work.theme.set_mode(before)
    select(at_work, "session", "user", "name")
    qtbot.keyClick(at_work.window, Qt.Key.Key_I, CONTROL)
    view = pane_of(at_work).value_view
    assert view.palette().text().color().name() == at_work.theme.colours.text
    window = at_work.window
    assert best_contrast(window.grab().toImage(), view, window) >= 4.5


def test_it_is_muted_with_the_answer_of_another_token(at_work, qtbot):
    select(at_work, "session", "user", "name")
    qtbot.keyClick(at_work.window, Qt.Key.Key_I, CONTROL)
    palette = pane_of(at_work).value_view.palette
    before = palette().text().color().name()
    at_work.window.token_field.set_raw_text("another")
    qtbot.waitUntil(lambda: palette().text().color().name() != before)
    tree = at_work.window.result_view.tree_view
    assert palette().text().color() == tree.palette().text().color()


@pytest.mark.parametrize("height", [600, 770])
def test_the_card_and_the_rows_keep_their_height_beside_the_details(at_work, qtbot, height):
    window = at_work.window
    window.resize(1024, height)
    select(at_work, "session", "user", "name")
    window.action_collection[ActionId.SHOW_DETAILS].trigger()
    pane, view = pane_of(at_work), window.result_view
    qtbot.waitUntil(pane.isVisible)
    lay_out()
    line = measure_line(pane.value_view.font())
    qtbot.waitUntil(lambda: pane.value_view.height() < 2 * line + 14)  # it has one line
    assert not pane.value_view.verticalScrollBar().isVisible()
    tree = view.tree_view
    assert tree.viewport().height() >= 2 * tree.sizeHintForRow(0)
    row = tree.visualRect(tree.currentIndex())
    assert tree.viewport().rect().contains(row.center())
    assert tree.geometry().bottom() < pane.geometry().top()
    assert view._banner_area.height() >= min(view.banner.height(), 100)
    select(at_work, "session", "user", "description")
    qtbot.waitUntil(lambda: pane.value_view.height() > 3 * line)
    assert pane.geometry().bottom() <= view.answer_pages.height()
    if height > 700:
        qtbot.waitUntil(lambda: view._banner_area.height() == view.banner.height())


def test_rows_and_card_share_a_height_that_is_too_low_for_both(at_work):
    select(at_work, "session", "user", "name")
    at_work.window.action_collection[ActionId.SHOW_DETAILS].trigger()
    pages, px = at_work.window.result_view.answer_pages, at_work.theme.spacing.to_pixels
    lay_out()
    details = px(8) + pages.detail_pane.compute_height(pages.width())
    enough = px(48 + 100 + 134) + details
    for height, page in ((enough, px(100)), (enough - 1, px(60)), (enough, px(100))):
        pages.parentWidget().resize(pages.parentWidget().width(), height)
        pages._keep_height()
        assert {one.minimumHeight() for one in pages._pages} == {page}
        assert pages.minimumHeight() == px(48) + page + details


def test_the_value_is_as_far_from_either_edge(at_work, qtbot):
    select(at_work, "session", "user", "name")
    qtbot.keyClick(at_work.window, Qt.Key.Key_I, CONTROL)
    lay_out()
    pane = pane_of(at_work)
    place = pane.value_view.geometry()
    assert place.left() == pane.width() - 1 - place.right()
