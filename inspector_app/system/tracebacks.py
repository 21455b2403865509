"""Formats tracebacks without the messages of exceptions that may quote credentials."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECRET_QUOTING_LIBRARIES: Final = frozenset(
    {"requests", "urllib3", "http", "ssl", "keyring", "secretstorage", "jeepney", "pywintypes"}
)
"""Libraries whose exceptions quote their arguments, such as headers with the token."""

_MAX_MESSAGE_LENGTH: Final = 500
_MAX_CHAIN_LENGTH: Final = 10

_NAMED_VALUE: Final = re.compile(r"(?<![\w-])([\w-]{1,100}+)[\"']?\s?[:=]")
_ADDRESS_WITH_MORE: Final = re.compile(
    r"://[^\s/]{0,300}+(?:/[^\s?#]{0,300}+)?[?#]|://[^\s/]{0,300}@"
)
"""An address with a login or a query in it."""


def format_exception(error: BaseException) -> str:
    """Format the tracebacks of an exception and of its causes, the first cause first.

    The home folder, whose name is often the user's, is written as ``~``.
    """
    lines: list[str] = []
    for one in reversed(list(_iter_chain(error))):
        lines += ["Traceback (most recent call last):\n"] if one.__traceback__ else []
        lines += traceback.format_tb(one.__traceback__)
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}{_format_message(one)}\n\n")
    return mask_home("".join(lines)).rstrip()


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
    except Exception:  # noqa: BLE001  # an exception whose __str__ fails
        return ""
    message = message[:_MAX_MESSAGE_LENGTH]
    if _quotes_secret(message):
        return " (its words are left out)"
    return f": {message}" if message else ""


def _quotes_secret(message: str) -> bool:
    """Whether a message names a secret with its value, of which nothing else tells the end."""
    from inspector_app.session.credentials import is_secret_name  # the start does without it

    names = _NAMED_VALUE.findall(message)
    return any(map(is_secret_name, names)) or _ADDRESS_WITH_MORE.search(message) is not None


def mask_home(text: str) -> str:
    """Return the text with the home folder written as ``~``."""
    try:
        home = Path.home()
    except RuntimeError:  # there is none
        return text
    if home == home.parent:  # as of some services: every slash would be a home
        return text
    return text.replace(str(home), "~")
