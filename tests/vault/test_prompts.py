"""The keyring's question: whether it is open, whether it is wanted, and who is told of it."""

import contextlib
import threading

import pytest

from inspector_app.session.translatable_text import as_literal
from inspector_app.vault.prompts import Prompts


def test_at_first_nothing_is_open_and_a_call_may_ask():
    prompts = Prompts()
    assert (prompts.is_open, prompts.is_wanted, prompts.has_listener) == (False, True, False)
    assert not prompts.are_unseen
    own = Prompts(as_literal("Own question?"), are_unseen=True)
    assert (str(own.question), own.are_unseen) == ("Own question?", True)
    assert str(prompts.question) != str(own.question)


def test_after_cancelling_no_call_may_ask_until_it_is_allowed():
    """K1."""
    prompts = Prompts()
    prompts.cancel()
    assert not prompts.is_wanted
    prompts.allow()
    assert prompts.is_wanted


def test_who_listens_is_told_when_it_opens_and_when_it_ends_even_by_an_error():
    """K1."""
    prompts = Prompts()
    told: list[tuple[bool, bool]] = []
    prompts.listen(lambda is_open: told.append((is_open, prompts.is_open)))
    assert prompts.has_listener
    with contextlib.suppress(KeyError), prompts.asking():
        assert told == [(True, True)]
        raise KeyError
    assert told == [(True, True), (False, False)]


@pytest.mark.parametrize("change", ["cancel", "ask", "end", "notify"])
def test_who_waits_looks_again_after_every_change(change):
    prompts, looked = Prompts(), threading.Event()
    states: list[tuple[bool, bool]] = []

    def look():
        states.append((prompts.is_open, prompts.is_wanted))
        looked.set()
        return len(states) > 1

    def wait():
        assert prompts.wait(look, 60)

    thread = threading.Thread(target=wait)
    if change == "end":
        with prompts.asking():
            thread.start()
            assert looked.wait(60)
    else:
        thread.start()
        assert looked.wait(60)
    if change == "cancel":
        prompts.cancel()
    elif change == "notify":
        prompts.notify()
    elif change == "ask":
        with prompts.asking():
            thread.join(60)
    thread.join(60)
    expected = {"cancel": (False, False), "ask": (True, True)}.get(change, (False, True))
    assert states == [(change == "end", True), expected]
    assert not prompts.wait(lambda: False, 0)
