import sys

import pytest

import inspector_app
from inspector_app.system import resources
from inspector_app.system.resources import ResourceNotFoundError


def test_a_file_is_read_from_the_checkout():
    assert resources.read("scenarios/valid.json").startswith(b"{")


def test_a_folder_lists_its_files_sorted():
    names = resources.list_names("scenarios")
    assert "valid.json" in names
    assert list(names) == sorted(names)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../pyproject.toml",
        "scenarios/../../pyproject.toml",
        "/etc/hostname",
        "//etc/hostname",
        "C:/Windows/win.ini",
        "scenarios\\valid.json",
        "scenarios",
        "scenarios/absent.json",
        "valid\0.json",
    ],
)
def test_nothing_else_is_read(name):
    with pytest.raises(ResourceNotFoundError):
        resources.read(name)


@pytest.mark.parametrize("folder", ["absent", "..", "scenarios/valid.json"])
def test_nothing_else_is_listed(folder):
    with pytest.raises(ResourceNotFoundError):
        resources.list_names(folder)


def test_an_installed_package_has_them_inside(tmp_path):
    package = tmp_path / "site-packages" / "inspector_app"
    (package / "resources").mkdir(parents=True)
    assert resources.find_root(package, None) == package / "resources"


def test_a_checkout_has_them_beside_the_package(tmp_path):
    (tmp_path / "resources").mkdir()
    assert resources.find_root(tmp_path / "inspector_app", None) == tmp_path / "resources"


def test_the_first_of_bundle_package_and_checkout_counts(tmp_path):
    package, bundle = tmp_path / "checkout" / "inspector_app", tmp_path / "bundle"
    places = [bundle, package, package.parent]
    for place in places:
        (place / "resources").mkdir(parents=True)
    for place in places:
        assert resources.find_root(package, bundle) == place / "resources"
        (place / "resources").rmdir()
    with pytest.raises(ResourceNotFoundError):
        resources.find_root(package, bundle)


def test_a_frozen_app_has_them_in_its_bundle(tmp_path, monkeypatch):
    assert not resources.is_bundled()
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "mark.txt").write_bytes(b"frozen")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.read("mark.txt") == b"frozen"
    assert resources.is_bundled()


def test_an_incomplete_installation_is_one_kind_of_error(tmp_path, monkeypatch):
    monkeypatch.setattr(inspector_app, "__file__", str(tmp_path / "inspector_app" / "__init__.py"))
    with pytest.raises(ResourceNotFoundError):
        resources.read("scenarios/valid.json")
