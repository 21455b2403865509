"""A client certificate is chosen in the dialog; its password goes to the keyring alone."""

import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    load_pem_private_key,
    pkcs12,
)

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.session.exchange import Exchange
from tests.desktop.at_work import inspect, press_save
from tests.gateway.certificates import RSA, Authority, server_context
from tests.gateway.faulty_gateway import FaultyGateway, answer, replies

TOKEN = "IAM_S_" + "f8Gd" * 8
PASSWORD = "käse % 7pW3rt"
REFUSED = b'{"status":30401,"success":false,"session":null,"message":"not valid"}'


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path, "Clients")


@pytest.fixture
def file(authority, tmp_path):
    """A PKCS #12 file with a password."""
    certificate, key_file = authority.issue(RSA)
    key = load_pem_private_key(Path(key_file).read_bytes(), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    data = pkcs12.serialize_key_and_certificates(
        b"me",
        key,
        x509.load_pem_x509_certificate(Path(certificate).read_bytes()),
        None,
        BestAvailableEncryption(PASSWORD.encode()),
    )
    made = tmp_path / "me.p12"
    made.write_bytes(data)
    return made


@pytest.fixture
def gateway(authority):
    """One that answers nobody without a certificate."""
    context = server_context(authority.issue())
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(authority.file)
    with FaultyGateway(replies(answer(REFUSED, "Content-Type: application/json")), context) as made:
        yield made


def open_dialog(app, action_id):
    app.window.action_collection[action_id].trigger()
    return next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())


def fill(dialog, gateway, authority, file, password):
    dialog.name.setText("Locked")
    dialog.address.setText(f"https://localhost:{gateway.port}")
    dialog.connection.ca_file.setText(authority.file)
    dialog.connection.certificate.file.setText(str(file))
    dialog.connection.certificate.password.setText(password)


def test_it_is_tested_saved_and_used_and_the_password_is_in_no_file(
    start, qtbot, authority, file, gateway, directories
):
    """A1, A7"""
    app = start()
    dialog = open_dialog(app, ActionId.ADD_ENVIRONMENT)
    fill(dialog, gateway, authority, file, PASSWORD)
    dialog.test_button.click()
    qtbot.waitUntil(lambda: "as EnOS does" in dialog.report.text())
    with qtbot.waitSignal(dialog.submitted):
        press_save(dialog)
    qtbot.waitUntil(app.background.is_idle)
    result = inspect(app, qtbot, TOKEN)
    assert isinstance(result.analyzed.call_result, Exchange)
    assert app.preferences.current.connection.client_certificate == str(file)
    app.window.close()
    written = directories.settings_file.read_text()
    assert "me.p12" in written
    assert "7pW3rt" not in written


def test_a_password_that_was_entered_stays_where_nothing_is_entered(
    start, qtbot, authority, file, gateway
):
    app = start()
    dialog = open_dialog(app, ActionId.ADD_ENVIRONMENT)
    fill(dialog, gateway, authority, file, PASSWORD)
    with qtbot.waitSignal(dialog.submitted):
        press_save(dialog)
    again = open_dialog(app, ActionId.EDIT_ENVIRONMENT)
    assert again.connection.header.isChecked()
    assert again.connection.certificate.password.text() == ""
    assert "leave empty" in again.connection.certificate.password.placeholderText()
    with qtbot.waitSignal(again.submitted):
        press_save(again)
    qtbot.waitUntil(app.background.is_idle)
    assert isinstance(inspect(app, qtbot, TOKEN).analyzed.call_result, Exchange)


@pytest.mark.parametrize("password", ["", "wrong", "x" * 999])
def test_a_password_that_does_not_open_it_is_told_beside_the_file(
    start, qtbot, authority, file, gateway, password
):
    app = start()
    dialog = open_dialog(app, ActionId.ADD_ENVIRONMENT)
    fill(dialog, gateway, authority, file, password)
    press_save(dialog)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "password" in dialog.problem.text()
    assert dialog.focusWidget() is dialog.connection.certificate.file
    assert app.preferences.environments == ()
    dialog.reject()
