"""Notifications on a real bus: taken by a desktop that is there, and never waited for in vain."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("the bus is Linux's", allow_module_level=True)

from jeepney import (  # type: ignore[import-untyped]  # ships no types
    HeaderFields,
    MessageType,
    new_method_return,
)
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]  # idem
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # idem
    Proxy,
    open_dbus_connection,
)

from inspector_app.system.desktop_notification import show_notification


@contextmanager
def session_bus(monkeypatch):
    """A bus of this test's own."""
    running = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    try:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", running.stdout.readline().strip())
        yield running
    finally:
        running.send_signal(signal.SIGCONT)
        running.kill()
        running.wait()
        running.stdout.close()


@contextmanager
def desktop():
    """The service of a desktop: what it was asked to show."""
    shown: list[tuple[object, ...]] = []
    bus = open_dbus_connection()
    Proxy(message_bus, bus).RequestName("org.freedesktop.Notifications")
    stopped = threading.Event()

    def serve():
        while not stopped.is_set():
            try:
                message = bus.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                assert message.header.fields[HeaderFields.member] == "Notify"
                shown.append(message.body)
                bus.send(new_method_return(message, "u", (7,)))

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield shown
    finally:
        stopped.set()
        thread.join()
        bus.close()


def test_a_desktop_shows_the_words_and_reads_no_markup_in_them(monkeypatch):
    with session_bus(monkeypatch), desktop() as shown:
        assert show_notification("App", "Title <b>", "a <img src='file:///x'> & b")
    words = "a &lt;img src='file:///x'&gt; &amp; b"
    assert shown == [("App", 0, "", "Title <b>", words, [], {}, 10_000)]


def test_a_desktop_without_the_service_shows_nothing(monkeypatch):
    with session_bus(monkeypatch):
        assert not show_notification("App", "Title", "words")


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "nonsense"])
def test_without_a_bus_nothing_is_shown(monkeypatch, address):
    """R9."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert not show_notification("App", "Title", "words")


def test_a_frozen_bus_is_not_waited_for(monkeypatch):
    """K1's kind: a second or two, on a thread of a worker."""
    with session_bus(monkeypatch) as running:
        os.kill(running.pid, signal.SIGSTOP)
        begun = time.monotonic()
        assert not show_notification("App", "Title", "words")
    assert time.monotonic() - begun < 4


def test_a_desktop_that_never_answers_is_not_waited_for(monkeypatch):
    """K1's kind: the bus is well, the service behind it hangs."""
    with session_bus(monkeypatch), open_dbus_connection() as hanging:
        Proxy(message_bus, hanging).RequestName("org.freedesktop.Notifications")
        begun = time.monotonic()
        assert not show_notification("App", "Title", "words")
    assert time.monotonic() - begun < 4


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_desktops_have_no_bus_none_is_looked_for(monkeypatch, system):
    """Its packages are not installed there."""
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setitem(sys.modules, "jeepney", None)
    assert not show_notification("App", "Title", "words")
