"""What the tests of the wire share: an authority, scripted gateways, a token, and the timings."""

from contextlib import ExitStack

import pytest

from inspector_app.gateway import address, client
from inspector_app.gateway.connection import Connection, NoProxy
from inspector_app.session.token import Token
from tests.gateway.certificates import Authority, server_context
from tests.gateway.faulty_gateway import FaultyGateway

_BYTES = pytest.StashKey[list[tuple[str, bytes]]]()
_TIMINGS = pytest.StashKey[list[tuple[str, float, float | None, float | None]]]()

TOKEN = "IAM_S_" + "Zq7" * 42 + "Zq"


@pytest.fixture
def token():
    return Token(TOKEN)


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"), "test-root")


@pytest.fixture(scope="session")
def good_tls(authority):
    return server_context(authority.issue())


@pytest.fixture
def serve():
    """Starts scripted gateways, which end with the test."""
    with ExitStack() as running:
        yield lambda script, tls=None: running.enter_context(FaultyGateway(script, tls))


@pytest.fixture
def ask(token, authority):
    """Asks a scripted gateway as the app would, within a second."""

    def ask(gateway, *, scheme="http", host="127.0.0.1", cancellation=None, **chosen):
        where = address.parse(f"{scheme}://{host}:{gateway.port}")
        settings = {"deadline": 1.0, "ca_file": authority.file, "proxy": NoProxy(), **chosen}
        return client.inspect(
            where, token, connection=Connection(**settings), cancellation=cancellation
        )

    return ask


@pytest.fixture
def timing(pytestconfig):
    """Notes how long a stall took to its verdict, and to be cancelled."""
    return pytestconfig.stash.setdefault(_TIMINGS, []).append


@pytest.fixture
def on_the_wire(pytestconfig):
    """Notes the bytes that one environment made of a request."""
    return pytestconfig.stash.setdefault(_BYTES, []).append


def pytest_terminal_summary(terminalreporter, config):
    requests = config.stash.get(_BYTES, [])
    if requests:
        terminalreporter.section("the bytes on the wire, by environment")
    for environment, request in sorted(requests):
        shown = request.replace(TOKEN.encode(), b"<token>")
        terminalreporter.write_line(f"{environment:34} {len(request)} bytes {shown!r}")
    rows = config.stash.get(_TIMINGS, [])
    if rows:
        terminalreporter.section("every stall: time to the verdict, to cancel, to the worker's end")
    for stall, verdict, cancelled, gone in sorted(rows):
        ended = "left to end by itself" if gone is None else f"worker gone {gone * 1000:6.1f} ms"
        terminalreporter.write_line(
            f"{stall:32} deadline 300 ms: {verdict * 1000:6.1f} ms   "
            f"cancel: {cancelled * 1000:6.1f} ms   {ended}"
        )
