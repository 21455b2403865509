"""Replaces the personal data in an answer by pseudonyms and placeholders.

An allow-list: whatever is not documented may be personal and is removed. Only values that EnOS
documents as codes, flags and times are kept, and the gateway's messages without names in them.
"""

from __future__ import annotations

import re
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.report.pseudonyms import Kind, Pseudonyms
from inspector_app.session.reading.document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.reading.documented_field import ObjectType
from inspector_app.session.reading.fields import find_field

if TYPE_CHECKING:
    from collections.abc import Iterator

REMOVED: Final = "[personal data removed]"
"""The placeholder for personal data that gets no pseudonym."""


class _Treatment(Enum):
    """How the value of a field is redacted."""

    KEEP = "keep"
    MESSAGE = "message"
    ENTER = "enter"
    IDENTITY = "identity"
    REMOVE = "remove"


_MESSAGES: Final = frozenset({"message", "msg"})
_USER_DATA: Final = frozenset({"email", "phone", "phoneArea", "description", "extra", "domain"})
_IDENTITIES: Final = MappingProxyType(
    {
        (ObjectType.USER, "id"): Kind.USER,
        (ObjectType.USER, "name"): Kind.USER,
        (ObjectType.USER, "createdByUserId"): Kind.USER,
        (ObjectType.USER, "resourceId"): Kind.RESOURCE,
        (ObjectType.USER, "organizationId"): Kind.ORGANIZATION,
        (ObjectType.ORGANIZATION, "id"): Kind.ORGANIZATION,
        (ObjectType.ORGANIZATION, "name"): Kind.ORGANIZATION,
        (ObjectType.ORGANIZATION, "domain"): Kind.ORGANIZATION,
    }
)
_OF_ITS_OBJECT: Final = frozenset({"name", "domain"})
"""Fields whose pseudonym is that of their sibling ``id``: both identify the same object."""

_INNER: Final = MappingProxyType(
    {
        (ObjectType.ENVELOPE, "session"): ObjectType.SESSION,
        (ObjectType.SESSION, "user"): ObjectType.USER,
        (ObjectType.SESSION, "workingOrganization"): ObjectType.ORGANIZATION,
        (ObjectType.SESSION, "residentOrganization"): ObjectType.ORGANIZATION,
        (ObjectType.USER, "organization"): ObjectType.ORGANIZATION,
        (ObjectType.USER, "guestOrganizations"): ObjectType.ORGANIZATION,
    }
)
_NO_NAME_IN_IT: Final = re.compile(
    r"[A-Z][A-Z_]{2,30}|[-+0-9.:/ TZ]{1,40}|\[credential removed\]|[A-Za-z_]{0,13}•{12}"
)
_REQUEST_ID: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
_ORDINARY_NAME: Final = re.compile(r"(?!.*[0-9]{6})[A-Za-z_][A-Za-z0-9_]{0,39}")
_PERSONAL_LOOK: Final = re.compile(
    # Anchored at a word's start and possessive (no backtracking): megabytes may be one word.
    r"(?<![\w.+-])[\w.+-]++@[\w.-]+"
    r"|(?<![A-Za-z0-9])[a-z]\d{13,}(?![A-Za-z0-9])|\+?\d[\d ()-]{6,}\d",
    re.ASCII,
)
_SHORTEST_PART: Final = 3
"""Minimum length of a name that is searched for in messages; a shorter one is everywhere."""


class PersonalData:
    """Redacts the personal data of one document, from which secrets are removed already."""

    def __init__(self, root: Json, key: bytes) -> None:
        self._root = root
        self._pseudonyms = Pseudonyms(key)
        self._labels: dict[str, str] = {}
        self._collect(root, ObjectType.ENVELOPE)
        self._in_texts = {
            one.lower(): label
            for one, label in sorted(self._labels.items(), key=lambda item: -len(item[0]))
            if len(one) >= _SHORTEST_PART - (not one.isascii())
        }

    def removed(self) -> Json:
        """The document with pseudonyms for identities and without any other personal data."""
        return self._walk(self._root, ObjectType.ENVELOPE)

    def free_text(self, text: str) -> str:
        """A gateway's message without the names, ids, addresses and numbers of people in it.

        Case-insensitive, because gateways vary the case of a login.
        """
        lower = text.lower()
        if named := [re.escape(one) for one in self._in_texts if one in lower]:
            text = re.sub("|".join(named), self._label_of, text, flags=re.IGNORECASE)
        return _PERSONAL_LOOK.sub(REMOVED, text)

    def _label_of(self, found: re.Match[str]) -> str:
        return self._in_texts.get(found[0].lower(), REMOVED)

    def _collect(self, value: Json, place: ObjectType) -> None:
        match value:
            case JsonObject(members):
                for name, member in members:
                    match _treatment(place, name):
                        case _Treatment.ENTER:
                            self._collect(member, _INNER[place, name])
                        case _Treatment.IDENTITY:
                            self._remember(member, self._identity(place, name, member, value))
                        case _Treatment.REMOVE:
                            for text in _texts(member):
                                self._remember(text, REMOVED)
                        case _:
                            pass
            case JsonArray(items):
                for item in items:
                    self._collect(item, place)
            case _ if place is ObjectType.ORGANIZATION:
                self._remember(value, self._of_scalar(Kind.ORGANIZATION, value))
            case _:
                self._remember(value, REMOVED)

    def _remember(self, value: Json, label: Json) -> None:
        text = _text(value)
        if text and isinstance(label, str) and self._labels.get(text, REMOVED) == REMOVED:
            self._labels[text] = label

    def _identity(self, place: ObjectType, name: str, own: Json, around: JsonObject) -> Json:
        kind = _IDENTITIES[place, name]
        sibling = _text(around.get("id")) if name in _OF_ITS_OBJECT else None
        if sibling and _text(own):
            return self._pseudonyms.label(kind, sibling)
        return self._of_scalar(kind, own)

    def _of_scalar(self, kind: Kind, value: Json) -> Json:
        text = _text(value)
        if text:
            return self._pseudonyms.label(kind, text)
        return REMOVED if isinstance(value, JsonObject | JsonArray) else value

    def _walk(self, value: Json, place: ObjectType) -> Json:
        match value:
            case JsonObject(members):
                return JsonObject(
                    tuple(
                        (self._name(place, name, member), self._member(place, name, member, value))
                        for name, member in members
                    )
                )
            case JsonArray(items):
                return JsonArray(tuple(self._walk(item, place) for item in items))
            case str() | JsonNumber() if place is ObjectType.ORGANIZATION:
                return self._of_scalar(Kind.ORGANIZATION, value)
            case str() | JsonNumber():
                return self._removed(value)
            case _:
                return value

    def _name(self, place: ObjectType, name: str, value: Json) -> str:
        if find_field(place, name) is not None:
            return name
        may_be_a_map = place is ObjectType.OTHER or (
            place is ObjectType.ORGANIZATION and isinstance(value, JsonObject | JsonArray)
        )
        if _ORDINARY_NAME.fullmatch(name) and name not in self._labels and not may_be_a_map:
            return name
        return self._pseudonyms.label(Kind.FIELD, name)

    def _member(self, place: ObjectType, name: str, value: Json, around: JsonObject) -> Json:
        match _treatment(place, name):
            case _Treatment.KEEP:
                return self._kept(value, _REQUEST_ID if name == "requestId" else _NO_NAME_IN_IT)
            case _Treatment.MESSAGE if isinstance(value, str):
                return self.free_text(value)
            case _Treatment.ENTER:
                return self._walk(value, _INNER[place, name])
            case _Treatment.IDENTITY:
                return self._identity(place, name, value, around)
            case _:
                return self._walk(value, ObjectType.OTHER)

    def _kept(self, value: Json, fit: re.Pattern[str]) -> Json:
        if isinstance(value, JsonObject | JsonArray):
            return self._walk(value, ObjectType.OTHER)
        if isinstance(value, str) and (value in self._labels or not fit.fullmatch(value)):
            return self._removed(value)
        return value

    def _removed(self, value: Json) -> Json:
        return self._labels.get(_text(value) or "", REMOVED) if value != "" else value


def _treatment(place: ObjectType, name: str) -> _Treatment:
    known = find_field(place, name)
    if known is None or (place is ObjectType.USER and known.name in _USER_DATA):
        return _Treatment.REMOVE
    if (place, name) in _IDENTITIES:
        return _Treatment.IDENTITY
    if (place, name) in _INNER:
        return _Treatment.ENTER
    if place is ObjectType.ENVELOPE and name in _MESSAGES:
        return _Treatment.MESSAGE
    return _Treatment.KEEP


def _text(value: Json) -> str | None:
    match value:
        case str():
            return value
        case JsonNumber(text):
            return text
        case _:
            return None


def _texts(value: Json) -> Iterator[Json]:
    match value:
        case JsonObject(members):
            for _, member in members:
                yield from _texts(member)
        case JsonArray(items):
            for item in items:
                yield from _texts(item)
        case str() | JsonNumber():
            yield value
        case _:
            return
