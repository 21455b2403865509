"""Bar above the verdict for an answer that is saved, or from another environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import one_after_another, say, shown
from inspector_app.report.saved_answers.saved import build_not_live_notice, build_remarks

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.inspecting.order import InspectionResult
    from inspector_app.report.saved_answers.saved import SavedAnswer


class SavedMark(QFrame):
    """Filled with the warning colour, with an icon and a message, so that it is noticed."""

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

    def tell_saved(self, saved: SavedAnswer, zone: tzinfo) -> None:
        """Show when this saved answer was taken."""
        self._say(
            shown(build_not_live_notice(saved, zone)),
            one_after_another(map(shown, build_remarks(saved))),
        )

    def tell_origin(self, outcome: InspectionResult) -> None:
        """Show that this answer came from another environment than the selected one."""
        self._say(
            say(
                "This answer came from the environment “{name}” ({host})",
                name=outcome.environment.name,
                host=outcome.host,
            ),
            say("Another one is chosen above: what is inspected next goes there."),
        )

    def _say(self, words: str, remarks: str) -> None:
        self.words.setText(words)
        self.remarks.setText(remarks)
        self.remarks.setVisible(bool(remarks))
        self.show()

    def _recolour(self) -> None:
        picture = self._appearance.icon("history", self._appearance.colours.surface)
        self._picture.setPixmap(picture.pixmap(self._picture.size(), self.devicePixelRatioF()))
