"""The command ``environments check``: whether a file of machine-wide environments is used, and why.

It says what the app would say, and what the app cannot: mistakes that make one environment useless
leave the rest of the file in use.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector_app.gateway import address, proxies
from inspector_app.session.token import TokenKind
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment_mistakes import FILE_RULE, find_environment_mistakes
from inspector_app.settings.file_mistakes import (
    Mistake,
    find_mistakes,
    get_items,
    get_members,
)
from inspector_app.settings.located_json import MAX_FILE_SIZE
from inspector_app.system.paths import get_directories
from inspector_app.terminal import administrator_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.settings.located_json import LocatedValue
    from inspector_app.terminal.exit_codes import ExitCode

_TOKEN_PREFIXES: Final = (TokenKind.SESSION.value, TokenKind.PORTAL.value)


def check_environments(path: Path | None, *, is_draft: bool) -> ExitCode:
    """Print what is wrong with the file: who could change it, and each mistake by field and line.

    ``path`` None means the file that the app reads. Of a draft the content alone is checked.

    Returns:
        VALID where nothing is wrong, COMMAND_FAILED otherwise.

    Raises:
        CommandError: if there is no such file, or it cannot be read.
    """
    checked = path or get_directories().machine_files[0]
    data, distrust = administrator_files.read_checked(checked, MAX_FILE_SIZE, is_draft=is_draft)
    mistakes = [*find_environment_mistakes(data), *_find_unusable_values(data)]
    return administrator_files.print_findings(checked, distrust, mistakes)


def _find_unusable_values(data: bytes) -> Iterator[Mistake]:
    """Find what the app says only when the environment is used: addresses, secrets, files."""
    document, _ = find_mistakes(data, FILE_RULE)
    listed = get_members(document).get("environments") if document else None
    for index, one in enumerate(get_items(listed) if listed else ()):
        place = f"environments[{index}]"
        members = get_members(one)
        yield from _check_texts(place, members)
        if "address" in members:
            yield from _check_address(f"{place}.address", members["address"])
        if "connection" in members:
            inner = get_members(members["connection"])
            yield from _check_texts(f"{place}.connection", inner)
            yield from _check_connection(f"{place}.connection", inner)


def _check_texts(place: str, members: dict[str, LocatedValue]) -> Iterator[Mistake]:
    for name, value in members.items():
        text = value.value
        if isinstance(text, str) and any(prefix in text for prefix in _TOKEN_PREFIXES):
            words = tr("This looks like a token. Everybody on this computer can read it.")
            yield Mistake(f"{place}.{name}", value.line, words, is_fatal=False)


def _check_address(place: str, value: LocatedValue) -> Iterator[Mistake]:
    if isinstance(value.value, str):
        try:
            address.parse_address(value.value)
        except address.AddressError as error:
            yield Mistake(place, value.line, error.message, is_fatal=False)


def _check_connection(place: str, members: dict[str, LocatedValue]) -> Iterator[Mistake]:
    proxy = members.get("proxy_address")
    if proxy is not None and isinstance(proxy.value, str) and proxy.value:
        try:
            proxies.parse_proxy(proxy.value)
        except address.AddressError as error:
            yield Mistake(f"{place}.proxy_address", proxy.line, error.message, is_fatal=False)
    for name in ("ca_file", "client_certificate", "client_key"):
        file = members.get(name)
        if file is not None and isinstance(file.value, str) and not _is_file(file.value):
            words = tr("There is no such file. It is named by its whole path.")
            yield Mistake(f"{place}.{name}", file.line, words, is_fatal=False)


def _is_file(path: str) -> bool:
    """Whether this is a file by its whole path, or empty: there is none then."""
    return not path or (Path(path).is_absolute() and Path(path).is_file())
