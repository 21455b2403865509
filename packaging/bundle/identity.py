"""The app's names, identifier and version for executables and packages."""

from __future__ import annotations

import platform
import re
import sys
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parent.parent.parent

NAME: Final = "EnOS Session Inspector"
DESKTOP: Final = "enos-session-inspector"
"""The executable with the window; on Windows with the suffix ``.exe``."""

CONSOLE: Final = "enos-session"
"""The executable for terminals, in the same folder."""

IDENTIFIER: Final = "io.github.enossessioninspector"
"""The name by which macOS, AppStream and Linux desktops tell programs apart; the app's own is
``inspector_app.APPLICATION_ID``.

It stays for good: macOS ties permissions and Keychain items to it, desktops the pinned icon. Of
letters and dots alone, since each of the three forbids another sign.
"""


_SYSTEMS: Final = {"linux": "linux", "win32": "windows", "darwin": "macos"}
_WINDOWS_MACHINES: Final = {"AMD64": "x64", "ARM64": "arm64"}


def get_file_name() -> str:
    """Return the beginning of the name of a published file: program, version and system.

    Debian's package alone has a name by its own rules.
    """
    machine = platform.machine()
    machine = _WINDOWS_MACHINES.get(machine, machine) if sys.platform == "win32" else machine
    return f"{DESKTOP}-{read_version()}-{_SYSTEMS[sys.platform]}-{machine}"


def read_version(checkout: Path = CHECKOUT) -> str:
    """Read the app's version from ``inspector_app/__init__.py``."""
    text = (checkout / "inspector_app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'(?m)^__version__ = "(\d+\.\d+\.\d+)"$', text)
    if found is None:
        raise ValueError("inspector_app/__init__.py states no version like 1.2.3")
    return found[1]
