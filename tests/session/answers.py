"""Answers for tests: the documented shapes with invented people, and the way to change them."""

from __future__ import annotations

import copy
import json
from typing import Any

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.credentials import Credentials
from inspector_app.session.exchange import Exchange, Route

CREDENTIAL = "IAM_S_" + "kJ7q" * 8
CREATED = 1562849746  # 2019-07-11 12:55:46 UTC
REFRESHED = 1562850052
NOW = 1562850372.0  # 2019-07-11 13:06:12 UTC
DATE = "Thu, 11 Jul 2019 13:06:12 GMT"

SUCCESS: dict[str, Any] = {
    "fail": False,
    "session": {
        "workingOrganization": {
            "domain": "db_portal_test01",
            "name": "Head Office",
            "id": "o15578227985571",
        },
        "expires": 7200,
        "createTime": CREATED,
        "residentOrganization": {"domain": None, "name": "Head Office", "id": "o15578227985571"},
        "refreshTime": REFRESHED,
        "id": CREDENTIAL,
        "user": {
            "guestOrganizations": None,
            "createdByUserId": "u15440200922941",
            "resourceId": "r15578227990212",
            "phoneVerified": False,
            "description": "",
            "type": 0,
            "organizationId": "o15578227985571",
            "createdAt": None,
            "emailVerified": True,
            "phoneVerifiedAt": None,
            "phone": "",
            "createTime": "2019-05-14 08:33:19.0",
            "emailVerifiedAt": None,
            "mfaType": None,
            "password_strength": "MEDIUM",
            "password_state": 0.0,
            "password_expire_time": 1.601192046e12,
            "extra": None,
            "organization": None,
            "name": "portal_test01",
            "phoneArea": "",
            "id": "u15578227990211",
            "state": 0,
            "authType": 0,
            "email": "portal.test01@example.com",
        },
    },
    "success": True,
    "requestId": None,
    "failed": False,
    "message": "",
    "status": 0,
    "successful": True,
}
REFUSAL: dict[str, Any] = {
    "fail": True,
    "session": None,
    "success": False,
    "requestId": None,
    "failed": True,
    "message": "",
    "status": 30404,
    "successful": False,
}
BASES = {"success": SUCCESS, "refusal": REFUSAL}


def changed(base: str, changes: dict[str, Any], without: tuple[str, ...] = ()) -> dict[str, Any]:
    """A documented answer with members set and taken out, named by dotted paths."""
    answer = copy.deepcopy(BASES[base])
    for path, value in changes.items():
        *way, name = path.split(".")
        _at(answer, way)[name] = value
    for path in without:
        *way, name = path.split(".")
        del _at(answer, way)[name]
    return answer


def _at(answer: Any, way: list[str]) -> Any:
    for step in way:
        answer = answer[step]
    return answer


def exchange(
    answer: object,
    status: int = 200,
    *,
    headers: tuple[tuple[str, str], ...] = (("Date", DATE),),
    at: float = NOW + 0.5,
    trip: float = 0.4,
    authorization: AuthorizationScheme = AuthorizationScheme.BEARER,
) -> Exchange:
    """An exchange with this answer, whose round trip had its middle at this computer's ``at``."""
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return Exchange(
        status=status,
        headers=headers,
        body=body,
        sent_at=at - trip / 2,
        headers_at=at + trip / 2,
        route=Route("apim-test.example.com"),
        authorization=authorization,
    )


def knows(credentials: Credentials, text: str) -> bool:
    """Whether this credential is among them; one with its prefix is found by its looks alone."""
    secret = text.removeprefix("IAM_S_")
    assert not Credentials().has_match(secret)
    return credentials.has_match(secret)
