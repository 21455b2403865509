"""Parses the JSON exports of ``json_report``, in every version of their schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from inspector_app.report.export_schema import SCHEMA, VERSION
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.saved_answers.companion_parser import parse_companions
from inspector_app.report.saved_answers.member_parser import (
    create_damaged_error,
    parse_enum,
    parse_instant,
    parse_object,
    parse_status,
)
from inspector_app.report.saved_answers.models import (
    MAX_DURATION,
    SavedAnswer,
    UnreadableFileError,
)
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.doubts import DoubtKind
from inspector_app.session.exchange import (
    ApiCall,
    Exchange,
    Failure,
    FailureKind,
    Phase,
    PhaseDurations,
    Route,
    TimeSource,
    TlsInfo,
)
from inspector_app.session.parsing import scalars
from inspector_app.session.parsing.json_document import JsonArray, JsonObject, dump_json
from inspector_app.session.parsing.parse_errors import BodyParseError, ParseErrorKind
from inspector_app.session.parsing.strict_json import build_document
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import Json

_EMPTY_BODY_CODES: Final = frozenset(
    {VerdictCode.GATEWAY_REFUSED_APPLICATION.value, VerdictCode.UNKNOWN_REFUSAL.value}
)
_CALLS: Final = frozenset({ApiCall.SESSION, ApiCall.PORTAL_SESSION, ApiCall.APPLICATION})
"""Those of which the answer is about the session, or comes in place of it."""

_TLS_FIELDS: Final = ("version", "cipher", "subject", "issuer", "not_before", "not_after")


def is_export(root: JsonObject) -> bool:
    """Whether the document says that it is an export of this app."""
    return root.get("schema") == SCHEMA


def parse_export(root: JsonObject) -> SavedAnswer:
    """The answer that was exported.

    Raises:
        UnreadableFileError: if the export has a newer version, or one of its members is damaged.
    """
    version = scalars.parse_integer(root.get("version"))
    level = parse_enum(RedactionLevel, root.get("level"), "level")
    answer: Exchange | Failure
    match version:
        case 1:
            answer, url = _parse_version_1(root), ""
        case 2 | 3:
            request = parse_object(root.get("request"), "request")
            answer, url = _parse_version_2(root, request), _parse_text(request.get("url"))
        case int() if version > VERSION:
            raise UnreadableFileError(
                tr(
                    "This export is of version {version}, which a newer release of this app wrote. "
                    "Update the app to open it.",
                    version=version,
                )
            )
        case _:
            raise create_damaged_error("version")
    return SavedAnswer(
        call_result=answer,
        environment=_parse_text(root.get("environment")),
        url=url,
        level=level,
        document=None if root.get("answer") is None else build_document(root.get("answer")),
        parse_error=_build_parse_error(root)
        if isinstance(answer, Exchange) and not answer.body
        else None,
        doubts=_parse_doubts(root.get("findings")),
        companions=parse_companions(root),
    )


def _parse_doubts(findings: Json) -> frozenset[DoubtKind]:
    """The doubts among the findings: redaction took the reasons of some out of the answer."""
    items = findings.items if isinstance(findings, JsonArray) else ()
    codes = {_parse_text(one.get("code")) for one in items if isinstance(one, JsonObject)}
    return frozenset(kind for kind in DoubtKind if kind.value in codes)


def _parse_version_1(root: JsonObject) -> Exchange:
    if root.get("http_status") is None:
        raise UnreadableFileError(
            tr("This export says that no answer came; its version did not keep why.")
        )
    taken_at = parse_instant(root.get("taken_at"), "taken_at")
    return Exchange(
        status=parse_status(root.get("http_status"), "http_status"),
        headers=(),
        body=_parse_body(root),
        sent_at=taken_at,
        headers_at=taken_at,
        route=Route(""),
        time_source=TimeSource.RECORDED,
    )


def _parse_version_2(root: JsonObject, request: JsonObject) -> Exchange | Failure:
    taken_at = parse_instant(root.get("taken_at"), "taken_at")
    route = Route(
        host=_parse_host(_parse_text(request.get("url"))),
        proxy=_parse_text(request.get("proxy")) or None,
        trust_store=_parse_text(request.get("trust_store")) or None,
        ignored_proxy_script=_parse_text(request.get("ignored_proxy_script")) or None,
    )
    phases = _parse_phases(request.get("phases"))
    call = parse_enum(ApiCall, request.get("call"), "request.call")
    if call not in _CALLS:
        raise create_damaged_error("request.call")
    failure = request.get("failure")
    if failure is not None:
        failed = parse_object(failure, "request.failure")
        phase = failed.get("phase")
        return Failure(
            kind=parse_enum(FailureKind, failed.get("kind"), "request.failure.kind"),
            route=route,
            failed_at=taken_at,
            phase=None if phase is None else parse_enum(Phase, phase, "request.failure.phase"),
            detail=_parse_text(failed.get("detail")) or None,
            phases=phases,
            call=call,
            was_token_sent_before=request.get("token_sent") is True,
        )
    timed = parse_enum(TimeSource, request.get("timed"), "request.timed")
    is_status_missing = request.get("status") is None and timed is not TimeSource.OBSERVED
    return Exchange(
        status=0 if is_status_missing else parse_status(request.get("status"), "request.status"),
        headers=_parse_headers(request.get("headers")),
        body=_parse_body(root),
        sent_at=parse_instant(request.get("sent_at"), "request.sent_at"),
        headers_at=parse_instant(request.get("headers_at"), "request.headers_at"),
        route=route,
        phases=phases,
        tls=_parse_tls(request.get("tls")),
        authorization=parse_enum(
            AuthorizationScheme, request.get("authorization"), "request.authorization"
        ),
        call=call,
        time_source=timed,
        was_token_sent_before=request.get("token_sent") is True,
    )


def _parse_body(root: JsonObject) -> bytes:
    """The saved body of the answer; empty where none was saved."""
    if root.get("answer") is not None:
        return dump_json(root.get("answer"), None).encode()
    return _parse_text(root.get("body_text")).encode(errors="replace")


def _build_parse_error(root: JsonObject) -> BodyParseError:
    """Why there is no document where no body was saved, inferred from the saved verdict."""
    verdict = root.get("verdict")
    code = _parse_text(verdict.get("code")) if isinstance(verdict, JsonObject) else ""
    if code == VerdictCode.NOT_ENOS.value:
        return BodyParseError(
            ParseErrorKind.WEB_PAGE, tr("The answer is a web page or XML, not JSON."), b""
        )
    if code in _EMPTY_BODY_CODES:
        return BodyParseError(ParseErrorKind.EMPTY, tr("The answer is empty."), b"")
    return BodyParseError(
        ParseErrorKind.MALFORMED, tr("The answer was not JSON; the export does not hold it."), b""
    )


def _parse_phases(value: Json) -> PhaseDurations:
    if not isinstance(value, JsonObject):
        return PhaseDurations()
    spans = {name: _parse_duration(value.get(name)) for name in (phase.value for phase in Phase)}
    return PhaseDurations(**spans, total=_parse_duration(value.get("total")) or 0.0)


def _parse_duration(value: Json) -> float | None:
    found = scalars.parse_number(value)
    return float(found) if found is not None and 0 <= found <= MAX_DURATION else None


def _parse_tls(value: Json) -> TlsInfo | None:
    if not isinstance(value, JsonObject):
        return None
    return TlsInfo(**{name: _parse_text(value.get(name)) for name in _TLS_FIELDS})


def _parse_headers(value: Json) -> tuple[tuple[str, str], ...]:
    match value:
        case JsonObject(members):
            return tuple((name, _parse_text(text)) for name, text in members)
        case None:
            return ()
        case _:
            raise create_damaged_error("request.headers")


def _parse_text(value: Json) -> str:
    return scalars.parse_text(value) or ""


def _parse_host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
