"""Asks for confirmation before a token is sent to another host than its pasted text names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.desktop.look.button import Button
from inspector_app.desktop.look.plain import PlainLabel, menu_text
from inspector_app.desktop.look.words import say
from inspector_app.gateway import address

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.window import Window
    from inspector_app.inspecting.order import HostMismatch
    from inspector_app.system.environment import Environment


class QuestionBar(QFrame):
    """Inline bar with a question and two buttons, shown until answered or obsolete."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        px = appearance.rhythm.px
        self.words = PlainLabel()
        self.first = Button(appearance)
        self.second = Button(appearance)
        self._answers: tuple[Callable[[], object], ...] = ()
        self.first.clicked.connect(partial(self._answer, 0))
        self.second.clicked.connect(partial(self._answer, 1))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.first)
        row.addWidget(self.second)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(14), px(10), px(14), px(12))
        layout.setSpacing(px(10))
        layout.addWidget(self.words)
        layout.addLayout(row)
        self.hide()

    def ask(
        self,
        words: str,
        first: tuple[str, Callable[[], object]],
        second: tuple[str, Callable[[], object]],
    ) -> None:
        """Show a question, with the label and the callback of each button."""
        self.words.setText(words)
        self.first.setText(menu_text(first[0]))
        self.second.setText(menu_text(second[0]))
        self._answers = (first[1], second[1])
        self.show()

    def _answer(self, number: int, _checked: object = None) -> None:
        self.hide()
        self._answers[number]()


class HostQuestion(QObject):
    """``confirmed``: inspect in the current environment anyway.

    ``switch_requested``: inspect in this environment of that host instead. ``add_requested``: add
    an environment with that address. A confirmation counts until the app closes, so that the same
    is not asked twice.
    """

    agreed = Signal()
    switch = Signal(object)
    add = Signal(str)

    def __init__(self, appearance: Appearance, preferences: Preferences, window: Window) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._agreed: dict[str, frozenset[str]] = {}
        self._asked_in: Environment | None = None
        self.bar = QuestionBar(appearance)
        window.insert(self.bar)
        window.token.edited.connect(self.bar.hide)
        preferences.changed.connect(self._follow)

    def agreed_hosts(self, environment: Environment) -> frozenset[str]:
        """Get the hosts that pasted texts for this environment may name without a prompt."""
        return self._agreed.get(environment.id, frozenset())

    @Slot(object)
    def ask(self, held: HostMismatch) -> None:
        """Ask which environment to use; nothing has been sent yet."""
        here, host = held.environment, held.host
        self._asked_in = here
        other = self._environment_of(host)
        sent_to = say("This was sent to {host}, not to “{name}”.", host=host, name=here.name)
        here_anyway = (
            say("Inspect at {name} anyway", name=here.name),
            partial(self._agree, here, host),
        )
        if other is None:
            self.bar.ask(
                say(
                    "{fact} Nothing has left this computer. Add {host} as an environment?",
                    fact=sent_to,
                    host=host,
                ),
                (say("Add {host}", host=host), partial(self.add.emit, host)),
                here_anyway,
            )
        else:
            self.bar.ask(
                say(
                    "{fact} Nothing has left this computer. That is your environment “{other}”.",
                    fact=sent_to,
                    other=other.name,
                ),
                (say("Inspect at {name}", name=other.name), partial(self.switch.emit, other)),
                here_anyway,
            )

    def _agree(self, environment: Environment, host: str) -> None:
        self._agreed[environment.id] = self.agreed_hosts(environment) | {host}
        self.agreed.emit()

    def _environment_of(self, host: str) -> Environment | None:
        return next((one for one in self._preferences.environments if _place(one) == host), None)

    @Slot()
    def _follow(self) -> None:
        current = self._preferences.current
        if self._asked_in is not None and (current is None or current.id != self._asked_in.id):
            self.bar.hide()


def _place(environment: Environment) -> str | None:
    try:
        return address.parse_address(environment.address).netloc
    except address.AddressError:
        return None
