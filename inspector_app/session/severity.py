"""Severity of a row or finding, from a plain row to what stops the user."""

from __future__ import annotations

from enum import Enum


class Severity(Enum):
    """How much a row or sentence matters to the question."""

    PLAIN = "plain"
    GOOD = "good"
    NOTICE = "notice"
    WARNING = "warning"
    BAD = "bad"
