"""Checks that an installed app is complete: files, icons, translations, TLS, keyrings, zones."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import ssl
import sys
import zoneinfo
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.theme.icons import Icons, load_application_icon
from inspector_app.desktop.theme.language import load_qt_translator
from inspector_app.settings.user_settings import Language
from inspector_app.system import resources, translations

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QIcon

_EMIT_COUNT: Final = 10_000
_MAX_LOST_REFERENCES: Final = 1_000
"""References of True that may be lost meanwhile; the defect looked for loses one per emit."""

_ICON_SIZE: Final = 16


MANIFEST: Final = "files.txt"
"""The manifest in a bundle's resources, written by the build in the format of ``sha256sum``."""


class CheckFailedError(Exception):
    """Raised when something the app needs is missing or broken; the message is for packagers."""


def check_files() -> str:
    """Check every bundled file against the manifest's digests."""
    if not resources.is_bundled():
        return "files that are not bundled, and so not listed"
    listed = [line.split("  ", 1) for line in resources.read(MANIFEST).decode().splitlines()]
    amiss = [name for digest, name in listed if _compute_digest(name) != digest]
    if amiss or not listed:
        raise CheckFailedError(f"missing or changed: {', '.join(amiss) or 'all'}")
    return f"{len(listed)} files"


def _compute_digest(name: str) -> str:
    try:
        return hashlib.sha256(resources.read(name)).hexdigest()
    except resources.ResourceNotFoundError:
        return ""


def check_icons() -> str:
    """Check that every icon draws at least one visible pixel."""
    drawn = Icons()
    names = [name for name in resources.list_names("icons") if name.endswith(".svg")]
    pictures = {
        name: drawn.get_icon(name.removesuffix(".svg"), "#102030", _ICON_SIZE) for name in names
    }
    pictures["application.svg"] = load_application_icon()
    empty = [name for name, icon in pictures.items() if not _has_visible_pixels(icon)]
    if empty:
        raise CheckFailedError(f"empty icons: {', '.join(empty)}")
    return f"{len(pictures)} icons"


def _has_visible_pixels(icon: QIcon) -> bool:
    image = icon.pixmap(_ICON_SIZE, _ICON_SIZE).toImage()
    return any(
        image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
    )


def check_catalogues() -> str:
    """Check that every language has its catalogues and that their placeholders match."""
    languages = [one.value for one in Language if one not in {Language.SYSTEM, Language.ENGLISH}]
    count = 0
    for name in languages:
        words = translations.load(name)
        astray = [one for one in words.items() if not translations.has_same_placeholders(*one)]
        if not words or astray:
            raise CheckFailedError(f"{name}: {len(words)} translations, astray: {astray[:3]}")
        if load_qt_translator(name) is None:
            raise CheckFailedError(f"{name}: Qt's own words are missing")
        count += len(words)
    return f"{count} translations into {', '.join(languages)}"


def check_tls() -> str:
    """Check that a TLS handshake with the system's certificates can be started."""
    from inspector_app.gateway import tls_trust

    heard, said = ssl.MemoryBIO(), ssl.MemoryBIO()
    context = tls_trust.create_ssl_context(None)
    conversation = context.wrap_bio(heard, said, server_hostname="gateway.example.com")
    with contextlib.suppress(ssl.SSLWantReadError):  # there is no peer to answer
        conversation.do_handshake()
    if not said.pending:
        raise CheckFailedError("TLS says nothing")
    return f"TLS by {ssl.OPENSSL_VERSION}"


def check_keyrings() -> str:
    """Check that every allow-listed keyring backend can be imported."""
    from inspector_app.vault import backends

    names = backends.list_hidden_imports()
    for name in names:
        importlib.import_module(name)
    return f"{len(names)} modules of keyrings"


def check_time_zones() -> str:
    """Check for time zone data, which on Windows the app must bundle."""
    names = zoneinfo.available_timezones()
    if sys.platform == "win32" and "Asia/Shanghai" not in names:
        raise CheckFailedError("no time zones")
    return f"{len(names)} time zones"


class _Emitter(QObject):
    emitted = Signal(bool)


def check_emits() -> str:
    """Check that signals do not leak references of True, as PySide6 6.12.0 does on Python 3.11."""
    bell = _Emitter()
    heard: list[bool] = []
    bell.emitted.connect(heard.append)
    before = sys.getrefcount(True)  # noqa: FBT003  # the very object
    for _ in range(_EMIT_COUNT):
        bell.emitted.emit(True)  # noqa: FBT003
    heard_all = len(heard)
    heard.clear()
    lost = before - sys.getrefcount(True)  # noqa: FBT003
    if heard_all != _EMIT_COUNT or lost > _MAX_LOST_REFERENCES:
        raise CheckFailedError(
            f"{heard_all} of {_EMIT_COUNT} signals heard, {lost} references lost"
        )
    return f"{_EMIT_COUNT:,} signals"


ALL_CHECKS: Final[tuple[Callable[[], str], ...]] = (
    check_files,
    check_icons,
    check_catalogues,
    check_tls,
    check_keyrings,
    check_time_zones,
    check_emits,
)
