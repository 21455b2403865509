"""Parse numbers, booleans and texts, whichever JSON type a release sends them as.

EnOS documentation 2.1-2.4 names integers where its own sample shows ``2``, ``0.0``,
``1.601192046E12`` and ``"MEDIUM"``: each parser here accepts what can be meant by one thing only,
and answers None for the rest.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing.json_document import JsonNumber

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import Json

_NUMBER_PATTERN: Final = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?")
_MAX_EXPONENT: Final = 30


def parse_number(value: Json) -> Decimal | None:
    """The number that a JSON number, or a text made of digits alone, stands for.

    None for anything else, and for sizes that no EnOS field can mean (10^30 and beyond).
    """
    match value:
        case JsonNumber(text) | str(text) if _NUMBER_PATTERN.fullmatch(text):
            found = Decimal(text)
            return found if abs(found.adjusted()) < _MAX_EXPONENT or not found else None
        case _:
            return None


def parse_integer(value: Json) -> int | None:
    """The integer that is meant; None where the number has a fraction."""
    found = parse_number(value)
    return int(found) if found is not None and found == found.to_integral_value() else None


def parse_boolean(value: Json) -> bool | None:
    """True or false, also from ``"true"``, ``"false"``, 1 and 0."""
    match value:
        case bool():
            return value
        case str() if value.lower() in {"true", "false"}:
            return value.lower() == "true"
        case JsonNumber():
            found = parse_integer(value)
            return bool(found) if found in {0, 1} else None
        case _:
            return None


def parse_text(value: Json) -> str | None:
    """The characters of a text, or the digits of a number that came in its place."""
    match value:
        case str():
            return value
        case JsonNumber(digits):
            return digits
        case _:
            return None
