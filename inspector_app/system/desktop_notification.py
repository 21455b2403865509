"""Shows a notification on a Linux desktop, by the service that every desktop has for it.

Not by Qt: its tray asks the bus in the thread of the window, and shows nothing where a desktop has
no tray. Anybody who sees the screen reads a notification, also above a lock.
"""

from __future__ import annotations

import sys
from typing import Final

_TIMEOUT: Final = 1.0
"""Seconds for the desktop to answer; one that is alive takes a hundredth of that."""

_SERVICE: Final = "org.freedesktop.Notifications"
_PATH: Final = "/org/freedesktop/Notifications"
_SHOWN_MS: Final = 10_000
"""Milliseconds that it is shown, where the desktop asks."""


def show_notification(app: str, title: str, body: str) -> bool:
    """Show words of this program on the desktop; blocks for some seconds at most.

    Returns whether the desktop took it. ``body`` is escaped, as desktops read markup in it
    (Desktop Notifications Specification, Basic Design).
    """
    if not sys.platform.startswith("linux"):
        return False
    # ships no types; imported where it is used, as other systems do not have it
    from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]
    from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

    escaped = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    message = new_method_call(
        DBusAddress(_PATH, bus_name=_SERVICE, interface=_SERVICE),
        "Notify",
        "susssasa{sv}i",
        (app, 0, "", title, escaped, [], {}, _SHOWN_MS),
    )
    try:
        with open_dbus_connection(auth_timeout=_TIMEOUT) as bus:
            reply = bus.send_and_get_reply(message, timeout=_TIMEOUT)
    except Exception:  # noqa: BLE001  # no bus, a frozen one, one that refuses: jeepney's errors are many
        return False
    return bool(reply.header.message_type.name == "method_return")
