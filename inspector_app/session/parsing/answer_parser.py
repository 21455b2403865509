"""Parse a JSON document into an answer, whatever release and format it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from inspector_app.session.parsing import answer_codes, scalars, schema_notes, timestamps
from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import (
    Json,
    JsonArray,
    JsonDocument,
    JsonNumber,
    JsonObject,
)
from inspector_app.session.parsing.parsed_answer import (
    AnswerFormat,
    AnswerOutcome,
    Organization,
    OutcomeSignal,
    ParsedAnswer,
    ParsedField,
    Session,
    User,
)

if TYPE_CHECKING:
    from collections.abc import Callable, KeysView

    from inspector_app.session.path import Path

T = TypeVar("T")

_SUCCESS_FLAGS: Final = ("success", "successful")
_FAILURE_FLAGS: Final = ("fail", "failed")
_FLAGS: Final = frozenset(_SUCCESS_FLAGS + _FAILURE_FLAGS)
_GATEWAY_NAMES: Final = frozenset({"message", "request_id", "requestId"})
_IAM_CODES: Final = range(30_000, 31_000)
_HTTP_REFUSAL: Final = 400
_HTTP_SUCCESS: Final = 200


class _MemberLookup:
    """The members of one object, looked up by any spelling in constant time."""

    def __init__(self, object_type: ObjectType, path: Path, content: JsonObject) -> None:
        self.path = path
        self._object_type = object_type
        self._content = content

    def parse_field(self, name: str, parse: Callable[[Json], T | None]) -> ParsedField[T]:
        """The field of that documented name, the first spelling that is not null."""
        known = find_field(self._object_type, name)
        spellings = [one for one in (known.names if known else (name,)) if one in self._content]
        if not spellings:
            return ParsedField()
        used = next((one for one in spellings if self._content.get(one) is not None), spellings[0])
        return ParsedField((*self.path, used), parse(self._content.get(used)))

    def get_value(self, name: str) -> Json:
        return self._content.get(name)

    @property
    def names(self) -> KeysView[str]:
        return self._content.names


def parse_answer(document: JsonDocument, status: int) -> ParsedAnswer:
    """What the document says; ``status`` is the HTTP status of its answer. Never raises."""
    root = document.root
    content = root if isinstance(root, JsonObject) else JsonObject()
    envelope = _MemberLookup(ObjectType.ENVELOPE, (), content)
    shape = _detect_format(envelope)
    session = _parse_session(envelope) if shape is AnswerFormat.IAM else None
    votes = _collect_signals(envelope, session) if shape is not AnswerFormat.OTHER else ()
    result = _compute_outcome(votes, session, status)
    return ParsedAnswer(
        document=document,
        http_status=status,
        answer_format=shape,
        outcome=result,
        code=_parse_code(envelope),
        message=_parse_message(envelope),
        signals=votes,
        session=session,
        notes=schema_notes.collect_notes(content, session, result, votes)
        if shape is AnswerFormat.IAM
        else (),
        has_iam_envelope=shape is AnswerFormat.IAM
        and envelope.names >= _FLAGS
        and not envelope.names.isdisjoint({"status", "code"}),
    )


def detect_format(content: JsonObject) -> AnswerFormat:
    """The family of answers to which an object belongs, by its members alone."""
    return _detect_format(_MemberLookup(ObjectType.ENVELOPE, (), content))


def _detect_format(envelope: _MemberLookup) -> AnswerFormat:
    names = envelope.names
    if "apim_status" in names:
        return AnswerFormat.APIM
    if "business" in names and "status" in names:
        return AnswerFormat.TOKEN_SERVICE
    if _is_iam_answer(envelope, names):
        return AnswerFormat.IAM
    if "code" in names and names & {"msg", "message"}:
        return AnswerFormat.GENERAL
    if isinstance(envelope.get_value("message"), str) and names <= _GATEWAY_NAMES:
        return AnswerFormat.GATEWAY
    return AnswerFormat.OTHER


def _is_iam_answer(envelope: _MemberLookup, names: KeysView[str]) -> bool:
    """Whether it is an IAM answer: also one cut down to the fields that only IAM sends together.

    ``{status, message}`` alone is not: many web frameworks write their own errors so.
    """
    if isinstance(envelope.get_value("session"), JsonObject | JsonArray):
        return True
    if scalars.parse_integer(envelope.get_value("status")) in _IAM_CODES:
        return True
    if scalars.parse_integer(envelope.get_value("code")) in _IAM_CODES and "msg" not in names:
        return True
    return bool("status" in names and names & (_FLAGS | {"session"})) or len(names & _FLAGS) > 1


def _parse_code(envelope: _MemberLookup) -> ParsedField[int]:
    """The first number by which the answer names its outcome, one of a refusal before a 0."""
    sent = [
        envelope.parse_field(name, scalars.parse_integer)
        for name in ("status", "code", "apim_status")
    ]
    numbered = [one for one in sent if one.value is not None]
    return next((one for one in numbered if one.value), next(iter(numbered), ParsedField()))


def _parse_message(envelope: _MemberLookup) -> ParsedField[str]:
    sent = [envelope.parse_field(name, _parse_string) for name in ("message", "msg")]
    return next(
        (one for one in sent if one.value), next((one for one in sent if one.path), ParsedField())
    )


def _parse_string(value: Json) -> str | None:
    return value if isinstance(value, str) else None


def _collect_signals(envelope: _MemberLookup, session: Session | None) -> tuple[OutcomeSignal, ...]:
    votes = [
        OutcomeSignal((name,), is_success=truth is wanted)
        for names, wanted in ((_SUCCESS_FLAGS, True), (_FAILURE_FLAGS, False))
        for name in names
        if (truth := scalars.parse_boolean(envelope.get_value(name))) is not None
    ]
    status = scalars.parse_integer(envelope.get_value("status"))
    if status is not None:
        votes.insert(0, OutcomeSignal(("status",), is_success=status == answer_codes.SUCCESS))
    code = scalars.parse_integer(envelope.get_value("code"))
    if code is not None:
        votes.append(
            OutcomeSignal(("code",), is_success=code in {answer_codes.SUCCESS, _HTTP_SUCCESS})
        )
    if session is not None:
        votes.append(OutcomeSignal(session.path, is_success=True))
    elif any(vote.is_success for vote in votes) and "session" in envelope.names:
        votes.append(OutcomeSignal(("session",), is_success=False))
    return tuple(votes)


def _compute_outcome(
    signals: tuple[OutcomeSignal, ...], session: Session | None, status: int
) -> AnswerOutcome:
    said = {vote.is_success for vote in signals}
    if not said:
        return AnswerOutcome.UNKNOWN
    if len(said) > 1:
        return AnswerOutcome.CONTRADICTORY
    if False in said:
        return AnswerOutcome.REFUSAL
    if status >= _HTTP_REFUSAL:
        return AnswerOutcome.CONTRADICTORY
    return AnswerOutcome.SUCCESS if session is not None else AnswerOutcome.UNKNOWN


def _parse_session(envelope: _MemberLookup) -> Session | None:
    """The session with anything in it: documented as a list up to 2.3, as one object from 2.4."""
    path: Path = ("session",)
    value = envelope.get_value("session")
    if isinstance(value, JsonArray) and value.items:
        path, value = (*path, 0), value.items[0]
    if not isinstance(value, JsonObject) or not value.members:
        return None
    members = _MemberLookup(ObjectType.SESSION, path, value)
    return Session(
        path=path,
        content=value,
        created=members.parse_field("createTime", timestamps.parse_instant),
        refreshed=members.parse_field("refreshTime", timestamps.parse_instant),
        expires=members.parse_field("expires", _parse_duration),
        status=members.parse_field("status", scalars.parse_integer),
        sso_login=members.parse_field("ssoLogin", scalars.parse_boolean),
        user=_parse_user((*path, "user"), members.get_value("user")),
        working_organization=_parse_organization(members, "workingOrganization"),
        resident_organization=_parse_organization(members, "residentOrganization"),
    )


def _parse_user(path: Path, value: Json) -> User | None:
    if not isinstance(value, JsonObject):
        return None
    members = _MemberLookup(ObjectType.USER, path, value)
    return User(
        path=path,
        id=members.parse_field("id", scalars.parse_text),
        organization_id=members.parse_field("organizationId", scalars.parse_text),
        name=members.parse_field("name", scalars.parse_text),
        type=members.parse_field("type", scalars.parse_integer),
        state=members.parse_field("state", scalars.parse_integer),
        auth_type=members.parse_field("authType", scalars.parse_integer),
        mfa_type=members.parse_field("mfaType", scalars.parse_integer),
        password_state=members.parse_field("passwordState", scalars.parse_integer),
        password_expires=members.parse_field("passwordExpireTime", timestamps.parse_instant),
        email=members.parse_field("email", scalars.parse_text),
        email_verified=members.parse_field("emailVerified", scalars.parse_boolean),
        phone=members.parse_field("phone", scalars.parse_text),
        phone_verified=members.parse_field("phoneVerified", scalars.parse_boolean),
    )


def _parse_organization(members: _MemberLookup, name: str) -> Organization | None:
    value = members.get_value(name)
    if not isinstance(value, JsonObject):
        return None
    path = (*members.path, name)
    inner = _MemberLookup(ObjectType.ORGANIZATION, path, value)
    return Organization(
        path,
        inner.parse_field("id", scalars.parse_text),
        inner.parse_field("name", scalars.parse_text),
    )


def _parse_duration(value: Json) -> float | None:
    seconds = scalars.parse_number(value) if isinstance(value, JsonNumber | str) else None
    return float(seconds) if seconds is not None and seconds > 0 else None
