"""Collapsible section of the environment dialog: certificates, proxy and authorization."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector_app.desktop.environments.client_certificate_fields import ClientCertificateFields
from inspector_app.desktop.environments.environment_validation import FormField
from inspector_app.desktop.theme.translation import translate
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.drop_down_button import DropDownButton
from inspector_app.desktop.widgets.form_layout import (
    create_field_label,
    create_form_layout,
    create_hint_label,
)
from inspector_app.desktop.widgets.secret_field import SecretField
from inspector_app.desktop.widgets.style_property import set_style_property
from inspector_app.gateway.connection import PROXY_EXAMPLE
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.settings.environment import DEFAULT_CONNECTION, ConnectionSettings, ProxyMode

if TYPE_CHECKING:
    from inspector_app.desktop.theme.theme import Theme

_MAX_PASSWORD_LENGTH: Final = 1_000
_PROXY_USES: Final = (ProxyMode.SYSTEM, ProxyMode.NONE, ProxyMode.MANUAL)
_AUTHORIZATION_FORMS: Final = (None, AuthorizationScheme.BEARER, AuthorizationScheme.BARE)


class ConnectionSection(QWidget):
    """Collapsed until the user expands it, or until one of its fields is invalid."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._connection = DEFAULT_CONNECTION
        self.header = Button(theme, ButtonVariant.LINK, translate("Connection"))
        self.header.setCheckable(True)
        self.header.toggled.connect(self._update_expanded)
        self.ca_file = QLineEdit()
        self.ca_file.setPlaceholderText(translate("none: the system's certificates are enough"))
        self._browse_button = Button(theme, ButtonVariant.TALL, translate("Choose…"))
        self._browse_button.clicked.connect(self._choose_file)
        proxies = (translate("As the system says"), translate("None"), translate("My own"))
        self.proxy = DropDownButton(theme, translate("Proxy"), proxies)
        self.proxy.choice_changed.connect(self._update_proxy_rows)
        self.proxy_address = QLineEdit()
        self.proxy_address.setPlaceholderText(PROXY_EXAMPLE)
        self.proxy_user = QLineEdit()
        self.proxy_user.setPlaceholderText(translate("only if it asks for one"))
        self.proxy_password = _create_secret_field()
        forms = (
            translate("Automatic"),
            translate("Always with “Bearer”"),
            translate("Always without “Bearer”"),
        )
        self.authorization = DropDownButton(theme, translate("Authorization"), forms)
        self.accepted_hint = create_hint_label("")
        self.access_key = QLineEdit()
        self.access_key.setPlaceholderText(translate("only if the gateway asks for an application"))
        self.secret_key = _create_secret_field()
        self.certificate = ClientCertificateFields(theme, _create_secret_field())
        self._body = QWidget()
        self._build_layout()
        theme.changed.connect(self._update_header)
        self._update_proxy_rows()
        self._update_expanded()

    def set_connection(self, connection: ConnectionSettings, *, has_secrets: bool = True) -> None:
        """Fill in a connection's settings; expanded where they differ from the defaults.

        ``has_secrets``: whether its secrets may be in the keyring, and stay if nothing is entered.
        """
        self._connection = connection
        self.ca_file.setText(connection.ca_file)
        self.proxy.set_current_index(_PROXY_USES.index(connection.proxy))
        self.proxy_address.setText(connection.proxy_address)
        self.proxy_user.setText(connection.proxy_user)
        self.authorization.set_current_index(_AUTHORIZATION_FORMS.index(connection.authorization))
        self.access_key.setText(connection.access_key)
        kept = translate("leave empty to keep the one in the keyring") if has_secrets else ""
        self.proxy_password.setPlaceholderText(kept if connection.proxy_user else "")
        self.secret_key.setPlaceholderText(kept if connection.access_key else "")
        self.certificate.set_connection(connection, kept)
        if connection.accepted is not None:
            is_bare = connection.accepted is AuthorizationScheme.BARE
            self.accepted_hint.setText(
                translate("The gateway accepted the token without “Bearer” the last time.")
                if is_bare
                else translate("The gateway accepted the token with “Bearer” the last time.")
            )
        self._form.setRowVisible(self.accepted_hint, connection.accepted is not None)
        usual = replace(
            DEFAULT_CONNECTION, accepted=connection.accepted, unknown=connection.unknown
        )
        self.header.setChecked(connection != usual)

    def allow_secrets_only(self) -> list[QLineEdit]:
        """Make all but the secret fields read-only; returns the secret fields that are used."""
        certificate = self.certificate
        for field in (
            *(self.ca_file, self.proxy_address, self.proxy_user, self.access_key),
            *(certificate.file, certificate.key_file),
        ):
            set_read_only(field)
        certificate.set_changeable(is_changeable=False)
        for choice in (self._browse_button, self.proxy, self.authorization):
            choice.setEnabled(False)
        is_manual = self._connection.proxy is ProxyMode.MANUAL
        used = {
            self.secret_key: bool(self._connection.access_key),
            self.proxy_password: is_manual and bool(self._connection.proxy_user),
            certificate.password: bool(self._connection.client_certificate),
        }
        for field, is_used in used.items():
            field.setEnabled(is_used)
        return [field for field, is_used in used.items() if is_used]

    def get_connection(self) -> ConnectionSettings:
        """Get the settings from the fields, without the secrets."""
        return replace(
            self._connection,
            ca_file=self.ca_file.text().strip(),
            proxy=_PROXY_USES[self.proxy.get_current_index()],
            proxy_address=self.proxy_address.text().strip(),
            proxy_user=self.proxy_user.text().strip(),
            authorization=_AUTHORIZATION_FORMS[self.authorization.get_current_index()],
            access_key=self.access_key.text().strip(),
            client_certificate=self.certificate.file.text().strip(),
            client_key=self.certificate.key_file.text().strip(),
        )

    def find_field(self, form_field: FormField) -> QLineEdit | None:
        """Find and expand to the widget of a field; None if it is not in this section."""
        found = {
            FormField.CA_FILE: self.ca_file,
            FormField.PROXY_ADDRESS: self.proxy_address,
            FormField.PROXY_USER: self.proxy_user,
            FormField.PROXY_PASSWORD: self.proxy_password,
            FormField.ACCESS_KEY: self.access_key,
            FormField.SECRET_KEY: self.secret_key,
            FormField.CLIENT_CERTIFICATE: self.certificate.file,
            FormField.CLIENT_PASSWORD: self.certificate.password,
        }.get(form_field)
        if found is not None:
            self.header.setChecked(True)
        return found

    def _build_layout(self) -> None:
        spacing = self._theme.spacing
        file = QHBoxLayout()
        file.setSpacing(spacing.to_pixels(8))
        file.addWidget(self.ca_file, 1)
        file.addWidget(self._browse_button)
        self._form = rows = create_form_layout(spacing)
        rows.setContentsMargins(0, spacing.to_pixels(8), 0, 0)
        rows.addRow(create_field_label(translate("&Certificate file"), self.ca_file, spacing), file)
        for words, field in (
            (translate("&Proxy"), self.proxy),
            (translate("Pr&oxy address"), self.proxy_address),
            (translate("Proxy &user"), self.proxy_user),
            (translate("Proxy pass&word"), self.proxy_password),
            (translate("Authorizat&ion"), self.authorization),
        ):
            rows.addRow(create_field_label(words, field, spacing), field)
        rows.addRow("", self.accepted_hint)
        rows.addRow(
            create_field_label(translate("Access&Key"), self.access_key, spacing), self.access_key
        )
        rows.addRow(
            create_field_label(translate("Secre&tKey"), self.secret_key, spacing), self.secret_key
        )
        self.certificate.add_to(rows)
        rows.addRow(
            "", create_hint_label(translate("Passwords and SecretKey are kept in your keyring."))
        )
        rows.setRowVisible(self.accepted_hint, False)  # noqa: FBT003  # Qt's own
        self._body.setLayout(rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._body)

    @Slot()
    def _update_expanded(self) -> None:
        self._body.setVisible(self.header.isChecked())
        self._update_header()

    @Slot()
    def _update_header(self) -> None:
        is_open = self.header.isChecked()
        self.header.setIcon(self._theme.get_icon("chevron-down" if is_open else "chevron-right"))
        self.header.setAccessibleDescription(translate("open") if is_open else translate("folded"))

    @Slot()
    def _update_proxy_rows(self) -> None:
        is_own = _PROXY_USES[self.proxy.get_current_index()] is ProxyMode.MANUAL
        for field in (self.proxy_address, self.proxy_user, self.proxy_password):
            self._form.setRowVisible(field, is_own)

    @Slot()
    def _choose_file(self) -> None:
        dialog = QFileDialog(self.window(), translate("Choose a certificate file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(
            [
                translate("Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c)"),
                translate("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(self.ca_file.setText)
        dialog.open()


def set_read_only(field: QLineEdit) -> None:
    """Make a field read-only; its text can still be selected and copied."""
    field.setReadOnly(True)
    set_style_property(field, "look", "set")


def _create_secret_field() -> SecretField:
    field = SecretField()
    field.setMaxLength(_MAX_PASSWORD_LENGTH)
    return field
