"""What is said of an entry of the history: in its row, aloud, and in its tooltip."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from inspector_app.desktop.theme.translation import join_facts, render_text, translate
from inspector_app.desktop.widgets.plain_text import to_plain_text
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.time_format import format_absolute, format_duration

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.history.entry import HistoryEntry


_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR


def get_title(entry: HistoryEntry, *, is_shared: bool) -> str:
    """Whose answer it is: the user, else the note, else the token; on a shared screen a label."""
    who = entry.get_names(is_shared=is_shared)
    note = "" if is_shared else entry.note
    return to_plain_text(who.user or note or entry.fingerprint or translate("no user was sent"))


def list_verdicts(entry: HistoryEntry, now: float) -> tuple[str, ...]:
    """The verdict in ever fewer words, the last one in one.

    Of a valid session the others say how long it had left, which is of now for a minute only.
    """
    word = render_text(entry.word)
    left = 0.0 if entry.ends_at is None else entry.ends_at - entry.answered_at
    if entry.code is not VerdictCode.VALID or left <= 0:
        return (word,)
    spans = [render_text(format_duration(one)) for one in (left, _round_down(left))]
    if abs(now - entry.answered_at) < _MINUTE:
        said = [translate("{verdict}, {span} left", verdict=word, span=one) for one in spans]
    else:
        said = [translate("{verdict}, {span} left then", verdict=word, span=one) for one in spans]
    return (*said, word)


def format_age(entry: HistoryEntry, now: float) -> str:
    """How long ago it was, in whole minutes, hours or days: "now" below a minute.

    Where the clock was set back since, it says that.
    """
    age = now - entry.answered_at
    if age <= -_MINUTE:
        return translate("in the future")
    return translate("now") if age < _MINUTE else render_text(format_duration(_round_down(age)))


def _round_down(span: float) -> float:
    """Seconds in whole minutes, from an hour on in whole hours, from two days on in whole days."""
    units = ((2 * _DAY, _DAY), (_HOUR, _HOUR), (_MINUTE, _MINUTE))
    unit = next((unit for least, unit in units if span >= least), 1)
    return span // unit * unit


def describe_entry(entry: HistoryEntry, *, is_shared: bool) -> str:
    """The row in words, as it is read aloud."""
    note, now = "" if is_shared else entry.note, time.time()
    facts = (
        get_title(entry, is_shared=is_shared),
        list_verdicts(entry, now)[0],
        to_plain_text(entry.environment.name),
        format_age(entry, now),
        entry.fingerprint,
        to_plain_text(note),
    )
    return join_facts(dict.fromkeys(facts))


def describe_entry_at_length(entry: HistoryEntry, zone: tzinfo, *, is_shared: bool) -> str:
    """The row in words, its organization and its time."""
    organization = entry.get_names(is_shared=is_shared).organization
    at = render_text(format_absolute(entry.answered_at, zone))
    return join_facts((describe_entry(entry, is_shared=is_shared), organization, at))
