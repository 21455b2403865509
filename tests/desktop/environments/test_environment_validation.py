"""What is typed is checked before it is saved or looked up: a token has no place in it."""

from dataclasses import replace

import pytest

from inspector_app.desktop.environments.environment_validation import (
    EnvironmentInput,
    FormField,
    ValidatedEnvironment,
    ValidationError,
    validate_environment,
)
from inspector_app.inspection.connection_secrets import ConnectionSecrets
from inspector_app.session.token import Token
from inspector_app.settings.environment import DEFAULT_CONNECTION, ProxyMode

SESSION = "IAM_S_" + "kJ7q" * 8
JWT = "eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl"
OPAQUE = "h7Gk29dLmQ0xVb84TsYwErPz61NcJa3F"
INPUT = EnvironmentInput("Test", "https://apim.example.com")
MANUAL = replace(
    DEFAULT_CONNECTION, proxy=ProxyMode.MANUAL, proxy_address="http://proxy.example.com:8080"
)
ACCESS_KEY = "3a9b54c7-0e7e-4d2b-9d1f-6a4f0c2b7e11"


def refuse(typed, form_field, secret):
    found = validate_environment(typed, None, ())
    assert isinstance(found, ValidationError)
    assert found.form_field is form_field
    assert secret.lower() not in str(found.message).lower()


@pytest.mark.parametrize("secret", [SESSION, SESSION.lower(), JWT, OPAQUE])
def test_a_token_as_name_or_proxy_user_is_refused(secret):
    """A7: it would be in the settings, in the title and in every report."""
    refuse(replace(INPUT, name=f"Test {secret}"), FormField.NAME, secret)
    connection = replace(MANUAL, proxy_user=secret)
    refuse(replace(INPUT, connection=connection), FormField.PROXY_USER, secret)


@pytest.mark.parametrize("secret", [SESSION, JWT])
def test_a_token_as_access_key_is_refused(secret):
    """A7."""
    connection = replace(DEFAULT_CONNECTION, access_key=secret)
    typed = replace(INPUT, connection=connection, secret_key="s" * 20)
    refuse(typed, FormField.ACCESS_KEY, secret)


@pytest.mark.parametrize("address", [OPAQUE, f"https://{OPAQUE}.example.com", SESSION])
def test_a_token_as_address_is_refused_before_it_is_looked_up(address):
    """A7, N3: a resolver would be told."""
    refuse(replace(INPUT, address=address), FormField.ADDRESS, address)
    connection = replace(MANUAL, proxy_address=f"http://{OPAQUE}:8080")
    refuse(replace(INPUT, connection=connection), FormField.PROXY_ADDRESS, OPAQUE)


def test_ordinary_names_and_keys_are_taken():
    connection = replace(MANUAL, proxy_user="mara.lindqvist", access_key=ACCESS_KEY)
    typed = replace(INPUT, name="Test 2 (EU, internal-gateway)", connection=connection)
    typed = replace(typed, secret_key="s" * 20, proxy_password="p")
    assert isinstance(validate_environment(typed, None, ()), ValidatedEnvironment)
    random = replace(typed, connection=replace(connection, access_key=OPAQUE))
    assert isinstance(validate_environment(random, None, ()), ValidatedEnvironment)


def test_what_was_not_entered_is_no_secret_and_blanks_are_no_part_of_a_name():
    found = validate_environment(replace(INPUT, name=" Wind   Farm ", connection=MANUAL), None, ())
    assert isinstance(found, ValidatedEnvironment)
    assert (found.name, found.secrets) == ("Wind Farm", ConnectionSecrets())


def test_a_password_of_any_characters_goes_into_an_address():
    connection = replace(MANUAL, proxy_user="mara")
    typed = replace(INPUT, connection=connection, proxy_password="a/b@c:d")
    found = validate_environment(typed, None, ())
    assert isinstance(found, ValidatedEnvironment)
    assert found.secrets == ConnectionSecrets(proxy_password=Token("a%2Fb%40c%3Ad"))


CERTIFICATE = replace(DEFAULT_CONNECTION, client_certificate="/nowhere/me.p12")
LONG = "w" * 9000
MISTAKES: dict[str, tuple[EnvironmentInput, FormField, str]] = {
    "no name": (replace(INPUT, name=" "), FormField.NAME, "Give the environment a name."),
    "a name twice": (replace(INPUT, name="TAKEN"), FormField.NAME, "an environment of that name"),
    "no AccessKey": (
        replace(INPUT, secret_key=LONG), FormField.ACCESS_KEY, "Enter the AccessKey as well.",
    ),
    "no AccessKey's form": (
        replace(INPUT, connection=replace(DEFAULT_CONNECTION, access_key="a b"), secret_key="s"),
        FormField.ACCESS_KEY, "An AccessKey has letters, digits and signs, no blanks.",
    ),
    "no SecretKey's form": (
        replace(INPUT, connection=replace(DEFAULT_CONNECTION, access_key=ACCESS_KEY),
                secret_key=f"{LONG} {LONG}"),
        FormField.SECRET_KEY, "A SecretKey has letters, digits and signs, no blanks.",
    ),
    "a password of no user": (
        replace(INPUT, connection=MANUAL, proxy_password=LONG),
        FormField.PROXY_USER, "Enter the user that this password belongs to.",
    ),
    "too long a password": (
        replace(INPUT, connection=replace(MANUAL, proxy_user="mara"), proxy_password=LONG),
        FormField.PROXY_PASSWORD, "This cannot be a password.",
    ),
    "a key of no certificate": (
        replace(INPUT, connection=replace(DEFAULT_CONNECTION, client_key="/nowhere/key.pem")),
        FormField.CLIENT_CERTIFICATE, "Choose the certificate's file as well.",
    ),
    "a password of no certificate": (
        replace(INPUT, client_password=LONG),
        FormField.CLIENT_CERTIFICATE, "Choose the certificate's file as well.",
    ),
    "too long a certificate's password": (
        replace(INPUT, connection=CERTIFICATE, client_password=LONG),
        FormField.CLIENT_PASSWORD, "This cannot be a password.",
    ),
    "no certificate": (
        replace(INPUT, connection=CERTIFICATE, client_password="w"),
        FormField.CLIENT_CERTIFICATE, "No certificate with its key could be read",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_told_at_its_field_and_no_secret_is_printed(name):
    """A1."""
    typed, form_field, words = MISTAKES[name]
    found = validate_environment(typed, None, {"taken"})
    assert isinstance(found, ValidationError)
    assert found.form_field is form_field
    assert words in str(found.message)
    assert "ww" not in f"{typed!r} {found!r} {found}"
