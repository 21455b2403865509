"""Panel with the reply to the user: one line, or opened in place to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout

from inspector_app.desktop.answer.page_switch import SegmentButton
from inspector_app.desktop.answer.reply_editor import ReplyEditor
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.accessible_role import set_accessible_role
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.labels import ElidedLabel, PlainLabel
from inspector_app.desktop.widgets.style_property import set_style_property

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.session.diagnosis.step_model import Reply, ReplyLanguage


class ReplyPanel(QFrame):
    """Holds a proposal for each language, and the words that were typed in place of it.

    The words belong to one answer: ``reset`` drops them before another is shown.
    """

    def __init__(self, theme: Theme, copy_action: QAction) -> None:
        from inspector_app.session.diagnosis.step_model import ReplyLanguage

        super().__init__()
        self._theme = theme
        self._reply: Reply | None = None
        self._words: dict[ReplyLanguage, str] = {}
        self.setProperty("look", "inset")
        self._fold_button = Button(theme, ButtonVariant.LINK, translate("Reply to the user"))
        self._fold_button.setCheckable(True)
        self._fold_button.toggled.connect(self._on_fold_toggled)
        self.preview_label = ElidedLabel()
        self.preview_label.setProperty("look", "soft")
        self._own_words_label = PlainLabel(translate("your words, not sent anywhere"))
        self._own_words_label.setProperty("look", "soft")
        self._own_words_label.setWordWrap(False)
        self._proposal_button = Button(theme, ButtonVariant.LINK, translate("Back to the proposal"))
        self._proposal_button.clicked.connect(self._on_proposal_clicked)
        self.editor = ReplyEditor()
        self.editor.setAccessibleName(translate("Reply to the user"))
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.left.connect(self._on_editor_left)
        self.copy_button = Button(theme)
        self.copy_button.set_default_action(copy_action)
        self._language_group = QButtonGroup(self)
        self._language_buttons = {
            ReplyLanguage.ENGLISH: SegmentButton(theme, "EN", "first"),
            ReplyLanguage.CHINESE: SegmentButton(theme, "中文", "last"),
        }
        for button in self._language_buttons.values():
            set_accessible_role(button, QAccessible.Role.RadioButton)
        self._language_buttons[ReplyLanguage.ENGLISH].setAccessibleName(
            translate("Reply in English")
        )
        self._language_buttons[ReplyLanguage.CHINESE].setAccessibleName(
            translate("Reply in Chinese")
        )
        for button in self._language_buttons.values():
            self._language_group.addButton(button)
        self._language_buttons[_get_default_language()].setChecked(True)
        self._language_group.buttonToggled.connect(self._on_language_toggled)
        self._build_layout()
        theme.changed.connect(self._update_icon)
        self._update_icon()
        self._update()

    @property
    def language(self) -> ReplyLanguage:
        """The language whose button is checked."""
        return next(one for one, button in self._language_buttons.items() if button.isChecked())

    @property
    def text(self) -> str:
        """The reply as it is to be copied: the words that were typed, else the proposal."""
        proposal = "" if self._reply is None else self._reply.get_text(self.language)
        return self._words.get(self.language, proposal)

    def show_reply(self, reply: Reply | None) -> None:
        """Propose this reply; what was typed for the same answer stays."""
        if reply != self._reply:
            self._reply = reply
            self._update()
        self.setVisible(reply is not None)

    def reset(self) -> None:
        """Drop what was typed, and fold: another answer is shown, or none."""
        self._words.clear()
        self._fold_button.setChecked(False)
        self._update()

    def set_room(self, *, has_room: bool) -> None:
        """Say whether there is height for buttons as high as elsewhere."""
        for button in (*self._language_buttons.values(), self.copy_button):
            set_style_property(button, "room", "" if has_room else "low")
            button.updateGeometry()

    def _build_layout(self) -> None:
        px = self._theme.spacing.to_pixels
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._fold_button)
        head.addWidget(self.preview_label, 1)
        head.addWidget(self._own_words_label)
        head.addWidget(self._proposal_button)
        languages = QHBoxLayout()
        languages.setSpacing(0)
        for button in self._language_buttons.values():
            languages.addWidget(button)
        head.addLayout(languages)
        head.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(4), px(3), px(6), px(3))
        layout.setSpacing(px(4))
        layout.addLayout(head)
        layout.addWidget(self.editor)

    def _update(self) -> None:
        is_open, text = self._fold_button.isChecked(), self.text
        is_changed = self.language in self._words
        self.preview_label.set_text("" if is_open else text)
        self._own_words_label.setVisible(is_changed)
        self._proposal_button.setVisible(is_open and is_changed)
        self.editor.setVisible(is_open)
        if self.editor.toPlainText() != text:
            with QSignalBlocker(self.editor):
                self.editor.setPlainText(text)  # which drops what could be undone

    def _update_icon(self) -> None:
        name = "chevron-down" if self._fold_button.isChecked() else "chevron-right"
        self._fold_button.setIcon(self._theme.get_icon(name))

    def _on_fold_toggled(self, is_open: bool) -> None:  # noqa: FBT001  # the signal's signature
        self._update_icon()
        self._update()
        if is_open:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_editor_left(self) -> None:
        self._fold_button.setChecked(False)
        self._fold_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_changed(self) -> None:
        typed = self.editor.toPlainText()
        if self._reply is not None and typed == self._reply.get_text(self.language):
            self._words.pop(self.language, None)
        else:
            self._words[self.language] = typed
        self._update()

    def _on_proposal_clicked(self) -> None:
        self._words.pop(self.language, None)
        self._update()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_language_toggled(self, _button: object, is_pressed: bool) -> None:  # noqa: FBT001  # the signal's
        if is_pressed:
            self._update()


def _get_default_language() -> ReplyLanguage:
    """The window's own language, where it is one of the two: else English."""
    from inspector_app.session.diagnosis.step_model import ReplyLanguage

    is_chinese = translate("en").lower().startswith(ReplyLanguage.CHINESE.value)
    return ReplyLanguage.CHINESE if is_chinese else ReplyLanguage.ENGLISH
