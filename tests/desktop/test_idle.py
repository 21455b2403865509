"""A window that nobody looks at leaves the processor alone."""

import sys

import pytest

from tests.desktop.demo_process import run_demo

SCRIPT = """
def count_wake_ups():
    total = 0
    for thread in Path("/proc/self/task").iterdir():
        lines = (thread / "status").read_text().splitlines()
        total += sum(int(one.split()[1]) for one in lines if one.startswith("voluntary_ctxt"))
    return total

def begin():
    assert app.window.result_view.result is not None
    getattr(app.window, sys.argv[2])()
    QTimer.singleShot(2_500, measure)

def measure():
    before, worked = count_wake_ups(), time.process_time()
    QTimer.singleShot(4_000, lambda: end(before, worked))

def end(before, worked):
    busy = 100 * (time.process_time() - worked) / 4
    print(count_wake_ups() - before, f"{busy:.3f}")
    app.window.close()
    application.exit(0)

app.demo.ready.connect(lambda _: app.presenter.inspect())
app.runner.ended.connect(lambda: QTimer.singleShot(500, begin))
app.window.show()
sys.exit(application.exec())
"""


def measure(folder, way):
    """How often any thread woke up in four seconds, and per cent of a core that all took."""
    wake_ups, busy = run_demo(SCRIPT, folder, way).split()
    return int(wake_ups), float(busy)


@pytest.mark.timing
@pytest.mark.skipif(sys.platform != "linux", reason="wake-ups are counted in Linux's /proc")
def test_nothing_wakes_the_processor_while_the_window_is_hidden(tmp_path):
    """An answer is there, the demo's gateway waits, and the time until the lock goes on."""
    wake_ups, busy = measure(tmp_path, "hide")
    assert wake_ups <= 5  # of the measurement itself
    assert busy < 0.1


@pytest.mark.timing
@pytest.mark.skipif(sys.platform != "linux", reason="wake-ups are counted in Linux's /proc")
def test_a_countdown_that_is_seen_takes_little(tmp_path):
    """At most double what is wanted: 0.2 % of a core; in the quieter of two runs."""
    assert any(measure(tmp_path, "update")[1] < 0.6 for _ in range(2))
