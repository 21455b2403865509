"""Formats tracebacks without the messages of exceptions that may quote credentials."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector_app.session.plain_text import escape_invisible

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECRET_QUOTING_LIBRARIES: Final = frozenset(
    {"requests", "urllib3", "http", "ssl", "keyring", "secretstorage", "jeepney", "pywintypes"}
)
"""Libraries whose exceptions quote their arguments, such as headers with the token."""

_MAX_MESSAGE_LENGTH: Final = 500
_MAX_CHAIN_LENGTH: Final = 10

_NAMED_VALUE: Final = re.compile(
    r"(?<![\w-])([\w-]{1,100}+)"
    r"(?:(?!\.py\b|\.\w{1,100}+\(\)|'s\b|\(s\))[^\w\s]{1,100}+(?=\w)"
    r"|[\"']?\s?[:=\uff1a\uff1d]"
    r"|[\"']?[,;|]?(?:\s(?:is|was|are))?\s"
    r"(?:[\"'(]?(?=[a-z]{0,100}+[^\sa-z,.;)\]\"'])|[\"'`](?=\S))"
    r"|[\"']?\s(?!(?:missing|expired|invalid|refused|required|empty|wrong|failed|unknown)\b)"
    r"(?=\S{1,100}+[^\S\n]{0,9}+(?:\Z|\n)))"
)
"""A name with its value: behind a sign, or after a space a word in quotes, the last one, or one
that is none of a sentence. The call of a method and a plural are no value."""

_FUSED_VALUE: Final = re.compile(
    r"(?:pass(?:word|wd|wort|phrase|code)|pwd|secret|token|credential|(?:api|access)[_-]?key)"
    r"(?=[A-Za-z_-]{0,100}+\d)[\w-]{6,100}+",
    re.IGNORECASE,
)
"""A name with its value behind it without a sign: ``--passwordhunter2``. Of letters alone, the rest
may as well belong to the name."""

_ADDRESS_WITH_MORE: Final = re.compile(
    r"://[^\s/]{0,300}+(?:/[^\s?#]{0,300}+)?[?#]|://[^\s/]{0,300}@"
)
"""An address with a login or a query in it."""


_SOMEBODY: Final = "[user]"
_HOME: Final = re.compile(
    r"((?<!\w)(?:(?:/var|/export)?/home|/Users|(?:/run)?/media)/"
    r"|(?:\b[A-Za-z]:|\\{2,4}[\w.-]{1,100}+)(?:\\{1,2}|/)Users(?:\\{1,2}|/))"
    r"[^/\\\n\"'<>|:]{1,100}+(?=[/\\\n\"':]|\Z)"
)
"""A home folder on Linux, macOS and Windows, on a server too, and where a user's drives are."""


def format_exception(error: BaseException) -> str:
    """Format the tracebacks of an exception and of its causes, the first cause first.

    Home folders, whose names are often their users', are not named; what is invisible is escaped.
    """
    lines: list[str] = []
    for one in reversed(list(_iter_chain(error))):
        lines += ["Traceback (most recent call last):\n"] if one.__traceback__ else []
        lines += traceback.format_tb(one.__traceback__)
        name = escape_invisible(f"{type(one).__module__}.{type(one).__qualname__}")
        lines.append(f"{name}{_format_message(one)}\n\n")
    shown = mask_home("".join(lines)).rstrip()
    return "\n".join(escape_invisible(line) for line in shown.split("\n"))


def _iter_chain(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    for _ in range(_MAX_CHAIN_LENGTH):
        if current is None:
            return
        yield current
        is_silent = current.__suppress_context__
        current = current.__cause__ or (None if is_silent else current.__context__)


def _format_message(error: BaseException) -> str:
    library = type(error).__module__.partition(".")[0]
    if library in _SECRET_QUOTING_LIBRARIES or isinstance(error, UnicodeError):
        return " (its words are left out)"
    try:
        message = str(error)
    except BaseException:  # noqa: BLE001  # an exception whose __str__ fails, however that does
        return ""
    message = message[:_MAX_MESSAGE_LENGTH]
    if _quotes_secret(message):
        return " (its words are left out)"
    return f": {message}" if message else ""


def _quotes_secret(message: str) -> bool:
    """Whether a message names a secret with its value, of which nothing else tells the end."""
    from inspector_app.session.credentials import is_secret_name  # the start does without it

    if _ADDRESS_WITH_MORE.search(message) or _FUSED_VALUE.search(message):
        return True
    return any(map(is_secret_name, _NAMED_VALUE.findall(message)))


def mask_home(text: str) -> str:
    """Return the text with the home folder written as ``~``, and those of others without names."""
    try:
        home = Path.home()
    except RuntimeError:  # there is none
        home = Path("/")
    if home != home.parent:  # as of some services: every slash would be a home
        text = text.replace(str(home), "~")
    return _HOME.sub(rf"\1{_SOMEBODY}", text)
