"""Of the Secret Service's messages only the question to the person is held back, and taken away."""

from collections import deque
from typing import Any

import pytest

from inspector_app.vault.prompts import PromptDeclinedError, Prompts

jeepney: Any = pytest.importorskip("jeepney", reason="a library for Linux alone")
pytest.importorskip("secretstorage", reason="a library for Linux alone")

from secretstorage.defines import SS_PREFIX  # noqa: E402

from inspector_app.vault.prompting_connection import PromptingConnection  # noqa: E402

FIELDS = jeepney.HeaderFields


class Bus:
    """A bus on which nobody answers."""

    sock = None

    def __init__(self):
        self.sent: list[Any] = []

    def send(self, message):
        self.sent.append(message)

    def send_and_get_reply(self, message, *, timeout=None):
        self.sent.append((message, timeout))

    def recv_until_filtered(self, _signals, *, timeout):
        raise TimeoutError(timeout)

    def close(self):
        self.sent.append("closed")


def call(interface, path="/prompt/7"):
    address = jeepney.DBusAddress(path, "org.freedesktop.secrets", f"{SS_PREFIX}{interface}")
    return jeepney.new_method_call(address, "Prompt")


def test_once_cancelled_no_question_is_asked_and_all_else_is():
    """K5."""
    bus, prompts = Bus(), Prompts()
    connection = PromptingConnection(bus, prompts)
    prompt, other = call("Prompt"), call("Item")
    connection.send_and_get_reply(prompt, timeout=3.0)
    connection.send_and_get_reply(other)
    assert bus.sent == [(prompt, 3.0), (other, None)]
    prompts.cancel()
    with pytest.raises(PromptDeclinedError):
        connection.send_and_get_reply(prompt)
    connection.send_and_get_reply(other)
    assert bus.sent == [(prompt, 3.0), (other, None), (other, None)]


def test_the_question_that_was_asked_is_the_one_that_is_taken_away():
    bus = Bus()
    connection = PromptingConnection(bus, Prompts())
    connection.send_and_get_reply(call("Prompt", "/prompt/8"))
    connection.send_and_get_reply(call("Item", "/item/9"))
    connection._dismiss(deque())
    _, _, dismissed, closed = bus.sent
    assert dismissed.header.fields[FIELDS.path] == "/prompt/8"
    assert dismissed.header.fields[FIELDS.member] == "Dismiss"
    assert closed == "closed"
