"""Delegate of a list or table: each text keeps its own direction in a mirrored window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStyledItemDelegate

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.widgets.reading_direction import isolate_direction

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale


class IsolatingDelegate(QStyledItemDelegate):
    """Paints as Qt does, but turns round no time and no ellipsis."""

    @qt_override
    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:  # noqa: ANN401  # Qt's own signature
        return isolate_direction(super().displayText(value, locale))
