"""Stub gateway: an HTTP server on loopback that selects its response by the token."""

from __future__ import annotations

import contextlib
import json
import secrets
import socket
import sys
import threading
import time
from email.utils import formatdate
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import parse_qs

from inspector_app.demo.portal_response import PORTAL_PATHS, build_refusal
from inspector_app.demo.scenarios import list_scenarios
from inspector_app.demo.stub_response import JSON_CONTENT_TYPE, StubResponse
from inspector_app.gateway.application import APIM_PATH
from inspector_app.session.exchange import (
    AUTHORIZATION_HEADER,
    ORGANIZATION_INFO_PATH,
    ORGANIZATION_LIST_PATH,
    SESSION_INFO_PATH,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from inspector_app.demo.scenario import Scenario

_IDLE_TIMEOUT: Final = 10.0
"""Seconds that a connection may stay open without a request."""

_POLL_INTERVAL: Final = 3600.0
"""Seconds after which it looks whether it shall end: a connection of its own wakes it before."""

_MAX_REQUEST_BYTES: Final = 65536
"""Bytes of a request's body that are read: only that about an organization has one."""

_PATHS: Final = frozenset({SESSION_INFO_PATH, ORGANIZATION_INFO_PATH, ORGANIZATION_LIST_PATH})

_MINUTE: Final = 60
_NO_ROUTE: Final = StubResponse(404, "text/plain; charset=utf-8", b"no Route matched\n")


class DemoGateway:
    """Serves the scenarios on 127.0.0.1 from ``start`` to ``stop``, on threads of its own.

    ``port`` 0 binds any free port.
    """

    def __init__(self, clock: Callable[[], float] = time.time, port: int = 0) -> None:
        self.scenarios: tuple[Scenario, ...] = list_scenarios()
        self._clock = clock
        self._port = port
        self._server: _DemoServer | None = None
        self._server_thread: threading.Thread | None = None

    def start(self) -> None:
        """Start listening; does nothing if already started.

        Raises:
            OSError: if this computer has no loopback address, or the port is not free.
        """
        if self._server is not None:
            return
        by_token = {one.token: one for one in self.scenarios}
        self._server = _DemoServer(by_token, self._clock, self._port)
        self._server_thread = threading.Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": _POLL_INTERVAL},
            name="demo gateway",
            daemon=True,
        )
        self._server_thread.start()

    def stop(self) -> None:
        """Abort pending responses, close the port and join every thread."""
        server, serving = self._server, self._server_thread
        if server is None or serving is None:
            return
        self._server = self._server_thread = None
        server.end_serving()
        serving.join()
        server.close_connections()
        server.server_close()

    @property
    def origin(self) -> str:
        """The origin it listens at: ``http://127.0.0.1:PORT``.

        Raises:
            RuntimeError: if it was not started.
        """
        if self._server is None:
            raise RuntimeError("the demo gateway was not started")
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()


class _DemoServer(ThreadingTCPServer):
    """TCP server that keeps track of its handler threads, so that all of them can be joined.

    Not an ``HTTPServer``, which asks the resolver for its own host name before it listens.
    """

    request_queue_size = 32
    allow_reuse_address = sys.platform != "win32"  # there it would share the port with others

    def __init__(
        self, scenarios: Mapping[str, Scenario], clock: Callable[[], float], port: int
    ) -> None:
        super().__init__(("127.0.0.1", port), _RequestHandler)
        self.scenarios = scenarios
        self.clock = clock
        self.stop_event = threading.Event()
        self._connections: dict[threading.Thread, socket.socket] = {}

    def end_serving(self) -> None:
        """Have ``serve_forever`` return, which waits for a connection: this gives it one."""
        ending = threading.Thread(target=self.shutdown, name="demo gateway end", daemon=True)
        ending.start()
        while ending.is_alive():  # a connection may come before it knows that it shall end
            with contextlib.suppress(OSError):
                address = ("127.0.0.1", self.server_address[1])
                socket.create_connection(address, timeout=1).close()
            ending.join(0.01)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - base class
        thread = threading.Thread(
            target=self.process_request_thread,
            args=(request, client_address),
            name="demo gateway answer",
            daemon=True,
        )
        alive = {one: link for one, link in self._connections.items() if one.is_alive()}
        self._connections = alive | {thread: request}
        thread.start()

    def close_connections(self) -> None:
        """Close every connection and join its thread; only after ``shutdown``."""
        self.stop_event.set()
        for connection in self._connections.values():
            with contextlib.suppress(OSError):  # it ended by itself
                connection.shutdown(socket.SHUT_RDWR)
                if sys.platform == "win32":  # where only a close wakes a thread that reads
                    socket.close(connection.detach())
        for thread in self._connections:
            thread.join()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - base class
        """Ignore clients that disconnect; the base class would print the error."""


def _build_access_token() -> StubResponse:
    """What the token service issues, to every application alike: nothing is behind it."""
    content = {
        "status": 0,
        "msg": "SUCCESS",
        "business": "apim-token-service",
        "data": {"accessToken": secrets.token_urlsafe(24), "expire": 7200},
    }
    return StubResponse(200, JSON_CONTENT_TYPE, json.dumps(content).encode())


def _parse_organization_id(body: bytes) -> str:
    try:
        asked = json.loads(body)
    except ValueError:
        return ""
    return str(asked.get("id", "")) if isinstance(asked, dict) else ""


def _get_phrase(status: int) -> str:
    """What HTTP calls a status; nothing for one of the vendor's own, such as 498."""
    return HTTPStatus(status).phrase if status in {one.value for one in HTTPStatus} else ""


class _RequestHandler(BaseHTTPRequestHandler):
    """Handles one connection: one request, one response."""

    protocol_version = "HTTP/1.1"
    server_version = "demo"
    sys_version = ""
    timeout = _IDLE_TIMEOUT
    server: _DemoServer
    _clock_offset = 0.0

    def do_POST(self) -> None:
        """Answer the calls for a session, those about its organizations, and for an application."""
        body = self._read_body()
        if self.path == APIM_PATH:
            self._write_response(_build_access_token())
        elif self.path not in _PATHS:
            self._write_response(_NO_ROUTE)
        else:
            self._send_in_time(self._build_response(self._parse_token(), body))

    def do_GET(self) -> None:
        """Answer the portal's calls; reject every other with 405."""
        path, _, query = self.path.partition("?")
        if path not in PORTAL_PATHS:
            self._reject()
            return
        self._read_body()
        scenario = self.server.scenarios.get(self._parse_token())
        now = self.server.clock() // _MINUTE * _MINUTE
        if scenario is None or not scenario.is_of_portal:
            self._write_response(build_refusal(now))
            return
        key = parse_qs(query).get("accessKey", [""])[0]
        self._send_in_time(scenario.build_portal_response(path, key, now) or _NO_ROUTE)

    def _reject(self) -> None:
        self._read_body()
        self._write_response(StubResponse(405, "text/plain; charset=utf-8", b"POST only\n"))

    do_HEAD = _reject  # noqa: N815 - named by the base class
    do_PUT = _reject  # noqa: N815 - named by the base class
    do_PATCH = _reject  # noqa: N815 - named by the base class
    do_DELETE = _reject  # noqa: N815 - named by the base class
    do_OPTIONS = _reject  # noqa: N815 - named by the base class

    def _send_in_time(self, answer: StubResponse) -> None:
        if not self.server.stop_event.wait(answer.delay_seconds):
            self._write_response(answer)

    def _parse_token(self) -> str:
        authorization = self.headers.get(AUTHORIZATION_HEADER, "").strip()
        scheme, _, token = authorization.partition(" ")
        return token.strip() if scheme.lower() == "bearer" and token else authorization

    def _build_response(self, token: str, body: bytes) -> StubResponse:
        scenario = self.server.scenarios.get(token)
        if scenario is not None and not scenario.is_of_portal:
            # Rounded to the minute: a repeated call gets the same session, as from a real gateway.
            now = self.server.clock() // _MINUTE * _MINUTE
            if self.path == SESSION_INFO_PATH:
                return scenario.build_response(now)
            is_list = self.path == ORGANIZATION_LIST_PATH
            return scenario.build_companion_response(
                None if is_list else _parse_organization_id(body), now
            )
        refusal = {
            "fail": True,
            "session": None,
            "success": False,
            "requestId": None,
            "failed": True,
            "message": "The provided bearer token is not valid",
            "status": 30401,
            "successful": False,
        }
        return StubResponse(200, JSON_CONTENT_TYPE, json.dumps(refusal).encode())

    def _read_body(self) -> bytes:
        """Read the request's body: closing with unread data would reset it amid the response."""
        length = self.headers.get("Content-Length", "0")
        return self.rfile.read(min(int(length), _MAX_REQUEST_BYTES)) if length.isdecimal() else b""

    def _write_response(self, response: StubResponse) -> None:
        self._clock_offset = response.clock_offset
        self.send_response(response.status, _get_phrase(response.status))
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body)))
        self.send_header("Connection", "close")
        for name, value in response.headers:
            self.send_header(name, value)
        if response.status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "POST")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The ``Date`` header, by the gateway's clock."""
        now = self.server.clock() + self._clock_offset
        return formatdate(now if timestamp is None else timestamp, usegmt=True)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - base class
        """Log nothing: the base class would print each request."""
