"""The bundle proves that it is whole, and notices when it is not."""

import os
import shutil
from pathlib import Path

import pytest

from tests.frozen.conftest import Bundle

pytestmark = pytest.mark.frozen


@pytest.fixture
def damaged(bundle, tmp_path):
    """A copy of the bundle that a test may break."""
    copy = tmp_path / bundle.path.name
    shutil.copytree(bundle.path, copy, symlinks=True, copy_function=os.link)
    return Bundle(copy)


def resources(bundle):
    (folder,) = (path.parent for path in bundle.path.rglob("application.svg"))
    return folder


def test_the_bundle_is_whole_and_says_nothing_else(bundle, tmp_path):
    ran = bundle.run("--self-test")
    *checks, result = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert result.endswith("self-test passed")
    assert [line for line in checks if not line.startswith("ok      ")] == []
    assert {line.split()[-1] for line in checks} >= {"icons", "signals", "shown", "report"}


def test_it_needs_no_display_and_touches_nothing_of_the_persons(bundle):
    ran = bundle.run("--self-test", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="xcb")
    assert ran.code == 0, ran.out
    assert list(Path(os.environ["HOME"]).iterdir()) == []


def test_a_broken_icon_is_named(damaged):
    icon = resources(damaged) / "icons" / "key-round.svg"
    icon.unlink()
    icon.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    ran = damaged.run("--self-test")
    assert ran.code == 1
    assert "key-round.svg" in ran.out
    assert ran.out.splitlines()[-1].endswith("self-test failed")


@pytest.mark.parametrize(
    "name",
    ["icons/printer.svg", "application.svg", "scenarios/valid.json", "scenarios/too_large.json"],
)
def test_a_missing_file_is_named(damaged, name):
    (resources(damaged) / name).unlink()
    ran = damaged.run("--self-test")
    assert ran.code == 1
    assert Path(name).name in ran.out + ran.err


def test_a_changed_file_is_named(damaged):
    scenario = resources(damaged) / "scenarios" / "slow.json"
    content = scenario.read_bytes()
    scenario.unlink()  # it is a link to the bundle's own
    scenario.write_bytes(content + b" ")
    ran = damaged.run("--self-test")
    assert ran.code == 1
    assert "FAILED  files: " in ran.out
    assert "scenarios/slow.json" in ran.out


@pytest.mark.parametrize("name", ["report.css", "report.html.j2"])
def test_a_missing_template_is_a_failure(damaged, name):
    (template,) = damaged.path.rglob(name)
    template.unlink()
    ran = damaged.run("--self-test")
    assert ran.code == 1
    assert "FAILED  " in ran.out


def test_a_keyring_that_lacks_its_libraries_is_a_failure(damaged):
    shutil.rmtree(next(damaged.path.rglob("cryptography")))
    ran = damaged.run("--self-test")
    assert ran.code == 1
    assert "keyrings" in ran.out
