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


def get_title(entry: HistoryEntry, *, is_shared: bool) -> str:
    """Whose answer it is: the user, else the note, else the token; on a shared screen a label."""
    who = entry.get_names(is_shared=is_shared)
    note = "" if is_shared else entry.note
    return to_plain_text(who.user or note or entry.fingerprint or translate("no user was sent"))


def describe_verdict(entry: HistoryEntry) -> str:
    """The verdict in a word, and of a valid session how long it had left."""
    word = render_text(entry.word)
    if entry.code is VerdictCode.VALID and entry.ends_at is not None:
        left = entry.ends_at - entry.answered_at
        if left > 0:
            span = render_text(format_duration(left))
            return translate("{verdict}, {span} left", verdict=word, span=span)
    return word


def format_age(entry: HistoryEntry, now: float) -> str:
    """How long ago it was, in whole minutes, from an hour on in hours: "now" below a minute."""
    age = now - entry.answered_at
    if age < _MINUTE:
        return translate("now")
    unit = _MINUTE if age < _HOUR else _HOUR
    return render_text(format_duration(age // unit * unit))


def describe_entry(entry: HistoryEntry, *, is_shared: bool) -> str:
    """The row in words, as it is read aloud."""
    note = "" if is_shared else entry.note
    facts = (
        get_title(entry, is_shared=is_shared),
        describe_verdict(entry),
        to_plain_text(entry.environment.name),
        format_age(entry, time.time()),
        entry.fingerprint,
        to_plain_text(note),
    )
    return join_facts(dict.fromkeys(facts))


def describe_entry_at_length(entry: HistoryEntry, zone: tzinfo, *, is_shared: bool) -> str:
    """The row in words, its organization and its time."""
    organization = entry.get_names(is_shared=is_shared).organization
    at = render_text(format_absolute(entry.answered_at, zone))
    return join_facts((describe_entry(entry, is_shared=is_shared), organization, at))
