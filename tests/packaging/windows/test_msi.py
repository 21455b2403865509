"""The MSI holds each file of the bundle, under codes that stay from build to build."""

import zipfile
from xml.etree import ElementTree as ET

from bundle import identity
from windows import msi, portable

from tests.packaging.small_bundle import small_bundle

NAMES = {"w": "http://schemas.microsoft.com/wix/2006/wi"}


def test_each_file_has_a_component_of_its_own_that_is_installed(tmp_path):
    bundle = small_bundle(tmp_path, ".exe")
    product = ET.fromstring(msi.render_source(bundle))
    files = {file.get("Source") for file in product.iterfind(".//w:File", NAMES)}
    inside = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    assert files == {name.replace("$", "$$") for name in inside}
    components = [one.attrib["Id"] for one in product.iterfind(".//w:Component", NAMES)]
    listed = [one.attrib["Id"] for one in product.iterfind(".//w:ComponentRef", NAMES)]
    assert sorted(components) == sorted(listed)
    assert len(components) == len(set(components)) == len(files) + 1


def test_codes_stay_but_for_that_of_the_product_which_is_its_versions(tmp_path, monkeypatch):
    bundle = small_bundle(tmp_path, ".exe")
    first = msi.render_source(bundle)
    assert msi.render_source(bundle) == first
    monkeypatch.setattr(identity, "read_version", lambda: "9.9.9")
    second = msi.render_source(bundle)
    before, after = (ET.fromstring(one).find("w:Product", NAMES) for one in (first, second))
    assert before is not None
    assert after is not None
    assert before.get("Id") != after.get("Id")
    assert before.get("UpgradeCode") == after.get("UpgradeCode")


def test_it_is_built_of_the_portable_archive(tmp_path, monkeypatch):
    archive = portable.make(small_bundle(tmp_path, ".exe"), tmp_path)[0]
    built = []

    def run(command, *, cwd, **_options):
        built.extend(sorted(path.name for path in cwd.iterdir()))
        (tmp_path / "out" / command[-2]).write_bytes(b"an MSI")

    monkeypatch.setattr("subprocess.run", run)
    assert msi.main([str(archive), str(tmp_path / "out")]) == 0
    assert built == sorted({name.split("/")[1] for name in zipfile.ZipFile(archive).namelist()})
    assert (tmp_path / "out" / "SHA256SUMS").read_text().endswith("-windows-x64.msi\n")
