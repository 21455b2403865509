"""Describe what the value of a field means: shown beside the raw value, never instead of it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session import moment
from inspector_app.session.fingerprints import fingerprint
from inspector_app.session.judging import answer_codes
from inspector_app.session.plain_text import elided, visible
from inspector_app.session.reading import scalars
from inspector_app.session.reading.document import Json, JsonArray, JsonObject
from inspector_app.session.reading.documented_field import Field, Presence, Sense
from inspector_app.session.reading.schema_notes import unfit
from inspector_app.session.severity import Severity
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.moment import Viewpoint
    from inspector_app.session.path import Path
    from inspector_app.session.reading.inspection import Inspection

_LONGEST: Final = 40
_VERIFIED: Final = frozenset({"email", "phone"})
"""Fields beside which a flag says whether they were verified."""

_TIME_ENDINGS: Final = ("Time", "time", "At", "_at")


class Meaning(NamedTuple):
    """Text that depends on current time and time zone, and its severity."""

    words: Callable[[Viewpoint], Text]
    severity: Severity = Severity.PLAIN


def fixed(words: Text, severity: Severity = Severity.PLAIN) -> Meaning:
    """A meaning that time does not change."""
    return Meaning(lambda _view: words, severity)


def of_field(
    known: Field, value: Json, path: Path, inspection: Inspection, lifetimes: Lifetimes | None
) -> Meaning:
    """What the value of a documented field means."""
    beside = _beside_it(path, inspection) if known.name in _VERIFIED else None
    meaning = beside or _by_sense(known, value, lifetimes)
    if _is_why_nobody_signs_in(path, inspection, lifetimes):
        meaning = meaning._replace(severity=Severity.BAD)
    wrong = unfit(known, value)
    if wrong is None:
        return meaning
    return Meaning(lambda view: _badged(meaning.words(view), wrong), _graver(meaning.severity))


def of_unknown(name: str, value: Json) -> Meaning:
    """What can be said of a field that no documentation names: that, and how much is in it."""
    moment_sent = moment.instant(value)
    if moment_sent is not None and name.endswith(_TIME_ENDINGS):
        seconds = moment_sent.seconds
        return Meaning(
            lambda view: tr("not documented; perhaps {time}", time=moment.told(seconds, view)),
            Severity.NOTICE,
        )
    return fixed(_with_size(tr("not documented"), value), Severity.NOTICE)


def of_content(value: Json) -> Meaning:
    """How much there is in a value that has no name of its own."""
    return fixed(size(value))


def size(value: Json) -> Text:
    """How many entries or fields there are; nothing for simple values."""
    match value:
        case JsonArray(items):
            return tr("entries: {count}", count=len(items))
        case JsonObject(members):
            return tr("fields: {count}", count=len(members))
        case _:
            return Text("")


def _by_sense(known: Field, value: Json, lifetimes: Lifetimes | None) -> Meaning:
    if value is None:
        return _of_null(known)
    if value == "":
        return fixed(tr("empty"))
    if known.sense is Sense.SPAN:
        return _of_span(value, lifetimes)
    return _BY_SENSE.get(known.sense, _of_plain)(known, value)


def _of_null(known: Field) -> Meaning:
    if known.presence is Presence.EXPECTED and known.name != "session":
        return fixed(tr("null where a value is documented"), Severity.NOTICE)
    return fixed(tr("none given") if known.name in {"requestId", "message"} else tr("not set"))


def _of_answer_code(_known: Field, value: Json) -> Meaning:
    code = scalars.whole(value)
    found = None if code is None else answer_codes.documented(code)
    if code is None or found is None:
        guess = None if code is None else answer_codes.guessed(code)
        if guess is None:
            return fixed(_unknown(value))
        return fixed(tr("{unknown}; perhaps: {guess}", unknown=_unknown(value), guess=guess))
    if code == answer_codes.SUCCESS:
        return fixed(found.words)
    words = tr("{words} ({source})", words=found.words, source=found.source)
    return fixed(words, answer_codes.severity(code))


def _of_plain(known: Field, value: Json) -> Meaning:
    word = known.word(value)
    if word is not None:
        return fixed(word.words, word.severity)
    if known.sense is Sense.CODE:
        return fixed(_unknown(value), Severity.NOTICE)
    if isinstance(value, JsonArray | JsonObject):
        is_named = isinstance(value, JsonObject) and known.about.template
        return fixed(known.about if is_named else _with_size(known.about, value))
    return fixed(known.about)


def _of_instant(known: Field, value: Json) -> Meaning:
    sent = moment.instant(value)
    if sent is None:
        never = known.presence is Presence.NULLABLE and scalars.number(value) is not None
        words = tr("not a date; perhaps it means “never”") if never else tr("not a date")
        return fixed(words, Severity.PLAIN if never else Severity.NOTICE)
    usual = moment.Unit.MILLISECONDS if "Expire" in known.name else moment.Unit.SECONDS
    seconds, label = sent.seconds, Text("")
    if sent.unit is moment.Unit.DATE:
        label = tr("read as UTC") if isinstance(value, str) and value[-1:] != "Z" else label
    elif known.guesses_unit or sent.unit is not usual:
        by_seconds = sent.unit is moment.Unit.SECONDS
        label = tr("read as seconds") if by_seconds else tr("read as milliseconds")
    if not label.template:
        return Meaning(lambda view: moment.told(seconds, view))
    return Meaning(
        lambda view: tr("{time} ({label})", time=moment.told(seconds, view), label=label)
    )


def _of_span(value: Json, lifetimes: Lifetimes | None) -> Meaning:
    seconds = scalars.number(value)
    if seconds is None or seconds <= 0:
        return fixed(tr("not a span of time"), Severity.NOTICE)
    span = moment.duration(float(seconds))
    if lifetimes is None or lifetimes.ends is None:
        return fixed(span)
    return Meaning(lambda view: _ending(span, lifetimes, view))


def _ending(span: Text, lifetimes: Lifetimes, view: Viewpoint) -> Text:
    sliding, ends_if_fixed = lifetimes.ends_if_sliding, lifetimes.ends_if_fixed
    if sliding is not None:
        end = moment.time_of_day(sliding, view)
        return tr("{span}: ends about {end} if it slides", span=span, end=end)
    if ends_if_fixed is not None:
        end = moment.time_of_day(ends_if_fixed, view)
        return tr("{span}: ends about {end} if it is fixed", span=span, end=end)
    return span


def _of_identifier(known: Field, value: Json) -> Meaning:
    created = moment.from_id(value) if isinstance(value, str) else None
    if created is None:
        return fixed(known.about)
    if known.name == "id":
        return Meaning(
            lambda view: tr("created {date}, from the id", date=moment.absolute(created, view.zone))
        )
    return Meaning(
        lambda view: tr(
            "{about}; created {date}, from the id",
            about=known.about,
            date=moment.absolute(created, view.zone),
        )
    )


def _of_credential(known: Field, value: Json) -> Meaning:
    told = fingerprint(value) if isinstance(value, str) else None
    if told is None:
        return fixed(known.about)
    return fixed(tr("{about}; fingerprint {fingerprint}", about=known.about, fingerprint=told))


def _beside_it(path: Path, inspection: Inspection) -> Meaning | None:
    """For an email address or a phone number: whether the flag beside it says verified."""
    user = inspection.session.user if inspection.session is not None else None
    if user is None:
        return None
    pairs = ((user.email, user.email_verified), (user.phone, user.phone_verified))
    for sent, flag in pairs:
        if sent.path == path and sent.value and flag.value is not None:
            if flag.value:
                return fixed(tr("verified"))
            return fixed(tr("not verified"), Severity.NOTICE)
    return None


def _is_why_nobody_signs_in(
    path: Path, inspection: Inspection, lifetimes: Lifetimes | None
) -> bool:
    """Whether this is the date of a password that has expired, and that its user signs in with."""
    session = inspection.session
    if session is None or session.user is None or session.signs_in_elsewhere:
        return False
    is_the_date = path in session.user.password_expires.evidence
    return is_the_date and lifetimes is not None and lifetimes.password_had_expired


def _unknown(value: Json) -> Text:
    shown = scalars.text(value)
    if shown is None:
        return tr("unknown")
    return tr("unknown ({value})", value=visible(elided(shown, _LONGEST)))


def _with_size(words: Text, value: Json) -> Text:
    if not isinstance(value, JsonArray | JsonObject):
        return words
    return tr("{words}; {size}", words=words, size=size(value)) if words.template else size(value)


def _badged(words: Text, wrong: Text) -> Text:
    return tr("{words} ({wrong})", words=words, wrong=wrong) if words.template else wrong


def _graver(severity: Severity) -> Severity:
    return Severity.NOTICE if severity is Severity.PLAIN else severity


_BY_SENSE: Final[Mapping[Sense, Callable[[Field, Json], Meaning]]] = MappingProxyType(
    {
        Sense.ANSWER_CODE: _of_answer_code,
        Sense.INSTANT: _of_instant,
        Sense.IDENTIFIER: _of_identifier,
        Sense.CREDENTIAL: _of_credential,
    }
)
