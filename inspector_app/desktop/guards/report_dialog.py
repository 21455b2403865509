"""Dialog that shows a crash report before the user copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from inspector_app.desktop.look.button import Button
from inspector_app.desktop.look.dialog import Dialog
from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import say
from inspector_app.session.plain_text import escape_invisible

if TYPE_CHECKING:
    from inspector_app.desktop.guards.clipboard import Clipboard
    from inspector_app.desktop.look.appearance import Appearance


class ReportDialog(Dialog):
    """An introduction, the whole report, and buttons to copy and close."""

    def __init__(
        self,
        appearance: Appearance,
        clipboard: Clipboard,
        sentence: str,
        report: str,
        parent: QWidget,
    ) -> None:
        super().__init__(appearance.rhythm.px(680), parent)
        self.setWindowTitle(say("What went wrong"))
        px = appearance.rhythm.px
        self._clipboard = clipboard
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setPlainText("\n".join(escape_invisible(line) for line in report.splitlines()))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFixedHeight(px(320))
        self.report.setAccessibleName(say("Report"))
        self.copy = Button(appearance, text=say("Copy this report"))
        self.copy.setIcon(appearance.icon("copy"))
        self.copy.clicked.connect(self._copy)
        close = Button(appearance, text=say("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(PlainLabel(sentence))
        layout.addWidget(self.report)
        layout.addLayout(buttons)

    def _copy(self) -> None:
        self._clipboard.copy_text(self.report.toPlainText())
