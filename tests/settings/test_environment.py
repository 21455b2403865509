"""How an environment is written into the settings and read again, from whichever release."""

import json
from dataclasses import replace

import pytest

from inspector_app.session.exchange import AuthorizationScheme
from inspector_app.settings import environment, settings_file
from inspector_app.settings.environment import (
    DEFAULT_CONNECTION,
    ConnectionSettings,
    Environment,
    ProxyMode,
    create_environment,
)

CHOSEN = ConnectionSettings(
    ca_file="/etc/corporate.pem",
    proxy=ProxyMode.MANUAL,
    proxy_address="http://proxy.example.com:3128",
    proxy_user="mara",
    authorization=AuthorizationScheme.BEARER,
    accepted=AuthorizationScheme.BARE,
    access_key="a1b2",
)
OLD = {"id": "a1", "name": "Production", "address": "apim.example.com"}


@pytest.mark.parametrize("connection", [DEFAULT_CONNECTION, CHOSEN])
def test_what_is_written_is_read_again(connection):
    made = create_environment("Production", "apim.example.com", connection)
    assert environment.from_json(json.loads(json.dumps(environment.to_json(made)))) == made


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
    assert loaded == settings_file.Settings()
    assert notice is not None
    assert [one.read_text() for one in tmp_path.iterdir()] == [content]


def test_a_new_environment_has_an_id_of_its_own():
    assert create_environment("a", "b").id != create_environment("a", "b").id
