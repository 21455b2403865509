"""Reads the proxy of GNOME's settings, which its relatives use as well.

Through ``gsettings``, because the settings may lie in a database, a file or a policy.
"""

from __future__ import annotations

import ast
from typing import Final

from inspector_app.system.proxy_settings.desktop_proxy import (
    NO_DESKTOP_PROXY,
    DesktopProxy,
    build_proxy_url,
    name_script,
    run_settings_program,
)

_SCHEMA: Final = "org.gnome.system.proxy"
_MAX_LENGTH: Final = 64 * 1024
_EMPTY_LIST: Final = "@as "
"""How GVariant's text form marks the type of a list that has no members to tell it by."""


def read_gnome_proxy() -> DesktopProxy:
    """Read it; without such settings, there is no proxy."""
    return parse_gnome_settings(run_settings_program(["gsettings", "list-recursively", _SCHEMA]))


def parse_gnome_settings(listing: str) -> DesktopProxy:
    """What ``gsettings list-recursively org.gnome.system.proxy`` prints: schema, key and value.

    An HTTPS call goes through the proxy for HTTPS, or that for HTTP where one is used for all, or
    else the SOCKS one.
    """
    values: dict[str, object] = {}
    for line in listing[:_MAX_LENGTH].splitlines():
        schema, _, rest = line.partition(" ")
        key, _, text = rest.partition(" ")
        values[f"{schema}.{key}".removeprefix(f"{_SCHEMA}.")] = _parse_value(text.strip())
    match values.get("mode"):
        case "auto":
            return DesktopProxy(script=name_script(str(values.get("autoconfig-url") or "")))
        case "manual":
            url = _find_proxy(values)
        case _:
            return NO_DESKTOP_PROXY
    exceptions = values.get("ignore-hosts")
    hosts = exceptions if isinstance(exceptions, list) else []
    return DesktopProxy(url, tuple(host for host in hosts if isinstance(host, str)))


def _find_proxy(values: dict[str, object]) -> str:
    use_same = values.get("use-same-proxy") is not False
    kinds = [("https", "http"), *([("http", "http")] if use_same else []), ("socks", "socks5")]
    for kind, scheme in kinds:
        host, port = values.get(f"{kind}.host"), values.get(f"{kind}.port")
        if isinstance(host, str) and isinstance(port, int) and host.strip() and port:
            return build_proxy_url(scheme, host.strip(), port)
    return ""


def _parse_value(text: str) -> object:
    """A value in GVariant's text form, whose strings, numbers and lists are those of Python."""
    if text == "false":  # "true" is no value that is looked for: what may be switched off is on
        return False
    try:
        return ast.literal_eval(text.removeprefix(_EMPTY_LIST))
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
