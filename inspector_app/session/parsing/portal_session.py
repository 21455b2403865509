"""Reads the session in an answer of the Application Portal, and tells its answers from others.

Documented is ``{"code", "message", "data": {"userId", "userName", "currentOrgId",
"currentOrgName"}}``. What the portal's own page is answered is seen in public clients alone: it is
read where somebody saved it, and never asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonObject
from inspector_app.session.parsing.parsed_answer import (
    SessionKind,
)
from inspector_app.session.token import TokenKind

if TYPE_CHECKING:
    from inspector_app.session.path import Path

PORTAL_CODES: Final = range(31_000, 32_000)
"""EnOS documentation of the Application Portal: its codes are 31 and three digits."""

TOKEN_OVER: Final = 88201
CALL_DENIED: Final = 88203
CLIENT_CODES: Final = frozenset({TOKEN_OVER, CALL_DENIED})
"""Met by public clients of the portal, inside of HTTP 200."""

DATA_MEMBER: Final = "data"
_SESSION_NAMES: Final = frozenset({"userId", "userName", "currentOrgId", "currentOrgName"})
_PAGE_NAMES: Final = frozenset({"MFACompleted", "isSsoLogin"})
_PAGE_CONTENT: Final = frozenset({"user", "workingOrganization", "expires"})


def is_portal_answer(content: JsonObject) -> bool:
    """Whether an object is an answer of the Application Portal, by its members and its code."""
    if find_session_content(content) is not None:
        return True
    code = scalars.parse_integer(content.get("code"))
    return code is not None and (code in PORTAL_CODES or code in CLIENT_CODES)


def find_session_content(content: JsonObject) -> tuple[Path, JsonObject, SessionKind] | None:
    """The object that holds the portal's session, with its path; None where there is none."""
    if _is_page_session(content):
        return (), content, SessionKind.PORTAL_PAGE
    data = content.get(DATA_MEMBER)
    if not isinstance(data, JsonObject):
        return None
    if _is_page_session(data):
        return (DATA_MEMBER,), data, SessionKind.PORTAL_PAGE
    # Two of the names, or one that nobody else uses: an object with a userName may be anything.
    if len(data.names & _SESSION_NAMES) > 1 or data.names & {"currentOrgId", "currentOrgName"}:
        return ((DATA_MEMBER,), data, SessionKind.PORTAL) if "code" in content.names else None
    return None


def get_session_type(kind: SessionKind) -> ObjectType:
    """The object of the documentation that such a session is."""
    by_kind = {
        SessionKind.PORTAL: ObjectType.PORTAL_SESSION,
        SessionKind.PORTAL_PAGE: ObjectType.PORTAL_PAGE,
    }
    return by_kind.get(kind, ObjectType.SESSION)


def _is_page_session(content: JsonObject) -> bool:
    """By flags that only the portal's page is sent, or by a portal token beside a user."""
    token = content.get("id")
    if not isinstance(token, str) or not content.names & _PAGE_CONTENT:
        return False
    return bool(content.names & _PAGE_NAMES) or token.startswith(TokenKind.PORTAL.value)
