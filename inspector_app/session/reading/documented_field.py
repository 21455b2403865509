"""Specification of one documented field: spellings, JSON types, kind and meanings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import Final

from inspector_app.session.reading import scalars
from inspector_app.session.reading.document import Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.severity import Severity
from inspector_app.session.wording import Text, tr

_NOTHING: Final = Text("")
_EVERY_RELEASE: Final = tr("EnOS documentation 2.1 to 2.4")


class Place(Enum):
    """The object of the answer that holds a field."""

    ENVELOPE = "envelope"
    SESSION = "session"
    USER = "user"
    ORGANIZATION = "organization"
    ELSEWHERE = "elsewhere"


class Form(Flag):
    """The JSON types in which a field is known to come."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    OBJECT = auto()
    LIST = auto()
    ANY = TEXT | NUMBER | FLAG | OBJECT | LIST


class Sense(Enum):
    """How a field's value is to be read."""

    PLAIN = "plain"
    CODE = "code"
    ANSWER_CODE = "answer code"
    INSTANT = "instant"
    SPAN = "span"
    IDENTIFIER = "identifier"
    CREDENTIAL = "credential"
    ORGANIZATION = "organization"
    USER = "user"


class Presence(Enum):
    """What the documented samples let one expect of a field."""

    EXPECTED = "expected"
    NULLABLE = "nullable"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Word:
    """What a number, a flag or a fixed text means."""

    words: Text
    severity: Severity = Severity.PLAIN


@dataclass(frozen=True, slots=True)
class Field:
    """One documented field.

    ``names`` are its spellings, the documentation's first. ``description`` says what it is,
    ``meanings`` what its values mean by number (booleans by 0 and 1), ``text_codes`` by text.
    ``is_unit_guessed`` marks an instant whose unit nothing documents.
    """

    names: tuple[str, ...]
    form: Form
    sense: Sense = Sense.PLAIN
    presence: Presence = Presence.EXPECTED
    about: Text = _NOTHING
    words: tuple[tuple[int, Word], ...] = ()
    texts: tuple[tuple[str, int], ...] = ()
    source: Text = _EVERY_RELEASE
    guesses_unit: bool = False

    @property
    def name(self) -> str:
        """The documentation's spelling."""
        return self.names[0]

    def word(self, value: Json) -> Word | None:
        """What a value of this field means; None where no documentation says."""
        if not self.words:
            return None
        number = self.number(value)
        return next((word for code, word in self.words if code == number), None)

    def number(self, value: Json) -> int | None:
        """The number that stands for the value: booleans are 0 and 1, texts as documented."""
        if isinstance(value, str):
            spelled = value.upper().replace(" ", "_")
            named = next((code for known, code in self.texts if known == spelled), None)
            if named is not None:
                return named
        if self.form is Form.FLAG:
            truth = scalars.flag(value)
            return None if truth is None else int(truth)
        return scalars.whole(value)


def form_of(value: Json) -> Form | None:
    """The JSON type of a value; None for null."""
    match value:
        case None:
            return None
        case bool():
            return Form.FLAG
        case str():
            return Form.TEXT
        case JsonNumber():
            return Form.NUMBER
        case JsonArray():
            return Form.LIST
        case JsonObject():
            return Form.OBJECT
