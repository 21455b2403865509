"""How an environment is written into the settings and read again, from whichever release."""

import json
from dataclasses import replace

import pytest

from inspector_app.gateway.address import AddressError, parse_address
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.settings import environment, settings_file, user_settings
from inspector_app.settings.environment import (
    DEFAULT_CONNECTION,
    CompanionMode,
    ConnectionSettings,
    Environment,
    ProxyMode,
    create_environment,
    mask_credentials,
)
from inspector_app.settings.environment_tier import EnvironmentTier

CHOSEN = ConnectionSettings(
    ca_file="/etc/corporate.pem",
    proxy=ProxyMode.MANUAL,
    proxy_address="http://proxy.example.com:3128",
    proxy_user="mara",
    authorization=AuthorizationScheme.BEARER,
    accepted=AuthorizationScheme.BARE,
    access_key="a1b2",
    client_certificate="/home/mara/me.pem",
    client_key="/home/mara/me.key",
)
OLD = {"id": "a1", "name": "Production", "address": "apim.example.com"}


@pytest.mark.parametrize("connection", [DEFAULT_CONNECTION, CHOSEN])
def test_what_is_written_is_read_again(connection):
    made = create_environment("Production", "apim.example.com", connection)
    assert environment.from_json(json.loads(json.dumps(environment.to_json(made)))) == made


def test_what_the_user_chose_for_it_is_read_again():
    made = replace(
        create_environment("Customer A", "apim.example.com"),
        chosen_tier=EnvironmentTier.PRODUCTION,
        must_confirm=True,
        companion_mode=CompanionMode.ALWAYS,
    )
    assert environment.from_json(json.loads(json.dumps(environment.to_json(made)))) == made


def test_it_is_for_what_was_chosen_and_else_for_what_its_name_says():
    made = create_environment("Production", "apim.example.com")
    assert made.tier is EnvironmentTier.PRODUCTION
    assert replace(made, chosen_tier=EnvironmentTier.TEST).tier is EnvironmentTier.TEST


@pytest.mark.parametrize("value", ["canary", 7, None, [], {"a": 1}])
@pytest.mark.parametrize("name", ["tier", "more_about_user"])
def test_a_choice_of_a_later_release_stays_until_another_is_made(name, value):
    """R6"""
    read = environment.from_json({**OLD, name: value})
    assert (read.chosen_tier, read.companion_mode) == (None, CompanionMode.ON_DEMAND)
    assert json.loads(json.dumps(environment.to_json(read)))[name] == value
    chosen = replace(read, chosen_tier=EnvironmentTier.OTHER, companion_mode=CompanionMode.ALWAYS)
    assert environment.to_json(chosen)[name] in {"other", "always"}


def test_a_file_of_the_first_release_has_the_standard_connection():
    assert environment.from_json(OLD) == Environment("a1", "Production", "apim.example.com")


def test_members_of_a_later_release_survive_in_both_places():
    later = {**OLD, "colour": "red", "connection": {"ca_file": "x.pem", "port_knocking": [1]}}
    read = environment.from_json(later)
    assert read.connection.ca_file == "x.pem"
    changed = replace(read, connection=replace(read.connection, ca_file="y.pem"))
    again = json.loads(json.dumps(environment.to_json(changed)))
    assert again["colour"] == "red"
    assert again["connection"]["port_knocking"] == [1]
    assert again["connection"]["ca_file"] == "y.pem"


@pytest.mark.parametrize(
    "connection",
    [
        [],
        None,
        {"proxy": "pink"},
        {"proxy": None},
        {"authorization": "Basic"},
        {"authorization": 1},
        {"accepted": []},
        {"ca_file": 7},
        {"access_key": None},
    ],
)
def test_a_connection_that_cannot_be_understood_is_refused_and_the_file_kept_aside(
    connection, tmp_path
):
    """R6."""
    with pytest.raises((ValueError, TypeError)):
        environment.from_json({**OLD, "connection": connection})
    file = tmp_path / "settings.json"
    content = json.dumps({"version": 1, "environments": [{**OLD, "connection": connection}]})
    file.write_text(content)
    loaded, notice = settings_file.load(file)
    assert loaded == user_settings.Settings()
    assert notice is not None
    assert [one.read_text() for one in tmp_path.iterdir()] == [content]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("IAM_S_" + "Kq7w" * 8, "IAM_S_••••••••••••"),
        ("of Mara " + "a8f3c2e1" * 4, "of Mara ••••••••••••"),
        ("iam_s_" + "kq7wz2m5" * 4 + " (old)", "•••••••••••• (old)"),
        ("eyJ" + ".".join(["Kq7w" * 40] * 3), "eyJ••••••••••••"),
    ],
)
def test_a_token_as_a_name_in_a_file_edited_by_hand_is_masked(tmp_path, name, shown):
    """A7: where it would be in the title, and be written again."""
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"version": 1, "environments": [{**OLD, "name": name}]}))
    settings, notice = settings_file.load(file)
    assert notice is None
    assert [one.name for one in settings.environments] == [shown]
    saved = settings_file.update(file, settings, replace(settings, zone="UTC"))
    assert saved.environments == settings.environments
    assert name not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "https://IAM_S_" + "Kq7w" * 8 + ".example.com",
        "https://apim.example.com/" + "IAM_S_" + "Kq7w" * 8,
        "https://apim.example.com/?token=" + "Kq7w" * 8,
        "https://mara:" + "Kq7w" * 8 + "@apim.example.com",
    ],
)
def test_a_token_in_an_address_in_a_file_edited_by_hand_is_masked_and_goes_nowhere(address):
    """A7, N3."""
    proxy = {"proxy_address": address, "proxy_user": address}
    made = mask_credentials(environment.from_json({**OLD, "address": address, "connection": proxy}))
    texts = (made.address, made.connection.proxy_address, made.connection.proxy_user)
    assert not [text for text in texts if "Kq7w" in text]
    with pytest.raises(AddressError):
        parse_address(made.address)


@pytest.mark.parametrize(
    "address",
    [
        "apim.example.com",
        "https://internal-a8f3c2e19b7d4f60a8f3c2e19b7d4f60-1234.elb.example.com:8443",
        "http://mara@proxy.example.com:3128",
        "https://网关.example.com",
    ],
)
def test_the_address_of_an_environment_stays_as_it_is(address):
    made = environment.from_json({**OLD, "address": address})
    assert mask_credentials(made) == made


@pytest.mark.parametrize(
    "name", ["Production", "Donaudampfschifffahrtsgesellschaft Wien", "会话 " * 30, "x" * 100]
)
def test_the_name_of_an_environment_stays_as_it_is(name):
    made = environment.from_json({**OLD, "name": name})
    assert mask_credentials(made) == made


def test_a_new_environment_has_an_id_of_its_own():
    assert create_environment("a", "b").id != create_environment("a", "b").id
