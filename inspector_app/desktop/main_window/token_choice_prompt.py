"""Asks which of several tokens in the text is meant, and knows the answer until it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.desktop.environments.host_mismatch_prompt import find_environment_by_host
from inspector_app.desktop.main_window.token_choice_panel import TokenChoicePanel
from inspector_app.desktop.main_window.token_choice_row import RowTexts
from inspector_app.desktop.theme.translation import join_sentences, render_text, translate

if TYPE_CHECKING:
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.several_tokens import SeveralTokens, TokenChoice


class TokenChoicePrompt(QObject):
    """``confirmed``: the token of ``fingerprint`` is to be inspected, or without one, to be asked.

    ``all_requested``: every token of the text is to be inspected.

    The choices are dropped when the question ends; of the answer the fingerprint alone is kept,
    until the text in the field is another one.
    """

    confirmed = Signal()
    all_requested = Signal()

    def __init__(self, window: MainWindow, theme: Theme, preferences: Preferences) -> None:
        super().__init__(window)
        self.fingerprint = ""
        self._window = window
        self._preferences = preferences
        self._several: SeveralTokens | None = None
        self._is_shared = False
        self.panel = TokenChoicePanel(theme)
        window.add_page(self.panel, self.close)
        self.panel.chosen.connect(self._show_chosen)
        self.panel.accepted.connect(self.accept)
        self.panel.all_requested.connect(self.accept_all)
        self.panel.put_away.connect(self.put_away)
        window.taken_note.choose_again.connect(self.choose_again)
        window.token_field.edited.connect(self.reset)
        preferences.changed.connect(self._on_preferences_changed)

    @property
    def is_open(self) -> bool:
        """Whether the question is shown."""
        return self._several is not None

    @Slot(object)
    def ask(self, several: SeveralTokens) -> None:
        """Ask which one is meant, in the place of the answer; nothing has been sent."""
        self._several = several
        rows = [self._build_texts(several, one) for one in several.choices]
        self.panel.ask(_build_title(several), _build_hint(several), rows, several.proposed)
        self.panel.show_all_action(
            translate("Inspect all…")
            if several.may_be_more
            else translate("Inspect all ({count})…", count=len(several.choices))
        )
        self._window.inspect_button.setEnabled(False)

    def accept(self) -> None:
        """Take the chosen one, and end the question."""
        if self._several is not None:
            self.fingerprint = self._several.choices[self.panel.chosen_number].fingerprint
            self.close()
            self.confirmed.emit()

    def accept_all(self) -> None:
        """Have every token of the text inspected, and end the question."""
        if self._several is not None:
            self.close()
            self.all_requested.emit()

    def put_away(self) -> None:
        """Take the text out of the field, which ends the question."""
        self._window.token_field.clear_text()

    @Slot()
    def choose_again(self) -> None:
        """Ask again which one is meant; the text is read again for that."""
        self.reset()
        self.confirmed.emit()

    @Slot()
    def reset(self) -> None:
        """Forget what was chosen: it was of another text."""
        self.fingerprint = ""
        self._window.taken_note.again_button.hide()
        self.close()

    @Slot()
    def close(self) -> None:
        """End the question without an answer; the text stays in the field."""
        if self._several is None:
            return
        self._several = None
        self._window.inspect_button.setEnabled(True)
        self._window.token_field.setFocus()
        self.panel.discard()
        self._window.result_view.show()

    @Slot(bool)
    def set_shared(self, is_shared: bool) -> None:  # noqa: FBT001  # the signal's signature
        """Say whether others see the screen: then the text around the tokens is not shown."""
        self._is_shared = is_shared
        if self._several is not None:
            self._show_chosen(self.panel.chosen_number)

    def _build_texts(self, several: SeveralTokens, choice: TokenChoice) -> RowTexts:
        from inspector_app.inspection.several_tokens import describe_kind

        tags = []
        if choice.is_newest:
            tags.append(translate("newest"))
        if choice.is_complete is not None:
            complete, cut = translate("complete"), translate("perhaps cut off")
            tags.append(complete if choice.is_complete else cut)
        return RowTexts(
            render_text(describe_kind(choice.kind)),
            choice.fingerprint,
            tuple(tags),
            render_text(choice.place),
            self._build_warning(several, choice),
        )

    def _build_warning(self, several: SeveralTokens, choice: TokenChoice) -> str:
        if choice.host is None or choice.host == several.netloc:
            return ""
        other = find_environment_by_host(self._preferences.environments, choice.host)
        if other is None:
            return translate("another host")
        return translate("another environment: {name}", name=other.name)

    @Slot(int)
    def _show_chosen(self, number: int) -> None:
        if self._several is None:
            return
        choice = self._several.choices[number]
        words = translate("Inspect {fingerprint}  (Enter)", fingerprint=choice.fingerprint)
        self.panel.show_action(words)
        if self._is_shared:
            self.panel.show_context(
                translate("The text is not shown in screen-share mode."), (), None
            )
        elif not choice.lines:
            missing = translate("Where it stands cannot be shown: the text had to be decoded.")
            self.panel.show_context(missing, (), None)
        else:
            header = translate("Where it stands: every token in the text is masked.")
            self.panel.show_context(header, choice.lines, choice.line)

    @Slot()
    def _on_preferences_changed(self) -> None:
        current = self._preferences.current
        if self._several is not None and (
            current is None or current.id != self._several.environment.id
        ):
            self.close()


def _build_title(several: SeveralTokens) -> str:
    count = len(several.choices)
    if several.may_be_more:
        return translate("The text holds {count} different tokens or more. Which one?", count=count)
    return translate("The text holds {count} different tokens. Which one?", count=count)


def _build_hint(several: SeveralTokens) -> str:
    """Say that nothing was sent, and why it is this one that is chosen."""
    nothing = translate("Nothing has been sent yet.")
    if several.is_of_host:
        name = several.environment.name
        which = translate("One that was sent to “{name}” is chosen.", name=name)
    elif several.choices[several.proposed].is_newest:
        which = translate("The newest is chosen.")
    else:
        which = translate("The first is chosen.")
    return join_sentences((nothing, which))
