"""``demo-gateway``: another program can try the console twin on it, with what it printed."""

import signal

import pytest

from inspector_app.demo.scenarios import list_scenarios
from tests.gateway.faulty_gateway import unused_port
from tests.terminal.console import enos, started


@pytest.fixture
def served(tmp_path):
    """The lines that a gateway in the foreground printed, and its process."""
    port = unused_port()
    with started(tmp_path, "demo-gateway", "--port", port) as running:
        lines = [running.stdout.readline().decode() for _ in range(1 + len(list_scenarios()))]
        yield port, [line.split(maxsplit=2) for line in lines], running
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=10)


def test_the_port_is_the_one_that_was_asked_for_and_every_token_works(served):
    port, (first, *scenarios), _ = served
    assert first == ["gateway", f"http://127.0.0.1:{port}"]
    assert [line[0] for line in scenarios] == [one.id for one in list_scenarios()]
    tokens = {line[0]: line[1].encode() for line in scenarios}
    for scenario, code in (("valid", 0), ("account_disabled", 1), ("rate_limited", 3)):
        where = ["inspect", "--gateway", first[1], "--token-stdin"]
        assert enos(*where, given=tokens[scenario]).code == code


def test_the_port_can_be_used_again_at_once(served, tmp_path):
    port, _, running = served
    enos(
        "inspect", "--gateway", f"http://127.0.0.1:{port}", "--token-stdin", given=b"somebodysToken"
    )
    running.send_signal(signal.SIGINT)
    running.wait(10)
    with started(tmp_path, "demo-gateway", "--port", port) as again:
        assert again.stdout.readline().split()[1] == f"http://127.0.0.1:{port}".encode()
        again.send_signal(signal.SIGINT)


def test_a_port_that_is_taken_is_told_of(served):
    port, _, _ = served
    ended = enos("demo-gateway", "--port", port)
    assert ended.code == 2
    assert str(port) in ended.err
