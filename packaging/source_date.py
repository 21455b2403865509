"""Reads SOURCE_DATE_EPOCH, the timestamp of every file in a package, for reproducible builds."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta


def get_epoch() -> int:
    """Return SOURCE_DATE_EPOCH in epoch seconds.

    Raises:
        KeyError: if the build did not set SOURCE_DATE_EPOCH.
    """
    return int(os.environ["SOURCE_DATE_EPOCH"])


def get_utc() -> datetime:
    """Return SOURCE_DATE_EPOCH as a date and time in UTC."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=get_epoch())
