"""Keeps the history on disk, where the person wants it: redacted, limited, deleted with a click."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.theme.translation import translate
from inspector_app.settings.policies import Policy
from inspector_app.system.paths import create_private_folder

if TYPE_CHECKING:
    from pathlib import Path

    from inspector_app.desktop.history.history_store import HistoryStore
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.history.entry import HistoryEntry

_FILE_NAME: Final = "history.jsonl"


class HistoryDisk(QObject):
    """Reads the file after the start, and writes it anew, whole, with each answer.

    ``status_message`` says what could not be read or written.
    """

    status_message = Signal(str)

    def __init__(
        self,
        store: HistoryStore,
        preferences: Preferences,
        background: BackgroundExecutor,
        state_directory: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._preferences = preferences
        self._background = background
        self._file = state_directory / _FILE_NAME
        self._entries: tuple[HistoryEntry, ...] = ()
        self._is_on = False
        store.kept.connect(self._on_kept)
        store.removed.connect(self._on_removed)
        store.cleared.connect(self._delete)

    def start(self) -> None:
        """Read what is kept, if it is wanted; called after the first paint."""
        self._preferences.changed.connect(self._apply_setting)
        self._is_on = self._store.keeps_on_disk = self._preferences.settings.safety.keep_history
        if self._is_on:
            self._background.submit(Lane.FILES, partial(_read_file, self._file), self._on_read)
        elif self._preferences.policies.is_forced(Policy.KEEP_HISTORY):
            self._delete()  # it may have been kept before the administrator forbade it

    def _apply_setting(self) -> None:
        """Begin with the next answer, or delete what is kept at once."""
        is_on = self._preferences.settings.safety.keep_history
        if is_on is self._is_on:
            return
        self._is_on = self._store.keeps_on_disk = is_on
        if not is_on:
            self._delete()

    def _on_read(self, entries: tuple[HistoryEntry, ...] | None) -> None:
        if entries is None:
            self.status_message.emit(
                translate("The history on this computer could not be read; a new one begins.")
            )
            return
        self._entries = (*self._entries, *entries)
        self._store.add_earlier(entries)

    def _on_kept(self, entry: HistoryEntry) -> None:
        if self._is_on:
            others = (one for one in self._entries if _get_key(one) != _get_key(entry))
            self._write((entry, *others))

    def _on_removed(self, entry: HistoryEntry) -> None:
        if self._is_on:
            self._write(tuple(one for one in self._entries if _get_key(one) != _get_key(entry)))

    def _write(self, entries: tuple[HistoryEntry, ...]) -> None:
        self._entries = entries
        self._background.submit(
            Lane.FILES, partial(_write_file, self._file, entries, time.time()), self._on_written
        )

    def _on_written(self, entries: tuple[HistoryEntry, ...] | None) -> None:
        if entries is None:
            self.status_message.emit(translate("The history could not be written to disk."))

    def _delete(self) -> None:
        self._entries = ()
        self._background.submit(Lane.FILES, partial(_delete_file, self._file), self._on_deleted)

    def _on_deleted(self, is_gone: bool) -> None:  # noqa: FBT001  # a job's result
        if not is_gone:
            self.status_message.emit(
                translate("The history could not be deleted: {file}", file=self._file.name)
            )


def _get_key(entry: HistoryEntry) -> tuple[float, str]:
    return entry.answered_at, entry.fingerprint


def _read_file(file: Path) -> tuple[HistoryEntry, ...] | None:
    """The entries that are kept; None where there is a file that cannot be read."""
    from inspector_app.history import history_file
    from inspector_app.system.regular_file import open_regular_file, read_at_once

    try:
        with os.fdopen(open_regular_file(file), "rb") as opened:
            data = read_at_once(opened, history_file.MAX_SIZE + 1)
        entries = history_file.parse_entries(data)
    except FileNotFoundError:
        return ()
    except (OSError, history_file.HistoryFileError):
        return None
    kept = history_file.limit_entries(entries, now := time.time())
    if any(one.answered_at < now - history_file.MAX_AGE for one in entries):
        _write_file(file, kept, now)  # without another answer they would stay there
    return kept


def _write_file(
    file: Path, entries: tuple[HistoryEntry, ...], now: float
) -> tuple[HistoryEntry, ...] | None:
    """Write the file whole; None where that failed, and the file is as it was."""
    from inspector_app.history import history_file
    from inspector_app.system import atomic_file

    kept = history_file.limit_entries(entries, now)
    try:
        create_private_folder(file.parent)
        atomic_file.atomic_write(file, history_file.dump_entries(kept))
    except (OSError, atomic_file.WriteError):
        return None
    return kept


def _delete_file(file: Path) -> bool:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True
