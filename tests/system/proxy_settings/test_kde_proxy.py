"""KDE's proxy is read from its own file."""

import pytest

from inspector_app.system.proxy_settings import reader
from inspector_app.system.proxy_settings.desktop_proxy import AUTO_DETECTION, DesktopProxy
from inspector_app.system.proxy_settings.kde_proxy import parse_kde_settings

HEAD = "[Another]\nhttpsProxy=http://wrong 1\n\n[Proxy Settings]\n"
TAIL = "\n[Third]\nProxyType=2\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("ProxyType=0\nhttpsProxy=http://proxy.example.com 3128", DesktopProxy()),
        ("httpsProxy=http://proxy.example.com 3128", DesktopProxy()),
        (
            "ProxyType=1\nhttpsProxy=http://proxy.example.com 3128\nNoProxyFor=here,.a.example",
            DesktopProxy("http://proxy.example.com:3128", ("here", ".a.example")),
        ),
        (
            "ProxyType[$e]=1\nhttpsProxy[$e]=http://proxy.example.com:3128",
            DesktopProxy("http://proxy.example.com:3128"),
        ),
        (
            "ProxyType=1\nsocksProxy=socks://s 1080\nReversedException=true\nNoProxyFor= a , b ",
            DesktopProxy("socks://s:1080", ("a", "b"), is_reversed=True),
        ),
        (
            "ProxyType=2\nProxy Config Script=http://wpad.example.com/proxy.pac",
            DesktopProxy(script="http://wpad.example.com/proxy.pac"),
        ),
        ("ProxyType=3", DesktopProxy(script=AUTO_DETECTION)),
        (
            "ProxyType=4\nhttpsProxy=MY_PROXY\nNoProxyFor=MY_EXCEPTIONS",
            DesktopProxy("http://proxy.example.com:3128", ("a.example",)),
        ),
        ("ProxyType=9", DesktopProxy()),
        ("ProxyType=1", DesktopProxy("")),
        ("ProxyType=2", DesktopProxy(script=AUTO_DETECTION)),
        ("ProxyType=4", DesktopProxy("")),
        ("ProxyType=4\nhttpsProxy=NOT_SET_HERE\nNoProxyFor=NEITHER_IS_THIS", DesktopProxy("")),
        ("ProxyType=1\nsocksProxy=socks://s 1\nhttpsProxy=http://h 2", DesktopProxy("http://h:2")),
        ("ProxyType=1\nhttpsProxy=\nsocksProxy=socks://s 1", DesktopProxy("socks://s:1")),
        ("ProxyType=1\nhttpsProxy=h 1\nReversedException=false", DesktopProxy("h:1")),
        (
            "ProxyType=1\nhttpsProxy=h 1\nReversedException=TRUE",
            DesktopProxy("h:1", is_reversed=True),
        ),
        ("#ProxyType=1", DesktopProxy()),
    ],
)
def test_each_kind_of_setting_is_read(lines, expected, monkeypatch):
    monkeypatch.setenv("MY_PROXY", "http://proxy.example.com:3128")
    monkeypatch.setenv("MY_EXCEPTIONS", "a.example")
    assert parse_kde_settings(HEAD + lines + TAIL) == expected


def test_its_folders_are_those_of_the_desktop_and_never_the_current_one(tmp_path, monkeypatch):
    """R6: whoever starts a program in a folder need not trust what is in it."""
    for variable in ("XDG_CONFIG_HOME", "XDG_CONFIG_DIRS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:kde")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.chdir(tmp_path)
    data = b"[Proxy Settings]\nProxyType=1\nhttpsProxy=http://proxy\xff 1\n"
    (tmp_path / "kioslaverc").write_bytes(data)
    assert reader.read_desktop_proxy() == DesktopProxy()
    (tmp_path / "home" / ".config").mkdir(parents=True)
    (tmp_path / "home" / ".config" / "kioslaverc").write_bytes(data)
    assert reader.read_desktop_proxy() == DesktopProxy("http://proxy\ufffd:1")


def test_the_file_of_the_user_comes_before_the_systems(tmp_path, monkeypatch):
    home, system = tmp_path / "home", tmp_path / "system"
    for folder, proxy in ((home, "home.example.com"), (system, "system.example.com")):
        folder.mkdir()
        text = f"[Proxy Settings]\nProxyType=1\nhttpsProxy=http://{proxy} 3128\n"
        (folder / "kioslaverc").write_text(text)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(system))
    monkeypatch.setattr("sys.platform", "linux")
    assert reader.read_desktop_proxy().url == "http://home.example.com:3128"
    (home / "kioslaverc").unlink()
    assert reader.read_desktop_proxy().url == "http://system.example.com:3128"
    (system / "kioslaverc").unlink()
    assert reader.read_desktop_proxy() == DesktopProxy()
