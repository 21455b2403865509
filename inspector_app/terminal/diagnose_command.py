"""The command ``diagnose``: what support asks of a computer, without secrets, names and addresses.

It asks the keyring whether it works and the desktop for its proxy; it contacts no network. No token
is read. What it says of faults and the log goes through the redaction of both once more.
"""

from __future__ import annotations

import locale
import os
import platform
import ssl
from importlib import import_module
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from inspector_app import CONSOLE_PROGRAM, __version__
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.session.translatable_text import tr
from inspector_app.settings import policies
from inspector_app.settings.machine_environments import is_machine_environment
from inspector_app.system import atomic_file, fault_reports, resources
from inspector_app.system.known_secrets import KnownSecrets
from inspector_app.system.logs import LOG_FILE
from inspector_app.system.paths import get_directories
from inspector_app.system.proxy_settings.desktop_proxy import AUTO_DETECTION
from inspector_app.system.proxy_settings.reader import read_desktop_proxy
from inspector_app.system.regular_file import FileOwner, read_regular_file
from inspector_app.system.tracebacks import mask_home
from inspector_app.terminal import interruptible
from inspector_app.terminal.administrator_files import print_lines
from inspector_app.terminal.exit_codes import CommandError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from inspector_app.terminal.stored_config import StoredConfig

_PACKAGES: Final = ("requests", "urllib3", "cryptography", "truststore")
_PROXY_VARIABLES: Final = ("https_proxy", "http_proxy", "all_proxy", "no_proxy")
_CERTIFICATE_VARIABLES: Final = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_DESKTOP_VARIABLES: Final = ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "TERM")
_MAX_LOG_SIZE: Final = 1_000_000
_LOG_LINES: Final = 30


def diagnose(config: StoredConfig, output: Path | None) -> ExitCode:
    """Print the report, or write it to a file that the person alone can read.

    Raises:
        CommandError: if the file could not be written.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    lines = interruptible.run_interruptible(lambda: _make_report(config), Cancellation())
    if output is None:
        print_lines(lines)
        return ExitCode.VALID
    try:
        atomic_file.atomic_write(output, "".join(f"{line}\n" for line in lines).encode())
    except atomic_file.WriteError as problem:
        raise CommandError(problem.message) from None
    return ExitCode.VALID


def _make_report(config: StoredConfig) -> list[str]:
    redact = KnownSecrets().redact
    sections = (
        ("Versions", _describe_versions()),
        ("System", _describe_system()),
        ("Keyring", _describe_keyring(config)),
        ("Proxy", _describe_proxy()),
        ("Certificates", _describe_certificates()),
        ("Settings", _describe_settings(config)),
        ("Policies in force", _describe_policies(config)),
        ("Last faults", _describe_faults()),
        ("Last lines of the log", _describe_log()),
    )
    lines = []
    for heading, facts in sections:
        lines += [f"== {heading}", *(redact(mask_home(fact)) for fact in facts), ""]
    return lines[:-1]


def _describe_versions() -> Iterator[str]:
    kind = "installed package or bundle" if resources.is_bundled() else "Python package"
    yield f"{CONSOLE_PROGRAM} {__version__}, {kind}"
    yield f"Python {platform.python_version()}, {ssl.OPENSSL_VERSION}"
    for name in _PACKAGES:
        yield f"{name} {getattr(import_module(name), '__version__', 'of an unknown version')}"


def _describe_system() -> Iterator[str]:
    yield f"{platform.system()} {platform.release()}, {platform.machine()}"
    encoding = locale.getpreferredencoding(do_setlocale=False)
    yield f"locale {locale.setlocale(locale.LC_CTYPE)}, encoding {encoding}"
    for name in _DESKTOP_VARIABLES:
        yield f"{name}: {os.environ.get(name) or 'not set'}"


def _describe_keyring(config: StoredConfig) -> Iterator[str]:
    reason = config.explain_missing_keyring()
    yield str(reason or config.open_vault().storage_name)


def _describe_proxy() -> Iterator[str]:
    """Describe where a proxy is named and of which kind it is; its host is nobody's business."""
    for name in _PROXY_VARIABLES:
        value = os.environ.get(name) or os.environ.get(name.upper())
        yield f"{name}: {'not set' if not value else _describe_address(name, value)}"
    found = read_desktop_proxy()
    yield f"of the desktop: {_describe_address('', found.url) if found.url else 'none'}"
    if found.script:
        kind = "looked for in the network" if found.script == AUTO_DETECTION else "named"
        yield f"of the desktop: a proxy script, {kind}"


def _describe_address(name: str, value: str) -> str:
    if name == "no_proxy":
        return f"{value.count(',') + 1} exceptions"
    try:
        parts = urlsplit(value if "://" in value else f"http://{value}")
        port = parts.port or "of its kind"
    except ValueError:
        return "set, and not an address"
    login = " with a login" if "@" in parts.netloc else ""
    return f"{parts.scheme} proxy at port {port}{login}"


def _describe_certificates() -> Iterator[str]:
    yield "trusted: what the operating system trusts"
    for name in _CERTIFICATE_VARIABLES:
        yield f"{name}: {'set' if os.environ.get(name) else 'not set'}"


def _describe_settings(config: StoredConfig) -> Iterator[str]:
    directories = get_directories()
    settings, safety = config.settings, config.settings.safety
    machine = [one for one in config.environments if is_machine_environment(one.id)]
    yield f"{len(settings.environments)} own environments, {len(machine)} of the administrator"
    for place in (directories.settings_file, *directories.machine_files, *directories.policy_files):
        yield f"{place}: {'there' if place.exists() else 'not there'}"
    yield f"language {settings.language.value}, theme {settings.theme_mode.value}"
    yield f"locks after {safety.idle_minutes} minutes, memory only: {safety.memory_only}"


def _describe_policies(config: StoredConfig) -> Iterator[str]:
    forced = config.policies.forced
    if not forced:
        yield "none"
    for policy, value in forced.items():
        yield f"{policy.value}: {policies.format_value(value)}"


def _describe_faults() -> Iterator[str]:
    found = fault_reports.read_fault_reports(get_directories().state)
    if not found:
        yield "none"
    for text in found:
        yield from text.splitlines()


def _describe_log() -> Iterator[str]:
    try:
        data = read_regular_file(get_directories().state / LOG_FILE, _MAX_LOG_SIZE, FileOwner.USER)
    except (OSError, ValueError):
        yield str(tr("There is none."))
        return
    yield from data.decode(errors="replace").splitlines()[-_LOG_LINES:]
