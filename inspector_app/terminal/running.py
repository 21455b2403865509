"""Runs a command line and returns its exit code; errors go to standard error."""

from __future__ import annotations

import contextlib
import errno
import sys
from typing import TYPE_CHECKING, Final

import click

from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.wording import tr
from inspector_app.terminal.command_line import PROGRAM, program
from inspector_app.terminal.exit_codes import ExitCode
from inspector_app.terminal.not_done import NotDone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.system.known_secrets import KnownSecrets

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def run(arguments: Sequence[str]) -> ExitCode:
    """Run the command of these arguments; never raises."""
    for stream in (sys.stdout, sys.stderr):  # a character that it cannot encode is no error
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a text file
    try:
        answer = program.main(arguments, prog_name=PROGRAM, standalone_mode=False)
    except NotDone as problem:
        code = ExitCode.NOT_DONE
        _tell(arguments, *problem.words)
    except click.exceptions.NoArgsIsHelpError as error:
        code = ExitCode.NOT_DONE
        _print(error.format_message())  # the help, of many lines, in which nothing is quoted
    except click.UsageError as error:
        code = ExitCode.NOT_DONE
        path = PROGRAM if error.ctx is None else error.ctx.command_path
        hint = tr("“{program} --help” says what can be said.", program=path)
        _tell(arguments, error.format_message(), hint)
    except (click.Abort, KeyboardInterrupt):
        code = ExitCode.INTERRUPTED
        _tell(arguments, tr("Cancelled."))
    except SystemExit as ended:  # raised by click when the pipe is closed
        code = ExitCode.READER_GONE if ended.code else ExitCode.VALID
    except BaseException as error:  # noqa: BLE001  # printed without what it may quote
        code = _failed(arguments, error)
    else:
        code = ExitCode(answer or 0)
    return code


def _failed(arguments: Sequence[str], error: BaseException) -> ExitCode:
    if isinstance(error, OSError) and error.errno in _NO_ROOM:  # others report it themselves
        _tell(arguments, tr("Standard output could not be written: the disk is full."))
        return ExitCode.NOT_DONE
    _tell_mistake(arguments, error)
    return ExitCode.BROKEN


def _tell(arguments: Sequence[str], *words: object) -> None:
    text = " ".join(
        escape_invisible(_known(arguments).hidden(str(one))) for one in words if str(one)
    )
    _print(f"{PROGRAM}: {text}")


def _tell_mistake(arguments: Sequence[str], error: BaseException) -> None:
    from inspector_app.system.tracebacks import told

    _print(_known(arguments).hidden(told(error)))
    _print(
        f"{PROGRAM}: {tr('Something in this program went wrong. Please report the lines above.')}"
    )


def _print(text: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # nobody reads it
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def _known(arguments: Sequence[str]) -> KnownSecrets:
    from inspector_app.system.known_secrets import KnownSecrets

    return KnownSecrets.of_arguments(arguments)
