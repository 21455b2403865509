"""The main window: creates, lays out and connects its widgets."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector_app.desktop.bare_window import BareWindow
from inspector_app.desktop.look.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.actions import Actions
    from inspector_app.desktop.background import Background
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.desktop.preferences import Preferences


class Choice(Enum):
    """The kind of environment in use."""

    NONE = auto()
    REAL = auto()
    DEMO = auto()


class Window(BareWindow):
    """The main window, one column: environment and token, verdict, answer, status bar."""

    def furnish(
        self, appearance: Appearance, preferences: Preferences, background: Background
    ) -> None:
        """Create all widgets of the window, which may be on the screen already.

        Their modules are imported here and below, because the skeleton is shown before them.
        """
        from inspector_app.desktop.actions import Actions
        from inspector_app.desktop.answer.result_view import ResultView
        from inspector_app.desktop.main_menu import MainMenu
        from inspector_app.desktop.status_line import StatusLine

        self._appearance = appearance
        self.rhythm = appearance.rhythm
        self.setMinimumSize(self.rhythm.px(640), self.rhythm.px(600))
        self.actions_table = actions = Actions(appearance, self)
        self._make_question(appearance, preferences)
        self.menu = MainMenu(appearance, preferences, actions, background, self.more)
        self.menu.said.connect(self.show_note)
        self.more.clicked.connect(self._open_menu)
        self._make_place_of_token(appearance)
        self.result = ResultView(
            appearance,
            actions,
            background,
            lambda: preferences.zone,
            lambda: preferences.current,
        )
        preferences.changed.connect(self.result.tell_times)
        self.result.shown_anew.connect(self._give_title)
        self.status = StatusLine(self.rhythm)
        self._lay_out()
        self._connect(actions)
        appearance.changed.connect(self._recolour)
        self._recolour()
        self.show_idle()
        self.token.show()  # at once, as a hidden widget takes no focus: key events wait for it
        self.token.setFocus()
        self.be_furnished()

    def show_note(self, words: str) -> None:
        """Show a neutral note below the token field; an empty text hides it."""
        self._say_below("soft", words)

    def show_problem(self, words: str) -> None:
        """Show a problem with the input below the token field."""
        self._say_below("problem", words)

    def show_running(self, seconds: float) -> None:
        """Turn the Inspect button into a Cancel button that shows the elapsed time."""
        self.inspect.setText(say("Cancel  {seconds} s", seconds=f"{seconds:.1f}"))
        self.inspect.setIcon(self._appearance.icon("x", self._appearance.colours.on_accent))
        self.inspect.setAccessibleName(say("Cancel the inspection"))

    def show_idle(self) -> None:
        """Turn the Cancel button back into the Inspect button."""
        self.inspect.setText(say("Inspect"))
        self.inspect.setIcon(self._appearance.icon("search", self._appearance.colours.on_accent))
        self.inspect.setAccessibleName(say("Inspect"))

    def show_environment(self, address: str, choice: Choice) -> None:
        """Show the address that the token is sent to, and the scenario button for the demo."""
        self.address.set_text(address)
        self.scenarios.setVisible(choice is Choice.DEMO)
        self.show_token_place("", "")

    def show_token_place(self, place: str, reason: str) -> None:
        """Show where the environment's token is stored, or as ``reason`` why none is.

        Both are empty as long as that is not known.
        """
        from inspector_app.desktop.look.plain import explain

        words = say("Token kept in: {place}", place=place) if place else reason
        self.status.token_place.setText(words)
        explain(self.status.token_place, reason if place else "")
        self.forget.setVisible(bool(place))
        self.token.setPlaceholderText(
            say("A token is kept: press Enter to inspect it, or paste another")
            if place
            else say("Paste the session token, or an Authorization header")
        )

    def show_exchange(self, words: str) -> None:
        """Show the summary of the exchange at the right of the status bar."""
        self.status.exchange.setText(words)
        self.status.exchange.setVisible(bool(words))  # hides the layout spacing, too

    def show_selection(self, path: str) -> None:
        """Show the path of the selected row in the status bar."""
        self.status.select(path)

    def insert(self, part: QWidget) -> None:
        """Insert a widget between the input rows and the answer."""
        self._column.insertWidget(1, part)

    def stop(self) -> None:
        """Stop all timers and mask the token; the window is closing."""
        self.result.stop()
        self.status.stop()
        self.token.hide_text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_furnished:
            self.token.setFocus()

    def _make_question(self, appearance: Appearance, preferences: Preferences) -> None:
        from inspector_app.desktop.environments.environment_button import EnvironmentButton
        from inspector_app.desktop.look.button import Button, Look
        from inspector_app.desktop.look.plain import explain
        from inspector_app.desktop.token_field import TokenField

        px = self.rhythm.px
        self.environment = EnvironmentButton(appearance, preferences, self.actions_table)
        self.token = TokenField(appearance)
        self.inspect = Button(appearance, Look.MAIN)
        self.inspect.setFixedWidth(px(136))
        self.more = Button(appearance, Look.TALL)
        self.more.setFixedWidth(px(40))
        self.more.setAccessibleName(say("More"))
        explain(self.more, say("More"))

    def _make_place_of_token(self, appearance: Appearance) -> None:
        from PySide6.QtCore import Qt

        from inspector_app.desktop.actions import Do
        from inspector_app.desktop.environments.demo_host import ScenarioButton
        from inspector_app.desktop.look.button import Button, Look
        from inspector_app.desktop.look.check_box import CheckBox
        from inspector_app.desktop.look.plain import LineLabel, PlainLabel

        forget = self.actions_table[Do.FORGET_TOKEN]
        self.address = LineLabel(Qt.TextElideMode.ElideMiddle)
        self.address.setProperty("look", "soft")
        self.scenarios = ScenarioButton(appearance)
        self.scenarios.hide()
        self.remember = CheckBox(appearance, say("Remember in the keyring"))
        self.forget = Button(appearance, Look.LINK, forget.text())
        self.forget.clicked.connect(forget.trigger)
        self.forget.hide()
        self.note = PlainLabel()
        self.note.hide()

    def _lay_out(self) -> None:
        px = self.rhythm.px
        ask = QHBoxLayout()
        ask.setSpacing(px(8))
        ask.addWidget(self.environment)
        ask.addWidget(self.token, 1)
        ask.addWidget(self.inspect)
        ask.addWidget(self.more)
        where = QHBoxLayout()
        where.setSpacing(px(12))
        where.addWidget(self.address, 1)
        where.addWidget(self.scenarios)
        where.addWidget(self.remember)
        where.addWidget(self.forget)
        top = QVBoxLayout()
        top.setSpacing(px(8))
        top.addLayout(ask)
        top.addLayout(where)
        top.addWidget(self.note)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(14), px(16), px(8))
        layout.setSpacing(px(12))
        layout.addLayout(top)
        layout.addWidget(self.result, 1)
        layout.addWidget(self.status)

    def _connect(self, actions: Actions) -> None:
        from inspector_app.desktop.actions import Do

        self.token.submitted.connect(actions[Do.INSPECT].trigger)
        actions.connect_all(
            {
                Do.GO_TO_TOKEN: self.token.setFocus,
                Do.GO_TO_ENVIRONMENTS: self.environment.showMenu,
                Do.LAST_ANSWER: self.result.show_last_answer,
                Do.HELP: self._help,
                Do.QUIT: self.close,
            }
        )

    def _give_title(self) -> None:
        outcome = self.result.outcome
        is_saved = outcome is not None and outcome.saved is not None
        self.setWindowTitle(
            say("Saved answer, not live: EnOS Session Inspector")
            if is_saved
            else say("EnOS Session Inspector")
        )

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _help(self) -> None:
        from inspector_app.desktop.help_dialog import HelpDialog

        HelpDialog(self._appearance, self).open()

    def _say_below(self, look: str, words: str) -> None:
        self.note.setProperty("look", look)
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.token.setProperty("state", "problem" if look == "problem" and words else "")
        self.token.style().unpolish(self.token)
        self.token.style().polish(self.token)

    def _recolour(self) -> None:
        self.more.setIcon(self._appearance.icon("ellipsis-vertical"))
        self.inspect.setIcon(self._appearance.icon("search", self._appearance.colours.on_accent))
