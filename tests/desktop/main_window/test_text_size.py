"""Larger and smaller text: all of the window in proportion, at once and after a restart."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.main_window.text_size import TextSize
from inspector_app.settings.user_settings import TEXT_SIZES, ThemeMode
from tests.desktop.at_work import inspect, lay_out

CONTROL = Qt.KeyboardModifier.ControlModifier
LARGEST = 200
SMALLER, LARGER, DEFAULT = ActionId.TEXT_SMALLER, ActionId.TEXT_LARGER, ActionId.TEXT_DEFAULT


@pytest.fixture(autouse=True)
def usual_size(qapp):
    """The font is the process's: a test leaves it as it was."""
    font = qapp.font()
    yield
    qapp.setFont(font)


def press(app, qtbot, key, times=1):
    for _ in range(times):
        qtbot.keyClick(app.window, key, CONTROL)
    lay_out()


def settle(app, qtbot):
    """Show the second answer, since its findings tell of the one before."""
    app.window.resize(1500, 1200)
    qtbot.waitUntil(lambda: app.history.pane is not None)  # made soon after the start
    for _ in range(2):
        inspect(app, qtbot)
    shown = (app.history.pane, app.history._button)  # one of them, once an answer is kept
    qtbot.waitUntil(lambda: app.background.is_idle() and any(one.isVisible() for one in shown))
    before = None
    while before != (before := describe(app.window)):
        for _ in range(6):  # the card's height depends on its width, and that on a scroll bar
            QApplication.processEvents()


def describe(window):
    """What a person sees of the sizes: of each shown widget its text's, its own and its edges."""
    found: dict[tuple[str, int], tuple[object, ...]] = {}
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        layout = widget.layout()
        edges: tuple[int, ...] = ()
        if layout is not None:
            margins = layout.contentsMargins()
            edges = margins.left(), margins.top(), layout.spacing()
        kind = type(widget).__name__
        number = sum(one == kind for one, _ in found)
        size = round(widget.font().pointSizeF(), 2)
        found[kind, number] = size, widget.height(), edges
    return found


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_what_would_change_nothing_is_not_offered(appearance, qtbot, size):
    owner, theme, preferences = QWidget(), SimpleNamespace(text_size=size), SimpleNamespace()
    qtbot.addWidget(owner)
    actions = ActionCollection(appearance, owner)
    TextSize(cast("Any", theme), cast("Any", preferences), actions, owner)
    offered = {one: actions[one].isEnabled() for one in (SMALLER, LARGER, DEFAULT)}
    assert offered == {
        SMALLER: size != min(TEXT_SIZES),
        LARGER: size != max(TEXT_SIZES),
        DEFAULT: size != 100,
    }


def test_each_step_is_told_kept_and_seen_at_once(demo, qtbot):
    settle(demo, qtbot)
    label = demo.window.result_view.banner.sentence_label
    before = label.font().pointSizeF(), demo.window.inspect_button.height()
    press(demo, qtbot, Qt.Key.Key_Plus, 3)
    assert demo.preferences.settings.text_size == 150
    assert "150 %" in demo.window.status_bar.selection_label.text()
    assert label.font().pointSizeF() == pytest.approx(before[0] * 1.5)
    assert demo.window.inspect_button.height() >= before[1] * 1.3
    press(demo, qtbot, Qt.Key.Key_Minus)
    assert demo.preferences.settings.text_size == 125
    press(demo, qtbot, Qt.Key.Key_0)
    assert (label.font().pointSizeF(), demo.window.inspect_button.height()) == before


def test_the_way_through_all_sizes_ends_where_it_began(demo, qtbot):
    settle(demo, qtbot)
    before = describe(demo.window)
    press(demo, qtbot, Qt.Key.Key_Plus, 6)
    assert demo.theme.text_size == LARGEST
    press(demo, qtbot, Qt.Key.Key_Minus, 7)
    press(demo, qtbot, Qt.Key.Key_0)
    settle(demo, qtbot)
    assert describe(demo.window) == before


@pytest.mark.parametrize("steps", [1, 3, 5])
def test_a_window_that_was_enlarged_is_the_one_that_the_next_start_shows(demo, start, qtbot, steps):
    settle(demo, qtbot)
    press(demo, qtbot, Qt.Key.Key_Plus, steps)
    settle(demo, qtbot)
    enlarged = describe(demo.window)
    qtbot.waitUntil(demo.background.is_idle)
    demo.window.close()
    again = start("--demo")
    qtbot.waitUntil(lambda: again.preferences.demo is not None)
    settle(again, qtbot)
    assert again.theme.text_size == demo.theme.text_size
    fresh = describe(again.window)
    different = {
        key: (enlarged.get(key), fresh.get(key))
        for key in enlarged | fresh
        if not is_alike(enlarged.get(key), fresh.get(key))
    }
    assert not different


def is_alike(one, other):
    """But for rounding: each distance by a pixel, of which several add up to a height."""
    if one is None or other is None:
        return False
    return one[0] == other[0] and abs(one[1] - other[1]) <= 2 + 0.02 * one[1]


def test_the_actions_end_with_the_sizes(demo, qtbot):
    press(demo, qtbot, Qt.Key.Key_Plus, 20)
    assert demo.preferences.settings.text_size == LARGEST
    press(demo, qtbot, Qt.Key.Key_Minus, 20)
    assert demo.preferences.settings.text_size == 90
    press(demo, qtbot, Qt.Key.Key_Equal)
    assert demo.preferences.settings.text_size == 100


def list_text_sizes(window):
    """The sizes of all texts, by kind: rows are made anew. A bar to scroll comes and has none."""
    described = describe(window).items()
    return {(kind, facts[0]) for (kind, _), facts in described if kind != QScrollBar.__name__}


@pytest.mark.parametrize("steps", [0, 3])
def test_another_appearance_leaves_the_size_of_every_text(demo, qtbot, steps):
    settle(demo, qtbot)
    press(demo, qtbot, Qt.Key.Key_Plus, steps)
    before = list_text_sizes(demo.window)
    for mode in (ThemeMode.DARK, ThemeMode.CONTRAST, ThemeMode.LIGHT):
        demo.theme.set_mode(mode)
        lay_out()
        assert list_text_sizes(demo.window) == before, mode
