"""List of findings: one line each, with a link to the row that is its evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.theme.severity_icon import get_severity_icon, get_severity_name
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.row_clearing import clear_rows

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.diagnosis.verdict_model import Finding

_MAX_COLLAPSED: Final = 4
"""Findings that are shown while the list is collapsed."""

_MAX_SHORT: Final = 2
"""Rows of the collapsed list where height is short."""


class FindingsList(QWidget):
    """``evidence_requested`` carries the path of the row to show."""

    evidence_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self._is_opened = False
        self._has_room = True
        self._rows_layout = QVBoxLayout(self)
        self._rows_layout.setContentsMargins(0, 0, 0, 0)
        self._rows_layout.setSpacing(theme.spacing.to_pixels(4))
        theme.changed.connect(self._rebuild_rows)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings in order; cheap when nothing has changed."""
        if findings != self._findings:
            self._findings = findings
            self._rebuild_rows()
        self.setVisible(bool(findings))

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for several; what was opened stays open."""
        self._has_room = has_room
        self._rebuild_rows()

    def collapse(self) -> None:
        """Show only the first few again, because another answer is shown."""
        self._is_opened = False
        self._rebuild_rows()

    def _rebuild_rows(self) -> None:
        clear_rows(self._rows_layout)
        count = self._count_shown()
        for finding in self._findings[:count]:
            self._rows_layout.addWidget(self._create_row(finding))
        if len(self._findings) > count:
            words = translate("Show all {count} findings", count=len(self._findings))
            more = Button(self._theme, ButtonVariant.LINK, words)
            more.clicked.connect(self._on_show_all_clicked)
            self._rows_layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_show_all_clicked(self) -> None:
        self._is_opened = True
        self._rebuild_rows()

    def _count_shown(self) -> int:
        """How many have a row; where height is short, the link to the others takes the last."""
        count = len(self._findings)
        if self._is_opened:
            return count
        if self._has_room:
            return min(count, _MAX_COLLAPSED)
        return count if count <= _MAX_SHORT else _MAX_SHORT - 1

    def _create_row(self, finding: Finding) -> QWidget:
        px = self._theme.spacing.to_pixels
        row = QWidget(self)
        row.setMinimumHeight(px(20))  # as with a link: all lines have the same distance
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        mark = QLabel()
        mark.setFixedSize(px(16), px(16))
        picture = get_severity_icon(self._theme, finding.severity)
        mark.setPixmap(picture.pixmap(mark.size(), self.devicePixelRatioF()))
        mark.setAccessibleName(get_severity_name(finding.severity))
        words = PlainLabel(render_text(finding.sentence), row)
        follow_text_colour(words, self._theme)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(words)
        if finding.evidence:
            show = Button(self._theme, ButtonVariant.LINK, translate("show"))
            show.setAccessibleName(translate("Show in the tree: {finding}", finding=words.text()))
            show.clicked.connect(partial(self.evidence_requested.emit, finding.evidence[0]))
            layout.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        return row
