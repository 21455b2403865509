"""Reads the commands in a text: cURL, wget and HTTPie, each with its own token and host."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.candidate import Candidate, Complaint, Finding
from inspector_app.gateway.pasted.hosts import HOST_PATTERN, parse_written_host
from inspector_app.gateway.pasted.known_tokens import find_known_tokens
from inspector_app.gateway.pasted.readers import headers
from inspector_app.gateway.pasted.readers.command_options import PROGRAMS, Options
from inspector_app.gateway.pasted.readers.shell_words import split_first_command
from inspector_app.session.interruption import check_interruption, iter_matches
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMAND: Final = re.compile(
    rf"(?<![\w.$*-])(?:(?P<curl>[Cc]url|CURL)|(?P<wget>[Ww]get)|(?P<http>https?|xhs?))"
    r"(?:\.exe|(?<=/curl)[:@][\w.:-]{1,80})?"  # an image of a container has a tag
    r"(?:[ \t]++|[ \t]*+[\\^`][ \t]*+\r?\n[ \t]*+)"
    rf"(?=-{{1,2}}[A-Za-z#:0-9]|[$^<]?[\"'][^\"'\n]|\\[ \t]*\r?\n|[\"'<]?(?:(?i:https?)://|\{{\{{|\$\{{?\w)"
    rf"|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]|{HOST_PATTERN}(?:[/?\s]|$))"
)
_NOTHING_ELSE: Final = re.compile(r"\A[$#>% \t]*+(?:curl|wget)(?:\.exe)?\s*+")
_METHOD: Final = re.compile(r"[A-Z]{3,7}")
_ITEM: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,63}):(?!=)(.*)", re.DOTALL)
FROM_CURL: Final = tr("Read the pasted cURL command.")
OTHER_COMMANDS: Final = {
    "wget": tr("Read the pasted wget command."),
    "http": tr("Read the pasted HTTPie command."),
}
_NO_TOKEN: Final = tr("There is no token in this command: neither Authorization nor global_id.")
_HEADER: Final = frozenset({"-H", "--header"})
_COOKIE: Final = frozenset({"-b", "--cookie"})
_BEARER: Final = frozenset({"--oauth2-bearer"})
_ADDRESS: Final = frozenset({"--url"})
_MAX_COMMANDS: Final = 1000
"""Requests of one page: more are not told apart, so that reading takes no time to notice."""

_MAX_BEGINNING: Final = 1024
"""Characters that tell a command: the name of its program, and what may stand before it."""

_NEXT_REQUEST: Final = frozenset({"--next", "-:"})


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a text: where it stands, what its request is to, and what it carries."""

    start: int
    end: int
    host: str | None
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Request:
    """What the options of one request say, while they are read."""

    headers: list[headers.Header] = field(default_factory=list)
    address: str | None = None
    arguments: list[str] = field(default_factory=list)


def find_commands(text: str) -> Iterator[Command]:
    """Every command of the text, in its order."""
    if _NOTHING_ELSE.fullmatch(text):
        yield Command(0, len(text), None, (Complaint(_NO_TOKEN),))
        return
    position = 0
    count = 0
    while count < _MAX_COMMANDS:
        match = next(iter_matches(_COMMAND, text, _MAX_BEGINNING, position), None)
        if match is None:
            break
        arguments, end = split_first_command(text, match.end())
        program = str(match.lastgroup)
        count += 1
        for request in _iter_requests(program, arguments):
            host = parse_written_host(request.address) if request.address else None
            findings = tuple(_iter_findings(program, request, host))
            yield Command(match.start(), end, host, findings)
        position = max(end, match.end())


def _iter_requests(program: str, arguments: list[str]) -> Iterator[_Request]:
    request = _Request()
    for name, value in _iter_options(PROGRAMS[program], arguments):
        check_interruption()
        if name in _NEXT_REQUEST:
            yield request
            request = _Request()
            continue
        request.arguments.append(value)
        if name in _HEADER:
            header, _, content = value.partition(":")
            request.headers.append((header.strip().lower(), content.strip()))
        elif name in _COOKIE and program == "curl":
            request.headers.append((headers.COOKIE, value))
        elif name in _BEARER or (program == "http" and name in {"-a", "--auth"}):
            request.headers.append((headers.AUTHORIZATION, value))
        elif name in _ADDRESS:
            request.address = value
        elif not name:
            _read_word(program, value, request)
    yield request


def _read_word(program: str, value: str, request: _Request) -> None:
    """An argument that belongs to no option: the address, or what HTTPie sends."""
    item = _ITEM.fullmatch(value) if program == "http" and request.address else None
    if item is not None:
        request.headers.append((item[1].lower(), item[2].strip()))
    elif request.address is None and not _METHOD.fullmatch(value):
        is_address = parse_written_host(value) or "://" in value or value.startswith(("{{", "$"))
        request.address = value if is_address else None


def _iter_options(options: Options, arguments: list[str]) -> Iterator[tuple[str, str]]:
    """Each option with its argument, empty if it takes none; other arguments without a name."""
    following = iter(arguments)
    for argument in following:
        if argument.startswith("--") and len(argument) > 2:  # noqa: PLR2004  # the dashes
            name, equals, attached = argument.partition("=")
            if not equals and name[2:] in options.long:
                attached = next(following, "")
            yield name, attached
        elif argument.startswith("-") and len(argument) > 1:
            yield from _iter_letters(options, argument, following)
        else:
            yield "", argument


def _iter_letters(
    options: Options, argument: str, following: Iterator[str]
) -> Iterator[tuple[str, str]]:
    """Letters in one word: the first that takes an argument takes the rest, or the next word."""
    for place, letter in enumerate(argument[1:], 2):
        if letter in options.short:
            yield f"-{letter}", argument[place:] or next(following, "")
            return
        if not letter.isalnum() and letter not in "#:":
            return
        yield f"-{letter}", ""


def _iter_findings(program: str, request: _Request, host: str | None) -> Iterator[Finding]:
    place = OTHER_COMMANDS.get(program, FROM_CURL)
    found = list(headers.iter_findings(request.headers, host))
    found += (
        Candidate(token.value, place, host)
        for argument in request.arguments
        for token in find_known_tokens(argument)
        if token.damage is None
    )
    for one in found:
        if isinstance(one, Candidate):
            yield Candidate(one.value, place, host or one.host, _get_notes(one, place))
        else:
            yield one
    if not found:
        yield Complaint(_NO_TOKEN)


def _get_notes(candidate: Candidate, place: object) -> tuple[Text, ...]:
    named = candidate.place
    return () if named is None or named is place else (named, *candidate.notes)
