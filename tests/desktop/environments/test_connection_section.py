"""How a gateway is reached: chosen in the dialog, kept without its secrets, and used."""

import hashlib
import json
import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.desktop.environments.environment_validation import (
    EnvironmentInput,
    FormField,
    ValidatedEnvironment,
    ValidationError,
    validate_environment,
)
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.connection import ManualProxy, NoProxy, SystemProxy
from inspector_app.inspection import connection_secrets, connection_setup
from inspector_app.inspection.connection_secrets import ConnectionSecrets
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.token import Token
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import (
    DEFAULT_CONNECTION,
    ConnectionSettings,
    ProxyMode,
    create_environment,
)
from inspector_app.vault.backends import MemoryOnly
from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation
from inspector_app.vault.vault import StorageKind, Vault
from tests.desktop.at_work import code_of, inspect, list_steps, press_save, work_in
from tests.gateway.certificates import Authority
from tests.gateway.faulty_gateway import FaultyGateway, answer

TOKEN = "IAM_S_" + "w" * 32
KEY = "key-" + "k7" * 8
SECRET = "secret-" + "s9" * 8
SESSION = (
    b'{"status":0,"success":true,"session":'
    b'{"id":"%b","expires":7200,"user":{"name":"mara","state":0}}}' % TOKEN.encode()
)
REFUSED = b'{"status":30401,"success":false,"session":null,"message":"not valid"}'
ACCESS = "access-" + "a5" * 8


def typed(**connection):
    secrets = {
        name: connection.pop(name)
        for name in ("proxy_password", "secret_key")
        if name in connection
    }
    return EnvironmentInput(
        "Production", "apim.example.com", ConnectionSettings(**connection), **secrets
    )


def an_environment(**connection):
    choice = ConnectionSettings(**connection)
    return create_environment("Production", "https://apim.example.com", choice)


@pytest.fixture
def vault():
    return Vault(MemoryOnly(tr("No keyring.")))


# --- what was typed


MISTAKES = [
    ({"ca_file": "/nowhere/corporate.pem"}, FormField.CA_FILE),
    ({"ca_file": "a\0b"}, FormField.CA_FILE),
    ({"ca_file": __file__}, FormField.CA_FILE),
    ({"proxy": ProxyMode.MANUAL}, FormField.PROXY_ADDRESS),
    ({"proxy": ProxyMode.MANUAL, "proxy_address": "socks9://x:1"}, FormField.PROXY_ADDRESS),
    ({"proxy": ProxyMode.MANUAL, "proxy_address": "http://a:secret@x"}, FormField.PROXY_ADDRESS),
    (
        {"proxy": ProxyMode.MANUAL, "proxy_address": "x:1", "proxy_user": "a:secret"},
        FormField.PROXY_USER,
    ),
    (
        {"proxy": ProxyMode.MANUAL, "proxy_address": "x:1", "proxy_password": "secret"},
        FormField.PROXY_USER,
    ),
    (
        {
            "proxy": ProxyMode.MANUAL,
            "proxy_address": "x:1",
            "proxy_user": "a",
            "proxy_password": "\ud800secret",
        },
        FormField.PROXY_PASSWORD,
    ),
    ({"access_key": "two words", "secret_key": "secret"}, FormField.ACCESS_KEY),
    ({"secret_key": "secret"}, FormField.ACCESS_KEY),
    ({"access_key": KEY}, FormField.SECRET_KEY),
    ({"access_key": KEY, "secret_key": "two secret words"}, FormField.SECRET_KEY),
]


@pytest.mark.parametrize(("fields", "place"), MISTAKES)
def test_a_mistake_is_found_in_its_field_and_told_without_repeating_it(fields, place):
    found = validate_environment(typed(**fields), None, ())
    assert isinstance(found, ValidationError)
    assert found.form_field is place
    assert "secret" not in str(found.message)
    assert "secret" not in repr(typed(**fields)).replace("secret@x", "").replace("a:secret", "")


def test_what_can_be_used_is_taken_over(tmp_path):
    authority = Authority(tmp_path, "corporate")
    fields = {
        "ca_file": authority.file,
        "proxy": ProxyMode.MANUAL,
        "proxy_address": "proxy:3128",
        "proxy_user": "mara",
        "proxy_password": "p@ss:wörd",
        "access_key": KEY,
    }
    entry = validate_environment(typed(**fields, secret_key=f" {SECRET} "), None, ())
    assert isinstance(entry, ValidatedEnvironment)
    assert entry.address == "https://apim.example.com"
    assert entry.secrets == ConnectionSecrets(Token(SECRET), Token("p%40ss%3Aw%C3%B6rd"))
    assert SECRET not in repr(entry)


def test_a_secret_key_is_asked_for_again_only_when_it_is_for_another_use():
    before = an_environment(access_key=KEY)
    same = validate_environment(typed(access_key=KEY), before, ())
    assert isinstance(same, ValidatedEnvironment)
    assert same.secrets == ConnectionSecrets()
    for changed in (
        typed(access_key=KEY + "x"),
        replace(typed(access_key=KEY), address="other.example.com"),
    ):
        found = validate_environment(changed, before, ())
        assert isinstance(found, ValidationError)
        assert found.form_field is FormField.SECRET_KEY


# --- the secrets


def test_a_secret_is_found_only_for_what_it_was_kept_for(vault):
    """N3: nothing that is done to the settings makes a secret go elsewhere."""
    made = an_environment(
        access_key=KEY, proxy=ProxyMode.MANUAL, proxy_address="proxy:3128", proxy_user="mara"
    )
    secrets = ConnectionSecrets(Token(SECRET), Token("pass"))
    assert connection_secrets.store(vault, made, secrets) is StorageKind.MEMORY
    assert connection_secrets.fetch_secret_key(vault, made) == Token(SECRET)
    assert connection_secrets.fetch_proxy_password(vault, made) == Token("pass")
    for changed in (
        replace(made, address="https://other.example.com"),
        replace(made, connection=replace(made.connection, access_key="other")),
    ):
        assert connection_secrets.fetch_secret_key(vault, changed) is None
    for choice in (
        replace(made.connection, proxy_address="other:3128"),
        replace(made.connection, proxy_user="other"),
    ):
        assert (
            connection_secrets.fetch_proxy_password(vault, replace(made, connection=choice)) is None
        )


def test_a_secret_that_is_not_used_any_more_is_deleted(vault):
    """A8."""
    made = an_environment(access_key=KEY)
    connection_secrets.store(vault, made, ConnectionSecrets(Token(SECRET)))
    connection_secrets.store(vault, made, ConnectionSecrets())
    assert connection_secrets.fetch_secret_key(vault, made) == Token(SECRET)
    connection_secrets.store(
        vault, replace(made, connection=DEFAULT_CONNECTION), ConnectionSecrets()
    )
    assert connection_secrets.fetch_secret_key(vault, made) is None
    connection_secrets.store(vault, made, ConnectionSecrets(Token(SECRET)))
    connection_secrets.delete(vault, made)
    assert connection_secrets.fetch_secret_key(vault, made) is None


def test_an_environments_choices_become_the_gateways_own_terms(vault):
    made = an_environment(
        ca_file="/x.pem",
        proxy=ProxyMode.MANUAL,
        proxy_address="proxy:3128",
        proxy_user="mara",
        accepted=AuthorizationScheme.BARE,
        access_key=KEY,
    )
    connection_secrets.store(vault, made, ConnectionSecrets(Token(SECRET), Token("pass")))
    kept = AccessTokenCache()
    found = connection_setup.build_connection(made, lambda: vault, kept)
    assert (found.ca_file, found.authorization) == ("/x.pem", None)
    assert found.first_form is AuthorizationScheme.BARE
    assert found.proxy == ManualProxy("proxy:3128", "mara", Token("pass"))
    assert found.application is not None
    assert found.application.secret_key == Token(SECRET)
    assert found.access_tokens is kept
    plain = connection_setup.build_connection(an_environment(), lambda: vault, kept)
    assert (plain.ca_file, plain.proxy, plain.application) == (None, SystemProxy(), None)
    none = connection_setup.build_connection(
        an_environment(proxy=ProxyMode.NONE), lambda: vault, kept
    )
    assert none.proxy == NoProxy()


@pytest.mark.parametrize("key", [KEY, "two words"])
def test_without_its_secret_key_an_application_cannot_sign(key, vault):
    with pytest.raises(connection_setup.ConnectionSetupError) as missing:
        connection_setup.build_connection(
            an_environment(access_key=key), lambda: vault, AccessTokenCache()
        )
    assert "settings" in str(missing.value.description) + str(missing.value.next_step)


@pytest.mark.parametrize(
    ("chosen", "named"),
    [
        ({"access_key": KEY}, "SecretKey"),
        (
            {"proxy": ProxyMode.MANUAL, "proxy_address": "proxy:3128", "proxy_user": "mara"},
            "password",
        ),
    ],
)
def test_a_keyring_that_cannot_give_a_secret_is_told_by_the_secrets_own_name(chosen, named):
    """K6."""

    def failing():
        raise VaultError(VaultErrorKind.TIMED_OUT, VaultOperation.FETCH)

    with pytest.raises(connection_setup.ConnectionSetupError) as missing:
        connection_setup.build_connection(an_environment(**chosen), failing, AccessTokenCache())
    assert named in str(missing.value.description)
    assert "not answering" in str(missing.value.description)
    assert "Connection" in str(missing.value.next_step)


# --- the window


def open_dialog(app, do):
    app.window.action_collection[do].trigger()
    return next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())


def test_the_connection_is_folded_until_it_is_wanted(start, qtbot):
    app = start()
    section = open_dialog(app, ActionId.ADD_ENVIRONMENT).connection
    assert not section.ca_file.isVisible()
    section.header.click()
    assert section.ca_file.isVisible()
    assert not section.proxy_address.isVisible()
    section.proxy.set_current_index(2)
    assert section.proxy_address.isVisible()
    for secret in (section.proxy_password, section.secret_key):
        assert secret.echoMode() is QLineEdit.EchoMode.Password
    section.window().reject()


def test_each_mistake_has_the_field_that_it_is_in(start):
    """Those of name and address are in the dialog itself."""
    dialog = open_dialog(start(), ActionId.ADD_ENVIRONMENT)
    section = dialog.connection
    for place in set(FormField) - {FormField.NAME, FormField.ADDRESS}:
        section.header.setChecked(False)
        field = section.find_field(place)
        names = vars(section) | {
            f"client_{name}": one for name, one in vars(section.certificate).items()
        }
        assert names[place.name.lower().replace("client_certificate", "client_file")] is field
        assert section.header.isChecked()
    assert section.find_field(FormField.NAME) is section.find_field(FormField.ADDRESS) is None
    dialog.reject()


@pytest.mark.parametrize("place", [FormField.CA_FILE, FormField.ACCESS_KEY])
def test_a_mistake_in_it_unfolds_it_and_loses_nothing(start, qtbot, place):
    app = start()
    dialog = open_dialog(app, ActionId.ADD_ENVIRONMENT)
    dialog.name.setText("Production")
    dialog.address.setText("apim.example.com")
    dialog.connection.secret_key.setText(SECRET)
    if place is FormField.CA_FILE:
        dialog.connection.access_key.setText(KEY)
        dialog.connection.ca_file.setText("/nowhere")
    press_save(dialog)
    qtbot.waitUntil(dialog.problem.isVisible)
    field = dialog.connection.find_field(place)
    assert field.hasFocus()
    assert field.isVisible()
    assert dialog.connection.secret_key.text() == SECRET
    assert app.preferences.environments == ()
    dialog.reject()


def test_what_was_chosen_is_kept_without_its_secrets_and_shown_again(start, directories, qtbot):
    """A7."""
    app = start()
    dialog = open_dialog(app, ActionId.ADD_ENVIRONMENT)
    dialog.name.setText("Production")
    dialog.address.setText("apim.example.com")
    section = dialog.connection
    section.proxy.set_current_index(2)
    section.proxy_address.setText("http://proxy.example.com:3128")
    section.proxy_user.setText("mara")
    section.proxy_password.setText("pa55-" + "p" * 9)
    section.authorization.set_current_index(1)
    section.access_key.setText(KEY)
    section.secret_key.setText(SECRET)
    with qtbot.waitSignal(dialog.submitted):
        press_save(dialog)
    qtbot.waitUntil(lambda: "for this run" in app.window.note_label.text())
    qtbot.waitUntil(app.background.is_idle)
    written = directories.settings_file.read_text()
    assert KEY in written
    assert SECRET not in written
    assert "pa55" not in written
    again = open_dialog(app, ActionId.EDIT_ENVIRONMENT)
    assert again.connection.header.isChecked()
    assert again.connection.access_key.text() == KEY
    assert again.connection.secret_key.text() == ""
    assert "keyring" in again.connection.secret_key.placeholderText()
    assert again.connection.get_connection() == app.preferences.current.connection
    with qtbot.waitSignal(again.submitted):
        press_save(again)
    vault = app.presenter._token_store._vault_provider.get_vault()
    qtbot.waitUntil(app.background.is_idle)
    assert connection_secrets.fetch_secret_key(vault, app.preferences.current) == Token(SECRET)
    app.window.action_collection[ActionId.DELETE_ENVIRONMENT].trigger()
    question = app.window.findChild(QMessageBox)
    next(one for one in question.buttons() if one is not question.escapeButton()).click()
    qtbot.waitUntil(app.background.is_idle)
    assert vault._memory == {}


class Answering(FaultyGateway):
    """A gateway that wants a signature, or takes the bare token alone."""

    def __init__(self):
        super().__init__(self._reply)
        self.wants_signature = False
        self.wants_bare = False

    def _reply(self, wire):
        head, _, body = wire.request().partition(b"\r\n\r\n")
        length = int(re.findall(rb"Content-Length: (\d+)", head)[0])
        while len(body) < length:
            body += wire.sock.recv(65536) or b"?"
        if b"token/get" in head:
            wire.send(self._token(json.loads(body)))
        elif self.wants_signature and f"apim-accesstoken: {ACCESS}".encode() not in head:
            wire.send(answer(b'{"apim_status":4012}', status="401 Unauthorized"))
        elif self.wants_bare and b"Bearer" in head:
            wire.send(answer(REFUSED))
        else:
            wire.send(answer(SESSION))

    def _token(self, asked):
        expected = hashlib.sha256(f"{KEY}{asked['timestamp']}{SECRET}".encode()).hexdigest()
        if asked["encryption"] != expected:
            refusal = {"status": 1003, "msg": "encryption not valid", "business": "b"}
            return answer(json.dumps(refusal).encode())
        given = {"status": 0, "business": "b", "data": {"accessToken": ACCESS, "expire": 7200}}
        return answer(json.dumps(given).encode())


@pytest.fixture
def gateway():
    with Answering() as made:
        yield made


@pytest.fixture
def at_gateway(start, gateway):
    app = start()
    work_in(app, "Production", f"http://127.0.0.1:{gateway.port}")
    return app


def edit(app, qtbot, **fields):
    dialog = open_dialog(app, ActionId.EDIT_ENVIRONMENT)
    for name, text in fields.items():
        getattr(dialog.connection, name).setText(text)
    with qtbot.waitSignal(dialog.submitted):
        press_save(dialog)
    qtbot.waitUntil(app.background.is_idle)


def test_an_application_entered_in_the_dialog_signs_the_call(at_gateway, gateway, qtbot):
    gateway.wants_signature = True
    refused = inspect(at_gateway, qtbot, TOKEN)
    assert code_of(refused) is VerdictCode.GATEWAY_REFUSED_APPLICATION
    assert (
        at_gateway.window.result_view.banner._action_button.text()
        == "Check the connection settings"
    )
    edit(at_gateway, qtbot, access_key=KEY, secret_key=SECRET)
    for _ in range(2):
        assert code_of(inspect(at_gateway, qtbot)) is VerdictCode.VALID
    assert gateway.received.count(b"token/get") == 1
    assert SECRET.encode() not in gateway.received


def test_a_wrong_secret_key_is_never_told_as_a_session_that_is_not_valid(
    at_gateway, gateway, qtbot
):
    edit(at_gateway, qtbot, access_key=KEY, secret_key="wrong")
    result = inspect(at_gateway, qtbot, TOKEN)
    assert code_of(result) is VerdictCode.GATEWAY_REFUSED_APPLICATION
    assert "SecretKey" in " ".join(list_steps(at_gateway.window.result_view.banner))
    assert TOKEN.encode() not in gateway.received


def test_a_secret_key_that_is_gone_is_said_in_place_before_anything_is_sent(
    at_gateway, gateway, qtbot
):
    at_gateway.presenter.select_environment(
        replace(at_gateway.preferences.current, connection=ConnectionSettings(access_key=KEY))
    )
    inspect(at_gateway, qtbot, TOKEN)
    assert "SecretKey" in at_gateway.window.note_label.text()
    assert gateway.requests == []


def test_the_form_that_was_accepted_is_remembered_shown_and_used_first(at_gateway, gateway, qtbot):
    gateway.wants_bare = True
    inspect(at_gateway, qtbot, TOKEN)
    assert at_gateway.preferences.current.connection.accepted is AuthorizationScheme.BARE
    assert "sent without “Bearer”" in at_gateway.window.status_bar.exchange_label.text()
    assert len(gateway.requests) == 2
    inspect(at_gateway, qtbot)
    assert len(gateway.requests) == 3
    assert b"Bearer" not in gateway.requests[2]
    section = open_dialog(at_gateway, ActionId.EDIT_ENVIRONMENT).connection
    assert "without “Bearer”" in section.accepted_hint.text()
    section.window().reject()


@pytest.mark.parametrize("form", AuthorizationScheme)
def test_a_chosen_form_is_the_only_one_sent(form, at_gateway, gateway, qtbot):
    gateway.wants_bare = form is AuthorizationScheme.BEARER
    choice = ConnectionSettings(authorization=form)
    at_gateway.presenter.select_environment(
        replace(at_gateway.preferences.current, connection=choice)
    )
    inspect(at_gateway, qtbot, TOKEN)
    assert len(gateway.requests) == 1
    assert (b"Bearer" in gateway.received) is (form is AuthorizationScheme.BEARER)


def test_locking_lets_go_of_the_access_token(at_gateway, gateway, qtbot):
    """A6."""
    gateway.wants_signature = True
    edit(at_gateway, qtbot, access_key=KEY, secret_key=SECRET)
    inspect(at_gateway, qtbot, TOKEN)
    kept = at_gateway.runner._access_tokens
    at_gateway.secret_guards.window_lock.lock()
    assert at_gateway.runner._access_tokens is not kept
