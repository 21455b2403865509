"""Builds the stub gateway's responses to the calls of the Application Portal.

A scenario file of a portal token is the response to session/info, as described in
``stub_response``. ``portal`` is an object with the responses to the other calls by their path
without its release; that to ``user/app/resource/info`` is an object by AccessKey. Where it has
none, these calls are answered as that of the session is. ``is_older`` says that the gateway has
the routes of the releases before 2.4 alone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from inspector_app.demo import stub_response
from inspector_app.session.exchange import (
    APPLICATION_ACCESS_PATHS,
    APPLICATION_LIST_PATHS,
    PORTAL_ORGANIZATION_LIST_PATHS,
    PORTAL_SESSION_PATHS,
    PORTAL_USER_PATHS,
)
from inspector_app.system import resources

if TYPE_CHECKING:
    from inspector_app.demo.stub_response import StubResponse

_CALLS: Final = (
    PORTAL_SESSION_PATHS,
    PORTAL_USER_PATHS,
    PORTAL_ORGANIZATION_LIST_PATHS,
    APPLICATION_LIST_PATHS,
    APPLICATION_ACCESS_PATHS,
)
PORTAL_PATHS: Final = frozenset(path for paths in _CALLS for path in paths)
"""Every path of the portal that is answered, of both releases."""

_NEWER_PATHS: Final = frozenset(newer for newer, _ in _CALLS)
_UNKNOWN_KEY: Final = {
    "http_status": 200,
    "body": {"code": 31404, "message": "the application does not exist", "data": None},
}
_NOT_SIGNED_IN: Final = {
    "http_status": 200,
    "body": {"code": 31401, "message": "please log in first", "data": None},
}


def build_portal_response(
    name: str, path: str, access_key: str, now: float, token: str
) -> StubResponse | None:
    """Build the response of a scenario to one of ``PORTAL_PATHS``.

    None where its gateway has no such route.

    Raises:
        ResourceNotFoundError: if the app is not completely installed.
    """
    file = json.loads(resources.read(f"scenarios/{name}.json"))
    if bool(file.get("is_older")) is (path in _NEWER_PATHS):
        return None
    portal: dict[str, Any] = file.get("portal", {})
    said = file
    if path in APPLICATION_ACCESS_PATHS and portal:
        said = portal[_get_call(path)].get(access_key, _UNKNOWN_KEY)
    elif path not in PORTAL_SESSION_PATHS:
        said = portal.get(_get_call(path), file)
    return stub_response.render_response(said, now, token)


def build_refusal(now: float) -> StubResponse:
    """Build the response to any other token."""
    return stub_response.render_response(_NOT_SIGNED_IN, now, "")


def _get_call(path: str) -> str:
    """``/app-portal-service/v2.2/user/info`` as ``user/info``."""
    return "/".join(path.split("/")[3:])
