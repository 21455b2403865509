"""Say in words what the codes of a user mean, wherever a sentence or a summary needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import ObjectType, ValueMeaning
from inspector_app.session.parsing.json_document import JsonNumber
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.parsing.parsed_answer import ParsedField, User


def describe_code(name: str, sent: ParsedField[int]) -> ValueMeaning | None:
    """What a code of the user is documented to mean; None where it was not sent."""
    known = find_field(ObjectType.USER, name)
    if sent.value is None or known is None:
        return None
    word = known.find_meaning(JsonNumber(str(sent.value)))
    if word is not None:
        return word
    unknown = tr("{field} unknown ({value})", field=name, value=str(sent.value))
    return ValueMeaning(unknown, Severity.NOTICE)


def describe_user_type(user: User) -> Text | None:
    """The number of ``type`` with its readings, none of which is stated alone as a fact."""
    word = describe_code("type", user.type)
    if word is None:
        return None
    if word.provenance is not Provenance.INFERRED:
        return word.text
    return tr("type {number}: {readings}", number=str(user.type.value), readings=word.text)


def append_user_type(words: Text, readings: Text) -> Text:
    """The words about an account, followed by the readings of the kind of user."""
    if not words.template:
        return readings
    return tr("{words}; {readings}", words=words, readings=readings)
