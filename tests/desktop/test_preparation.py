"""What the first answer needs is made before it comes."""

from PySide6.QtCore import QObject

from inspector_app.desktop.preparation import Preparation
from tests.desktop.at_work import run_out
from tests.desktop.demo_process import run_demo


def test_the_parts_run_in_order_one_at_a_turn(qtbot):
    done, parent = [], QObject()
    preparation = Preparation([lambda: done.append(1), lambda: done.append(2)], parent)
    preparation.start()
    run_out(preparation._timer)
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


FIRST_ANSWER = """
from enum import EnumType
from inspector_app.desktop.theme import icons

made = []
create, draw = EnumType._create_, icons._draw
EnumType._create_ = lambda *args, **more: made.append(args[1]) or create(*args, **more)
icons._draw = lambda *args: made.append("an icon") or draw(*args)

def begin():
    if app.history.pane is None:  # the last part to be prepared
        QTimer.singleShot(10, begin)
        return
    made.clear()
    app.runner.ended.connect(end)
    app.presenter.inspect()

def end():
    app.window.grab()
    print(app.window.result_view.result is not None, sorted(made))
    app.window.close()
    application.exit(0)

app.demo.ready.connect(begin)
app.window.show()
sys.exit(application.exec())
"""


def test_to_show_the_first_answer_draws_no_icon_and_makes_no_enumeration(tmp_path):
    """R3: PySide makes enumerations at a first touch: those of a brush took 10 ms of the 50."""
    assert run_demo(FIRST_ANSWER, tmp_path) == "True []\n"
