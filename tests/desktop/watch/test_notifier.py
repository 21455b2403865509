"""Where the desktop has a tray, the news of a watch stand in it, and are gone with the watch."""

from typing import ClassVar

import pytest
from PySide6 import QtWidgets
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.watch.notifier import Notifier


class Tray(QObject):
    """A tray, which there is none of offscreen."""

    is_there = True
    made: ClassVar[list["Tray"]] = []

    def __init__(self, icon, parent):
        super().__init__(parent)
        self.said: list[tuple[str, str]] = []
        self.is_shown = False
        self.made.append(self)

    @classmethod
    def isSystemTrayAvailable(cls):  # noqa: N802  # Qt's own names
        return cls.is_there

    def show(self):
        self.is_shown = True

    def hide(self):
        self.is_shown = False

    def showMessage(self, title, words):  # noqa: N802
        assert self.is_shown
        self.said.append((title, words))


@pytest.fixture
def tray(monkeypatch):
    monkeypatch.setattr(QtWidgets, "QSystemTrayIcon", Tray)
    monkeypatch.setattr(Tray, "made", [])
    return Tray


@pytest.fixture
def notifier(qtbot, background):
    window = QWidget()
    qtbot.addWidget(window)
    return Notifier(window, background)


def test_the_words_are_shown_by_one_icon_until_the_watch_is_over(notifier, tray):
    for words in ("It ended.", "It is back."):
        notifier._show_by_tray("Inspector", words)
    (icon,) = tray.made
    assert icon.said == [("Inspector", "It ended."), ("Inspector", "It is back.")]
    notifier.close()
    assert not icon.is_shown
    notifier.close()
    notifier._show_by_tray("Inspector", "Again.")
    assert [one.is_shown for one in tray.made] == [False, True]


def test_without_a_tray_nothing_is_shown(notifier, tray, monkeypatch):
    monkeypatch.setattr(tray, "is_there", False)
    notifier._show_by_tray("Inspector", "It ended.")
    assert tray.made == []
