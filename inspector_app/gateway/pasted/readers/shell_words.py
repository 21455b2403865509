"""Splits a command line into its words, quoted for bash, cmd or PowerShell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from inspector_app.session.interruption import check_interruption

if TYPE_CHECKING:
    from collections.abc import Iterator

_CMD_CONTINUATION: Final = re.compile(r"\^[ \t]*\r?\n")
_CMD_ESCAPE: Final = re.compile(r"\^(?:[ \t]*\r?\n|(.))")
_CMD_EXTENT: Final = re.compile(r"(?:\^[ \t]*\r?\n(?:\r?\n)?|[^\n])*+")
_POWERSHELL_CONTINUATION: Final = re.compile(r"`[ \t]*\r?\n")
_FIRST_QUOTE: Final = re.compile(r"\^?[\"']")
_ANSI_C_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{1,4})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)
_OPTION: Final = re.compile(r"--?[A-Za-z]")
_ADDRESS_OR_HEADER: Final = re.compile(r"[\"']?(?:(?i:https?)://|[A-Za-z][A-Za-z-]{1,40}: )")
_OPERATORS: Final = frozenset({"|", "||", "&", "&&", ")", "}", "2>&1", "<", ">", ">>"})
"""Beside the semicolon, which may hang on a word."""


class Shell(Enum):
    """Whose quoting a command is written in; the value is its escape character."""

    BASH = "\\"
    CMD = "^"
    POWERSHELL = "`"


@dataclass(frozen=True, slots=True)
class Word:
    """An argument without its quotes, and whether it is the last of its command."""

    value: str
    end: int
    is_last: bool = False


def detect_shell(command: str) -> Shell:
    """The shell that a command was copied for."""
    quote = _FIRST_QUOTE.search(command)
    if quote is None or quote[0] != "'":
        is_cmd = quote is not None and quote[0] == '^"'
        if is_cmd or _CMD_CONTINUATION.search(command):
            return Shell.CMD
    return Shell.POWERSHELL if _POWERSHELL_CONTINUATION.search(command) else Shell.BASH


def split_command(command: str, shell: Shell) -> Iterator[str]:
    """Splits a command line into unquoted arguments; never raises, whatever is unbalanced."""
    yield from (word.value for word in _iter_words(command, shell, ends_at_line=False))


def split_first_command(text: str, start: int) -> tuple[list[str], int]:
    """The arguments of the command from ``start`` on, and where it ends.

    It ends with its line, unless that is continued, or at an operator of the shell.
    """
    shell = detect_shell(text[start : start + _LOOK_AHEAD])
    if shell is Shell.CMD:
        extent = _CMD_EXTENT.match(text, start)
        end = extent.end() if extent else len(text)
        return list(split_command(text[start:end], shell)), end
    arguments: list[str] = []
    end = start
    for word in _iter_words(text, shell, start, ends_at_line=True):
        arguments.append(word.value)
        end = word.end
        if word.is_last:
            break
    return arguments, end


_LOOK_AHEAD: Final = 4096


def _iter_words(
    command: str, shell: Shell, position: int = 0, *, ends_at_line: bool
) -> Iterator[Word]:
    if shell is Shell.CMD:
        command = _CMD_ESCAPE.sub(lambda match: match[1] or " ", command)
        shell = Shell.BASH  # what is left is curl's own: double quotes and backslashes
        command = command.replace("'", "\\'")
    argument: list[str] = []
    is_plain = True
    piece = _ARGUMENT_PATTERNS[shell]
    while position < len(command):
        check_interruption()
        match = piece.match(command, position)
        if match is None:  # an open quote: the rest is one piece
            argument.append(command[position + 1 :])
            position = len(command)
            break
        begun, position = position, match.end()
        kind, content = str(match.lastgroup), match[0]
        if kind == "blank":
            is_over = ends_at_line and "\n" in content and not _goes_on(command, position, content)
            value = "".join(argument)
            is_operator = ends_at_line and is_plain and (value in _OPERATORS or value[-1:] == ";")
            if argument and not is_operator:
                yield Word(value, begun, is_over)
            if is_over or is_operator:
                if is_operator:
                    yield Word(value.rstrip(";") if value not in _OPERATORS else "", begun, True)  # noqa: FBT003  # is_last
                return
            argument, is_plain = [], True
        elif kind != "joined":
            argument.append(_unquote(kind, content, shell))
            is_plain = kind == "plain"
    if argument:
        yield Word("".join(argument), position)


def _goes_on(command: str, start: int, blank: str) -> bool:
    """Whether a line is the command's though the one before it is not continued.

    An option is, and in the very next line an address or a header that lost its option.
    """
    if _OPTION.match(command, start):
        return True
    return blank.count("\n") == 1 and _ADDRESS_OR_HEADER.match(command, start) is not None


_ARGUMENT_PATTERNS: Final = {
    Shell.BASH: re.compile(
        r"(?P<joined>\\[ \t]*\r?\n)|(?P<blank>\s++)|(?P<ansi>\$'(?:\\.|[^'\\]++)*+')"
        r"|(?P<literal>'[^']*+')|(?P<double>\"(?:\\.|[^\"\\]++)*+\")|(?P<escaped>\\.)"
        r"|(?P<plain>[^\s\"'\\]++)",
        re.DOTALL,
    ),
    Shell.POWERSHELL: re.compile(
        r"(?P<joined>`[ \t]*\r?\n)|(?P<blank>\s++)|(?P<literal>'(?:''|[^'])*')"
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
