"""Build the bundle and the installers for the system this runs on, and test the bundle.

python packaging/build.py [--bundle-only] [--twice] [--into FOLDER]

In this order: a clean build, the bundle's own --self-test, installers, the bill of materials,
checksums. FOLDER, which is build/package unless it is named, holds the bundle; what is published
goes to dist/. With --twice the bundle is built once more meanwhile, into FOLDER-again, to see
whether both are the same. `nox -s package` calls this with all that it needs.
"""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import source_date
from bundle import content_policy, identity, inventory, licences, origins, sbom, tree
from bundle.freezing import freeze
from linux import system_libraries
from windows import signing

if TYPE_CHECKING:
    from collections.abc import Iterator

INSTALLERS: Final = {
    "linux": ("linux.deb", "linux.tarball"),
    "win32": ("windows.installer", "windows.portable"),
    "darwin": ("macos.disk_image",),
}
"""Modules whose ``make(bundle, out)`` writes what people download for each system."""

FALLBACK_EPOCH: Final = 1704067200
"""The timestamp where neither SOURCE_DATE_EPOCH nor git gives one: 2024-01-01."""


@dataclass(frozen=True, slots=True)
class BuiltBundle:
    """A finished bundle: its folder or app, and the inventory of its contents."""

    path: Path
    items: tuple[inventory.Item, ...]

    @property
    def executable(self) -> Path:
        """The executable of the desktop app."""
        if sys.platform == "darwin":
            return self.path / "Contents" / "MacOS" / identity.DESKTOP
        return self.path / (identity.DESKTOP + (".exe" if sys.platform == "win32" else ""))


class UnexpectedOutputError(Exception):
    """The self-test of a bundle wrote to standard error."""


def build_bundle(into: Path) -> BuiltBundle:
    """Build the bundle in a folder, which is emptied first."""
    shutil.rmtree(into, ignore_errors=True)
    work, made = into / "work", into / "bundle"
    work.mkdir(parents=True)
    freeze(identity.CHECKOUT / "packaging" / "inspector.spec", work, made, into / "cache")
    tables = content_policy.read()
    collected = origins.read(next(work.rglob("origins.json")))
    items = inventory.list_items(origins.find_owners(collected, tables), tables, collected)
    built = BuiltBundle(made / get_bundle_name(), items)
    write_notices(built)
    if sys.platform == "linux":
        system_libraries.remove_rpaths(built.path)
    tree.set_times(built.path, source_date.get_epoch())
    return built


def write_notices(built: BuiltBundle) -> None:
    """Add licence notices and the checksums of the app's own files to the bundle."""
    notices = built.path / "Contents" / "Resources" if sys.platform == "darwin" else built.path
    (notices / licences.FILE_NAME).write_text(
        licences.render_notices(built.items), encoding="utf-8", newline="\n"
    )
    shutil.copyfile(identity.CHECKOUT / "LICENSE", notices / "LICENSE")
    own = next(built.path.rglob("application.svg")).parent
    listed = [path for path in tree.iter_entries(own) if path.is_file()]
    (own / "files.txt").write_text(
        tree.format_checksums(listed, own), encoding="utf-8", newline="\n"
    )


def get_bundle_name() -> str:
    """Return the name of the bundle on this system."""
    return f"{identity.NAME}.app" if sys.platform == "darwin" else identity.DESKTOP


def run_self_test(built: BuiltBundle) -> None:
    """Run the self-test of the bundle, which prints its checks.

    Raises:
        CalledProcessError: if something in it does not work.
        UnexpectedOutputError: if it writes to standard error, though all its checks passed.
    """
    command = [str(built.executable), "--self-test"]
    done = subprocess.run(command, check=True, timeout=120, stderr=subprocess.PIPE, text=True)
    if done.stderr:
        raise UnexpectedOutputError(done.stderr)


@contextmanager
def run_second_build(into: Path) -> Iterator[None]:
    """Build the bundle a second time in another process, while the block runs.

    Raises:
        CalledProcessError: at its end, if that failed.
    """
    command = [sys.executable, str(Path(__file__)), "--bundle-only", "--into", str(into)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as second:
        yield
        if second.wait():
            raise subprocess.CalledProcessError(second.returncode, command)


def publish_files(built: BuiltBundle, out: Path) -> list[Path]:
    """Write installers, bill of materials, notices and checksums; returns all files."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    if sys.platform == "win32":  # on macOS it belongs to the disk image, which is alone
        signing.sign_programs(built.path)
    with ThreadPoolExecutor() as side_by_side:  # each waits for a program that packs
        makers = [
            side_by_side.submit(importlib.import_module(name).make, built.path, out)
            for name in INSTALLERS.get(sys.platform, ())
        ]
    files = [file for maker in makers for file in maker.result()]
    bill = out / f"{identity.get_file_name()}.cdx.json"
    bill.write_text(
        sbom.render_sbom(built.items, tree.compute_tree_hash(built.path), source_date.get_utc()),
        encoding="utf-8",
    )
    files.append(bill)
    sums = out / "SHA256SUMS"
    sums.write_text(tree.format_checksums(files, out), encoding="utf-8", newline="\n")
    return [*files, sums]


def set_source_date_epoch() -> None:
    """Set SOURCE_DATE_EPOCH to the time of the commit, unless it is set already."""
    if "SOURCE_DATE_EPOCH" not in os.environ:
        git = shutil.which("git")
        command = [git, "log", "-1", "--format=%ct"] if git else [sys.executable, "-c", ""]
        asked = subprocess.run(
            command, cwd=identity.CHECKOUT, capture_output=True, text=True, check=False
        )
        os.environ["SOURCE_DATE_EPOCH"] = asked.stdout.strip() or str(FALLBACK_EPOCH)


def main(arguments: list[str]) -> int:
    """Build, test and publish the bundle."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--bundle-only", action="store_true", help="no installers")
    parser.add_argument("--twice", action="store_true", help="and build the bundle once more")
    parser.add_argument("--into", type=Path, default=identity.CHECKOUT / "build" / "package")
    options = parser.parse_args(arguments)
    set_source_date_epoch()
    into = options.into.absolute()
    with run_second_build(into.with_name(f"{into.name}-again")) if options.twice else nullcontext():
        build_and_publish(into, is_published=not options.bundle_only)
    return 0


def build_and_publish(into: Path, *, is_published: bool) -> None:
    """Build the bundle, run its self-test, and write the files for download."""
    built = build_bundle(into)
    megabytes = tree.compute_size(built.path) / 1e6
    distributions = sum(item.is_distribution for item in built.items)
    print(f"{built.path}: {megabytes:.1f} MB, {distributions} distributions", flush=True)
    print(f"tree hash {tree.compute_tree_hash(built.path)}", flush=True)
    run_self_test(built)
    if is_published:
        for file in publish_files(built, identity.CHECKOUT / "dist"):
            print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
