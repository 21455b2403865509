"""The strip above the sentence that says, as long as it is shown, that an answer is not live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import shown
from inspector_app.report.saved_answers.saved import not_live, remarks

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.report.saved_answers.saved import Saved


class SavedMark(QFrame):
    """In the warning's colour all over, with an icon and words: not to be overlooked."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        px = appearance.rhythm.px
        self.setProperty("look", "mark")
        self._picture = QLabel()
        self._picture.setFixedSize(QSize(px(20), px(20)))
        self.words = PlainLabel()
        font = self.words.font()
        font.setWeight(font.Weight.DemiBold)
        self.words.setFont(font)
        self.remarks = PlainLabel()
        told = QVBoxLayout()
        told.setSpacing(px(2))
        told.addWidget(self.words)
        told.addWidget(self.remarks)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(8), px(16), px(8))
        layout.setSpacing(px(12))
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(told, 1)
        appearance.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def tell(self, saved: Saved | None, zone: tzinfo) -> None:
        """Say when this answer was taken; None for one that is live."""
        self.words.setText("" if saved is None else shown(not_live(saved, zone)))
        said = () if saved is None else remarks(saved)
        self.remarks.setText(" ".join(shown(one) for one in said))
        self.remarks.setVisible(bool(said))
        self.setVisible(saved is not None)

    def _recolour(self) -> None:
        picture = self._appearance.icon("history", self._appearance.colours.surface)
        self._picture.setPixmap(picture.pixmap(self._picture.size(), self.devicePixelRatioF()))
