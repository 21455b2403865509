"""A private temporary file for drag and drop to another program, removed afterwards."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path

from inspector_app.session.translatable_text import tr
from inspector_app.system import atomic_file
from inspector_app.system.atomic_file import WriteError


class PrivateTemporaryFile:
    """A file in a temporary folder that only this user may read.

    Removed by ``remove``, or else when this object or the process ends in an orderly way. Every
    method blocks.
    """

    def __init__(self) -> None:
        self._finalizer: weakref.finalize[..., PrivateTemporaryFile] | None = None

    def write(self, name: str, data: bytes) -> Path:
        """Write a file of exactly these bytes under this name; an earlier one is removed.

        Raises:
            WriteError: if it cannot be written.
        """
        self.remove()
        try:
            folder = Path(tempfile.mkdtemp(prefix="enos-session-"))  # 0700
        except OSError:
            message = tr("No temporary file could be made. Save the file instead.")
            raise WriteError(message) from None
        self._finalizer = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        path = folder / name
        atomic_file.atomic_write(path, data)
        return path

    def remove(self) -> None:
        """Remove the file, if there is one."""
        if self._finalizer is not None:
            self._finalizer()  # which does nothing a second time
