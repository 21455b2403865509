"""The options of ``inspect`` for watching one session, which stand beside the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import click

from inspector_app.session.diagnosis.verdict_model import VerdictCode

if TYPE_CHECKING:
    from collections.abc import Callable

# These repeat what inspection.watch says, which would be imported for nothing where --help was
# asked for; a test compares them.
_MIN_INTERVAL: Final = 10.0
_MAX_INTERVAL: Final = 600.0
_MAX_MINUTES: Final = 60.0
_GOALS: Final = ("change", "session-ends", "account-enabled", "organization-changes")


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """Seconds between two inspections, until which goals or verdicts, and for how many seconds."""

    interval: float
    until: tuple[str, ...]
    duration: float


def add_watch_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    options = (
        click.option(
            "--watch",
            metavar="SECONDS",
            type=click.FloatRange(_MIN_INTERVAL, _MAX_INTERVAL),
            help=f"Inspect again every so many seconds, {_MIN_INTERVAL:.0f} to "
            f"{_MAX_INTERVAL:.0f}, and print a line for each change, until the session is gone, "
            "for an hour at most. Each inspection may prolong the session. The exit code is that "
            "of the last verdict.",
        ),
        click.option(
            "--until",
            metavar="CODE",
            multiple=True,
            type=click.Choice([*_GOALS, *(code.value for code in VerdictCode)]),
            help=f"End --watch when this is there: {', '.join(_GOALS)}, or the code of a verdict, "
            "as in the JSON form. May be given several times.",
        ),
        click.option(
            "--for",
            "minutes",
            metavar="MINUTES",
            type=click.FloatRange(0, _MAX_MINUTES, min_open=True),
            help="End --watch after so many minutes; after an hour where it is left out.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def take_watch_options(given: dict[str, Any], others: dict[str, bool]) -> WatchOptions | None:
    """Take the options out of those given; None without ``--watch``.

    ``others`` are options that mean nothing beside it, and whether they are given.

    Raises:
        click.UsageError: if they do not go together.
    """
    interval, until, minutes = (given.pop(name) for name in ("watch", "until", "minutes"))
    if interval is None:
        for name, is_given in (("--until", bool(until)), ("--for", minutes is not None)):
            if is_given:
                raise click.UsageError(f"{name} goes with --watch.")
        return None
    is_other_form = given["form"] != "text"
    others |= {"--output": given["output"] is not None, "--reply": given["reply"] is not None}
    for name, is_given in {**others, "--format": is_other_form}.items():
        if is_given:
            raise click.UsageError(f"{name} does not go with --watch.")
    if not _MIN_INTERVAL <= interval <= _MAX_INTERVAL:  # not a number
        raise click.UsageError("--watch is a number of seconds.")
    duration = 60 * (_MAX_MINUTES if minutes is None else minutes)
    if not duration <= 60 * _MAX_MINUTES:  # likewise
        raise click.UsageError("--for is a number of minutes.")
    return WatchOptions(interval, tuple(until), duration)
