"""Where a desktop tells that it locks the screen: buses, sockets, and the path of the session."""

import sys

import pytest

from inspector_app.desktop.guards import dbus_lock_signals
from inspector_app.desktop.guards.dbus_lock_signals import (
    LockSignal,
    create_connection_names,
    find_lock_signals,
    get_session_bus_address,
    list_available_services,
)

SAVERS = ["freedesktop", "gnome", "mate", "cinnamon", "xfce"]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("unix:path=/run/bus", ["/run/bus"]),
        ("unix:path=/run/bus,guid=0a1b", ["/run/bus"]),
        ("unix:guid=0a1b,path=/run/bus", ["/run/bus"]),
        ("unix:abstract=/tmp/x", ["\0/tmp/x"]),
        ("unix:path=/a,abstract=b", ["/a"]),
        ("unix:path=/a;tcp:host=h,path=/b;unix:abstract=c", ["/a", "\0c"]),
        ("tcp:path=/a", []),
        ("unix:dir=/a", []),
        ("unix:path=/a=b", ["/a=b"]),
        ("", []),
    ],
)
def test_the_sockets_of_an_address_are_those_of_this_computer(address, names):
    assert list(dbus_lock_signals._iter_socket_names(address)) == names


@pytest.mark.parametrize(
    ("session", "path"),
    [
        ("2", "/org/freedesktop/login1/session/_32"),
        ("c1", "/org/freedesktop/login1/session/c1"),
        ("12", "/org/freedesktop/login1/session/_312"),
        ("", ""),
        ("a/b", ""),
        ("-1", ""),
    ],
)
def test_the_path_of_a_session_is_as_systemd_writes_it(monkeypatch, session, path):
    monkeypatch.setenv("XDG_SESSION_ID", session)
    assert dbus_lock_signals._build_logind_session_path() == path
    monkeypatch.delenv("XDG_SESSION_ID")
    assert dbus_lock_signals._build_logind_session_path() == ""


def test_the_bus_of_the_session_is_the_named_one_or_the_usual_one(monkeypatch, tmp_path):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/named")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "bus").touch()
    assert get_session_bus_address() == "unix:path=/named"
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert get_session_bus_address() == f"unix:path={tmp_path}/bus"
    (tmp_path / "bus").unlink()
    assert get_session_bus_address() == ""
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert get_session_bus_address() == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's")
def test_each_screen_saver_and_logind_are_heard_where_they_are(monkeypatch):
    """A6."""
    asked = []

    def list_services(address, connection, services):
        asked.append((address, connection, services))
        return list(services)

    monkeypatch.setattr(dbus_lock_signals, "list_available_services", list_services)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/session")
    monkeypatch.delenv("DBUS_SYSTEM_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_SESSION_ID", "c1")
    savers = tuple(f"org.{one}.ScreenSaver" for one in SAVERS)
    heard = find_lock_signals(("one", "two"))
    assert asked == [
        ("unix:path=/session", "one", savers),
        ("unix:path=/run/dbus/system_bus_socket", "two", ("org.freedesktop.login1",)),
    ]
    assert heard == (
        *(
            LockSignal("one", name, name, "ActiveChanged", "1on_active_changed(bool)")
            for name in savers
        ),
        LockSignal(
            "two",
            "org.freedesktop.login1",
            "org.freedesktop.login1.Session",
            "Lock",
            "1notify_locked()",
            "/org/freedesktop/login1/session/c1",
        ),
    )
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/other")
    find_lock_signals(("one", "two"))
    assert asked[-1][0] == "unix:path=/other"


def test_where_there_is_no_bus_nothing_is_listed():
    assert list_available_services("unix:path=/nowhere", "x", ("a",)) == []
    assert dbus_lock_signals._BUS_TIMEOUT == 1.0


def test_no_two_connections_have_one_name():
    """Qt would hand out the one that was closed."""
    names = {*create_connection_names(), *create_connection_names()}
    assert len(names) == 4
    assert {one.split(" ")[-1] for one in names} == {"session", "system"}
