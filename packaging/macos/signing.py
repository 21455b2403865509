"""Code signing and notarisation for macOS, where an identity is configured.

MACOS_IDENTITY names a “Developer ID Application” certificate of the keychain; without it the app
is signed ad hoc, which Apple's processors require, and Gatekeeper warns about it.
NOTARY_PROFILE names what `xcrun notarytool store-credentials` has stored. Written for the release
workflow; it has not run on a Mac yet.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

ENTITLEMENTS: Final = Path(__file__).with_name("entitlements.plist")
AD_HOC: Final = "-"
_MACH_O: Final = {
    b"\xcf\xfa\xed\xfe",  # 64 bits
    b"\xca\xfe\xba\xbe",  # for several processors
}


def sign_app(app: Path) -> None:
    """Sign everything inside, the innermost first, then the app, and verify it.

    The build adds files to the app after PyInstaller has signed it, which breaks that signature.

    Raises:
        CalledProcessError: if codesign refused.
    """
    for program in find_binaries(app):
        _sign_file(program)
    for framework in sorted(app.rglob("*.framework"), key=_get_depth, reverse=True):
        if not framework.is_symlink():
            _sign_file(framework)
    _sign_file(app)
    _run_command("codesign", "--verify", "--deep", "--strict", str(app))


def sign_and_notarise(image: Path) -> None:
    """Sign the disk image, have Apple notarise it, staple the ticket to it, and assess it.

    Raises:
        CalledProcessError: if Apple's tools refused.
    """
    if _get_identity() == AD_HOC:
        return
    _run_command("codesign", "--force", "--timestamp", "--sign", _get_identity(), str(image))
    if profile := os.environ.get("NOTARY_PROFILE"):
        _run_command(
            "xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"
        )
        _run_command("xcrun", "stapler", "staple", str(image))
        _run_command("xcrun", "stapler", "validate", str(image))
        opened = ("--type", "open", "--context", "context:primary-signature")
        _run_command("spctl", "--assess", *opened, "--verbose", str(image))


def find_binaries(app: Path) -> list[Path]:
    """Find every executable and library inside, the deepest first."""
    files = [path for path in app.rglob("*") if path.is_file() and not path.is_symlink()]
    return sorted((path for path in files if _is_mach_o(path)), key=_get_depth, reverse=True)


def build_command(path: Path) -> list[str]:
    """Build the command that signs a file or folder of the app, or the app.

    Entitlements are a program's: on a library Apple's notary refuses some, and all mean nothing.
    """
    command = ["codesign", "--force", "--sign", _get_identity()]
    if _get_identity() != AD_HOC:
        command += ["--timestamp", "--options", "runtime"]
        if path.suffix == ".app" or path.parent.name == "MacOS":
            command += ["--entitlements", str(ENTITLEMENTS)]
    return [*command, str(path)]


def _sign_file(path: Path) -> None:
    _run_command(*build_command(path))


def _get_identity() -> str:
    return os.environ.get("MACOS_IDENTITY") or AD_HOC


def _is_mach_o(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in _MACH_O


def _get_depth(path: Path) -> int:
    return len(path.parts)


def _run_command(*command: str) -> None:
    subprocess.run(command, check=True)
