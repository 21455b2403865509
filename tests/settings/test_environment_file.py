"""A file of environments takes no secret along, and nothing in it is trusted that should not be."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.settings import machine_environments
from inspector_app.settings.environment import (
    CompanionMode,
    ConnectionSettings,
    Environment,
    ProxyMode,
    create_environment,
)
from inspector_app.settings.environment_file import (
    EnvironmentFileError,
    parse_environments,
    render_environments,
    select_new,
)
from inspector_app.settings.environment_tier import EnvironmentTier

OF_A_PERSON = ConnectionSettings(
    ca_file="/home/mara/private.pem",
    proxy=ProxyMode.MANUAL,
    proxy_address="http://proxy.example.com:3128",
    proxy_user="mara",
    authorization=AuthorizationScheme.BARE,
    accepted=AuthorizationScheme.BARE,
    access_key="a1b2",
    client_certificate="/home/mara/me.p12",
    client_key="/home/mara/me.key",
    unknown='{"later_secret": "hunter2"}',
)
FULL = Environment(
    "id-of-mara",
    "Production",
    "https://apim.example.com",
    OF_A_PERSON,
    EnvironmentTier.STAGING,
    must_confirm=True,
    companion_mode=CompanionMode.ALWAYS,
    unknown='{"later": "hunter2"}',
)


def test_what_is_of_a_person_a_computer_or_unknown_stays_here():
    """A7, E1"""
    text = render_environments([FULL]).decode()
    for part in ("mara", "hunter2", "later", ".pem", ".p12", ".key", "id-of"):
        assert part not in text, part


def test_what_is_of_the_environment_arrives():
    parsed = parse_environments(render_environments([FULL]))
    connection = ConnectionSettings(
        proxy=ProxyMode.MANUAL,
        proxy_address="http://proxy.example.com:3128",
        authorization=AuthorizationScheme.BARE,
        access_key="a1b2",
    )
    assert parsed[0].id not in {"", FULL.id}
    assert parsed == (replace(FULL, id=parsed[0].id, connection=connection, unknown="{}"),)


def test_its_last_line_ends_as_those_of_a_text_file_do():
    written = render_environments([FULL]).decode()
    assert written.endswith("\n}\n")
    assert json.loads(written)["environments"]


def test_an_administrator_can_use_it_as_it_is(tmp_path):
    file = tmp_path / "environments.json"
    file.write_bytes(
        render_environments([FULL, create_environment("生产", "https://b.example.com")])
    )
    file.chmod(0o644)
    machine, notice = machine_environments.load([file], frozenset({0, file.stat().st_uid}))
    if notice is None:  # else the folder of this test is one that nobody may trust
        assert [one.name for one in machine] == ["Production", "生产"]


def test_a_file_cannot_bring_certificates_or_a_user_along():
    written = json.loads(render_environments([FULL]))
    written["environments"][0]["connection"] |= {
        "ca_file": "/tmp/evil.pem",
        "client_certificate": "/tmp/evil.p12",
        "proxy_user": "eve",
    }
    parsed = parse_environments(json.dumps(written).encode())[0].connection
    assert (parsed.ca_file, parsed.client_certificate, parsed.proxy_user) == ("", "", "")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"version": 2, "environments": []}',
        b'{"version": true, "environments": []}',
        b'{"version": 1}',
        b'{"version": 1, "environments": {}}',
        b'{"version": 1, "environments": [1]}',
        b'{"version": 1, "environments": [{"name": "a"}]}',
        b'{"version": 1, "environments": [{"name": " ", "address": "a"}]}',
        b'{"version": 1, "environments": [{"name": "%b", "address": "a"}]}' % (b"n" * 101),
        b'{"version": 1, "environments": ' + b"[" * 100_000,
        b'{"version": 1, "x": ' + b"9" * 5000 + b"}",
        b" " * 5_000_000,
    ],
)
def test_what_is_no_such_file_is_refused_in_words(data):
    """R6, J1"""
    with pytest.raises(EnvironmentFileError) as refused:
        parse_environments(data)
    assert str(refused.value.message)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_anything_is_read_or_refused(data):
    try:
        parse_environments(data)
    except EnvironmentFileError:
        return


def test_what_is_there_already_stays_as_it_is_and_a_name_that_is_taken_gets_a_number():
    here = (FULL, create_environment("Staging", "https://s.example.com"))
    file = (
        create_environment("PRODUCTION", "https://apim.example.com"),
        create_environment("staging", "https://other.example.com"),
        create_environment("Staging", "https://third.example.com"),
        create_environment("Test", "https://t.example.com"),
        create_environment("Test", "https://t.example.com"),
    )
    assert [one.name for one in select_new(file, here)] == ["staging (2)", "Staging (3)", "Test"]
