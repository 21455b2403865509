"""One more window is a process of its own, whatever stands in the environment of this one."""

import os
import signal
import sys

import pytest

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.startup.new_window import NEW_WINDOW_OPTION, WindowStarter


def test_it_is_another_process_that_goes_on_by_itself(qapp, qtbot, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    background = BackgroundExecutor(qapp, lambda error: None)
    starter = WindowStarter(background, background)
    with qtbot.waitSignal(starter.started) as started:
        starter.start()
    process_id = started.args[0]
    assert process_id not in {0, os.getpid()}
    os.kill(process_id, signal.SIGTERM)  # raises where there is none
    background.close(1.5)
    background.deleteLater()


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell is no program there")
@pytest.mark.parametrize("is_bundled", [False, True])
def test_it_is_started_as_this_one_was(qapp, qtbot, monkeypatch, tmp_path, is_bundled):
    """A bundle is a program of its own; otherwise Python is told what to run."""
    program, told = tmp_path / "program", tmp_path / "told"
    program.write_text(f'#!/bin/sh\necho "$@" > "{told}.new"\nmv "{told}.new" "{told}"\n')
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))
    if is_bundled:
        monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    background = BackgroundExecutor(qapp, lambda error: None)
    starter = WindowStarter(background, background)
    with qtbot.waitSignal(starter.started):
        starter.start()
    qtbot.waitUntil(told.exists)
    way = [] if is_bundled else ["-m", "inspector_app"]
    assert told.read_text().split() == [*way, NEW_WINDOW_OPTION]
    background.close(1.5)
    background.deleteLater()


def test_it_leaves_some_of_the_other_in_sight(start):
    one, other = start(), start(NEW_WINDOW_OPTION)
    moved = other.window.pos() - one.window.pos()
    assert moved.x() >= 16
    assert moved.y() >= 16
