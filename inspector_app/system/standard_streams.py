"""Standard output and error, for people: whatever they cannot take ends no program.

A stream may be missing (a windowed build on Windows), have a legacy code page that lacks what is
to be written, or lead to a pipe that nobody reads any more.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from _typeshed import ReadableBuffer

_UNSAYABLE: Final = "backslashreplace"


class _OutputFile(io.FileIO):
    """A file of Windows' that tells a closed pipe as the other systems do: there it is EINVAL."""

    def write(self, data: ReadableBuffer, /) -> int:
        with tell_closed_pipe():
            return super().write(data)


def prepare_streams() -> None:
    """Make standard output and error usable for whatever is written; call it first of all.

    A missing one leads to devnull. A character that one cannot encode is escaped.
    On Windows a closed pipe raises ``BrokenPipeError``.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # stays open
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_UNSAYABLE)
            raw = getattr(stream.buffer, "raw", stream.buffer)  # itself, where nothing is buffered
            if sys.platform == "win32" and isinstance(raw, io.FileIO):
                setattr(sys, name, wrap_output(stream))


def wrap_output(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """Make a stream to the same place, where a closed pipe is a ``BrokenPipeError``."""
    stream.flush()
    file = _OutputFile(stream.fileno(), "wb", closefd=False)
    is_buffered = isinstance(stream.buffer, io.BufferedWriter)
    return io.TextIOWrapper(
        io.BufferedWriter(file) if is_buffered else file,
        encoding=stream.encoding,
        errors=_UNSAYABLE,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


@contextlib.contextmanager
def tell_closed_pipe() -> Iterator[None]:
    """Tell a write that fails with EINVAL as the closed pipe that it is on Windows.

    Raises:
        BrokenPipeError: in place of that error; every other one stays as it is.
    """
    try:
        yield
    except OSError as error:
        if error.errno == errno.EINVAL:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)) from None
        raise


def print_line(stream: TextIO | None, text: str) -> None:
    """Write a line for whoever reads along; a stream that cannot take it is no error.

    What the stream's encoding lacks is escaped.
    """
    if stream is None:
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    with contextlib.suppress(OSError, ValueError):  # gone, or closed
        stream.write(text.encode(encoding, _UNSAYABLE).decode(encoding) + "\n")
        stream.flush()
