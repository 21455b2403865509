"""Builds the Windows installer from installer.nsi with makensis, on any system that has it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path, PureWindowsPath
from typing import Final

import source_date
from bundle import icon_files, identity, tree

from windows import manifests, signing
from windows.exit_codes import ExitCode

SCRIPT: Final = Path(__file__).with_name("installer.nsi")
BEST_COMPRESSOR: Final = "/SOLID lzma"
FAST_COMPRESSOR: Final = "zlib"
"""Compressors: a minute for a file of a quarter less, or seconds for one that is not published."""


def make(bundle: Path, out: Path, compressor: str = BEST_COMPRESSOR) -> list[Path]:
    """Write the installer of ``bundle`` into the folder ``out``, and what describes it.

    Where a certificate is configured, installer and uninstaller are signed; the programs inside
    are to be signed before.

    Raises:
        CalledProcessError: if makensis failed; its output is printed.
        KeyError: if SOURCE_DATE_EPOCH is not set.
    """
    out.mkdir(parents=True, exist_ok=True)
    installer = out / f"{identity.DESKTOP}-{identity.read_version()}-windows-x64-setup.exe"
    with tempfile.TemporaryDirectory() as folder:
        icon, removal = Path(folder, "application.ico"), Path(folder, "removal.nsh")
        drawing = identity.CHECKOUT / "resources" / "application.svg"
        icon.write_bytes(icon_files.render_ico(drawing.read_bytes()))
        removal.write_text(render_removal_script(bundle), encoding="utf-8")
        facts = {
            "NAME": identity.NAME,
            "PROGRAM": identity.DESKTOP,
            "CONSOLE": identity.CONSOLE,
            "VERSION": identity.read_version(),
            "TARGET": get_target(),
            "BUNDLE": str(bundle.absolute()),  # makensis looks from its script
            "KIBIBYTES": str(tree.compute_size(bundle) // 1024),
            "ICON": str(icon),
            "REMOVAL": str(removal),
            "COMPRESSOR": compressor,
            "OUT": str(installer.absolute()),
            **{f"ENDED_{code.name}": str(code.value) for code in ExitCode},
        } | signing.build_defines()
        defined = [f"-D{name}={fact}" for name, fact in facts.items()]
        subprocess.run(
            [find_makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, str(SCRIPT)],
            check=True,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(source_date.get_epoch())},
        )
    return [installer, *manifests.write(installer, out)]


def find_makensis() -> str:
    """Find the compiler: on the path, or in its default folder on Windows."""
    installed = Path(os.environ.get("PROGRAMFILES(X86)", ""), "NSIS", "makensis.exe")
    return shutil.which("makensis") or str(installed)


def get_target() -> str:
    """Get the NSIS target of the installer itself; NSIS for Windows has only one."""
    return "x86-unicode" if sys.platform == "win32" else "amd64-unicode"


def render_removal_script(bundle: Path) -> str:
    """Render two NSIS macros that remove the bundle: every file, and then every empty folder.

    Never a folder recursively: a user may have chosen a folder with other files in it.
    """
    inside = sorted(bundle.rglob("*"))
    files = [path for path in inside if not path.is_dir()]
    folders = [path for path in reversed(inside) if path.is_dir()]
    return "\n".join(
        [
            "!macro DeleteFiles",
            *(f'Delete "{_format_install_path(path, bundle)}"' for path in files),
            "!macroend",
            "!macro RemoveFolders",
            *(f'RMDir "{_format_install_path(path, bundle)}"' for path in folders),
            "!macroend",
            "",
        ]
    )


def _format_install_path(path: Path, bundle: Path) -> str:
    inside = PureWindowsPath(*path.relative_to(bundle).parts)
    return "$INSTDIR\\" + str(inside).replace("$", "$$")
