"""The fields of the client certificate in the environment dialog: its files and their password."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLineEdit

from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.form_layout import create_field_label

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme
    from inspector_app.desktop.widgets.secret_field import SecretField
    from inspector_app.settings.environment import ConnectionSettings


class ClientCertificateFields:
    """The fields, which stand in the form of the connection; a file may have both in it."""

    def __init__(self, theme: Theme, password: SecretField) -> None:
        self._theme = theme
        self.file = QLineEdit()
        self.file.setPlaceholderText(translate("none: only if the gateway asks for one"))
        self.key_file = QLineEdit()
        self.key_file.setPlaceholderText(translate("only if it is in a file of its own"))
        self.password = password
        self._file_button = Button(theme, ButtonVariant.TALL, translate("Choose…"))
        self._file_button.clicked.connect(
            partial(self._choose_file, self.file, translate("Choose a client certificate"))
        )
        self._key_button = Button(theme, ButtonVariant.TALL, translate("Choose…"))
        self._key_button.clicked.connect(
            partial(self._choose_file, self.key_file, translate("Choose the certificate’s key"))
        )

    def add_to(self, rows: QFormLayout) -> None:
        """Add the rows of the fields to a form."""
        spacing = self._theme.spacing
        for words, field, button in (
            (translate("Cli&ent certificate"), self.file, self._file_button),
            (translate("It&s key"), self.key_file, self._key_button),
        ):
            line = QHBoxLayout()
            line.setSpacing(spacing.to_pixels(8))
            line.addWidget(field, 1)
            line.addWidget(button)
            rows.addRow(create_field_label(words, field, spacing), line)
        rows.addRow(
            create_field_label(translate("Its passwo&rd"), self.password, spacing), self.password
        )

    def set_connection(self, connection: ConnectionSettings, stored_hint: str) -> None:
        """Fill in what the connection has; ``stored_hint`` says that a password may be stored."""
        self.file.setText(connection.client_certificate)
        self.key_file.setText(connection.client_key)
        self.password.setPlaceholderText(stored_hint if connection.client_certificate else "")

    def set_changeable(self, *, is_changeable: bool) -> None:
        """Enable or disable the buttons that choose a file."""
        for button in (self._file_button, self._key_button):
            button.setEnabled(is_changeable)

    def _choose_file(self, field: QLineEdit, title: str, _checked: object = None) -> None:
        dialog = QFileDialog(field.window(), title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(
            [
                translate("Certificates and keys (*.pem *.crt *.cer *.p12 *.pfx *.key)"),
                translate("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(field.setText)
        dialog.open()
