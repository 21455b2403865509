"""Reads the token from standard input or a hidden prompt, never from an argument."""

from __future__ import annotations

import sys
from typing import Final

from inspector_app.gateway.token_text import MAX_JSON_LENGTH
from inspector_app.session.translatable_text import tr
from inspector_app.system.text_decoding import decode_text
from inspector_app.terminal.exit_codes import CommandError
from inspector_app.terminal.given_texts import remember_read

_MAX_LINE_LENGTH: Final = 4095
"""Characters that a terminal passes on of one line: the rest is silently lost."""


def read_from_stdin() -> str:
    """Read all of it: a bare token, a header, a cURL command, whatever the user sent.

    Raises:
        CommandError: if a person would have to type it where it can be seen.
    """
    if sys.stdin is None:
        raise CommandError(tr("There is no standard input."))
    if sys.stdin.isatty():
        raise CommandError(
            tr("Standard input is the terminal, where the token could be seen."),
            tr("Leave out --token-stdin to be asked for it, or send it through a pipe."),
        )
    text = decode_text(sys.stdin.buffer.read(MAX_JSON_LENGTH + 1))
    remember_read(text)
    return text


def read_from_prompt() -> str:
    """Read a line that the user types or pastes without echo.

    Raises:
        CommandError: if there is no terminal to ask on, or the line is too long for one.
    """
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()):
        raise CommandError(
            tr("There is no terminal to ask for the token on."),
            tr("Use --token-stdin and send the token through standard input."),
        )
    import click

    # Lines behind the first, of a pasted command, are thrown away when the prompt ends.
    line: str = click.prompt("Token (not shown)", hide_input=True, err=True)
    remember_read(line)
    if len(line) >= _MAX_LINE_LENGTH:
        raise CommandError(
            tr("A terminal takes {limit} characters at most.", limit=_MAX_LINE_LENGTH - 1),
            tr("Save the text to a file and use --token-stdin < FILE."),
        )
    return line
