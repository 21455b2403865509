"""List of findings: one line each, with a link to the row that is its evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import say, shown
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.session.judging.statement import Finding

_MOST: Final = 4
"""Findings that are shown while the list is collapsed."""


def severity_icon(appearance: Appearance, severity: Severity) -> QIcon:
    """The icon of a severity, which differs in shape for those who do not see its colour."""
    name = {
        Severity.GOOD: "circle-check",
        Severity.WARNING: "triangle-alert",
        Severity.BAD: "circle-x",
    }.get(severity, "info")
    return appearance.icon(name, appearance.colours.of(severity))


class FindingsList(QWidget):
    """``evidence_requested`` carries the path of the row to show."""

    evidence_wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._findings: tuple[Finding, ...] = ()
        self._most = _MOST
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(appearance.rhythm.px(4))
        appearance.changed.connect(self._list)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings in order; cheap when nothing has changed."""
        if findings != self._findings:
            self._findings = findings
            self._list()
        self.setVisible(bool(findings))

    def fold(self) -> None:
        """Show only the first few again, because another answer is shown."""
        self._most = _MOST
        self._list()

    def _list(self) -> None:
        while (entry := self._rows.takeAt(0)) is not None:
            row = entry.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for finding in self._findings[: self._most]:
            self._rows.addWidget(self._row(finding))
        if len(self._findings) > self._most:
            words = say("Show all {count} findings", count=len(self._findings))
            more = Button(self._appearance, Look.LINK, words)
            more.clicked.connect(self._unfold)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _unfold(self) -> None:
        self._most = len(self._findings)
        self._list()

    def _row(self, finding: Finding) -> QWidget:
        px = self._appearance.rhythm.px
        row = QWidget()
        row.setMinimumHeight(px(20))  # as with a link: all lines have the same distance
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        mark = QLabel()
        mark.setFixedSize(px(16), px(16))
        picture = severity_icon(self._appearance, finding.severity)
        mark.setPixmap(picture.pixmap(mark.size(), self.devicePixelRatioF()))
        words = PlainLabel(shown(finding.sentence))
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(words)
        if finding.evidence:
            show = Button(self._appearance, Look.LINK, say("show"))
            show.setAccessibleName(say("Show in the tree: {finding}", finding=words.text()))
            show.clicked.connect(partial(self.evidence_wanted.emit, finding.evidence[0]))
            layout.addWidget(show, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        return row
