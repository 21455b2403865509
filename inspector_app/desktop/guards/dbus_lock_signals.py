"""Finds the D-Bus signals for a locked screen: from the desktop's screen saver and logind.

Everything here may block and belongs on a worker thread.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from PySide6.QtCore import SLOT

if TYPE_CHECKING:
    from collections.abc import Iterator

LOGIND_SERVICE: Final = "org.freedesktop.login1"
_SCREEN_SAVER_SERVICES: Final = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "mate", "cinnamon", "xfce")
)
_SYSTEM_BUS_ADDRESS: Final = "unix:path=/run/dbus/system_bus_socket"
_BUS_TIMEOUT: Final = 1.0
"""Seconds for a bus to answer; one that is alive takes a thousandth of that."""

_ANSWER_SIZE: Final = 16
"""Bytes of its answer that are read: any says that it is alive."""


@dataclass(frozen=True, slots=True)
class LockSignal:
    """A D-Bus signal that reports a locked screen, and the Qt slot for it.

    ``connection`` is Qt's name of the bus connection; an empty ``path`` matches any.
    """

    connection: str
    service: str
    interface: str
    member: str
    slot: str
    path: str = ""


def create_connection_names() -> tuple[str, str]:
    """Create names for the two bus connections that no other connection of Qt has ever had."""
    one = uuid4()
    return f"screen lock {one} session", f"screen lock {one} system"


def find_lock_signals(names: tuple[str, str]) -> tuple[LockSignal, ...]:
    """Find the signals available now, on connections of these names, which the caller closes."""
    session, system = names
    heard = [
        LockSignal(session, one, one, "ActiveChanged", SLOT("on_active_changed(bool)"))
        for one in list_available_services(
            get_session_bus_address(), session, _SCREEN_SAVER_SERVICES
        )
    ]
    address = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", _SYSTEM_BUS_ADDRESS)
    heard += [
        LockSignal(
            system,
            one,
            f"{one}.Session",
            "Lock",
            SLOT("notify_locked()"),
            _build_logind_session_path(),
        )
        for one in list_available_services(address, system, (LOGIND_SERVICE,))
    ]
    return tuple(heard)


def list_available_services(address: str, connection: str, services: tuple[str, ...]) -> list[str]:
    """List which of these services are registered on a bus; none where there is no bus."""
    if not _is_alive(address):
        return []
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.connectToBus(address, connection)
    asked = bus.interface()
    if not bus.isConnected() or asked is None:
        return []
    asked.setTimeout(round(_BUS_TIMEOUT * 1000))
    names = asked.registeredServiceNames().value() or []
    return [one for one in services if one in names]


def get_session_bus_address() -> str:
    """Get the address of the session bus; empty where there is none."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not address and runtime and Path(runtime, "bus").exists():
        return f"unix:path={runtime}/bus"
    return address


def _is_alive(address: str) -> bool:
    """Whether a bus answers at all: Qt would wait forever for a frozen one.

    A bus answers an incomplete AUTH command with REJECTED (D-Bus Specification, Authentication
    Protocol).
    """
    if sys.platform == "win32":
        return False
    for name in _iter_socket_names(address):
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as client:
            client.settimeout(_BUS_TIMEOUT)
            client.connect(name)
            client.sendall(b"\0AUTH\r\n")
            if client.recv(_ANSWER_SIZE):
                return True
    return False


def _iter_socket_names(address: str) -> Iterator[str]:
    """Iterate over the sockets of an address list like ``unix:path=/run/user/1000/bus,guid=…``."""
    for one in address.split(";"):
        transport, _, parameters = one.partition(":")
        given = dict(pair.partition("=")[::2] for pair in parameters.split(","))
        if transport == "unix" and "path" in given:
            yield given["path"]
        elif transport == "unix" and "abstract" in given:
            yield f"\0{given['abstract']}"


def _build_logind_session_path() -> str:
    """Build the object path of the user's logind session like sd_bus_path_encode(3) of systemd."""
    session = os.environ.get("XDG_SESSION_ID", "")
    if not session.isalnum():
        return ""
    first = f"_{ord(session[0]):02x}" if session[0].isdigit() else session[0]
    return f"/org/freedesktop/login1/session/{first}{session[1:]}"
