"""Controller that adds, edits and deletes environments through dialogs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.environments.environment_validation import FormField
from inspector_app.desktop.preferences import EnvironmentOrigin
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.plain_text import to_plain_text
from inspector_app.settings.environment import create_environment, find_free_name, normalize_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
    from inspector_app.desktop.environments.environment_list_dialog import EnvironmentListDialog
    from inspector_app.desktop.environments.environment_validation import ValidatedEnvironment
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.token_store import TokenStore
    from inspector_app.desktop.vault_provider import VaultProvider
    from inspector_app.gateway.pasted.parse_result import TokenParseResult
    from inspector_app.settings.environment import Environment


class EnvironmentEditor(QObject):
    """``changed``: another environment is current, or the current one was edited.

    ``closed``: a dialog or a question is gone, whatever was chosen.
    """

    changed = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        token_store: TokenStore,
        vault_provider: VaultProvider,
        background: BackgroundExecutor,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._preferences = preferences
        self._token_store = token_store
        self._vault_provider = vault_provider
        self._background = background
        self._window = window

    def add(self) -> None:
        """Open the dialog for a new environment; it becomes the current one."""
        self._open_dialog(None)

    def add_with_address(self, gateway: str) -> None:
        """Open the dialog for a new environment with this address filled in."""
        self._open_dialog(None).suggest_address(gateway)

    def add_from_pasted_text(self, pasted: str) -> None:
        """Open the dialog for a new environment, with the address named in a pasted text."""
        from inspector_app.gateway import token_text

        dialog = self._open_dialog(None)

        def on_parsed(parsed: TokenParseResult) -> None:
            if isValid(dialog):  # it may be closed by now
                dialog.suggest_address(parsed.host or "")

        self._background.submit(Lane.FILES, partial(token_text.read, pasted), on_parsed)

    def edit(self, focus: FormField = FormField.NAME) -> None:
        """Edit the current environment, beginning with a field; an administrator's is read-only."""
        current = self._preferences.current
        if current is None:
            return
        match self._preferences.get_origin(current):
            case EnvironmentOrigin.OWN:
                self._open_dialog(current).focus_field(focus)
            case EnvironmentOrigin.MACHINE:
                self._open_managed_dialog(current)
            case EnvironmentOrigin.DEMO:
                pass

    def duplicate(self) -> None:
        """Open the dialog for a new environment, filled in like the current one."""
        current = self._preferences.own_current
        if current is None:
            return
        dialog = self._open_dialog(None)
        taken = {normalize_name(one.name) for one in self._preferences.environments}
        dialog.fill_from(
            replace(current, connection=replace(current.connection, accepted=None)),
            find_free_name(current.name, taken),
        )
        dialog.focus_field(FormField.NAME)

    def open_list(self) -> None:
        """Open the dialog in which the environments are ordered, imported and exported."""
        self._create_list_dialog().open_on_current()

    def _create_list_dialog(self) -> EnvironmentListDialog:
        from inspector_app.desktop.environments.environment_list_dialog import (
            EnvironmentListDialog,
        )

        dialog = EnvironmentListDialog(
            self._theme, self._preferences, self._background, self._window
        )
        dialog.finished.connect(self.closed)
        dialog.add_requested.connect(self.add)
        dialog.edit_requested.connect(partial(self._use_and, self.edit))
        dialog.duplicate_requested.connect(partial(self._use_and, self.duplicate))
        dialog.delete_requested.connect(partial(self._use_and, self.delete))
        return dialog

    def _use_and(self, do: Callable[[], object], environment: Environment) -> None:
        """Make the environment the one in use, about which the action is."""
        if environment != self._preferences.current:
            self._preferences.select_environment(environment)
            self.changed.emit()
        do()

    def delete(self) -> None:
        """Delete the current environment and its stored token, after confirmation."""
        current = self._preferences.own_current
        if current is None:
            return
        question = QMessageBox(self._window)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _QuestionIcon(question, self._theme)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWindowTitle(translate("Delete the environment"))
        question.setText(
            to_plain_text(
                translate("Delete “{name}” and the token kept for it?", name=current.name)
            )
        )
        yes = question.addButton(translate("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        no = question.addButton(translate("Keep"), QMessageBox.ButtonRole.RejectRole)
        question.setEscapeButton(no)
        question.setDefaultButton(no)  # Enter deletes nothing, as the focus makes a default
        no.setFocus()
        yes.clicked.connect(partial(self._delete, current))
        question.finished.connect(self.closed)
        question.open()

    def _open_dialog(self, existing: Environment | None) -> EnvironmentDialog:
        names = [  # an administrator's environment does not reserve its name
            one.name
            for one in self._preferences.environments
            if one is not existing
            and self._preferences.get_origin(one) is not EnvironmentOrigin.MACHINE
        ]
        dialog = self._create_dialog(names, existing)
        dialog.submitted.connect(partial(self._on_submitted, existing))
        dialog.open()
        return dialog

    def _create_dialog(
        self, names: Collection[str], existing: Environment | None
    ) -> EnvironmentDialog:
        # Lazy import: the first paint does not need it.
        from inspector_app.desktop.environments.connection_tester import ConnectionTester
        from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog

        tester = ConnectionTester(self._vault_provider, self._background)
        dialog = EnvironmentDialog(
            self._theme, self._background, names, existing, tester, self._window
        )
        dialog.finished.connect(self.closed)
        return dialog

    def _open_managed_dialog(self, environment: Environment) -> None:
        """Only its secrets can be edited: they are stored in the user's own keyring."""
        dialog = self._create_dialog((), environment)
        dialog.allow_secrets_only()

        def on_submitted(validated: ValidatedEnvironment) -> None:
            self._token_store.store_secrets(environment, validated.secrets)

        dialog.submitted.connect(on_submitted)
        dialog.open()

    def _on_submitted(self, existing: Environment | None, validated: ValidatedEnvironment) -> None:
        if existing is None:
            environment = create_environment(validated.name, validated.address)
        else:
            environment = existing
            if existing.address != validated.address:
                self._token_store.delete_token(
                    existing
                )  # the token belongs to the old address's host
        environment = replace(
            environment,
            name=validated.name,
            address=validated.address,
            connection=validated.connection,
            chosen_tier=validated.choices.chosen_tier,
            must_confirm=validated.choices.must_confirm,
            companion_mode=validated.choices.companion_mode,
        )
        self._token_store.store_secrets(environment, validated.secrets)
        self._preferences.select_environment(environment)
        self.changed.emit()

    def _delete(self, environment: Environment) -> None:
        self._token_store.delete_token(environment)
        self._token_store.delete_secrets(environment)
        self._preferences.remove_environment(environment)
        self.changed.emit()


class _QuestionIcon(QObject):
    """Draws the icon of a question in the colours of the theme, until the question ends."""

    def __init__(self, question: QMessageBox, theme: Theme) -> None:
        super().__init__(question)
        self._question = question
        self._theme = theme
        theme.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        side = self._theme.spacing.to_pixels(32)
        picture = self._theme.get_icon("trash-2", side=32)
        pixels = picture.pixmap(QSize(side, side), self._question.devicePixelRatioF())
        self._question.setIconPixmap(pixels)
