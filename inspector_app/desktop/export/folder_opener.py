"""Shows a folder in the file manager of the desktop."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QProcess, QProcessEnvironment

from inspector_app.system.process_environment import build_child_variables

if TYPE_CHECKING:
    from pathlib import Path

_FILE_MANAGERS: Final = {"win32": "explorer.exe", "darwin": "/usr/bin/open"}
_DESKTOP_STARTER: Final = "xdg-open"


def open_folder(folder: Path) -> bool:
    """Open it in a process of its own, which outlives the app; False where none could start."""
    process = QProcess()
    variables = QProcessEnvironment()
    for name, value in build_child_variables().items():
        variables.insert(name, value)
    process.setProcessEnvironment(variables)
    process.setProgram(_FILE_MANAGERS.get(sys.platform, _DESKTOP_STARTER))
    process.setArguments([str(folder)])
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    started: object = process.startDetached()  # a bool, for which the stubs have a tuple
    return started is True
