"""An http.client response that rejects truncated and malformed header blocks.

http.client takes the end of the stream for the end of the headers.
"""

from __future__ import annotations

import http.client
from typing import TYPE_CHECKING, Final

from urllib3.exceptions import HeaderParsingError
from urllib3.util.response import assert_header_parsing

if TYPE_CHECKING:
    from io import BufferedReader


_INTERIM_STATUSES: Final = range(102, 200)
_MAX_INTERIM_ANSWERS: Final = 16
_MAX_LINE_LENGTH: Final = 65_536


class StrictResponse(http.client.HTTPResponse):
    """A response whose headers ended with an empty line and were parsed to their last line."""

    def _read_status(self) -> tuple[str, int, str]:
        """Reads the status line of the answer, past the interim ones (102, 103) before it.

        http.client itself skips 100 alone and takes any other for the answer.

        Raises:
            http.client.HTTPException: if there are more than any server sends.
        """
        read_status = super()._read_status  # type: ignore[misc]  # not in typeshed
        for _ in range(_MAX_INTERIM_ANSWERS):
            version, status, reason = read_status()
            if status not in _INTERIM_STATUSES:
                return version, status, reason
            http.client.parse_headers(self.fp)
        raise http.client.HTTPException

    def _read_next_chunk_size(self) -> int:
        """Reads the length of the next chunk.

        Raises:
            http.client.IncompleteRead: if the connection ended there: http.client takes an empty
                line for a length that is no number.
            ValueError: if it is no number.
        """
        line = self.fp.readline(_MAX_LINE_LENGTH + 1)
        if len(line) > _MAX_LINE_LENGTH:
            raise http.client.LineTooLong("chunk size")
        if not line.endswith(b"\n"):
            raise http.client.IncompleteRead(b"")
        return int(line.partition(b";")[0], 16)

    def begin(self) -> None:
        """Reads the status line and the headers.

        Raises:
            http.client.IncompleteRead: if the connection ended in the middle of it.
            http.client.HTTPException: if it is not what HTTP allows. Left alone, a bad line makes
                http.client drop all lines after it, the length of the body among them.
        """
        reader = self.fp
        lines = _LastLineReader(reader)
        self.fp = lines  # type: ignore[assignment]  # of a reader, begin uses these two methods
        try:
            super().begin()
        finally:
            if self.fp is not None:  # begin did not close it
                self.fp = reader
        if lines.last_line == b"":
            raise http.client.IncompleteRead(b"")
        try:
            assert_header_parsing(self.msg)
        except HeaderParsingError:
            raise http.client.HTTPException from None


class _LastLineReader:
    """A reader that remembers the last line it returned."""

    def __init__(self, reader: BufferedReader) -> None:
        self._reader = reader
        self.last_line = b""

    def readline(self, limit: int) -> bytes:
        self.last_line = self._reader.readline(limit)
        return self.last_line

    def close(self) -> None:
        self._reader.close()
