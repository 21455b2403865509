"""Dialog that shows a crash report before the user copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.dialog_buttons import ACTION, REJECT, create_button_box
from inspector_app.desktop.widgets.fixed_width_dialog import FixedWidthDialog
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.session.plain_text import escape_invisible

if TYPE_CHECKING:
    from inspector_app.desktop.clipboard import Clipboard
    from inspector_app.desktop.theme.theme import Theme


class CrashReportDialog(FixedWidthDialog):
    """An introduction, the whole report, and buttons to copy and close."""

    def __init__(
        self,
        theme: Theme,
        clipboard: Clipboard,
        sentence: str,
        report: str,
        parent: QWidget,
    ) -> None:
        super().__init__(theme.spacing.to_pixels(680), parent)
        self.setWindowTitle(translate("What went wrong"))
        px = theme.spacing.to_pixels
        self._clipboard = clipboard
        self.report_view = QPlainTextEdit()
        self.report_view.setReadOnly(True)
        self.report_view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # it is code
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.report_view.setFont(font)
        self.report_view.setPlainText(
            "\n".join(escape_invisible(line) for line in report.splitlines())
        )
        self.report_view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report_view.setFixedHeight(px(320))
        self.report_view.setAccessibleName(translate("Report"))
        self.copy_button = Button(theme, text=translate("Copy this report"))
        self.copy_button.setIcon(theme.get_icon("copy"))
        self.copy_button.clicked.connect(self._copy_report)
        close = Button(theme, text=translate("Close"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(PlainLabel(sentence))
        layout.addWidget(self.report_view)
        layout.addWidget(create_button_box((self.copy_button, ACTION), (close, REJECT)))

    def _copy_report(self) -> None:
        self._clipboard.copy_text(self.report_view.toPlainText())
