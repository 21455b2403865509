"""What is inside the bundle: no more than was reviewed, nothing of the machine that built it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bundle import content_policy, identity, licences, origins, tree
from bundle.qt_parts import find_qt_part

from tests.frozen.conftest import BUILT

pytestmark = pytest.mark.frozen

MOST_BYTES = 115_000_000
MOST_DISTRIBUTIONS = 30
OLDEST_GLIBC = (2, 36)
"""Debian 12's."""

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads ELF files")


@pytest.fixture(scope="module")
def collected():
    return origins.read(next((BUILT / "work").rglob("origins.json")))


@pytest.fixture(scope="module")
def owners(collected):
    return origins.find_owners(collected, content_policy.read())


def test_the_installed_size_is_at_most_115_megabytes(bundle, figures):
    figures.append(f"installed size: {tree.compute_size(bundle.path) / 1e6:.1f} MB")
    assert tree.compute_size(bundle.path) <= MOST_BYTES


def test_every_distribution_inside_is_named_with_licence_and_reason(owners, figures):
    """P2."""
    figures.append(f"distributions inside: {len(owners.distributions)}")
    tables = content_policy.read()
    assert len(owners.distributions) <= MOST_DISTRIBUTIONS
    assert owners.distributions <= tables.distributions.keys()
    # The others of the table are for another system or an older Python.
    assert tables.distributions.keys() - owners.distributions <= {
        "backports-tarfile", "importlib-metadata", "lazy-importer", "pywin32-ctypes",
        "tzdata", "tzlocal", "zipp", "cffi", "cryptography", "jeepney", "secretstorage",
        "pyinstaller-hooks-contrib",
        *({"click", "rich", "markupsafe"} if not _has_console() else ()),
    }  # fmt: skip


def test_nothing_searches_for_garbage_while_the_window_starts(bundle):
    """PyInstaller's hooks import Qt before the app's first line."""
    assert list_scripts(bundle.desktop)[1] == "start_hook"  # 0 is what makes imports work
    assert "start_hook" not in list_scripts(bundle.console)  # which keeps Python's collector


def list_scripts(program):
    """What a frozen program runs, in this order."""
    from PyInstaller.archive import readers  # which only the session that builds has

    rows = readers.CArchiveReader(str(program)).toc.items()
    return [name for name, row in rows if row[-1] == readers.PKG_ITEM_PYSOURCE]


def _has_console():
    return (identity.CHECKOUT / "inspector_app" / "terminal" / "__main__.py").exists()


def test_the_notices_name_and_quote_the_licence_of_everything_inside(bundle, owners):
    (notices,) = bundle.path.rglob(licences.FILE_NAME)
    text = notices.read_text(encoding="utf-8")
    for name in (*owners.distributions, *owners.components):
        assert re.search(rf"(?m)^  {re.escape(name)}\b.*: \S+", text), name
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "download.qt.io", "You may replace them"):
        assert words in text


def test_no_part_of_qt_is_inside_that_was_left_out(bundle):
    tables = content_policy.read()
    inside = {path.relative_to(bundle.path).as_posix() for path in tree.iter_entries(bundle.path)}
    parts = {find_qt_part(place.removeprefix("_internal/")) for place in inside}
    kept = {part for part in parts if part and not part.endswith(("plugins", "translations"))}
    assert "QtWidgets" in kept
    assert [
        part
        for part in kept
        if re.fullmatch(r"Qt\w+", part) and not tables.is_qt_part_included(part)
    ] == []


def test_nothing_of_the_workshop_is_inside(bundle, collected):
    modules = {entry.destination.split(".")[0] for entry in collected}
    assert modules.isdisjoint({"pytest", "unittest", "tkinter", "setuptools", "pip", "pygments"})
    names = [path.name for path in tree.iter_entries(bundle.path)]
    assert [name for name in names if re.search(r"\.(pyi|pyc|h|typed)$|test_|conftest", name)] == []


def test_no_file_of_the_bundle_names_the_checkout(bundle):
    checkout = str(identity.CHECKOUT).encode()
    files = [path for path in tree.iter_entries(bundle.path) if path.is_file()]
    assert [path for path in files if checkout in path.read_bytes()] == []


@on_linux
def test_it_runs_on_debian_12_and_later(bundle, figures):
    """The oldest glibc that has all the versions of its functions that are asked for."""
    asked = {
        tuple(map(int, version.split(".")))
        for path in tree.iter_entries(bundle.path)
        if path.is_file() and path.read_bytes()[:4] == b"\x7fELF"
        for version in re.findall(r"GLIBC_(\d+\.\d+)", _read(path, "--version-info"))
    }
    figures.append(f"oldest glibc: {'.'.join(map(str, max(asked)))}")
    assert max(asked) <= OLDEST_GLIBC


@on_linux
def test_no_library_is_looked_for_in_a_folder_of_the_machine_that_built(bundle):
    for path in tree.iter_entries(bundle.path):
        if path.is_file() and path.read_bytes()[:4] == b"\x7fELF":
            search = re.findall(r"(?:RPATH|RUNPATH).*\[(.*)\]", _read(path, "--dynamic"))
            assert [one for one in search if not one.startswith("$ORIGIN")] == [], path


def _read(path, option):
    done = subprocess.run(
        ["readelf", "--wide", option, path], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_bill_of_materials_lists_all_that_is_inside(owners):
    """P2."""
    (bill,) = (identity.CHECKOUT / "dist").glob("*.cdx.json")
    components = json.loads(bill.read_text(encoding="utf-8"))["components"]
    assert {one["name"] for one in components} == owners.distributions | owners.components
    assert [one for one in components if not one["licenses"] or not one["description"]] == []
    assert [one["name"] for one in components if "hashes" not in one] == []
    assert [one["name"] for one in components if "version" not in one] in ([], ["Lucide"])
    assert bill.name == f"{identity.get_file_name()}.cdx.json"


def test_the_checksums_are_those_of_what_is_published():
    published = identity.CHECKOUT / "dist"
    files = [file for file in published.iterdir() if file.name != "SHA256SUMS"]
    assert (published / "SHA256SUMS").read_text(encoding="utf-8") == tree.format_checksums(
        files, published
    )


@on_linux
def test_the_debian_package_is_at_most_35_megabytes():
    (package,) = (identity.CHECKOUT / "dist").glob("*.deb")
    assert package.stat().st_size <= 35_000_000


def test_the_work_folder_is_the_one_the_bundle_came_from(bundle):
    assert Path(bundle.path).is_relative_to(BUILT)
