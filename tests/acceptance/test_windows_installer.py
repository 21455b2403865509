"""The installer for Windows, run by Wine over stand-in files: the programs are Wine's own cmd.

Run by `python3 dev.py acceptance`. What Windows itself does differently is not tried.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from bundle import identity
from windows import installer

pytestmark = [pytest.mark.acceptance, pytest.mark.timeout(600)]

WINE = Path("/usr/lib/wine/wine64")
UNINSTALL_KEY = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{identity.DESKTOP}"
CREDENTIALS_KEY = r"HKCU\Software\Wine\Credential Manager"
REFUSED_AS_RUNNING = 2

KEEPER = r"""
Unicode true
Target amd64-unicode
RequestExecutionLevel user
SilentInstall silent
OutFile "${OUT}"
!define AFTER "p 0, i 0, i 0, i 0, i 0, p 0, i 2, i 0, p 0, p 0, w 'name'"
!macro Keep TARGET
  System::Call "*(i 0, i 1, w '${TARGET}', ${AFTER}) p.r1"
  System::Call "advapi32::CredWriteW(p r1, i 0)"
!macroend
Section
  !insertmacro Keep "EnOS Session Inspector"
  !insertmacro Keep "0123abcd@EnOS Session Inspector"
  !insertmacro Keep "Something else"
SectionEnd
"""
"""A program that keeps credentials as keyring does: two of the app's, one of another's."""


class Windows:
    """A Windows of the test's own, as far as Wine is one."""

    def __init__(self, folder):
        self.environment = os.environ | {"WINEPREFIX": str(folder), "WINEDEBUG": "-all"}
        self.environment.pop("DISPLAY", None)
        self.run("wineboot", "--init")
        (home,) = (folder / "drive_c" / "users").glob("[!P]*")
        self.programs = home / "AppData" / "Local" / "Programs"
        self.installed = self.programs / identity.NAME
        self.menu = home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"

    def run(self, *command):
        return subprocess.run(
            [WINE, *command], env=self.environment, capture_output=True, text=True, check=False
        )

    def uninstall(self, *options):
        self.run(self.installed / "uninstall.exe", "/S", *options)
        self.wait_until(lambda: not self.knows(UNINSTALL_KEY))  # it goes on from a copy of itself

    def wait_until(self, is_so):
        end = time.monotonic() + 30
        while not is_so():
            assert time.monotonic() < end
            time.sleep(0.2)

    def knows(self, key):
        return self.run("reg", "query", key).returncode == 0

    def credentials(self):
        lines = self.run("reg", "query", CREDENTIALS_KEY).stdout.splitlines()
        return {line.partition("Generic: ")[2].strip() for line in lines if "Generic: " in line}

    def files(self):
        directories = self.installed.rglob("*")
        return {
            path.relative_to(self.installed).as_posix() for path in directories if path.is_file()
        }


@pytest.fixture
def windows(tmp_path):
    made = Windows(tmp_path / "wine")
    yield made
    made.run("wineboot", "--kill")


@pytest.fixture
def setup(tmp_path, monkeypatch):
    """Gives the installer of a bundle that holds these files beside its two programs."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    (stand_in,) = Path("/usr/lib").glob("*/wine/x86_64-windows/cmd.exe")

    def made(name, *inside):
        bundle = tmp_path / name
        (bundle / "_internal").mkdir(parents=True)
        for program in (identity.DESKTOP, identity.CONSOLE):
            shutil.copy(stand_in, bundle / f"{program}.exe")
        for file in inside:
            (bundle / "_internal" / file).write_text(name, encoding="utf-8")
        (built,) = installer.make(bundle, tmp_path / f"{name}-out")
        return built

    return made


def test_installed_silently_upgraded_in_place_and_removed(windows, setup):
    assert windows.run(setup("older", "stays $.txt", "goes.txt"), "/S").returncode == 0
    assert windows.knows(UNINSTALL_KEY)
    assert (windows.menu / f"{identity.NAME}.lnk").exists()

    (windows.installed / "_internal" / "mine.txt").write_text("the person's own", encoding="utf-8")
    assert windows.run(setup("newer", "stays $.txt", "comes.txt"), "/S").returncode == 0
    assert windows.files() == {
        "enos-session-inspector.exe",
        "enos-session.exe",
        "uninstall.exe",
        "_internal/stays $.txt",
        "_internal/comes.txt",
        "_internal/mine.txt",
    }
    assert (windows.installed / "_internal" / "stays $.txt").read_text(encoding="utf-8") == "newer"

    windows.uninstall()
    assert windows.files() == {"_internal/mine.txt"}
    assert not (windows.menu / f"{identity.NAME}.lnk").exists()


def test_a_running_app_is_not_replaced_under_its_feet(windows, setup):
    windows.run(setup("older"), "/S")
    running = subprocess.Popen(
        [WINE, windows.installed / f"{identity.DESKTOP}.exe"],
        env=windows.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert running.stdout is not None
    assert running.stdout.readline()  # it has said its name, and waits for what is typed
    refused = windows.run(setup("newer", "comes.txt"), "/S")
    running.communicate(timeout=30)
    assert refused.returncode == REFUSED_AS_RUNNING
    assert "_internal/comes.txt" not in windows.files()


def test_tokens_stay_unless_they_are_to_be_forgotten(windows, setup, tmp_path):
    token_store = tmp_path / "keeper.nsi"
    token_store.write_text(KEEPER, encoding="utf-8")
    subprocess.run(
        ["makensis", "-V1", f"-DOUT={tmp_path / 'keeper.exe'}", str(token_store)], check=True
    )
    windows.run(tmp_path / "keeper.exe")
    kept = windows.credentials()
    assert len(kept) == 3

    windows.run(setup("one"), "/S")
    windows.uninstall()
    assert windows.credentials() == kept

    windows.run(setup("two"), "/S")
    windows.uninstall("/FORGET")
    assert windows.credentials() == {"Something else"}
