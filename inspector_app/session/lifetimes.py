"""Compute when a session was created and refreshed and when it may end, in gateway time.

Which instant ends a session is unknown: the sliding policy (``refreshTime + expires``) is the
estimate, the fixed one (``createTime + expires``) the other possibility. All instants are epoch
seconds, all spans are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.contrary_fields import has_cache_header
from inspector_app.session.exchange import TimeSource
from inspector_app.session.parsing import timestamps

if TYPE_CHECKING:
    from inspector_app.session.exchange import Exchange
    from inspector_app.session.parsing.parsed_answer import ParsedAnswer, ParsedField, Session
    from inspector_app.session.parsing.timestamps import Instant

MAX_LIFETIME: Final = 10 * 365 * 86_400.0
"""Seconds: no session lives as long, and what says so tells nothing about its end."""

MAX_ROUND_TRIP: Final = 10.0
"""Seconds: a longer round trip says too little about the gateway's clock."""

NOTABLE_SKEW: Final = 30.0
"""Seconds between two clocks from which on the difference is reported."""

_DATE_ROUNDING: Final = 0.5
"""``Date`` counts whole seconds: the gateway's clock was half a second further on average, and
half a second to either side."""


class ExpiryPolicy(Enum):
    """What ``expires`` means: counted from the last refresh, or from the creation."""

    SLIDING = "sliding"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class GatewayClock:
    """How far the gateway's clock is ahead of this computer's, in seconds; None where unknown."""

    skew: float | None = None
    uncertainty: float | None = None

    def to_gateway_time(self, now: float) -> float:
        """The gateway's time at this computer's time ``now``; the same where unknown."""
        return now + (self.skew or 0.0)

    @property
    def is_skewed(self) -> bool:
        """Whether the clocks differ by more than 30 s."""
        return self.skew is not None and abs(self.skew) > NOTABLE_SKEW

    @property
    def margin(self) -> float:
        """Seconds within which two instants cannot be told apart by this clock."""
        return NOTABLE_SKEW if self.uncertainty is None else self.uncertainty + 1.0


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """The instants of a session; None where the answer does not tell.

    A password date that is too early to be one is left out, and ``is_password_date_absurd`` set.
    ``answered_at`` is the gateway's time when it answered, or where a saved answer does not tell,
    the latest one in its session: the last time at which the session is known to have been alive.
    """

    clock: GatewayClock
    answered_at: float
    created: float | None = None
    refreshed: float | None = None
    expires: float | None = None
    password_expires: float | None = None
    is_password_date_absurd: bool = False

    @property
    def has_future_times(self) -> bool:
        """Whether the session began or was refreshed after the gateway answered, by its times.

        Then nothing can be counted from them.
        """
        latest = self.answered_at + self.clock.margin
        return any(one is not None and one > latest for one in (self.created, self.refreshed))

    @property
    def is_refresh_too_early(self) -> bool:
        """Whether the last refresh was before the creation, by their times: it proves no end."""
        if self.created is None or self.refreshed is None:
            return False
        return self.created > self.refreshed

    @property
    def skew(self) -> float | None:
        """Seconds by which the gateway's clock is ahead."""
        return self.clock.skew

    @property
    def uncertainty(self) -> float | None:
        """Seconds to either side of the skew."""
        return self.clock.uncertainty

    @property
    def ends_if_sliding(self) -> float | None:
        """The end counted from the last refresh; None also where its time cannot be right."""
        is_wrong = self.has_future_times or self.is_refresh_too_early
        return None if is_wrong else _add_optional(self.refreshed, self.expires)

    @property
    def ends_if_fixed(self) -> float | None:
        """The end counted from the creation; None also where a time lies in the future."""
        return None if self.has_future_times else _add_optional(self.created, self.expires)

    @property
    def ends(self) -> float | None:
        """The estimate: the sliding end, else the fixed one.

        None where only the fixed end is known and the session outlived it.
        """
        if self.ends_if_sliding is not None:
            return self.ends_if_sliding
        outlived = self.ends_if_fixed is not None and self._is_answered_after(self.ends_if_fixed)
        return None if outlived else self.ends_if_fixed

    @property
    def proven_policy(self) -> ExpiryPolicy | None:
        """The policy that this answer proves: alive after the fixed end, so it is not fixed."""
        fixed, sliding = self.ends_if_fixed, self.ends_if_sliding
        if fixed is None or sliding is None or sliding <= fixed:
            return None
        outlived = self._is_answered_after(fixed) and not self._is_answered_after(sliding)
        return ExpiryPolicy.SLIDING if outlived else None

    @property
    def has_outlived_both_ends(self) -> bool:
        """Whether both ends had passed when the gateway answered that it was alive.

        The sliding end is the later one. Without it that is unknown: the session may have been
        refreshed.
        """
        sliding = self.ends_if_sliding
        return sliding is not None and self._is_answered_after(sliding)

    def _is_answered_after(self, instant: float) -> bool:
        return self.answered_at - self.clock.margin > instant

    def to_gateway_time(self, now: float) -> float:
        """The gateway's time at this computer's time ``now``."""
        return self.clock.to_gateway_time(now)

    def compute_time_left(self, now: float) -> float | None:
        """Seconds until the estimated end; negative when it has passed."""
        return self.compute_time_left_at(self.to_gateway_time(now))

    def compute_time_left_at(self, gateway_now: float) -> float | None:
        """The same at a time of the gateway: never more than when it answered.

        A clock that was set back since gives no session time; nor do times of the future.
        """
        if self.ends is None or self.expires is None:
            return None
        answered_at = self.answered_at - self.clock.margin
        return min(self.ends - max(gateway_now, answered_at), self.expires)

    @property
    def has_password_expired(self) -> bool:
        """Whether the password had surely expired when the gateway answered."""
        return self.password_expires is not None and self._is_answered_after(self.password_expires)

    def compute_time_since_password_expiry(self, now: float) -> float | None:
        """For how many seconds the password has surely been expired; None where it is not."""
        if self.password_expires is None:
            return None
        since = self.to_gateway_time(now) - self.password_expires
        return since if since > self.clock.margin else None

    def compute_idle_time(self, now: float) -> float | None:
        """Seconds since the last refresh."""
        return None if self.refreshed is None else self.to_gateway_time(now) - self.refreshed

    def compute_age(self, now: float) -> float | None:
        """Seconds since the creation."""
        return None if self.created is None else self.to_gateway_time(now) - self.created


def compute_gateway_clock(exchange: Exchange) -> GatewayClock:
    """The gateway's clock by its ``Date`` against the middle of the round trip.

    Unknown where there is no such header or two that differ, where a cache may have stored the
    answer (``Age``, ``X-Cache``), where the round trip took more than 10 s, or less than 0 s
    because a clock was set meanwhile, and where it was not observed.
    """
    if exchange.time_source is not TimeSource.OBSERVED:
        return GatewayClock()
    dates = {value for name, value in exchange.headers if name.lower() == "date"}
    trip = exchange.headers_at - exchange.sent_at
    is_stored = exchange.get_header("Age") is not None or has_cache_header(exchange.headers)
    if is_stored or not 0 <= trip <= MAX_ROUND_TRIP or len(dates) != 1:
        return GatewayClock()
    gateway_time = timestamps.parse_http_date(dates.pop())
    if gateway_time is None:
        return GatewayClock()
    skew = gateway_time + _DATE_ROUNDING - (exchange.sent_at + trip / 2)
    return GatewayClock(skew, trip / 2 + _DATE_ROUNDING)


def compute_lifetimes(parsed: ParsedAnswer, exchange: Exchange) -> Lifetimes | None:
    """The instants of the session; None where the answer holds no session."""
    session = parsed.session
    if session is None:
        return None
    clock = compute_gateway_clock(exchange)
    created, refreshed = _get_seconds(session.created), _get_seconds(session.refreshed)
    answered = clock.to_gateway_time(exchange.headers_at)
    if exchange.time_source is TimeSource.FILE_DATE:
        answered = min(answered, max(created or 0.0, refreshed or 0.0) or answered)
    password_date = _get_password_date(session)
    is_absurd = password_date is not None and password_date < timestamps.EARLIEST_PLAUSIBLE
    return Lifetimes(
        clock=clock,
        answered_at=answered,
        created=created,
        refreshed=refreshed,
        expires=_get_lifetime(session),
        password_expires=None if is_absurd else password_date,
        is_password_date_absurd=is_absurd,
    )


def _get_lifetime(session: Session) -> float | None:
    lifetime = session.expires.value
    return None if lifetime is None or lifetime > MAX_LIFETIME else lifetime


def _get_password_date(session: Session) -> float | None:
    return None if session.user is None else _get_seconds(session.user.password_expires)


def _get_seconds(sent: ParsedField[Instant]) -> float | None:
    return None if sent.value is None else sent.value.seconds


def _add_optional(start: float | None, span: float | None) -> float | None:
    return None if start is None or span is None else start + span
