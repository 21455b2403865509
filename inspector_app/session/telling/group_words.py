"""Summaries of groups: the text in a group's own row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session import moment
from inspector_app.session.judging import answer_codes
from inspector_app.session.reading.documented_field import Place
from inspector_app.session.reading.fields import field
from inspector_app.session.severity import Severity
from inspector_app.session.telling.meanings import Meaning, fixed
from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.lifetimes import Lifetimes
    from inspector_app.session.moment import Viewpoint
    from inspector_app.session.reading.inspection import Sent, Session, User

_GRAVEST_LAST: Final = (Severity.PLAIN, Severity.NOTICE, Severity.WARNING, Severity.BAD)


def of_user(user: User | None) -> Meaning:
    """Kind of user, and whether the account is enabled."""
    if user is None:
        return fixed(Text(""))
    parts = [_decoded("type", user.type), _decoded("state", user.state)]
    known = [part for part in parts if part is not None]
    gravest = max((severity for _, severity in known), key=_GRAVEST_LAST.index, default=None)
    return fixed(_joined([words for words, _ in known]), gravest or Severity.PLAIN)


def of_organizations(session: Session) -> Meaning:
    """Whether the user works at home."""
    match session.works_elsewhere:
        case True:
            return fixed(tr("differs from home"), Severity.WARNING)
        case False:
            return fixed(tr("works at home"))
        case _:
            return fixed(Text(""))


def of_timing(lifetimes: Lifetimes | None) -> Meaning:
    """Length, idle time and time left."""
    if lifetimes is None:
        return fixed(Text(""))
    return Meaning(lambda view: _timing(lifetimes, view))


def of_answer(code: int | None, http_status: int) -> Meaning:
    """What the refusal's code, or else the HTTP status, is documented to mean."""
    meaning = answer_codes.documented(code) if code else answer_codes.of_gateway(http_status)
    severity = answer_codes.severity(code or http_status)
    return fixed(Text("") if meaning is None else meaning.words, severity)


def _decoded(name: str, sent: Sent[int]) -> tuple[Text, Severity] | None:
    known = field(Place.USER, name)
    if sent.value is None or known is None:
        return None
    word = next((word for number, word in known.words if number == sent.value), None)
    if word is None:
        unknown = tr("{field} unknown ({value})", field=name, value=str(sent.value))
        return unknown, Severity.NOTICE
    return word.words, word.severity


def _timing(lifetimes: Lifetimes, view: Viewpoint) -> Text:
    parts = []
    if lifetimes.expires is not None:
        parts.append(tr("{span} session", span=moment.duration(lifetimes.expires)))
    if lifetimes.refreshed is not None and lifetimes.refreshed <= view.now:
        idle = moment.duration(view.now - lifetimes.refreshed)
        parts.append(tr("idle {span}", span=idle))
    if lifetimes.ends is not None:
        left = lifetimes.ends - view.now
        words = tr("about {span} left", span=moment.duration(left))
        over = tr("over by about {span}, by the estimate", span=moment.duration(left))
        parts.append(words if left >= 0 else over)
    return _joined(parts)


def _joined(parts: list[Text]) -> Text:
    joined = Text("")
    for part in parts:
        joined = tr("{first}, {second}", first=joined, second=part) if joined.template else part
    return joined
