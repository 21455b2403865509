"""What the person gives: through standard input or a hidden prompt, and never as an argument."""

from __future__ import annotations

import sys
from typing import Final

from inspector_app.gateway.token_text import LARGEST
from inspector_app.session.wording import tr
from inspector_app.terminal.not_done import NotDone

_LONGEST_LINE: Final = 4095
"""Characters that a terminal hands over of one line: what is beyond is lost without a word."""


def from_standard_input() -> str:
    """All of it: a bare token, a header, a cURL command, whatever the user sent.

    Raises:
        NotDone: if a person would have to type it where it can be seen.
    """
    if sys.stdin is None:
        raise NotDone(tr("There is no standard input."))
    if sys.stdin.isatty():
        raise NotDone(
            tr("Standard input is the terminal, where the token could be seen."),
            tr("Leave out --token-stdin to be asked for it, or send it through a pipe."),
        )
    return sys.stdin.buffer.read(LARGEST + 1).decode(errors="replace")


def from_prompt() -> str:
    """What the person types or pastes without seeing it, up to the end of the line.

    Raises:
        NotDone: if there is no terminal to ask on, or the line is longer than a terminal takes.
    """
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()):
        raise NotDone(
            tr("There is no terminal to ask for the token on."),
            tr("Use --token-stdin and send the token through standard input."),
        )
    import click

    # Lines behind the first, of a pasted command, are thrown away when the prompt ends.
    line: str = click.prompt("Token (not shown)", hide_input=True, err=True)
    if len(line) >= _LONGEST_LINE:
        raise NotDone(
            tr("A terminal takes {limit} characters at most.", limit=_LONGEST_LINE - 1),
            tr("Save the text to a file and use --token-stdin < FILE."),
        )
    return line
