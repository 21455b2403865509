"""One call to the keyring at a time, and nobody waits for an answer that a person has to give."""

import threading

import pytest

from inspector_app.vault.errors import VaultError, VaultErrorKind, VaultOperation
from inspector_app.vault.prompts import Prompts
from inspector_app.vault.turn import KeyringTurn

LONG = 60.0
"""Seconds that no test waits."""


def refuse(turn, operation=VaultOperation.FETCH):
    with pytest.raises(VaultError) as refused, turn.take(operation):
        raise AssertionError("it is not free")
    return refused.value


def test_while_one_unlocks_the_others_hear_at_once_that_it_is_locked():
    """K1: a person takes their time."""
    turn = KeyringTurn(Prompts(), LONG)
    with turn.take(VaultOperation.UNLOCK):
        assert turn.is_unlocking
        error = refuse(turn, VaultOperation.STORE)
        assert (error.kind, error.operation) == (VaultErrorKind.LOCKED, VaultOperation.STORE)
    assert not turn.is_unlocking
    with turn.take(VaultOperation.FETCH):
        assert not turn.is_unlocking


def test_while_a_question_is_open_the_others_hear_at_once_that_it_waits():
    """K1."""
    prompts = Prompts()
    turn = KeyringTurn(prompts, LONG)
    with prompts.asking():
        assert refuse(turn).kind is VaultErrorKind.WAITING
    with turn.take(VaultOperation.FETCH), prompts.asking():
        assert refuse(turn).kind is VaultErrorKind.WAITING
    with turn.take(VaultOperation.DELETE):
        pass


def test_a_call_that_takes_too_long_is_not_waited_for():
    """K1."""
    turn = KeyringTurn(Prompts(), 0.01)
    with turn.take(VaultOperation.FETCH):
        error = refuse(turn, VaultOperation.DELETE)
    assert (error.kind, error.operation) == (VaultErrorKind.TIMED_OUT, VaultOperation.DELETE)
    with pytest.raises(KeyError), turn.take(VaultOperation.FETCH):
        raise KeyError
    with turn.take(VaultOperation.FETCH):
        pass


def test_whoever_waits_goes_on_when_the_turn_before_ends():
    turn, taken, order = KeyringTurn(Prompts(), LONG), threading.Event(), []

    def take_second():
        taken.set()
        with turn.take(VaultOperation.FETCH):
            order.append("second")

    with turn.take(VaultOperation.FETCH):
        thread = threading.Thread(target=take_second)
        thread.start()
        assert taken.wait(LONG)
        order.append("first")
    thread.join(LONG)
    assert order == ["first", "second"]
