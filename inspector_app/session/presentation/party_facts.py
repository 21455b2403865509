"""Rows about who answered a call, on what evidence, and how many calls are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis import answering_party
from inspector_app.session.diagnosis.answering_party import AnsweringParty
from inspector_app.session.presentation.fact_rows import NO_MEANING, build_group, build_row
from inspector_app.session.presentation.meaning import build_fixed_meaning
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.credentials import Credentials
    from inspector_app.session.exchange import Exchange
    from inspector_app.session.presentation.outline import Node

_POINTERS: Final = {
    AnsweringParty.ENOS: tr("points to EnOS"),
    AnsweringParty.GATEWAY: tr("points to the gateway"),
    AnsweringParty.IN_FRONT: tr("points to something in front of the gateway"),
    AnsweringParty.UNKNOWN: tr("points to nobody alone"),
}


def build_party_group(analyzed: AnalyzedAnswer) -> Node | None:
    """Who answered, with a row for each piece of evidence; None where nobody did."""
    judged = answering_party.judge_party(analyzed)
    if judged is None:
        return None
    rows = [
        build_row(
            _POINTERS[one.party],
            one.provenance.value,
            build_fixed_meaning(one.reason, provenance=one.provenance),
        )
        for one in judged.evidence
    ]
    meaning = build_fixed_meaning(judged.sentence, provenance=judged.provenance)
    return build_group(tr("Answered by"), "building-2", "", meaning, rows)


def build_rate_limit_group(exchange: Exchange, secrets: Credentials) -> Node | None:
    """The gateway's limit of calls and what is left of it; None where it tells nothing."""
    rows = [
        build_row(secrets.mask_text(name), secrets.mask_text(value))
        for name, value in answering_party.list_rate_limit_headers(exchange)
    ]
    if not rows:
        return None
    return build_group(tr("Rate limit"), "hourglass", "", NO_MEANING, rows)


def format_rate_limit(exchange: Exchange) -> Text:
    """The same for one line of a report; empty where the gateway tells nothing."""
    line = Text("")
    for name, value in answering_party.list_rate_limit_headers(exchange)[:_MAX_HEADERS]:
        one = tr("{name} {value}", name=name[:_MAX_LENGTH], value=value[:_MAX_LENGTH])
        line = tr("{words}, {more}", words=line, more=one) if line.template else one
    return line


_MAX_HEADERS: Final = 4
_MAX_LENGTH: Final = 60
"""Characters of a header in a line; the page of the request has it in full."""
