"""What the start finds out before there is a window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector_app.desktop.startup import launch

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="others always have a display")
ROOT = Path(__file__).parents[3]
VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@needs_linux
@pytest.mark.parametrize("name", VARIABLES)
def test_any_variable_that_is_not_empty_names_a_display(monkeypatch, name):
    for one in VARIABLES:
        monkeypatch.delenv(one, raising=False)
    assert not launch._has_display()
    monkeypatch.setenv(name, "")
    assert not launch._has_display()
    monkeypatch.setenv(name, "x")
    assert launch._has_display()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_have_a_display_without_a_variable(monkeypatch, system):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    assert launch._has_display()


@needs_linux
def test_without_a_display_it_says_so_and_where_to_look(monkeypatch, capsys):
    for one in VARIABLES:
        monkeypatch.delenv(one, raising=False)
    assert launch.run(["--demo"]) == 2
    assert "no display" in capsys.readouterr().err
    assert "QT_QPA_PLATFORM" not in os.environ


@needs_linux
def test_here_the_application_is_qts_own():
    assert launch._get_application_class() is QApplication


def tell_of_application(folder, expression, **variables):
    """What an expression says once the application is there, ``kept`` by name."""
    program = f"""
import os
from inspector_app.desktop.startup import launch
kept = launch._create_application()
print({expression})
"""
    base = {"PATH": os.environ["PATH"], "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, check=True, env=base | variables, cwd=ROOT,
    )  # fmt: skip
    return said.stdout.strip()


@needs_linux
def test_an_input_method_that_qt_lacks_gives_way_before_the_window_is_there(tmp_path):
    """Fcitx: it is asked by the protocol of IBus."""
    module = "os.environ['QT_IM_MODULE']"
    assert tell_of_application(tmp_path, module, QT_IM_MODULE="fcitx") == "ibus"


@needs_linux
def test_the_style_is_the_apps_own_whatever_the_system_would_choose(tmp_path):
    style = "kept.style().name(), kept.arguments()"
    said = tell_of_application(tmp_path, style, QT_STYLE_OVERRIDE="windows")
    assert said == "fusion ['enos-session-inspector']"


def test_a_start_that_fails_ends_with_one(tmp_path):
    program = """
import sys
from inspector_app.desktop.startup import launch
def fail(*_):
    raise RuntimeError("the test's")
launch._create_desktop_app = fail
sys.exit(launch.run(["--self-test"]))
"""
    base = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, env=base, cwd=ROOT
    )
    assert ended.returncode == 1
    assert ended.stderr or ended.stdout
