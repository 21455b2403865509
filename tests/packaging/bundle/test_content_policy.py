"""What goes into the bundle is what somebody has looked at, with a reason for each."""

import ast
import re
import sys
from functools import cache

import pytest
from bundle import content_policy, identity
from bundle.content_policy import UnreviewedContentError

from inspector_app.system import translations

TABLES = content_policy.read()
REVIEWED = "packaging/contents.toml says what goes into the bundle, with a reason for each"
SOURCES = sorted((identity.CHECKOUT / "inspector_app").rglob("*.py"))


@cache
def imported():
    """The names of all modules that the app imports."""
    return {name for source in SOURCES for name in find_imports(source)}


def find_imports(source):
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_the_app_imports_no_part_of_qt_that_is_left_out():
    used = {name.split(".")[1] for name in imported() if name.startswith("PySide6.")}
    assert "QtWidgets" in used
    assert [part for part in used if not TABLES.is_qt_part_included(part)] == [], REVIEWED


def test_the_app_imports_no_module_that_is_left_out():
    left_out = TABLES.modules_excluded
    assert [
        name
        for name in imported()
        if any(name == out or name.startswith(f"{out}.") for out in left_out)
    ] == [], REVIEWED


def test_every_entry_gives_a_reason():
    reasons = {
        **TABLES.qt_included,
        **TABLES.qt_excluded,
        **TABLES.modules_excluded,
        **TABLES.icu_excluded,
        **{name: part.why for name, part in TABLES.distributions.items()},
        **{name: part.why for name, part in TABLES.components.items()},
    }
    assert [name for name, why in reasons.items() if not why.strip()] == [], REVIEWED


def test_nothing_is_kept_and_left_out_at_once():
    assert TABLES.qt_included.keys().isdisjoint(TABLES.qt_excluded), REVIEWED


def test_an_unknown_part_of_qt_stops_the_build():
    with pytest.raises(UnreviewedContentError, match="QtSomethingNew"):
        TABLES.is_qt_part_included("QtSomethingNew")


def test_the_first_entry_that_fits_decides():
    assert TABLES.is_qt_part_included("plugins/platforms/xcb")
    assert not TABLES.is_qt_part_included("plugins/platforms/eglfs")


def test_qt_brings_the_words_of_the_languages_that_the_app_speaks_and_no_others():
    for language in translations.list_languages():
        name = f"translations/qtbase_{language}.qm"
        assert TABLES.is_qt_part_included(name), f"include {name}: {REVIEWED}"
    assert not TABLES.is_qt_part_included("translations/qtbase_de.qm")
    assert not TABLES.is_qt_part_included("translations/linguist_zh_CN.qm")


@pytest.mark.parametrize(
    ("library", "component"),
    [
        ("libpython3.11.so.1.0", "Python"),
        ("python311.dll", "Python"),
        ("VCRUNTIME140.dll", "Python"),
        ("Python", "Python"),
        ("libssl.so.3", "OpenSSL"),
        ("libcrypto-3.dll", "OpenSSL"),
        ("libffi.so.8", "libffi"),
        ("libX11.so.6", None),
        ("libstdc++.so.6", None),
        ("libglib-2.0.so.0", None),
    ],
)
def test_of_the_machine_that_builds_only_pythons_own_libraries_go_along(library, component):
    assert TABLES.find_component(library) == component


def test_a_licence_is_written_as_spdx_has_it():
    parts = {**TABLES.distributions, **TABLES.components}
    spdx = r"[A-Za-z0-9.-]+( (AND|OR|WITH) [A-Za-z0-9.-]+)*"
    assert [name for name, part in parts.items() if not re.fullmatch(spdx, part.licence)] == [], (
        "write the licence in packaging/contents.toml as SPDX has it"
    )


def test_every_component_has_a_source_and_the_text_of_its_licence():
    for name, part in TABLES.components.items():
        assert part.source.startswith("https://"), f"{name}: source in packaging/contents.toml"
        assert part.texts, f"{name}: texts in packaging/contents.toml name files of its licence"
        for text in part.texts:
            assert (identity.CHECKOUT / text).stat().st_size > 500, f"{text} is no licence's text"


def test_the_runtime_lock_and_the_table_name_the_same_distributions():
    """What people get with pip is what they get in the bundle, but for what no way leads to."""
    lock = (identity.CHECKOUT / "packaging" / "locks" / "runtime.txt").read_text(encoding="utf-8")
    locked = set(re.findall(r"(?m)^([a-z0-9-]+)==", lock))
    unused = {"markdown-it-py", "mdurl", "pygments", "pycparser"}
    builders = {"pyinstaller", "pyinstaller-hooks-contrib"}
    inside = TABLES.distributions.keys() - builders
    assert inside == locked - unused, (
        f"packaging/contents.toml lacks {locked - unused - inside} of packaging/locks/runtime.txt, "
        f"which lacks {inside - (locked - unused)}: `python3 dev.py lock` writes it"
    )


def test_the_table_is_read_on_every_python_that_is_supported():
    assert sys.version_info >= (3, 11)
    assert content_policy.normalize_name("Jaraco.Classes_x") == "jaraco-classes-x"
