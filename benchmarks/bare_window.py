"""The yardstick of the start: PySide6 with one tree in a window, ended once it is painted."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QTreeView

from benchmarks.memory import read_memory

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Tree(QTreeView):
    """Ends the process after its first paint."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        """Paint, and end."""
        super().paintEvent(event)
        QTimer.singleShot(0, end)


def end() -> None:
    """Print the monotonic time, the seconds of processor and the megabytes; and end at once."""
    painted, worked = time.monotonic(), time.process_time()
    print(painted, worked, read_memory(), flush=True)
    os._exit(0)


if __name__ == "__main__":
    application = QApplication(["bare"])
    tree = Tree()
    model = QStandardItemModel(3, 3)
    tree.setModel(model)
    tree.resize(1080, 740)
    tree.show()
    application.exec()
