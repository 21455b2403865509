"""Signs Windows executables with signtool, where a certificate is configured; else does nothing.

WINDOWS_CERTIFICATE names a .pfx file and WINDOWS_CERTIFICATE_PASSWORD its password; SIGNTOOL is
the program, where it is not on the path. Written for the release workflow, and not tried yet: this
project has no certificate.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

CERTIFICATE: Final = "WINDOWS_CERTIFICATE"
TIMESTAMP_SERVER: Final = "WINDOWS_TIMESTAMP_SERVER"
"""Names the timestamp server (RFC 3161), so that a signature outlives the certificate."""


def sign_programs(bundle: Path) -> None:
    """Sign the executables of the bundle, before anything packs them.

    Raises:
        CalledProcessError: if signtool refused.
    """
    if os.environ.get(CERTIFICATE):
        programs = [str(path) for path in sorted(bundle.glob("*.exe"))]
        subprocess.run([*_build_command(), *programs], check=True)


def build_defines() -> dict[str, str]:
    """Build the defines of installer.nsi by which makensis signs installer and uninstaller."""
    if not os.environ.get(CERTIFICATE):
        return {}
    return {"SIGN": subprocess.list2cmdline(_build_command())}


def _build_command() -> list[str]:
    command = [os.environ.get("SIGNTOOL", "signtool"), "sign", "/fd", "sha256"]
    command += ["/f", os.environ[CERTIFICATE]]
    if password := os.environ.get("WINDOWS_CERTIFICATE_PASSWORD"):
        command += ["/p", password]
    if server := os.environ.get(TIMESTAMP_SERVER):
        command += ["/tr", server, "/td", "sha256"]
    return command
