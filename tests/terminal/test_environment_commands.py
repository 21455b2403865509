"""``environments``: what was set up in the window, for people and for programs."""

import pytest
from rich.cells import cell_len

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.token import Token
from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.environment import (
    ConnectionSettings,
    Environment,
    ProxyMode,
    create_environment,
)
from inspector_app.system.paths import get_directories
from inspector_app.vault.backends import open_backend
from inspector_app.vault.vault import Vault
from tests.secret_service import secret_service
from tests.terminal.console import Terminal, enos

TOKEN = "IAM_S_" + "kJ7q" * 8
NORTH = create_environment("风电场 North", "https://north.example.com")
PROXIED = create_environment(
    "Test",
    "test.example.com",
    ConnectionSettings(
        ca_file="/etc/ours.pem",
        proxy=ProxyMode.MANUAL,
        proxy_address="http://proxy.example.com:3128",
        access_key="0a1b-2c3d",
    ),
)


@pytest.fixture(autouse=True)
def kept():
    made = user_settings.Settings((NORTH, PROXIED), current_id=PROXIED.id)
    settings_file.save(get_directories().settings_file, made)


def test_the_list_is_made_for_programs_when_it_goes_to_one():
    ended = enos("environments", "list")
    assert ended.code == 0
    assert ended.out.decode().splitlines() == [
        "风电场 North\thttps://north.example.com\t",
        "Test\ttest.example.com\tcurrent",
    ]


def test_the_list_is_made_for_people_on_a_terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    first, second = enos("environments", "list", to_kind=Terminal).out.decode().splitlines()
    directories = [cell_len(line[: line.index(".example")]) for line in (first, second)]
    assert directories[0] - len("https://north") == directories[1] - len("test")


def test_where_nothing_is_set_up_the_list_is_empty():
    settings_file.save(get_directories().settings_file, user_settings.Settings())
    assert enos("environments", "list").out == b""


def test_one_is_shown_with_its_connection_and_without_its_secrets():
    told = enos("environments", "show", "test").out.decode()
    for words in ("test.example.com", "/etc/ours.pem", "proxy.example.com", "AccessKey"):
        assert words in told
    assert "0a1b" not in told


def test_where_the_token_is_kept_is_said_but_not_the_token():
    with secret_service():
        before = enos("environments", "show", "Test").out
        Vault(open_backend()).store_token(PROXIED.id, "test.example.com", Token(TOKEN))
        after = enos("environments", "show", "Test").out
    assert b"none is kept" in before
    assert b"kept in Secret Service" in after
    assert TOKEN.encode() not in after


def test_a_locked_keyring_is_told_of():
    with secret_service() as service:
        Vault(open_backend()).store_token(PROXIED.id, "test.example.com", Token(TOKEN))
        service.lock()
        assert b"locked" in enos("environments", "show", "Test").out


def test_a_name_cannot_steer_the_terminal(monkeypatch):
    """J2."""
    hostile = create_environment("a\x1b[2Jb", "https://x.example.com")
    settings_file.save(get_directories().settings_file, user_settings.Settings((hostile,)))
    for kind in ({}, {"to_kind": Terminal}):
        assert b"\x1b[2J" not in enos("environments", "list", **kind).out


@pytest.mark.parametrize(
    ("connection", "told"),
    [
        ({}, {"Authorization": "automatic", "Proxy": "as the system says"}),
        ({"proxy": ProxyMode.NONE}, {"Proxy": "none"}),
        (
            {"proxy": ProxyMode.MANUAL, "proxy_address": "http://proxy.example.com:3128"},
            {"Proxy": "http://proxy.example.com:3128"},
        ),
        (
            {"authorization": AuthorizationScheme.BEARER, "ca_file": "/ca.pem"},
            {"Authorization": "as a bearer token", "Trusted": "/ca.pem"},
        ),
        ({"authorization": AuthorizationScheme.BARE}, {"Authorization": "as the bare token"}),
        ({"access_key": "key"}, {"Application": "calls are signed with its AccessKey"}),
    ],
)
def test_each_setting_of_a_connection_is_told(connection, told):
    one = Environment("e9", "Nine", "https://nine.example.com", ConnectionSettings(**connection))
    settings_file.save(get_directories().settings_file, user_settings.Settings((one,)))
    lines = enos("environments", "show", "nine").out.decode().splitlines()
    facts = dict(line.split(":\t") for line in lines)
    usual = {
        "Name": "Nine",
        "Address": "https://nine.example.com",
        "Authorization": "automatic",
        "Trusted": "what the operating system trusts",
        "Proxy": "as the system says",
    }
    assert {name: value for name, value in facts.items() if name != "Token"} == usual | told
    assert list(facts)[:5] == list(usual)
    assert list(facts)[-1] == "Token"
