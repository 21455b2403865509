"""Texts name keys as macOS does, and say nothing else anew."""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

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
        ("Move up (Alt+Up)", "Move up (⌥↑)"),
        ("上移 (Alt+Shift+Left)", "上移 (⌥⇧←)"),
        ("menus open with Shift+F10", "menus open with ⇧F10"),
        ("the Alt+native", "the Alt+native"),
        ("Ctrl+Click", "Ctrl+Click"),
        ("Control", "Control"),
        ("Ctrl+" * 3, "Ctrl+" * 3),
    ],
)
def test_keys_are_named_as_macos_does(text, expected):
    assert name_macos_keys(text) == expected


def test_no_text_of_the_window_names_a_key_that_is_called_otherwise_there():
    catalogue = Path(__file__).parents[3] / "resources" / "translations" / "zh_CN.ts"
    texts = [
        text
        for message in ET.parse(catalogue).iter("message")
        for text in (message.findtext("source"), message.findtext("translation"))
        if text
    ]
    named = [text for text in texts if re.search(r"\b(?:Ctrl|Alt|Shift)\+", text)]
    assert len(named) > 10
    left = [
        text for text in map(name_macos_keys, named) if re.search(r"(?:Ctrl|Alt|Shift)\+", text)
    ]
    assert left == []


def test_what_others_wrote_stays_as_it_is(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert translate("Ctrl+L: {words}", words="Ctrl+L") == "⌘L: Ctrl+L"
