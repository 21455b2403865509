"""Nothing is a window of its own but the windows: no widget is shown before it has its parent."""

import itertools
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.desktop.main_window.main_window import MainWindow
from tests.desktop.at_work import inspect

WINDOWS = (MainWindow, QDialog, QMenu)


class ShownWindows(QObject):
    """Hears of every widget that is shown as a window, for however short a time."""

    def __init__(self, application):
        super().__init__(application)
        self.strays = []
        self.count = 0

    def eventFilter(self, watched, event):  # noqa: N802  # Qt's own name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.count += 1
            if not isinstance(watched, WINDOWS):
                self.strays.append(f"{type(watched).__name__} {watched.accessibleName()}".strip())
        return False


@pytest.fixture
def shown(qapp):
    @contextmanager
    def listening():
        heard = ShownWindows(qapp)
        qapp.installEventFilter(heard)
        try:
            yield heard
        finally:
            qapp.removeEventFilter(heard)
            heard.deleteLater()

    return listening


def test_the_start_shows_one_window(shown, start):
    with shown() as heard:
        start("--demo")
    assert heard.strays == []
    assert heard.count == 1


def test_an_inspection_and_its_pages_open_no_further_window(shown, demo, qtbot):
    with shown() as heard:
        with qtbot.waitSignal(demo.runner.ended, timeout=20_000):
            demo.presenter.inspect()
        for page in Page:
            demo.window.result_view.answer_pages.page_switch.set_page(page)
    assert heard.strays == []
    assert heard.count == 0


def test_no_verdict_opens_a_further_window(shown, demo, qtbot):
    """One that opens takes the keys, even where it is gone at once; folded or whole."""
    heights = itertools.cycle((600, 600, 900, 900))  # so that each is met, and each change
    with shown() as heard:
        for one in demo.demo.scenarios:
            if one.id != "slow":
                demo.window.resize(1024, next(heights))
                inspect(demo, qtbot, one.token)
            assert heard.strays == [], one.id
    assert heard.strays == []
    assert heard.count == 0
    assert demo.window.token_field.hasFocus()


@pytest.mark.parametrize(
    "action", [ActionId.EXPORT, ActionId.ADD_ENVIRONMENT, ActionId.HELP, ActionId.SAFETY]
)
def test_a_dialog_is_one_window(shown, demo, qtbot, action):
    with qtbot.waitSignal(demo.runner.ended, timeout=20_000):
        demo.presenter.inspect()
    with shown() as heard:
        demo.window.action_collection[action].trigger()
        qtbot.waitUntil(lambda: heard.count > 0, timeout=5_000)
        for dialog in demo.window.findChildren(QDialog):
            dialog.close()
    assert heard.strays == []
