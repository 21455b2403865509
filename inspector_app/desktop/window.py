"""The window: lays out its parts and connects them; what they do is theirs."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.desktop.actions import Actions, Do
from inspector_app.desktop.answer.result_view import ResultView
from inspector_app.desktop.environments.demo_host import ScenarioButton
from inspector_app.desktop.environments.environment_button import EnvironmentButton
from inspector_app.desktop.help_dialog import HelpDialog
from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.check_box import CheckBox
from inspector_app.desktop.look.plain import LineLabel, PlainLabel, explain
from inspector_app.desktop.look.words import say
from inspector_app.desktop.main_menu import MainMenu
from inspector_app.desktop.status_line import StatusLine
from inspector_app.desktop.token_field import TokenField

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent

    from inspector_app.desktop.background import Background
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.desktop.preferences import Preferences

_WIDTH: Final = 1080
_HEIGHT: Final = 740


class Choice(Enum):
    """What kind of environment is in use."""

    NONE = auto()
    REAL = auto()
    DEMO = auto()


class Window(QWidget):
    """One column, read from top to bottom: who and where, the sentence, the evidence."""

    painted_first = Signal()
    closing = Signal()

    def __init__(
        self, appearance: Appearance, preferences: Preferences, background: Background
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._was_painted = False
        px = appearance.rhythm.px
        self.setMinimumSize(px(640), px(600))
        self.resize(px(_WIDTH), px(_HEIGHT))
        self.actions_table = Actions(appearance, self)
        actions = self.actions_table

        self.environment = EnvironmentButton(appearance, preferences, actions)
        self.token = TokenField(appearance)
        self.inspect = Button(appearance, Look.MAIN)
        self.inspect.setFixedWidth(px(136))
        self.more = Button(appearance, Look.TALL)
        self.more.setFixedWidth(px(40))
        self.more.setAccessibleName(say("More"))
        explain(self.more, say("More"))
        self.menu = MainMenu(appearance, preferences, actions, background, self.more)
        self.more.clicked.connect(self._open_menu)

        self.address = LineLabel(Qt.TextElideMode.ElideMiddle)
        self.address.setProperty("look", "soft")
        self.scenarios = ScenarioButton(appearance)
        self.scenarios.hide()
        self.remember = CheckBox(appearance, say("Remember in the keyring"))
        self.forget = Button(appearance, Look.LINK, actions[Do.FORGET_TOKEN].text())
        self.forget.clicked.connect(actions[Do.FORGET_TOKEN].trigger)
        self.forget.hide()
        self.note = PlainLabel()
        self.note.hide()

        self.result = ResultView(
            appearance,
            actions,
            background,
            lambda: preferences.zone,
            lambda: preferences.current,
        )
        preferences.changed.connect(self.result.tell_times)
        self.result.shown_anew.connect(self._give_title)
        self._give_title()
        self.status = StatusLine(appearance.rhythm)
        self._lay_out()
        self._connect(actions)
        appearance.changed.connect(self._recolour)
        self._recolour()
        self.show_idle()

    def show_note(self, words: str) -> None:
        """A calm line below the field; empty words take it away."""
        self._say_below("soft", words)

    def show_problem(self, words: str) -> None:
        """What is wrong with what was given, below the field that it is about."""
        self._say_below("problem", words)

    def show_running(self, seconds: float) -> None:
        """The Inspect button is the Cancel button now and tells the time that has passed."""
        self.inspect.setText(say("Cancel  {seconds} s", seconds=f"{seconds:.1f}"))
        self.inspect.setIcon(self._appearance.icon("x", self._appearance.colours.on_accent))
        self.inspect.setAccessibleName(say("Cancel the inspection"))

    def show_idle(self) -> None:
        """Ready for the next inspection."""
        self.inspect.setText(say("Inspect"))
        self.inspect.setIcon(self._appearance.icon("search", self._appearance.colours.on_accent))
        self.inspect.setAccessibleName(say("Inspect"))

    def show_environment(self, address: str, choice: Choice) -> None:
        """Where Inspect would send the token; the demo offers its invented sessions as well."""
        self.address.set_text(address)
        self.scenarios.setVisible(choice is Choice.DEMO)
        self.show_token_place("", "")

    def show_token_place(self, place: str, reason: str) -> None:
        """Where the environment's token is kept; where none is, ``reason`` says so instead.

        Both are empty as long as that is not known.
        """
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
        """How the answer came, at the right of the status line."""
        self.status.exchange.setText(words)
        self.status.exchange.setVisible(bool(words))  # nor its distance from the rest

    def show_selection(self, path: str) -> None:
        """Where in the answer the selected row stands."""
        self.status.select(path)

    def insert(self, part: QWidget) -> None:
        """Make room for a part between the question and the answer."""
        self._column.insertWidget(1, part)

    def stop(self) -> None:
        """No more ticking; the window is closing."""
        self.result.stop()
        self.status.stop()
        self.token.hide_text()

    def restore_place(self, geometry: str) -> None:
        """Stand where the person last had it; Qt keeps it on a screen that is there."""
        self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))

    def place(self) -> str:
        """Where the window stands, as text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.token.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted_first.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.hide()
        self.closing.emit()

    def _lay_out(self) -> None:
        px = self._appearance.rhythm.px
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
