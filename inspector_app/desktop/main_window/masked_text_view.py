"""The lines around a token, with every token in them masked, and the chosen line marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.plain_text import to_plain_text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.gateway.pasted.found_token import MaskedLine

_MARK: Final = "\u203a"


class MaskedTextView(QPlainTextEdit):
    """Nothing of it can be selected, so that nothing gets into a clipboard or X11's selection."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marked_block: int | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in every language: it is code
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 0.92)
        self.setFont(font)
        self.document().setDocumentMargin(theme.spacing.to_pixels(8))
        self.setAccessibleName(translate("Where it stands"))
        theme.changed.connect(self._mark)

    def show_lines(self, lines: tuple[MaskedLine, ...], marked: int | None) -> None:
        """Show these lines with their numbers, and mark the one of that number."""
        width = max((len(str(one.number)) for one in lines), default=0)
        self.setPlainText(
            "\n".join(
                f"{one.number:>{width}} {_MARK if one.number == marked else ' '} "
                f"{to_plain_text(one.text.expandtabs(4))}"
                for one in lines
            )
        )
        self._marked_block = next(
            (place for place, one in enumerate(lines) if one.number == marked), None
        )
        self._mark()

    def discard_lines(self) -> None:
        """Drop the text."""
        self.clear()
        self._marked_block = None
        self.setExtraSelections([])

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.centerCursor()  # on the marked line

    def _mark(self) -> None:
        if self._marked_block is None:
            self.setExtraSelections([])
            return
        cursor = QTextCursor(self.document().findBlockByNumber(self._marked_block))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format.setBackground(QColor(self._theme.colours.marked_line))
        selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003
        self.setExtraSelections([selection])
        self.setTextCursor(cursor)
        self.centerCursor()
