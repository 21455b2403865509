"""Dialog to add or edit an environment, with validation of its fields."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.environments.connection_section import ConnectionSection, fix
from inspector_app.desktop.environments.environment_entry import (
    Entry,
    Mistake,
    Place,
    Typed,
    checked,
)
from inspector_app.desktop.look.dialog import Dialog
from inspector_app.desktop.look.form_label import form, hint, label
from inspector_app.desktop.look.plain import PlainLabel
from inspector_app.desktop.look.words import say, shown
from inspector_app.gateway import address

if TYPE_CHECKING:
    from collections.abc import Collection

    from inspector_app.desktop.look.appearance import Appearance
    from inspector_app.system.environment import Environment


class EnvironmentDialog(Dialog):
    """Emits ``submitted(ValidatedEnvironment)`` once all fields are valid; open until then."""

    entered = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        background: Background,
        taken_names: Collection[str],
        before: Environment | None,
        parent: QWidget | None = None,
    ) -> None:
        rhythm = appearance.rhythm
        super().__init__(rhythm.px(560), parent)
        self._background = background
        self._taken = frozenset(name.casefold() for name in taken_names)
        self._before = before
        self.setWindowTitle(say("Environment"))

        self.name = QLineEdit()
        self.name.setPlaceholderText(say("for example: Production"))
        self.address = QLineEdit()
        self.address.setPlaceholderText("apim.example.com")
        self.connection = ConnectionSection(appearance)
        self.problem = PlainLabel()
        self.problem.setProperty("look", "problem")
        self.problem.hide()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        for which, words in (
            (QDialogButtonBox.StandardButton.Save, say("Save")),
            (QDialogButtonBox.StandardButton.Cancel, say("Cancel")),
        ):
            self._buttons.button(which).setText(words)
            self._buttons.button(which).setIcon(QIcon())
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)

        self.origin = PlainLabel()
        self.origin.setProperty("look", "soft")
        self.origin.hide()
        rows = form(rhythm)
        rows.addRow(label(say("&Name"), self.name, rhythm), self.name)
        rows.addRow(label(say("Gateway &address"), self.address, rhythm), self.address)
        rows.addRow("", hint(shown(address.ADDRESS_HINT)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[rhythm.px(16)] * 4)
        layout.setSpacing(rhythm.px(12))
        layout.addWidget(self.origin)
        layout.addLayout(rows)
        layout.addWidget(self.connection)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        if before is not None:
            self.name.setText(before.name)
            self.address.setText(before.address)
            self.connection.fill(before.connection)

    def allow_secrets_only(self) -> None:
        """Show an administrator's environment: all but its secrets is read-only."""
        for field in (self.name, self.address):
            fix(field)
        secrets = self.connection.allow_secrets_only()
        if secrets:
            secrets[0].setFocus()
        else:
            self._buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)
            self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(say("Close"))
        self.origin.setText(
            say("Set by your administrator: only its secrets can be entered here.")
            if secrets
            else say("Set by your administrator: it cannot be changed here.")
        )
        self.origin.show()

    def suggest_address(self, gateway: str) -> None:
        """Fill in a gateway's address, unless the user has typed one."""
        if gateway and not self.address.text().strip():
            self.address.setText(gateway)

    @Slot()
    def _save(self) -> None:
        typed = Typed(
            self.name.text(),
            self.address.text(),
            self.connection.chosen(),
            self.connection.proxy_password.text(),
            self.connection.secret_key.text(),
        )
        self._background.submit(
            Lane.FILES, partial(checked, typed, self._before, self._taken), self._checked
        )

    def _checked(self, result: Entry | Mistake) -> None:
        if not self.isVisible():
            return
        if isinstance(result, Entry):
            self.entered.emit(result)
            self.accept()
            return
        self.problem.setText(shown(result.words))
        self.problem.show()
        where = self.connection.field(result.place) or self._own_field(result.place)
        where.setFocus()
        where.selectAll()

    def _own_field(self, place: Place) -> QLineEdit:
        return self.name if place is Place.NAME else self.address
