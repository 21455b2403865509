"""Describe what the value of a field means: shown beside the raw value, never instead of it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.fingerprints import compute_fingerprint
from inspector_app.session.parsing import answer_codes, scalars, timestamps
from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import FieldKind, FieldSpec, ObjectType, Presence
from inspector_app.session.parsing.json_document import Json, JsonArray, JsonObject
from inspector_app.session.parsing.parsed_answer import SSO_AUTH_TYPE, SYSTEM_USER_ID
from inspector_app.session.parsing.schema_notes import check_json_type
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.presentation.instant_meanings import (
    describe_duration,
    describe_identifier,
    describe_instant,
    describe_verified_at,
)
from inspector_app.session.presentation.meaning import Meaning, build_fixed_meaning
from inspector_app.session.presentation.record_list import MeaningKind
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer
    from inspector_app.session.path import Path

_MAX_VALUE_LENGTH: Final = 40
_VERIFIABLE_FIELDS: Final = frozenset({"email", "phone"})
"""Fields beside which a flag says whether they were verified."""

_VERIFIED_AT_FIELDS: Final = frozenset({"emailVerifiedAt", "phoneVerifiedAt"})
_PASSWORD_FIELDS: Final = frozenset({"passwordState", "passwordExpireTime"})
"""Fields of which an SSO account makes no use."""

_FIELDS_WITH_SIBLINGS: Final = (
    _VERIFIABLE_FIELDS | _VERIFIED_AT_FIELDS | _PASSWORD_FIELDS | {"createdByUserId"}
)
_TIME_SUFFIXES: Final = ("Time", "time", "At", "_at")


def describe_field(
    field_spec: FieldSpec,
    value: Json,
    path: Path,
    parsed: ParsedAnswer,
    lifetimes: Lifetimes | None,
) -> Meaning:
    """What the value of a documented field means."""
    meaning = _describe_by_siblings(field_spec, value, path, parsed) or _describe_by_kind(
        field_spec, value, lifetimes
    )
    if field_spec.kind is FieldKind.ANSWER_CODE and parsed.has_foreign_code:
        meaning = _describe_foreign_code(value) or meaning
    if _is_blocking_password_expiry(path, parsed, lifetimes):
        meaning = meaning._replace(severity=Severity.BAD)
    wrong = check_json_type(field_spec, value)
    if wrong is None:
        return meaning
    return Meaning(
        lambda view: _append_problem(meaning.format_text(view), wrong),
        _raise_severity(meaning.severity),
        meaning.provenance,
    )


def classify_member(object_type: ObjectType, name: str) -> MeaningKind:
    """What the meaning of a member depends on, where it is not one of the user's own."""
    field_spec = find_field(object_type, name)
    if field_spec is None:
        is_time = object_type is not ObjectType.OTHER and name.endswith(_TIME_SUFFIXES)
        return MeaningKind.VARYING if is_time else MeaningKind.TYPE
    has_words = bool(field_spec.meanings)
    match field_spec.kind:
        case FieldKind.CODE:
            return MeaningKind.VALUE
        case FieldKind.PLAIN:
            return MeaningKind.VALUE if has_words else MeaningKind.TYPE
        case FieldKind.IDENTIFIER:
            return MeaningKind.VARYING if has_words else MeaningKind.ID_DATE
        case _:
            return MeaningKind.VARYING


def describe_unknown_field(name: str, value: Json) -> Meaning:
    """What can be said of a field that no documentation names: that, and how much is in it."""
    moment_sent = timestamps.parse_instant(value)
    if moment_sent is not None and name.endswith(_TIME_SUFFIXES):
        seconds = moment_sent.seconds
        return Meaning(
            lambda view: tr(
                "not documented; perhaps {time}", time=time_format.format_instant(seconds, view)
            ),
            Severity.NOTICE,
            Provenance.INFERRED,
        )
    return build_fixed_meaning(_append_size(tr("not documented"), value), Severity.NOTICE)


def describe_content(value: Json) -> Meaning:
    """How much there is in a value that has no name of its own."""
    return build_fixed_meaning(format_size(value))


def format_size(value: Json) -> Text:
    """How many entries or fields there are; nothing for simple values."""
    match value:
        case JsonArray(items):
            return tr("entries: {count}", count=len(items))
        case JsonObject(members):
            return tr("fields: {count}", count=len(members))
        case _:
            return Text("")


def _describe_by_kind(field_spec: FieldSpec, value: Json, lifetimes: Lifetimes | None) -> Meaning:
    if value is None:
        return _describe_null(field_spec)
    if value == "":
        return build_fixed_meaning(tr("empty"))
    if field_spec.kind is FieldKind.DURATION:
        return describe_duration(value, lifetimes)
    return _DESCRIBERS.get(field_spec.kind, _describe_plain)(field_spec, value)


def _describe_null(field_spec: FieldSpec) -> Meaning:
    if field_spec.presence is Presence.EXPECTED and field_spec.name != "session":
        return build_fixed_meaning(tr("null where a value is documented"), Severity.NOTICE)
    return build_fixed_meaning(
        tr("none given") if field_spec.name in {"requestId", "message"} else tr("not set")
    )


def _describe_answer_code(_known: FieldSpec, value: Json) -> Meaning:
    code = scalars.parse_integer(value)
    found = None if code is None else answer_codes.find_meaning(code)
    if code is None or found is None:
        guess = None if code is None else answer_codes.guess_meaning(code)
        if guess is None:
            return build_fixed_meaning(_format_unknown(value))
        return build_fixed_meaning(
            tr("{unknown}; perhaps: {guess}", unknown=_format_unknown(value), guess=guess),
            provenance=Provenance.INFERRED,
        )
    if code == answer_codes.SUCCESS:
        return build_fixed_meaning(found.text)
    words = tr("{words} ({source})", words=found.text, source=found.source)
    return build_fixed_meaning(words, answer_codes.get_severity(code), found.provenance)


def _describe_foreign_code(value: Json) -> Meaning | None:
    """For a code of the session call in another's answer: unknown there; None for other codes."""
    if scalars.parse_integer(value) not in answer_codes.LATE_SESSION_CODES:
        return None
    return build_fixed_meaning(_format_unknown(value), Severity.NOTICE)


def _describe_plain(field_spec: FieldSpec, value: Json) -> Meaning:
    word = field_spec.find_meaning(value)
    if word is not None:
        return build_fixed_meaning(word.text, word.severity, word.provenance)
    if field_spec.kind is FieldKind.CODE:
        return build_fixed_meaning(_format_unknown(value), Severity.NOTICE)
    if isinstance(value, JsonArray | JsonObject):
        is_named = isinstance(value, JsonObject) and field_spec.description.template
        return build_fixed_meaning(
            field_spec.description if is_named else _append_size(field_spec.description, value),
            provenance=field_spec.provenance,
        )
    return build_fixed_meaning(field_spec.description, provenance=field_spec.provenance)


def _describe_credential(field_spec: FieldSpec, value: Json) -> Meaning:
    fingerprint = compute_fingerprint(value) if isinstance(value, str) else None
    if fingerprint is None:
        return build_fixed_meaning(field_spec.description)
    return build_fixed_meaning(
        tr(
            "{about}; fingerprint {fingerprint}",
            about=field_spec.description,
            fingerprint=fingerprint,
        )
    )


def _describe_by_siblings(
    field_spec: FieldSpec, value: Json, path: Path, parsed: ParsedAnswer
) -> Meaning | None:
    """What a field of the user means by the fields beside it; None where they say nothing."""
    name = field_spec.name
    user = parsed.session.user if parsed.session is not None else None
    # The name first, as there may be very many rows.
    if name not in _FIELDS_WITH_SIBLINGS or user is None or path[:-1] != user.path:
        return None
    if name in _VERIFIABLE_FIELDS:
        return _describe_verification(path, parsed)
    if name in _VERIFIED_AT_FIELDS:
        flag = user.email_verified if name == "emailVerifiedAt" else user.phone_verified
        return describe_verified_at(value, is_verified=flag.value)
    if name in _PASSWORD_FIELDS and user.auth_type.value == SSO_AUTH_TYPE:
        return _describe_unused_password(field_spec, value)
    if name == "createdByUserId" and scalars.parse_text(value) == SYSTEM_USER_ID:
        words = tr("the system, inferred from the 0")
        return build_fixed_meaning(words, provenance=Provenance.INFERRED)
    return None


def _describe_unused_password(field_spec: FieldSpec, value: Json) -> Meaning | None:
    """EnOS documentation, SSO users: the password's date is always 0, its state is unused."""
    if value is None:
        return None
    if field_spec.name == "passwordExpireTime" and scalars.parse_number(value) == 0:
        return build_fixed_meaning(tr("never: not applicable to an SSO account"))
    return build_fixed_meaning(tr("not used by an SSO account"))


def _describe_verification(path: Path, parsed: ParsedAnswer) -> Meaning | None:
    """For an email address or a phone number: whether the flag beside it says verified."""
    user = parsed.session.user if parsed.session is not None else None
    if user is None:
        return None
    pairs = ((user.email, user.email_verified), (user.phone, user.phone_verified))
    for sent, flag in pairs:
        if sent.path == path and sent.value and flag.value is not None:
            if flag.value:
                return build_fixed_meaning(tr("verified"))
            return build_fixed_meaning(tr("not verified"), Severity.NOTICE)
    return None


def _is_blocking_password_expiry(
    path: Path, parsed: ParsedAnswer, lifetimes: Lifetimes | None
) -> bool:
    """Whether this is the date of a password that has expired, and that its user signs in with."""
    session = parsed.session
    if session is None or session.user is None or not session.has_password_sign_in:
        return False
    is_the_date = path in session.user.password_expires.evidence
    return is_the_date and lifetimes is not None and lifetimes.has_password_expired


def _format_unknown(value: Json) -> Text:
    shown = scalars.parse_text(value)
    if shown is None:
        return tr("unknown")
    return tr("unknown ({value})", value=escape_invisible(elide(shown, _MAX_VALUE_LENGTH)))


def _append_size(text: Text, value: Json) -> Text:
    if not isinstance(value, JsonArray | JsonObject):
        return text
    return (
        tr("{words}; {size}", words=text, size=format_size(value))
        if text.template
        else format_size(value)
    )


def _append_problem(text: Text, problem: Text) -> Text:
    return tr("{words} ({wrong})", words=text, wrong=problem) if text.template else problem


def _raise_severity(severity: Severity) -> Severity:
    return Severity.NOTICE if severity is Severity.PLAIN else severity


_DESCRIBERS: Final[Mapping[FieldKind, Callable[[FieldSpec, Json], Meaning]]] = MappingProxyType(
    {
        FieldKind.ANSWER_CODE: _describe_answer_code,
        FieldKind.INSTANT: describe_instant,
        FieldKind.IDENTIFIER: describe_identifier,
        FieldKind.CREDENTIAL: _describe_credential,
    }
)
