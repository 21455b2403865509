"""The log file: rotating, readable by its owner only, with credentials redacted."""

from __future__ import annotations

import contextlib
import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from inspector_app.system.paths import create_private_folder
from inspector_app.system.regular_file import FileOwner, open_regular_file
from inspector_app.system.tracebacks import format_exception

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOWrapper

    from inspector_app.system.known_secrets import KnownSecrets

LOG_FILE: Final = "log.txt"
_FILE_COUNT: Final = 3
_MAX_BYTES: Final = 1_000_000
"""Of all files together."""

_MAX_ENTRY_LENGTH: Final = 20_000
"""Of one entry: a traceback without end is one of 20,000 characters."""

_LOGGER_NAME: Final = "inspector_app"
_NO_FOLLOW: Final[int] = getattr(os, "O_NOFOLLOW", 0)


@contextlib.contextmanager
def log_to_file(state: Path, known_secrets: KnownSecrets) -> Iterator[None]:
    """Write log records to a file of the state folder, while the block runs.

    Where the file cannot be written, records are dropped: the app goes on and prints nothing.
    """
    with contextlib.suppress(OSError):
        create_private_folder(state)
    handler = _PrivateFileHandler(state / LOG_FILE)
    handler.setFormatter(_RedactingFormatter(known_secrets))
    root, logger = logging.getLogger(), logging.getLogger(_LOGGER_NAME)
    previous_level = logger.level
    root.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(previous_level)
        root.removeHandler(handler)
        handler.close()


class _RedactingFormatter(logging.Formatter):
    """Redacts the whole entry when it is complete: message, arguments and traceback."""

    def __init__(self, known_secrets: KnownSecrets) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s")
        self._known = known_secrets

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802  # logging's signature
        return "" if ei[1] is None else format_exception(ei[1])

    def format(self, record: logging.LogRecord) -> str:
        entry = super().format(record)
        if record.exc_info:
            record.exc_text = None  # the formatter leaves it there, unredacted, for others
        return self._known.redact(entry[:_MAX_ENTRY_LENGTH])


class _PrivateFileHandler(RotatingFileHandler):
    def __init__(self, file: Path) -> None:
        super().__init__(
            file, maxBytes=_MAX_BYTES // _FILE_COUNT, backupCount=_FILE_COUNT - 1, delay=True
        )

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | _NO_FOLLOW
        handle = open_regular_file(Path(self.baseFilename), flags, FileOwner.USER)
        return os.fdopen(handle, "a", encoding="utf-8", errors="replace")

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: N802  # logging's name
        """Count bytes: logging counts characters, of which some are written as three."""
        if self.stream is None:
            self.stream = self._open()
        size = self.stream.tell()
        entry = len(f"{self.format(record)}\n".encode(errors="replace"))
        return bool(size) and size + entry > self.maxBytes

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        """A full disk is no reason to disturb anybody: the entry is lost."""
