"""Line edit for the organization in which the user is expected to work; never saved."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.field_part import set_text_room
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.leading_icon import LeadingIcon
from inspector_app.desktop.widgets.plain_text import set_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.diagnosis.verdict_model import Verdict

_PAUSE_MS: Final = 500
"""Milliseconds without a key after which the text counts as typed."""


class Comparison(Enum):
    """How the user's organization compares with the expected one."""

    NONE = auto()
    MATCH = auto()
    MISMATCH = auto()


def compare_organization(result: InspectionResult, verdict: Verdict, expected: str) -> Comparison:
    """What this verdict says about the expected organization; NONE where it cannot be compared."""
    from inspector_app.session.diagnosis.verdict_model import FindingCode

    parsed = result.analyzed.parsed
    session = None if parsed is None else parsed.session
    working = None if session is None else session.working_organization
    if not result.normalize_organization(expected) or working is None or not working.display_name:
        return Comparison.NONE
    codes = {finding.code for finding in verdict.findings}
    return Comparison.MISMATCH if FindingCode.OTHER_THAN_EXPECTED in codes else Comparison.MATCH


class ExpectedOrganizationField(QLineEdit):
    """``settled``: the text is typed, by a pause, Enter, or when the focus goes.

    The result of the comparison stands at its right end, in a word.
    """

    settled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "small")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxLength(200)
        self.setPlaceholderText(translate("Expected organization: ID or name"))
        self.setAccessibleName(translate("Expected organization: ID or name"))
        set_tooltip(self, translate("Where the user should be working: compared with each answer."))
        LeadingIcon(self, theme, "building-2")
        self.comparison_label = PlainLabel("", self)
        self.comparison_label.setWordWrap(False)
        self.comparison_label.setProperty("look", "soft")
        self.comparison_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._settle)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._settle)
        theme.changed.connect(self._move_label)  # the size of the text may be another
        self.show_comparison(Comparison.NONE)

    def show_comparison(self, comparison: Comparison) -> None:
        """Say whether the answer matches, as long as the text is the one that was compared."""
        words = {
            Comparison.NONE: "",
            Comparison.MATCH: translate("matches"),
            Comparison.MISMATCH: translate("differs"),
        }[comparison]
        if self._timer.isActive() or not self.text():
            words = ""
        if words != self.comparison_label.text():
            self.comparison_label.setText(words)
            self.setAccessibleDescription(words)
            self._move_label()

    @qt_override
    def sizeHint(self) -> QSize:
        """As wide as its hint and its icon need; it gives way where the window is narrow."""
        px = self._theme.spacing.to_pixels
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(px(206), hint + px(56)), super().sizeHint().height())

    @qt_override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.spacing.to_pixels(110), super().minimumSizeHint().height())

    @qt_override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._timer.isActive():
            self._settle()

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._move_label()

    def _on_text_changed(self) -> None:
        self._timer.start()
        self.show_comparison(Comparison.NONE)

    def _settle(self) -> None:
        self._timer.stop()
        self.settled.emit()

    def _move_label(self) -> None:
        px = self._theme.spacing.to_pixels
        label = self.comparison_label
        label.adjustSize()
        width = label.width() if label.text() else 0
        set_text_room(self, trailing=width + px(4) if width else 0)
        left = px(10) if self.isRightToLeft() else self.width() - width - px(10)
        label.move(left, (self.height() - label.height()) // 2)
