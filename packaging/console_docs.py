"""Generates the manual page and the shell completions of the console app from its click parser.

``python packaging/console_docs.py FOLDER`` writes ``enos-session.1`` and ``enos-session.bash``,
``.zsh`` and ``.fish`` into that folder.
"""

from __future__ import annotations

import os
import re
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
import source_date
from bundle import identity
from click.shell_completion import BashComplete, FishComplete, ZshComplete

sys.path.insert(0, str(identity.CHECKOUT))

from inspector_app import CONSOLE_PROGRAM
from inspector_app.terminal.command_line import OTHER_EXIT_CODES, program
from inspector_app.terminal.exit_codes import EXIT_CODES, MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

SHELLS: Final = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
_MAX_LINE_LENGTH: Final = 79
_COMPLETION_VARIABLE: Final = "_ENOS_SESSION_COMPLETE"
"""The variable by which click detects a completion request, derived from the program's name."""


def write_docs(folder: Path) -> None:
    """Write all files into the folder, which is created where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{CONSOLE_PROGRAM}.1").write_text(render_manual(), encoding="utf-8", newline="\n")
    for shell in SHELLS:
        (folder / f"{CONSOLE_PROGRAM}.{shell}").write_text(
            render_completion(shell), encoding="utf-8", newline="\n"
        )


def render_completion(shell: str) -> str:
    """Render the script by which this shell completes the program's commands and options."""
    return SHELLS[shell](program, {}, CONSOLE_PROGRAM, _COMPLETION_VARIABLE).source().strip() + "\n"


def render_manual() -> str:
    """Render the manual page as roff."""
    lines = (piece for line in _iter_manual_lines() for piece in _wrap_line(line))
    return "\n".join(lines) + "\n"


def _iter_manual_lines() -> Iterator[str]:
    top = click.Context(program, info_name=CONSOLE_PROGRAM, **program.context_settings)
    day = source_date.get_utc().date().isoformat() if "SOURCE_DATE_EPOCH" in os.environ else ""
    yield f'.TH {CONSOLE_PROGRAM.upper()} 1 "{day}" "{identity.read_version()}" "User Commands"'
    first, *more = _split_paragraphs(program.help)
    summary = first.partition(":")[0]
    yield from (
        ".SH NAME",
        rf"{_escape_roff(CONSOLE_PROGRAM)} \- {_escape_roff(summary[0].lower() + summary[1:])}",
    )
    yield ".SH SYNOPSIS"
    for number, context in enumerate(_iter_commands(top)):
        yield from () if number == 0 else (".br",)
        pieces = " ".join(context.command.collect_usage_pieces(context))
        yield rf"\fB{_escape_roff(context.command_path)}\fR {_escape_roff(pieces)}".rstrip()
    yield ".SH DESCRIPTION"
    yield from _iter_text_lines([first, *more])
    yield ".SH OPTIONS"
    yield from _iter_options(top)
    yield ".SH COMMANDS"
    for context in _iter_commands(top):
        yield f".SS {_escape_roff(context.command_path.removeprefix(f'{CONSOLE_PROGRAM} '))}"
        yield from _iter_text_lines(_split_paragraphs(context.command.help))
        yield from _iter_options(context)
        yield from _iter_exit_codes(context.command.epilog or "")
    yield from _iter_exit_status()
    yield ".SH ENVIRONMENT"
    yield from (".TP", r"\fBNO_COLOR\fR", "Where it is set and not empty, nothing is coloured.")
    yield ".SH SEE ALSO"
    yield rf"\fB{_escape_roff(identity.DESKTOP)}\fR(1)"


def _iter_commands(context: click.Context) -> Iterator[click.Context]:
    """Iterate over the commands, those of nested groups included."""
    command = context.command
    if not isinstance(command, click.Group):
        yield context
        return
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        if found is not None:
            yield from _iter_commands(click.Context(found, parent=context, info_name=name))


def _iter_options(context: click.Context) -> Iterator[str]:
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        if record is None or not record[1]:  # an argument that the command's own text explains
            continue
        if context.parent is None or "--help" not in parameter.opts:
            names, value = _split_option(record[0])
            yield from (
                ".TP",
                # A long choice may be broken behind each bar.
                rf"\fB{_escape_roff(names)}\fR{_escape_roff(value)}".replace("|", r"|\:"),
                _escape_roff(record[1]),
            )


def _split_option(record: str) -> tuple[str, str]:
    """Split a help record into the option's names, and its value with the blank before it."""
    found = re.fullmatch(r"(-\S+(?:, -\S+)*)(.*)", record)
    return (record, "") if found is None else (found[1], found[2])


def _iter_exit_codes(epilog: str) -> Iterator[str]:
    """Iterate over what a command's help says of its own exit codes."""
    for line in epilog.splitlines():
        found = re.fullmatch(r" +(\d+) +(.+)", line)
        if found is not None:
            yield from (".TP", rf"\fB{found[1]}\fR", _escape_roff(f"{found[2]}."))
        elif line.strip() not in {"", "\b"}:
            yield from (".PP", _escape_roff(line))


def _iter_exit_status() -> Iterator[str]:
    yield from (".SH EXIT STATUS", "Of inspect and read:")
    for code, meaning in MEANINGS.items():
        verdicts = ", ".join(one.value for one, met in EXIT_CODES.items() if met is code)
        yield from (".TP", rf"\fB{code.value}\fR", _escape_roff(f"{meaning}."))
        if verdicts:
            yield _escape_roff(f"Verdicts: {verdicts}.")
    yield from (".PP", _escape_roff(OTHER_EXIT_CODES))


def _split_paragraphs(text: str | None) -> list[str]:
    return [" ".join(one.split()) for one in re.split(r"\n\s*\n", text or "") if one.strip()]


def _iter_text_lines(paragraphs: list[str]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        yield from () if number == 0 else (".PP",)
        yield _escape_roff(paragraph)


def _wrap_line(line: str) -> list[str]:
    """Wrap a line of text at the length that roff tools expect."""
    if line.startswith("."):
        return [line]
    return textwrap.wrap(line, _MAX_LINE_LENGTH, break_long_words=False, break_on_hyphens=False)


def _escape_roff(text: str) -> str:
    r"""Escape the characters that are special to roff."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    text = text.replace("“", r"\(lq").replace("”", r"\(rq").replace("’", r"\(cq")
    return rf"\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  # the program and one argument
        sys.exit(__doc__)
    write_docs(Path(sys.argv[1]))
