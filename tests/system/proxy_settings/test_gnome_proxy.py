"""GNOME's proxy is read from the real settings, and from what its program prints."""

import os
import subprocess
import sys

import pytest

from inspector_app.system.proxy_settings import reader
from inspector_app.system.proxy_settings.desktop_proxy import AUTO_DETECTION, DesktopProxy
from inspector_app.system.proxy_settings.gnome_proxy import parse_gnome_settings, read_gnome_proxy

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the settings are GNOME's"
)
SCHEMA = "org.gnome.system.proxy"


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """Sets GNOME's real settings, which stand in a file of the test's own."""
    monkeypatch.setenv("GSETTINGS_BACKEND", "keyfile")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    def write(key, value, child=""):
        schema = f"{SCHEMA}.{child}" if child else SCHEMA
        subprocess.run(["gsettings", "set", schema, key, value], check=True, env=dict(os.environ))

    return write


def test_without_a_proxy_the_way_is_direct(settings):
    settings("mode", "none")
    settings("host", "proxy.example.com", "https")
    assert read_gnome_proxy() == DesktopProxy()


def test_the_proxy_for_https_is_read_with_its_exceptions(settings, monkeypatch):
    settings("mode", "manual")
    settings("host", "proxy.example.com", "https")
    settings("port", "3128", "https")
    settings("host", "other.example.com", "http")
    settings("ignore-hosts", "['localhost', '10.0.0.0/8', '*.example.org']")
    expected = DesktopProxy(
        "http://proxy.example.com:3128", ("localhost", "10.0.0.0/8", "*.example.org")
    )
    assert read_gnome_proxy() == expected
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    assert reader.read_desktop_proxy() == expected


def test_one_proxy_for_all_serves_https_too(settings):
    settings("mode", "manual")
    settings("host", "proxy.example.com", "http")
    settings("port", "8080", "http")
    settings("ignore-hosts", "[]")
    assert read_gnome_proxy() == DesktopProxy("http://proxy.example.com:8080")


def test_a_socks_proxy_is_read(settings):
    settings("mode", "manual")
    settings("use-same-proxy", "false")
    settings("host", "other.example.com", "http")
    settings("host", "2001:db8::1", "socks")
    settings("port", "1080", "socks")
    assert read_gnome_proxy().url == "socks5://[2001:db8::1]:1080"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://wpad.example.com/proxy.pac", "http://wpad.example.com/proxy.pac"),
        ("http://mara:pa55@wpad.example.com/p", "wpad.example.com/p"),
        ("", AUTO_DETECTION),
    ],
)
def test_a_script_is_named(address, name, settings):
    settings("mode", "auto")
    settings("autoconfig-url", f"'{address}'")
    assert read_gnome_proxy() == DesktopProxy(script=name)


@pytest.mark.parametrize(
    "listing",
    [
        "",
        "\n\n",
        "garbage",
        f"{SCHEMA} mode",
        f"{SCHEMA} mode 'manual'",
        f"{SCHEMA} mode {'(' * 5000}",
        f"{SCHEMA} mode 'manual'\n{SCHEMA}.https host 5\n{SCHEMA}.https port 'x'",
        f"{SCHEMA} mode __import__('os')",
        f"{SCHEMA} mode 'manual'\n{SCHEMA} ignore-hosts {{'a': 1}}",
    ],
)
def test_what_is_no_setting_is_no_proxy(listing):
    assert parse_gnome_settings(listing) == DesktopProxy()


MANUAL = f"{SCHEMA} mode 'manual'\n{SCHEMA}.%s"
EVERY = f"\n{SCHEMA}.".join(
    ("https host ' h '", "https port 1", "http host 'p'", "http port 2", "socks host 's'",
     "socks port 3")
)  # fmt: skip


@pytest.mark.parametrize(
    ("listing", "url"),
    [
        (EVERY, "http://h:1"),
        (EVERY.replace("port 1", "port 0"), "http://p:2"),
        (EVERY.replace("' h '", "' '"), "http://p:2"),
        (EVERY.replace("' h '", "''").replace("port 2", "port 0"), "socks5://s:3"),
        (f"{EVERY}\n{SCHEMA} use-same-proxy true".replace("port 1", "port 0"), "http://p:2"),
        (f"{EVERY}\n{SCHEMA} use-same-proxy false".replace("port 1", "port 0"), "socks5://s:3"),
        (f"{EVERY}\n{SCHEMA} use-same-proxy false", "http://h:1"),
        (EVERY.replace("port 1", "port '1'").replace("'p'", "7"), "socks5://s:3"),
        (EVERY.replace("port 1", "port true"), "http://p:2"),
    ],
)
def test_the_first_proxy_that_has_a_host_and_a_port_is_taken(listing, url):
    assert parse_gnome_settings(MANUAL % listing) == DesktopProxy(url)


@pytest.mark.parametrize(
    ("value", "exceptions"),
    [("@as []", ()), ("['a', 'b']", ("a", "b")), ("['a', 1]", ("a",)), ("'a'", ()), ("true", ())],
)
def test_exceptions_are_a_list_of_texts(value, exceptions):
    listing = MANUAL % f"{EVERY}\n{SCHEMA} ignore-hosts {value}"
    assert parse_gnome_settings(listing) == DesktopProxy("http://h:1", exceptions)


def test_a_script_without_an_address_is_looked_for():
    assert parse_gnome_settings(f"{SCHEMA} mode 'auto'") == DesktopProxy(script=AUTO_DETECTION)


@pytest.mark.parametrize(("desktop", "is_read"), [("", False), (":", False), ("XFCE", True)])
def test_without_a_desktop_there_are_no_settings(settings, monkeypatch, desktop, is_read):
    settings("mode", "auto")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    assert bool(reader.read_desktop_proxy().script) is is_read
    monkeypatch.delenv("XDG_CURRENT_DESKTOP")
    assert reader.read_desktop_proxy() == DesktopProxy()


def test_without_the_program_there_is_no_proxy(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_gnome_proxy() == DesktopProxy()


def test_a_program_that_hangs_is_left(monkeypatch, tmp_path):
    """N4."""
    program = tmp_path / "gsettings"
    program.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_gnome_proxy() == DesktopProxy()


@pytest.mark.parametrize(
    "odd", ["-" * 3_000 + "1", "-" * 10_000 + "1", "(" * 10_000, "x y", "'\\x'"]
)
def test_a_value_that_is_none_is_left_out(odd):
    printed = f"{SCHEMA} mode 'manual'\n{SCHEMA}.https host {odd}\n{SCHEMA}.http host 'p.example'\n"
    assert parse_gnome_settings(f"{printed}{SCHEMA}.http port 80\n").url == "http://p.example:80"
