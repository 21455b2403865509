"""Push button with several variants, and a gap between its icon and its text."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.enter_key import is_plain_enter
from inspector_app.desktop.widgets.plain_text import DESCRIPTION_PROPERTY
from inspector_app.desktop.widgets.reading_direction import (
    align_leading,
    isolate_direction,
    place_within,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent

    from inspector_app.desktop.theme.theme import Theme


ICON_PROPERTY: Final = "icon_name"
"""Of an action: the name of its icon, which is drawn where it is shown."""


class ButtonVariant(Enum):
    """Visual variant of a button. The style sheet selects buttons by these values."""

    PRIMARY = "main"
    PLAIN = "plain"
    TALL = "tall"
    DROP_DOWN = "choice"
    TALL_DROP_DOWN = "tall-choice"
    LINK = "link"
    SEGMENT = "segment"


_DROP_DOWNS = frozenset({ButtonVariant.DROP_DOWN, ButtonVariant.TALL_DROP_DOWN})


class Button(QPushButton):
    """Draws its own label, because Fusion puts the icon against the text and the border.

    A drop-down is aligned to the left and ends in a chevron: it opens a menu.
    """

    def __init__(
        self,
        theme: Theme,
        variant: ButtonVariant = ButtonVariant.PLAIN,
        text: str = "",
        parent: QWidget | None = None,
        *,
        is_flush: bool = False,
    ) -> None:
        """A link that ``is_flush`` begins where the lines above it begin: it has no padding."""
        super().__init__(text, parent)
        self._theme = theme
        self._variant = variant
        self._margin = 1 if is_flush else 6 if variant is ButtonVariant.LINK else 13
        self._is_compact = False
        self.setProperty("look", variant.value)
        self.setAutoDefault(False)
        theme.changed.connect(self.update)

    def set_default_action(self, action: QAction) -> None:
        """Mirror the action's text, icon, tooltip and state, and trigger it when clicked."""

        def update_from_action() -> None:
            self.setText(action.text())
            name = action.property(ICON_PROPERTY)
            # Alone it would be taken for one of those that stand before a name.
            colour = self._theme.colours.link if self._variant is ButtonVariant.LINK else None
            if action.isVisible():
                self.setIcon(self._theme.get_icon(name, colour) if name else action.icon())
            self.setToolTip(action.toolTip())
            self.setAccessibleDescription(action.property(DESCRIPTION_PROPERTY) or "")
            self.setEnabled(action.isEnabled())
            # Without a parent it would be a window; it is shown with the one that it gets.
            if self.parentWidget() is not None or not action.isVisible():
                self.setVisible(action.isVisible())

        action.changed.connect(update_from_action)
        self._theme.changed.connect(update_from_action)
        self.clicked.connect(action.trigger)
        update_from_action()

    def set_compact(self, *, is_compact: bool) -> None:
        """Show the icon alone where there is one; readers and the tooltip say the words."""
        if is_compact is not self._is_compact:
            self._is_compact = is_compact
            self.updateGeometry()
            self.update()

    def _get_shown_text(self) -> str:
        is_left_out = self._is_compact and not self.icon().isNull()
        return "" if is_left_out else _strip_mnemonic(self.text())

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, as Space does; Qt has that in dialogs alone."""
        if is_plain_enter(event) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def compute_width(self, text: str) -> int:
        """Pixels that the button takes with this text and the icon that it has."""
        self.ensurePolished()
        px = self._theme.spacing.to_pixels
        words = self.fontMetrics().horizontalAdvance(text)
        words = words + 2 if words else 0
        sides = 2 * px(self._margin)
        icon = 0 if self.icon().isNull() else px(16)
        chevron = px(24) if self._variant in _DROP_DOWNS else 0
        gap = px(8) if icon and words else 0
        return words + sides + icon + gap + chevron

    @qt_override
    def sizeHint(self) -> QSize:
        return QSize(self.compute_width(self._get_shown_text()), super().sizeHint().height())

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @qt_override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Let Qt draw neither label nor arrow, which are drawn here."""
        super().initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._get_text_colour())
        self._paint_label(painter)
        painter.end()

    def _get_text_colour(self) -> str:
        colours = self._theme.colours
        if not self.isEnabled():
            is_filled = self._variant is ButtonVariant.PRIMARY  # it stays the largest: read it
            return colours.muted if is_filled else colours.disabled
        return {ButtonVariant.PRIMARY: colours.on_accent, ButtonVariant.LINK: colours.link}.get(
            self._variant, colours.text
        )

    def _get_chevron_colour(self) -> str:
        return self._theme.colours.muted

    def _paint_label(self, painter: QPainter) -> None:
        px = self._theme.spacing.to_pixels
        is_choice = self._variant in _DROP_DOWNS
        side, gap = (0, 0) if self.icon().isNull() else (px(16), px(8))
        margin = px(self._margin)
        room = self.width() - 2 * margin - (px(24) if is_choice else 0)
        words = self._get_shown_text()
        width = min(self.fontMetrics().horizontalAdvance(words), max(0, room - side - gap))
        gap = gap if words else 0
        start = margin if is_choice else (self.width() - side - gap - width) // 2
        middle = self.height() // 2
        place = partial(place_within, self.layoutDirection(), self.rect())
        if side:
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            icon = place(QRect(start, middle - side // 2, side, side))
            self.icon().paint(painter, icon, mode=mode)
        words_width = room - side - gap if is_choice else width + 2
        box = place(QRect(start + side + gap, 0, words_width, self.height()))
        line = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, align_leading(self.layoutDirection()), isolate_direction(line))
        if is_choice:
            chevron = place(QRect(self.width() - px(27), middle - px(7), px(14), px(14)))
            self._theme.get_icon("chevron-down", self._get_chevron_colour()).paint(painter, chevron)


def _strip_mnemonic(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
