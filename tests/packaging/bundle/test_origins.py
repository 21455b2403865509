"""Every file of the bundle has an owner, or the build stops."""

import os
import shutil
import sys
from pathlib import Path

import keyring
import pytest
import requests
from bundle import collected_files, content_policy, identity, inventory, origins
from bundle.content_policy import UnreviewedContentError
from bundle.origins import CollectedFile

TABLES = content_policy.read()


def test_what_was_collected_is_read_as_it_was_written(tmp_path):
    pairs = [CollectedFile("b", "/x/b"), CollectedFile("a", "/x/a"), CollectedFile("b", "/x/b")]
    origins.write(tmp_path / "origins.json", pairs)
    assert origins.read(tmp_path / "origins.json") == (pairs[1], pairs[0])


def test_files_find_their_distribution_and_pythons_own_their_component():
    found = origins.find_owners(
        [
            CollectedFile("requests", requests.__file__),
            CollectedFile("keyring", keyring.__file__),
            CollectedFile("os", os.__file__),
            CollectedFile("base_library.zip", "/elsewhere/base_library.zip"),
            CollectedFile("libssl.so.3", "/elsewhere/libssl.so.3"),
            CollectedFile("resources/application.svg", str(identity.CHECKOUT / "resources" / "x")),
        ],
        TABLES,
    )
    assert found.distributions == {"requests", "keyring"}
    assert found.components == {"Python", "OpenSSL", "Lucide"}
    items = {item.name: item.version for item in inventory.list_items(found, TABLES, ())}
    assert items["requests"] == requests.__version__
    assert items["Python"].startswith(f"{sys.version_info.major}.{sys.version_info.minor}.")
    assert items["OpenSSL"].startswith("3.")


def test_a_file_that_belongs_to_nobody_stops_the_build():
    with pytest.raises(UnreviewedContentError, match="belongs to nobody"):
        origins.find_owners([CollectedFile("libodd.so.1", "/elsewhere/libodd.so.1")], TABLES)


def test_a_distribution_that_nobody_has_looked_at_stops_the_build():
    with pytest.raises(UnreviewedContentError, match="pytest"):
        origins.find_owners([CollectedFile("pytest", pytest.__file__)], TABLES)


@pytest.mark.parametrize(
    ("row", "is_kept"),
    [
        (("libX11.so.6", "/lib/libX11.so.6", "BINARY"), False),
        (("libssl.so.3", "/lib/libssl.so.3", "BINARY"), True),
        (("x/_x.so", "/env/site-packages/x/_x.so", "BINARY"), True),
        (("keyring-1.dist-info/RECORD", "/env/site-packages/k", "DATA"), False),
        (("certifi/py.typed", "/env/site-packages/certifi/py.typed", "DATA"), False),
        (("certifi/cacert.pem", "/env/site-packages/certifi/cacert.pem", "DATA"), True),
        (("PySide6/QtNetwork.abi3.so", "/env/site-packages/q", "EXTENSION"), False),
        (("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"), True),
        (("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", "SYMLINK"), False),
        (("QtQml", "PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", "SYMLINK"), False),
        (("PySide6/Qt/lib/QtQml.framework/QtQml", "Versions/Current/QtQml", "SYMLINK"), False),
    ],
)
def test_a_row_is_kept_or_left_out(row, is_kept):
    assert collected_files.is_included(row, TABLES) is is_kept


def test_every_file_of_the_app_that_is_no_python_goes_along():
    files = {Path(source) for source, _ in collected_files.list_data_files()}
    resources = {path for path in (identity.CHECKOUT / "resources").rglob("*") if path.is_file()}
    assert files >= resources, "packaging/bundle/collected_files.py lists what goes along"
    for source, folder in collected_files.list_data_files():
        assert Path(source).parent == identity.CHECKOUT / folder


def test_each_owner_has_its_files_and_a_digest_that_changes_with_them(tmp_path):
    library = tmp_path / "libffi.so.8"
    library.write_bytes(b"one")
    entry = CollectedFile("libffi.so.8", str(library))
    icon = identity.CHECKOUT / "resources" / "icons" / "LICENSE"
    owners = origins.find_owners([entry, CollectedFile("icons/LICENSE", str(icon))], TABLES)
    assert owners.files["libffi"] == (entry,)
    assert owners.files["Lucide"][0].source == str(icon)
    before = inventory.compute_digest([entry])
    library.write_bytes(b"two")
    assert inventory.compute_digest([entry]) != before
    assert {item.name for item in inventory.list_items(owners, TABLES, ()) if item.digest} == {
        "libffi",
        "Lucide",
    }


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="asks Debian's packages")
def test_a_library_of_debian_has_the_version_of_its_package():
    (libc,) = (path for path in Path("/usr/lib").glob("*/libc.so.6"))
    assert inventory.find_packaged_version(libc).startswith("2.")
    assert inventory.find_packaged_version(Path(__file__)) == ""
