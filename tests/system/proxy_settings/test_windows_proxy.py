"""Windows' proxy is read from WinINet's values, as they are documented."""

import pytest

from inspector_app.system.proxy_settings.desktop_proxy import DesktopProxy
from inspector_app.system.proxy_settings.windows_proxy import (
    parse_windows_settings,
    read_windows_proxy,
)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, DesktopProxy()),
        ({"ProxyEnable": 0, "ProxyServer": "proxy.example.com:8080"}, DesktopProxy()),
        (
            {"ProxyEnable": 1, "ProxyServer": "proxy.example.com:8080"},
            DesktopProxy("proxy.example.com:8080"),
        ),
        (
            {
                "ProxyEnable": 1,
                "ProxyServer": "http=a.example:1;https=b.example:2;socks=c.example:3",
                "ProxyOverride": "*.example.org;10.*; <local>",
            },
            DesktopProxy("b.example:2", ("*.example.org", "10.*", "<local>")),
        ),
        (
            {"ProxyEnable": 1, "ProxyServer": "socks=socks://c.example:3"},
            DesktopProxy("socks4://c.example:3"),
        ),
        ({"ProxyEnable": 1, "ProxyServer": "http=a.example:1"}, DesktopProxy()),
        (
            {"AutoConfigURL": "http://wpad.example.com/proxy.pac"},
            DesktopProxy(script="http://wpad.example.com/proxy.pac"),
        ),
        ({"ProxyEnable": "1", "ProxyServer": b"x", "AutoConfigURL": 5}, DesktopProxy()),
    ],
)
def test_the_values_are_understood(values, expected):
    assert parse_windows_settings(values) == expected


def test_the_settings_of_this_computer_can_be_read():
    assert isinstance(read_windows_proxy(), DesktopProxy)
