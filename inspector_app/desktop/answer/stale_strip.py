"""Strip above an answer that belongs to another text than the one in the token field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from inspector_app.desktop.answer.answer_owner import describe_owner
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.run_inspection import InspectionResult


@dataclass(frozen=True, slots=True)
class Staleness:
    """How far the shown answer is from what the token field asks for.

    ``has_other_text``: the field has another text than the one that was inspected, or none
    (``is_field_empty``). ``is_replacing``: an inspection is running, whose answer will replace it.
    ``is_in_question``: it is asked above where the text is to be sent. ``is_token_kept``: the
    answer's own token is, so that Enter asks again where the field is empty.
    """

    has_other_text: bool = False
    is_field_empty: bool = False
    is_replacing: bool = False
    is_in_question: bool = False
    is_token_kept: bool = False

    @property
    def is_muted(self) -> bool:
        """Whether the answer is shown without colour."""
        return self.has_other_text or self.is_replacing


LIVE = Staleness()


class StaleStrip(QFrame):
    """Names the owner of what stands below, and what to do; ``put_away`` when that is wanted."""

    put_away = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.spacing.to_pixels
        self.setProperty("look", "strip")
        self._icon_label = QLabel()
        self._icon_label.setFixedSize(QSize(px(24), px(24)))
        self.owner_label = PlainLabel()
        font = self.owner_label.font()
        font.setWeight(font.Weight.DemiBold)
        self.owner_label.setFont(font)
        self.hint_label = PlainLabel()
        self.put_away_button = Button(theme, text=translate("Put it away"))
        self.put_away_button.clicked.connect(self.put_away)
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        texts.addWidget(self.owner_label)
        texts.addWidget(self.hint_label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(6), px(16), px(6))
        layout.setSpacing(px(12))
        layout.addWidget(self._icon_label)
        layout.addLayout(texts, 1)
        layout.addWidget(self.put_away_button)
        theme.changed.connect(self._update_icons)
        self._update_icons()
        self.hide()

    def show_owner(self, result: InspectionResult, staleness: Staleness, now: float) -> None:
        """Show whose answer stands below as of ``now``, epoch seconds; hidden where it is live."""
        from inspector_app.inspection.locked_result import LockedResult
        from inspector_app.inspection.masked_result import unmask_result

        if staleness.has_other_text:
            self.owner_label.setText(
                translate("The answer below belongs to {owner}", owner=describe_owner(result, now))
            )
            is_locked = isinstance(unmask_result(result), LockedResult)
            is_unlocked = is_locked and staleness.is_field_empty and not staleness.is_replacing
            self.hint_label.setText(
                _describe_way_back(staleness) if is_unlocked else _describe_next_step(staleness)
            )
        self.setVisible(staleness.has_other_text)

    def discard_owner(self) -> None:
        """Drop the texts, which may name a person, and hide."""
        for label in (self.owner_label, self.hint_label):
            label.setText("")
        self.hide()

    def _update_icons(self) -> None:
        picture = self._theme.get_icon("history", self._theme.colours.surface)
        self._icon_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon_label.setPixmap(
            picture.pixmap(self._icon_label.size(), self.devicePixelRatioF())
        )
        self.put_away_button.setIcon(self._theme.get_icon("x", self._theme.colours.text))


def _describe_way_back(staleness: Staleness) -> str:
    """How to get at the credential of an answer again that a lock has taken it out of."""
    if staleness.is_token_kept:
        return translate(
            "Its credential was taken out at the lock. Press Enter to ask again with the kept "
            "token, or paste one."
        )
    return translate(
        "Its credential was taken out at the lock and is not kept. Paste the token to ask again."
    )


def _describe_next_step(staleness: Staleness) -> str:
    if staleness.is_replacing:
        return translate("The text above is being inspected: its answer replaces this one.")
    if staleness.is_field_empty:
        return translate("The text that was inspected is not in the field above any more.")
    if staleness.is_in_question:
        return translate("The text above has not been inspected yet. Answer the question first.")
    return translate("The text above has not been inspected yet. Press Enter to inspect it.")
