"""Checks a value that was found in a token's place: whether it is one, whole and as it was."""

from __future__ import annotations

import re
from typing import Final

from inspector_app.gateway.pasted import token_cleanup
from inspector_app.gateway.pasted.candidate import Complaint, Weight
from inspector_app.gateway.pasted.known_tokens import (
    LOOK_ALIKE_HINT,
    SOILED,
    find_known_tokens,
    has_hidden_token,
)
from inspector_app.gateway.pasted.other_things import find_changed_prefix
from inspector_app.gateway.pasted.placeholders import find_placeholder
from inspector_app.gateway.pasted.token_forms import has_look_alikes, is_jwt_head
from inspector_app.gateway.pasted.undoing.base64_text import is_encoded_token
from inspector_app.session.token import CREDENTIAL_PREFIXES, TokenKind
from inspector_app.session.translatable_text import Text, tr

CLEAN_OPAQUE: Final = re.compile(r"[A-Za-z0-9._~+/-]+=*")
"""RFC 6750, b64token: what may follow ``Bearer``."""

_ENCODED: Final = re.compile(
    r"%[0-9A-Fa-f]{2}|=[0-9A-F]{2}|&#?[A-Za-z0-9]{1,8};|\\[ux][0-9A-Fa-f]{2}|\\{2}"
)
_ASSIGNMENT: Final = re.compile(r"[\w.-]{0,60}[A-Za-z_][\w.-]{0,60}=(?!=|\Z)", re.ASCII)
"""A name with its value: within a token ``=`` stands at the end alone (RFC 6750)."""

_HIDDEN_JWT: Final = re.compile(r"(?<![A-Za-z0-9])eyJ[\w-]{6,}\\?\.|[_*~-]eyJ")
_JWT_PART: Final = re.compile(r"eyJ[\w-]++(?:\.[\w-]*+)?\.?", re.ASCII)
_JWT_CUT: Final = tr(
    "A part of this JWT is missing: it has three, with dots between them. Copy it again in full."
)
_ONLY_BEGINNING: Final = tr("This is only the beginning of a token. Copy it again in full.")
_IN_BASE64: Final = tr("The token is hidden in base64 here. Copy it where it is shown as it is.")
_BEGUN_PREFIXES: Final = tuple(
    one[:length]
    for one in CREDENTIAL_PREFIXES
    for length in range(one.find("_") + 1, len(one) + 1)
    if "_" in one
)


def check_value(value: str) -> Complaint | None:
    """Why the cleaned value is no token; None if it is one."""
    problem = token_cleanup.check_token(value)
    if problem is not None:
        is_placeholder = find_placeholder(value) is not None or not value
        weight = Weight.PLACEHOLDER if is_placeholder else Weight.DAMAGED
        if problem is token_cleanup.BASIC_LOGIN:
            weight = Weight.OTHER_SECRET
        return Complaint(problem, weight, value)
    known = next(find_known_tokens(value), None)
    if known is None:
        damage = _find_hidden_damage(value)
        return None if damage is None else Complaint(damage, Weight.DAMAGED, value)
    if known.damage is None and known.value == value:
        return None
    if known.damage is None:
        # Something stands around it, which another reader or view may tell apart.
        return Complaint(SOILED, Weight.DAMAGED)
    return Complaint(known.damage, Weight.DAMAGED, value)


def _find_hidden_damage(value: str) -> Text | None:
    """What was done to a token that is not known by its form any more; None if nothing was."""
    changed = find_changed_prefix(value)
    if changed is not None:
        return changed
    if is_encoded_token(value):
        return _IN_BASE64
    is_head = is_jwt_head(value.partition(".")[0])
    if is_head and _JWT_PART.fullmatch(value):
        return _JWT_CUT
    if _is_begun_prefix(value):
        return _ONLY_BEGINNING
    is_soiled = (
        has_hidden_token(value)
        or _ENCODED.search(value)
        or _HIDDEN_JWT.search(value)
        or (value.startswith(TokenKind.JWT.value) and not CLEAN_OPAQUE.fullmatch(value))
    )
    if is_soiled:
        return SOILED
    return token_cleanup.NO_TOKEN if _ASSIGNMENT.match(value) else None


def _is_begun_prefix(value: str) -> bool:
    """Whether it ends where the prefix of a token has only begun: the token goes on elsewhere."""
    return value.endswith(_BEGUN_PREFIXES)


def get_hints(complaint: Complaint) -> tuple[Text, ...]:
    """What else to say beside a complaint about a damaged token."""
    is_typed = complaint.weight is Weight.DAMAGED and has_look_alikes(complaint.value)
    return (LOOK_ALIKE_HINT,) if is_typed else ()
