"""Pane below a tree with all of the current row: its columns have no room for long values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.spacing import measure_line
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.chunked_text_view import ChunkedTextView
from inspector_app.desktop.widgets.labels import ElidedLabel, PlainLabel
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.desktop.widgets.screen_room import compute_height
from inspector_app.session.path import format_dotted
from inspector_app.session.plain_text import elide, escape_invisible

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.presentation.outline import Node

MAX_DETAIL_LENGTH: Final = 20_000
"""Characters of a value that are shown here: laying out more in one line would block the window."""

_FRAME: Final = 4
"""Pixels above and below: the style sheet's frame, and one of room on either side."""

_MAX_HEIGHT: Final = 76
"""Pixels at 100 % that a value takes at most: it scrolls then."""


class DetailPane(QFrame):
    """Shows path, value and meaning of one row; ``closed`` when the person is done with it."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.spacing.to_pixels
        self.setProperty("look", "card")
        self.path_label = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.path_label.setProperty("look", "soft")
        self.value_view = ChunkedTextView(theme)
        self.value_view.setAccessibleName(translate("The whole value"))
        self.value_view.setFrameShape(QFrame.Shape.NoFrame)
        self.value_view.setLineWrapMode(ChunkedTextView.LineWrapMode.WidgetWidth)
        self.value_view.setTabChangesFocus(True)
        follow_text_colour(self.value_view, theme)
        self.meaning_label = PlainLabel()
        self.meaning_label.setProperty("look", "soft")
        self.close_button = Button(theme, ButtonVariant.LINK)
        self.close_button.setAccessibleName(translate("Close the details"))
        set_tooltip(self.close_button, translate("Close the details"))
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.path_label, 1)
        head.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(6), px(8), px(8))
        self._column.setSpacing(px(4))
        self._column.addLayout(head)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, px(14) - px(8), 0)  # as far from the end as from the start
        body.setSpacing(px(4))
        body.addWidget(self.value_view)
        body.addWidget(self.meaning_label)
        self._column.addLayout(body)
        theme.changed.connect(self._update_icon)
        self._update_icon()
        self.hide()

    def show_node(self, node: Node, meaning: str) -> None:
        """Show a row; credentials in it are masked already, as in the tree."""
        label = node.label if isinstance(node.label, str) else render_text(node.label)
        self.path_label.set_text(format_dotted(node.path) if node.path else label)
        value = node.render_value(render_text)  # not the raw one, which may repeat a credential
        left_out = value[MAX_DETAIL_LENGTH:]
        more = elide(left_out, 0) if left_out else ""
        self.value_view.show_text(f"{escape_invisible(value[:MAX_DETAIL_LENGTH])}{more}")
        self.meaning_label.setText(meaning)
        self.meaning_label.setVisible(bool(meaning))
        self._fit_height()
        self.show()

    def discard_node(self) -> None:
        """Hide, and drop what is shown."""
        self.hide()
        self.value_view.show_text("")
        for label in (self.path_label.set_text, self.meaning_label.setText):
            label("")

    def compute_height(self, width: int) -> int:
        """Pixels that all of it takes at this width."""
        return compute_height(self._column, width)

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    @qt_override
    def event(self, event: QEvent) -> bool:
        # Esc is a shortcut of the window as well: here it closes the pane.
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.ShortcutOverride and is_escape:
            event.accept()
            return True
        return super().event(event)

    @qt_override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fit_height(self) -> None:
        """Take as many lines as the value has, up to the most: rows of the tree are worth more."""
        view = self.value_view
        lines = max(1, round(view.document().size().height()))
        edges = 2 * round(view.document().documentMargin()) + _FRAME
        needed = lines * measure_line(view.font()) + edges
        view.setFixedHeight(min(needed, self._theme.spacing.to_pixels(_MAX_HEIGHT)))

    def _update_icon(self) -> None:
        self.close_button.setIcon(self._theme.get_icon("x"))
