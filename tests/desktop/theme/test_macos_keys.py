"""Texts name keys as macOS does, and say nothing else anew."""

import sys

import pytest

from inspector_app.desktop.theme.macos_keys import name_macos_keys
from inspector_app.desktop.theme.translation import translate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It locks with Ctrl+L.", "It locks with ⌘L."),
        ("Swap A and B (Ctrl+Shift+X)", "Swap A and B (⇧⌘X)"),
        ("Ctrl+Shift+Alt+F12, Ctrl+Return", "⌥⇧⌘F12, ⌘↩"),
        ("larger (Ctrl++), smaller (Ctrl+-)", "larger (⌘+), smaller (⌘-)"),
        ("按 Ctrl+L 锁定", "按 ⌘L 锁定"),
        ("Ctrl+Click", "Ctrl+Click"),
        ("Control", "Control"),
        ("Ctrl+" * 3, "Ctrl+" * 3),
    ],
)
def test_keys_are_named_as_macos_does(text, expected):
    assert name_macos_keys(text) == expected


def test_what_others_wrote_stays_as_it_is(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert translate("Ctrl+L: {words}", words="Ctrl+L") == "⌘L: Ctrl+L"
