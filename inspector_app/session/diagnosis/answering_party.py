"""Tell which party answered: EnOS itself, the API gateway, or something in front of it.

EnOS documents the gateway's messages, which are Kong's word for word; that its headers are Kong's
too is inferred. Headers and body are both evidence: where they disagree, it cannot be told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session import http_status
from inspector_app.session.exchange import Exchange
from inspector_app.session.parsing import answer_codes
from inspector_app.session.parsing.parse_errors import ParseErrorKind
from inspector_app.session.parsing.parsed_answer import AnswerFormat, SessionKind
from inspector_app.session.provenance import Provenance
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.session.analyzed_answer import AnalyzedAnswer
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer

UPSTREAM_LATENCY_HEADER: Final = "X-Kong-Upstream-Latency"
"""Kong's: milliseconds that the service behind it took, so that service answered."""

PROXY_LATENCY_HEADER: Final = "X-Kong-Proxy-Latency"
"""Kong's: milliseconds that it took itself. Without the other, nothing behind it was asked."""

_RATE_LIMIT_PREFIXES: Final = ("x-ratelimit-", "ratelimit-")
_MILLISECONDS: Final = re.compile(r"[0-9]{1,9}")
_KONG: Final = re.compile(r"(?:[0-9.]{1,8} )?kong/", re.IGNORECASE)
_GATEWAY_MESSAGES: Final[Mapping[int, tuple[str, ...]]] = MappingProxyType(
    {
        400: ("cannot process request body",),
        401: ("invalid authentication credentials", "credentials found"),
        403: ("your ip address is not allowed",),
        404: ("no route matched",),
        413: ("request size limit exceeded",),
        429: ("api rate limit exceeded",),
        500: ("an unexpected error occurred",),
        503: ("service unavailable",),
    }
)
"""What the gateway is documented to say by HTTP status; 404 and the second of 401 are Kong's."""


class AnsweringParty(Enum):
    """Who answered a call. The values are public."""

    ENOS = "enos"
    GATEWAY = "gateway"
    IN_FRONT = "in_front_of_the_gateway"
    UNKNOWN = "cannot_be_told"


@dataclass(frozen=True, slots=True)
class PartyEvidence:
    """One piece of evidence: whom it points to, why, and what that rests on.

    One that ``is_weak`` counts only where nothing else points to anybody.
    """

    party: AnsweringParty
    reason: Text
    provenance: Provenance = Provenance.INFERRED
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class PartyJudgement:
    """Who answered, with all the evidence; ``sentence`` says no more than it supports."""

    party: AnsweringParty
    sentence: Text
    evidence: tuple[PartyEvidence, ...]
    provenance: Provenance

    @property
    def explanation(self) -> Text:
        """The sentence with its evidence, for a line of text."""
        reasons = [one.reason for one in self.evidence]
        if not reasons:
            return self.sentence
        words = reasons[0]
        for one in reasons[1:]:
            words = tr("{words}; {more}", words=words, more=one)
        return tr("{sentence}: {reasons}", sentence=self.sentence, reasons=words)


_EVIDENCE_BY_FORMAT: Final = {
    AnswerFormat.IAM: PartyEvidence(
        AnsweringParty.ENOS, tr("the body looks like the session service's")
    ),
    AnswerFormat.TOKEN_SERVICE: PartyEvidence(
        AnsweringParty.ENOS,
        tr("the body has the documented form of the token service"),
        Provenance.DOCUMENTED,
    ),
    AnswerFormat.APIM: PartyEvidence(
        AnsweringParty.GATEWAY, tr("the body has apim_status, which is the gateway's")
    ),
    AnswerFormat.PORTAL: PartyEvidence(
        AnsweringParty.ENOS, tr("the body looks like that of the Application Portal")
    ),
    AnswerFormat.GENERAL: PartyEvidence(
        AnsweringParty.ENOS, tr("the body looks like that of an EnOS service")
    ),
}
_STATED: Final = {
    AnsweringParty.ENOS: tr("EnOS itself answered"),
    AnsweringParty.GATEWAY: tr("The API gateway answered"),
    AnsweringParty.IN_FRONT: tr("Something in front of the gateway answered"),
}
_INFERRED: Final = {
    AnsweringParty.ENOS: tr("EnOS itself seems to have answered"),
    AnsweringParty.GATEWAY: tr("The API gateway seems to have answered"),
    AnsweringParty.IN_FRONT: tr("Something in front of the gateway seems to have answered"),
}
_UNKNOWN_SENTENCE: Final = tr("Who answered cannot be told")
_CONFLICT_SENTENCE: Final = tr("Who answered cannot be told, as the evidence disagrees")


def judge_party(analyzed: AnalyzedAnswer) -> PartyJudgement | None:
    """Who answered, and on what evidence; None where nobody did. Never raises."""
    exchange = analyzed.call_result
    if not isinstance(exchange, Exchange):
        return None
    found = tuple(
        one for one in (_read_headers(exchange), _read_body(analyzed, exchange)) if one is not None
    )
    strong = [one for one in found if not one.is_weak]
    counted = strong or list(found)
    parties = {one.party for one in counted if one.party is not AnsweringParty.UNKNOWN}
    if len(parties) != 1:
        sentence = _CONFLICT_SENTENCE if parties else _UNKNOWN_SENTENCE
        return PartyJudgement(AnsweringParty.UNKNOWN, sentence, found, Provenance.INFERRED)
    (party,) = parties
    is_documented = any(one.provenance is Provenance.DOCUMENTED for one in counted)
    return PartyJudgement(
        party,
        (_STATED if is_documented else _INFERRED)[party],
        found,
        Provenance.DOCUMENTED if is_documented else Provenance.INFERRED,
    )


def list_rate_limit_headers(exchange: Exchange) -> tuple[tuple[str, str], ...]:
    """The headers by which the gateway tells how many calls are allowed and left."""
    return tuple((name, value) for name, value in exchange.headers if is_rate_limit_header(name))


def is_rate_limit_header(name: str) -> bool:
    """Whether a header of that name tells how many calls are allowed or left."""
    return name.lower().startswith(_RATE_LIMIT_PREFIXES)


def has_kong_header(exchange: Exchange) -> bool:
    """Whether a header says that the answer came through Kong."""
    return (
        _has_milliseconds(exchange, UPSTREAM_LATENCY_HEADER)
        or _has_milliseconds(exchange, PROXY_LATENCY_HEADER)
        or _KONG.match((exchange.get_header("Via") or "").strip()) is not None
    )


def _has_milliseconds(exchange: Exchange, name: str) -> bool:
    return _MILLISECONDS.fullmatch((exchange.get_header(name) or "").strip()) is not None


def _read_headers(exchange: Exchange) -> PartyEvidence | None:
    if _has_milliseconds(exchange, UPSTREAM_LATENCY_HEADER):
        reason = tr("“{header}” says that it asked the service", header=UPSTREAM_LATENCY_HEADER)
        return PartyEvidence(AnsweringParty.ENOS, reason)
    if _has_milliseconds(exchange, PROXY_LATENCY_HEADER):
        reason = tr(
            "“{header}” without “{missing}”: it did not ask the service",
            header=PROXY_LATENCY_HEADER,
            missing=UPSTREAM_LATENCY_HEADER,
        )
        return PartyEvidence(AnsweringParty.GATEWAY, reason)
    if has_kong_header(exchange):
        reason = tr("“Via” names “Kong”: it came through the gateway")
        return PartyEvidence(AnsweringParty.UNKNOWN, reason)
    return None


def _read_body(analyzed: AnalyzedAnswer, exchange: Exchange) -> PartyEvidence | None:
    if exchange.status == http_status.PROXY_AUTHENTICATION_REQUIRED:
        reason = tr("HTTP 407 is a proxy's")
        return PartyEvidence(AnsweringParty.IN_FRONT, reason, Provenance.DOCUMENTED)
    if analyzed.parse_error is not None:
        return _read_page(analyzed.parse_error.kind, exchange)
    if analyzed.parsed is None:
        return None
    return _read_format(analyzed.parsed, exchange.status)


def _read_page(kind: ParseErrorKind, exchange: Exchange) -> PartyEvidence | None:
    if exchange.status in answer_codes.SIGNATURE_REFUSED:
        return _build_signature_evidence()
    if kind is not ParseErrorKind.WEB_PAGE:
        return None
    if has_kong_header(exchange):
        reason = tr("the body is a web page, as neither EnOS nor the gateway sends it")
        return PartyEvidence(AnsweringParty.UNKNOWN, reason)
    reason = tr("the body is a web page, and no header names the gateway")
    return PartyEvidence(AnsweringParty.IN_FRONT, reason)


def _read_format(parsed: ParsedAnswer, status: int) -> PartyEvidence | None:
    if parsed.session is not None and parsed.session.kind is SessionKind.PORTAL:
        reason = tr("the body has the documented form of the Application Portal")
        return PartyEvidence(AnsweringParty.ENOS, reason, Provenance.DOCUMENTED)
    is_of_page = parsed.session is not None and parsed.session.is_of_portal
    if (parsed.session is not None and not is_of_page) or parsed.has_iam_envelope:
        reason = tr("the body has the documented form of the session service")
        return PartyEvidence(AnsweringParty.ENOS, reason, Provenance.DOCUMENTED)
    if parsed.answer_format is AnswerFormat.GATEWAY:
        return _read_message(parsed.message.value or "", status)
    is_foreign = parsed.code.value in answer_codes.LATE_SESSION_CODES
    known = None if is_foreign else _EVIDENCE_BY_FORMAT.get(parsed.answer_format)
    if known is None and status in answer_codes.SIGNATURE_REFUSED:
        return _build_signature_evidence()
    return known


def _read_message(message: str, status: int) -> PartyEvidence:
    said = message.lower()
    known = _GATEWAY_MESSAGES.get(status, ())
    if any(words in said for words in known):
        is_documented = answer_codes.find_http_meaning(status) is not None and known[0] in said
        return PartyEvidence(
            AnsweringParty.GATEWAY,
            tr("the message is the gateway's own for HTTP {status}", status=status),
            Provenance.DOCUMENTED if is_documented else Provenance.INFERRED,
        )
    if status in answer_codes.SIGNATURE_REFUSED:
        return _build_signature_evidence()
    reason = tr("the body holds a message only, as the gateway's answers do")
    return PartyEvidence(AnsweringParty.GATEWAY, reason, is_weak=True)


def _build_signature_evidence() -> PartyEvidence:
    reason = tr("the HTTP status is one by which the gateway refuses an application")
    return PartyEvidence(AnsweringParty.GATEWAY, reason)
