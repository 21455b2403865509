"""Summaries of groups: the text in a group's own row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session import time_format
from inspector_app.session.parsing import answer_codes
from inspector_app.session.parsing.field_spec import ValueMeaning
from inspector_app.session.parsing.user_codes import (
    append_user_type,
    describe_code,
    describe_user_type,
)
from inspector_app.session.presentation.meaning import Meaning, build_fixed_meaning
from inspector_app.session.provenance import Provenance
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.parsing.parsed_answer import Session, User
    from inspector_app.session.time_format import TimeContext


def summarize_user(user: User | None) -> Meaning:
    """Whether the account is enabled, and both readings of the kind of user."""
    if user is None:
        return build_fixed_meaning(Text(""))
    state = describe_code("state", user.state) or ValueMeaning(Text(""))
    words = state.text
    readings = describe_user_type(user)
    if readings is not None:
        words = append_user_type(words, readings)
    return build_fixed_meaning(
        words,
        state.severity,
        Provenance.DOCUMENTED if readings is None else Provenance.INFERRED,
    )


def summarize_organizations(session: Session) -> Meaning:
    """Whether the user works at home."""
    match session.has_switched_organization:
        case True:
            return build_fixed_meaning(tr("differs from home"), Severity.WARNING)
        case False:
            return build_fixed_meaning(tr("works in the home organization"))
        case _:
            return build_fixed_meaning(Text(""))


def name_length(lifetimes: Lifetimes | None) -> Text:
    """How long a session lasts; empty where that cannot be told."""
    if lifetimes is None or lifetimes.expires is None:
        return Text("")
    return tr("{span} session", span=time_format.format_duration(lifetimes.expires))


def summarize_timing(lifetimes: Lifetimes | None) -> Meaning:
    """Idle time and time left."""
    if lifetimes is None:
        return build_fixed_meaning(Text(""))
    return Meaning(lambda view: _format_timing(lifetimes, view), provenance=Provenance.INFERRED)


def summarize_answer(code: int | None, http_status: int) -> Meaning:
    """What the refusal's code, or else the HTTP status, is documented to mean."""
    meaning = (
        answer_codes.find_meaning(code) if code else answer_codes.find_http_meaning(http_status)
    )
    severity = answer_codes.get_severity(code or http_status)
    if meaning is None:
        guess = answer_codes.guess_meaning(code) if code else None
        words = Text("") if guess is None else tr("perhaps: {guess}", guess=guess)
        return build_fixed_meaning(words, severity, Provenance.INFERRED)
    return build_fixed_meaning(meaning.text, severity, meaning.provenance)


def _format_timing(lifetimes: Lifetimes, view: TimeContext) -> Text:
    parts = []
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
