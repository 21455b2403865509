"""macOS' proxy is read from what ``scutil --proxy`` prints."""

import pytest

from inspector_app.system.proxy_settings.desktop_proxy import AUTO_DETECTION, DesktopProxy
from inspector_app.system.proxy_settings.macos_proxy import parse_macos_settings

LISTING = """<dictionary> {{
  ExceptionsList : <array> {{
    0 : *.local
    1 : 169.254/16
  }}
  ExcludeSimpleHostnames : 1
  FTPPassive : 1
  {settings}
  __SCOPED__ : <dictionary> {{
    en0 : <dictionary> {{
      HTTPSEnable : 1
      HTTPSPort : 1
      HTTPSProxy : scoped.example.com
    }}
  }}
}}
"""
EXCEPTIONS = ("*.local", "169.254/16", "<local>")


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            "HTTPSEnable : 1\n  HTTPSPort : 3128\n  HTTPSProxy : proxy.example.com",
            DesktopProxy("http://proxy.example.com:3128", EXCEPTIONS),
        ),
        (
            "HTTPSEnable : 0\n  SOCKSEnable : 1\n  SOCKSPort : 1080\n  SOCKSProxy : s.example.com",
            DesktopProxy("socks5://s.example.com:1080", EXCEPTIONS),
        ),
        (
            "HTTPSEnable : 0\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://w/p.pac",
            DesktopProxy("", EXCEPTIONS, script="http://w/p.pac"),
        ),
        (
            "HTTPSEnable : 0\n  ProxyAutoDiscoveryEnable : 1",
            DesktopProxy("", EXCEPTIONS, script=AUTO_DETECTION),
        ),
        ("HTTPSEnable : 0", DesktopProxy("", EXCEPTIONS)),
    ],
)
def test_the_dictionary_is_understood(settings, expected):
    assert parse_macos_settings(LISTING.format(settings=settings)) == expected


@pytest.mark.parametrize("listing", ["", "}", "HTTPSEnable : 1\nHTTPSPort : x", "<array> {\n" * 99])
def test_what_is_no_dictionary_is_no_proxy(listing):
    assert parse_macos_settings(listing) == DesktopProxy()
