"""Entry point of the console app: ``python -m inspector_app.terminal`` and ``enos-session``."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from inspector_app import CONSOLE_PROGRAM, __version__

if TYPE_CHECKING:
    from typing import NoReturn

_INTERRUPTED = 130
_COMMAND_FAILED = 2


def main() -> NoReturn:
    """Run the command line of this process, and exit with its exit code."""
    if sys.argv[1:] == ["--version"]:  # asked by scripts at each start: nothing is imported for it
        with contextlib.suppress(AttributeError, OSError):  # else click prints it and reports why
            output = sys.stdout.buffer.raw  # type: ignore[union-attr]  # as the interpreter made it
            output.write(f"{CONSOLE_PROGRAM} {__version__}\n".encode())
            _exit(0)
    try:
        from inspector_app.system import (
            process,
            process_environment,
            standard_streams,
            start_obstacles,
        )

        process_environment.scrub(os.environ)
        process.harden()
        standard_streams.prepare_streams()
        obstacle = start_obstacles.find_obstacle()
        if obstacle is None:
            from inspector_app.terminal.given_texts import GivenTexts
            from inspector_app.terminal.runner import install_exception_hooks, run_command_line

            given = GivenTexts(sys.argv[1:])
            install_exception_hooks(given)
            code = int(run_command_line(sys.argv[1:], given))
        else:
            standard_streams.print_line(sys.stderr, f"{CONSOLE_PROGRAM}: {obstacle}")
            code = _COMMAND_FAILED
    except KeyboardInterrupt:  # before anything was under way
        code = _INTERRUPTED
    _exit(code)


def _exit(code: int) -> NoReturn:
    """Exit at once: a thread that waits for DNS or a keyring would delay an orderly exit.

    So would a pipe that is full and that nobody reads: what was interrupted is not written out.
    """
    for stream in (sys.stdout, sys.stderr) if code != _INTERRUPTED else ():
        with contextlib.suppress(AttributeError, OSError, ValueError):  # none, closed, or gone
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
