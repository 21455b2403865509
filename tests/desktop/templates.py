"""What a window says, as the templates of its texts: neither names nor times are in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QWidget

from tests.desktop.widget_description import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACEHOLDER = re.compile(r"\{(\w+)\}")
NUMBER = re.compile(r"\b[0-9a-f]{8}\b|\d+")
"""Of any length, and a fingerprint."""

SAID = ("windowTitle", "text", "placeholderText", "accessibleName", "accessibleDescription",
        "toolTip")  # fmt: skip
MAX_SHOWN = 70
"""Characters of a text, by which it can be told from the others."""


class TemplateTranslator(QTranslator):
    """Shows a text with the names of its values in place of them."""

    def isEmpty(self):  # noqa: N802  # Qt's name
        return False

    def translate(self, context, source_text, disambiguation=None, n=-1):
        del context, disambiguation, n
        is_worded = any(one.isalpha() for one in PLACEHOLDER.sub("", source_text))
        return PLACEHOLDER.sub(r"«\1»", source_text) if is_worded else source_text


def describe_words(widget: QWidget) -> list[str]:
    """A line for each text that a widget or one in it shows or has read out, in their order."""
    lines = []
    for one in iter_shown(widget):
        said: list[str] = []
        for name in SAID:
            text = NUMBER.sub("#", str(ask(one, name) or ""))
            whole_words = text[:MAX_SHOWN].rpartition(" ")[0]
            short = text if len(text) <= MAX_SHOWN else f"{whole_words}…"
            if short and short not in said:
                lines.append(f"{type(one).__name__} {name}: {short}")
                said.append(short)
    return lines


def iter_shown(widget: QWidget) -> Iterator[QWidget]:
    """A widget and those in it that are not hidden, nor windows of their own."""
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and not (child.isHidden() or child.isWindow()):
            yield from iter_shown(child)
