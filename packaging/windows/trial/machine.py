"""A Windows of its own, as far as Wine is one: a prefix, a screen, and programs run in both."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bundle import identity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WINE: Final = "/usr/lib/wine/wine64"
ENGLISH: Final = "C.UTF-8"
CHINESE: Final = "zh_CN.UTF-8"
"""Locales: Wine makes of them the language and the legacy code page, here 1252 or 936. Without the
Chinese one's files it would find no file with other than Latin letters."""

_TIMEOUT: Final = 1800  # seconds: PyInstaller starts many processes, which Wine is slow at
_DROPPED: Final = (
    *("TZ", "PYTHONPATH", "PYTHONHOME", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"),
    "WAYLAND_DISPLAY",
)


@dataclass(frozen=True, slots=True)
class Machine:
    """A Wine prefix with the interpreter of ``folder``, whose programs show on ``display``."""

    folder: Path
    prefix: Path
    display: str
    locale: str = ENGLISH

    @property
    def python(self) -> Path:
        """The interpreter for Windows."""
        return self.folder / "python.exe"

    @property
    def home(self) -> Path:
        """The person's own folder: the one in users/ that is not everybody's."""
        return next((self.prefix / "drive_c" / "users").glob("[!P]*"))

    @property
    def installed(self) -> Path:
        """The folder that the installer chooses."""
        return self.home / "AppData" / "Local" / "Programs" / identity.NAME

    def build_environment(self) -> dict[str, str]:
        """Build the variables of a program: Wine hands on those that it does not keep itself."""
        kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
        folders = (*_list_import_folders(), self.folder / "develop")
        checkout = [f"Z:{part}".replace("/", "\\") for part in folders]
        return kept | {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # .NET and a browser, which it would look for
            "LC_ALL": self.locale,
            "LOCPATH": str(self.folder.parent / "locales"),
            "DISPLAY": self.display,
            # Compiled once: two thirds of each start would be spent on that.
            "PYTHONPYCACHEPREFIX": f"Z:{self.folder.parent / 'bytecode'}",
            "PYTHONPATH": ";".join(checkout),
            "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "1764000000"),
        }

    def run(
        self, *command: str | Path, timeout: float = _TIMEOUT, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end; its streams are pipes, on files a Python dies under Wine 8."""
        return subprocess.run(
            [WINE, *map(str, command)],
            env=self.build_environment() | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=timeout,
            check=False,
        )

    def run_aloud(self, *command: str | Path, **variables: str) -> tuple[int, str]:
        """Run a program and print each line as it comes; returns exit code and last line."""
        last = ""
        with subprocess.Popen(
            [WINE, *map(str, command)],
            env=self.build_environment() | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as running:
            for line in running.stdout or ():
                last = line.strip() or last
                print(f"  {line.rstrip()}", flush=True)
        return running.returncode, last

    def start(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """Start a program and do not wait for its end; its standard output is a pipe."""
        return subprocess.Popen(
            [WINE, *map(str, command)],
            env=self.build_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )


def _list_import_folders() -> tuple[Path, ...]:
    return (identity.CHECKOUT, identity.CHECKOUT / "packaging")


@contextlib.contextmanager
def start_machine(folder: Path, prefix: Path, locale: str = ENGLISH) -> Iterator[Machine]:
    """Make a fresh prefix and a screen for it; both end with the block.

    Raises:
        CalledProcessError: if Wine could not make the prefix.
    """
    shutil.rmtree(prefix, ignore_errors=True)
    if locale != ENGLISH:
        _make_locale(folder.parent / "locales", locale)
    with start_screen() as display:  # before the first program of Wine's, which looks for one
        machine = Machine(folder, prefix, display, locale)
        machine.run("wineboot", "--init").check_returncode()
        version = ("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        machine.run(*version).check_returncode()
        system = prefix / "drive_c" / "windows" / "system32"
        for library in (folder / "system32").iterdir():
            if not (system / library.name).exists():
                shutil.copy(library, system)
        try:
            yield machine
        finally:
            machine.run("wineboot", "--kill")


def _make_locale(folder: Path, locale: str) -> None:
    """Make the files of a locale, of which most computers have none but their own."""
    folder.mkdir(exist_ok=True)
    program = shutil.which("localedef") or "localedef"
    language, _, characters = locale.partition(".")
    subprocess.run([program, "-i", language, "-f", characters, folder / locale], check=True)


@contextlib.contextmanager
def start_screen() -> Iterator[str]:
    """Start an X server that nobody sees, and give the name of its display."""
    read, write = os.pipe()
    screen = ["-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"]
    program = shutil.which("Xvfb") or "Xvfb"
    server = subprocess.Popen(
        [program, "-displayfd", str(write), *screen], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)
