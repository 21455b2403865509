"""Find the credentials in an answer: by their place, their name, their pattern or their looks."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from inspector_app.session.credentials.credential_set import MIN_LONG_LENGTH, Credentials
from inspector_app.session.credentials.masking import mask_credential
from inspector_app.session.credentials.member_walk import CONTAINERS, iter_members
from inspector_app.session.credentials.patterns import MIN_PATTERN_LENGTH, find_pattern_matches
from inspector_app.session.credentials.pieces import find_pieces
from inspector_app.session.credentials.search import iter_parts
from inspector_app.session.credentials.secret_names import is_secret_name, strip_number
from inspector_app.session.credentials.secret_values import (
    MIN_SECRET_LENGTH,
    find_bearers,
    find_secret_looking,
    is_identifying_name,
    is_secret_looking,
    may_have_bearer,
)
from inspector_app.session.interruption import check_interruption, has_match
from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import (
    EMPTY_ARRAY,
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
)
from inspector_app.session.parsing.parsed_answer import SessionKind
from inspector_app.session.parsing.portal_session import find_session_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ESCAPED_ASCII: Final = "\\u00"
_PARAMETER: Final = re.compile(
    r"(?:(?<=[?&#;])|\A)([\w.-]{1,100}+)=([^&#;\s\"'<>]++)"
    r"|\"([^\"\\\s]{1,100}+)\\?\"\s*+:\s*+\\?\"([^\"\\\s]++)"
)
"""Names with values in a text: of a URL or a form, and of JSON inside of a string."""

_WRITTEN_PAIR: Final = re.compile(
    r"(?<![\w.?&#;=-])([\w.-]{1,100}+)(?:=|: )[\"'“]?(?=([^\s\"'”<>,;&]{5,255}[^\s\"'”<>,;&.)]))"
)
"""A name with its value in a sentence or a line of a log: ``refused: password=x, try again``."""

_WORD: Final = re.compile(r"[^\W\d]++(?>(?:[-.:][^\W\d]++){0,1000})")
"""What says something of a secret: ``token: missing``, ``token=not-found``."""

_COLON: Final = re.compile(r": (?<=\w: )")  # so it is looked for by what it begins with

_USER_INFO: Final = re.compile(r"://[^/?#\s:@\"]{0,100}:([^/?#\s@\"]{4,200}+)@")
"""The password of an address: ``postgres://user:…@host``."""

_COOKIE: Final = re.compile(r"(?<![^;,\s])([^=;,\s]++)=([^;,\s]++)")
_COOKIE_ATTRIBUTES: Final = frozenset(
    {"path", "domain", "expires", "max-age", "samesite", "version", "priority", "comment"}
)
_SCHEME: Final = re.compile(r"\A\s*+(?:bearer|basic|token|digest)\s++", re.IGNORECASE)

_MIN_NAMED_LENGTH: Final = 6
"""Characters from which on a value that only its name calls a secret is one elsewhere too: codes
and flags are shorter, and occur everywhere."""

_MIN_NAMED_DIGITS: Final = 8
"""The same for a number: seconds and codes are shorter."""

_VARIABLE_BEGINNINGS: Final = tuple("%$!<{[(")
_VARIABLE: Final = re.compile(r"[%$!<{\[(]{1,2}[A-Za-z_-]{1,40}[%!>}\])]{0,2}")
"""``%TOKEN%``, ``${TOKEN}``, ``<token>``: what stands for a secret is none."""

_ADDRESS_HEADERS: Final = frozenset({"location", "content-location", "refresh", "link"})
_NAME_MEMBERS: Final = ("name", "key", "field", "header")


def find_in_document(root: Json, body: str) -> Credentials:
    """The credentials in a document: by their path, their name, their pattern or their looks.

    ``body`` is the text that it was read from.
    """
    is_escaped = _ESCAPED_ASCII in body  # what has a pattern may not have it there
    texts: list[str] = []
    min_leaf = MIN_PATTERN_LENGTH if _may_name_secret(body) else MIN_SECRET_LENGTH
    named = _find_in_tree(root, texts, 0 if is_escaped else MIN_LONG_LENGTH, min_leaf)
    ids = list(_iter_session_ids(root))
    found = [*ids, *find_pattern_matches(body), *named, *find_pieces(root, ids)]
    if is_escaped:
        found += find_pattern_matches("\n".join(texts))
    return Credentials(tuple(found), tuple(text for text in texts if len(text) >= MIN_LONG_LENGTH))


def find_in_text(text: str) -> Credentials:
    """The credentials in text that is no document: a header, a page, an address."""
    return Credentials(tuple(_find_in_plain_text(text)))


def find_in_address(address: str) -> Credentials:
    """The credentials in an address, and whatever in it looks like a secret, its host included."""
    return Credentials((*_find_in_plain_text(address), *find_secret_looking(address)))


def mask_written(text: str, known: Credentials | None = None) -> str:
    """What a person wrote or named, a file for instance, with each credential in it masked.

    Those that are known, and whatever says or looks that it is one.
    """
    found = find_in_address(text)
    return (found if known is None else known | found).mask_text(text)


def find_in_headers(headers: Iterable[tuple[str, str]]) -> Credentials:
    """The credentials in the headers of an answer, its cookies among them."""
    return Credentials(
        tuple(
            credential
            for name, value in headers
            for credential in (*_find_in_plain_text(value), *_iter_header_secrets(name, value))
            if _is_secret_text(credential)
        )
    )


def mask_header(name: str, value: str, known: Credentials) -> str:
    """The value of a header for people: a secret masked, of a cookie only its value."""
    if not is_secret_name(name) or not value:
        return known.mask_text(value)
    if not _is_cookie(name):
        return mask_credential(value)
    return known.mask_text(_COOKIE.sub(_mask_cookie, value))


def _iter_session_ids(root: Json) -> Iterable[str]:
    """The session ids, of every session there is, whatever type they have."""
    if not isinstance(root, JsonObject):
        return
    of_portal = find_session_content(root)
    if of_portal is not None and of_portal[2] is SessionKind.PORTAL_PAGE:
        yield from _iter_leaf_texts(of_portal[1].get("id"))
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


def _may_name_secret(body: str) -> bool:
    """Whether any text in a document may say within itself what is a secret in it.

    Asked once of the whole, so that the short texts of most documents need no look of their own: a
    quotation mark within a text is escaped, and so may be anything.
    """
    if "=" in body or "\\" in body or ("@" in body and "://" in body) or may_have_bearer(body):
        return True
    return ": " in body and has_match(_COLON, body, 2)


class _NameCache(dict[str, bool]):
    """The names met, and of each whether it says secret."""

    def __init__(self) -> None:
        super().__init__({"": False})
        self._unnumbered: dict[str, bool] = {}

    def __missing__(self, name: str) -> bool:
        kind = strip_number(name)  # by which alone a hundred thousand may differ
        if kind not in self._unnumbered:
            self._unnumbered[kind] = is_secret_name(kind)
        is_secret = self[name] = self._unnumbered[kind]
        return is_secret


def _find_in_tree(root: Json, texts: list[str], min_length: int, min_leaf: int) -> list[str]:
    """What names and looks call a secret; texts of the length or more, and names, go to the list.

    No more is collected: a list of hundreds of thousands is freed in one go, which the window would
    have to wait for. Texts of fewer characters than ``min_leaf`` are not looked at.
    """
    min_leaf = min(min_leaf, max(min_length, MIN_PATTERN_LENGTH))
    found: list[str] = []
    waiting: list[tuple[Json, str]] = [(root, "")]
    secret = _NameCache()
    harmless: dict[str, bool] = {}
    while waiting:
        for name, value in chain.from_iterable(iter_members(*waiting.pop())):
            if secret[name]:
                found += filter(_is_secret_text, _iter_leaf_texts(value))
            if isinstance(value, str):
                if len(value) >= min_leaf:
                    found += _find_in_leaf(name, value, harmless)
                    if len(value) >= min_length:
                        texts.append(value)
            elif value.__class__ in CONTAINERS and value is not EMPTY_ARRAY:
                waiting.append((value, name))
    names = [name for name in secret if len(name) >= MIN_PATTERN_LENGTH]
    found += filter(is_secret_looking, names)
    texts += (name for name in names if len(name) >= min_length)
    if "value" in secret and not secret.keys().isdisjoint(_NAME_MEMBERS):
        found += _iter_paired_secrets(root)
    return found


def _find_in_leaf(name: str, text: str, harmless: dict[str, bool]) -> Iterable[str]:
    """What a text is or holds by its looks; of most texts a few looks are enough.

    ``harmless``: what is known of names already.
    """
    if len(text) >= MIN_SECRET_LENGTH and " " not in text[:MIN_SECRET_LENGTH]:
        if name not in harmless:
            harmless[name] = _is_harmless_name(name)
        if not harmless[name] and is_secret_looking(text):
            return (text,)
    has_pair = "=" in text or '"' in text or ": " in text
    if has_pair or ("@" in text and "://" in text) or may_have_bearer(text):
        return _find_named(text)
    return ()


def _iter_paired_secrets(root: Json) -> Iterator[str]:
    """What objects say in two members: ``{"name": "X-Auth-Token", "value": "…"}``."""
    waiting = [root]
    while waiting:
        check_interruption()
        value = waiting.pop()
        if isinstance(value, JsonArray):
            waiting += value.items
        elif isinstance(value, JsonObject):
            waiting += [inner for _, inner in value.members if inner.__class__ in CONTAINERS]
            names = [value.get(member) for member in _NAME_MEMBERS]
            if any(isinstance(name, str) and is_secret_name(name) for name in names):
                yield from filter(_is_secret_text, _iter_leaf_texts(value.get("value")))


def _is_harmless_name(name: str) -> bool:
    """Whether long texts are usual in a field of that name, and no secrets."""
    return is_identifying_name(name) or any(find_field(one, name) for one in ObjectType)


def _is_secret_text(text: str) -> bool:
    """Whether a value that only its name calls a secret is one wherever else it occurs."""
    if text.startswith(_VARIABLE_BEGINNINGS) and all(map(_VARIABLE.fullmatch, text.split())):
        return False
    is_number = text.replace(".", "").isdigit()
    return len(text) >= (_MIN_NAMED_DIGITS if is_number else _MIN_NAMED_LENGTH)


def _iter_leaf_texts(value: Json) -> Iterator[str]:
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str(text) | JsonNumber(text):
                if text:
                    yield text
            case JsonObject(members):
                waiting += [member for _, member in members]
            case JsonArray(items):
                waiting += items
            case _:
                pass  # neither true nor null holds a credential


def _find_in_plain_text(text: str) -> Iterator[str]:
    yield from find_pattern_matches(text)
    yield from _find_named(text)


def _find_named(text: str) -> Iterator[str]:
    """What a name within the text calls a secret."""
    for part in iter_parts(text):
        if "=" in part or '"' in part:
            for name, value, other_name, other_value in _PARAMETER.findall(part):
                secret = value or other_value
                if _is_secret_text(secret) and is_secret_name(name or other_name):
                    yield secret
        if "=" in part or ": " in part:
            for name, value in _WRITTEN_PAIR.findall(part):
                if _WORD.fullmatch(value) is None and is_secret_name(name):
                    yield from filter(_is_secret_text, (value,))
        if "://" in part:
            yield from filter(_is_secret_text, _USER_INFO.findall(part))
        yield from find_bearers(part)


def _iter_header_secrets(name: str, value: str) -> Iterator[str]:
    if name.lower() in _ADDRESS_HEADERS:
        yield from find_secret_looking(value)
    if not is_secret_name(name):
        return
    if not _is_cookie(name):
        yield _SCHEME.sub("", value)
        return
    for cookie, secret in _COOKIE.findall(value):
        if cookie.lower() not in _COOKIE_ATTRIBUTES:
            yield secret


def _is_cookie(name: str) -> bool:
    return "cookie" in name.lower()


def _mask_cookie(found: re.Match[str]) -> str:
    is_attribute = found[1].lower() in _COOKIE_ATTRIBUTES
    return found[0] if is_attribute else f"{found[1]}={mask_credential(found[2])}"
