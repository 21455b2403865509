"""What the cells of the table of a queue say, and how they look."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from inspector_app.desktop.many.many_rows import (
    COLUMN_COUNT,
    NUMBER_COLUMN,
    PLACE_COLUMN,
    TOKEN_COLUMN,
    USER_COLUMN,
    VERDICT_COLUMN,
    EntryState,
)
from inspector_app.desktop.theme.translation import join_facts, render_text, translate
from inspector_app.desktop.widgets.plain_text import to_plain_text
from inspector_app.report.many_groups import RowGroup
from inspector_app.session.time_format import TimeContext, format_time_of_day

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QIcon

    from inspector_app.desktop.many.many_rows import TableRow
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.report.many_rows import QueueRow


class ManyCells:
    """``zone`` is that of the ends; ``is_shared`` where others see the screen."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.zone: tzinfo | None = None
        self.is_shared = False

    def get_text(self, row: TableRow, column: int) -> str:
        """The text of a cell."""
        match column:
            case 0:
                text = str(row.number)
            case 5:
                text = row.fingerprint or "–"
            case 6:
                text = to_plain_text(render_text(row.place))
            case _:
                text = self._get_answer_text(row, column)
        return text

    def get_spoken_text(self, row: TableRow, column: int) -> str:
        """A cell as it is spoken: the first one tells the whole row, since the keys stay in it."""
        if column != NUMBER_COLUMN:
            return self.get_text(row, column)
        return join_facts(self.get_text(row, one) for one in range(COLUMN_COUNT))

    def get_search_text(self, row: TableRow, *, is_shared: bool) -> str:
        """What the filter looks at, where others see the screen or do not."""
        answer = row.get_answer(is_shared=is_shared)
        names = () if answer is None else (answer.user, answer.organization)
        cells = (row.words, *names, row.fingerprint, render_text(row.place))
        return " ".join(map(to_plain_text, cells)).casefold()

    def get_icon(self, row: TableRow, *, is_selected: bool = False) -> QIcon:
        """The icon of the verdict: its shape tells what its colour does.

        In a selected row it has the colour of the words.
        """
        name, colour = self._find_icon(row)
        return self._theme.get_icon(name, self._theme.colours.on_accent if is_selected else colour)

    def _find_icon(self, row: TableRow) -> tuple[str, str]:
        colours = self._theme.colours
        if row.shown is None:
            is_asking = row.state is EntryState.ASKING
            return ("loader-circle", colours.link) if is_asking else ("clock", colours.muted)
        colour = colours.get_severity_colour(row.shown.severity)
        match row.group:
            case RowGroup.VALID:
                return "circle-check", colours.good
            case RowGroup.ATTENTION:
                return "triangle-alert", colour
            case RowGroup.PROBLEM:
                return "circle-x", colour
            case _:
                return "circle-help", colours.muted

    def get_colour(self, row: TableRow, column: int) -> QColor | None:
        """The colour of a text that has another than the others; None for theirs."""
        colours = self._theme.colours
        if row.state is EntryState.ASKING and column == VERDICT_COLUMN:
            return QColor(colours.link)
        answer = row.get_answer(is_shared=self.is_shared)
        is_missing = answer is None or (column == USER_COLUMN and not answer.user)
        is_soft = is_missing and column not in {NUMBER_COLUMN, TOKEN_COLUMN}
        return QColor(colours.muted) if is_soft or column == PLACE_COLUMN else None

    def get_background(self, row: TableRow) -> QColor | None:
        """The tint of the row that is asked about; None for the others."""
        is_asking = row.state is EntryState.ASKING
        return QColor(self._theme.colours.chosen_row) if is_asking else None

    def _get_answer_text(self, row: TableRow, column: int) -> str:
        answer = row.get_answer(is_shared=self.is_shared)
        if column == VERDICT_COLUMN:
            return _describe_verdict(row, answer)
        if answer is None:
            return ""
        match column:
            case 2:
                return to_plain_text(answer.user) or translate("not sent")
            case 3:
                return to_plain_text(answer.organization) or "–"
            case _:
                return self._format_end(answer.ends)

    def _format_end(self, ends: float | None) -> str:
        if ends is None or self.zone is None:
            return "–"
        return render_text(format_time_of_day(ends, TimeContext(time.time(), self.zone)))


def _describe_verdict(row: TableRow, answer: QueueRow | None) -> str:
    if answer is not None:
        return to_plain_text(render_text(answer.sentence))
    return translate("Asking…") if row.state is EntryState.ASKING else translate("Waiting")


def list_headers() -> tuple[str, ...]:
    """The headings of the columns."""
    return (
        "#",
        translate("Verdict"),
        translate("User"),
        translate("Working organization"),
        translate("Estimated end"),
        translate("Token"),
        translate("Place"),
    )
