"""Builds the stub gateway's response from a scenario file with placeholders for times.

A response is defined in ``resources/scenarios/NAME.json``: an object with ``http_status``, and one
of ``body`` (the JSON that the gateway sends), ``page`` (HTML) and ``text`` (sent as JSON, valid or
not); the last two are sent unchanged. Optional are ``delay_seconds``, ``headers`` (an
object) and ``clock_ahead_seconds``, by which the gateway's ``Date`` is ahead of this computer.
Anywhere in ``body``, an object with one of these members alone is a placeholder for a value that
depends on the time of the response, or is too long for a file:

* ``{"$seconds_before_now": n}``: that time in epoch seconds, as a whole number
* ``{"$milliseconds_after_now": n}``: the time n seconds later in epoch milliseconds, with a
  decimal point, as EnOS sends ``password_expire_time``
* ``{"$milliseconds_before_now": n}``: the time n seconds earlier in epoch milliseconds, as the
  portal sends its times
* ``{"$account_time_before_now": n}``: the time n seconds earlier as ``yyyy-MM-dd HH:mm:ss.0``
* ``{"$token": true}``: the scenario's own token
* ``{"$organizations": n}``: an array of n organizations with distinct ids and names
* ``{"$letters": n}``: a text of n letters

A negative n reverses before and after.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from inspector_app.session.exchange import MEDIA_TYPE
from inspector_app.system import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

JSON_CONTENT_TYPE: Final = f"{MEDIA_TYPE};charset=UTF-8"
_ORGANIZATIONS_PLACEHOLDER: Final = re.compile(r'"\$organizations ([0-9]+)"')


@dataclass(frozen=True, slots=True)
class StubResponse:
    """An HTTP response, sent ``delay_seconds`` after the request was received.

    ``clock_offset`` is how many seconds the gateway's clock is ahead of this computer's.
    """

    status: int
    content_type: str
    body: bytes
    delay_seconds: float = 0.0
    headers: tuple[tuple[str, str], ...] = ()
    clock_offset: float = 0.0


def build_response(name: str, now: float, token: str) -> StubResponse:
    """Build the response of the scenario ``name`` as of ``now``, in epoch seconds.

    Raises:
        ResourceNotFoundError: if the app is not completely installed.
    """
    return render_response(json.loads(resources.read(f"scenarios/{name}.json")), now, token)


def render_response(file: Mapping[str, Any], now: float, token: str) -> StubResponse:
    """Build the response that is defined in this content of a file."""
    content_type, body = _build_body(file, now, token)
    return StubResponse(
        int(file["http_status"]),
        content_type,
        body.encode(),
        float(file.get("delay_seconds", 0)),
        tuple(dict(file.get("headers", {})).items()),
        float(file.get("clock_ahead_seconds", 0)),
    )


def _build_body(file: Mapping[str, Any], now: float, token: str) -> tuple[str, str]:
    if "page" in file:
        return "text/html; charset=utf-8", str(file["page"])
    if "text" in file:
        return JSON_CONTENT_TYPE, str(file["text"])
    resolved = _resolve_placeholders(file["body"], now, token)
    written = json.dumps(resolved, ensure_ascii=False, separators=(",", ":"))
    return JSON_CONTENT_TYPE, _ORGANIZATIONS_PLACEHOLDER.sub(
        lambda found: _render_organizations(int(found[1])), written
    )


def _resolve_placeholders(value: object, now: float, token: str) -> object:
    match value:
        case dict() if len(value) == 1 and next(iter(value)).startswith("$"):
            return _resolve_placeholder(value, now, token)
        case dict():
            return {
                name: _resolve_placeholders(member, now, token) for name, member in value.items()
            }
        case list():
            return [_resolve_placeholders(item, now, token) for item in value]
        case _:
            return value


def _resolve_placeholder(placeholder: Mapping[str, int], now: float, token: str) -> object:
    ((name, amount),) = placeholder.items()
    result: object
    match name:
        case "$seconds_before_now":
            result = int(now) - amount
        case "$milliseconds_before_now":
            result = (int(now) - amount) * 1000
        case "$milliseconds_after_now":
            result = float((int(now) + amount) * 1000)
        case "$account_time_before_now":
            result = f"{_EPOCH + timedelta(seconds=int(now) - amount):%Y-%m-%d %H:%M:%S.0}"
        case "$token":
            result = token
        case "$letters":
            result = "x" * amount
        case "$organizations":
            result = f"$organizations {amount}"
        case _:
            raise ValueError(name)
    return result


def _render_organizations(count: int) -> str:
    """Render JSON a thousand at a time: 100,000 objects, one by one, would hold up the window."""
    rows = ",".join(
        f'{{"id":"o1500\0{number * 7919 % 1_000_000:06}","name":"Site \0{number:03}"}}'
        for number in range(1000)
    )
    thousands = range(count // 1000 + 1)
    rendered = "".join(f"{rows},".replace("\0", f"{one:03}") for one in thousands)
    length = len(rendered) // (1000 * len(thousands))  # of each, with the comma behind it
    return f"[{rendered[length : (count + 1) * length - 1]}]"
