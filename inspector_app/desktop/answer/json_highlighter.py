"""Syntax highlighter for JSON text: names, strings and all other values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from inspector_app.desktop.qt_override import qt_override
from inspector_app.session.parsing.parse_errors import JSON_STRING_PATTERN

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from inspector_app.desktop.theme.theme import Theme

_TOKEN_PATTERN: Final = re.compile(
    # A string that is cut off reaches to the line's end, so that nothing is looked at again.
    rf'(?P<name>{JSON_STRING_PATTERN}(?<=")(?=:))|(?P<text>{JSON_STRING_PATTERN})'
    r"|(?P<value>-?[0-9][-+.0-9Ee]*+|true|false|null)"
)


class JsonHighlighter(QSyntaxHighlighter):
    """Highlights line by line: in JSON as it is formatted here, no string spans two lines."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._formats: dict[str, QTextCharFormat] = {}
        self.is_json = True
        self.update_colours()

    def update_colours(self) -> None:
        """Use the current theme's colours for lines that are added from now on."""
        colours = self._theme.colours
        for part, colour in (
            ("name", colours.link),
            ("text", colours.text),
            ("value", colours.warning),
        ):
            self._formats[part] = QTextCharFormat()
            self._formats[part].setForeground(QColor(colour))

    @qt_override
    def highlightBlock(self, text: str) -> None:
        if not self.is_json:
            return
        for part in _TOKEN_PATTERN.finditer(text):
            self.setFormat(
                part.start(), part.end() - part.start(), self._formats[part.lastgroup or "text"]
            )
