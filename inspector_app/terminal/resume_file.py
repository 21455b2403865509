"""The file of ``--resume``: a queue's rows as JSON lines, by which it goes on where it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.report.many_rows import NOT_SENT, render_json_line
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.parse_errors import BodyParseError
from inspector_app.session.parsing.strict_json import parse_document
from inspector_app.session.translatable_text import tr
from inspector_app.system.growing_file import GrowError, GrowingFile
from inspector_app.terminal.exit_codes import EXIT_CODES, CommandError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.report.many_rows import QueueRow

_UNANSWERED: Final = frozenset({ExitCode.NO_ANSWER, ExitCode.INTERRUPTED})


@dataclass(frozen=True, slots=True)
class _DoneRow:
    number: int
    fingerprint: str
    code: ExitCode


class ResumeFile:
    """The rows that are there already, and those that are added.

    Raises:
        CommandError: if it cannot be used, or holds anything but rows.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = GrowingFile(path)
        except GrowError as problem:
            raise CommandError(problem.message) from None
        try:
            rows = [_parse_row(line) for line in self._file.lines]
        except CommandError:
            self._file.close()
            raise
        # The last row of a token counts: one without an answer was asked about again.
        latest = {(one.number, one.fingerprint): one for one in rows}
        self._done = {key: one for key, one in latest.items() if one.code not in _UNANSWERED}

    def select_pending(self, entries: Iterable[QueueEntry]) -> tuple[QueueEntry, ...]:
        """The entries that have no row here, or one without an answer."""
        fingerprints = {one.fingerprint for one in self._done.values()}
        listed = tuple(entries)
        count: dict[str, int] = {}
        for one in listed:
            count[one.fingerprint] = count.get(one.fingerprint, 0) + 1

        def is_done(entry: QueueEntry) -> bool:
            if (entry.number, entry.fingerprint) in self._done:
                return True
            # The text may have grown or lost lines meanwhile. Eight hex digits may be those of
            # two tokens: then each is looked for under its number alone.
            is_unique = bool(entry.fingerprint) and count[entry.fingerprint] == 1
            return is_unique and entry.fingerprint in fingerprints

        return tuple(one for one in listed if not is_done(one))

    def get_worst_code(self) -> ExitCode:
        """The highest exit code of the rows that are done."""
        return max((one.code for one in self._done.values()), default=ExitCode.VALID)

    def append(self, row: QueueRow) -> None:
        """Add a row.

        Raises:
            CommandError: if it could not be written.
        """
        try:
            self._file.append(render_json_line(row))
        except GrowError as problem:
            raise CommandError(problem.message) from None

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def get_row_code(row_code: str) -> ExitCode:
    """The exit code of a row: that of its verdict; where nothing was sent, that of a failure.

    Raises:
        ValueError: if it is the code of no row.
    """
    if row_code == NOT_SENT:
        return ExitCode.COMMAND_FAILED
    return EXIT_CODES[VerdictCode(row_code)]


def _parse_row(line: bytes) -> _DoneRow:
    try:
        root = parse_document(line).root
    except BodyParseError:
        root = None
    row = root if isinstance(root, JsonObject) else JsonObject(())
    verdict = row.get("verdict")
    written = scalars.parse_text(verdict.get("code")) if isinstance(verdict, JsonObject) else None
    try:
        code = get_row_code(written or "")
    except ValueError:
        raise CommandError(
            tr("There is something else than rows of a queue in this file."),
            tr("Name another file, or one that is not there yet."),
        ) from None
    fingerprint = scalars.parse_text(row.get("fingerprint")) or ""
    return _DoneRow(scalars.parse_integer(row.get("number")) or 0, fingerprint, code)
