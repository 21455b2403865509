"""Head of the verdict's card: the sentence, whose answer it is, and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.desktop.answer.answer_owner import Identity
from inspector_app.desktop.answer.identity_line import IdentityLine
from inspector_app.desktop.answer.note_field import NoteField
from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.severity_icon import get_severity_icon, get_severity_name
from inspector_app.desktop.theme.text_colour import follow_text_colour
from inspector_app.desktop.theme.translation import render_text
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import create_title_label
from inspector_app.desktop.widgets.plain_text import to_plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QResizeEvent

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.diagnosis.verdict_model import Verdict
    from inspector_app.session.severity import Severity

_MIN_WIDTH_FOR_WORDS: Final = 664
"""In a narrower one the buttons give up their words, and the sentence has them."""


class CardHead(QWidget):
    """Its buttons become icons before the sentence takes another line or a name is cut off."""

    def __init__(
        self,
        theme: Theme,
        actions: Iterable[QAction],
        more_action: QAction,
    ) -> None:
        """``actions`` are the buttons beside the sentence; ``more_action`` asks more."""
        super().__init__()
        self._theme = theme
        px = theme.spacing.to_pixels
        self._icon_label = QLabel()
        self._icon_label.setFixedSize(QSize(px(24), px(24)))
        self.sentence_label = create_title_label()
        follow_text_colour(self.sentence_label, theme)
        self.identity_line = IdentityLine(theme)
        self.note_field = NoteField(theme)
        self._sentence_row = QHBoxLayout()
        self._sentence_row.setSpacing(px(10))
        self._sentence_row.addWidget(self._icon_label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sentence_row.addWidget(self.sentence_label, 1)
        self._buttons = [self._create_button(action) for action in actions]
        self._more_action = more_action
        self._identity_row = self._create_identity_row()
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addLayout(self._sentence_row)
        layout.addLayout(self._identity_row)

    def show_sentence(self, verdict: Verdict) -> None:
        """Show the sentence of this verdict; cheap when it has not changed."""
        words = to_plain_text(render_text(verdict.sentence))
        if words != self.sentence_label.text():
            self.sentence_label.setText(words)
            self._leave_words_room()

    def show_severity(self, severity: Severity) -> None:
        """Show the icon of this severity, in the theme's colours."""
        picture = get_severity_icon(self._theme, severity)
        self._icon_label.setPixmap(
            picture.pixmap(self._icon_label.size(), self.devicePixelRatioF())
        )
        self._icon_label.setAccessibleName(get_severity_name(severity))

    def show_identity(self, identity: Identity) -> None:
        """Show whose answer it is; cheap when nothing has changed."""
        if identity != self.identity_line.identity:
            self.identity_line.show_identity(identity)
            self._update_more()

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for the usual distance between the two lines."""
        self._layout.setSpacing(self._theme.spacing.to_pixels(6 if has_room else 4))

    def discard_texts(self) -> None:
        """Drop what may name a person, and how the answer was judged."""
        self.sentence_label.setText("")
        self._icon_label.clear()
        self._icon_label.setAccessibleName("")
        self.note_field.clear()
        self.show_identity(Identity())

    @qt_override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_words_room()

    def _create_button(self, action: QAction) -> Button:
        button = Button(self._theme)
        self._sentence_row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        button.set_default_action(action)
        return button

    def _create_identity_row(self) -> QHBoxLayout:
        """Who it is, and beside it the way to more about them, and what it is noted under."""
        self._more_button = Button(self._theme, ButtonVariant.LINK)
        self._more = QWidget()  # the button follows its action: what holds it is hidden
        holder = QHBoxLayout(self._more)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self._more_button)
        self._more_button.set_default_action(self._more_action)
        self._more_action.changed.connect(self._update_more)
        row = QHBoxLayout()
        row.setSpacing(self._theme.spacing.to_pixels(8))
        row.addWidget(self.identity_line, 1)
        row.addStretch()
        row.addWidget(self._more)
        row.addWidget(self.note_field)
        return row

    def _update_more(self) -> None:
        """Offer to ask more where it can be done, or where there is somebody to ask about."""
        is_known = bool(self.identity_line.identity.user)
        self._more.setVisible(is_known or self._more_action.isEnabled())
        self._leave_words_room()

    def _leave_words_room(self) -> None:
        """Let the buttons show icons alone where the sentence and the names need their room.

        Not over an answer to another text: there a button's words say whose report it copies.
        """
        px = self._theme.spacing.to_pixels
        is_narrow = self.width() < px(_MIN_WIDTH_FOR_WORDS)
        gap = self._sentence_row.spacing()
        needed = self._icon_label.width() + gap + self.sentence_label.sizeHint().width()
        needed += sum(gap + one.compute_width(one.text()) for one in self._buttons)
        is_crowded = needed > self.width() and not self._theme.is_muted
        for button in self._buttons:
            button.set_compact(is_compact=is_narrow or is_crowded)
        more, gap = self._more_button, self._identity_row.spacing()
        needed = self.identity_line.compute_width() + self.note_field.sizeHint().width()
        needed += 3 * gap + more.compute_width(more.text())
        more.set_compact(is_compact=needed > self.width())
