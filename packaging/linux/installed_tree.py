"""Writes the file tree of the Debian package: bundle, desktop entry, icons, man pages."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from email.utils import format_datetime
from pathlib import Path
from typing import Final

import source_date
from bundle import identity

from linux import icons

AUTHORS: Final = "The EnOS Session Inspector authors"
HERE: Final = Path(__file__).parent
LIBRARY_FOLDER: Final = Path("usr", "lib", identity.DESKTOP)
"""The folder of the bundle; programs on the path are links into it."""

DOCUMENT_FOLDER: Final = Path("usr", "share", "doc", identity.DESKTOP)
CONSOLE_DOCS_SCRIPT: Final = identity.CHECKOUT / "packaging" / "console_docs.py"


def write_tree(bundle: Path, root: Path) -> None:
    """Write everything that the package installs below ``root``."""
    shutil.copytree(bundle, root / LIBRARY_FOLDER, symlinks=True)
    share = root / "usr" / "share"
    for program in (identity.DESKTOP, identity.CONSOLE):
        if (bundle / program).exists():
            _create_symlink(
                root / "usr" / "bin" / program, Path("..", "lib", identity.DESKTOP, program)
            )
    entry = share / "applications" / f"{identity.IDENTIFIER}.desktop"
    _write_file(entry, (HERE / "desktop-entry").read_bytes())
    _write_file(
        share / "metainfo" / f"{identity.IDENTIFIER}.metainfo.xml", _fill_template("metainfo.xml")
    )
    icons.write_icons(share / "icons" / "hicolor")
    manual = share / "man" / "man1"
    _write_file(
        manual / f"{identity.DESKTOP}.1.gz", _compress(_fill_template(f"{identity.DESKTOP}.1"))
    )
    _write_file(
        share / "lintian" / "overrides" / identity.DESKTOP, _fill_template("lintian-overrides")
    )
    _write_documents(root / DOCUMENT_FOLDER)
    _write_console_documents(share)


def normalise_metadata(root: Path) -> None:
    """Set the times of all files to SOURCE_DATE_EPOCH, and the modes of installed files."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_command(path) else 0o644)
        os.utime(path, (source_date.get_epoch(), source_date.get_epoch()), follow_symlinks=False)


def _is_command(path: Path) -> bool:
    """Whether this file is an executable; libraries are loaded, not executed."""
    return ".so" not in path.suffixes and bool(path.stat().st_mode & 0o100)


def _write_documents(folder: Path) -> None:
    changes = (identity.CHECKOUT / "CHANGELOG.md").read_bytes()
    _write_file(folder / "changelog.gz", _compress(changes))
    _write_file(folder / "changelog.Debian.gz", _compress(_fill_template("changelog.Debian")))
    _write_file(folder / "copyright", _fill_template("copyright"))


def _write_console_documents(share: Path) -> None:
    """Generate and write the manual page and shell completions of the console app."""
    program = identity.CONSOLE
    directories = {
        f"{program}.bash": Path("bash-completion", "completions", program),
        f"{program}.zsh": Path("zsh", "vendor-completions", f"_{program}"),
        f"{program}.fish": Path("fish", "vendor_completions.d", f"{program}.fish"),
    }
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, CONSOLE_DOCS_SCRIPT, folder], check=True)
        made = Path(folder)
        manual = (made / f"{program}.1").read_bytes()
        _write_file(share / "man" / "man1" / f"{program}.1.gz", _compress(manual))
        for name, place in directories.items():
            _write_file(share / place, (made / name).read_bytes())


def _fill_template(name: str) -> bytes:
    """Fill the placeholders of a template file of this folder with the facts of the release."""
    text = (HERE / name).read_text(encoding="utf-8")
    facts = {
        "@VERSION@": identity.read_version(),
        "@DAY@": source_date.get_utc().date().isoformat(),
        "@MOMENT@": format_datetime(source_date.get_utc()),
        "@IDENTIFIER@": identity.IDENTIFIER,
        "@AUTHORS@": AUTHORS,
        "@LICENCE@": _format_licence(),
    }
    for place, fact in facts.items():
        text = text.replace(place, fact)
    return text.encode()


def _format_licence() -> str:
    """Format the licence text as a field of Debian's copyright file."""
    text = (identity.CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    lines = text[text.index("Permission") :].strip().splitlines()
    return "\n".join(f" {line or '.'}" for line in lines)


def _compress(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=9, mtime=0)


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _create_symlink(path: Path, target: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
