"""Parses the JSON exports of ``json_report``, in every version of their schema."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlsplit

from inspector_app.report.redaction import Level
from inspector_app.report.saved_answers.saved import NotReadable, Saved
from inspector_app.session import moment
from inspector_app.session.exchange import (
    ApiCall,
    AuthorizationScheme,
    Exchange,
    Failure,
    FailureKind,
    Phase,
    PhaseDurations,
    Route,
    TimeSource,
    TlsInfo,
)
from inspector_app.session.judging.statement import VerdictCode
from inspector_app.session.reading import scalars
from inspector_app.session.reading.document import JsonArray, JsonNumber, JsonObject, dump_json
from inspector_app.session.reading.unreadable import BodyParseError, ParseErrorKind
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from inspector_app.session.reading.document import Json

_SCHEMA: Final = "enos-session-inspector/answer"
_NEWEST: Final = 2
_STATUSES: Final = range(100, 1000)
_LONGEST: Final = 3600.0
"""Maximum seconds of a phase of a call."""

_WITHOUT_BODY: Final = frozenset(
    {VerdictCode.GATEWAY_REFUSED_APPLICATION.value, VerdictCode.UNKNOWN_REFUSAL.value}
)
_PHASES: Final = ("resolve", "connect", "tls", "wait", "read")
_TLS: Final = ("version", "cipher", "subject", "issuer", "not_before", "not_after")

_Kind = TypeVar("_Kind", bound=Enum)


def is_export(root: JsonObject) -> bool:
    """Whether the document says that it is an export of this app."""
    return root.get("schema") == _SCHEMA


def read(root: JsonObject, file_name: str) -> Saved:
    """The answer that was exported.

    Raises:
        UnreadableFileError: if the export has a newer version, or one of its members is damaged.
    """
    version = scalars.parse_integer(root.get("version"))
    level = _one_of(Level, root.get("level"), "level")
    answer: Exchange | Failure
    match version:
        case 1:
            answer, url = _of_version_1(root), ""
        case 2:
            request = _object(root.get("request"), "request")
            answer, url = _of_version_2(root, request), _text(request.get("url"))
        case int() if version > _NEWEST:
            raise NotReadable(
                tr(
                    "This export is of version {version}, which a newer release of this app wrote. "
                    "Update the app to open it.",
                    version=version,
                )
            )
        case _:
            raise _damaged("version")
    return Saved(
        file_name=file_name,
        answer=answer,
        environment=_text(root.get("environment")),
        url=url,
        level=level,
        unreadable=_unreadable(root) if isinstance(answer, Exchange) and not answer.body else None,
    )


def _of_version_1(root: JsonObject) -> Exchange:
    if root.get("http_status") is None:
        raise NotReadable(tr("This export says that no answer came; its version did not keep why."))
    taken_at = _instant(root.get("taken_at"), "taken_at")
    return Exchange(
        status=_status(root.get("http_status"), "http_status"),
        headers=(),
        body=_body(root),
        sent_at=taken_at,
        headers_at=taken_at,
        route=Route(""),
        time_source=TimeSource.RECORDED,
    )


def _of_version_2(root: JsonObject, request: JsonObject) -> Exchange | Failure:
    taken_at = _instant(root.get("taken_at"), "taken_at")
    route = Route(
        host=_host(_text(request.get("url"))),
        proxy=_text(request.get("proxy")) or None,
        trust_store=_text(request.get("trust_store")) or None,
    )
    phases = _phases(request.get("phases"))
    call = _one_of(ApiCall, request.get("call"), "request.call")
    failure = request.get("failure")
    if failure is not None:
        failed = _object(failure, "request.failure")
        phase = failed.get("phase")
        return Failure(
            kind=_one_of(FailureKind, failed.get("kind"), "request.failure.kind"),
            route=route,
            failed_at=taken_at,
            phase=None if phase is None else _one_of(Phase, phase, "request.failure.phase"),
            detail=_text(failed.get("detail")) or None,
            phases=phases,
            call=call,
        )
    timed = _one_of(TimeSource, request.get("timed"), "request.timed")
    is_untold = request.get("status") is None and timed is not TimeSource.OBSERVED
    return Exchange(
        status=0 if is_untold else _status(request.get("status"), "request.status"),
        headers=_headers(request.get("headers")),
        body=_body(root),
        sent_at=_instant(request.get("sent_at"), "request.sent_at"),
        headers_at=_instant(request.get("headers_at"), "request.headers_at"),
        route=route,
        phases=phases,
        tls=_tls(request.get("tls")),
        authorization=_one_of(
            AuthorizationScheme, request.get("authorization"), "request.authorization"
        ),
        call=call,
        time_source=timed,
    )


def _body(root: JsonObject) -> bytes:
    """The saved body of the answer; empty where none was saved."""
    if root.get("answer") is not None:
        return dump_json(root.get("answer"), None).encode()
    return _text(root.get("body_text")).encode(errors="replace")


def _unreadable(root: JsonObject) -> BodyParseError:
    """Why there is no document where no body was saved, inferred from the saved verdict."""
    verdict = root.get("verdict")
    code = _text(verdict.get("code")) if isinstance(verdict, JsonObject) else ""
    if code == VerdictCode.NOT_ENOS.value:
        return BodyParseError(
            ParseErrorKind.WEB_PAGE, tr("The answer is a web page or XML, not JSON."), b""
        )
    if code in _WITHOUT_BODY:
        return BodyParseError(ParseErrorKind.EMPTY, tr("The answer is empty."), b"")
    return BodyParseError(
        ParseErrorKind.MALFORMED, tr("The answer was not JSON; the export does not hold it."), b""
    )


def _phases(value: Json) -> PhaseDurations:
    if not isinstance(value, JsonObject):
        return PhaseDurations()
    spans = {name: _span(value.get(name)) for name in _PHASES}
    return PhaseDurations(**spans, total=_span(value.get("total")) or 0.0)


def _span(value: Json) -> float | None:
    found = scalars.parse_number(value)
    return float(found) if found is not None and 0 <= found <= _LONGEST else None


def _tls(value: Json) -> TlsInfo | None:
    if not isinstance(value, JsonObject):
        return None
    return TlsInfo(**{name: _text(value.get(name)) for name in _TLS})


def _headers(value: Json) -> tuple[tuple[str, str], ...]:
    match value:
        case JsonObject(members):
            return tuple((name, _text(text)) for name, text in members)
        case None:
            return ()
        case _:
            raise _damaged("request.headers")


def _status(value: Json, name: str) -> int:
    found = scalars.parse_integer(value) if isinstance(value, JsonNumber) else None
    if found is None or found not in _STATUSES:
        raise _damaged(name)
    return found


def _instant(value: Json, name: str) -> float:
    found = moment.parse_instant(value) if isinstance(value, str) else None
    if found is None:
        raise _damaged(name)
    return found.seconds


def _one_of(kind: type[_Kind], value: Json, name: str) -> _Kind:
    for one in kind:
        if one.value == value:
            return one
    raise _damaged(name)


def _object(value: Json, name: str) -> JsonObject:
    if not isinstance(value, JsonObject):
        raise _damaged(name)
    return value


def _text(value: Json) -> str:
    return (
        "" if isinstance(value, JsonObject | JsonArray | None) else scalars.parse_text(value) or ""
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _damaged(name: str) -> NotReadable:
    return NotReadable(
        tr("This export is damaged: “{name}” is not what this app writes there.", name=name)
    )
