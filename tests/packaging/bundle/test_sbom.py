"""The bill of materials and the notices say of each thing inside what it is and may be used for."""

import json
from datetime import UTC, datetime

import pytest
from bundle import identity, licences, sbom
from bundle.content_policy import ComponentInfo
from bundle.inventory import Item
from bundle.licences import MissingLicenceError

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
QT = ComponentInfo(
    "LGPL-3.0-only", "the window", "https://qt.example.com/", ("resources/icons/LICENSE",)
)
LIBFFI = ComponentInfo("MIT", "C", "https://c.example.com/", ("LICENSE",))
ITEMS = (
    Item("keyring", "25.7.0", ComponentInfo("MIT", "k"), is_distribution=True, digest="ef" * 32),
    Item(
        "pyside6-essentials",
        "6.11.3",
        ComponentInfo("LGPL-3.0-only", "binding"),
        is_distribution=True,
    ),
    Item("Qt", "6.11.3", QT, is_distribution=False),
    Item("libffi", "", LIBFFI, is_distribution=False),
)  # fmt: skip


def bill():
    return json.loads(sbom.render_sbom(ITEMS, "ab" * 32, MOMENT))


def test_the_bill_is_cyclonedx_with_each_thing_by_package_address():
    made = bill()
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert made["metadata"]["timestamp"] == "2026-01-02T03:04:05Z"
    assert made["metadata"]["component"]["version"] == identity.read_version()
    assert [one["purl"] for one in made["components"]] == [
        "pkg:pypi/keyring@25.7.0",
        "pkg:pypi/pyside6-essentials@6.11.3",
        "pkg:generic/qt@6.11.3",
        "pkg:generic/libffi",
    ]
    assert made["components"][0]["licenses"] == [{"expression": "MIT"}]
    assert "version" not in made["components"][3]
    assert made["components"][0]["hashes"] == [{"alg": "SHA-256", "content": "ef" * 32}]
    assert "hashes" not in made["components"][3]


def test_the_app_depends_on_everything_inside():
    made = bill()
    (app,) = made["dependencies"]
    assert app["dependsOn"] == [one["bom-ref"] for one in made["components"]]


def test_the_same_bundle_has_the_same_bill_and_another_one_another():
    assert sbom.render_sbom(ITEMS, "ab" * 32, MOMENT) == sbom.render_sbom(ITEMS, "ab" * 32, MOMENT)
    other = json.loads(sbom.render_sbom(ITEMS, "cd" * 32, MOMENT))
    assert other["serialNumber"] != bill()["serialNumber"]


def test_the_notices_list_everything_and_quote_each_licence():
    text = licences.render_notices(ITEMS)
    for item in ITEMS:
        assert f"  {item.name} {item.version}".rstrip() + f": {item.info.licence}" in text
    assert "Permission is hereby granted" in text
    assert "https://qt.example.com/ (version 6.11.3)" in text
    assert "ISC License" in text


def test_a_thing_without_the_text_of_its_licence_is_refused():
    bare = Item("bare", "1", ComponentInfo("MIT", "none"), is_distribution=False)
    with pytest.raises(MissingLicenceError, match="bare"):
        licences.render_notices((*ITEMS, bare))
