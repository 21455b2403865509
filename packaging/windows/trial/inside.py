"""What is tried inside Windows; the interpreter for Windows runs it: ``-m windows.trial.inside``.

Its argument is one of the two halves, which are tried side by side. Prints a line for each thing
tried, and ends with 1 where something is wrong.
"""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Final

from windows.trial.inside_calls import try_calls
from windows.trial.inside_commands import try_commands
from windows.trial.inside_files import try_files
from windows.trial.inside_keyring import try_keyring
from windows.trial.inside_second_start import try_second_start
from windows.trial.inside_window import try_window
from windows.trial.report import Trial

HALVES: Final = {
    "programs": (try_keyring, try_files, try_commands),  # the keyring first: the demo has a token
    "windows": (try_second_start, try_window, try_calls),
}
"""What is tried, by half: of about the same length, and with no clipboard or keyring in common."""


def main(half: str) -> None:
    """Try a half, and leave at once: nothing that lingers may hold up the end."""
    start_desktop()
    trial = Trial()
    for try_part in HALVES[half]:
        try_part(trial)
    print(trial.format_sum(), flush=True)
    os._exit(bool(trial.failed))


def start_desktop() -> None:
    """Have Wine start its desktop now.

    It is a program that the first one with a window starts, and it keeps that one's pipes open: of
    a program whose output is read, the end would never come.
    """
    if sys.platform == "win32":
        ctypes.windll.user32.GetDesktopWindow()


if __name__ == "__main__":
    main(sys.argv[1])
