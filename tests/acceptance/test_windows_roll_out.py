"""The installer for Windows, as an administrator of many computers uses it: silently, under Wine.

makensis packs it around two small programs in place of the app, so that it takes seconds; what is
tried is the installer. The app's own bundle is tried by ``nox -s windows -- --whole``.
"""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from bundle import identity
from windows import installer, msi
from windows.exit_codes import ExitCode
from windows.trial.machine import Machine, start_screen

from tests.packaging.small_bundle import MOMENT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.acceptance, pytest.mark.timeout(300)]

DONE, RUNNING, FORBIDDEN, INCOMPLETE = (
    ExitCode.DONE,
    ExitCode.RUNNING,
    ExitCode.FORBIDDEN,
    ExitCode.INCOMPLETE,
)
UNINSTALL_LIST = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
UNINSTALL = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{identity.DESKTOP}"
PROGRAM_FILES = rf"C:\Program Files\{identity.NAME}"
APP = r"""
#include <windows.h>
/* Holds what it is given open until it is ended, so that nobody can replace it. */
int wmain(int argc, wchar_t **argv) {
    if (argc < 2) return 0;
    CreateFileW(argv[1], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    CreateFileW(L"C:\\held.txt", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    Sleep(INFINITE);
}
"""
ORDINARY = r"""
#include <windows.h>
/* Runs the rest of its command line as a user who is no administrator; ends with its exit code. */
int wmain(void) {
    SID_IDENTIFIER_AUTHORITY nt = {SECURITY_NT_AUTHORITY};
    SID_AND_ATTRIBUTES removed = {0};
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION made;
    HANDLE own, ordinary;
    DWORD code = 99;
    AllocateAndInitializeSid(&nt, 2, SECURITY_BUILTIN_DOMAIN_RID, DOMAIN_ALIAS_RID_ADMINS,
                             0, 0, 0, 0, 0, 0, &removed.Sid);
    OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &own);
    CreateRestrictedToken(own, 0, 1, &removed, 0, NULL, 0, NULL, &ordinary);
    if (!CreateProcessAsUserW(ordinary, NULL, wcschr(GetCommandLineW() + 1, L' ') + 1, NULL, NULL,
                              FALSE, 0, NULL, NULL, &start, &made)) return 98;
    WaitForSingleObject(made.hProcess, INFINITE);
    GetExitCodeProcess(made.hProcess, &code);
    return code;
}
"""


class Windows:
    """A machine under Wine, and the installer that is tried on it."""

    def __init__(
        self, machine: Machine, setup: Path, packages: tuple[Path, Path], ordinary: Path
    ) -> None:
        self.machine = machine
        self.setup = setup
        self.packages = packages
        self.drive = machine.prefix / "drive_c"
        self.programs = self.drive / "Program Files" / identity.NAME
        self._ordinary = ordinary

    def install(self, *options: str, is_administrator: bool = True) -> int:
        by = [] if is_administrator else [self._ordinary]
        return self.machine.run(*by, f"Z:{self.setup}", "/S", *options).returncode

    def remove(self, folder: str, *options: str, is_administrator: bool = True) -> int:
        """Remove it as QuietUninstallString does: the folder comes last, and without quotes."""
        by = [] if is_administrator else [self._ordinary]
        program = f"{folder}\\uninstall.exe"
        return self.machine.run(*by, program, "/S", *options, *f"_?={folder}".split()).returncode

    def has_entry(self, root: str) -> bool:
        return self.machine.run("reg", "query", rf"{root}\{UNINSTALL}").returncode == 0

    def wait_until_gone(self, folder: Path) -> None:
        """Wait for the copy of the uninstaller that deletes the last file."""
        end = time.monotonic() + 20
        while folder.exists():
            assert time.monotonic() < end, list(folder.rglob("*"))
            time.sleep(0.05)

    def hold(
        self, file: str, by: str = f"{PROGRAM_FILES}\\{identity.CONSOLE}.exe"
    ) -> subprocess.Popen[bytes]:
        """Have a program, else the installed console app, hold a file open; returns it."""
        (self.drive / "held.txt").unlink(missing_ok=True)
        held = self.machine.start(by, file)
        end = time.monotonic() + 20
        while not (self.drive / "held.txt").exists():
            assert time.monotonic() < end
            time.sleep(0.05)
        return held

    def end(self, held: subprocess.Popen[bytes]) -> None:
        self.machine.run("taskkill", "/F", "/IM", f"{identity.CONSOLE}.exe")
        self.machine.run("taskkill", "/F", "/IM", "holder.exe")
        with held:  # closes its pipe too
            held.wait(10)


@pytest.fixture(scope="module")
def windows(tmp_path_factory):
    folder = tmp_path_factory.mktemp("windows")
    bundle = folder / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "_internal" / "library.dll").write_bytes(b"no library")
    for name in (identity.DESKTOP, identity.CONSOLE):
        compile_program(APP, bundle / f"{name}.exe")
    compile_program(ORDINARY, folder / "ordinary.exe")
    with pytest.MonkeyPatch.context() as patch, start_screen() as display:
        patch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
        setup = installer.make(bundle, folder, installer.FAST_COMPRESSOR)[0]
        package = msi.make(bundle, folder)[0]
        patch.setattr(identity, "read_version", lambda: "0.0.9")
        earlier = msi.make(bundle, folder)[0]
        machine = Machine(folder, folder / "prefix", display)
        machine.run("wineboot", "--init").check_returncode()
        yield Windows(machine, setup, (earlier, package), folder / "ordinary.exe")
        machine.run("wineboot", "--kill")


def compile_program(source: str, out: Path) -> None:
    command = ["x86_64-w64-mingw32-gcc", "-municode", "-s", "-x", "c", "-", "-o", str(out)]
    subprocess.run(command, input=source, text=True, check=True)


@pytest.fixture
def for_all(windows):
    if not windows.has_entry("HKLM"):
        assert windows.install("/ALLUSERS") == DONE
    yield windows
    if windows.has_entry("HKLM"):
        assert windows.remove(PROGRAM_FILES) == DONE
    windows.wait_until_gone(windows.programs)


def test_for_all_users_it_goes_to_program_files_and_leaves_nothing_behind(for_all):
    assert (for_all.programs / f"{identity.DESKTOP}.exe").is_file()
    assert for_all.has_entry("HKLM")
    assert not for_all.has_entry("HKCU")
    menu = f"Start Menu/Programs/{identity.NAME}.lnk"
    link = for_all.drive / "ProgramData" / "Microsoft" / "Windows" / menu
    assert link.is_file()
    assert for_all.remove(PROGRAM_FILES) == DONE
    assert not for_all.has_entry("HKLM")
    assert not link.exists()
    for_all.wait_until_gone(for_all.programs)


def test_an_upgrade_by_an_administrator_stays_for_all_users(for_all):
    assert for_all.install() == DONE
    assert for_all.has_entry("HKLM")
    assert not for_all.has_entry("HKCU")


def test_who_is_no_administrator_changes_nothing_of_what_all_users_have(for_all):
    assert for_all.install("/ALLUSERS", is_administrator=False) == FORBIDDEN
    assert for_all.install(is_administrator=False) == FORBIDDEN
    assert for_all.remove(PROGRAM_FILES, is_administrator=False) == FORBIDDEN
    assert (for_all.programs / f"{identity.DESKTOP}.exe").is_file()
    assert for_all.has_entry("HKLM")


def test_while_the_app_runs_nothing_is_changed_and_the_exit_code_says_so(for_all):
    held = for_all.hold("nothing")
    try:
        assert for_all.install("/ALLUSERS") == RUNNING
        assert for_all.remove(PROGRAM_FILES) == RUNNING
    finally:
        for_all.end(held)
    assert for_all.has_entry("HKLM")
    assert (for_all.programs / f"{identity.DESKTOP}.exe").is_file()


def test_what_could_not_be_removed_is_told_also_by_the_upgrade_and_can_be_tried_again(for_all):
    """Another program, which is not the app, holds a library."""
    compile_program(APP, for_all.drive / "holder.exe")
    held = for_all.hold(rf"{PROGRAM_FILES}\_internal\library.dll", by=r"C:\holder.exe")
    try:
        assert for_all.install("/ALLUSERS") == INCOMPLETE
        assert for_all.remove(PROGRAM_FILES) == INCOMPLETE
        assert for_all.has_entry("HKLM"), "it can be removed once more"
    finally:
        for_all.end(held)
    assert for_all.install("/ALLUSERS") == DONE
    assert (for_all.programs / f"{identity.DESKTOP}.exe").is_file()


def test_for_one_user_no_administrator_is_needed_and_a_named_folder_is_kept(windows):
    assert windows.install("/D=C:\\own", is_administrator=False) == DONE
    own = windows.drive / "own"
    (own / "mine.txt").write_text("the person's own", encoding="utf-8")
    assert windows.has_entry("HKCU")
    assert not windows.has_entry("HKLM")
    assert windows.install(is_administrator=False) == DONE, "an upgrade finds the folder"
    assert windows.remove(r"C:\own", is_administrator=False) == DONE
    assert not windows.has_entry("HKCU")
    end = time.monotonic() + 20
    while (own / "uninstall.exe").exists():
        assert time.monotonic() < end
        time.sleep(0.05)
    assert [path.name for path in own.iterdir()] == ["mine.txt"]


def test_a_folder_of_another_program_is_not_uninstalled(windows):
    """Some other program's uninstaller stands in the folder that somebody chose."""
    other = windows.drive / "other"
    other.mkdir()
    (other / "uninstall.exe").write_bytes(b"another program's")
    assert windows.install("/D=C:\\other", is_administrator=False) == DONE
    assert windows.remove(r"C:\other", is_administrator=False) == DONE


def test_the_msi_replaces_any_other_version_and_goes_without_a_trace(windows):
    for package in (*windows.packages, windows.packages[0]):  # a newer one, and back again
        assert windows.machine.run("msiexec", "/i", f"Z:{package}", "/qn").returncode == 0
        assert (windows.programs / f"{identity.DESKTOP}.exe").is_file()
        assert (windows.programs / "_internal" / "library.dll").is_file()
        listed = windows.machine.run("reg", "query", UNINSTALL_LIST, "/s").stdout
        assert listed.count(f"DisplayName    REG_SZ    {identity.NAME}\n") == 1
        assert package.name.split("-")[3] in listed
    kept = f"Z:{windows.packages[0]}"
    assert windows.machine.run("msiexec", "/x", kept, "/qn").returncode == 0
    assert not windows.programs.exists()
    application = rf"HKLM\Software\Classes\Applications\{identity.DESKTOP}.exe"
    assert windows.machine.run("reg", "query", application).returncode != 0
