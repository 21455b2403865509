"""Who writes Chinese with Fcitx can write here: Qt brings no plugin for it, but one for IBus."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.desktop.startup.input_method import choose_input_method

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="input methods of X and Wayland")
ROOT = Path(__file__).parent.parent.parent.parent
PROGRAM = """
from inspector_app.desktop.startup.launch import _create_application
application = _create_application()
maps = open("/proc/self/maps").read()
print("ibus" if "libibusplatforminputcontextplugin.so" in maps else "another")
"""


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "ibus"),
        ({"QT_IM_MODULE": "xim"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "ibus"}, "ibus"),
        ({"QT_IM_MODULE": "compose"}, "compose"),
        ({"QT_IM_MODULE": ""}, ""),
        ({"QT_IM_MODULE": "none", "XMODIFIERS": "@im=fcitx"}, "none"),
        ({"XMODIFIERS": "@im=none"}, None),
        ({}, None),
        ({"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "fcitx"}, "fcitx"),
    ],
)
@pytest.mark.parametrize("is_frozen", [False, True])
def test_a_method_without_a_plugin_gives_way_to_one_that_it_speaks_to(
    given, chosen, is_frozen, monkeypatch
):
    if is_frozen:  # a bundle has Qt's plugins where the wheel has them
        monkeypatch.setattr(sys, "_MEIPASS", "/", raising=False)
    variables = dict(given)
    choose_input_method(variables)
    assert variables.get("QT_IM_MODULE") == chosen
    assert {**variables, "QT_IM_MODULE": None} == {**given, "QT_IM_MODULE": None}


@pytest.mark.parametrize(("name", "loaded"), [("fcitx", "ibus"), ("compose", "another")])
def test_qt_loads_it(name, loaded, tmp_path):
    kept = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "QT_IM_MODULE": name}
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env=kept,
    )
    assert done.stdout.split() == [loaded], done.stderr
