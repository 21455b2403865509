"""Whatever a lock hides is there again once the window is unlocked and has an answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.desktop.at_work import inspect, token_of


def seen(window):
    """Every widget that is on the screen, and what each label and picture says but for times."""
    return [
        (type(one).__name__, one.objectName(), isinstance(one, QLabel) and bool(one.text()))
        for one in window.findChildren(QWidget)
        if one.isVisible() and not one.visibleRegion().isEmpty()
    ]


def lock(app, qtbot, event):
    if event == "key":
        qtbot.keyClick(app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    elif event == "idle":
        app.secret_guards.idle_timer.set_timeout(0)  # minutes: they are over at once
    else:
        app.secret_guards.screen_lock_monitor.notify_locked()
    qtbot.waitUntil(app.secret_guards.window_lock.page.isVisible)
    app.secret_guards.idle_timer.set_timeout(60)


@pytest.mark.parametrize("event", ["key", "idle", "screen"])
@pytest.mark.parametrize("scenario", ["valid", "session_not_found"])
def test_what_a_lock_hides_comes_back_with_the_next_answer(demo, qtbot, event, scenario):
    """A6."""
    token = token_of(demo, scenario)
    demo.window.remember_check_box.setChecked(False)
    inspect(demo, qtbot, token)
    qtbot.waitUntil(lambda: bool(demo.history.store.history.entries))
    demo.window.status_bar.set_selection("")
    before = seen(demo.window)
    for _ in range(2):
        lock(demo, qtbot, event)
        inspect(demo, qtbot, token)
        qtbot.waitUntil(lambda: seen(demo.window) == before)
        banner = demo.window.result_view.banner
        assert banner.isVisible()
        assert banner.sentence_label.text()
        assert not banner.timeline.isVisible() or banner.timeline.accessibleName()
