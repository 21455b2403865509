"""Reads the proxy of macOS' settings, by the system's own program for them."""

from __future__ import annotations

from typing import Final

from inspector_app.system.proxy_settings.desktop_proxy import (
    DesktopProxy,
    build_proxy_url,
    name_script,
    run_settings_program,
)

_ON: Final = "1"
_MAX_LENGTH: Final = 64 * 1024


def read_macos_proxy() -> DesktopProxy:
    """Read it; without such settings, there is no proxy."""
    return parse_macos_settings(run_settings_program(["/usr/sbin/scutil", "--proxy"]))


def parse_macos_settings(listing: str) -> DesktopProxy:
    """What ``scutil --proxy`` prints: a dictionary, in which ``ExceptionsList`` is an array.

    The names are those of Apple's SystemConfiguration, ``SCSchemaDefinitions.h``.
    """
    values: dict[str, str] = {}
    exceptions: list[str] = []
    is_list = False
    for line in map(str.strip, listing[:_MAX_LENGTH].splitlines()):
        name, separator, value = line.partition(" : ")
        if value.startswith("<array>"):
            is_list = name == "ExceptionsList"
        elif line == "}":
            is_list = False
        elif is_list and separator:
            exceptions.append(value)
        elif separator:
            values.setdefault(name, value)
    if values.get("ExcludeSimpleHostnames") == _ON:
        exceptions.append("<local>")
    script = ""
    if values.get("ProxyAutoConfigEnable") == _ON:
        script = name_script(values.get("ProxyAutoConfigURLString", ""))
    elif values.get("ProxyAutoDiscoveryEnable") == _ON:
        script = name_script("")
    return DesktopProxy(_find_proxy(values), tuple(exceptions), script=script)


def _find_proxy(values: dict[str, str]) -> str:
    for kind, scheme in (("HTTPS", "http"), ("SOCKS", "socks5")):
        port = values.get(f"{kind}Port", "")
        if values.get(f"{kind}Enable") == _ON:
            is_port = port.isascii() and port.isdigit()
            return build_proxy_url(
                scheme, values.get(f"{kind}Proxy", ""), int(port[:5]) if is_port else 0
            )
    return ""
