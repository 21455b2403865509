"""Fields that are null or empty, which the window folds into one row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import Presence
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject
from inspector_app.session.presentation.meaning import Meaning, build_fixed_meaning
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, as_literal, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.session.parsing.field_spec import ObjectType
    from inspector_app.session.parsing.json_document import Json

MAX_NAMES: Final = 3
"""Names in the row itself: the field that is looked for most often is among the first."""


def is_unset(value: Json) -> bool:
    """Whether a value says nothing: null, or without content."""
    if isinstance(value, JsonNumber):  # the most, where there are many
        return False
    if isinstance(value, JsonObject):
        return not value.members
    if isinstance(value, JsonArray):
        return not value.items
    return value is None or value == ""


def is_missed(object_type: ObjectType, name: str, value: Json) -> bool:
    """Whether a field is null where the documentation lets one expect a value."""
    known = find_field(object_type, name) if value is None else None
    return known is not None and known.presence is Presence.EXPECTED


def name_first(names: Sequence[str], count: int) -> Text:
    """Some names of fields, and how many of ``count`` there are besides."""
    shown, left = ", ".join(names), count - len(names)
    if left > 0:
        return tr("{names}, {count} more", names=shown, count=left)
    return as_literal(shown)


def summarize_unset(missed: int) -> Meaning:
    """What the row says; ``missed`` are those that should have a value."""
    if missed:
        return build_fixed_meaning(
            tr("null or empty; where a value is documented: {count}", count=missed),
            Severity.NOTICE,
        )
    return build_fixed_meaning(tr("null or empty"))
