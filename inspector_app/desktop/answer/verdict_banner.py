"""Banner with the verdict: what is wrong, why, the next step, and the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from inspector_app.desktop.answer.card_head import CardHead
from inspector_app.desktop.answer.conditions_list import ConditionsList
from inspector_app.desktop.answer.findings_list import FindingsList
from inspector_app.desktop.answer.reply_panel import ReplyPanel
from inspector_app.desktop.answer.steps_view import StepsView
from inspector_app.desktop.answer.timeline_view import TimelineView
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.plain_text import to_menu_text
from inspector_app.desktop.widgets.shared_row import SharedRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QPaintEvent

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.diagnosis.application_conditions import Condition
    from inspector_app.session.diagnosis.verdict_model import SuggestedAction, Verdict


class VerdictBanner(QFrame):
    """A card with a stripe in the severity's colour; icon and text show it as well."""

    evidence_requested = Signal(object)
    action_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        actions: Iterable[QAction],
        more_action: QAction,
        reply_action: QAction,
    ) -> None:
        """``actions`` are the card's buttons; the others ask more, and copy the reply."""
        super().__init__()
        self._theme = theme
        self._verdict: Verdict | None = None
        self._has_room = True
        self.setProperty("look", "card")
        self.head = CardHead(theme, actions, more_action)
        self.sentence_label = self.head.sentence_label
        self.note_field = self.head.note_field
        self.detail_label = PlainLabel()
        self.detail_label.setProperty("look", "soft")
        self._evidence_button = Button(theme, ButtonVariant.LINK, translate("show"))
        self._evidence_button.setAccessibleName(
            translate("Show in the tree what the sentence rests on")
        )
        self._evidence_button.clicked.connect(self._on_evidence_clicked)
        self.next_step_label = PlainLabel()
        follow_text_colour(self.next_step_label, theme)
        self._action_button = Button(theme, ButtonVariant.LINK, is_flush=True)
        self._action_button.clicked.connect(self._on_action_clicked)
        self.timeline = TimelineView(theme)
        self.timeline.hide()
        self.findings_list = FindingsList(theme)
        self.findings_list.evidence_requested.connect(self.evidence_requested)
        self.conditions_list = ConditionsList(theme)
        self.steps_view = StepsView(theme)
        self.reply_panel = ReplyPanel(theme, reply_action)
        self._build_layout()
        theme.changed.connect(self._apply_style)

    def show_verdict(self, verdict: Verdict) -> bool:
        """Show this verdict, and return whether it is another one than before.

        Cheap when only the remaining time has changed.
        """
        before, self._verdict = self._verdict, verdict
        self.head.show_sentence(verdict)
        self.detail_label.setText(render_text(verdict.detail))
        self.detail_label.setVisible(bool(self.detail_label.text()))
        self._evidence_button.setVisible(bool(verdict.evidence))
        self._update_next_step(verdict)
        offer = _get_action_text(verdict.action)
        self._action_button.setText(to_menu_text(offer))
        self._action_button.setVisible(bool(offer))
        if before is None or before.code is not verdict.code:
            self.findings_list.collapse()
        self.findings_list.show_findings(verdict.findings)
        self.steps_view.show_steps(verdict.steps)
        self.reply_panel.show_reply(verdict.reply)
        if before is None or before.severity is not verdict.severity:
            self._apply_style()
        return before != verdict

    def show_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Show what was checked before an application was said to open or not."""
        self.conditions_list.show_conditions(conditions)

    def set_room(self, *, has_room: bool, has_picture_room: bool) -> None:
        """Say whether there is height for everything: else steps, findings and margins fold.

        Without ``has_picture_room`` the picture is one line.
        """
        self.timeline.set_room(has_room=has_picture_room)
        if has_room is self._has_room:
            return
        self._has_room = has_room
        px = self._theme.spacing.to_pixels
        above, below = (14, 14) if has_room else (8, 6)
        self._layout.setContentsMargins(px(20), px(above), px(16), px(below))
        self._layout.setSpacing(px(6 if has_room else 4))
        self.head.set_room(has_room=has_room)
        self.reply_panel.set_room(has_room=has_room)
        self.steps_view.set_room(has_room=has_room)
        self.findings_list.set_room(has_room=has_room)
        self.conditions_list.set_room(has_room=has_room)

    def _update_next_step(self, verdict: Verdict) -> None:
        """Show what to do next where the steps do not."""
        is_said = verdict.has_next_step_in_steps
        self.next_step_label.setText("" if is_said else render_text(verdict.next_step))
        self.next_step_label.setVisible(bool(self.next_step_label.text()))

    def discard_verdict(self) -> None:
        """Drop the verdict, which may name a person."""
        self._verdict = None
        self.head.discard_texts()
        for label in (self.detail_label, self.next_step_label):
            label.setText("")
        self.findings_list.show_findings(())
        self.conditions_list.show_conditions(())
        self.steps_view.show_steps(())
        self.reply_panel.show_reply(None)
        self.reply_panel.reset()
        self.timeline.setAccessibleName("")

    @qt_override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        px = self._theme.spacing.to_pixels
        start = self.width() - px(4) if self.isRightToLeft() else 0
        if not event.rect().intersects(QRect(start, 0, px(4), self.height())):
            return  # as every second, when the time goes on in what lies on the card
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), px(7), px(7))
        stripe = QPainterPath()
        dash, step = (px(8), px(12)) if self._theme.is_muted else (self.height(), self.height())
        for top in range(0, self.height(), step):  # dashes tell it also where there are no colours
            stripe.addRect(QRectF(start, top, px(4), dash))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colours.get_severity_colour(self._verdict.severity)
        painter.fillPath(outline.intersected(stripe), QColor(colour))
        painter.end()

    def _build_layout(self) -> None:
        px = self._theme.spacing.to_pixels
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(14), px(16), px(14))
        layout.setSpacing(px(6))
        layout.addWidget(self.head)
        layout.addLayout(self._create_line(self.detail_label, self._evidence_button))
        layout.addLayout(self._create_line(self.next_step_label, self._action_button))
        beside = SharedRow()
        beside.setSpacing(px(16))
        beside.addWidget(self.steps_view, 0, Qt.AlignmentFlag.AlignTop)
        noticed = QVBoxLayout()
        noticed.setSpacing(px(8))
        noticed.addWidget(self.conditions_list)
        noticed.addWidget(self.findings_list)
        noticed.addStretch(1)
        beside.addLayout(noticed)
        layout.addLayout(beside)
        layout.addWidget(self.reply_panel)
        layout.addWidget(self.timeline)

    def _create_line(self, label: PlainLabel, button: Button) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.spacing.to_pixels(8))
        line.addWidget(label)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        return line

    def _apply_style(self) -> None:
        if self._verdict is not None:
            self.head.show_severity(self._verdict.severity)
            self.update()

    def _on_evidence_clicked(self) -> None:
        if self._verdict is not None and self._verdict.evidence:
            self.evidence_requested.emit(self._verdict.evidence[0])

    def _on_action_clicked(self) -> None:
        if self._verdict is not None and self._verdict.action is not None:
            self.action_requested.emit(self._verdict.action)


def _get_action_text(action: SuggestedAction | None) -> str:
    from inspector_app.session.diagnosis.verdict_model import SuggestedAction

    match action:
        case SuggestedAction.SWITCH_ENVIRONMENT:
            return translate("Try in my other environments…")
        case SuggestedAction.TRY_AGAIN:
            return translate("Try again")
        case SuggestedAction.CHECK_ADDRESS:
            return translate("Check the address")
        case SuggestedAction.CHECK_CONNECTION:
            return translate("Check the connection settings")
        case SuggestedAction.FORGET_TOKEN:
            return translate("Forget the token")
        case None:
            return ""
