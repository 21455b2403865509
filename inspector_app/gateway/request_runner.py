"""Sends one HTTP request on a worker thread, bounded by a deadline and by cancellation."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin, urlsplit

from inspector_app.gateway import proxies, response_body, tls_trust, transport
from inspector_app.gateway.address import MAX_HOST_LENGTH, Scheme
from inspector_app.gateway.call_trace import CallTrace
from inspector_app.gateway.client_certificate import load_client_certificate
from inspector_app.gateway.error_mapping import CallError, classify_error
from inspector_app.gateway.handshake_observer import observe_handshake
from inspector_app.gateway.stepped_socket import step_handshakes
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.exchange import ApiCall, Exchange, Failure, FailureKind, Phase, Route
from inspector_app.session.http_status import REDIRECT_STATUSES
from inspector_app.session.plain_text import elide, escape_invisible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import requests

    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.gateway.connection import ConnectionOptions


@dataclass(frozen=True, slots=True)
class CallContext:
    """Address, connection options and deadline shared by the requests of one inspection.

    ``started_at`` is the instant of ``time.monotonic`` from which the connection's deadline counts.
    """

    address: GatewayAddress
    connection: ConnectionOptions
    started_at: float
    cancellation: Cancellation | None = None

    @property
    def deadline(self) -> float:
        """The instant of ``time.monotonic`` at which the person gets an answer at the latest."""
        return self.started_at + self.connection.deadline

    def create_trace(self) -> CallTrace:
        """The call trace of one more request."""
        is_secure = self.address.scheme is Scheme.HTTPS
        trust_store = tls_trust.get_store_name(self.connection.ca_file) if is_secure else None
        return CallTrace(Route(self.address.host, trust_store=trust_store), self.deadline)


class HttpMethod(Enum):
    """The method of a request: documented is one for each call."""

    GET = "GET"
    POST = "POST"


@dataclass(frozen=True, slots=True)
class RequestSpec:
    """Method, path, query, headers and body of one request.

    ``headers`` and ``content`` are built as it is sent: they hold secrets, and the time at which
    they were signed.
    """

    path: str
    query: tuple[tuple[str, str], ...] = ()
    method: HttpMethod = HttpMethod.POST
    headers: Callable[[], Mapping[str, str]] = field(default=dict, repr=False)
    content: Callable[[], bytes] = field(default=bytes, repr=False)
    form: AuthorizationScheme = AuthorizationScheme.BEARER
    call: ApiCall = ApiCall.SESSION


def send_request(context: CallContext, spec: RequestSpec) -> Exchange | Failure:
    """Sends one request and returns its answer; blocks, and never raises.

    Where the deadline passes or the person cancels, the request is aborted and its late answer is
    discarded.
    """
    trace = context.create_trace()
    cancellation = context.cancellation
    results: queue.SimpleQueue[Exchange | Failure | None] = queue.SimpleQueue()

    def run_request() -> None:
        results.put(_perform_request(trace, context, spec))

    if cancellation is not None and cancellation.is_cancelled:
        return _build_failure(trace, context, spec, FailureKind.CANCELLED)
    remove_callback = (
        cancellation.add_cancel_callback(lambda: results.put(None)) if cancellation else None
    )
    try:
        threading.Thread(target=run_request, name="gateway attempt", daemon=True).start()
        answer = results.get(timeout=max(0.0, context.deadline - time.monotonic()))
        kind = FailureKind.CANCELLED
    except queue.Empty:
        answer, kind = None, FailureKind.TIMED_OUT
    except RuntimeError:  # the system can start no more threads
        answer, kind = None, FailureKind.UNEXPECTED
    finally:
        if remove_callback is not None:
            remove_callback()
    if answer is None:
        trace.abort()  # first: from now on nothing is written, and the phase says what was
        answer = _build_failure(trace, context, spec, kind)
    return answer


def _perform_request(
    trace: CallTrace, context: CallContext, spec: RequestSpec
) -> Exchange | Failure:
    try:
        with _create_session(trace, context) as session:
            return _exchange(trace, context, spec, session)
    except Exception as error:  # noqa: BLE001  # the contract of this package: always a result
        kind, detail = classify_error(error, trace.phase, trace.route.proxy, trace.handshake)
        return _build_failure(trace, context, spec, kind, detail)
    finally:
        trace.close()


def _create_session(trace: CallTrace, context: CallContext) -> requests.Session:
    connection, address = context.connection, context.address
    if address.scheme is Scheme.HTTP:
        return transport.create_session(trace, connection.resolver, address, None)
    proxy = _select_proxy(trace, context)
    ssl_context = tls_trust.create_ssl_context(connection.ca_file)
    if connection.client_certificate is not None:
        load_client_certificate(ssl_context, connection.client_certificate)
        trace.handshake.has_client_certificate = True
    observe_handshake(ssl_context, trace.handshake, lambda: trace.phase is Phase.TLS)
    step_handshakes(ssl_context, trace)
    if proxy is None:
        return transport.create_session(trace, connection.resolver, address, ssl_context)
    return transport.create_proxy_session(proxy, trace, connection.resolver, address, ssl_context)


def _select_proxy(trace: CallTrace, context: CallContext) -> proxies.Proxy | None:
    """Selects the proxy and notes it in the route, also one that cannot be used."""
    try:
        selection = proxies.select_proxy(context.address, context.connection.proxy)
    except proxies.ProxySettingError as error:
        trace.note_proxy(error.shown, None)
        raise CallError(FailureKind.PROXY_SETTING_UNUSABLE) from None
    proxy = selection.proxy
    trace.note_proxy(None if proxy is None else proxy.netloc, selection.ignored_script)
    return proxy


def _exchange(
    trace: CallTrace, context: CallContext, spec: RequestSpec, session: requests.Session
) -> Exchange:
    # An auth object, because a login in ~/.netrc replaces a header silently.
    def authorize(request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers.update(spec.headers())
        return request

    query = f"?{urlencode(spec.query)}" if spec.query else ""
    with session.request(
        spec.method.value,
        context.address.origin + spec.path + query,
        data=spec.content(),
        auth=authorize,
        stream=True,
        allow_redirects=False,
        timeout=trace.get_remaining_time(),
    ) as answer:
        headers_at = time.time()
        trace.enter_phase(Phase.READ)
        _raise_for_redirect(answer)
        content = response_body.read_body(answer.raw)
        return Exchange(
            status=answer.status_code,
            headers=tuple(answer.raw.headers.iteritems()),
            body=content,
            sent_at=trace.sent_at,
            headers_at=headers_at,
            route=trace.route,
            phases=trace.compute_phases(),
            tls=trace.tls,
            authorization=spec.form,
            call=spec.call,
            path=spec.path,
        )


def _raise_for_redirect(answer: requests.Response) -> None:
    location = answer.headers.get("Location")
    if location is None or answer.status_code not in REDIRECT_STATUSES:
        return
    try:
        target = urlsplit(urljoin(answer.url, location)).hostname or ""
    except ValueError:
        target = ""
    raise CallError(
        FailureKind.REDIRECTED, escape_invisible(elide(target, MAX_HOST_LENGTH)) or None
    )


def _build_failure(
    trace: CallTrace,
    context: CallContext,
    spec: RequestSpec,
    kind: FailureKind,
    detail: str | None = None,
) -> Failure:
    if kind is FailureKind.TIMED_OUT:
        detail = f"{round(time.monotonic() - context.started_at, 1):g}"  # seconds waited
    return Failure(
        kind=kind,
        route=trace.route,
        failed_at=time.time(),
        phase=trace.phase,
        detail=detail,
        phases=trace.compute_phases(),
        call=spec.call,
        path=spec.path,
    )
