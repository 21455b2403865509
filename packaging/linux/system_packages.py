"""Bring a bare Linux what Qt, the keyring and the tests need; a noxfile session calls it.

python3 system_packages.py GROUP [GROUP …]

The groups stand in system-packages.toml beside this file. What is missing is installed with apt
as root or through a sudo that asks for no password. Otherwise the line to run is printed, and the
exit code is 1. Does nothing on Windows and macOS.
"""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("system-packages.toml")
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
FONTS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
)


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that must be on the machine, and the Debian package that brings it."""

    package: str
    kind: str
    thing: str

    @property
    def name(self) -> str:
        """What a person knows the thing by."""
        return "a font" if self.kind == "font" else self.thing

    def is_met(self) -> bool:
        """Return whether the thing is on this machine, whoever brought it."""
        match self.kind:
            case "library":
                return loads(self.thing)
            case "python":
                return has_own_library() or loads(self.thing)
            case "program":
                return shutil.which(self.thing) is not None
            case "font":
                return any(next(folder.rglob(self.thing), None) for folder in FONTS)
            case _:
                raise ValueError(self.kind)


def loads(library: str) -> bool:
    """Return whether the dynamic linker finds a library and all that it links to."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_own_library() -> bool:
    """Return whether this Python has its library inside or beside it, as those built here have."""
    library = sysconfig.get_config_var("INSTSONAME") or ""
    is_shared = bool(sysconfig.get_config_var("Py_ENABLE_SHARED"))
    return not is_shared or Path(sysconfig.get_config_var("LIBDIR") or "", library).is_file()


def needs(groups: list[str]) -> list[Need]:
    """Return what the named groups of the table ask for; raises KeyError for an unknown group."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [
        Need(package.format(python=PYTHON), kind, thing.format(python=PYTHON))
        for group in groups
        for package, entry in table[group].items()
        for kind, thing in entry["found"].items()
    ]


def missing(groups: list[str]) -> list[Need]:
    """Return the needs of the groups that this machine does not meet."""
    return [need for need in needs(groups) if not need.is_met()]


def apt_command() -> list[str] | None:
    """Return how apt is started, or None where there is none or this user may not."""
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    if apt is None:
        return None
    options = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    command = ["env", "DEBIAN_FRONTEND=noninteractive", apt, *options]
    if os.geteuid() == 0:
        return command
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return [sudo, "-n", *command]
    return None


def install(packages: list[str], apt: list[str]) -> None:
    """Install Debian packages; whether that helped shows when the needs are looked at again."""
    print("Installing what is missing:", *packages, flush=True)
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        # Its many lines about each package say nothing; what goes wrong is on standard error.
        subprocess.run([*apt, *step], stdout=subprocess.DEVNULL, check=False)


def advice(wanted: list[Need]) -> str:
    """Return what to tell a person who has to install the needs by hand."""
    things = ", ".join(need.name for need in wanted)
    packages = shlex.join(need.package for need in wanted)
    return (
        f"This machine lacks: {things}\nOn Debian and Ubuntu this line brings them:\n\n"
        f"  sudo apt-get update && sudo apt-get install --no-install-recommends {packages}\n\n"
        "Elsewhere, install the packages that hold these files. Then run the task again."
    )


def main(groups: list[str]) -> int:
    """Meet the needs of the groups, and return 0 once they are met."""
    if not sys.platform.startswith("linux"):
        return 0
    wanted = missing(groups)
    apt = apt_command() if wanted else None
    if apt is not None:
        install([need.package for need in wanted], apt)
        wanted = missing(groups)
    if wanted:
        print(advice(wanted), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
