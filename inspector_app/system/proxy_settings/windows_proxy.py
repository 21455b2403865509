"""Reads the proxy of Windows' settings, from the registry where WinINet keeps it."""

from __future__ import annotations

import sys
from typing import Final

from inspector_app.system.proxy_settings.desktop_proxy import DesktopProxy, name_script

_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"
_NAMES: Final = ("ProxyEnable", "ProxyServer", "ProxyOverride", "AutoConfigURL")
_MAX_LENGTH: Final = 64 * 1024


def read_windows_proxy() -> DesktopProxy:
    """Read it; without such settings, there is no proxy."""
    values: dict[str, object] = {}
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
                for name in _NAMES:
                    values[name] = _read_value(key, name)
        except OSError:
            return parse_windows_settings({})
    return parse_windows_settings(values)


if sys.platform == "win32":
    import winreg

    def _read_value(key: winreg.HKEYType, name: str) -> object:
        try:
            return winreg.QueryValueEx(key, name)[0]
        except OSError:
            return None


def parse_windows_settings(values: dict[str, object]) -> DesktopProxy:
    """The values of WinINet's key *Internet Settings*.

    ``ProxyServer`` is one proxy for all, or ``http=…;https=…;socks=…``, of which the last speaks
    SOCKS 4. ``ProxyOverride`` has semicolons, and ``<local>`` for names without a dot. A script
    counts before a proxy, which then is what the system falls back to.
    """
    server = _read_text(values, "ProxyServer")
    by_kind = dict(part.strip().partition("=")[::2] for part in server.split(";") if "=" in part)
    url = ""
    if values.get("ProxyEnable") == 1:
        socks = by_kind.get("socks", "")
        url = by_kind.get("https") or (f"socks4://{_strip_scheme(socks)}" if socks else "")
        if not by_kind:
            url = server
    script = _read_text(values, "AutoConfigURL")
    exceptions = _read_text(values, "ProxyOverride").replace(";", " ").split()
    return DesktopProxy(url, tuple(exceptions), script=name_script(script) if script else "")


def _read_text(values: dict[str, object], name: str) -> str:
    value = values.get(name)
    return value.strip()[:_MAX_LENGTH] if isinstance(value, str) else ""


def _strip_scheme(place: str) -> str:
    return place.rpartition("://")[2]
