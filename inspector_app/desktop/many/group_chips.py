"""The groups of a queue's rows with their numbers: the legend of the bar, and a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from inspector_app.desktop.answer.page_switch import SegmentButton
from inspector_app.desktop.many.many_rows import RowFilter
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.plain_text import set_tooltip
from inspector_app.report.many_groups import RowGroup
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.desktop.theme.theme import Theme

_NAMES: Final = {
    RowGroup.VALID: tr("Valid"),
    RowGroup.ATTENTION: tr("Attention"),
    RowGroup.PROBLEM: tr("Cannot work"),
    RowGroup.UNKNOWN: tr("Not told"),
}
_ICONS: Final = {
    RowGroup.VALID: "circle-check",
    RowGroup.ATTENTION: "triangle-alert",
    RowGroup.PROBLEM: "circle-x",
    RowGroup.UNKNOWN: "circle-help",
}
_FILTERS: Final = (
    RowFilter(),
    *(RowFilter(group) for group in _NAMES),
    RowFilter(is_pending_only=True),
)
_PLACES: Final = {0: "first", len(_FILTERS) - 1: "last"}


class GroupChips(QWidget):
    """``chosen`` carries the filter of the group; the arrow keys move between the chips."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(translate("Which rows are shown"))
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._buttons: list[SegmentButton] = []
        self._counts: dict[RowGroup | None, int] = {}
        self._room = 0
        for number in range(len(_FILTERS)):
            is_last = number == len(_FILTERS) - 1
            button = SegmentButton(
                theme, "", "last" if is_last else "middle" if number else "first"
            )
            button.setIconSize(QSize(theme.spacing.to_pixels(16), theme.spacing.to_pixels(16)))
            self._group.addButton(button, number)
            layout.addWidget(button)
            self._buttons.append(button)
        self._buttons[0].setChecked(True)
        self._group.idToggled.connect(self._on_toggled)
        theme.changed.connect(self._update_icons)
        self._update_icons()

    @property
    def filter(self) -> RowFilter:
        """The filter of the chosen chip."""
        return _FILTERS[max(0, self._group.checkedId())]

    def reset(self) -> None:
        """Choose all rows."""
        self._buttons[0].setChecked(True)

    def show_counts(self, counts: Mapping[RowGroup | None, int]) -> None:
        """Show how many rows each group has; those under None wait."""
        self._counts = dict(counts)
        self._update_texts()

    def set_room(self, width: int) -> None:
        """Say how many pixels there are: without room for the words, icon and number stay."""
        self._room = width
        self._update_texts()

    def _update_texts(self) -> None:
        counts = self._counts
        numbers = [sum(counts.values()), *(counts.get(one, 0) for one in (*_NAMES, None))]
        words = [translate("All {count}", count=numbers[0])]
        words += [f"{render_text(name)} {counts.get(group, 0)}" for group, name in _NAMES.items()]
        words.append(translate("Waiting {count}", count=counts.get(None, 0)))
        needed = sum(
            button.compute_width(text) for button, text in zip(self._buttons, words, strict=True)
        )
        has_room = needed <= self._room
        for button, text, number in zip(self._buttons, words, numbers, strict=True):
            button.setText(text if has_room or button.icon().isNull() else str(number))
            button.setAccessibleName(text)
            set_tooltip(button, text)
            button.updateGeometry()

    def _on_toggled(self, number: int, is_on: bool) -> None:  # noqa: FBT001  # the signal's signature
        if is_on:
            self.chosen.emit(_FILTERS[number])

    def _update_icons(self) -> None:
        colours = self._theme.colours
        tints = {
            RowGroup.VALID: colours.good,
            RowGroup.ATTENTION: colours.warning,
            RowGroup.PROBLEM: colours.bad,
            RowGroup.UNKNOWN: colours.muted,
        }
        for button, chosen in zip(self._buttons, _FILTERS, strict=True):
            if chosen.group is not None:
                name, tint = _ICONS[chosen.group], tints[chosen.group]
                button.setIcon(self._theme.get_icon(name, tint))
            elif chosen.is_pending_only:
                button.setIcon(self._theme.get_icon("clock"))
