"""List of findings: one line each, with a link to the row that is its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.theme.severity_icon import get_severity_icon, get_severity_name
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.diagnosis.verdict_model import Finding

_MAX_COLLAPSED: Final = 4
"""Findings that are shown while the list is collapsed."""


class _FindingRow(QWidget):
    """Shows one finding after the other: to make a row takes ten times as long as to fill it."""

    evidence_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.finding: Finding | None = None
        px = theme.spacing.to_pixels
        self.setMinimumHeight(px(20))  # as with a link: all lines have the same distance
        self._mark = QLabel()
        self._mark.setFixedSize(px(16), px(20))  # in the middle of the first line
        self._words = PlainLabel("", self)
        follow_text_colour(self._words, theme)
        self._link = Button(theme, ButtonVariant.LINK, translate("show"), self)
        self._link.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words)
        layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)
        theme.changed.connect(self._update_mark)

    def show_finding(self, finding: Finding | None) -> None:
        """Show this finding; with None hide, and keep nothing of the one before."""
        if finding == self.finding:
            return
        self.finding = finding
        self._words.setText("" if finding is None else render_text(finding.sentence))
        is_linked = finding is not None and bool(finding.evidence)
        said = translate("Show in the tree: {finding}", finding=self._words.text())
        self._link.setAccessibleName(said if is_linked else "")
        self._link.setVisible(is_linked)
        self._update_mark()
        self.setVisible(finding is not None)

    def _update_mark(self) -> None:
        if self.finding is None:
            self._mark.clear()
            self._mark.setAccessibleName("")
            return
        picture = get_severity_icon(self._theme, self.finding.severity)
        self._mark.setPixmap(picture.pixmap(self._mark.size(), self.devicePixelRatioF()))
        self._mark.setAccessibleName(get_severity_name(self.finding.severity))

    def _on_clicked(self) -> None:
        if self.finding is not None:
            self.evidence_requested.emit(self.finding.evidence[0])


class FindingsList(QWidget):
    """``evidence_requested`` carries the path of the row to show.

    Where height is short it is one line: the first, which is the heaviest, and how many there are
    besides.
    """

    evidence_requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self._is_opened = False
        self._has_room = True
        self._rows: list[_FindingRow] = []
        self._rows_layout = QVBoxLayout()
        self._rows_layout.setSpacing(theme.spacing.to_pixels(4))
        self._beside_button, self._below_button = (
            Button(theme, ButtonVariant.LINK, parent=self, is_flush=True) for _ in range(2)
        )
        first = WrapRow()
        first.setSpacing(theme.spacing.to_pixels(8))
        first.addLayout(self._rows_layout, 1)
        first.addWidget(self._beside_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.spacing.to_pixels(4))
        layout.addLayout(first)
        layout.addWidget(self._below_button, 0, Qt.AlignmentFlag.AlignLeft)
        for button in (self._beside_button, self._below_button):
            button.hide()
            button.clicked.connect(self._on_show_all_clicked)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings in order; cheap when nothing has changed."""
        if findings != self._findings:
            self._findings = findings
            self._update_rows()
        self.setVisible(bool(findings))

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for several; what was opened stays open."""
        self._has_room = has_room
        self._update_rows()

    def collapse(self) -> None:
        """Show only the first few again, because another answer is shown."""
        if self._is_opened:
            self._is_opened = False
            self._update_rows()

    def _update_rows(self) -> None:
        count = self._count_shown()
        while len(self._rows) < count:
            row = _FindingRow(self._theme, self)
            row.evidence_requested.connect(self.evidence_requested)
            self._rows_layout.addWidget(row)
            self._rows.append(row)
        shown = self._findings[:count]
        for number, row in enumerate(self._rows):
            row.show_finding(shown[number] if number < count else None)
        left = len(self._findings) - count
        words = translate("Show all {count} findings", count=len(self._findings)) if left else ""
        self._below_button.setText(words)
        self._below_button.setVisible(bool(left) and self._has_room)
        self._beside_button.setText(translate("{count} more", count=left) if left else "")
        self._beside_button.setAccessibleName(words)
        self._beside_button.setVisible(bool(left) and not self._has_room)

    def _on_show_all_clicked(self) -> None:
        self._is_opened = True
        self._update_rows()

    def _count_shown(self) -> int:
        """How many have a row."""
        if self._is_opened:
            return len(self._findings)
        return min(len(self._findings), _MAX_COLLAPSED if self._has_room else 1)
