"""Finding rules about the answer as a whole, and about the token that was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.exchange import AuthorizationScheme
from inspector_app.session.judging.statement import Finding, FindingCode
from inspector_app.session.path import format_dotted
from inspector_app.session.reading.inspection import SchemaDeviation
from inspector_app.session.severity import Severity
from inspector_app.session.token import TokenKind
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.judging.case import Case
    from inspector_app.session.path import Path
    from inspector_app.session.reading.inspection import SchemaNote

_CHANGES: Final = frozenset(
    {
        SchemaDeviation.MISSING,
        SchemaDeviation.NULL,
        SchemaDeviation.WRONG_TYPE,
        SchemaDeviation.UNUSUAL,
    }
)
_MOST_NAMED: Final = 3


def _without_bearer(case: Case) -> Finding | None:
    if case.session is None or case.exchange is None:
        return None
    if case.exchange.authorization is not AuthorizationScheme.BARE:
        return None
    return Finding(
        FindingCode.SENT_WITHOUT_BEARER,
        Severity.NOTICE,
        tr("Accepted without the word “Bearer” before the token"),
    )


def _new_fields(case: Case) -> Finding | None:
    notes = _notes(case, frozenset({SchemaDeviation.UNKNOWN}))
    if not notes:
        return None
    names = ", ".join(format_dotted(note.path) for note in notes[:_MOST_NAMED])
    more = len(notes) - _MOST_NAMED
    sentence = tr("Fields that are not documented: {names}", names=case.safe(names))
    if more > 0:
        sentence = tr("{sentence} and {more} more", sentence=sentence, more=more)
    return Finding(FindingCode.NEW_FIELDS, Severity.NOTICE, sentence, _paths(case, notes))


def _changed_fields(case: Case) -> Finding | None:
    notes = _notes(case, _CHANGES)
    spellings = [
        note for note in _notes(case, frozenset({SchemaDeviation.CONTRADICTORY})) if _is_inner(note)
    ]
    if not notes + spellings:
        return None
    first, *others = spellings + notes
    sentence = tr("Not as documented: {note}", note=case.safe_words(first.message))
    if others:
        sentence = tr("{sentence}, and {more} more", sentence=sentence, more=len(others))
    return Finding(
        FindingCode.CHANGED_FIELDS, Severity.NOTICE, sentence, _paths(case, spellings + notes)
    )


def _is_inner(note: SchemaNote) -> bool:
    """Whether the contradiction is between spellings of a field, not about success."""
    return len(note.path) > 1 and note.path[0] == "session" and note.path[-1] != 0


def _unusual_json(case: Case) -> Finding | None:
    document = case.examination.document
    if document is None or not document.notices:
        return None
    first = case.safe_words(document.notices[0])
    return Finding(FindingCode.UNUSUAL_JSON, Severity.NOTICE, first)


def _notes(case: Case, drifts: frozenset[SchemaDeviation]) -> list[SchemaNote]:
    notes = case.inspection.notes if case.inspection is not None else ()
    return [note for note in notes if note.deviation in drifts]


def _paths(case: Case, notes: list[SchemaNote]) -> tuple[Path, ...]:
    """Paths that exist: for a missing field, the path of its parent object."""
    paths = (
        note.path[:-1] if note.deviation is SchemaDeviation.MISSING else note.path for note in notes
    )
    secrets = case.examination.credentials
    return tuple(
        dict.fromkeys(path for path in paths if path and not secrets.has_match_in_path(path))
    )


def _other_kind(case: Case) -> Finding | None:
    if case.token is None or case.token.kind is not TokenKind.PORTAL:
        return None
    return Finding(
        FindingCode.TOKEN_OF_OTHER_KIND,
        Severity.WARNING,
        tr("This looks like a portal token: another service gives and takes those"),
    )


def _no_session_id(case: Case) -> Finding | None:
    if case.token is None or case.token.kind is not TokenKind.OPAQUE:
        return None
    return Finding(
        FindingCode.TOKEN_OF_OTHER_KIND,
        Severity.NOTICE,
        tr("It does not look like a session ID; application tokens stand for no user"),
    )


def _looks_cut(case: Case) -> Finding | None:
    if case.token is None or case.token.is_probably_truncated is not True:
        return None
    return Finding(
        FindingCode.TOKEN_LOOKS_CUT,
        Severity.WARNING,
        tr("The token has an unusual length: perhaps a part of it is missing"),
    )


def _looks_complete(case: Case) -> Finding | None:
    if case.token is None or case.token.is_probably_truncated is not False:
        return None
    return Finding(FindingCode.TOKEN_LOOKS_COMPLETE, Severity.PLAIN, tr("The token looks complete"))


def _clocks_agree(case: Case) -> Finding | None:
    clock = case.examination.clock
    if clock.skew is None or clock.is_skewed:
        return None
    return Finding(
        FindingCode.CLOCKS_AGREE, Severity.PLAIN, tr("This PC and the gateway agree on the time")
    )


ANSWER_FINDINGS: Final[tuple[Callable[[Case], Finding | None], ...]] = (
    _without_bearer,
    _new_fields,
    _changed_fields,
    _unusual_json,
)
TOKEN_FINDINGS: Final[tuple[Callable[[Case], Finding | None], ...]] = (
    _other_kind,
    _no_session_id,
    _looks_cut,
    _looks_complete,
    _clocks_agree,
)
"""For refusals of the token: what suggests that it is intact, or that it is not."""
