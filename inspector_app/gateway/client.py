"""The one call: from gateway address and token to an answer or a failure, in bounded time."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from inspector_app.gateway import body, proxies, transport, trust
from inspector_app.gateway.address import PATH, Scheme
from inspector_app.gateway.authorization import authorization
from inspector_app.gateway.breakage import CallError, classify
from inspector_app.gateway.connection import STANDARD
from inspector_app.gateway.course import Course
from inspector_app.gateway.refusal import identity_status, refuses_token
from inspector_app.session.exchange import (
    AuthorizationForm,
    Exchange,
    Failure,
    FailureKind,
    Phase,
    Route,
)
from inspector_app.session.plain_text import elided, visible

if TYPE_CHECKING:
    import requests

    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.gateway.connection import Connection
    from inspector_app.session.token import Token

_OTHER: Final = {
    AuthorizationForm.BEARER: AuthorizationForm.BARE,
    AuthorizationForm.BARE: AuthorizationForm.BEARER,
}
_REDIRECTS: Final = range(300, 400)
_LONGEST_HOST: Final = 253


def inspect(
    address: GatewayAddress,
    token: Token,
    *,
    connection: Connection = STANDARD,
    cancellation: Cancellation | None = None,
) -> Exchange | Failure:
    """Asks the gateway about the session of the token; blocks, and never raises.

    Returns at the latest when the connection's deadline has passed, and at once when cancelled.
    An attempt that is still running then is cut, and its late answer goes nowhere.
    """
    deadline = time.monotonic() + connection.deadline
    call = _Call(address, token, connection, deadline)
    first = connection.authorization or connection.first_form
    answer = _attempt(call, first, cancellation)
    if connection.authorization is not None or not _was_refused(answer):
        return answer
    other = _attempt(call, _OTHER[first], cancellation)
    if isinstance(other, Failure):
        return other if other.kind is FailureKind.CANCELLED else answer
    settled = identity_status(other) is not None and not refuses_token(other)
    return other if settled else answer


@dataclass(frozen=True, slots=True)
class _Call:
    """What a person asked for; ``deadline`` is an instant of ``time.monotonic``."""

    address: GatewayAddress
    token: Token
    connection: Connection
    deadline: float

    def course(self) -> Course:
        secure = self.address.scheme is Scheme.HTTPS
        trusted = trust.store_name(self.connection.ca_file) if secure else None
        return Course(Route(self.address.host, trust_store=trusted), self.deadline)


def _was_refused(answer: Exchange | Failure) -> bool:
    return isinstance(answer, Exchange) and refuses_token(answer)


def _attempt(
    call: _Call, form: AuthorizationForm, cancellation: Cancellation | None
) -> Exchange | Failure:
    """One request in a thread of its own: whichever comes first, answer, deadline or cancel."""
    course = call.course()
    ended: queue.SimpleQueue[Exchange | Failure | None] = queue.SimpleQueue()

    def work() -> None:
        ended.put(_exchange(course, call, form))

    if cancellation is not None and cancellation.is_cancelled:
        return _failure(course, FailureKind.CANCELLED)
    stop_listening = cancellation.on_cancel(lambda: ended.put(None)) if cancellation else None
    try:
        threading.Thread(target=work, name="gateway attempt", daemon=True).start()
        answer = ended.get(timeout=max(0.0, call.deadline - time.monotonic()))
        kind = FailureKind.CANCELLED
    except queue.Empty:
        answer, kind = None, FailureKind.TIMED_OUT
    except RuntimeError:  # the system has no thread left to give
        answer, kind = None, FailureKind.UNEXPECTED
    finally:
        if stop_listening is not None:
            stop_listening()
    if answer is None:
        answer = _failure(course, kind)
        course.cut()
    return answer


def _exchange(course: Course, call: _Call, form: AuthorizationForm) -> Exchange | Failure:
    try:
        with _session(course, call) as session:
            return _ask(course, call, form, session)
    except Exception as error:  # noqa: BLE001  # the promise of this room: always an answer
        return _failure(course, *classify(error, course.phase, course.route.proxy))
    finally:
        course.close()


def _session(course: Course, call: _Call) -> requests.Session:
    connection, address = call.connection, call.address
    if address.scheme is Scheme.HTTP:
        return transport.session(course, connection.resolver, address, None)
    proxy = proxies.proxy_for(address, connection.proxy)
    trusted = trust.context(connection.ca_file)
    if proxy is None:
        return transport.session(course, connection.resolver, address, trusted)
    course.by_way_of(proxy.place)
    return transport.session_through(proxy, course, connection.resolver, address, trusted)


def _ask(
    course: Course, call: _Call, form: AuthorizationForm, session: requests.Session
) -> Exchange:
    # An auth object, because a login in ~/.netrc replaces a header without a word.
    def authorize(request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = authorization(call.token, form)
        return request

    with session.post(
        call.address.origin + PATH,
        auth=authorize,
        stream=True,
        allow_redirects=False,
        timeout=course.remaining(),
    ) as answer:
        headers_at = time.time()
        course.enter(Phase.READ)
        _refuse_redirect(answer)
        content = body.read(answer.raw)
        return Exchange(
            status=answer.status_code,
            headers=tuple(answer.raw.headers.iteritems()),
            body=content,
            sent_at=course.sent_at,
            headers_at=headers_at,
            route=course.route,
            phases=course.phases(),
            tls=course.tls,
            authorization=form,
        )


def _refuse_redirect(answer: requests.Response) -> None:
    location = answer.headers.get("Location")
    if location is None or answer.status_code not in _REDIRECTS:
        return
    try:
        target = urlsplit(urljoin(answer.url, location)).hostname or ""
    except ValueError:
        target = ""
    raise CallError(FailureKind.REDIRECTED, visible(elided(target, _LONGEST_HOST)) or None)


def _failure(course: Course, kind: FailureKind, detail: str | None = None) -> Failure:
    phases = course.phases()
    if kind is FailureKind.TIMED_OUT:
        detail = f"{round(phases.total, 1):g}"  # seconds waited
    return Failure(
        kind=kind,
        route=course.route,
        at=time.time(),
        phase=course.phase,
        detail=detail,
        phases=phases,
    )
