"""Bar above the verdict for an answer that is saved, or from another environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.report.saved_answers.models import SavedAnswer


class OriginBar(QFrame):
    """Filled with the warning colour, with an icon and a message, so that it is noticed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.spacing.to_pixels
        self.setProperty("look", "mark")
        self._icon_label = QLabel()
        self._icon_label.setFixedSize(QSize(px(20), px(20)))
        self.message_label = PlainLabel()
        font = self.message_label.font()
        font.setWeight(font.Weight.DemiBold)
        self.message_label.setFont(font)
        self.remarks_label = PlainLabel()
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        texts.addWidget(self.message_label)
        texts.addWidget(self.remarks_label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(8), px(16), px(8))
        layout.setSpacing(px(12))
        layout.addWidget(self._icon_label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        theme.changed.connect(self._update_icon)
        self._update_icon()
        self.hide()

    def show_saved(self, saved: SavedAnswer, zone: tzinfo) -> None:
        """Show when this saved answer was taken."""
        from inspector_app.report.saved_answers.models import build_not_live_notice, build_remarks

        self._show_message(
            render_text(build_not_live_notice(saved, zone)),
            join_sentences(map(render_text, build_remarks(saved))),
        )

    def show_origin(self, result: InspectionResult) -> None:
        """Show that this answer came from another environment than the selected one."""
        self._show_message(
            translate(
                "This answer came from the environment “{name}” ({host})",
                name=result.environment.name,
                host=result.host,
            ),
            translate("Another one is chosen above: what is inspected next goes there."),
        )

    def _show_message(self, message: str, remarks: str) -> None:
        self.message_label.setText(message)
        self.remarks_label.setText(remarks)
        self.remarks_label.setVisible(bool(remarks))
        self.show()

    def _update_icon(self) -> None:
        picture = self._theme.get_icon("history", self._theme.colours.surface)
        self._icon_label.setPixmap(
            picture.pixmap(self._icon_label.size(), self.devicePixelRatioF())
        )
