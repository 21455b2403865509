"""Install the Debian packages that Qt, the keyring and the tests need; noxfile.py calls it.

python3 system_packages.py GROUP [GROUP …]

The groups are in system-packages.toml beside this file. What is missing is installed with apt
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
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One library, program or font that is required, and the Debian package with it."""

    package: str
    kind: str
    target: str

    @property
    def name(self) -> str:
        """The name to print for it."""
        return "a font" if self.kind == "font" else self.target

    def is_met(self) -> bool:
        """Return whether it is on this machine, however it was installed."""
        match self.kind:
            case "library":
                return can_load(self.target)
            case "python":
                return has_own_library() or can_load(self.target)
            case "program":
                return shutil.which(self.target) is not None
            case "file":
                return any(Path("/").glob(self.target))
            case "font":
                return any(next(folder.rglob(self.target), None) for folder in FONT_FOLDERS)
            case _:
                raise ValueError(self.kind)


def can_load(library: str) -> bool:
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


def list_requirements(groups: list[str]) -> list[Requirement]:
    """List the requirements of the named groups; raises KeyError for an unknown group."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [
        Requirement(package.format(python=PYTHON), kind, thing.format(python=PYTHON))
        for group in groups
        for package, entry in table[group].items()
        for kind, thing in entry["found"].items()
    ]


def find_missing(groups: list[str]) -> list[Requirement]:
    """Find the requirements of the groups that this machine does not meet."""
    return [need for need in list_requirements(groups) if not need.is_met()]


def find_apt_command() -> list[str] | None:
    """Return the apt command, or None where there is no apt or this user may not use it."""
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    if apt is None:
        return None
    options = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    command = ["env", "DEBIAN_FRONTEND=noninteractive", apt, *options]
    if sys.platform != "win32" and os.geteuid() == 0:
        return command
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return [sudo, "-n", *command]
    return None


def install_packages(packages: list[str], apt: list[str]) -> None:
    """Install Debian packages; the caller checks the requirements again for the outcome."""
    print("Installing what is missing:", *packages, flush=True)
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        # Its output about each package is noise; errors are on standard error.
        subprocess.run([*apt, *step], stdout=subprocess.DEVNULL, check=False)


def format_advice(wanted: list[Requirement]) -> str:
    """Format the instructions for a user who has to install the packages by hand."""
    things = ", ".join(need.name for need in wanted)
    packages = shlex.join(need.package for need in wanted)
    return (
        f"This machine lacks: {things}\nOn Debian and Ubuntu this line brings them:\n\n"
        f"  sudo apt-get update && sudo apt-get install --no-install-recommends {packages}\n\n"
        "Elsewhere, install the packages that hold these files. Then run the task again."
    )


def main(groups: list[str]) -> int:
    """Install what the groups require, and return 0 once nothing is missing."""
    if not sys.platform.startswith("linux"):
        return 0
    wanted = find_missing(groups)
    apt = find_apt_command() if wanted else None
    if apt is not None:
        install_packages([need.package for need in wanted], apt)
        wanted = find_missing(groups)
    if wanted:
        print(format_advice(wanted), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
