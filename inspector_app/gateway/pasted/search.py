"""Runs every reader over a text, over all of its views, and gathers what they found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.candidate import (
    ENOS_PREFIX,
    Candidate,
    Complaint,
    Finding,
    Weight,
)
from inspector_app.gateway.pasted.found_token import MAX_CHOICES
from inspector_app.gateway.pasted.known_tokens import (
    TORN,
    find_known_tokens,
    has_dump,
    has_hidden_token,
)
from inspector_app.gateway.pasted.readers import (
    commands,
    free_text,
    headers,
    json_text,
    source_code,
)
from inspector_app.gateway.pasted.readers.addresses import NearAddresses
from inspector_app.gateway.pasted.token_forms import is_documented
from inspector_app.gateway.pasted.undoing.base64_text import has_encoded_token
from inspector_app.gateway.pasted.undoing.views import iter_views
from inspector_app.session.interruption import check_interruption, has_match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.session.translatable_text import Text

_MAX_DEPTH: Final = 3
"""Texts in texts: a command in a member of a log line in a container's log."""
_HINT: Final = re.compile(
    rf"{ENOS_PREFIX}|eyJ|earer|EARER|okie|OKIE|token|Token|TOKEN|lobal_id|GLOBAL_ID|uthorization"
    r"|UTHORIZATION|ession|SESSION|curl|CURL|wget"
)
_MAX_HINT: Final = 16
_MAX_LOOKUPS: Final = 32
"""Values whose place is looked for in the text, so that many headers take no time by the square."""


@dataclass(frozen=True, slots=True)
class ViewFindings:
    """What all readers found in one view of the text, and what had been undone for it.

    ``is_complete`` says that nothing in the view hints at more: no damaged token, no prefix that
    some encoding took apart.
    """

    findings: list[Finding] = field(repr=False)
    undone: tuple[Text, ...] = ()
    is_complete: bool = True
    is_json: bool = False
    is_too_long: bool = False


def search(text: str, longest: int, most: int = MAX_CHOICES) -> Iterator[ViewFindings]:
    """The findings in each view of the text, from the text as it was pasted on.

    A text with more than ``longest`` characters is read as JSON, or not at all. With ``most``
    above what anybody chooses among, the text is read for all of its tokens.
    """
    recorded = _read_json(text, 0, most) if len(text) > longest else None
    if recorded is None and len(text) > longest:
        yield ViewFindings([], is_too_long=True)
        return
    is_dump = False
    for number, view in enumerate(iter_views(text)):
        check_interruption()
        is_dump = is_dump or has_dump(view.text)
        found = recorded if recorded is not None and not number else _read_json(view.text, 0, most)
        is_json = found is not None
        if found is None:
            found = read_text(view.text, most)
        if is_dump:
            found = [_doubt(one) for one in found]
        is_damaged = any(
            isinstance(one, Complaint) and one.weight is Weight.DAMAGED for one in found
        )
        is_hidden = has_hidden_token(view.text) or has_encoded_token(view.text)
        is_complete = not is_damaged and not is_hidden
        yield ViewFindings(found, view.undone, is_complete, is_json)
        if len(view.text) > longest:
            return


def _read_json(text: str, depth: int, most: int) -> list[Finding] | None:
    return json_text.find_tokens(
        text,
        partial(_read_string, depth=depth + 1, most=most),
        is_every=most > MAX_CHOICES,
    )


def _read_string(text: str, depth: int, most: int) -> list[Finding]:
    if depth > _MAX_DEPTH:
        return []
    found = _read_json(text, depth, most)
    return read_text(text, most) if found is None else found


def read_text(text: str, most: int = MAX_CHOICES) -> list[Finding]:
    """What the readers of anything but JSON find in a text, ``most`` tokens at most."""
    if not has_match(_HINT, text, _MAX_HINT):
        return []
    found_commands = list(commands.find_commands(text))
    rest = _blank_out(text, found_commands)
    addresses = NearAddresses(rest)
    starts = [(one.start, one.end, one.host) for one in found_commands]

    def find_host(start: int, is_named: bool = True) -> str | None:  # noqa: FBT001, FBT002  # of one kind
        for begin, end, host in starts:
            if begin <= start < end:
                return host
        return addresses.find_host(start, is_named=is_named)

    findings: list[Finding] = [one for command in found_commands for one in command.findings]
    findings += source_code.find_tokens(rest, find_host)
    for number, one in enumerate(headers.find_tokens(rest)):
        findings.append(_add_host(one, text, find_host) if number < _MAX_LOOKUPS else one)
    findings += free_text.find_tokens(text, find_host, most)
    return findings


def _doubt(finding: Finding) -> Finding:
    """The same, or a complaint: a token in a dump of bytes may be any piece of a line in it."""
    if isinstance(finding, Complaint):
        return finding
    if any(is_documented(one.value) for one in find_known_tokens(finding.value)):
        return finding
    return Complaint(TORN, Weight.DAMAGED, finding.value)


def _blank_out(text: str, found: list[commands.Command]) -> str:
    """The text without its commands, everything else at its place."""
    pieces: list[str] = []
    position = 0
    for one in found:
        if one.start < position:
            continue
        pieces += (text[position : one.start], " " * (one.end - one.start))
        position = one.end
    return "".join((*pieces, text[position:]))


def _add_host(finding: Finding, text: str, find_host: object) -> Finding:
    if isinstance(finding, Complaint) or finding.host is not None or not callable(find_host):
        return finding
    first = finding.value.partition("\n")[0].strip()
    start = text.find(first) if first else -1
    host = find_host(start) if start >= 0 else None
    return Candidate(finding.value, finding.place, host, finding.notes)
