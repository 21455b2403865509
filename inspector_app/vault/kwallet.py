"""Starts KWallet, which offers a Secret Service without saying so to D-Bus."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]  # ships no types
from jeepney.io.blocking import Proxy  # type: ignore[import-untyped]  # idem

if TYPE_CHECKING:
    from inspector_app.vault.prompting_connection import PromptingConnection

_KWALLET_NAMES: Final = ("org.kde.secretservicecompat", "org.kde.kwalletd6", "org.kde.kwalletd5")
"""D-Bus names of KDE's programs that offer the Secret Service once they run, newest first."""
_KWALLET_TIMEOUT: Final = 1.0
"""Seconds in which they do so; measured 0.05. Where the person turned it off they never do."""

_POLL_INTERVAL: Final = 0.02
"""Seconds between two looks for it."""


def start_kwallet(bus: PromptingConnection) -> bool:
    """Start it by its own name; whether there is a Secret Service after that."""
    proxy = Proxy(message_bus, bus)
    activatable = proxy.ListActivatableNames()[0]
    for name in _KWALLET_NAMES:
        if name in activatable:
            proxy.StartServiceByName(name)
            if _wait_for_owner(bus):
                return True
    return False


def _wait_for_owner(bus: PromptingConnection) -> bool:
    """Whether the Secret Service appears: KWallet takes its own name first."""
    until = time.monotonic() + _KWALLET_TIMEOUT
    while not bus.find_owner():
        if time.monotonic() > until:
            return False
        time.sleep(_POLL_INTERVAL)
    return True
