"""The history on disk: redacted entries as lines of JSON, read whole or not at all."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from inspector_app.history.entry import (
    MAX_NAME_LENGTH,
    EntryEnvironment,
    EntryNames,
    HistoryEntry,
    Origin,
)
from inspector_app.session.credentials import mask_written
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.diagnosis.verdict_words import get_verdict_word
from inspector_app.session.interruption import check_interruption
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_ENTRIES: Final = 500
MAX_AGE: Final = 30 * 24 * 3600.0
"""Seconds: an answer of a month ago is nobody's question any more."""

_MAX_AHEAD: Final = 24 * 3600.0
"""Seconds that an entry may be dated ahead: one of years ahead would stay for years."""

MAX_SIZE: Final = 50 * 1024 * 1024
"""Bytes of the file."""

_SCHEMA: Final = "enos-session-inspector/history"
_VERSION: Final = 1
_HEAD: Final = json.dumps({"schema": _SCHEMA, "version": _VERSION})
_FINGERPRINT: Final = re.compile(r"(?:[0-9a-f]{8})?")
_MAX_TIME: Final = 1e11


class HistoryFileError(Exception):
    """The file is not a history that this release reads; nothing of it is taken."""


def limit_entries(entries: Iterable[HistoryEntry], now: float) -> tuple[HistoryEntry, ...]:
    """The newest of the entries that may be kept, by their number, age and size.

    ``now`` is in epoch seconds.
    """
    kept: list[HistoryEntry] = []
    size = len(_HEAD) + 1
    for entry in entries:
        if not now - MAX_AGE <= entry.answered_at <= now + _MAX_AHEAD:
            continue  # a clock that was wrong for a while dated it so: those before it may be new
        size += len(_dump_entry(entry)) + 1
        if len(kept) == MAX_ENTRIES or size > MAX_SIZE:
            break
        kept.append(entry)
    return tuple(kept)


def dump_entries(entries: Iterable[HistoryEntry]) -> bytes:
    """The bytes of the file, newest entry first."""
    lines = [_HEAD, *map(_dump_entry, entries)]
    return "".join(f"{line}\n" for line in lines).encode()


def parse_entries(data: bytes) -> tuple[HistoryEntry, ...]:
    """The entries of a file, newest first, numbered from -1 downwards: they are before any other.

    Raises:
        HistoryFileError: if any part of it is damaged, too large, or of a newer release.
    """
    if len(data) > MAX_SIZE:
        raise HistoryFileError("size")
    first, _, rest = data.partition(b"\n")
    try:
        head = json.loads(first)
        if (head["schema"], head["version"]) != (_SCHEMA, _VERSION):
            raise HistoryFileError("version")
        *lines, end = rest.split(b"\n", MAX_ENTRIES + 1)
        if end or len(lines) > MAX_ENTRIES:
            raise HistoryFileError("end")
        return tuple(
            replace(_parse_entry(json.loads(line)), number=-number)
            for number, line in enumerate(lines, 1)
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise HistoryFileError(type(error).__name__) from None


def _dump_entry(entry: HistoryEntry) -> str:
    check_interruption()
    return json.dumps(
        {
            "answered_at": entry.answered_at,
            "environment": {
                "id": entry.environment.id,
                "name": entry.environment.name,
                "address": entry.environment.address,
            },
            "user": entry.masked_names.user,
            "organization": entry.masked_names.organization,
            "code": entry.code.value,
            "severity": entry.severity.value,
            "ends_at": entry.ends_at,
            "fingerprint": entry.fingerprint,
            "origin": entry.origin.value,
            "content": base64.b64encode(entry.content).decode(),
        }
    )


def _parse_entry(members: dict[str, Any]) -> HistoryEntry:
    check_interruption()
    environment = members["environment"]
    names = EntryNames(_parse_shown(members["user"]), _parse_shown(members["organization"]))
    code = VerdictCode(members["code"])
    fingerprint = _parse_name(members["fingerprint"])
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise ValueError("fingerprint")
    ends_at = members["ends_at"]
    return HistoryEntry(
        number=0,
        answered_at=_parse_time(members["answered_at"]),
        environment=EntryEnvironment(
            _parse_name(environment["id"], 2048),
            *(_parse_shown(environment[one], 2048) for one in ("name", "address")),
        ),
        names=names,
        masked_names=names,
        code=code,
        severity=Severity(members["severity"]),
        word=get_verdict_word(code),
        ends_at=None if ends_at is None else _parse_time(ends_at),
        fingerprint=fingerprint,
        origin=Origin(members["origin"]),
        content=_decode(members["content"]),
    )


def _parse_name(value: object, limit: int = MAX_NAME_LENGTH) -> str:
    if not isinstance(value, str) or len(value) > limit:
        raise TypeError("name")
    return value


def _parse_shown(value: object, limit: int = MAX_NAME_LENGTH) -> str:
    """A name as this app writes it, whoever wrote the file: no credential, nothing invisible."""
    return escape_invisible(mask_written(_parse_name(value, limit)))


def _parse_time(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _MAX_TIME:
        raise TypeError("time")
    return float(value)


def _decode(value: object) -> bytes:
    try:
        return base64.b64decode(_parse_name(value, MAX_SIZE), validate=True)
    except binascii.Error as error:
        raise ValueError("content") from error
