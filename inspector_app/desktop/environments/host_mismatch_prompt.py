"""Asks for confirmation before a token is sent to another host than its pasted text names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.desktop.widgets.plain_text import to_menu_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.inspection.run_inspection import HostMismatch
    from inspector_app.settings.environment import Environment


class QuestionBar(QFrame):
    """Inline bar with a question and two buttons, shown until answered or obsolete."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "card")
        px = theme.spacing.to_pixels
        self.label = PlainLabel()
        self.first_button = Button(theme)
        self.second_button = Button(theme)
        self._callbacks: tuple[Callable[[], object], ...] = ()
        self.first_button.clicked.connect(partial(self._on_button_clicked, 0))
        self.second_button.clicked.connect(partial(self._on_button_clicked, 1))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.first_button)
        row.addWidget(self.second_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(14), px(10), px(14), px(12))
        layout.setSpacing(px(10))
        layout.addWidget(self.label)
        layout.addLayout(row)
        self.hide()

    def ask(
        self,
        message: str,
        first: tuple[str, Callable[[], object]],
        second: tuple[str, Callable[[], object]],
    ) -> None:
        """Show a question, with the label and the callback of each button."""
        self.label.setText(message)
        self.first_button.setText(to_menu_text(first[0]))
        self.second_button.setText(to_menu_text(second[0]))
        self._callbacks = (first[1], second[1])
        self.show()

    def withdraw(self) -> None:
        """Take the question away, and let go of what the answers would have done, and with whom."""
        self._callbacks = ()
        self.hide()

    def _on_button_clicked(self, number: int, _checked: object = None) -> None:
        if not self._callbacks:  # pressed through a screen reader, after it was withdrawn
            return
        answer = self._callbacks[number]
        self.withdraw()
        answer()


class HostMismatchPrompt(QObject):
    """``confirmed``: inspect in the current environment anyway.

    ``switch_requested``: inspect in this environment of that host instead. ``add_requested``: add
    an environment with that address. A confirmation counts until the app closes, so that the same
    is not asked twice. ``bar`` has the question, for the window to show.
    """

    confirmed = Signal()
    switch_requested = Signal(object)
    add_requested = Signal(str)

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._confirmed_hosts: dict[str, frozenset[str]] = {}
        self._asked_environment: Environment | None = None
        self.bar = QuestionBar(theme)
        preferences.changed.connect(self._on_preferences_changed)

    def get_confirmed_hosts(self, environment: Environment) -> frozenset[str]:
        """Get the hosts that pasted texts for this environment may name without a prompt."""
        return self._confirmed_hosts.get(environment.id, frozenset())

    @Slot(object)
    def ask(self, other_host: HostMismatch) -> None:
        """Ask which environment to use; nothing has been sent yet."""
        here, host = other_host.environment, other_host.host
        self._asked_environment = here
        other = find_environment_by_host(self._preferences.environments, host)
        sent_to = translate("This was sent to {host}, not to “{name}”.", host=host, name=here.name)
        here_anyway = (
            translate("Inspect at {name} anyway", name=here.name),
            partial(self._confirm_host, here, host),
        )
        if other is None:
            self.bar.ask(
                translate(
                    "{fact} Nothing has left this computer. Add {host} as an environment?",
                    fact=sent_to,
                    host=host,
                ),
                (translate("Add {host}", host=host), partial(self.add_requested.emit, host)),
                here_anyway,
            )
        else:
            self.bar.ask(
                translate(
                    "{fact} Nothing has left this computer. That is your environment “{other}”.",
                    fact=sent_to,
                    other=other.name,
                ),
                (
                    translate("Inspect at {name}", name=other.name),
                    partial(self.switch_requested.emit, other),
                ),
                here_anyway,
            )

    def _confirm_host(self, environment: Environment, host: str) -> None:
        self._confirmed_hosts[environment.id] = self.get_confirmed_hosts(environment) | {host}
        self.confirmed.emit()

    @Slot()
    def _on_preferences_changed(self) -> None:
        current = self._preferences.current
        if self._asked_environment is not None and (
            current is None or current.id != self._asked_environment.id
        ):
            self.bar.withdraw()


def find_environment_by_host(
    environments: Iterable[Environment], netloc: str
) -> Environment | None:
    """The first environment of that host, which has its port if that is not 443."""
    return next((one for one in environments if _parse_netloc(one) == netloc), None)


def _parse_netloc(environment: Environment) -> str | None:
    from inspector_app.gateway import address

    try:
        return address.parse_address(environment.address).netloc
    except address.AddressError:
        return None
