"""The settings' own program is asked without waiting for it, and a proxy has one spelling."""

import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from inspector_app.system.process_environment import build_child_variables
from inspector_app.system.proxy_settings.desktop_proxy import (
    AUTO_DETECTION,
    build_proxy_url,
    name_script,
    run_settings_program,
)


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("print('told')", "told"),
        ("print('told'); raise SystemExit(1)", ""),
        ("import sys; sys.stdout.buffer.write(b'a\\xff')", "a\ufffd"),
    ],
)
def test_what_a_program_prints_counts_where_it_ends_well(code, printed):
    assert run_settings_program([sys.executable, "-c", code]).strip() == printed


@pytest.mark.parametrize("error", [FileNotFoundError(), subprocess.TimeoutExpired("program", 1)])
def test_a_program_that_is_not_there_or_takes_too_long_prints_nothing(monkeypatch, error):
    """N4."""

    def run(_command, **_options):
        raise error

    monkeypatch.setattr(subprocess, "run", run)
    assert run_settings_program(["program"]) == ""


def test_it_reads_nothing_is_not_waited_for_and_finds_the_systems_libraries(monkeypatch):
    """N4."""
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/of/the/system")
    given: dict[str, Any] = {}

    def run(command, **options):
        given.update(options, command=command)
        return SimpleNamespace(stdout=b"", returncode=0)

    monkeypatch.setattr(subprocess, "run", run)
    assert run_settings_program(["program"]) == ""
    assert given == {
        "command": ["program"],
        "env": build_child_variables(),
        "stdin": subprocess.DEVNULL,
        "capture_output": True,
        "timeout": 1.0,
        "check": False,
    }
    assert given["env"]["LD_LIBRARY_PATH"] == "/of/the/system"


@pytest.mark.parametrize(
    ("host", "port", "url"),
    [
        ("proxy.example.com", 3128, "http://proxy.example.com:3128"),
        ("proxy.example.com", 0, "http://proxy.example.com"),
        ("proxy.example.com:1", 0, "http://proxy.example.com:1"),
        ("2001:db8::1", 1, "http://[2001:db8::1]:1"),
        ("a:b:c", 1, "http://[a:b:c]:1"),
        ("[2001:db8::1]", 1, "http://[2001:db8::1]:1"),
        ("", 3128, ""),
    ],
)
def test_a_proxy_is_a_url(host, port, url):
    assert build_proxy_url("http", host, port) == url


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (" http://wpad.example.com/p ", "http://wpad.example.com/p"),
        ("http://mara:pa55@wpad.example.com/p", "wpad.example.com/p"),
        ("http://mara%40b:pa55%40wpad.example.com/p", "wpad.example.com/p"),
        ("http://wpad.example.com/%20p", "http://wpad.example.com/%20p"),
        (" ", AUTO_DETECTION),
        ("mara@", AUTO_DETECTION),
    ],
)
def test_a_script_is_named_without_a_login(url, name):
    """A1."""
    assert name_script(url) == name
