"""Page that shows the request and what was observed of it, with bars for its phases."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from inspector_app.desktop.actions import ActionCollection, ActionId
from inspector_app.desktop.answer.outline_model import FIELD_COLUMN, MEANING_COLUMN, VALUE_COLUMN
from inspector_app.desktop.answer.outline_view import OutlineView, RowDelegate
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.reading_direction import place_within

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.presentation.phase_spans import PhaseSpan
    from inspector_app.session.presentation.request_facts import RequestFacts
    from inspector_app.session.time_format import TimeContext

_BAR_WIDTH_RATIO: Final = 0.45
"""Fraction of the cell width for the bars; the text stands beside them."""


class _SpanDelegate(RowDelegate):
    """Delegate that paints a phase's share of the call before the text of its row."""

    def __init__(self, theme: Theme, view: RequestView) -> None:
        super().__init__(theme.spacing, view)
        self._theme = theme
        self._view = view

    @qt_override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        span = self._view.find_span(index)
        if span is None:
            super().paint(painter, option, index)
            return
        px = self._theme.spacing.to_pixels
        whole = QRect(option.rect)
        row = QStyleOptionViewItem(option)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, row, painter, row.widget)
        room = round(whole.width() * _BAR_WIDTH_RATIO)
        left = whole.left() + px(4) + span.start * (room - px(8))
        width = max(float(px(3)), span.length * (room - px(8)))
        height = px(10)
        colours = self._theme.colours
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        colour = colours.get_severity_colour(span.node.severity) if span.failed else colours.accent
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if is_selected else colour))
        top = whole.center().y() - height / 2 + 1
        bar = QRect(round(left), round(top), round(width), height)
        bar = place_within(option.direction, whole, bar)
        painter.drawRoundedRect(bar, px(2), px(2))
        painter.restore()
        words = QRect(whole)
        words.setLeft(whole.left() + room)
        option.rect = place_within(option.direction, whole, words)
        super().paint(painter, option, index)
        option.rect = whole


class RequestView(OutlineView):
    """Outline view of one call, including a failed one."""

    column_ratios = MappingProxyType({FIELD_COLUMN: 0.2, VALUE_COLUMN: 0.4})  # a whole address fits

    def __init__(self, theme: Theme, actions: ActionCollection, time_context: TimeContext) -> None:
        super().__init__(theme, actions, time_context, (ActionId.COPY_VALUE, ActionId.COPY_ROW))
        self.setAccessibleName(translate("The request"))
        self._spans: dict[int, PhaseSpan] = {}
        self._facts: RequestFacts | None = None
        self.setItemDelegateForColumn(MEANING_COLUMN, _SpanDelegate(theme, self))

    def show_facts(self, facts: RequestFacts, time_context: TimeContext) -> None:
        """Show the facts of another call."""
        self._facts = facts  # keeps the nodes alive whose id() is the key of a span
        self._spans = {id(span.node): span for span in facts.spans}
        self.show_outline(facts.outline, time_context)

    def discard_outline(self) -> None:
        """Drop the facts of the call as well."""
        super().discard_outline()
        self._facts = None
        self._spans = {}

    def find_span(self, index: QModelIndex | QPersistentModelIndex) -> PhaseSpan | None:
        """The span of the call that a row represents; None for all other rows."""
        return self._spans.get(id(self.outline_model.get_node(index)))
