"""Summaries of groups: the text in a group's own row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session import time_format
from inspector_app.session.parsing import answer_codes
from inspector_app.session.parsing.documented_fields import find_field
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.presentation.meanings import Meaning, build_fixed_meaning
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.parsing.parsed_answer import ParsedField, Session, User
    from inspector_app.session.time_format import TimeContext

_SEVERITY_ORDER: Final = (Severity.PLAIN, Severity.NOTICE, Severity.WARNING, Severity.BAD)


def summarize_user(user: User | None) -> Meaning:
    """Kind of user, and whether the account is enabled."""
    if user is None:
        return build_fixed_meaning(Text(""))
    parts = [_decode_field("type", user.type), _decode_field("state", user.state)]
    known = [part for part in parts if part is not None]
    gravest = max((severity for _, severity in known), key=_SEVERITY_ORDER.index, default=None)
    return build_fixed_meaning(
        _join_parts([words for words, _ in known]), gravest or Severity.PLAIN
    )


def summarize_organizations(session: Session) -> Meaning:
    """Whether the user works at home."""
    match session.has_switched_organization:
        case True:
            return build_fixed_meaning(tr("differs from home"), Severity.WARNING)
        case False:
            return build_fixed_meaning(tr("works at home"))
        case _:
            return build_fixed_meaning(Text(""))


def summarize_timing(lifetimes: Lifetimes | None) -> Meaning:
    """Length, idle time and time left."""
    if lifetimes is None:
        return build_fixed_meaning(Text(""))
    return Meaning(lambda view: _format_timing(lifetimes, view))


def summarize_answer(code: int | None, http_status: int) -> Meaning:
    """What the refusal's code, or else the HTTP status, is documented to mean."""
    meaning = (
        answer_codes.find_meaning(code) if code else answer_codes.find_http_meaning(http_status)
    )
    severity = answer_codes.get_severity(code or http_status)
    return build_fixed_meaning(Text("") if meaning is None else meaning.text, severity)


def _decode_field(name: str, sent: ParsedField[int]) -> tuple[Text, Severity] | None:
    known = find_field(ObjectType.USER, name)
    if sent.value is None or known is None:
        return None
    word = next((word for number, word in known.meanings if number == sent.value), None)
    if word is None:
        unknown = tr("{field} unknown ({value})", field=name, value=str(sent.value))
        return unknown, Severity.NOTICE
    return word.text, word.severity


def _format_timing(lifetimes: Lifetimes, view: TimeContext) -> Text:
    parts = []
    if lifetimes.expires is not None:
        parts.append(tr("{span} session", span=time_format.format_duration(lifetimes.expires)))
    if lifetimes.refreshed is not None and lifetimes.refreshed <= view.now:
        idle = time_format.format_duration(view.now - lifetimes.refreshed)
        parts.append(tr("idle {span}", span=idle))
    left = lifetimes.compute_time_left_at(view.now)
    if left is not None:
        words = tr("about {span} left", span=time_format.format_duration(left))
        over = tr("over by about {span}, by the estimate", span=time_format.format_duration(left))
        parts.append(words if left >= 0 else over)
    return _join_parts(parts)


def _join_parts(parts: list[Text]) -> Text:
    joined = Text("")
    for part in parts:
        joined = tr("{first}, {second}", first=joined, second=part) if joined.template else part
    return joined
