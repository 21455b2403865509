"""What changed between two answers about one session, in sentences without personal data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.inspection.run_inspection import InspectionResult
    from inspector_app.session.parsing.parsed_answer import Organization, Session, User

_LIMITED: Final = 0
"""``status`` of a session (EnOS documentation 2.3): initialized, limited access."""

_MUST_CHANGE: Final = 1
"""``passwordState`` of a user (EnOS documentation 2.1-2.4): requires a password change."""


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


def find_changes(before: InspectionResult, after: InspectionResult) -> tuple[Change, ...]:
    """What changed in the session; nothing where one of the answers has none.

    The last refresh is left out, which moves as the session is used.
    """
    was, now = _get_session(before), _get_session(after)
    if was is None or now is None:
        return ()
    return (
        *_compare_users(was.user, now.user),
        *_compare_organizations(was, now),
        *_compare_sessions(was, now),
    )


def _get_session(result: InspectionResult) -> Session | None:
    parsed = result.analyzed.parsed
    return None if parsed is None else parsed.session


def _compare_users(was: User | None, now: User | None) -> tuple[Change, ...]:
    if was is None or now is None:
        return ()
    if _is_another(was.id.value, now.id.value):
        return (Change(ChangeKind.USER, tr("It is the session of another user now.")),)
    found = []
    if _is_another(was.state.value, now.state.value):
        found.append(_describe_state(now.state.value))
    needed, is_needed = was.password_state.value, now.password_state.value
    if _is_another(needed, is_needed) and _MUST_CHANGE in {needed, is_needed}:
        words = (
            tr("The password must be changed now.")
            if is_needed == _MUST_CHANGE
            else tr("The password need not be changed any more.")
        )
        found.append(Change(ChangeKind.PASSWORD, words))
    return tuple(found)


def _describe_state(state: int | None) -> Change:
    match state:
        case 0:  # EnOS documentation 2.1-2.4: enabled
            return Change(ChangeKind.ACCOUNT_ENABLED, tr("The account is enabled now."))
        case 1:
            return Change(ChangeKind.ACCOUNT, tr("The account is disabled now."))
        case _:
            return Change(ChangeKind.ACCOUNT, tr("The account’s state is another one now."))


def _compare_organizations(was: Session, now: Session) -> tuple[Change, ...]:
    pairs = (
        (
            was.working_organization,
            now.working_organization,
            ChangeKind.WORKING_ORGANIZATION,
            tr("The user works in another organization now."),
        ),
        (
            was.resident_organization,
            now.resident_organization,
            ChangeKind.HOME_ORGANIZATION,
            tr("The home organization is another one now."),
        ),
    )
    return tuple(
        Change(kind, words)
        for before, after, kind, words in pairs
        if _is_another(_identify(before), _identify(after))
    )


def _identify(organization: Organization | None) -> str | None:
    """By its id, as a name may be written anew."""
    return None if organization is None else organization.id.value


def _compare_sessions(was: Session, now: Session) -> tuple[Change, ...]:
    found = []
    limited, is_limited = was.status.value, now.status.value
    if _is_another(limited, is_limited) and _LIMITED in {limited, is_limited}:
        words = (
            tr("The session’s access is limited now.")
            if is_limited == _LIMITED
            else tr("The session’s access is not limited any more.")
        )
        found.append(Change(ChangeKind.ACCESS, words))
    if _is_another(was.expires.value, now.expires.value):
        found.append(Change(ChangeKind.LIFETIME, tr("The session’s lifetime is another one now.")))
    if _is_another(was.created.value, now.created.value):
        found.append(Change(ChangeKind.CREATED, tr("The session was created anew.")))
    return tuple(found)


def _is_another(was: object, now: object) -> bool:
    """Whether both were sent and differ: what is missing in an answer did not change."""
    return was is not None and now is not None and was != now
