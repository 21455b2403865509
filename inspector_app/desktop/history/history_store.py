"""Keeps the history of this run, and in memory the tokens with which it can be asked again."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.history.entry import Origin
from inspector_app.system.installation_key import load_installation_key

if TYPE_CHECKING:
    from pathlib import Path

    from inspector_app.history.entry import HistoryEntry
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.token import Token

_MAX_TOKENS: Final = 100
"""Tokens that are held, the latest ones: of older answers a token is pasted again."""

_PAINT_TIME: Final = 0.02
"""Seconds in which an answer is painted, before what the history makes of it takes turns with that:
beside a worker the window waits for the interpreter as long as it works itself."""


@dataclass(frozen=True, slots=True)
class _HeldToken:
    environment_id: str
    address: str
    token: Token


@dataclass(frozen=True, slots=True)
class _Built:
    """The entry of an answer, and the one for the disk where there is to be one."""

    entry: HistoryEntry
    kept: HistoryEntry | None


class HistoryStore(QObject):
    """Holds the entries, which have no credential, and the tokens until a lock or a *Forget*.

    ``changed``: the entries are others. ``added`` carries the number of a new one.
    """

    changed = Signal()
    added = Signal(int)
    tokens_changed = Signal()
    removed = Signal(object)
    cleared = Signal()
    kept = Signal(object)
    """An entry without personal data, for the disk; only while ``keeps_on_disk``."""

    def __init__(
        self, background: BackgroundExecutor, state_directory: Path, parent: QObject | None = None
    ) -> None:
        from inspector_app.history.history import EMPTY_HISTORY

        super().__init__(parent)
        self.history = EMPTY_HISTORY
        self.keeps_on_disk = False
        self._background = background
        self._state_directory = state_directory
        self._tokens: dict[int, _HeldToken] = {}
        self._jobs: dict[int, Job[_Built]] = {}
        self._job_count = 0

    def add_earlier(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Add entries of earlier runs: they are before all of this one."""
        from inspector_app.history.history import add_earlier

        self.history = add_earlier(self.history, entries)
        self.changed.emit()
        if entries:
            self.added.emit(entries[0].number)

    def add_result(
        self, result: InspectionResult, origin: Origin = Origin.INSPECTED, note: str = ""
    ) -> None:
        """Add an answer; it is there a moment later, when its secrets have been taken out."""
        from inspector_app.inspection.masked_result import unmask_result

        original = unmask_result(result)
        self._submit(original, origin, note, partial(self._on_built, original))

    def replace_result(self, before: InspectionResult, result: InspectionResult) -> None:
        """Let the entry of a result be that of another one, which knows more of the same answer."""
        from inspector_app.inspection.masked_result import unmask_result

        number = self.find_number(before)
        if number is not None:
            self._submit(
                unmask_result(result), Origin.INSPECTED, "", partial(self._on_rebuilt, number)
            )

    def find_number(self, result: InspectionResult) -> int | None:
        """The number of a result's entry; None where it has none, or not yet."""
        from inspector_app.inspection.locked_result import get_fingerprint

        analyzed, fingerprint = result.analyzed, get_fingerprint(result)
        return next(
            (
                one.number
                for one in self.history.entries
                if one.answered_at == analyzed.taken_at and one.fingerprint == fingerprint
            ),
            None,
        )

    def find_token(self, entry: HistoryEntry) -> Token | None:
        """The token of an entry, as long as it is in memory: for its own gateway alone."""
        held, environment = self._tokens.get(entry.number), entry.environment
        if held is None or (held.environment_id, held.address) != (
            environment.id,
            environment.address,
        ):
            return None
        return held.token

    def set_note(self, number: int, note: str) -> None:
        """Note something at an entry."""
        from inspector_app.history.history import set_note

        self.history = set_note(self.history, number, note)
        self.changed.emit()

    def remove_entry(self, number: int) -> None:
        """Remove one entry, and its token from memory."""
        from inspector_app.history.history import remove_entries

        entry = self.history.find_entry(number)
        if entry is None:
            return
        self._tokens.pop(number, None)
        self.history = remove_entries(self.history, lambda one: one.number == number)
        self.changed.emit()
        self.removed.emit(entry)

    def clear(self) -> None:
        """Remove all entries and tokens."""
        from inspector_app.history.history import remove_entries

        self.discard_pending()
        self.history = remove_entries(self.history, lambda _: True)
        self.forget_tokens()
        self.changed.emit()
        self.cleared.emit()

    def discard_pending(self) -> None:
        """Drop the answers that are not in the history yet: they still have their credentials."""
        for job in self._jobs.values():
            job.discard()
        self._jobs.clear()

    def forget_tokens(self) -> None:
        """Drop every token from memory; the entries stay."""
        self._tokens.clear()
        self.tokens_changed.emit()

    def _submit(
        self,
        result: InspectionResult,
        origin: Origin,
        note: str,
        on_built: partial[None],
    ) -> None:
        # By its number: a callback that knew its job would be a cycle, with the result in it.
        self._job_count += 1
        number = self._job_count
        self._jobs[number] = self._background.submit(
            Lane.FILES,
            partial(
                _build_entries,
                result,
                self._state_directory,
                origin,
                note,
                is_kept=self.keeps_on_disk,
            ),
            partial(self._on_finished, number, on_built),
            partial(self._on_finished, number, on_built, None),
        )

    def _on_finished(self, number: int, on_built: partial[None], built: _Built | None) -> None:
        self._jobs.pop(number, None)
        if built is None:
            return
        on_built(built.entry)
        if built.kept is not None:
            self.kept.emit(built.kept)

    def _on_built(self, result: InspectionResult, entry: HistoryEntry) -> None:
        from inspector_app.history.history import add_entry

        self.history = add_entry(self.history, entry)
        number = self.history.entries[0].number
        # Of a queue's tokens none outlasts the queue.
        if result.token is not None and entry.origin is not Origin.QUEUE:
            environment = result.environment
            self._tokens[number] = _HeldToken(environment.id, environment.address, result.token)
            if len(self._tokens) > _MAX_TOKENS:
                del self._tokens[next(iter(self._tokens))]
        self.changed.emit()
        self.added.emit(number)

    def _on_rebuilt(self, number: int, entry: HistoryEntry) -> None:
        from inspector_app.history.history import replace_entry

        self.history = replace_entry(self.history, replace(entry, number=number))
        self.changed.emit()


def _build_entries(
    result: InspectionResult, state_directory: Path, origin: Origin, note: str, *, is_kept: bool
) -> _Built:
    from inspector_app.inspection import history_entries  # not before the first frame

    if origin is not Origin.QUEUE:  # whose answers are not shown one by one
        time.sleep(_PAINT_TIME)
    key = load_installation_key(state_directory)
    return _Built(
        history_entries.build_entry(result, key, origin, note),
        history_entries.build_redacted_entry(result, key, origin) if is_kept else None,
    )
