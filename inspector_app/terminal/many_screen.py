"""Prints the rows of ``inspect --many``, and on a terminal how far it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text as RichText

from inspector_app.report.many_rows import QueueRow, render_csv, render_json_line
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.time_format import format_absolute
from inspector_app.system.standard_streams import print_line
from inspector_app.terminal.many_options import JSON_LINES
from inspector_app.terminal.result_output import print_bytes
from inspector_app.terminal.rich_report import create_console

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from typing import Self

    from inspector_app.session.translatable_text import Text

_WIDTHS: Final = (5, 8, 44, 20, 20, 23, 5)
"""Columns of the cells of a row; a longer cell pushes those behind it to the right."""

_HEADS: Final = ("#", "token", "verdict", "user", "organization", "estimated end", "line")


class ManyScreen:
    """Prints rows, and beside them the progress while the block runs; usable from any thread.

    ``total`` tokens are in the file, of which ``done`` have their row from an earlier run.
    """

    def __init__(
        self, render: Callable[[QueueRow], bytes], head: bytes, total: int, done: int
    ) -> None:
        self._render = render
        self._head = head
        self._console = _find_console()
        self._done, self._total = done, total
        self._progress = None if self._console is None else _create_progress(self._console)

    def __enter__(self) -> Self:
        self._print(self._head)
        if self._progress is not None:
            self._task = self._progress.add_task("", total=self._total, completed=self._done)
            self._progress.start()
        elif self._done:
            print_line(sys.stderr, f"Answers that are there already: {self._done}.")
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def show_row(self, row: QueueRow) -> None:
        """Print a row, and count it."""
        self._print(self._render(row))
        if self._progress is not None:
            self._progress.advance(self._task)

    def show_asking(self, number: int) -> None:
        """Say which token the gateway is asked about."""
        if self._progress is not None:
            self._progress.update(self._task, description=f"asking about number {number}")

    def show_pause(self, words: Text) -> None:
        """Say that the gateway wants a pause."""
        if self._progress is None:
            print_line(sys.stderr, str(words))
        else:
            self._progress.update(self._task, description=str(words))

    def _print(self, data: bytes) -> None:
        if data and self._console is not None and sys.stdout.isatty():
            # Above the bar, which stands on the same terminal.
            words = "\n".join(escape_invisible(one) for one in data.decode().splitlines())
            self._console.print(RichText(words, overflow="fold"), soft_wrap=True)
        elif data:
            print_bytes(data)


def create_screen(form: str, total: int, done: int, zone: tzinfo) -> ManyScreen:
    """The screen for one of ``MANY_FORMS``; ``zone`` is that of the times in a text."""
    if form == JSON_LINES:
        return ManyScreen(render_json_line, b"", total, done)
    if form == "csv":
        head = render_csv((), str)
        return ManyScreen(lambda row: render_csv((row,), str)[len(head) :], head, total, done)
    return ManyScreen(
        lambda row: _format_line(_list_cells(row, zone)), _format_line(_HEADS), total, done
    )


def _find_console() -> Console | None:
    """The terminal that the progress is shown on; None where nobody would see it."""
    if sys.stdout.isatty():
        return create_console()
    if sys.stderr.isatty():
        return Console(stderr=True)  # for the progress alone, which takes words as they are
    return None


def _create_progress(console: Console) -> Progress:
    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _list_cells(row: QueueRow, zone: tzinfo) -> tuple[str, ...]:
    return (
        str(row.place.number),
        row.place.fingerprint or "-",
        str(row.sentence),
        row.user or "-",
        row.organization or "-",
        "-" if row.ends is None else str(format_absolute(row.ends, zone)),
        "-" if row.place.line is None else str(row.place.line),
    )


def _format_line(cells: tuple[str, ...]) -> bytes:
    shown = [escape_invisible(cell) for cell in cells]
    padded = [
        cell + " " * max(0, width - cell_len(cell))
        for cell, width in zip(shown, _WIDTHS, strict=True)
    ]
    return ("  ".join(padded).rstrip() + "\n").encode(errors="replace")
