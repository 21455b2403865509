"""Sends one HTTP request on a worker thread, bounded by a deadline and by cancellation."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from inspector_app.gateway import body, proxies, transport, trust
from inspector_app.gateway.address import Scheme
from inspector_app.gateway.breakage import CallError, classify
from inspector_app.gateway.course import Course
from inspector_app.session.exchange import (
    ApiCall,
    AuthorizationScheme,
    Exchange,
    Failure,
    FailureKind,
    Phase,
    Route,
)
from inspector_app.session.plain_text import elide, escape_invisible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import requests

    from inspector_app.gateway.address import GatewayAddress
    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.gateway.connection import Connection

_REDIRECTS: Final = range(300, 400)
_LONGEST_HOST: Final = 253


@dataclass(frozen=True, slots=True)
class Trip:
    """Address, connection options and deadline shared by the requests of one inspection.

    ``started_at`` is the instant of ``time.monotonic`` from which the connection's deadline counts.
    """

    address: GatewayAddress
    connection: Connection
    began: float
    cancellation: Cancellation | None = None

    @property
    def deadline(self) -> float:
        """The instant of ``time.monotonic`` at which the person gets an answer at the latest."""
        return self.began + self.connection.deadline

    def course(self) -> Course:
        """The call trace of one more request."""
        secure = self.address.scheme is Scheme.HTTPS
        trusted = trust.store_name(self.connection.ca_file) if secure else None
        return Course(Route(self.address.host, trust_store=trusted), self.deadline)


@dataclass(frozen=True, slots=True)
class Message:
    """Path, headers and body of one request.

    ``headers`` and ``content`` are built as it is sent: they hold secrets, and the time at which
    they were signed.
    """

    path: str
    headers: Callable[[], Mapping[str, str]] = field(default=dict, repr=False)
    content: Callable[[], bytes] = field(default=bytes, repr=False)
    form: AuthorizationScheme = AuthorizationScheme.BEARER
    call: ApiCall = ApiCall.SESSION


def attempt(trip: Trip, message: Message) -> Exchange | Failure:
    """Sends one request and returns its answer; blocks, and never raises.

    Where the deadline passes or the person cancels, the request is aborted and its late answer is
    discarded.
    """
    course = trip.course()
    cancellation = trip.cancellation
    ended: queue.SimpleQueue[Exchange | Failure | None] = queue.SimpleQueue()

    def work() -> None:
        ended.put(_exchange(course, trip, message))

    if cancellation is not None and cancellation.is_cancelled:
        return _failure(course, trip, message, FailureKind.CANCELLED)
    stop_listening = cancellation.on_cancel(lambda: ended.put(None)) if cancellation else None
    try:
        threading.Thread(target=work, name="gateway attempt", daemon=True).start()
        answer = ended.get(timeout=max(0.0, trip.deadline - time.monotonic()))
        kind = FailureKind.CANCELLED
    except queue.Empty:
        answer, kind = None, FailureKind.TIMED_OUT
    except RuntimeError:  # the system has no thread left to give
        answer, kind = None, FailureKind.UNEXPECTED
    finally:
        if stop_listening is not None:
            stop_listening()
    if answer is None:
        answer = _failure(course, trip, message, kind)
        course.cut()
    return answer


def _exchange(course: Course, trip: Trip, message: Message) -> Exchange | Failure:
    try:
        with _session(course, trip) as session:
            return _ask(course, trip, message, session)
    except Exception as error:  # noqa: BLE001  # the contract of this package: always a result
        kind, detail = classify(error, course.phase, course.route.proxy)
        return _failure(course, trip, message, kind, detail)
    finally:
        course.close()


def _session(course: Course, trip: Trip) -> requests.Session:
    connection, address = trip.connection, trip.address
    if address.scheme is Scheme.HTTP:
        return transport.session(course, connection.resolver, address, None)
    proxy = proxies.proxy_for(address, connection.proxy)
    trusted = trust.context(connection.ca_file)
    if proxy is None:
        return transport.session(course, connection.resolver, address, trusted)
    course.by_way_of(proxy.place)
    return transport.session_through(proxy, course, connection.resolver, address, trusted)


def _ask(course: Course, trip: Trip, message: Message, session: requests.Session) -> Exchange:
    # An auth object, because a login in ~/.netrc replaces a header silently.
    def authorize(request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers.update(message.headers())
        return request

    with session.post(
        trip.address.origin + message.path,
        data=message.content(),
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
            authorization=message.form,
            call=message.call,
        )


def _refuse_redirect(answer: requests.Response) -> None:
    location = answer.headers.get("Location")
    if location is None or answer.status_code not in _REDIRECTS:
        return
    try:
        target = urlsplit(urljoin(answer.url, location)).hostname or ""
    except ValueError:
        target = ""
    raise CallError(FailureKind.REDIRECTED, escape_invisible(elide(target, _LONGEST_HOST)) or None)


def _failure(
    course: Course, trip: Trip, message: Message, kind: FailureKind, detail: str | None = None
) -> Failure:
    if kind is FailureKind.TIMED_OUT:
        detail = f"{round(time.monotonic() - trip.began, 1):g}"  # seconds waited
    return Failure(
        kind=kind,
        route=course.route,
        failed_at=time.time(),
        phase=course.phase,
        detail=detail,
        phases=course.phases(),
        call=message.call,
    )
