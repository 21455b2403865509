"""What the tests of the wire share: an authority, scripted gateways, a token, and the timings."""

from contextlib import ExitStack
from functools import partial

import pytest

from inspector_app.gateway import address, client
from inspector_app.gateway.connection import ConnectionOptions, NoProxy
from inspector_app.session.token import Token
from tests.gateway.certificates import Authority, server_context
from tests.gateway.faulty_gateway import FaultyGateway

_BYTES = "bytes on the wire"
_STALL = "stall"

TOKEN = "IAM_S_" + "Zq7" * 42 + "Zq"


@pytest.fixture(scope="session")
def no_authorities(tmp_path_factory):
    """A file and a folder in which there are none."""
    folder = tmp_path_factory.mktemp("store")
    file = folder / "none.pem"
    file.touch()
    return {"SSL_CERT_FILE": str(file), "SSL_CERT_DIR": str(folder)}


@pytest.fixture(autouse=True)
def nobody_else_is_trusted(monkeypatch, no_authorities):
    """On Linux the machine's own authorities, a company's among them, have no part in any test.

    To read them takes longer than most inspections.
    """
    for name, place in no_authorities.items():
        monkeypatch.setenv(name, place)


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
    """Asks a scripted gateway as the app would; where it has to wait, the test says how long."""

    def ask(gateway, *, scheme="http", host="127.0.0.1", cancellation=None, **chosen):
        where = address.parse_address(f"{scheme}://{host}:{gateway.port}")
        settings = {"deadline": 10.0, "ca_file": authority.file, "proxy": NoProxy(), **chosen}
        return client.fetch_session_info(
            where, token, connection=ConnectionOptions(**settings), cancellation=cancellation
        )

    return ask


@pytest.fixture
def note_stall(record_property):
    """Notes how long a stall took to its verdict, to be cancelled, and to the worker's end."""
    return partial(record_property, _STALL)


@pytest.fixture
def on_the_wire(record_property):
    """Notes the bytes that one environment made of a request."""

    def note(environment, request):
        shown = repr(request.replace(TOKEN.encode(), b"<token>"))
        record_property(_BYTES, (environment, len(request), shown))

    return note


def pytest_terminal_summary(terminalreporter):
    requests = noted(terminalreporter, _BYTES)
    if requests:
        terminalreporter.section("the bytes on the wire, by environment")
    for environment, length, shown in requests:
        terminalreporter.write_line(f"{environment:34} {length} bytes {shown}")
    rows = noted(terminalreporter, _STALL)
    if rows:
        terminalreporter.section("every stall: time to the verdict, to cancel, to the worker's end")
    for stall, verdict, cancelled, gone in rows:
        ended = "left to end by itself" if gone is None else f"worker gone {gone * 1000:6.1f} ms"
        terminalreporter.write_line(
            f"{stall:32} deadline 300 ms: {verdict * 1000:6.1f} ms   "
            f"cancel: {cancelled * 1000:6.1f} ms   {ended}"
        )


def noted(terminalreporter, what):
    """What the tests that passed have noted, in whichever process they ran."""
    reports = terminalreporter.getreports("passed")
    return sorted(
        value for report in reports for name, value in report.user_properties if name == what
    )
