"""Hands a start over to a window that is open already, or says in time that nobody took it."""

from __future__ import annotations

import functools
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector_app.desktop.startup.window_socket import (
    HEARD,
    MAX_LINE_LENGTH,
    find_socket_path,
    is_own_socket,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.options import DesktopOptions
    from inspector_app.system.paths import Directories

_TIMEOUT: Final = 1.0
"""Seconds in which a window has to answer: one that hangs must not hold up a second."""


def hand_over(options: DesktopOptions, directories: Directories) -> bool:
    """Have an open window raised, and shown the file of the options; whether it heard of it.

    A start that says which environment it is about, or that it wants a window, gets its own. What
    might be a credential is handed to nobody.
    """
    is_plain = not (options.is_unattended or options.is_demo or options.environment)
    if options.wants_window or not is_plain:
        return False
    send = _find_sender(directories)
    line = None if send is None else _build_line(options.file)
    return send is not None and line is not None and send(line)


def _find_sender(directories: Directories) -> Callable[[bytes], bool] | None:
    """What hands a line to the window that is open; nothing more is imported at a first start."""
    if sys.platform == "win32":
        from inspector_app.desktop.startup import message_window

        window = message_window.find_window(message_window.build_window_name(directories))
        if window is None:
            return None
        return functools.partial(_send_on_windows, window)
    path = find_socket_path(directories)
    if path is None or not is_own_socket(path):
        return None
    return functools.partial(_send_line, path)


def _send_on_windows(window: int, line: bytes) -> bool:
    from inspector_app.desktop.startup import message_window

    return message_window.send_line(window, line, _TIMEOUT)


def _build_line(file: Path | None) -> bytes | None:
    import json

    shown = None if file is None else str(Path.cwd() / file)
    if shown is not None and _holds_credential(shown):
        return None
    line = json.dumps({"file": shown}).encode() + b"\n"
    return line if len(line) <= MAX_LINE_LENGTH else None


def _holds_credential(text: str) -> bool:
    """Whether a credential is in the text; imported by need, as most starts name no file."""
    from inspector_app.session import credentials

    return bool(credentials.find_in_text(text))


def _send_line(path: Path, line: bytes) -> bool:
    if sys.platform == "win32":
        return False
    import socket

    end = time.monotonic() + _TIMEOUT
    received = b""
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(_TIMEOUT)
            client.connect(str(path))
            client.sendall(line)
            while len(received) < len(HEARD):
                client.settimeout(max(0.001, end - time.monotonic()))
                piece = client.recv(len(HEARD))
                if not piece:
                    return False
                received += piece
    except OSError:  # nobody listens any more, or not in time
        return False
    return received == HEARD
