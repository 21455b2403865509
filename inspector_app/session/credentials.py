"""Find the credentials in an answer, wherever in it they occur, and mask them.

``session.id`` is the session itself: whoever holds it, holds the session. The same text may occur
again in a message or an unknown field, and other credentials may come along.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.session.credential_encodings import (
    MIN_CREDENTIAL_LENGTH,
    CredentialEncodings,
    build_encodings,
)
from inspector_app.session.fingerprints import compute_fingerprints
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.token import CREDENTIAL_PREFIXES, MASK, Token, TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_CREDENTIAL_PATTERN: Final = re.compile(
    rf"{TokenKind.SESSION.value}[A-Za-z0-9]{{8,}}|{TokenKind.PORTAL.value}[A-Za-z0-9]{{8,}}"
    rf"|{TokenKind.JWT.value}[A-Za-z0-9_-]{{5,}}\.[A-Za-z0-9_-]{{5,}}\.[A-Za-z0-9_-]*"
)
_SECRET_NAMES: Final = frozenset(
    {"accesstoken", "refreshtoken", "bearertoken", "token", "sessionid", "globalid", "secret"}
    | {"password", "appsecret", "secretkey", "authorization"}
)
_ESCAPED_ASCII: Final = "\\u00"

CREDENTIAL_PLACEHOLDER: Final = "[credential removed]"
"""Replaces in a report a credential that has no mask."""

PERSONAL_DATA_PLACEHOLDER: Final = "[personal data removed]"
"""Replaces in a report what may name a person and has no label."""

_MASK_PATTERN: Final = re.compile(
    rf"(?:{'|'.join(CREDENTIAL_PREFIXES)})?{MASK}"
    rf"|{re.escape(CREDENTIAL_PLACEHOLDER)}|{re.escape(PERSONAL_DATA_PLACEHOLDER)}"
)


@dataclass(frozen=True, slots=True)
class Credentials:
    """The credentials of one answer: to be found and masked; none of them can be read here.

    One of fewer than eight characters is a credential only where it is the whole text: inside of
    others "1" would match every id. What a report put in place of a credential is none.
    """

    _values: tuple[str, ...] = field(default=(), repr=False)
    _searchable: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        known = (one for one in dict.fromkeys(self._values) if one and not is_masked(one))
        # The longest first, so that none is masked as a part of another.
        values = tuple(sorted(known, key=lambda one: (-len(one), one)))
        object.__setattr__(self, "_values", values)
        object.__setattr__(
            self, "_searchable", tuple(one for one in values if len(one) >= MIN_CREDENTIAL_LENGTH)
        )

    def __bool__(self) -> bool:
        return bool(self._values)

    def __or__(self, others: Credentials) -> Credentials:
        return Credentials((*self._values, *others._values))

    def has_match(self, text: str) -> bool:
        """Whether the text is a credential or has one in it."""
        if text in self._values:
            return True
        if len(text) < MIN_CREDENTIAL_LENGTH:  # most names are: no known one and no pattern fits in
            return False
        for (
            one
        ) in self._searchable:  # a loop, because every row asks: a generator takes twice as long
            if one in text:
                return True
        return any(True for _ in _find_pattern_matches(text))

    def has_match_in_path(self, path: tuple[str | int, ...]) -> bool:
        """Whether a name in the path of a value is a credential: then the path is one too."""
        return any(isinstance(step, str) and self.has_match(step) for step in path)

    def with_credentials_from(self, text: str) -> Credentials:
        """These and the ones that ``text``, which is no document, has in it."""
        return Credentials((*self._values, *_find_pattern_matches(text)))

    def with_value(self, credential: str) -> Credentials:
        """These and one that is known from elsewhere."""
        return Credentials((*self._values, credential))

    def to_encodings(self) -> CredentialEncodings:
        """All their encodings, for the last check of what is to leave the app."""
        return build_encodings(self._searchable)

    def compute_fingerprints(self) -> frozenset[str]:
        """What is enough to recognize them, and of no other use."""
        return frozenset(one for value in self._values for one in compute_fingerprints(value))

    def mask_text(self, text: str) -> str:
        """The text with every credential in it masked."""
        if text in self._values:
            return mask_credential(text)
        for one in self._searchable:
            if one in text:
                text = text.replace(one, mask_credential(one))
        return _CREDENTIAL_PATTERN.sub(lambda found: mask_credential(found[0]), text)


def mask_credential(credential: str) -> str:
    """Its kind and a fixed number of dots: never its length. A mask stays as it is."""
    if is_masked(credential):
        return credential
    try:
        return Token(credential).format_masked()
    except ValueError:  # longer than a token, or not of visible ASCII
        return MASK


def is_masked(text: str) -> bool:
    """Whether a report put this in place of a credential: then there is none to be found in it."""
    return _MASK_PATTERN.fullmatch(text) is not None


def find_in_document(root: Json, body: str) -> Credentials:
    """The credentials in a document: by their path, their name or their pattern.

    ``body`` is the text that it was read from: searching it is much quicker than walking through
    a large document, which is left to bodies that may need it.
    """
    found = dict.fromkeys((*_iter_session_ids(root), *_find_pattern_matches(body)))
    names = body.lower().replace("_", "").replace("-", "")
    if _ESCAPED_ASCII in body or any(f'"{name}"' in names for name in _SECRET_NAMES):
        found.update(dict.fromkeys(_find_in_tree(root)))
    return Credentials(tuple(found))


def find_in_text(text: str) -> Credentials:
    """The credentials in text that is no document: a header, a page."""
    return Credentials(tuple(_find_pattern_matches(text)))


def is_secret_path(path: tuple[str | int, ...]) -> bool:
    """Whether the value at this path is a credential, or is named like one."""
    if not path or isinstance(path[-1], int):
        return False
    match path:
        case ("session", "id") | ("session", int(), "id"):
            return True
        case (*_, str(name)):
            return _is_secret_name(name)
        case _:
            return False


def _iter_session_ids(root: Json) -> Iterable[str]:
    """The session ids, of every session there is, whatever type they have."""
    if not isinstance(root, JsonObject):
        return
    for name, session in root.members:
        if name != "session":
            continue
        if isinstance(session, str) and session:
            yield session
        for one in session.items if isinstance(session, JsonArray) else (session,):
            if isinstance(one, JsonObject):
                for key, value in one.members:
                    if key == "id":
                        yield from _iter_leaf_texts(value)


def _find_in_tree(root: Json) -> Iterable[str]:
    texts: list[str] = []
    named: list[str] = []
    plain_names: set[str] = set()
    waiting: list[Json] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, JsonObject):
            for name, inner in value.members:
                if name not in plain_names:
                    if _is_secret_name(name):
                        named += _iter_leaf_texts(inner)
                    else:
                        plain_names.add(name)
                if isinstance(inner, str):
                    texts.append(inner)
                elif isinstance(inner, JsonObject | JsonArray):
                    waiting.append(inner)
        elif isinstance(value, JsonArray):
            waiting += [one for one in value.items if not isinstance(one, str | JsonNumber)]
            texts += [one for one in value.items if isinstance(one, str)]
        elif isinstance(value, str):
            texts.append(value)
    return (*named, *_find_pattern_matches("\n".join((*texts, *plain_names))))


def _iter_leaf_texts(value: Json) -> Iterable[str]:
    match value:
        case str(text) | JsonNumber(text):
            if text:
                yield text
        case JsonObject(members):
            for _, member in members:
                yield from _iter_leaf_texts(member)
        case JsonArray(items):
            for item in items:
                yield from _iter_leaf_texts(item)
        case bool() | None:
            pass  # neither holds a credential


def _is_secret_name(name: str) -> bool:
    return name.replace("_", "").replace("-", "").lower() in _SECRET_NAMES


def _find_pattern_matches(text: str) -> Iterable[str]:
    if not any(prefix in text for prefix in CREDENTIAL_PREFIXES):
        return ()
    return (found[0] for found in _CREDENTIAL_PATTERN.finditer(text))
