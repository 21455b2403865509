"""What is said where Qt cannot start."""

import os
from typing import Any

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning

from inspector_app.desktop.startup import fatal_start

LIBRARY = "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin."
DISPLAY = "could not connect to display :9"


@pytest.mark.parametrize(
    ("messages", "words"),
    [
        ([], "The display cannot be reached"),
        ([DISPLAY], "The display cannot be reached"),
        ([LIBRARY], "The library libxcb-cursor0 is missing"),
        ([LIBRARY, DISPLAY], "The display cannot be reached"),
        (["x", LIBRARY], "The library libxcb-cursor0 is missing"),
    ],
)
def test_it_names_what_is_missing(messages, words):
    assert fatal_start._explain(messages).startswith(words)


def test_what_qt_says_meanwhile_is_told_as_ever_and_the_handler_of_before_is_back(capsys):
    heard = []

    def hear(_kind, _context, text):
        heard.append(text)

    before = qInstallMessageHandler(hear)
    try:
        with fatal_start.explaining_failure():
            qWarning("while it starts")
            assert heard == []
        qWarning("afterwards")
    finally:
        qInstallMessageHandler(before)
    assert capsys.readouterr().err == "while it starts\n"
    assert heard == ["afterwards"]


def test_where_qt_gives_up_the_process_ends_with_words(monkeypatch, capsys):
    ended: list[int] = []
    handlers: list[Any] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(fatal_start, "qInstallMessageHandler", handlers.append)
    with fatal_start.explaining_failure():
        handlers[0](QtMsgType.QtWarningMsg, None, LIBRARY)
        handlers[0](QtMsgType.QtFatalMsg, None, "no plugin")
    assert ended == [2]
    assert "libxcb-cursor0" in capsys.readouterr().err.splitlines()[0]
