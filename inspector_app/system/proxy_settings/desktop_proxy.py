"""The proxy that a person set in the settings of the desktop, whichever it is."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from inspector_app.system.process_environment import build_child_variables

_ANSWER_TIMEOUT: Final = 1.0
"""Seconds: settings programs answer in some hundredths of one."""

AUTO_DETECTION: Final = "WPAD"
"""What stands for a script that the desktop is to look for in the network by itself."""


@dataclass(frozen=True, slots=True)
class DesktopProxy:
    """What the desktop's settings say of HTTPS.

    ``url`` is empty for a direct connection. ``exceptions`` are hosts that are reached directly, or
    with ``is_reversed`` the only ones that are not. ``script`` is the address of a proxy script
    (PAC), or ``AUTO_DETECTION``, or empty.
    """

    url: str = ""
    exceptions: tuple[str, ...] = ()
    is_reversed: bool = False
    script: str = ""


NO_DESKTOP_PROXY: Final = DesktopProxy()


def run_settings_program(arguments: list[str]) -> str:
    """What the program of the system prints; empty if it is not there, fails or takes too long."""
    try:
        done = subprocess.run(  # noqa: S603  # a program of the system, which is given no foreign text
            arguments,
            env=build_child_variables(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_ANSWER_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def build_proxy_url(scheme: str, host: str, port: int) -> str:
    """The URL of a proxy; empty without a host."""
    if not host:
        return ""
    host = f"[{host}]" if host.count(":") > 1 and not host.startswith("[") else host
    return f"{scheme}://{host}:{port}" if port else f"{scheme}://{host}"


def name_script(url: str) -> str:
    """How a proxy script is named: its address without a login, or that it is to be looked for."""
    place = unquote(url.strip()).rpartition("@")
    return (place[2] if place[1] else url.strip()) or AUTO_DETECTION
