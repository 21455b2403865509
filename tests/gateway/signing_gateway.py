"""A gateway on loopback that takes signed calls alone, and checks them as EnOS documents it.

EnOS documentation of the APIM token service: ``encryption`` is the lower-case hexadecimal SHA-256
of AccessKey, timestamp and SecretKey; ``apim-signature`` that of access token, names and values of
the query in their order, the exact body, timestamp and SecretKey. Nothing here is the app's code.
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from tests.gateway.faulty_gateway import FaultyGateway, answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.gateway.faulty_gateway import Wire

TOKEN_SERVICE = "/apim-token-service/v2.0/token/get"
MAX_AGE = 300.0
"""Seconds between a request's timestamp and its arrival."""


@dataclass(frozen=True)
class SignedRequest:
    """A request as it arrived; ``headers`` have names in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


class SigningGateway:
    """Answers by path, for one application; ``refusals`` are sent in place of an answer.

    ``expired`` are the paths at which the access token that was issued first is not taken any more.
    """

    def __init__(self, answers: Mapping[str, object], access_key: str, secret_key: str) -> None:
        self.answers = dict(answers)
        self.access_key, self.secret_key = access_key, secret_key
        self.requests: list[SignedRequest] = []
        self.refusals: dict[str, bytes] = {}
        self.expired: set[str] = set()
        self._issued: list[str] = []
        self.served = FaultyGateway(self._script)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.served.port}"

    def _script(self, wire: Wire) -> None:
        request = _read(wire)
        self.requests.append(request)
        if request.path == TOKEN_SERVICE:
            refusal = self.refusals.get(request.path)
            wire.send(self._issue(request) if refusal is None else refusal)
        else:
            wire.send(self._check(request) or self._reply(request))

    def _issue(self, request: SignedRequest) -> bytes:
        asked = json.loads(request.body)
        if asked["appKey"] != self.access_key:
            return _answer({"status": 1002, "msg": "no such appKey", "business": "apim"})
        stamp = str(asked["timestamp"])
        if asked["encryption"] != _hash(self.access_key, stamp, self.secret_key):
            return _answer({"status": 1003, "msg": "encryption", "business": "apim"})
        count = len(self._issued)
        self._issued.append(f"issued-{count}-" + f"n{4 + count}" * 8)  # none is a part of another
        data = {"accessToken": self._issued[-1], "expire": 7200}
        return _answer({"status": 0, "msg": "SUCCESS", "business": "apim", "data": data})

    def _check(self, request: SignedRequest) -> bytes | None:
        """The refusal of a request that is not signed as documented."""
        access = request.headers.get("apim-accesstoken", "")
        stamp = request.headers.get("apim-timestamp", "")
        is_first = self._issued[:1] == [access]
        if access not in self._issued or (is_first and request.path in self.expired):
            return _answer({"apim_status": 4011, "apim_message": "expired"}, "401 Unauthorized")
        is_recent = stamp.isdecimal() and abs(time.time() - int(stamp) / 1000) < MAX_AGE
        query = "".join(name + value for name, value in sorted(parse_qsl(request.query)))
        signed = access + query + request.body.decode() + stamp + self.secret_key
        if not is_recent or request.headers.get("apim-signature") != _hash(signed):
            return _answer({"apim_status": 4012, "apim_message": "signature"}, "401 Unauthorized")
        return None

    def _reply(self, request: SignedRequest) -> bytes:
        if request.path in self.refusals:
            return self.refusals[request.path]
        return _answer(self.answers[request.path])


def _read(wire: Wire) -> SignedRequest:
    head, _, body = wire.request().partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        body += wire.sock.recv(65536)
    method, target, _ = first.split(" ")
    parts = urlsplit(target)
    return SignedRequest(method, parts.path, parts.query, headers, body)


def _answer(content: object, status: str = "200 OK") -> bytes:
    return answer(json.dumps(content).encode(), status=status)


def _hash(*parts: str) -> str:
    return hashlib.sha256("".join(parts).encode()).hexdigest()
