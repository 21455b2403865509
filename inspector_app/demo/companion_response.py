"""Builds the stub gateway's responses to the calls about organizations.

They fit the session of the scenario: its organizations are normal, approved, and in the user's
list. A scenario file may say otherwise in ``companions``, an object with a response (as described
in ``stub_response``) for ``organization_list``, and for each organization by its id. Where the
scenario has no session, these calls are answered as that of the session is.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from inspector_app.demo import stub_response
from inspector_app.system import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.demo.stub_response import StubResponse

_LIST: Final = "organization_list"
_OWNER_ID: Final = "u15440200922001"
_NOT_FOUND: Final = {
    "status": 30404,
    "message": "Organization does not exist",
    "success": False,
    "fail": True,
    "organization": None,
}


def build_companion_response(
    name: str, organization_id: str | None, now: float, token: str
) -> StubResponse:
    """Build the response about one organization, or where it is None, about all of the user.

    Raises:
        ResourceNotFoundError: if the app is not completely installed.
    """
    file = json.loads(resources.read(f"scenarios/{name}.json"))
    body = file.get("body")
    session = body.get("session") if isinstance(body, dict) else None
    if not isinstance(session, dict):
        return stub_response.build_response(name, now, token)
    said = file.get("companions", {}).get(organization_id or _LIST)
    if said is None:
        content = (
            _build_list(session) if organization_id is None else _find(session, organization_id)
        )
        said = {"http_status": 200, "body": content}
    return stub_response.render_response(said, now, token)


def _build_list(session: Mapping[str, Any]) -> dict[str, object]:
    guests = session["user"].get("guestOrganizations")
    if isinstance(guests, dict):  # a placeholder for very many
        return {"organizations": guests, "status": 0, "success": True}
    known = {one["id"]: one for one in (*_list_own(session), *(guests or ()))}
    organizations = [_describe(one) for one in known.values()]
    return {"organizations": organizations, "status": 0, "success": True}


def _find(session: Mapping[str, Any], organization_id: str) -> dict[str, object]:
    for one in _list_own(session):
        if one["id"] == organization_id:
            return {"organization": _describe(one), "status": 0, "success": True}
    return dict(_NOT_FOUND)


def _list_own(session: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    return session["workingOrganization"], session["residentOrganization"]


def _describe(organization: Mapping[str, Any]) -> dict[str, object]:
    return {
        "id": organization["id"],
        "name": organization["name"],
        "domain": organization.get("domain"),
        "description": "",
        "code": None,
        "extra": [],
        "type": 2,
        "state": 0,
        "approvalState": 1,
        "approvalDescription": "",
        "certificationState": 1,
        "ownerId": _OWNER_ID,
        "resourceId": f"r{organization['id'][1:]}",
        "createTime": {"$account_time_before_now": 51840000},
        "createdByUserId": "0",
    }
