"""The one moment that everything inside a package bears, so that two builds are the same bytes."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def seconds() -> int:
    """The moment in epoch seconds.

    Raises:
        KeyError: if the build did not set SOURCE_DATE_EPOCH.
    """
    return int(os.environ["SOURCE_DATE_EPOCH"])


def utc() -> datetime:
    """The moment as a date and time."""
    return datetime.fromtimestamp(seconds(), UTC)
