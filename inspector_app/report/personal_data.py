"""Replaces the personal data in an answer by pseudonyms and placeholders.

An allow-list: whatever is not documented may be personal and is removed. Only values that EnOS
documents as codes, flags and times are kept, and the gateway's messages without names in them.
"""

from __future__ import annotations

import re
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.report.name_index import NameIndex
from inspector_app.report.pseudonyms import PseudonymKind, PseudonymRegistry
from inspector_app.session.credentials import CREDENTIAL_PLACEHOLDER, PERSONAL_DATA_PLACEHOLDER
from inspector_app.session.interruption import check_interruption, replace_matches
from inspector_app.session.parsing.answer_parser import detect_format
from inspector_app.session.parsing.companion_recognition import get_recognized_type
from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.parsing.parsed_answer import SYSTEM_USER_ID, AnswerFormat
from inspector_app.session.parsing.portal_session import find_session_content, get_session_type
from inspector_app.session.token import MASK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class _FieldAction(Enum):
    """How the value of a field is redacted."""

    KEEP = "keep"
    REDACT_TEXT = "message"
    DESCEND = "enter"
    PSEUDONYMIZE = "identity"
    REMOVE = "remove"


_MESSAGE_FIELDS: Final = frozenset({"message", "msg"})
_ENVELOPES: Final = frozenset(
    {ObjectType.ENVELOPE, ObjectType.COMPANION}
    | {ObjectType.PORTAL_ENVELOPE, ObjectType.PORTAL_COMPANION}
)
_PERSONAL_FIELDS: Final = MappingProxyType(
    {
        ObjectType.USER: frozenset(
            {"email", "phone", "phoneArea", "description", "extra", "domain"}
        ),
        ObjectType.ORGANIZATION_INFO: frozenset(
            {"description", "approvalDescription", "extra", "code"}
        ),
        ObjectType.PORTAL_DATA: frozenset(
            {"email", "phone", "phoneArea", "description", "domain", "nickName"}
            | {"company", "department", "position"}
        ),
        ObjectType.PORTAL_APPLICATION: frozenset({"url", "category"}),
        ObjectType.PORTAL_MENU: frozenset({"url"}),
    }
)
_IDENTITY_KINDS: Final = MappingProxyType(
    {
        (ObjectType.USER, "id"): PseudonymKind.USER,
        (ObjectType.USER, "name"): PseudonymKind.USER,
        (ObjectType.USER, "createdByUserId"): PseudonymKind.USER,
        (ObjectType.USER, "resourceId"): PseudonymKind.RESOURCE,
        (ObjectType.USER, "organizationId"): PseudonymKind.ORGANIZATION,
        (ObjectType.ORGANIZATION, "id"): PseudonymKind.ORGANIZATION,
        (ObjectType.ORGANIZATION, "name"): PseudonymKind.ORGANIZATION,
        (ObjectType.ORGANIZATION, "domain"): PseudonymKind.ORGANIZATION,
        (ObjectType.ORGANIZATION_INFO, "id"): PseudonymKind.ORGANIZATION,
        (ObjectType.ORGANIZATION_INFO, "name"): PseudonymKind.ORGANIZATION,
        (ObjectType.ORGANIZATION_INFO, "domain"): PseudonymKind.ORGANIZATION,
        (ObjectType.ORGANIZATION_INFO, "ownerId"): PseudonymKind.USER,
        (ObjectType.ORGANIZATION_INFO, "createdByUserId"): PseudonymKind.USER,
        (ObjectType.ORGANIZATION_INFO, "resourceId"): PseudonymKind.RESOURCE,
        (ObjectType.PORTAL_SESSION, "userId"): PseudonymKind.USER,
        (ObjectType.PORTAL_SESSION, "userName"): PseudonymKind.USER,
        (ObjectType.PORTAL_SESSION, "currentOrgId"): PseudonymKind.ORGANIZATION,
        (ObjectType.PORTAL_SESSION, "currentOrgName"): PseudonymKind.ORGANIZATION,
        (ObjectType.PORTAL_DATA, "id"): PseudonymKind.USER,
        (ObjectType.PORTAL_DATA, "name"): PseudonymKind.USER,
        **{
            (ObjectType.PORTAL_APPLICATION, name): PseudonymKind.APPLICATION
            for name in ("id", "code", "identifier", "name", "displayName")
        },
        **{
            (ObjectType.PORTAL_MENU, name): PseudonymKind.RESOURCE
            for name in ("id", "identifier", "name")
        },
    }
)
_ORGANIZATIONS: Final = frozenset({ObjectType.ORGANIZATION, ObjectType.ORGANIZATION_INFO})
_SIBLING_ID_FIELDS: Final = MappingProxyType(
    {"name": "id", "domain": "id", "userName": "userId", "currentOrgName": "currentOrgId"}
)
"""Fields whose pseudonym is that of a sibling: both identify the same object."""

_CHILD_OBJECT_TYPES: Final = MappingProxyType(
    {
        (ObjectType.ENVELOPE, "session"): ObjectType.SESSION,
        (ObjectType.SESSION, "user"): ObjectType.USER,
        (ObjectType.SESSION, "workingOrganization"): ObjectType.ORGANIZATION,
        (ObjectType.SESSION, "residentOrganization"): ObjectType.ORGANIZATION,
        (ObjectType.USER, "organization"): ObjectType.ORGANIZATION,
        (ObjectType.USER, "guestOrganizations"): ObjectType.ORGANIZATION,
        (ObjectType.COMPANION, "organization"): ObjectType.ORGANIZATION_INFO,
        (ObjectType.COMPANION, "organizations"): ObjectType.ORGANIZATION_INFO,
        (ObjectType.PORTAL_ENVELOPE, "data"): ObjectType.PORTAL_SESSION,
        (ObjectType.PORTAL_PAGE, "user"): ObjectType.USER,
        (ObjectType.PORTAL_PAGE, "workingOrganization"): ObjectType.ORGANIZATION,
        (ObjectType.PORTAL_COMPANION, "data"): ObjectType.PORTAL_DATA,
        **{
            (outer, name): inner
            for outer in (ObjectType.PORTAL_COMPANION, ObjectType.PORTAL_DATA)
            for name, inner in (
                ("organizations", ObjectType.ORGANIZATION),
                ("apps", ObjectType.PORTAL_APPLICATION),
                ("menus", ObjectType.PORTAL_MENU),
                ("permissions", ObjectType.PORTAL_MENU),
            )
        },
        (ObjectType.PORTAL_MENU, "children"): ObjectType.PORTAL_MENU,
    }
)
_IMPERSONAL_VALUE: Final = re.compile(
    r"[A-Z][A-Z_]{2,30}|[-+0-9.:/ TZ]{1,40}"
    rf"|{re.escape(CREDENTIAL_PLACEHOLDER)}|[A-Za-z_]{{0,13}}{MASK}"
)
_REQUEST_ID: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
_PLAIN_FIELD_NAME: Final = re.compile(
    r"(?![A-Za-z0-9_]{0,34}[0-9]{6})[A-Za-z_][A-Za-z0-9_]{0,39}"  # with no number of six digits
)
_PERSONAL_PATTERN: Final = re.compile(
    # Anchored at a word's start and possessive (no backtracking): megabytes may be one word.
    r"(?<![\w.+-])[\w.+-]++@[\w.-]+"
    r"|(?<![A-Za-z0-9])[a-z]\d{13,}(?![A-Za-z0-9])|\+?\d[\d ()-]{6,}\d",
    re.ASCII,
)
_MAX_ADDRESS: Final = 1 << 16
"""Characters before the @ of an address, at most: documented ones have 64."""

_MIN_NAME_LENGTH: Final = 3
"""Minimum length of a name that is searched for in messages; a shorter one is everywhere."""


class PersonalDataRedactor:
    """Redacts the personal data of one document, from which secrets are removed already.

    ``companions`` are the documents of further calls beside it, likewise without secrets, each
    with the object that it is. ``pseudonyms`` are those of other documents that are shown beside
    it.
    """

    def __init__(
        self,
        root: Json,
        key: bytes,
        companions: Sequence[tuple[ObjectType, Json]] = (),
        pseudonyms: PseudonymRegistry | None = None,
    ) -> None:
        self._root = root
        self._root_type, self._children = _detect_types(root)
        self._pseudonyms = pseudonyms or PseudonymRegistry(key)
        self._labels: dict[str, str] = {}
        self._applications: dict[str, str] = {}
        self._collect_labels(root, self._root_type)
        for object_type, companion in companions:
            self._collect_labels(companion, object_type)
        self._folded_labels = {one.lower(): label for one, label in self._labels.items()}
        self._names = NameIndex(
            {
                one: label
                for one, label in self._labels.items()
                if len(one) >= _MIN_NAME_LENGTH - (not one.isascii())
            }
        )

    def redact_document(self) -> Json:
        """The document with pseudonyms for identities and without any other personal data."""
        return self._redact_value(self._root, self._root_type)

    def redact_companion(self, object_type: ObjectType, root: Json) -> Json:
        """The same of one of the documents beside it."""
        return self._redact_value(root, object_type)

    def label_application(self, name_or_key: str) -> str:
        """What an application is called in those documents, by any of its names."""
        folded = _fold_application(name_or_key)
        label = self._applications.get(folded)
        if label is None:
            label = self._pseudonyms.get_label(PseudonymKind.APPLICATION, folded) if folded else ""
            self._applications[folded] = label
        return label

    def redact_text(self, text: str) -> str:
        """A gateway's message without the names, ids, addresses and numbers of people in it.

        Case-insensitive, because gateways vary the case of a login.
        """
        return replace_matches(
            _PERSONAL_PATTERN, PERSONAL_DATA_PLACEHOLDER, self._names.replace(text), _MAX_ADDRESS
        )

    def _collect_labels(self, value: Json, object_type: ObjectType) -> None:
        check_interruption()
        match value:
            case JsonObject(members):
                for name, member in members:
                    match _choose_action(object_type, name):
                        case _FieldAction.DESCEND:
                            self._collect_labels(member, self._children[object_type, name])
                        case _FieldAction.PSEUDONYMIZE:
                            self._store_label(
                                member, self._pseudonymize_field(object_type, name, member, value)
                            )
                        case _FieldAction.REMOVE:
                            for text in _iter_texts(member):
                                self._store_label(text, PERSONAL_DATA_PLACEHOLDER)
                        case _:
                            pass
            case JsonArray(items):
                for item in items:
                    self._collect_labels(item, object_type)
            case _ if object_type in _ORGANIZATIONS:
                self._store_label(
                    value, self._pseudonymize_scalar(PseudonymKind.ORGANIZATION, value)
                )
            case _:
                self._store_label(value, PERSONAL_DATA_PLACEHOLDER)

    def _store_label(self, value: Json, label: Json) -> None:
        text = _get_text(value)
        if (
            text
            and label != value  # what is no person's is kept
            and isinstance(label, str)
            and self._labels.get(text, PERSONAL_DATA_PLACEHOLDER) == PERSONAL_DATA_PLACEHOLDER
        ):
            self._labels[text] = label

    def _pseudonymize_field(
        self, object_type: ObjectType, name: str, value: Json, parent: JsonObject
    ) -> Json:
        if name == "createdByUserId" and _get_text(value) == SYSTEM_USER_ID:
            return value  # no person
        kind = _IDENTITY_KINDS[object_type, name]
        if kind is PseudonymKind.APPLICATION:
            text = _get_text(value)
            return self.label_application(text) if text else self._pseudonymize_scalar(kind, value)
        sibling = _get_text(parent.get(_SIBLING_ID_FIELDS.get(name, "")))
        if sibling and _get_text(value):
            return self._pseudonyms.get_label(kind, sibling)
        return self._pseudonymize_scalar(kind, value)

    def _pseudonymize_scalar(self, kind: PseudonymKind, value: Json) -> Json:
        text = _get_text(value)
        if text:
            return self._pseudonyms.get_label(kind, text)
        return PERSONAL_DATA_PLACEHOLDER if isinstance(value, JsonObject | JsonArray) else value

    def _redact_value(self, value: Json, object_type: ObjectType) -> Json:
        check_interruption()
        match value:
            case JsonObject(members):
                return JsonObject(
                    tuple(
                        (
                            self._redact_name(object_type, name, member),
                            self._redact_member(object_type, name, member, value),
                        )
                        for name, member in members
                    )
                )
            case JsonArray(items):
                return JsonArray(tuple(self._redact_value(item, object_type) for item in items))
            case str() | JsonNumber() if object_type in _ORGANIZATIONS:
                return self._pseudonymize_scalar(PseudonymKind.ORGANIZATION, value)
            case str() | JsonNumber():
                return self._replace_value(value)
            case _:
                return value

    def _redact_name(self, object_type: ObjectType, name: str, value: Json) -> str:
        if find_field(object_type, name) is not None:
            return name
        may_be_a_map = object_type is ObjectType.OTHER or (
            object_type in _ORGANIZATIONS and isinstance(value, JsonObject | JsonArray)
        )
        if _PLAIN_FIELD_NAME.fullmatch(name) and name not in self._labels and not may_be_a_map:
            return name
        return self._pseudonyms.get_label(PseudonymKind.FIELD, name)

    def _redact_member(
        self, object_type: ObjectType, name: str, value: Json, parent: JsonObject
    ) -> Json:
        match _choose_action(object_type, name):
            case _FieldAction.KEEP:
                return self._redact_unless_impersonal(
                    value, _REQUEST_ID if name == "requestId" else _IMPERSONAL_VALUE
                )
            case _FieldAction.REDACT_TEXT if isinstance(value, str):
                return self.redact_text(value)
            case _FieldAction.DESCEND:
                return self._redact_value(value, self._children[object_type, name])
            case _FieldAction.PSEUDONYMIZE:
                return self._pseudonymize_field(object_type, name, value, parent)
            case _:
                return self._redact_value(value, ObjectType.OTHER)

    def _redact_unless_impersonal(self, value: Json, pattern: re.Pattern[str]) -> Json:
        if isinstance(value, JsonObject | JsonArray):
            return self._redact_value(value, ObjectType.OTHER)
        if isinstance(value, str) and (
            not pattern.fullmatch(value) or self._find_folded_label(value) is not None
        ):
            return self._replace_value(value)
        return value

    def _find_folded_label(self, value: str) -> str | None:
        """The label of a value that is a name in whatever case, its blanks written as ``_``."""
        lower = value.lower()
        return self._folded_labels.get(lower) or self._folded_labels.get(lower.replace("_", " "))

    def _replace_value(self, value: Json) -> Json:
        if value == "":
            return value
        text = _get_text(value) or ""
        return self._labels.get(text) or self._find_folded_label(text) or PERSONAL_DATA_PLACEHOLDER


def _detect_types(
    root: Json,
) -> tuple[ObjectType, Mapping[tuple[ObjectType, str], ObjectType]]:
    """What the document is, and what its members are: the portal's answers are of two kinds."""
    recognized = get_recognized_type(root)
    if recognized is not None:
        return recognized, _CHILD_OBJECT_TYPES
    if not isinstance(root, JsonObject) or detect_format(root) is not AnswerFormat.PORTAL:
        return ObjectType.ENVELOPE, _CHILD_OBJECT_TYPES
    found = find_session_content(root)
    if found is None:
        return ObjectType.PORTAL_ENVELOPE, _CHILD_OBJECT_TYPES
    path, _, kind = found
    inner = get_session_type(kind)
    if not path:
        return inner, _CHILD_OBJECT_TYPES
    return ObjectType.PORTAL_ENVELOPE, MappingProxyType(
        {**_CHILD_OBJECT_TYPES, (ObjectType.PORTAL_ENVELOPE, "data"): inner}
    )


def _fold_application(text: str) -> str:
    """An application's name in any case: what one is asked by need not be spelled as in a list."""
    return text.strip().casefold()


def _choose_action(object_type: ObjectType, name: str) -> _FieldAction:
    known = find_field(object_type, name)
    if known is None or known.name in _PERSONAL_FIELDS.get(object_type, ()):
        return _FieldAction.REMOVE
    if (object_type, name) in _IDENTITY_KINDS:
        return _FieldAction.PSEUDONYMIZE
    if (object_type, name) in _CHILD_OBJECT_TYPES:
        return _FieldAction.DESCEND
    if object_type in _ENVELOPES and name in _MESSAGE_FIELDS:
        return _FieldAction.REDACT_TEXT
    return _FieldAction.KEEP


def _get_text(value: Json) -> str | None:
    match value:
        case str():
            return value
        case JsonNumber(text):
            return text
        case _:
            return None


def _iter_texts(value: Json) -> Iterator[Json]:
    match value:
        case JsonObject(members):
            for _, member in members:
                yield from _iter_texts(member)
        case JsonArray(items):
            for item in items:
                yield from _iter_texts(item)
        case str() | JsonNumber():
            yield value
        case _:
            return
