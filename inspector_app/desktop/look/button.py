"""Push button with several variants, and a gap between its icon and its text."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QPaintEvent

    from inspector_app.desktop.look.appearance import Appearance


class Look(Enum):
    """Visual variant of a button. The style sheet selects buttons by these values."""

    MAIN = "main"
    PLAIN = "plain"
    TALL = "tall"
    CHOICE = "choice"
    TALL_CHOICE = "tall-choice"
    LINK = "link"
    SEGMENT = "segment"


_CHOICES = frozenset({Look.CHOICE, Look.TALL_CHOICE})


class Button(QPushButton):
    """Draws its own label, because Fusion puts the icon against the text and the border.

    A drop-down is aligned to the left and ends in a chevron: it opens a menu.
    """

    def __init__(
        self,
        appearance: Appearance,
        look: Look = Look.PLAIN,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self._look = look
        self.setProperty("look", look.value)
        self.setAutoDefault(False)
        appearance.changed.connect(self.update)

    def follow(self, action: QAction) -> None:
        """Mirror the action's text, icon, tooltip and state, and trigger it when clicked."""

        def dress() -> None:
            self.setText(action.text())
            self.setIcon(action.icon())
            self.setToolTip(action.toolTip())
            self.setEnabled(action.isEnabled())
            self.setVisible(action.isVisible())

        action.changed.connect(dress)
        self.clicked.connect(action.trigger)
        dress()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        px = self._appearance.rhythm.px
        words = 2 + self.fontMetrics().horizontalAdvance(_without_mnemonic(self.text()))
        sides = 2 * px(6 if self._look is Look.LINK else 13)
        icon = 0 if self.icon().isNull() else px(16)
        chevron = px(24) if self._look in _CHOICES else 0
        gap = px(8) if icon and words else 0
        return QSize(words + sides + icon + gap + chevron, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setPen(self._ink())
        self._paint_label(painter)
        painter.end()

    def _ink(self) -> str:
        colours = self._appearance.colours
        if not self.isEnabled():
            return colours.edge
        return {Look.MAIN: colours.on_accent, Look.LINK: colours.link}.get(self._look, colours.text)

    def _paint_label(self, painter: QStylePainter) -> None:
        px = self._appearance.rhythm.px
        is_choice = self._look in _CHOICES
        side, gap = (0, 0) if self.icon().isNull() else (px(16), px(8))
        margin = px(6 if self._look is Look.LINK else 13)
        room = self.width() - 2 * margin - (px(24) if is_choice else 0)
        words = _without_mnemonic(self.text())
        width = min(self.fontMetrics().horizontalAdvance(words), max(0, room - side - gap))
        gap = gap if words else 0
        start = margin if is_choice else (self.width() - side - gap - width) // 2
        middle = self.height() // 2
        if side:
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            self.icon().paint(painter, QRect(start, middle - side // 2, side, side), mode=mode)
        box = QRect(start + side + gap, 0, room if is_choice else width + 2, self.height())
        line = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
        if is_choice:
            chevron = QRect(self.width() - px(13) - px(14), middle - px(7), px(14), px(14))
            self._appearance.icon("chevron-down").paint(painter, chevron)


def _without_mnemonic(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
