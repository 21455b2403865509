"""A token that is typed into a field which is saved or looked up is refused before either."""

from dataclasses import replace

import pytest

from inspector_app.desktop.environments.environment_validation import (
    EnvironmentInput,
    FormField,
    ValidatedEnvironment,
    ValidationError,
    validate_environment,
)
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
