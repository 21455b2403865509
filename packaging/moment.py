"""Reads SOURCE_DATE_EPOCH, the timestamp of every file in a package, for reproducible builds."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def seconds() -> int:
    """Return SOURCE_DATE_EPOCH in epoch seconds.

    Raises:
        KeyError: if the build did not set SOURCE_DATE_EPOCH.
    """
    return int(os.environ["SOURCE_DATE_EPOCH"])


def utc() -> datetime:
    """Return SOURCE_DATE_EPOCH as a date and time in UTC."""
    return datetime.fromtimestamp(seconds(), UTC)
