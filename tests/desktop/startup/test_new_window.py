"""One more window is a process of its own, whatever stands in the environment of this one."""

import os
import signal

from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.startup.new_window import WindowStarter


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
