"""Work off the UI thread reports to it, in order, or not at all."""

import threading

from PySide6.QtCore import QObject, QThread, Signal

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.session.interruption import check_interruption


def test_an_answer_arrives_on_the_ui_thread(background, qapp, qtbot):
    seen: list[tuple[threading.Thread, QThread]] = []
    background.submit(
        Lane.REQUEST,
        threading.current_thread,
        lambda worker: seen.append((worker, QThread.currentThread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, deliverer = seen[0]
    assert worker is not threading.main_thread()
    assert deliverer is qapp.thread()


def test_jobs_of_one_lane_run_in_order(background, qtbot):
    request: list[int] = []
    for number in range(50):
        background.submit(Lane.KEYRING, lambda number=number: number, request.append)
    qtbot.waitUntil(lambda: len(request) == 50)
    assert request == list(range(50))


def test_a_request_does_not_wait_for_one_that_lingers(background, qtbot):
    release = threading.Event()
    seen: list[object] = []
    background.submit(Lane.REQUEST, release.wait, lambda _: None)
    background.submit(Lane.REQUEST, lambda: "second", seen.append)
    qtbot.waitUntil(lambda: seen == ["second"])
    release.set()


def test_a_dropped_answer_is_never_delivered(background, qtbot):
    release = threading.Event()
    seen: list[object] = []
    job = background.submit(Lane.KEYRING, release.wait, lambda _: seen.append("stale"))
    job.discard()
    release.set()
    background.submit(Lane.KEYRING, lambda: "next", seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["next"]


def test_work_that_breaks_is_told_without_its_message(background, qtbot, caplog):
    seen: list[object] = []

    def breaks():
        raise RuntimeError("IAM_S_secret")

    background.submit(Lane.FILES, breaks, seen.append, lambda: seen.append("broke"))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["broke"]
    assert "RuntimeError" in caplog.text
    assert "IAM_S_secret" not in caplog.text
    caplog.clear()


def test_nothing_is_delivered_after_close(qapp):
    background = BackgroundExecutor()
    begun, release = threading.Event(), threading.Event()
    seen: list[object] = []

    def linger():
        begun.set()
        return release.wait(5)

    background.submit(Lane.KEYRING, linger, seen.append)
    assert begun.wait(5)
    assert not background.close(0.0)
    release.set()
    assert background.close(5.0)
    qapp.processEvents()
    assert seen == []
    assert background.submit(Lane.FILES, lambda: 1, seen.append).is_discarded


class _Emitter(QObject):
    told = Signal(bool)


def test_ten_thousand_emits_of_true_leave_the_interpreter_whole(qapp):
    """PySide6 6.12 loses a reference of True at each emit on Python < 3.12."""
    emitter = _Emitter()
    heard: list[bool] = []
    emitter.told.connect(heard.append)
    for _ in range(10_000):
        emitter.told.emit(True)
    assert len(heard) == 10_000


def test_dropped_work_ends_at_its_next_step(background, qtbot):
    """N5: what nobody waits for does not go on beside what follows it in the lane."""
    has_begun = threading.Event()
    seen: list[object] = []

    def work_without_end():
        while True:
            has_begun.set()
            check_interruption()

    job = background.submit(Lane.FILES, work_without_end, seen.append, lambda: seen.append("error"))
    assert has_begun.wait(5)
    job.discard()
    background.submit(Lane.FILES, lambda: "next", seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["next"]
