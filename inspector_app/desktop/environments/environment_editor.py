"""Controller that adds, edits and deletes environments through dialogs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.look.plain import plain
from inspector_app.desktop.look.words import say
from inspector_app.desktop.preferences import Origin
from inspector_app.gateway import token_text
from inspector_app.system import settings as environments

if TYPE_CHECKING:
    from collections.abc import Collection

    from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
    from inspector_app.desktop.environments.environment_entry import Entry
    from inspector_app.desktop.guards.token_keeper import TokenKeeper
    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.gateway.token_text import TokenParseResult
    from inspector_app.system.settings import Environment


class EnvironmentEditor(QObject):
    """``changed``: another environment is current, or the current one was edited."""

    changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        preferences: Preferences,
        keeper: TokenKeeper,
        background: Background,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._preferences = preferences
        self._keeper = keeper
        self._background = background
        self._window = window

    def add(self) -> None:
        """Open the dialog for a new environment; it becomes the current one."""
        self._ask(None)

    def add_gateway(self, gateway: str) -> None:
        """Open the dialog for a new environment with this address filled in."""
        self._ask(None).suggest_address(gateway)

    def add_for(self, pasted: str) -> None:
        """Open the dialog for a new environment, with the address named in a pasted text."""
        dialog = self._ask(None)

        def read(reading: TokenParseResult) -> None:
            if isValid(dialog):  # it may be closed by now
                dialog.suggest_address(reading.host or "")

        self._background.submit(Lane.FILES, partial(token_text.read, pasted), read)

    def edit(self) -> None:
        """Edit the current environment; an administrator's is shown read-only."""
        current = self._preferences.current
        if current is None:
            return
        match self._preferences.origin(current):
            case Origin.OWN:
                self._ask(current)
            case Origin.MACHINE:
                self._look(current)
            case Origin.DEMO:
                pass

    def delete(self) -> None:
        """Delete the current environment and its stored token, after confirmation."""
        current = self._preferences.own_current
        if current is None:
            return
        question = QMessageBox(self._window)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setIcon(QMessageBox.Icon.Question)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(say("Delete the environment"))
        question.setText(
            plain(say("Delete “{name}” and the token kept for it?", name=current.name))
        )
        yes = question.addButton(say("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        question.setEscapeButton(question.addButton(say("Keep"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(partial(self._delete, current))
        question.open()

    def _ask(self, old: Environment | None) -> EnvironmentDialog:
        names = [  # an administrator's environment does not reserve its name
            one.name
            for one in self._preferences.environments
            if one is not old and self._preferences.origin(one) is not Origin.MACHINE
        ]
        dialog = self._dialog(names, old)
        dialog.entered.connect(partial(self._keep, old))
        dialog.open()
        return dialog

    def _dialog(self, names: Collection[str], old: Environment | None) -> EnvironmentDialog:
        # Lazy import: the first paint does not need it.
        from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog

        return EnvironmentDialog(self._appearance, self._background, names, old, self._window)

    def _look(self, environment: Environment) -> None:
        """Only its secrets can be edited: they are stored in the user's own keyring."""
        dialog = self._dialog((), environment)
        dialog.allow_secrets_only()

        def keep(entry: Entry) -> None:
            self._keeper.keep_secrets(environment, entry.secrets)

        dialog.entered.connect(keep)
        dialog.open()

    def _keep(self, old: Environment | None, entry: Entry) -> None:
        if old is None:
            environment = environments.create_environment(
                entry.name, entry.address, entry.connection
            )
        else:
            environment = replace(
                old, name=entry.name, address=entry.address, connection=entry.connection
            )
            if old.address != entry.address:
                self._keeper.forget(old)  # the token belongs to the old address's host
        self._keeper.keep_secrets(environment, entry.secrets)
        self._preferences.choose(environment)
        self.changed.emit()

    def _delete(self, environment: Environment) -> None:
        self._keeper.forget(environment)
        self._keeper.forget_secrets(environment)
        self._preferences.drop(environment)
        self.changed.emit()
