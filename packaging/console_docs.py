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
import moment
from bundle import identity
from click.shell_completion import BashComplete, FishComplete, ZshComplete

sys.path.insert(0, str(identity.CHECKOUT))

from inspector_app.terminal.command_line import PROGRAM, program
from inspector_app.terminal.exit_codes import EXIT_CODES, MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

SHELLS: Final = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
_LONGEST_LINE: Final = 79
_COMPLETION_VARIABLE: Final = "_ENOS_SESSION_COMPLETE"
"""The variable by which click detects a completion request, derived from the program's name."""


def write(folder: Path) -> None:
    """Write all files into the folder, which is created where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{PROGRAM}.1").write_text(manual(), encoding="utf-8", newline="\n")
    for shell in SHELLS:
        (folder / f"{PROGRAM}.{shell}").write_text(
            completion(shell), encoding="utf-8", newline="\n"
        )


def completion(shell: str) -> str:
    """Render the script by which this shell completes the program's commands and options."""
    return SHELLS[shell](program, {}, PROGRAM, _COMPLETION_VARIABLE).source().strip() + "\n"


def manual() -> str:
    """Render the manual page as roff."""
    lines = (piece for line in _manual() for piece in _wrapped(line))
    return "\n".join(lines) + "\n"


def _manual() -> Iterator[str]:
    top = click.Context(program, info_name=PROGRAM, **program.context_settings)
    day = moment.utc().date().isoformat() if "SOURCE_DATE_EPOCH" in os.environ else ""
    yield f'.TH {PROGRAM.upper()} 1 "{day}" "{identity.version()}" "User Commands"'
    first, *more = _paragraphs(program.help)
    summary = first.partition(":")[0]
    yield from (".SH NAME", rf"{_plain(PROGRAM)} \- {_plain(summary[0].lower() + summary[1:])}")
    yield ".SH SYNOPSIS"
    for number, context in enumerate(_leaves(top)):
        yield from () if number == 0 else (".br",)
        pieces = " ".join(context.command.collect_usage_pieces(context))
        yield rf"\fB{_plain(context.command_path)}\fR {_plain(pieces)}".rstrip()
    yield ".SH DESCRIPTION"
    yield from _text([first, *more])
    yield ".SH OPTIONS"
    yield from _options(top)
    yield ".SH COMMANDS"
    for context in _leaves(top):
        yield f".SS {_plain(context.command_path.removeprefix(f'{PROGRAM} '))}"
        yield from _text(_paragraphs(context.command.help))
        yield from _options(context)
    yield from _exit_status()
    yield ".SH ENVIRONMENT"
    yield from (".TP", r"\fBNO_COLOR\fR", "Where it is set and not empty, nothing is coloured.")
    yield ".SH SEE ALSO"
    yield rf"\fB{_plain(identity.DESKTOP)}\fR(1)"


def _leaves(context: click.Context) -> Iterator[click.Context]:
    """Iterate over the commands, those of nested groups included."""
    command = context.command
    if not isinstance(command, click.Group):
        yield context
        return
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        if found is not None:
            yield from _leaves(click.Context(found, parent=context, info_name=name))


def _options(context: click.Context) -> Iterator[str]:
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and (context.parent is None or "--help" not in parameter.opts):
            names, value = _named(record[0])
            yield from (".TP", rf"\fB{_plain(names)}\fR{_plain(value)}", _plain(record[1]))


def _named(record: str) -> tuple[str, str]:
    """Split a help record into the option's names, and its value with the blank before it."""
    found = re.fullmatch(r"(-\S+(?:, -\S+)*)(.*)", record)
    return (record, "") if found is None else (found[1], found[2])


def _exit_status() -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for code, meaning in MEANINGS.items():
        verdicts = ", ".join(one.value for one, met in EXIT_CODES.items() if met is code)
        yield from (".TP", rf"\fB{code.value}\fR", _plain(f"{meaning}."))
        if verdicts:
            yield _plain(f"Verdicts: {verdicts}.")


def _paragraphs(text: str | None) -> list[str]:
    return [" ".join(one.split()) for one in re.split(r"\n\s*\n", text or "") if one.strip()]


def _text(paragraphs: list[str]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        yield from () if number == 0 else (".PP",)
        yield _plain(paragraph)


def _wrapped(line: str) -> list[str]:
    """Wrap a line of text at the length that roff tools expect."""
    if line.startswith("."):
        return [line]
    return textwrap.wrap(line, _LONGEST_LINE, break_long_words=False, break_on_hyphens=False)


def _plain(text: str) -> str:
    r"""Escape the characters that are special to roff."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    text = text.replace("“", r"\(lq").replace("”", r"\(rq").replace("’", r"\(cq")
    return rf"\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  # the program and one argument
        sys.exit(__doc__)
    write(Path(sys.argv[1]))
