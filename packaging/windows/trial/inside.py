"""What is tried inside Windows; the interpreter for Windows runs it: ``-m windows.trial.inside``.

Prints a line for each thing tried, and ends with 1 where something is wrong.
"""

from __future__ import annotations

import os
import sys

from windows.trial.inside_commands import try_commands
from windows.trial.inside_files import try_files
from windows.trial.inside_keyring import try_keyring
from windows.trial.inside_second_start import try_second_start
from windows.trial.inside_window import try_window
from windows.trial.report import NotToldError, Trial


def main() -> None:
    """Try everything, and leave at once: nothing that lingers may hold up the end."""
    trial = Trial()
    try_keyring(trial)  # first: the demo keeps a token there too
    try_files(trial)
    try_commands(trial)
    try_second_start(trial)
    try_window(trial)
    trial.run("which certificates are trusted", refuse_to_tell)
    print(
        f"{trial.passed} passed, {len(trial.failed)} failed: {', '.join(trial.failed)}", flush=True
    )
    sys.stdout.flush()
    os._exit(bool(trial.failed))


def refuse_to_tell() -> str:
    """TLS is tried on Linux, by the same code over another store."""
    raise NotToldError("it accepts partial chains and knows no IP addresses in certificates")


if __name__ == "__main__":
    main()
