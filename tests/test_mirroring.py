"""A test that is named after a module stands in the folder that mirrors the module's."""

from functools import cache
from pathlib import Path, PurePosixPath

import pytest

CHECKOUT = Path(__file__).parent.parent
TESTS = CHECKOUT / "tests"
MIRRORED = {"packaging": CHECKOUT / "packaging", "": CHECKOUT / "inspector_app"}
"""By a folder in tests/ the one whose folders it mirrors; the first that fits counts."""


def mirrored_folder(folder):
    """The folder of modules that a folder of tests/ mirrors; None for one of the tests' own."""
    for place, package in MIRRORED.items():
        if folder.is_relative_to(place):
            mirrored = package / folder.relative_to(place)
            return mirrored if mirrored.is_dir() else None
    return None


def homes(name):
    """The folder in tests/ that each module of this name has."""
    return {
        PurePosixPath(place, module.parent.relative_to(package).as_posix())
        for place, package in MIRRORED.items()
        for module in modules(package)
        if module.stem == name
    }


@cache
def modules(package):
    return tuple(package.rglob("*.py"))


def misplacement(test):
    """What to do with a test file, named as in tests/; empty where it may stay."""
    possible = homes(test.stem.removeprefix("test_"))
    if mirrored_folder(test.parent) is None or not possible or test.parent in possible:
        return ""
    places = " or ".join(f"tests/{place}/" for place in sorted(possible))
    return f"move tests/{test} to {places}, beside what it tests, or give it a name of its own"


def test_a_test_named_after_a_module_stands_where_the_module_does():
    tests = [PurePosixPath(path.relative_to(TESTS).as_posix()) for path in TESTS.rglob("test_*.py")]
    misplaced = [said for said in map(misplacement, sorted(tests)) if said]
    assert not misplaced, "\n".join(misplaced)


@pytest.mark.parametrize(
    ("test", "place"),
    [
        ("desktop/test_idle_timer.py", "tests/desktop/guards/"),
        ("packaging/test_tarball.py", "tests/packaging/linux/"),
        ("vault/test_tarball.py", "tests/packaging/linux/"),
        ("test_token.py", "tests/session/"),
    ],
)
def test_one_that_stands_elsewhere_is_sent_home(test, place):
    assert f"to {place}, beside" in misplacement(PurePosixPath(test))


@pytest.mark.parametrize(
    "test",
    [
        "desktop/guards/test_idle_timer.py",
        "packaging/linux/test_tarball.py",
        "packaging/test_build.py",
        "desktop/test_no_module_of_this_name.py",
        "frozen/test_self_test.py",
    ],
)
def test_one_that_is_at_home_has_another_name_or_is_of_the_tests_own_folders_stays(test):
    assert misplacement(PurePosixPath(test)) == ""
