"""A keyring that asks the person before it gives a token is answered, not turned away."""

import sys

import pytest

from inspector_app.session.token import Token
from inspector_app.settings.environment import create_environment
from inspector_app.vault.backends import open_backend
from inspector_app.vault.vault import StorageKind, Vault
from tests.keepassxc import keepassxc
from tests.terminal.test_inspect_command import keep
from tests.terminal.test_token_input import at_a_terminal, seen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="KeePassXC over D-Bus is Linux's")


@pytest.fixture
def desk(tmp_path, monkeypatch, gateway, token):
    """KeePassXC as it is set up by default, with a token that an earlier run has kept."""
    with keepassxc(confirm=True) as running:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
        environment = create_environment("Wind Test", gateway.origin)
        keep(environment)
        vault = Vault(open_backend("linux"))
        kept = vault.store_token(environment.id, "127.0.0.1", Token(token("valid").decode()))
        assert kept.storage is StorageKind.KEYRING
        yield running


def test_at_a_terminal_the_question_is_announced_and_waited_for(desk, tmp_path):
    """K1."""
    with at_a_terminal(tmp_path, "inspect", "--environment", "Wind Test") as (running, keyboard):
        seen(keyboard, b"Answer the question that it asks, or press Ctrl+C.")
        desk.allow()
        assert b"Session valid" in seen(keyboard)
        assert running.wait(20) == 0


def test_a_question_that_is_declined_says_what_else_helps(desk, tmp_path):
    """K1."""
    with at_a_terminal(tmp_path, "inspect", "--environment", "Wind Test") as (running, keyboard):
        desk.decline()
        assert b"--token-stdin" in seen(keyboard)
        assert running.wait(20) == 2


def test_ctrl_c_takes_the_question_away(desk, tmp_path):
    """K1, N5."""
    with at_a_terminal(tmp_path, "inspect", "--environment", "Wind Test") as (running, _keyboard):
        desk.wait_for_question()
        running.send_signal(2)
        assert running.wait(5) == 130


def test_a_script_is_not_kept_waiting(desk, tmp_path):
    """K1: nobody may be there to answer, so nothing is asked."""
    with at_a_terminal(tmp_path, "inspect", "--environment", "Wind Test", stderr=-1) as (
        running,
        _keyboard,
    ):
        _, errors = running.communicate(timeout=20)
        assert running.returncode == 2
        assert b"--token-stdin" in errors
        assert not desk.is_asking()
