"""An http.client response that rejects truncated and malformed header blocks.

http.client takes the end of the stream for the end of the headers.
"""

from __future__ import annotations

import http.client
from typing import TYPE_CHECKING

from urllib3.exceptions import HeaderParsingError
from urllib3.util.response import assert_header_parsing

if TYPE_CHECKING:
    from io import BufferedReader


class StrictResponse(http.client.HTTPResponse):
    """A response whose headers ended with an empty line and were parsed to their last line."""

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
