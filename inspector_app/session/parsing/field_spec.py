"""Specification of one documented field: spellings, JSON types, kind and meanings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import Final

from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

_NO_TEXT: Final = Text("")
_ALL_RELEASES: Final = tr("EnOS documentation 2.1 to 2.4")


class ObjectType(Enum):
    """The object of the answer that holds a field."""

    ENVELOPE = "envelope"
    SESSION = "session"
    USER = "user"
    ORGANIZATION = "organization"
    COMPANION = "companion's envelope"
    ORGANIZATION_INFO = "organization in a companion"
    PORTAL_ENVELOPE = "the portal's envelope"
    PORTAL_SESSION = "the portal's session"
    PORTAL_PAGE = "session of the portal's page"
    PORTAL_COMPANION = "envelope of a portal companion"
    PORTAL_DATA = "data of a portal companion"
    PORTAL_APPLICATION = "application of the portal"
    PORTAL_MENU = "menu or permission"
    OTHER = "elsewhere"


class JsonType(Flag):
    """The JSON types in which a field is known to come."""

    STRING = auto()
    NUMBER = auto()
    BOOLEAN = auto()
    OBJECT = auto()
    ARRAY = auto()
    ANY = STRING | NUMBER | BOOLEAN | OBJECT | ARRAY


class FieldKind(Enum):
    """How a field's value is to be read."""

    PLAIN = "plain"
    CODE = "code"
    ANSWER_CODE = "answer code"
    INSTANT = "instant"
    DURATION = "span"
    IDENTIFIER = "identifier"
    CREDENTIAL = "credential"
    ORGANIZATION = "organization"
    ORGANIZATION_INFO = "organization info"
    USER = "user"
    PORTAL_DATA = "portal data"
    PORTAL_APPLICATION = "portal application"
    PORTAL_MENU = "portal menu"


class Presence(Enum):
    """What the documented samples let one expect of a field."""

    EXPECTED = "expected"
    NULLABLE = "nullable"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class ValueMeaning:
    """What a number, a flag or a fixed text means."""

    text: Text
    severity: Severity = Severity.PLAIN
    provenance: Provenance = Provenance.DOCUMENTED


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One documented field.

    ``names`` are its spellings, the documentation's first. ``description`` says what it is,
    ``meanings`` what its values mean by number (booleans by 0 and 1), ``text_codes`` by text.
    ``provenance`` is that of the description, or for an instant that of its unit and zone.
    """

    names: tuple[str, ...]
    json_type: JsonType
    kind: FieldKind = FieldKind.PLAIN
    presence: Presence = Presence.EXPECTED
    description: Text = _NO_TEXT
    meanings: tuple[tuple[int, ValueMeaning], ...] = ()
    text_codes: tuple[tuple[str, int], ...] = ()
    source: Text = _ALL_RELEASES
    provenance: Provenance = Provenance.DOCUMENTED

    @property
    def name(self) -> str:
        """The documentation's spelling."""
        return self.names[0]

    def find_meaning(self, value: Json) -> ValueMeaning | None:
        """What a value of this field means; None where no documentation says."""
        if not self.meanings:
            return None
        number = self.parse_code(value)
        return next((word for code, word in self.meanings if code == number), None)

    def parse_code(self, value: Json) -> int | None:
        """The number that stands for the value: booleans are 0 and 1, texts as documented."""
        if isinstance(value, str):
            spelled = value.upper().replace(" ", "_")
            named = next((code for known, code in self.text_codes if known == spelled), None)
            if named is not None:
                return named
        can_be_flag = bool(self.json_type & JsonType.BOOLEAN)
        if self.json_type is JsonType.BOOLEAN or (can_be_flag and isinstance(value, bool)):
            truth = scalars.parse_boolean(value)
            return None if truth is None else int(truth)
        return scalars.parse_integer(value)


def get_json_type(value: Json) -> JsonType | None:
    """The JSON type of a value; None for null."""
    match value:
        case None:
            return None
        case bool():
            return JsonType.BOOLEAN
        case str():
            return JsonType.STRING
        case JsonNumber():
            return JsonType.NUMBER
        case JsonArray():
            return JsonType.ARRAY
        case JsonObject():
            return JsonType.OBJECT
