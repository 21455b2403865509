"""The forms of tokens that are known: how long they are, and what their letters look like."""

from __future__ import annotations

import base64
import json
import re
from typing import Final

from inspector_app.session.token import CREDENTIAL_PREFIXES, SESSION_ID_LENGTHS, TokenKind

_CHANGED_CASE: Final = re.compile(r"[a-z][A-Z]|[A-Z][a-z]")
_LOOK_ALIKES: Final = re.compile(r"[01IOilo]")
_JWT_SIGNATURES: Final = {
    "HS256": (43,), "HS384": (64,), "HS512": (86,), "ES256": (86,), "ES384": (128,),
    "ES512": (176,), "EdDSA": (86,),
    **dict.fromkeys(("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"), (342, 512, 683)),
}  # fmt: skip
"""Letters of the signature by algorithm, RFC 7518: RSA's by 2048, 3072 and 4096 bits of key."""
_MAX_HEADER: Final = 1024
_RANDOM_LENGTH: Final = 6
_MIN_CHANGES: Final = 3


def is_documented(value: str) -> bool:
    """Whether it is as long as in the vendor's samples, or as its JWT's head says: only a hint."""
    if value.startswith(TokenKind.SESSION.value):
        return len(value) - len(TokenKind.SESSION.value) in SESSION_ID_LENGTHS
    if value.startswith(TokenKind.PORTAL.value):
        return len(value) - len(TokenKind.PORTAL.value) == SESSION_ID_LENGTHS[0]
    head, _, rest = value.partition(".")
    signature = rest.rpartition(".")[2]
    return rest.count(".") == 1 and len(signature) in _JWT_SIGNATURES.get(_read_algorithm(head), ())


def get_beginnings(value: str) -> tuple[str, ...]:
    """The beginnings of a longer EnOS session ID that would be tokens as long as documented."""
    prefix = next((one for one in CREDENTIAL_PREFIXES if value.startswith(one)), None)
    beginnings = (value[: len(prefix or "") + length] for length in SESSION_ID_LENGTHS)
    return tuple(one for one in beginnings if prefix and one != value and is_documented(one))


def is_jwt_head(value: str) -> bool:
    """Whether it is the first part of a JWT, without the others."""
    return (
        value.startswith(TokenKind.JWT.value) and "." not in value and bool(_read_algorithm(value))
    )


def has_look_alikes(value: str) -> bool:
    """Whether an EnOS session ID has a letter that those in public never have."""
    prefix = next((kind for kind in TokenKind if value.startswith(kind.value)), TokenKind.OPAQUE)
    is_enos = prefix in {TokenKind.SESSION, TokenKind.PORTAL}
    return is_enos and _LOOK_ALIKES.search(value, len(prefix.value)) is not None


def is_random(run: str) -> bool:
    """Whether letters and digits look like a piece of a token, and not like a word."""
    has_digit = any(one.isdigit() for one in run)
    if has_digit and not run.isdigit():
        return True
    changes = sum(1 for _ in _CHANGED_CASE.finditer(run))
    return len(run) >= _RANDOM_LENGTH and changes >= _MIN_CHANGES


def _read_algorithm(head: str) -> str:
    try:
        loaded = json.loads(base64.urlsafe_b64decode(head[:_MAX_HEADER] + "=" * (-len(head) % 4)))
    except (ValueError, RecursionError):
        return ""
    algorithm = loaded.get("alg") if isinstance(loaded, dict) else None
    return algorithm if isinstance(algorithm, str) else ""
