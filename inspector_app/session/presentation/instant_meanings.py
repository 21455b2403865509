"""Describe what times, spans and the ids that hold a time mean: their units are inferred."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.parsing import scalars, timestamps
from inspector_app.session.parsing.field_spec import Presence
from inspector_app.session.presentation.meaning import Meaning, build_fixed_meaning
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.parsing.field_spec import FieldSpec
    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.time_format import TimeContext

_MAX_ZONE_OFFSET: Final = 14 * 3600.0
"""Seconds: the zero of computer time lies no further from midnight, in any zone."""


def describe_instant(field_spec: FieldSpec, value: Json) -> Meaning:
    """What an instant means: formatted, with the unit or zone as which it was read."""
    sent = timestamps.parse_instant(value)
    if sent is None:
        return _describe_no_instant(field_spec, value)
    if "Expire" in field_spec.name and sent.seconds < timestamps.EARLIEST_PLAUSIBLE:
        return build_fixed_meaning(tr("too early to be a password's date"), Severity.NOTICE)
    seconds, unit = sent.seconds, sent.unit
    if unit is not timestamps.TimestampUnit.DATE:
        by_seconds = unit is timestamps.TimestampUnit.SECONDS
        label = tr("read as seconds") if by_seconds else tr("read as milliseconds")
    elif isinstance(value, str) and timestamps.has_zone(value):
        return Meaning(lambda view: time_format.format_instant(seconds, view))
    else:
        label = tr("read as UTC")
    return Meaning(
        lambda view: tr(
            "{time} ({label})", time=time_format.format_instant(seconds, view), label=label
        ),
        provenance=Provenance.INFERRED,
    )


def _describe_no_instant(field_spec: FieldSpec, value: Json) -> Meaning:
    number = scalars.parse_number(value)
    if field_spec.presence is not Presence.NULLABLE or number is None:
        return build_fixed_meaning(tr("not a date"), Severity.NOTICE)
    words = (
        tr("perhaps never, or not applicable") if number == 0 else tr("perhaps it means “never”")
    )
    return build_fixed_meaning(
        tr("not a date; {words}", words=words), provenance=Provenance.INFERRED
    )


def describe_verified_at(value: Json, *, is_verified: bool | None) -> Meaning | None:
    """What 1970 means as the time of a verification; None for any other time.

    Inferred: it comes beside a flag that says "not verified", and is the zero of computer time.
    """
    number = scalars.parse_number(value)
    if number != 0 and not _is_zero_of_time(value):
        return None
    if is_verified:
        words, severity = tr("no date: perhaps it was not noted"), Severity.NOTICE
    else:
        words, severity = tr("never verified, inferred from 1970"), Severity.PLAIN
    return build_fixed_meaning(words, severity, Provenance.INFERRED)


def _is_zero_of_time(value: Json) -> bool:
    """Whether a text is midnight of 1970-01-01 in some zone."""
    if not isinstance(value, str):
        return False
    seconds = timestamps.parse_epoch_seconds(value)
    return seconds is not None and abs(seconds) <= _MAX_ZONE_OFFSET


def describe_duration(value: Json, lifetimes: Lifetimes | None) -> Meaning:
    """What the session's lifetime means: its span, and the end that is estimated from it."""
    seconds = scalars.parse_number(value)
    if seconds is None or seconds <= 0:
        return build_fixed_meaning(tr("not a span of time"), Severity.NOTICE)
    span = time_format.format_duration(float(seconds))
    if lifetimes is None or lifetimes.ends is None:
        return build_fixed_meaning(span)
    return Meaning(
        lambda view: _format_expiry(span, lifetimes, view), provenance=Provenance.INFERRED
    )


def _format_expiry(span: Text, lifetimes: Lifetimes, view: TimeContext) -> Text:
    sliding, ends_if_fixed = lifetimes.ends_if_sliding, lifetimes.ends_if_fixed
    if sliding is not None:
        end = time_format.format_time_of_day(sliding, view)
        return tr("{span}: ends about {end} if it slides", span=span, end=end)
    if ends_if_fixed is not None:
        end = time_format.format_time_of_day(ends_if_fixed, view)
        return tr("{span}: ends about {end} if it is fixed", span=span, end=end)
    return span


def describe_identifier(field_spec: FieldSpec, value: Json) -> Meaning:
    """What an id is of, and when that was created, by the time that ids of EnOS begin with."""
    word = field_spec.find_meaning(value)
    if word is not None:  # an id that stands for nobody
        return build_fixed_meaning(word.text, word.severity, word.provenance)
    created = timestamps.parse_id_timestamp(value) if isinstance(value, str) else None
    if created is None:
        return build_fixed_meaning(field_spec.description)
    if field_spec.name == "id":
        return Meaning(
            lambda view: tr(
                "created {date}, inferred from the id",
                date=time_format.format_absolute(created, view.zone),
            ),
            provenance=Provenance.INFERRED,
        )
    return Meaning(
        lambda view: tr(
            "{about}; created {date}, inferred from the id",
            about=field_spec.description,
            date=time_format.format_absolute(created, view.zone),
        ),
        provenance=Provenance.INFERRED,
    )
