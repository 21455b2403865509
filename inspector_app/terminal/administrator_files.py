"""What the commands that check an administrator's file have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings.file_mistakes import format_mistake
from inspector_app.settings.machine_environments import explain_unread
from inspector_app.system.administrator_file import DistrustedFileError, read_administrator_file
from inspector_app.system.paths import get_directories
from inspector_app.system.regular_file import read_regular_file
from inspector_app.terminal.exit_codes import CommandError, ExitCode
from inspector_app.terminal.result_output import print_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from inspector_app.settings.file_mistakes import Mistake


def read_checked(path: Path, max_size: int, *, is_draft: bool) -> tuple[bytes, list[Text]]:
    """Read the file, and say who else could change it; of a draft nobody asks that.

    Raises:
        CommandError: if there is no such file, or it cannot be read.
    """
    try:
        distrust = [] if is_draft else _explain_distrust(path, max_size)
        return read_regular_file(path, max_size), distrust
    except FileNotFoundError:
        raise CommandError(tr("There is no file {path}.", path=str(path))) from None
    except (OSError, ValueError) as error:
        raise CommandError(explain_unread(error)) from None


def print_findings(path: Path, distrust: list[Text], mistakes: Iterable[Mistake]) -> ExitCode:
    """Print what is wrong, in the order of the lines, and whether the file is used.

    Returns:
        VALID where nothing is wrong, COMMAND_FAILED otherwise.
    """
    ordered = sorted(mistakes, key=lambda one: one.line)
    said: list[Text] = [*distrust, *map(format_mistake, ordered)]
    is_used = not distrust and not any(one.is_fatal for one in ordered)
    print_lines([*said, _summarize(path, is_used=is_used, has_mistakes=bool(said))])
    return ExitCode.COMMAND_FAILED if said else ExitCode.VALID


def print_lines(lines: Iterable[Text | str]) -> None:
    """Print each on a line of its own, without signs that steer a terminal."""
    print_bytes("".join(f"{escape_invisible(str(line))}\n" for line in lines).encode())


def _explain_distrust(path: Path, max_size: int) -> list[Text]:
    try:
        read_administrator_file(path, max_size, get_directories().administrators)
    except DistrustedFileError as error:
        return [tr("{place}: {why}", place=str(error.place), why=explain_unread(error))]
    return []


def _summarize(path: Path, *, is_used: bool, has_mistakes: bool) -> Text:
    if not is_used:
        return tr("{path} is not used.", path=str(path))
    if has_mistakes:
        return tr("{path} is used, apart from what is named above.", path=str(path))
    return tr("{path} is used as it is.", path=str(path))
