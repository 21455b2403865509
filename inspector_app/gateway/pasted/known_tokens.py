"""Finds the tokens that are known by their form, EnOS session IDs and JWTs, and their damage."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.candidate import ENOS_PREFIX
from inspector_app.session.interruption import check_interruption
from inspector_app.session.token import SESSION_ID_LENGTHS, TokenKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_JWT: Final = r"[\w-]++(?:\.[\w-]++\.[\w-]++(?:\.[\w-]++\.[\w-]++)?|\.\.[\w-]++\.[\w-]++\.[\w-]++)"
_KNOWN: Final = re.compile(
    rf"(?P<enos>{ENOS_PREFIX}[A-Za-z0-9]++)"
    # Only the first JWT of a word, looked for once: where it has no dots, a later one has none.
    rf"|(?<![\w-])(?>(?:(?!{ENOS_PREFIX})[A-Za-z0-9_]*+-)*?(?={TokenKind.JWT.value}))"
    rf"(?:(?P<jwt>{_JWT})|(?P<part>[A-Za-z0-9]{{9,}}+(?:\.[\w-]++)?))",
    re.ASCII,
)
_HIDDEN_PREFIX: Final = re.compile(
    r"(?:IAM|PORTAL)(?!_S_)[^A-Za-z0-9\s]{1,4}(?:[0-9A-F]{2};?|[a-z]{1,6};)?[^A-Za-z0-9\s]{0,4}"
    r"S[^A-Za-z0-9\s]{1,4}(?:[0-9A-F]{2};?|[a-z]{1,6};)?[^A-Za-z0-9\s]{0,4}(?=[A-Za-z0-9])"
)
_ELLIPSIS: Final = re.compile(r"…|\.{2,}|\[(?:…|\.{3})\]|&hellip;|\(…\)")
_COVER: Final = re.compile(r"[*•●∙·#]{3}|[xX]{6}|\\\*{3}")
_GLUE: Final = re.compile(
    r"(?P<line>(?P<soft>=)?[ \t]*+(?:\r?\n|\r|\u2028|<br ?/?>|(?:\\r)?\\n)[ \t>|*#]{0,9})"
    r"|(?P<blank>[ \t\u00a0\u3000]{1,2})"
    r"|(?P<mark>(?:[%=](?=[0-9A-F]{2})|\\[ux]?(?=[0-9a-fA-F]{2})|&#?x?(?=[0-9a-z]{2,6};)|</?[a-z]"
    r"|[^A-Za-z0-9\s&;,|)}\]>({:?#]){1,2})"
)
_OFFSET: Final = re.compile(r"[0-9a-f]{4,8}: ")
_RUN: Final = re.compile(r"[A-Za-z0-9]{0,200}")
_CHANGED_CASE: Final = re.compile(r"[a-z][A-Z]|[A-Z][a-z]")
_LOOK_ALIKES: Final = re.compile(r"[01IOilo]")
_JWT_SIGNATURES: Final = {
    "HS256": (43,), "HS384": (64,), "HS512": (86,), "ES256": (86,), "ES384": (128,),
    "ES512": (176,), "EdDSA": (86,),
    **dict.fromkeys(("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"), (342, 512, 683)),
}  # fmt: skip
"""Letters of the signature by algorithm, RFC 7518: RSA's by 2048, 3072 and 4096 bits of key."""

_MAX_HEADER: Final = 1024
_RANDOM_LENGTH: Final = 10
_MIN_CHANGES: Final = 3
_MIN_PIECE: Final = 4

CUT: Final = tr("The token was cut: there is an ellipsis in it. Copy it again in full.")
COVERED: Final = tr("The token is covered by dots or stars. Copy it where it is shown in full.")
TORN: Final = tr(
    "The token is torn: it seems to go on behind a blank or a line break. Paste the token alone."
)
SOILED: Final = tr(
    "There are signs in the token that do not belong to it. Copy it again as plain text."
)
LOOK_ALIKE_HINT: Final = tr(
    "No EnOS session ID seen so far has one of 0 1 I O i l o behind its prefix: "
    "was it typed, or read from a picture?"
)


@dataclass(frozen=True, slots=True)
class KnownToken:
    """A token known by its form, where it stands, and what is wrong with it."""

    value: str = field(repr=False)
    start: int
    end: int
    damage: Text | None = None


def find_known_tokens(text: str) -> Iterator[KnownToken]:
    """Every EnOS session ID and JWT in the text, in its order, the damaged ones among them."""
    for match in _KNOWN.finditer(text):
        check_interruption()
        group = str(match.lastgroup)
        value, (start, end) = match[group], match.span(group)
        if text.startswith("://", max(0, start - 3)):
            continue  # in the place of a host, where no token is meant
        damage = _find_damage(text, start, end, value)
        if group == "part" and damage is None:
            continue
        yield KnownToken(value, start, end, damage)


def has_hidden_token(text: str) -> bool:
    """Whether there is a prefix that some encoding or marks have taken apart."""
    return _HIDDEN_PREFIX.search(text) is not None


def is_documented(value: str) -> bool:
    """Whether it is as long as in the vendor's samples, or as its JWT's head says: only a hint."""
    if value.startswith(TokenKind.SESSION.value):
        return len(value) - len(TokenKind.SESSION.value) in SESSION_ID_LENGTHS
    if value.startswith(TokenKind.PORTAL.value):
        return len(value) - len(TokenKind.PORTAL.value) == SESSION_ID_LENGTHS[0]
    head, _, rest = value.partition(".")
    signature = rest.rpartition(".")[2]
    return rest.count(".") == 1 and len(signature) in _JWT_SIGNATURES.get(_read_algorithm(head), ())


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


def _find_damage(text: str, start: int, end: int, value: str) -> Text | None:
    if _ELLIPSIS.match(text, end):
        return CUT
    cover = _COVER.match(text, end)
    if cover and not (start and text[start - 1] == cover[0][0] and is_documented(value)):
        return COVERED
    glue = _GLUE.match(text, end)
    if glue is None:
        return SOILED if not text[end : end + 1].isascii() and text[end].isalpha() else None
    if glue["line"] and _OFFSET.match(text, glue.end()):
        return TORN  # unless the dump, put together, shows that it ends here
    run = _RUN.match(text, glue.end())
    return _judge_rest(value, glue, run[0]) if run and run[0] else None


def _judge_rest(value: str, glue: re.Match[str], following: str) -> Text | None:
    """What the letters and digits mean that stand behind a token and one sign, blank or line."""
    if is_documented(value):
        return TORN if glue["line"] and is_documented(value + following) else None
    least = _MIN_PIECE if glue["blank"] else 1
    goes_on = is_documented(value + following) or (len(following) >= least and is_random(following))
    if glue["soft"] or goes_on:
        return SOILED if glue["mark"] else TORN
    is_encoded = glue["mark"] and glue["mark"][:1] in "%=\\&" and len(following) > 1
    return SOILED if is_encoded and not glue["mark"].endswith(("\\", "&")) else None


def _read_algorithm(head: str) -> str:
    try:
        loaded = json.loads(base64.urlsafe_b64decode(head[:_MAX_HEADER] + "=" * (-len(head) % 4)))
    except (ValueError, RecursionError):
        return ""
    algorithm = loaded.get("alg") if isinstance(loaded, dict) else None
    return algorithm if isinstance(algorithm, str) else ""
