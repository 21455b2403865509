"""Read the aspects that matter from one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.companion import CompanionKind
from inspector_app.session.comparison.comparison_model import Aspect, AspectValue
from inspector_app.session.comparison.organization_sets import name_organizations
from inspector_app.session.diagnosis.verdict_words import get_verdict_word
from inspector_app.session.exchange import Failure
from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import JsonNumber, JsonObject
from inspector_app.session.parsing.organization_info import ORGANIZATIONS_MEMBER
from inspector_app.session.parsing.user_codes import describe_code
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, as_literal, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.comparison.comparison_model import ComparedSide
    from inspector_app.session.comparison.organization_sets import MatchKey
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.parsing.parsed_answer import (
        Organization,
        ParsedField,
        Session,
        User,
    )

_NOT_SENT: Final = tr("not sent")
_MAX_NAME: Final = 80
_GUEST_ORGANIZATIONS: Final = "guestOrganizations"


def read_aspects(side: ComparedSide) -> dict[Aspect, AspectValue]:
    """What the answer says of each aspect; of a session there are more than of a refusal."""
    return dict(_iter_aspects(side))


def _iter_aspects(side: ComparedSide) -> Iterator[tuple[Aspect, AspectValue]]:
    analyzed, verdict = side.analyzed, side.verdict
    evidence = verdict.evidence[0] if verdict.evidence else None
    yield (
        Aspect.VERDICT,
        AspectValue(verdict.code.value, get_verdict_word(verdict.code), evidence, verdict.severity),
    )
    yield Aspect.ANSWER, _read_answer(analyzed)
    session = None if analyzed.parsed is None else analyzed.parsed.session
    if session is None:
        return
    yield from _iter_session_aspects(session, analyzed)
    if session.user is not None:
        yield from _iter_user_aspects(session, session.user, analyzed)


def _read_answer(analyzed: AnalyzedAnswer) -> AspectValue:
    """By which code, else with which HTTP status it was answered, or why it was not."""
    answer, parsed = analyzed.call_result, analyzed.parsed
    if isinstance(answer, Failure):
        return AspectValue(("failure", answer.kind.value), tr("no answer came"))
    if parsed is not None and parsed.code.value is not None:
        code = parsed.code.value
        return AspectValue(("code", code), as_literal(str(code)), parsed.code.path)
    if parsed is not None and parsed.session is not None:
        return AspectValue(("code", 0), tr("a session"), parsed.session.path)
    return AspectValue(("status", answer.status), as_literal(f"HTTP {answer.status}"))


def _iter_session_aspects(
    session: Session, analyzed: AnalyzedAnswer
) -> Iterator[tuple[Aspect, AspectValue]]:
    secrets, times = analyzed.credentials, analyzed.lifetimes
    yield Aspect.ACCESS, _read_access(session)
    yield (
        Aspect.WORKING_ORGANIZATION,
        _read_organization(session.working_organization, secrets),
    )
    yield Aspect.HOME_ORGANIZATION, _read_organization(session.resident_organization, secrets)
    listed = analyzed.get_companion(CompanionKind.ORGANIZATION_LIST)
    if listed is not None and listed.organizations is not None and listed.document is not None:
        root = listed.document.root
        content = root.get(ORGANIZATIONS_MEMBER) if isinstance(root, JsonObject) else None
        yield (
            Aspect.ORGANIZATIONS,
            _build_set(name_organizations(content, secrets), listed.organizations.path),
        )
    ends = None if times is None else times.ends
    yield (
        Aspect.ENDS,
        AspectValue(
            ends,
            Text("") if ends is not None else tr("unknown"),
            session.expires.path,
            instant=ends,
        ),
    )


def _iter_user_aspects(
    session: Session, user: User, analyzed: AnalyzedAnswer
) -> Iterator[tuple[Aspect, AspectValue]]:
    yield Aspect.ACCOUNT, _read_code("state", user.state)
    yield Aspect.PASSWORD, _read_password(session, user, analyzed)
    content = session.content.get("user")
    guests = content.get(_GUEST_ORGANIZATIONS) if isinstance(content, JsonObject) else None
    path = (*user.path, _GUEST_ORGANIZATIONS)
    yield (
        Aspect.EXTERNAL_ORGANIZATIONS,
        _build_set(name_organizations(guests, analyzed.credentials), path, Provenance.INFERRED),
    )
    yield Aspect.SIGN_IN, _read_sign_in(session, user)
    yield Aspect.MULTI_FACTOR, _read_code("mfaType", user.mfa_type)
    yield (
        Aspect.USER_TYPE,
        AspectValue(
            user.type.value,
            # Neither reading of the number is a fact: the tree has both.
            _NOT_SENT if user.type.value is None else tr("type {type}", type=user.type.value),
            user.type.path,
            provenance=Provenance.INFERRED,
        ),
    )
    yield Aspect.EMAIL, _read_flag("emailVerified", user.email_verified)
    yield Aspect.PHONE, _read_flag("phoneVerified", user.phone_verified)


def _read_code(name: str, sent: ParsedField[int]) -> AspectValue:
    word = describe_code(name, sent)
    if word is None:
        return AspectValue(None, _NOT_SENT, sent.path)
    return AspectValue(sent.value, word.text, sent.path, word.severity, provenance=word.provenance)


def _read_flag(name: str, sent: ParsedField[bool]) -> AspectValue:
    known = find_field(ObjectType.USER, name)
    word = None if known is None or sent.value is None else known.find_meaning(sent.value)
    if word is None:
        return AspectValue(None, _NOT_SENT, sent.path)
    return AspectValue(sent.value, word.text, sent.path)


def _read_access(session: Session) -> AspectValue:
    known, sent = find_field(ObjectType.SESSION, "status"), session.status
    if known is None or sent.value is None:
        return AspectValue(None, _NOT_SENT, sent.path)
    word = known.find_meaning(JsonNumber(str(sent.value)))
    if word is None:
        unknown = tr("unknown ({value})", value=str(sent.value))
        return AspectValue(sent.value, unknown, sent.path, Severity.NOTICE)
    return AspectValue(sent.value, word.text, sent.path, word.severity)


def _read_password(session: Session, user: User, analyzed: AnalyzedAnswer) -> AspectValue:
    if session.has_external_sign_in:
        return AspectValue("unused", tr("not used to sign in"), user.password_state.path)
    times = analyzed.lifetimes
    if times is not None and times.has_password_expired and session.has_password_sign_in:
        expired = tr("the password has expired")
        return AspectValue("expired", expired, user.password_expires.path, Severity.BAD)
    return _read_code("passwordState", user.password_state)


def _read_sign_in(session: Session, user: User) -> AspectValue:
    sso = session.sso_login.value
    word = describe_code("authType", user.auth_type)
    text = _NOT_SENT if word is None else word.text
    if sso is True:
        text = tr("{account}; SSO login", account=text)
    key = (user.auth_type.value, sso is True)
    return AspectValue(key, text, user.auth_type.path or session.sso_login.path)


def _read_organization(organization: Organization | None, secrets: Credentials) -> AspectValue:
    if organization is None:
        return AspectValue(None, _NOT_SENT)
    name = organization.display_name
    shown = escape_invisible(secrets.mask_text(name[:_MAX_NAME]))
    path = organization.name.path or organization.id.path or organization.path
    # By the id alone where there is one: an organization may be renamed.
    identifier = organization.id.value
    key = ("id", identifier) if identifier else ("name", name.strip().casefold())
    return AspectValue(key, as_literal(shown) if shown else _NOT_SENT, path)


def _build_set(
    names: dict[MatchKey, str],
    path: tuple[str | int, ...],
    provenance: Provenance = Provenance.DOCUMENTED,
) -> AspectValue:
    if not names:
        text = tr("no other organization")
    elif len(names) == 1:
        only = next(iter(names.values()))
        text = as_literal(escape_invisible(only)) if only else tr("1 organization")
    else:
        text = tr("{count} organizations", count=len(names))
    return AspectValue(frozenset(names), text, path, names=names, provenance=provenance)
