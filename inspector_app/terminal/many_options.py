"""The options of ``inspect`` for many tokens, which stand beside those for one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Callable

JSON_LINES: Final = "jsonl"
MANY_FORMS: Final = ("text", JSON_LINES, "csv")
_MAX_AT_ONCE: Final = 4
"""As ``inspection.many.MAX_AT_ONCE``, which would be imported for nothing where --help was asked;
a test compares them."""


@dataclass(frozen=True, slots=True)
class ManyOptions:
    """The file with the tokens, or “-”; how many requests side by side; the file to go on with."""

    file: str
    at_once: int
    resume: Path | None


def add_many_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    options = (
        click.option(
            "--many",
            metavar="FILE|-",
            type=click.Path(allow_dash=True),
            help="Inspect every token of this file, a list, a column of a spreadsheet, a HAR or a "
            "log, one after the other, and print a row for each; “-” reads standard input. "
            "The exit code is the highest of all.",
        ),
        click.option(
            "--at-once",
            metavar="NUMBER",
            type=click.IntRange(1, _MAX_AT_ONCE),
            help=f"How many requests of --many run side by side: 1 to {_MAX_AT_ONCE}; 1 where it "
            "is left out.",
        ),
        click.option(
            "--resume",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="Keep the rows of --many in this file too, as JSON lines, and go on where it "
            "ends: a token whose answer is in it is not asked about again.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def take_many_options(given: dict[str, Any], others: dict[str, bool]) -> ManyOptions | None:
    """Take the options out of those given; None without ``--many``.

    ``others`` are options that mean nothing beside it, and whether they are given.

    Raises:
        click.UsageError: if they do not go together.
    """
    file, at_once, resume = (given.pop(name) for name in ("many", "at_once", "resume"))
    form = given["form"]
    if file is None:
        for name, value in (("--at-once", at_once), ("--resume", resume)):
            if value is not None:
                raise click.UsageError(f"{name} goes with --many.")
        if form == JSON_LINES:
            raise click.UsageError(f"--format {JSON_LINES} goes with --many.")
        return None
    others |= {"--output": given["output"] is not None, "--reply": given["reply"] is not None}
    for name, is_given in others.items():
        if is_given:
            raise click.UsageError(f"{name} does not go with --many.")
    if form not in MANY_FORMS:
        raise click.UsageError(f"With --many the form is {', '.join(MANY_FORMS)}.")
    return ManyOptions(file, at_once or 1, resume)
