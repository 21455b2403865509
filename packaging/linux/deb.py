"""Builds the Debian package: the bundle, desktop integration files, and dependencies."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import tempfile
from pathlib import Path
from typing import Final

import source_date
from bundle import identity

from linux import installed_tree, system_libraries

ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64"}
KEYRINGS: Final = "gnome-keyring | keepassxc"
"""Each of them is a Secret Service as installed; without one a token is stored for one run only.

Debian's KWallet is one only together with the package libqca-qt5-2-plugins."""

DESCRIPTION: Final = """Find out why a user of EnOS cannot work
 A desktop app for support staff who debug user sessions on the EnOS
 platform. Paste the session token that a user sent, press Enter, and read
 one sentence: the session is valid, the gateway does not know it, the
 password has expired, the account is disabled, or why nobody can tell.
 Below it stand the user, the organizations and the timing that prove it.
 .
 A token is kept in the keyring of the system, or in memory until the app
 is closed. The command enos-session does the same job in a terminal."""


def make(bundle: Path, out: Path) -> list[Path]:
    """Write the package of ``bundle`` into the folder ``out``; the same bytes for the same bundle.

    Raises:
        CalledProcessError: if dpkg-deb or readelf failed.
        KeyError: if SOURCE_DATE_EPOCH is not set, or if the bundle links to a library that
            system-packages.toml knows no package for.
    """
    architecture = ARCHITECTURES[platform.machine()]
    package = out / f"{identity.DESKTOP}_{_get_version()}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "root")
        installed_tree.write_tree(bundle, root)
        control = root / "DEBIAN"
        control.mkdir()
        (control / "md5sums").write_text(_format_checksums(root), encoding="utf-8")
        fields = _render_control(bundle, root, architecture)
        (control / "control").write_text(fields, encoding="utf-8")
        installed_tree.normalise_metadata(root)
        out.mkdir(parents=True, exist_ok=True)
        _build_package(root, package)
    return [package]


def _get_version() -> str:
    return f"{identity.read_version()}-1"


def _render_control(bundle: Path, root: Path, architecture: str) -> str:
    wants = system_libraries.find_requirements(bundle)
    depends = [f"libc6 (>= {wants.glibc})", *system_libraries.find_packages(wants.libraries)]
    recommends = [KEYRINGS, *wants.recommended]
    return (
        f"Package: {identity.DESKTOP}\n"
        f"Version: {_get_version()}\n"
        f"Architecture: {architecture}\n"
        f"Maintainer: {installed_tree.AUTHORS} <{identity.DESKTOP}@example.com>\n"
        f"Installed-Size: {_compute_installed_size(root)}\n"
        f"Depends: {', '.join(depends)}\n"
        f"Recommends: {', '.join(recommends)}\n"
        "Suggests: fonts-noto-cjk\n"
        "Section: devel\n"
        "Priority: optional\n"
        f"Description: {DESCRIPTION}\n"
    )


def _compute_installed_size(root: Path) -> int:
    """Compute the installed size as Debian does: each file rounded up, each other entry as one."""
    return sum(
        -(-path.stat().st_size // 1024) if path.is_file() and not path.is_symlink() else 1
        for path in root.rglob("*")
    )


def _format_checksums(root: Path) -> str:
    """Format the md5sums file, by which dpkg checks later whether a file was changed."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(root).as_posix()}\n"
        for path in files
        if path.parent != root / "DEBIAN"
    )


def _build_package(root: Path, package: Path) -> None:
    """Run dpkg-deb: the same bytes on every machine, however many processors it has."""
    alike = {"SOURCE_DATE_EPOCH": str(source_date.get_epoch())}
    options = ["--root-owner-group", "-Zxz", "-z8"]  # 2 % less than 6, in half as long again
    command = ["dpkg-deb", *options, "--build", str(root), str(package)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | alike)
