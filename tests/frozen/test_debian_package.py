"""The Debian package of the bundle, as Debian's own tools see it."""

import re
import subprocess
import sys

import pytest
from bundle import identity, tree
from linux import deb, system_libraries

from tests.packaging.small_bundle import MOMENT, small_bundle

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian is a Linux"),
    pytest.mark.timeout(300),
]

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def package():
    (built,) = (identity.CHECKOUT / "dist").glob("*.deb")
    return built


@pytest.fixture(scope="module")
def unpacked(package, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
    return folder


def said_by(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def field(package, name):
    return said_by("dpkg-deb", "--field", package, name).strip()


def test_lintian_finds_no_error(package):
    assert "E:" not in said_by("lintian", "--fail-on=error", "--allow-root", package)


def test_the_entry_and_the_metainfo_are_valid(unpacked):
    share = unpacked / "usr" / "share"
    (entry,) = (share / "applications").iterdir()
    (metainfo,) = (share / "metainfo").iterdir()
    assert said_by("desktop-file-validate", entry) == ""
    said_by("appstreamcli", "validate", "--no-net", metainfo)


def test_the_manual_pages_are_understood(unpacked):
    for page in sorted((unpacked / "usr" / "share" / "man" / "man1").iterdir()):
        done = subprocess.run(
            ["man", "--warnings", "--local-file", page], capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        assert "NAME" in done.stdout


def test_it_is_no_larger_than_was_promised(package, unpacked):
    assert package.stat().st_size <= 35 * MEGABYTE
    assert tree.compute_size(unpacked) <= 115 * MEGABYTE


def test_it_runs_on_debian_12(package):
    """Debian 12 has glibc 2.36."""
    (glibc,) = re.findall(r"libc6 \(>= 2\.(\d+)\)", field(package, "Depends"))
    assert int(glibc) <= 36


def test_the_libraries_of_a_window_are_declared(package):
    declared = field(package, "Depends").split(", ")
    assert {"libxcb-cursor0", "libxkbcommon-x11-0", "libegl1"} <= set(declared)
    assert "gnome-keyring" in field(package, "Recommends")


def test_no_library_searches_a_folder_of_the_machine_that_built_it(unpacked):
    """On another computer such a folder may be anybody's."""
    programs = [str(path) for path in system_libraries.find_binaries(unpacked)]
    told = said_by("readelf", "--wide", "--dynamic", *programs)
    searched = set(re.findall(r"(?:RUNPATH|RPATH)\).*\[(.*)\]", told))
    assert {path for path in searched if not path.startswith("$ORIGIN")} == set()


def test_search_paths_of_a_foreign_machine_are_forgotten(tmp_path):
    library = tmp_path / "library.so"
    subprocess.run(
        ["cp", *system_libraries.find_binaries(small_bundle(tmp_path))[:1], library], check=True
    )
    subprocess.run(["patchelf", "--set-rpath", "/home/somebody/lib", library], check=True)
    system_libraries.remove_rpaths(tmp_path)
    assert said_by("patchelf", "--print-rpath", library).strip() == ""


def test_two_packages_of_one_bundle_are_the_same_bytes(tmp_path, monkeypatch):
    """P3: two clean builds are byte-identical."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    first, second = small_bundle(tmp_path / "first"), small_bundle(tmp_path / "second")
    tree.set_times(second, MOMENT + 1000)
    (one,) = deb.make(first, tmp_path / "one")
    (other,) = deb.make(second, tmp_path / "other")
    assert one.read_bytes() == other.read_bytes()
