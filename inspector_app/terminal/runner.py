"""Runs a command line and returns its exit code; errors go to standard error."""

from __future__ import annotations

import errno
import sys
import threading
from typing import TYPE_CHECKING, Final

import click

from inspector_app import CONSOLE_PROGRAM
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import tr
from inspector_app.system.standard_streams import print_line
from inspector_app.terminal.command_line import program
from inspector_app.terminal.exit_codes import CommandError, ExitCode
from inspector_app.terminal.given_texts import GivenTexts

if TYPE_CHECKING:
    from collections.abc import Sequence

_DISK_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def install_exception_hooks(given: GivenTexts) -> None:
    """Have what nobody can catch, as in a thread, printed without what it may quote, too."""

    def report(args: threading.ExceptHookArgs | sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            _print_traceback(given, args.exc_value)

    threading.excepthook = sys.unraisablehook = report


def run_command_line(arguments: Sequence[str], given: GivenTexts | None = None) -> ExitCode:
    """Run the command of these arguments; never raises."""
    given = given or GivenTexts(arguments)
    try:
        answer = program.main(
            arguments, prog_name=CONSOLE_PROGRAM, standalone_mode=False, obj=given
        )
    except CommandError as problem:
        code = ExitCode.COMMAND_FAILED
        _print_message(given, *problem.messages)
        for detail in problem.details:
            print_line(sys.stderr, f"  {escape_invisible(given.redact(str(detail)))}")
    except click.exceptions.NoArgsIsHelpError as error:
        code = ExitCode.COMMAND_FAILED
        print_line(
            sys.stderr, error.format_message()
        )  # the help, of many lines, in which nothing is quoted
    except click.UsageError as error:
        code = ExitCode.COMMAND_FAILED
        path = CONSOLE_PROGRAM if error.ctx is None else error.ctx.command_path
        hint = tr("“{program} --help” lists what there is.", program=path)
        _print_message(given, error.format_message(), hint)
    except (click.Abort, KeyboardInterrupt):
        code = ExitCode.INTERRUPTED
        _print_message(given, tr("Cancelled."))
    except SystemExit as ended:  # raised by click when the pipe is closed
        code = ExitCode.BROKEN_PIPE if ended.code else ExitCode.VALID
    except BaseException as error:  # noqa: BLE001  # printed without what it may quote
        code = _handle_error(given, error)
    else:
        code = ExitCode(answer or 0)
    return code


def _handle_error(given: GivenTexts, error: BaseException) -> ExitCode:
    if isinstance(error, OSError) and error.errno in _DISK_FULL:  # others report it themselves
        _print_message(given, tr("Standard output could not be written: the disk is full."))
        return ExitCode.COMMAND_FAILED
    _print_traceback(given, error)
    return ExitCode.INTERNAL_ERROR


def _print_message(given: GivenTexts, *messages: object) -> None:
    text = " ".join(escape_invisible(given.redact(str(one))) for one in messages if str(one))
    print_line(sys.stderr, f"{CONSOLE_PROGRAM}: {text}")


def _print_traceback(given: GivenTexts, error: BaseException) -> None:
    from inspector_app.system.tracebacks import format_exception

    print_line(sys.stderr, given.redact(format_exception(error)))
    request = tr("Something in this program went wrong. Please report the lines above.")
    print_line(sys.stderr, f"{CONSOLE_PROGRAM}: {request}")
