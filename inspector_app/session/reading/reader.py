"""Parse a JSON document into an answer, whatever release and format it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from inspector_app.session import moment
from inspector_app.session.judging import answer_codes
from inspector_app.session.reading import scalars, schema_notes
from inspector_app.session.reading.document import Document, Json, JsonArray, JsonNumber, JsonObject
from inspector_app.session.reading.documented_field import Place
from inspector_app.session.reading.fields import field
from inspector_app.session.reading.inspection import (
    Inspection,
    Organization,
    Outcome,
    Sent,
    Session,
    Shape,
    User,
    Vote,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.path import Path

T = TypeVar("T")

_SUCCESS_FLAGS: Final = ("success", "successful")
_FAILURE_FLAGS: Final = ("fail", "failed")
_FLAGS: Final = frozenset(_SUCCESS_FLAGS + _FAILURE_FLAGS)
_GATEWAY_NAMES: Final = frozenset({"message", "request_id", "requestId"})
_IAM_CODES: Final = range(30_000, 31_000)
_HTTP_REFUSAL: Final = 400
_HTTP_SUCCESS: Final = 200


class _Members:
    """The members of one object, looked up by any spelling in constant time."""

    def __init__(self, place: Place, path: Path, content: JsonObject) -> None:
        self.path = path
        self._place = place
        self._values = dict(content.members)

    def sent(self, name: str, understand: Callable[[Json], T | None]) -> Sent[T]:
        """The field of that documented name, the first spelling that is not null."""
        known = field(self._place, name)
        spellings = [one for one in (known.names if known else (name,)) if one in self._values]
        if not spellings:
            return Sent()
        used = next((one for one in spellings if self._values[one] is not None), spellings[0])
        return Sent((*self.path, used), understand(self._values[used]))

    def value(self, name: str) -> Json:
        return self._values.get(name)

    def names(self) -> set[str]:
        return set(self._values)


def read(document: Document, status: int) -> Inspection:
    """What the document says; ``status`` is the HTTP status of its answer. Never raises."""
    root = document.root
    content = root if isinstance(root, JsonObject) else JsonObject()
    envelope = _Members(Place.ENVELOPE, (), content)
    shape = _shape(envelope)
    session = _session(envelope) if shape is Shape.IAM else None
    votes = _votes(envelope, session) if shape is not Shape.OTHER else ()
    outcome = _outcome(votes, session, status)
    return Inspection(
        document=document,
        http_status=status,
        shape=shape,
        outcome=outcome,
        code=_code(envelope),
        message=_message(envelope),
        votes=votes,
        session=session,
        notes=schema_notes.notes(content, session, outcome, votes) if shape is Shape.IAM else (),
    )


def _shape(envelope: _Members) -> Shape:
    names = envelope.names()
    if "apim_status" in names:
        return Shape.APIM
    if "business" in names and "status" in names:
        return Shape.TOKEN_SERVICE
    if _is_iam(envelope, names):
        return Shape.IAM
    if "code" in names and names & {"msg", "message"}:
        return Shape.GENERAL
    if isinstance(envelope.value("message"), str) and names <= _GATEWAY_NAMES:
        return Shape.GATEWAY
    return Shape.OTHER


def _is_iam(envelope: _Members, names: set[str]) -> bool:
    """Whether it is an IAM answer: also one cut down to the fields that only IAM sends together.

    ``{status, message}`` alone is not: many web frameworks write their own errors so.
    """
    if isinstance(envelope.value("session"), JsonObject | JsonArray):
        return True
    if scalars.whole(envelope.value("status")) in _IAM_CODES:
        return True
    if scalars.whole(envelope.value("code")) in _IAM_CODES and "msg" not in names:
        return True
    return bool("status" in names and names & (_FLAGS | {"session"})) or len(names & _FLAGS) > 1


def _code(envelope: _Members) -> Sent[int]:
    """The first number by which the answer names its outcome, one of a refusal before a 0."""
    sent = [envelope.sent(name, scalars.whole) for name in ("status", "code", "apim_status")]
    numbered = [one for one in sent if one.value is not None]
    return next((one for one in numbered if one.value), next(iter(numbered), Sent()))


def _message(envelope: _Members) -> Sent[str]:
    sent = [envelope.sent(name, _words) for name in ("message", "msg")]
    return next((one for one in sent if one.value), next((one for one in sent if one.path), Sent()))


def _words(value: Json) -> str | None:
    return value if isinstance(value, str) else None


def _votes(envelope: _Members, session: Session | None) -> tuple[Vote, ...]:
    votes = [
        Vote((name,), success=truth is wanted)
        for names, wanted in ((_SUCCESS_FLAGS, True), (_FAILURE_FLAGS, False))
        for name in names
        if (truth := scalars.flag(envelope.value(name))) is not None
    ]
    status = scalars.whole(envelope.value("status"))
    if status is not None:
        votes.insert(0, Vote(("status",), success=status == answer_codes.SUCCESS))
    code = scalars.whole(envelope.value("code"))
    if code is not None:
        votes.append(Vote(("code",), success=code in {answer_codes.SUCCESS, _HTTP_SUCCESS}))
    if session is not None:
        votes.append(Vote(session.path, success=True))
    elif any(vote.success for vote in votes) and "session" in envelope.names():
        votes.append(Vote(("session",), success=False))
    return tuple(votes)


def _outcome(votes: tuple[Vote, ...], session: Session | None, status: int) -> Outcome:
    said = {vote.success for vote in votes}
    if not said:
        return Outcome.UNKNOWN
    if len(said) > 1:
        return Outcome.CONTRADICTORY
    if False in said:
        return Outcome.REFUSAL
    if status >= _HTTP_REFUSAL:
        return Outcome.CONTRADICTORY
    return Outcome.SUCCESS if session is not None else Outcome.UNKNOWN


def _session(envelope: _Members) -> Session | None:
    """The session with anything in it: documented as a list up to 2.3, as one object from 2.4."""
    path: Path = ("session",)
    value = envelope.value("session")
    if isinstance(value, JsonArray) and value.items:
        path, value = (*path, 0), value.items[0]
    if not isinstance(value, JsonObject) or not value.members:
        return None
    members = _Members(Place.SESSION, path, value)
    return Session(
        path=path,
        content=value,
        created=members.sent("createTime", moment.instant),
        refreshed=members.sent("refreshTime", moment.instant),
        expires=members.sent("expires", _span),
        status=members.sent("status", scalars.whole),
        sso_login=members.sent("ssoLogin", scalars.flag),
        user=_user((*path, "user"), members.value("user")),
        working=_organization(members, "workingOrganization"),
        resident=_organization(members, "residentOrganization"),
    )


def _user(path: Path, value: Json) -> User | None:
    if not isinstance(value, JsonObject):
        return None
    members = _Members(Place.USER, path, value)
    return User(
        path=path,
        name=members.sent("name", scalars.text),
        type=members.sent("type", scalars.whole),
        state=members.sent("state", scalars.whole),
        auth_type=members.sent("authType", scalars.whole),
        mfa_type=members.sent("mfaType", scalars.whole),
        password_state=members.sent("passwordState", scalars.whole),
        password_expires=members.sent("passwordExpireTime", moment.instant),
        email=members.sent("email", scalars.text),
        email_verified=members.sent("emailVerified", scalars.flag),
        phone=members.sent("phone", scalars.text),
        phone_verified=members.sent("phoneVerified", scalars.flag),
    )


def _organization(members: _Members, name: str) -> Organization | None:
    value = members.value(name)
    if not isinstance(value, JsonObject):
        return None
    path = (*members.path, name)
    inner = _Members(Place.ORGANIZATION, path, value)
    return Organization(path, inner.sent("id", scalars.text), inner.sent("name", scalars.text))


def _span(value: Json) -> float | None:
    seconds = scalars.number(value) if isinstance(value, JsonNumber | str) else None
    return float(seconds) if seconds is not None and seconds > 0 else None
