"""Parses cURL commands as browsers copy them, quoted for bash, cmd or PowerShell."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted import headers
from inspector_app.gateway.pasted.candidate import TokenCandidate, parse_host
from inspector_app.session.interruption import check_interruption
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_CURL_PREFIX: Final = re.compile(r"^[^\n\"']{0,200}?\bcurl(?:\.exe)?(?=[\s^\"']|$)", re.IGNORECASE)
_URL_START: Final = re.compile(r"https?://", re.IGNORECASE)
_CMD_CONTINUATION: Final = re.compile(r"\^\s*\n")
_CMD_ESCAPE: Final = re.compile(r"\^(?:\r?\n|(.))")
_POWERSHELL_CONTINUATION: Final = re.compile(r"`\s*\n")
_NOTE: Final = tr("Read the pasted cURL command.")
_NO_TOKEN: Final = tr("There is no token in this command: neither Authorization nor global_id.")
_ANSI_C_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{1,4})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)


class Shell(Enum):
    """Whose quoting a command is written in; the value is its escape character."""

    BASH = "\\"
    CMD = "^"
    POWERSHELL = "`"


def find_token(text: str) -> TokenCandidate | None:
    """The token in a cURL command; None if the text is none."""
    start = _CURL_PREFIX.match(text.lstrip())
    if start is None:
        return None
    command = text.lstrip()[start.end() :]
    request_headers, host = _parse_options(list(split_command(command, detect_shell(command))))
    candidate = headers.select_token(request_headers)
    if candidate is None:
        return TokenCandidate(problem=_NO_TOKEN, host=host)
    return replace(candidate, notes=(_NOTE, *candidate.notes), host=host or candidate.host)


def detect_shell(command: str) -> Shell:
    """The shell that a command was copied for."""
    if '^"' in command or _CMD_CONTINUATION.search(command):
        return Shell.CMD
    return Shell.POWERSHELL if _POWERSHELL_CONTINUATION.search(command) else Shell.BASH


def _parse_options(arguments: list[str]) -> tuple[list[headers.Header], str | None]:
    request_headers: list[headers.Header] = []
    host = None
    following = iter(arguments)
    for argument in following:
        name, _, attached = argument.partition("=")
        if argument in {"-H", "--header", "-b", "--cookie", "--oauth2-bearer", "--url"}:
            attached = next(following, "")
            name = argument
        elif argument[:2] in {"-H", "-b"} and not argument.startswith("--"):
            name, attached = argument[:2], argument[2:]
        if name in {"-H", "--header"}:
            header, _, value = attached.partition(":")
            request_headers.append((header.strip().lower(), value.strip()))
        elif name in {"-b", "--cookie"}:
            request_headers.append((headers.COOKIE, attached))
        elif name == "--oauth2-bearer":
            request_headers.append((headers.AUTHORIZATION, attached))
        elif host is None:
            url = attached if name == "--url" else argument
            host = parse_host(url) if _URL_START.match(url) else None
    return request_headers, host


def split_command(command: str, shell: Shell) -> Iterator[str]:
    """Splits a command line into unquoted arguments; never raises, whatever is unbalanced."""
    if shell is Shell.CMD:
        command = _CMD_ESCAPE.sub(lambda match: match[1] or " ", command)
        shell = Shell.BASH  # what is left is curl's own: double quotes and backslashes
        command = command.replace("'", "\\'")
    argument: list[str] = []
    position = 0
    piece = _ARGUMENT_PATTERNS[shell]
    while position < len(command):
        check_interruption()
        match = piece.match(command, position)
        if match is None:  # an open quote: the rest is one piece
            argument.append(command[position + 1 :])
            break
        position = match.end()
        kind, content = str(match.lastgroup), match[0]
        if kind == "blank":
            if argument:
                yield "".join(argument)
            argument = []
        elif kind != "joined":
            argument.append(_unquote(kind, content, shell))
    if argument:
        yield "".join(argument)


_ARGUMENT_PATTERNS: Final = {
    Shell.BASH: re.compile(
        r"(?P<joined>\\\r?\n)|(?P<blank>\s++)|(?P<ansi>\$'(?:\\.|[^'\\]++)*+')"
        r"|(?P<literal>'[^']*+')|(?P<double>\"(?:\\.|[^\"\\]++)*+\")|(?P<escaped>\\.)"
        r"|(?P<plain>[^\s\"'\\]++)",
        re.DOTALL,
    ),
    Shell.POWERSHELL: re.compile(
        r"(?P<joined>`\r?\n)|(?P<blank>\s++)|(?P<literal>'(?:''|[^'])*')"
        r"|(?P<double>\"(?:`.|\\\"|\"\"|[^\"`])*\")|(?P<escaped>`.)|(?P<plain>[^\s\"'`]++)",
        re.DOTALL,
    ),
}
_QUOTED_ESCAPES: Final = {
    shell: re.compile(rf"(?:{re.escape(shell.value)}|\\(?=\"))(.)", re.DOTALL) for shell in Shell
}


def _unquote(kind: str, content: str, shell: Shell) -> str:
    match kind:
        case "literal":
            return content[1:-1].replace("''", "'")
        case "ansi":
            return _ANSI_C_ESCAPE.sub(_decode_ansi_c_escape, content[2:-1])
        case "double":
            quoted = content[1:-1] if shell is Shell.BASH else content[1:-1].replace('""', '"')
            return _QUOTED_ESCAPES[shell].sub(r"\1", quoted)
        case "escaped":
            return content[1:]
        case _:
            return content


def _decode_ansi_c_escape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code is None:
        return {"n": "\n", "r": "\r", "t": "\t"}.get(match[3], match[3])
    return chr(int(code, 16))
