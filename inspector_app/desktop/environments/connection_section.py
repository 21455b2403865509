"""Collapsible section of the environment dialog: certificates, proxy and authorization."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector_app.desktop.environments.environment_entry import Place
from inspector_app.desktop.look.button import Button, Look
from inspector_app.desktop.look.choice_button import ChoiceButton
from inspector_app.desktop.look.form_label import form, hint, label
from inspector_app.desktop.look.words import say
from inspector_app.session.exchange import AuthorizationScheme
from inspector_app.system.environment import DEFAULT_CONNECTION, ConnectionSettings, ProxyMode

if TYPE_CHECKING:
    from inspector_app.desktop.look.appearance import Appearance

_LONGEST_PASSWORD: Final = 1_000
_PROXIES: Final = (ProxyMode.SYSTEM, ProxyMode.NONE, ProxyMode.MANUAL)
_FORMS: Final = (None, AuthorizationScheme.BEARER, AuthorizationScheme.BARE)


class ConnectionSection(QWidget):
    """Collapsed until the user expands it, or until one of its fields is invalid."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._chosen = DEFAULT_CONNECTION
        self.head = Button(appearance, Look.LINK, say("Connection"))
        self.head.setCheckable(True)
        self.head.toggled.connect(self._fold)
        self.ca_file = QLineEdit()
        self.ca_file.setPlaceholderText(say("none: the system's certificates are enough"))
        self._browse = Button(appearance, Look.TALL, say("Choose…"))
        self._browse.clicked.connect(self._choose_file)
        proxies = (say("As the system says"), say("None"), say("My own"))
        self.proxy = ChoiceButton(appearance, say("Proxy"), proxies)
        self.proxy.chosen.connect(self._show_proxy)
        self.proxy_address = QLineEdit()
        self.proxy_address.setPlaceholderText("http://proxy.example.com:3128")
        self.proxy_user = QLineEdit()
        self.proxy_user.setPlaceholderText(say("only if it asks for one"))
        self.proxy_password = _secret()
        forms = (say("Automatic"), say("Always with “Bearer”"), say("Always without “Bearer”"))
        self.authorization = ChoiceButton(appearance, say("Authorization"), forms)
        self.accepted = hint("")
        self.access_key = QLineEdit()
        self.access_key.setPlaceholderText(say("only if the gateway asks for an application"))
        self.secret_key = _secret()
        self._body = QWidget()
        self._lay_out()
        appearance.changed.connect(self._dress)
        self._show_proxy()
        self._fold()

    def fill(self, chosen: ConnectionSettings) -> None:
        """Fill in a connection's settings; expanded where they differ from the defaults."""
        self._chosen = chosen
        self.ca_file.setText(chosen.ca_file)
        self.proxy.choose(_PROXIES.index(chosen.proxy))
        self.proxy_address.setText(chosen.proxy_address)
        self.proxy_user.setText(chosen.proxy_user)
        self.authorization.choose(_FORMS.index(chosen.authorization))
        self.access_key.setText(chosen.access_key)
        kept = say("leave empty to keep the one in the keyring")
        self.proxy_password.setPlaceholderText(kept if chosen.proxy_user else "")
        self.secret_key.setPlaceholderText(kept if chosen.access_key else "")
        if chosen.accepted is not None:
            is_bare = chosen.accepted is AuthorizationScheme.BARE
            self.accepted.setText(
                say("The gateway accepted the token without “Bearer” the last time.")
                if is_bare
                else say("The gateway accepted the token with “Bearer” the last time.")
            )
        self._form.setRowVisible(self.accepted, chosen.accepted is not None)
        usual = replace(DEFAULT_CONNECTION, accepted=chosen.accepted, unknown=chosen.unknown)
        self.head.setChecked(chosen != usual)

    def allow_secrets_only(self) -> list[QLineEdit]:
        """Make all but the secret fields read-only; returns the secret fields that are used."""
        for field in (self.ca_file, self.proxy_address, self.proxy_user, self.access_key):
            fix(field)
        for choice in (self._browse, self.proxy, self.authorization):
            choice.setEnabled(False)
        is_manual = self._chosen.proxy is ProxyMode.MANUAL
        used = {
            self.secret_key: bool(self._chosen.access_key),
            self.proxy_password: is_manual and bool(self._chosen.proxy_user),
        }
        for field, is_used in used.items():
            field.setEnabled(is_used)
        return [field for field, is_used in used.items() if is_used]

    def chosen(self) -> ConnectionSettings:
        """Get the settings from the fields, without the secrets."""
        return replace(
            self._chosen,
            ca_file=self.ca_file.text().strip(),
            proxy=_PROXIES[self.proxy.choice()],
            proxy_address=self.proxy_address.text().strip(),
            proxy_user=self.proxy_user.text().strip(),
            authorization=_FORMS[self.authorization.choice()],
            access_key=self.access_key.text().strip(),
        )

    def field(self, place: Place) -> QLineEdit | None:
        """Find and expand to the widget of a field; None if it is not in this section."""
        found = {
            Place.CA_FILE: self.ca_file,
            Place.PROXY_ADDRESS: self.proxy_address,
            Place.PROXY_USER: self.proxy_user,
            Place.PROXY_PASSWORD: self.proxy_password,
            Place.ACCESS_KEY: self.access_key,
            Place.SECRET_KEY: self.secret_key,
        }.get(place)
        if found is not None:
            self.head.setChecked(True)
        return found

    def _lay_out(self) -> None:
        rhythm = self._appearance.rhythm
        file = QHBoxLayout()
        file.setSpacing(rhythm.px(8))
        file.addWidget(self.ca_file, 1)
        file.addWidget(self._browse)
        self._form = rows = form(rhythm)
        rows.setContentsMargins(0, rhythm.px(8), 0, 0)
        rows.addRow(label(say("&Certificate file"), self.ca_file, rhythm), file)
        for words, field in (
            (say("&Proxy"), self.proxy),
            (say("Pr&oxy address"), self.proxy_address),
            (say("Proxy &user"), self.proxy_user),
            (say("Proxy pass&word"), self.proxy_password),
            (say("Authorizat&ion"), self.authorization),
        ):
            rows.addRow(label(words, field, rhythm), field)
        rows.addRow("", self.accepted)
        rows.addRow(label(say("Access&Key"), self.access_key, rhythm), self.access_key)
        rows.addRow(label(say("Secre&tKey"), self.secret_key, rhythm), self.secret_key)
        rows.addRow("", hint(say("Password and SecretKey are kept in your keyring.")))
        rows.setRowVisible(self.accepted, False)  # noqa: FBT003  # Qt's own
        self._body.setLayout(rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._body)

    @Slot()
    def _fold(self) -> None:
        self._body.setVisible(self.head.isChecked())
        self._dress()

    @Slot()
    def _dress(self) -> None:
        is_open = self.head.isChecked()
        self.head.setIcon(self._appearance.icon("chevron-down" if is_open else "chevron-right"))
        self.head.setAccessibleDescription(say("open") if is_open else say("folded"))

    @Slot()
    def _show_proxy(self) -> None:
        is_own = _PROXIES[self.proxy.choice()] is ProxyMode.MANUAL
        for field in (self.proxy_address, self.proxy_user, self.proxy_password):
            self._form.setRowVisible(field, is_own)

    @Slot()
    def _choose_file(self) -> None:
        dialog = QFileDialog(self.window(), say("Choose a certificate file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([say("Certificates (*.pem *.crt *.cer)"), say("All files (*)")])
        dialog.fileSelected.connect(self.ca_file.setText)
        dialog.open()


def fix(field: QLineEdit) -> None:
    """Make a field read-only; its text can still be selected and copied."""
    field.setReadOnly(True)
    field.setProperty("look", "set")
    field.style().unpolish(field)
    field.style().polish(field)


def _secret() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(_LONGEST_PASSWORD)
    field.setInputMethodHints(
        Qt.InputMethodHint.ImhHiddenText
        | Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
    )
    return field
