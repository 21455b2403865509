"""Banner with the verdict: what is wrong, why, the next step, and the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.answer.findings_list import FindingsList, severity_icon
from inspector_app.desktop.answer.life_picture import LifePicture
from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.plain import PlainLabel, menu_text
from inspector_app.desktop.look.words import say, shown
from inspector_app.session.judging.statement import SuggestedAction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QPaintEvent

    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.session.judging.statement import Verdict


class VerdictBanner(QFrame):
    """A card with a stripe in the severity's colour; icon and text show it as well."""

    evidence_wanted = Signal(object)
    action_wanted = Signal(object)

    def __init__(
        self, appearance: Appearance, actions: Iterable[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._verdict: Verdict | None = None
        px = appearance.rhythm.px
        self.setProperty("look", "card")
        self._mark = QLabel()
        self._mark.setFixedSize(QSize(px(24), px(24)))
        self.sentence = PlainLabel()
        font = self.sentence.font()
        font.setPointSizeF(font.pointSizeF() * 1.45)
        font.setWeight(font.Weight.DemiBold)
        self.sentence.setFont(font)
        self.detail = PlainLabel()
        self.detail.setProperty("look", "soft")
        self._evidence = Button(appearance, Look.LINK, say("show"))
        self._evidence.setAccessibleName(say("Show in the tree what the sentence rests on"))
        self._evidence.clicked.connect(self._evidence_clicked)
        self.next_step = PlainLabel()
        self._do_it = Button(appearance, Look.LINK)
        self._do_it.clicked.connect(self._action_clicked)
        self.picture = LifePicture(appearance)
        self.picture.hide()
        self.findings = FindingsList(appearance)
        self.findings.evidence_wanted.connect(self.evidence_wanted)
        self._lay_out(actions)
        appearance.changed.connect(self._dress)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show this verdict; cheap when only the remaining time has changed."""
        before, self._verdict = self._verdict, verdict
        self.sentence.setText(shown(verdict.sentence))
        self.detail.setText(shown(verdict.detail))
        self.detail.setVisible(bool(self.detail.text()))
        self._evidence.setVisible(bool(verdict.evidence))
        self.next_step.setText(shown(verdict.next_step))
        self.next_step.setVisible(bool(self.next_step.text()))
        offer = _offer(verdict.action)
        self._do_it.setText(menu_text(offer))
        self._do_it.setVisible(bool(offer))
        if before is None or before.code is not verdict.code:
            self.findings.fold()
        self.findings.show_findings(verdict.findings)
        if before is None or before.severity is not verdict.severity:
            self._dress()

    def forget(self) -> None:
        """Drop the verdict, which may name a person."""
        self._verdict = None
        for label in (self.sentence, self.detail, self.next_step):
            label.setText("")
        self.findings.show_findings(())
        self.picture.setAccessibleName("")
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._verdict is None:
            return
        px = self._appearance.rhythm.px
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), px(7), px(7))
        stripe = QPainterPath()
        stripe.addRect(QRectF(0, 0, px(4), self.height()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._appearance.colours.of(self._verdict.severity)
        painter.fillPath(outline.intersected(stripe), QColor(colour))
        painter.end()

    def _lay_out(self, actions: Iterable[QAction]) -> None:
        px = self._appearance.rhythm.px
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.sentence, 1)
        for action in actions:
            button = Button(self._appearance)
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            button.follow(action)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(14), px(16), px(14))
        layout.setSpacing(px(6))
        layout.addLayout(head)
        layout.addLayout(self._line(self.detail, self._evidence))
        layout.addLayout(self._line(self.next_step, self._do_it))
        layout.addWidget(self.picture)
        layout.addWidget(self.findings)

    def _line(self, words: PlainLabel, button: Button) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._appearance.rhythm.px(8))
        line.addWidget(words)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        return line

    def _dress(self) -> None:
        if self._verdict is not None:
            picture = severity_icon(self._appearance, self._verdict.severity)
            self._mark.setPixmap(picture.pixmap(self._mark.size(), self.devicePixelRatioF()))
            self.update()

    def _evidence_clicked(self) -> None:
        if self._verdict is not None and self._verdict.evidence:
            self.evidence_wanted.emit(self._verdict.evidence[0])

    def _action_clicked(self) -> None:
        if self._verdict is not None and self._verdict.action is not None:
            self.action_wanted.emit(self._verdict.action)


def _offer(action: SuggestedAction | None) -> str:
    match action:
        case SuggestedAction.SWITCH_ENVIRONMENT:
            return say("Switch environment")
        case SuggestedAction.TRY_AGAIN:
            return say("Try again")
        case SuggestedAction.CHECK_ADDRESS:
            return say("Check the address")
        case SuggestedAction.CHECK_CONNECTION:
            return say("Check the connection settings")
        case SuggestedAction.FORGET_TOKEN:
            return say("Forget the token")
        case None:
            return ""
