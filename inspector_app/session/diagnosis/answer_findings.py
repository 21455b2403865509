"""Finding rules about the answer as a whole, and about the token that was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.verdict_model import Finding, FindingCode
from inspector_app.session.exchange import ApiCall
from inspector_app.session.parsing.parsed_answer import SchemaDeviation
from inspector_app.session.path import format_dotted
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.token import TokenKind
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.diagnosis.rule_context import RuleContext
    from inspector_app.session.parsing.parsed_answer import SchemaNote
    from inspector_app.session.path import Path

_CHANGE_DEVIATIONS: Final = frozenset(
    {
        SchemaDeviation.MISSING,
        SchemaDeviation.NULL,
        SchemaDeviation.WRONG_TYPE,
        SchemaDeviation.UNUSUAL,
    }
)
_MAX_NAMED_FIELDS: Final = 3


def _check_sent_without_bearer(context: RuleContext) -> Finding | None:
    if context.session is None or context.exchange is None:
        return None
    if context.exchange.authorization is not AuthorizationScheme.BARE:
        return None
    return Finding(
        FindingCode.SENT_WITHOUT_BEARER,
        Severity.NOTICE,
        tr("Accepted without the word “Bearer” before the token"),
        provenance=Provenance.OBSERVED,
    )


def _check_new_fields(context: RuleContext) -> Finding | None:
    notes = _list_notes(context, frozenset({SchemaDeviation.UNKNOWN}))
    if not notes:
        return None
    names = ", ".join(format_dotted(note.path) for note in notes[:_MAX_NAMED_FIELDS])
    more = len(notes) - _MAX_NAMED_FIELDS
    sentence = tr("Fields that are not documented: {names}", names=context.sanitize(names))
    if more > 0:
        sentence = tr("{sentence} and {more} more", sentence=sentence, more=more)
    return Finding(
        FindingCode.NEW_FIELDS,
        Severity.NOTICE,
        sentence,
        _list_evidence(context, notes),
        Provenance.OBSERVED,
    )


def _check_changed_fields(context: RuleContext) -> Finding | None:
    notes = _list_notes(context, _CHANGE_DEVIATIONS)
    spellings = [
        note
        for note in _list_notes(context, frozenset({SchemaDeviation.CONTRADICTORY}))
        if _is_field_contradiction(note)
    ]
    if not notes + spellings:
        return None
    first, *others = spellings + notes
    sentence = tr("Not as documented: {note}", note=context.sanitize_text(first.message))
    if others:
        sentence = tr("{sentence}, and {more} more", sentence=sentence, more=len(others))
    return Finding(
        FindingCode.CHANGED_FIELDS,
        Severity.NOTICE,
        sentence,
        _list_evidence(context, spellings + notes),
        Provenance.OBSERVED,
    )


def _is_field_contradiction(note: SchemaNote) -> bool:
    """Whether the contradiction is between spellings of a field, not about success."""
    return len(note.path) > 1 and note.path[0] == "session" and note.path[-1] != 0


def _check_unusual_json(context: RuleContext) -> Finding | None:
    document = context.analyzed.document
    if document is None or not document.notices:
        return None
    first = context.sanitize_text(document.notices[0])
    return Finding(FindingCode.UNUSUAL_JSON, Severity.NOTICE, first, provenance=Provenance.OBSERVED)


def _list_notes(context: RuleContext, deviations: frozenset[SchemaDeviation]) -> list[SchemaNote]:
    notes = context.parsed.notes if context.parsed is not None else ()
    return [note for note in notes if note.deviation in deviations]


def _list_evidence(context: RuleContext, notes: list[SchemaNote]) -> tuple[Path, ...]:
    """Paths that exist: for a missing field, the path of its parent object."""
    paths = (
        note.path[:-1] if note.deviation is SchemaDeviation.MISSING else note.path for note in notes
    )
    secrets = context.analyzed.credentials
    return tuple(
        dict.fromkeys(path for path in paths if path and not secrets.has_match_in_path(path))
    )


def _check_portal_token(context: RuleContext) -> Finding | None:
    if context.token is None or context.token.kind is not TokenKind.PORTAL:
        return None
    if _was_asked_at_portal(context):
        return None
    return Finding(
        FindingCode.TOKEN_OF_OTHER_KIND,
        Severity.WARNING,
        tr("This looks like a portal token: another service gives and takes those"),
        provenance=Provenance.INFERRED,
    )


def _was_asked_at_portal(context: RuleContext) -> bool:
    return context.exchange is not None and context.exchange.call is ApiCall.PORTAL_SESSION


def _is_token_truncated(context: RuleContext) -> bool | None:
    """Whether a part of the token seems to be missing; None where nothing can be said of that."""
    token = context.token
    if token is None or (token.kind is TokenKind.PORTAL and not _was_asked_at_portal(context)):
        return None
    return token.is_probably_truncated


def _check_opaque_token(context: RuleContext) -> Finding | None:
    if context.token is None or context.token.kind is not TokenKind.OPAQUE:
        return None
    return Finding(
        FindingCode.TOKEN_OF_OTHER_KIND,
        Severity.NOTICE,
        tr("It does not look like a session ID; application tokens stand for no user"),
        provenance=Provenance.INFERRED,
    )


def _check_token_truncated(context: RuleContext) -> Finding | None:
    if context.token is None or _is_token_truncated(context) is not True:
        return None
    return Finding(
        FindingCode.TOKEN_LOOKS_CUT,
        Severity.WARNING,
        tr("The token is longer than such tokens are: perhaps something was copied along")
        if context.token.is_longer_than_documented
        else tr("The token has an unusual length: perhaps a part of it is missing"),
        provenance=Provenance.INFERRED,
    )


def _check_token_complete(context: RuleContext) -> Finding | None:
    if _is_token_truncated(context) is not False:
        return None
    return Finding(
        FindingCode.TOKEN_LOOKS_COMPLETE,
        Severity.PLAIN,
        tr("The token looks complete"),
        provenance=Provenance.INFERRED,
    )


def _check_clocks_agree(context: RuleContext) -> Finding | None:
    clock = context.analyzed.clock
    if clock.skew is None or clock.is_skewed:
        return None
    return Finding(
        FindingCode.CLOCKS_AGREE,
        Severity.PLAIN,
        tr("This computer and the gateway agree on the time"),
        provenance=Provenance.OBSERVED,
    )


ANSWER_FINDINGS: Final[tuple[Callable[[RuleContext], Finding | None], ...]] = (
    _check_sent_without_bearer,
    _check_new_fields,
    _check_changed_fields,
    _check_unusual_json,
)
TOKEN_FINDINGS: Final[tuple[Callable[[RuleContext], Finding | None], ...]] = (
    _check_portal_token,
    _check_opaque_token,
    _check_token_truncated,
    _check_token_complete,
    _check_clocks_agree,
)
"""For refusals of the token: what suggests that it is intact, or that it is not."""
