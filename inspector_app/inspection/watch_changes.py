"""What changed between two answers about one session, in sentences without personal data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.doubts import DoubtKind
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.parsing.parsed_answer import Organization, Session
    from inspector_app.session.parsing.timestamps import Instant

_LIMITED: Final = 0
"""``status`` of a session (EnOS documentation 2.3): initialized, limited access."""

_MUST_CHANGE: Final = 1
"""``passwordState`` of a user (EnOS documentation 2.1-2.4): requires a password change."""

_UNCLEAR: Final = frozenset(
    {
        DoubtKind.OTHER_SESSION,
        DoubtKind.SEVERAL_SESSIONS,
        DoubtKind.FIELDS_DISAGREE,
        DoubtKind.FROM_CACHE,
    }
)
"""Doubts with which an answer is not compared: a change might be somebody else's, or none."""


class ChangeKind(Enum):
    """What a change is about."""

    USER = "user"
    ACCOUNT_ENABLED = "account_enabled"
    ACCOUNT = "account"
    PASSWORD = "password"  # noqa: S105 - a kind, no password
    WORKING_ORGANIZATION = "working_organization"
    HOME_ORGANIZATION = "home_organization"
    ACCESS = "access"
    LIFETIME = "lifetime"
    CREATED = "created"


@dataclass(frozen=True, slots=True)
class Change:
    """A change, and the sentence for it: it names nobody and quotes nothing."""

    kind: ChangeKind
    sentence: Text


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What is watched of a session; None for what is not known of it."""

    user: str | None = None
    account_state: int | None = None
    password_state: int | None = None
    working_organization: str | None = None
    home_organization: str | None = None
    status: int | None = None
    expires: float | None = None
    created: Instant | None = None


NO_FACTS: Final = SessionFacts()


def read_facts(result: InspectionResult) -> SessionFacts:
    """What an answer says of the session; nothing where it may be about another one.

    The last refresh is left out, which moves as the session is used.
    """
    session = get_session(result)
    if session is None:
        return NO_FACTS
    user = session.user
    return SessionFacts(
        None if user is None else user.id.value,
        None if user is None else user.state.value,
        None if user is None else user.password_state.value,
        _identify(session.working_organization),
        _identify(session.resident_organization),
        session.status.value,
        session.expires.value,
        session.created.value,
    )


def get_session(result: InspectionResult) -> Session | None:
    """The session that was asked about; None where whose it is, or what it is, cannot be told."""
    parsed = result.analyzed.parsed
    if parsed is None or any(one.kind in _UNCLEAR for one in result.analyzed.doubts):
        return None
    return parsed.session


def update_facts(known: SessionFacts, now: SessionFacts) -> SessionFacts:
    """What is known after an answer: what it does not have is as it was, for the same user."""
    if _is_another(known.user, now.user):
        return now
    new = {name: value for name in now.__slots__ if (value := getattr(now, name)) is not None}
    return replace(known, **new)


def find_changes(was: SessionFacts, now: SessionFacts) -> tuple[Change, ...]:
    """What changed in the session; of another user's only that it is that."""
    if _is_another(was.user, now.user):
        of_user = [Change(ChangeKind.USER, tr("It is the session of another user now."))]
    else:
        of_user = [*_compare_accounts(was, now), *_compare_organizations(was, now)]
    return (*of_user, *_compare_sessions(was, now))


def _compare_accounts(was: SessionFacts, now: SessionFacts) -> Iterator[Change]:
    if _is_another(was.account_state, now.account_state):
        yield _describe_state(now.account_state)
    needed, is_needed = was.password_state, now.password_state
    if _is_another(needed, is_needed) and _MUST_CHANGE in {needed, is_needed}:
        words = (
            tr("The password must be changed now.")
            if is_needed == _MUST_CHANGE
            else tr("The password need not be changed any more.")
        )
        yield Change(ChangeKind.PASSWORD, words)


def _describe_state(state: int | None) -> Change:
    match state:
        case 0:  # EnOS documentation 2.1-2.4: enabled
            return Change(ChangeKind.ACCOUNT_ENABLED, tr("The account is enabled now."))
        case 1:
            return Change(ChangeKind.ACCOUNT, tr("The account is disabled now."))
        case _:
            return Change(ChangeKind.ACCOUNT, tr("The account’s state is another one now."))


def _compare_organizations(was: SessionFacts, now: SessionFacts) -> Iterator[Change]:
    if _is_another(was.working_organization, now.working_organization):
        yield Change(
            ChangeKind.WORKING_ORGANIZATION, tr("The user works in another organization now.")
        )
    if _is_another(was.home_organization, now.home_organization):
        yield Change(ChangeKind.HOME_ORGANIZATION, tr("The home organization is another one now."))


def _identify(organization: Organization | None) -> str | None:
    """By its id, as a name may be written anew."""
    return None if organization is None else organization.id.value


def _compare_sessions(was: SessionFacts, now: SessionFacts) -> Iterator[Change]:
    if _is_another(was.status, now.status) and _LIMITED in {was.status, now.status}:
        words = (
            tr("The session’s access is limited now.")
            if now.status == _LIMITED
            else tr("The session’s access is not limited any more.")
        )
        yield Change(ChangeKind.ACCESS, words)
    if _is_another(was.expires, now.expires):
        yield Change(ChangeKind.LIFETIME, tr("The session’s lifetime is another one now."))
    if _is_another(was.created, now.created):
        yield Change(ChangeKind.CREATED, tr("The session’s creation time is another one now."))


def _is_another(was: object, now: object) -> bool:
    """Whether both were sent and differ: what is missing in an answer did not change."""
    return was is not None and now is not None and was != now
