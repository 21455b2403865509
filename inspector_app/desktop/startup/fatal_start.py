"""Says in words why Qt cannot start, where Qt itself would abort the process."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from inspector_app.desktop.theme.translation import translate
from inspector_app.system.standard_streams import print_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMessageLogContext

_EXIT_CODE: Final = 2
_MISSING_LIBRARY: Final = "libxcb-cursor0"
"""Qt names it whenever X does not work: it is missing where the display could be reached."""

_NO_CONNECTION: Final = "could not connect to display"
"""What Qt's plugins say, in no other language."""


@contextmanager
def explaining_failure() -> Iterator[None]:
    """Within it Qt is started: where Qt gives up, print what to do and end with exit code 2.

    Qt calls the handler before it aborts. What else it says goes to standard error, as ever.
    """
    messages: list[str] = []

    def handle(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            messages.append(text)
            return
        print_line(sys.stderr, _explain(messages))
        sys.stderr.flush()
        os._exit(_EXIT_CODE)  # no return: Qt would abort

    earlier = qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(earlier)
    for text in messages:
        print_line(sys.stderr, text)


def _explain(messages: list[str]) -> str:
    words = "\n".join(messages)
    if _MISSING_LIBRARY in words and _NO_CONNECTION not in words:
        return translate(
            "The library {name} is missing, without which no window can be opened. Install it.",
            name=_MISSING_LIBRARY,
        )
    return translate(
        "The display cannot be reached, so no window can be opened. Check DISPLAY or "
        "WAYLAND_DISPLAY, and whether this user may use it. See --help for --screenshot."
    )
