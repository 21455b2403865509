"""A request to stop is heard once by everyone who listens."""

import threading

from inspector_app.gateway.cancellation import Cancellation


def test_whoever_listens_is_told_once():
    heard = []
    cancellation = Cancellation()
    cancellation.add_cancel_callback(lambda: heard.append(1))
    cancellation.add_cancel_callback(lambda: heard.append(2))
    assert not cancellation.is_cancelled
    cancellation.cancel()
    cancellation.cancel()
    assert cancellation.is_cancelled
    assert heard == [1, 2]


def test_whoever_listens_too_late_is_told_at_once():
    heard = []
    cancellation = Cancellation()
    cancellation.cancel()
    cancellation.add_cancel_callback(lambda: heard.append(1))()
    assert heard == [1]


def test_whoever_stopped_listening_is_not_told():
    heard = []
    cancellation = Cancellation()
    stop = cancellation.add_cancel_callback(lambda: heard.append(1))
    stop()
    stop()
    cancellation.cancel()
    assert heard == []


def test_a_listener_may_stop_another_while_it_is_told():
    cancellation = Cancellation()
    cancellation.add_cancel_callback(cancellation.add_cancel_callback(lambda: None))
    cancellation.cancel()
    assert cancellation.is_cancelled


def test_cancelling_from_many_threads_tells_once():
    heard = []
    cancellation = Cancellation()
    cancellation.add_cancel_callback(lambda: heard.append(1))
    threads = [threading.Thread(target=cancellation.cancel) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heard == [1]
