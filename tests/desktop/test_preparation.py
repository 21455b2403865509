"""What the first answer needs is made before it comes."""

from PySide6.QtCore import QObject

from inspector_app.desktop.preparation import Preparation


def test_the_parts_run_in_order_one_at_a_turn(qtbot):
    done, parent = [], QObject()
    preparation = Preparation([lambda: done.append(1), lambda: done.append(2)], parent)
    preparation.start()
    preparation._timer.timeout.emit()
    assert done == [1]
    qtbot.waitUntil(lambda: done == [1, 2])
    assert not preparation._timer.isActive()


def test_none_runs_after_the_end(qapp):
    done, parent = [], QObject()
    preparation = Preparation([lambda: done.append(1)], parent)
    preparation.start()
    preparation.stop()
    assert not preparation._timer.isActive()


def test_soon_after_the_start_the_history_is_there_and_hidden(demo, qtbot):
    demo.window.show()
    qtbot.waitUntil(lambda: demo.history.pane is not None, timeout=20_000)
    assert not demo.history.pane.isVisible()
    demo.history.on_locked(True)
    demo.history.on_locked(False)
    assert not demo.history.pane.isVisible()
