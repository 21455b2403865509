"""Builds the report lines about the session: user, organizations and timing."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.report.formats import normalized_session
from inspector_app.session import time_format
from inspector_app.session.parsing import user_codes
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.plain_text import elide, escape_invisible
from inspector_app.session.translatable_text import Text, as_literal, tr

if TYPE_CHECKING:
    from datetime import tzinfo

    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.parsing.parsed_answer import Session, User

_MAX_VALUE_LENGTH: Final = 120
"""Maximum length of a value from the gateway; the JSON export has it in full."""

_MAX_GUESTS: Final = 3
_ZONELESS_LENGTH: Final = 19
"""Length of a formatted time before its zone."""


class ReportLine(NamedTuple):
    """A line of a report: a label and its value."""

    label: Text
    value: Text

    @property
    def text(self) -> Text:
        """Label and value in one text."""
        return tr("{label}: {value}", label=self.label, value=self.value)


def build_user_lines(report: RedactedReport) -> tuple[ReportLine, ...]:
    """The lines about the user and the kind of account."""
    session = _find_session(report)
    if session is None or session.user is None:
        return ()
    identifier = normalized_session.get_field_text(
        normalized_session.find_user(session), ObjectType.USER, "id"
    )
    name = session.user.name.value or identifier
    lines = [ReportLine(tr("User"), _format_name(name, identifier))] if name else []
    account = _format_account(session.user)
    return (*lines, ReportLine(tr("Account"), account)) if account.template else tuple(lines)


def build_organization_lines(report: RedactedReport) -> tuple[ReportLine, ...]:
    """The lines about the working, home and guest organizations."""
    session = _find_session(report)
    if session is None:
        return ()
    lines = []
    for label, one in (
        (tr("Works in"), session.working_organization),
        (tr("Home"), session.resident_organization),
    ):
        if one is not None and one.display_name:
            lines.append(ReportLine(label, _format_name(one.name.value or "", one.id.value or "")))
    guests = [one for one in normalized_session.iter_guest_names(session) if one]
    if guests:
        lines.append(ReportLine(tr("External user in (inferred)"), _join_names(guests)))
    return tuple(lines)


def build_timing_lines(report: RedactedReport) -> tuple[ReportLine, ...]:
    """The lines on when the session began and may end, in UTC and in the reporter's zone."""
    times = report.analyzed.lifetimes
    if times is None:
        return ()
    fixed = times.ends_if_fixed if times.ends_if_fixed != times.ends else None
    instants = (
        (tr("Created"), times.created),
        (tr("Refreshed"), times.refreshed),
        (tr("Ends (estimated)"), times.ends),
        (tr("Ends if the lifetime is fixed"), fixed),
        (tr("Password expires"), times.password_expires),
    )
    return tuple(
        ReportLine(label, format_both_zones(at, report.zone))
        for label, at in instants
        if at is not None
    )


def format_both_zones(seconds: float, zone: tzinfo) -> Text:
    """An instant in UTC, and in the reporter's zone where the local time differs."""
    utc, local = (
        time_format.format_absolute(seconds, UTC),
        time_format.format_absolute(seconds, zone),
    )
    if str(utc)[:_ZONELESS_LENGTH] == str(local)[:_ZONELESS_LENGTH]:
        return utc
    return tr("{utc} ({local})", utc=utc, local=local)


def shorten_text(text: str) -> str:
    """An external value for one line: truncated, invisible characters escaped."""
    return escape_invisible(elide(text, _MAX_VALUE_LENGTH))


def _find_session(report: RedactedReport) -> Session | None:
    parsed = report.analyzed.parsed
    return None if parsed is None else parsed.session


def _format_name(name: str, identifier: str) -> Text:
    if not name or not identifier or name == identifier:
        return as_literal(shorten_text(name or identifier))
    return tr("{name} ({id})", name=shorten_text(name), id=shorten_text(identifier))


def _join_names(names: list[str]) -> Text:
    line = as_literal(shorten_text(names[0]))
    for name in names[1:_MAX_GUESTS]:
        line = tr("{words}, {more}", words=line, more=shorten_text(name))
    left = names[_MAX_GUESTS:]
    return tr("{words} and {count} more", words=line, count=len(left)) if left else line


def _format_account(user: User) -> Text:
    known = (
        user_codes.describe_code("state", user.state),
        user_codes.describe_code("authType", user.auth_type),
    )
    line = Text("")
    for one in known:
        if one is not None:
            line = tr("{words}, {more}", words=line, more=one.text) if line.template else one.text
    readings = user_codes.describe_user_type(user)
    return line if readings is None else user_codes.append_user_type(line, readings)
