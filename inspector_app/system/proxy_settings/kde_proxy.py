"""Reads the proxy of KDE's settings, from the file in which they are documented to be."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from inspector_app.system.proxy_settings.desktop_proxy import (
    NO_DESKTOP_PROXY,
    DesktopProxy,
    name_script,
)
from inspector_app.system.regular_file import read_regular_file

_FILE: Final = "kioslaverc"
_SECTION: Final = "[Proxy Settings]"
_MAX_SIZE: Final = 64 * 1024
_MANUAL, _SCRIPT, _AUTO_DETECTION, _VARIABLES = "1", "2", "3", "4"
"""Of ``ProxyType``, as in kio's ``kprotocolmanager.h``; 0 is none."""


def read_kde_proxy() -> DesktopProxy:
    """Read it; without such settings, there is no proxy."""
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    folders = [home, *(os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(os.pathsep)]
    for folder in folders:
        try:
            data = read_regular_file(Path(folder, _FILE), _MAX_SIZE)
        except OSError:
            continue
        return parse_kde_settings(data.decode("utf-8", "replace"))
    return NO_DESKTOP_PROXY


def parse_kde_settings(text: str) -> DesktopProxy:
    """The section *Proxy Settings* of ``kioslaverc``.

    A proxy is written ``http://host port`` or ``http://host:port``. Where the settings name
    variables instead, these have been looked at before.
    """
    values = _parse_section(text)
    match values.get("ProxyType"):
        case mode if mode == _MANUAL:
            proxy = values.get("httpsProxy") or values.get("socksProxy") or ""
        case mode if mode == _SCRIPT:
            return DesktopProxy(script=name_script(values.get("Proxy Config Script", "")))
        case mode if mode == _AUTO_DETECTION:
            return DesktopProxy(script=name_script(""))
        case mode if mode == _VARIABLES:
            proxy = os.environ.get(values.get("httpsProxy", ""), "")
        case _:
            return NO_DESKTOP_PROXY
    exceptions = values.get("NoProxyFor", "")
    if values.get("ProxyType") == _VARIABLES:
        exceptions = os.environ.get(exceptions, "")
    return DesktopProxy(
        ":".join(proxy.split()),
        tuple(exceptions.replace(",", " ").split()),
        is_reversed=values.get("ReversedException", "").lower() == "true",
    )


def _parse_section(text: str) -> dict[str, str]:
    """Keys and values; of a key with KDE's marks behind it, such as ``[$e]``, the key."""
    values = {}
    is_inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            is_inside = line == _SECTION
        elif is_inside and not line.startswith("#"):
            key, _, value = line.partition("=")
            values[key.partition("[")[0].strip()] = value.strip()
    return values
