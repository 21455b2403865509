"""Texts can be read with the fonts that a computer has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fontconfig is Linux's")
ROOT = Path(__file__).parent.parent.parent.parent
CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""
PROGRAM = """
import sys
from pathlib import Path
from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.startup import command_line
from inspector_app.desktop.startup.launch import _create_application
from inspector_app.session.translatable_text import tr
from inspector_app.system.paths import Directories
from inspector_app.vault.backends import MemoryOnly

application = _create_application()
assert application.font().resolveMask(), "not pinned: a theme may change it"
folder = Path(sys.argv[1])
app = DesktopApp(
    application, command_line.parse_arguments([]), Directories(folder / "settings.json", folder),
    lambda: MemoryOnly(tr("none")), languages=("zh-Hans-CN",),
)
app.window.show()
app.complete()
print(app.window.inspect_button.text())
print(app.window.note_label.text())
app.window.close()
"""


def start(folder, fonts):
    configuration = folder / "fonts.conf"
    configuration.write_text(CONFIGURATION.format(fonts=fonts, cache=folder / "cache"))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "QT_QPA_PLATFORM": "offscreen",
            "FONTCONFIG_FILE": str(configuration),
        },
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_chinese_window_without_a_chinese_font_speaks_english_and_says_why(tmp_path):
    button, note = start(tmp_path, "/usr/share/fonts/truetype/dejavu")
    assert button == "Inspect"
    assert "Chinese" in note
    assert "fonts-noto-cjk" in note


def test_with_a_chinese_font_it_speaks_chinese(tmp_path):
    button, note = start(tmp_path, "/usr/share/fonts")
    assert not button.isascii()
    assert not note
