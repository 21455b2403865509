"""Builds the report lines about the session: user, organizations and timing."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.report.forms import understood
from inspector_app.session import moment
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.reading.document import JsonNumber
from inspector_app.session.reading.documented_field import ObjectType
from inspector_app.session.reading.fields import find_field
from inspector_app.session.wording import Text, as_literal, tr

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.report.material import Content
    from inspector_app.session.reading.inspection import Session, User

_LONGEST: Final = 120
"""Maximum length of a value from the gateway; the JSON export has it in full."""

_MOST_GUESTS: Final = 3
_SAME_TIME: Final = 19
"""Length of a formatted time before its zone."""


class Line(NamedTuple):
    """A line of a report: a label and its value."""

    label: Text
    value: Text

    @property
    def told(self) -> Text:
        """Label and value in one text."""
        return tr("{label}: {value}", label=self.label, value=self.value)


def user(made: Content) -> tuple[Line, ...]:
    """The lines about the user and the kind of account."""
    session = _session(made)
    if session is None or session.user is None:
        return ()
    identifier = understood.text_of(understood.user(session), ObjectType.USER, "id")
    name = session.user.name.value or identifier
    lines = [Line(tr("User"), _named(name, identifier))] if name else []
    account = _account(session.user)
    return (*lines, Line(tr("Account"), account)) if account.template else tuple(lines)


def organizations(made: Content) -> tuple[Line, ...]:
    """The lines about the working, home and guest organizations."""
    session = _session(made)
    if session is None:
        return ()
    lines = []
    for label, one in (
        (tr("Works in"), session.working_organization),
        (tr("Home"), session.resident_organization),
    ):
        if one is not None and one.display_name:
            lines.append(Line(label, _named(one.name.value or "", one.id.value or "")))
    guests = [one for one in understood.guest_names(session) if one]
    if guests:
        lines.append(Line(tr("External user in"), _several(guests)))
    return tuple(lines)


def timing(made: Content, zone: tzinfo) -> tuple[Line, ...]:
    """The lines on when the session began and may end, in UTC and in the reporter's zone."""
    times = made.examination.lifetimes
    if times is None:
        return ()
    fixed = times.ends_if_fixed if times.ends_if_fixed != times.ends else None
    told = (
        (tr("Created"), times.created),
        (tr("Refreshed"), times.refreshed),
        (tr("Ends (estimated)"), times.ends),
        (tr("Ends if the lifetime is fixed"), fixed),
        (tr("Password expires"), times.password_expires),
    )
    return tuple(Line(label, both_zones(at, zone)) for label, at in told if at is not None)


def both_zones(seconds: float, zone: tzinfo) -> Text:
    """An instant in UTC, and in the reporter's zone where the local time differs."""
    utc, local = moment.format_absolute(seconds, UTC), moment.format_absolute(seconds, zone)
    if str(utc)[:_SAME_TIME] == str(local)[:_SAME_TIME]:
        return utc
    return tr("{utc} ({local})", utc=utc, local=local)


def short(text: str) -> str:
    """An external value for one line: truncated, invisible characters escaped."""
    return escape_invisible(elide(text, _LONGEST))


def _session(made: Content) -> Session | None:
    inspection = made.examination.parsed
    return None if inspection is None else inspection.session


def _named(name: str, identifier: str) -> Text:
    if not name or not identifier or name == identifier:
        return as_literal(short(name or identifier))
    return tr("{name} ({id})", name=short(name), id=short(identifier))


def _several(names: list[str]) -> Text:
    line = as_literal(short(names[0]))
    for name in names[1:_MOST_GUESTS]:
        line = tr("{words}, {more}", words=line, more=short(name))
    if left := len(names) - _MOST_GUESTS:
        line = tr("{words} and {count} more", words=line, count=left) if left > 0 else line
    return line


def _account(user: User) -> Text:
    numbers = (
        ("type", user.type.value),
        ("state", user.state.value),
        ("authType", user.auth_type.value),
    )
    words = []
    for name, value in numbers:
        known = find_field(ObjectType.USER, name)
        if value is None or known is None:
            continue
        word = known.find_meaning(JsonNumber(str(value)))
        unknown = tr("{field} unknown ({value})", field=name, value=str(value))
        words.append(unknown if word is None else word.text)
    line = Text("")
    for one in words:
        line = tr("{words}, {more}", words=line, more=one) if line.template else one
    return line
