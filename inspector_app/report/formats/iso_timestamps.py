"""Formats timestamps in ISO 8601 and as members of the JSON export."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing.json_document import JsonNumber, JsonObject

if TYPE_CHECKING:
    from inspector_app.session.parsing.json_document import Json

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def build_json_instant(seconds: float | None) -> Json:
    """``{"epoch": 1800000000, "iso": "2027-01-15T08:00:00Z"}``; null if absent or out of range."""
    if seconds is None:
        return None
    try:
        iso = format_utc(seconds)
    except OverflowError:
        return None
    return JsonObject((("epoch", build_json_number(seconds)), ("iso", iso)))


def format_utc(seconds: float) -> str:
    """Epoch seconds as ISO 8601 in whole seconds: ``2026-11-23T18:24:07Z``.

    Raises:
        OverflowError: for years that ``datetime`` does not support.
    """
    return f"{_format(_EPOCH + timedelta(seconds=int(seconds)))}Z"


def format_utc_milliseconds(seconds: float) -> str:
    """The same with milliseconds: ``2026-11-23T18:24:07.250Z``."""
    milliseconds = round(seconds * 1000)
    whole = _EPOCH + timedelta(milliseconds=milliseconds)
    return f"{_format(whole)}.{milliseconds % 1000:03}Z"


def _format(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")


def build_json_number(value: float) -> JsonNumber:
    """A number without an exponent, to four decimal places, without trailing zeros."""
    return JsonNumber(f"{value:.4f}".rstrip("0").rstrip("."))
