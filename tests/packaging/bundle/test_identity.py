"""Everything that is published for one system is named alike."""

import platform
import sys

import pytest
from bundle import identity


@pytest.mark.parametrize(
    ("system", "machine", "name"),
    [
        ("linux", "x86_64", "linux-x86_64"),
        ("win32", "AMD64", "windows-x64"),
        ("darwin", "arm64", "macos-arm64"),
    ],
)
def test_a_file_is_named_by_program_version_and_system(monkeypatch, system, machine, name):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    assert identity.get_file_name() == f"enos-session-inspector-{identity.read_version()}-{name}"
