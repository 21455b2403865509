"""Credentials that nobody else has, a gateway that repeats them, and finding them again."""

import base64
import json
import random
import string
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tests.gateway.faulty_gateway import answer


def random_secret(prefix, signs="-_.~+/", padding="="):
    """One with every sign that a token may have (RFC 6750): ``=`` stands at its end alone.

    Before letters it could be an escape of mail, ``=C0``, and the app would not take the token.
    """
    letters = string.ascii_letters + string.digits
    first, last = ("".join(random.choices(letters, k=20)) for _ in range(2))
    return f"{prefix}{first}{signs}{last}{padding}"


def spellings(secret):
    """Every way in which a program could write it, as bytes."""
    raw = secret.encode()
    found = {
        raw,
        quote(secret, safe="").encode(),
        quote(secret).encode(),
        raw.hex().encode(),
        raw.hex().upper().encode(),
        json.dumps(secret)[1:-1].encode(),
        secret.replace("/", "\\/").encode(),
        secret.encode("utf-16-le"),
        secret.encode("utf-16-be"),
    }
    for shift in range(3):  # base64 of a text that has it at any place
        encoded = base64.b64encode(b"x" * shift + raw)
        found.add(encoded[4:-4])
        found.add(base64.urlsafe_b64encode(b"x" * shift + raw)[4:-4])
    return found


def hits(data, secrets):
    return [one for secret in secrets for one in spellings(secret) if one in data]


@dataclass
class Secrets:
    """What nobody may find: of the user's session, the portal, an application, and a proxy."""

    token: str
    session_id: str
    secret_key: str
    proxy_password: str
    portal_token: str
    access_token: str

    def welcome(self, wire):
        """Answer with a session, and repeat what was sent wherever that can stand."""
        request = wire.request()
        if b"apim-token-service" in request:
            data = {"accessToken": self.access_token, "expire": 7200}
            body: dict[str, Any] = {"status": 0, "data": data}
        elif b"/app-portal-service/" in request:
            body = self._answer_of_portal(request)
        else:
            sent = self.access_token if b"apim-accesstoken" in request else ""
            user = {"id": "u1", "name": "mara", "email": "mara@example.com"}
            user[self.token] = self.session_id
            times = {"createTime": 1_700_000_000, "expires": 7200}
            session = {"id": self.session_id, "user": user, "note": f"{self.token} {sent}", **times}
            body = {"status": 0, "success": True, "message": self.session_id, "session": session}
        wire.send(answer(json.dumps(body).encode(), "Content-Type: application/json"))

    def _answer_of_portal(self, request):
        """What the portal says, with the token wherever a text can stand."""
        said = f"{self.portal_token} {self.session_id}"
        if b"/app/resource/" in request:
            menu = {"id": said, "name": said, "url": f"/x?accessToken={self.portal_token}"}
            data: dict[str, Any] = {"menus": [{**menu, "children": [menu]}], "permissions": [menu]}
        elif b"/app/list" in request:
            app = {"identifier": "canary-1", "name": "Canary", "url": said, "status": True}
            data = {"apps": [app, {**app, "identifier": said, "displayName": said}]}
        elif b"/session/" in request:
            data = {"userId": "u1", "userName": said, "currentOrgId": "o1", "currentOrgName": said}
        else:
            data = {"id": "u1", "name": said, "email": said, "organizations": [{"id": said}]}
        return {"code": 0, "message": "OK", "data": {**data, self.portal_token: said}}

    def refuse(self, wire):
        """Say that the token is not valid, and which."""
        wire.request()
        body = {"status": 30401, "success": False, "message": f"no {self.token}", "session": None}
        wire.send(answer(json.dumps(body).encode(), "Content-Type: application/json"))

    def break_down(self, wire):
        """Answer with a page that is none of the gateway's."""
        wire.request()
        page = f"<html>{self.token} {self.session_id}</html>"
        wire.send(answer(page.encode(), f"Location: {self.token}"))


def random_secrets():
    """What one walk goes through the app with."""
    return Secrets(
        random_secret("opaque-"),
        random_secret("IAM_S_", "", ""),
        random_secret("key-"),
        random_secret("password-", "-_.~+"),
        random_secret("APP_PORTAL_S_", "", ""),
        random_secret("access-"),
    )
