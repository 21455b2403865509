"""The Python for Windows is made of pinned parts, for tests alone, where no release looks."""

import re

import pytest
from bundle import content_policy, identity
from windows.trial import interpreter

TRIAL = identity.CHECKOUT / "build" / "windows-trial"
WORKFLOWS = identity.CHECKOUT / ".github" / "workflows"
DEFINITION = """;
; Definition file of python311.dll
;
LIBRARY "python311.dll"
EXPORTS
PyArg_Parse
PyExc_OSError DATA
_Py_Dealloc
"""


def test_the_names_of_a_library_are_read_from_its_definition():
    assert interpreter.parse_exports(DEFINITION) == ["PyArg_Parse", "PyExc_OSError", "_Py_Dealloc"]


def test_each_name_is_forwarded_to_the_library_of_the_full_version():
    assert interpreter.render_forwarders(["PyArg_Parse"]) == (
        "LIBRARY python3.dll\nEXPORTS\nPyArg_Parse = python311.PyArg_Parse\n"
    )


def test_the_wheel_that_carries_it_is_pinned_by_its_hash_and_names_no_host():
    lock = interpreter.INTERPRETER_LOCK.read_text(encoding="utf-8")
    assert re.findall(r"^(\S+==\S+) \\\n    --hash=sha256:[0-9a-f]{64}$", lock, re.MULTILINE) == [
        "panda3d==1.10.16"
    ]
    assert "://" not in lock


def test_its_licences_are_named_where_the_tools_of_development_are():
    notes = " ".join((identity.CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8").split())
    assert "the package panda3d (BSD-3-Clause)" in notes
    assert "CPython's own files (Python-2.0)" in notes


def test_nothing_of_that_wheel_may_be_in_a_bundle():
    assert "panda3d" not in content_policy.read().distributions


@pytest.mark.parametrize("workflow", sorted(WORKFLOWS.glob("*.yml")), ids=lambda path: path.stem)
def test_no_workflow_publishes_what_is_made_for_a_trial(workflow):
    """It is built by Wine and a Python that was put together here: it is for nobody else."""
    text = workflow.read_text(encoding="utf-8")
    uploaded = re.findall(
        r"uses: actions/upload-artifact@.*\n\s+(?:if: .*\n\s+)?with:\n((?: {10,}.*\n)+)", text
    )
    assert len(uploaded) == text.count("actions/upload-artifact@")
    folders = {
        line.split(":", 1)[1].strip()
        for block in uploaded
        for line in block.splitlines()
        if line.strip().startswith("path:")
    }
    assert folders <= {"dist/", "msi/", "build/acceptance/"}
    for folder in folders:
        assert not TRIAL.is_relative_to(identity.CHECKOUT / folder)


def test_what_is_released_are_the_packages_of_their_own_systems_alone():
    release = (WORKFLOWS / "release.yml").read_text(encoding="utf-8")
    assert re.findall(r"pattern: (.+)", release) == ["packages-*"]
    packages = (WORKFLOWS / "packages.yml").read_text(encoding="utf-8")
    assert re.findall(r"run: (?:sudo .*)?python\"?\)?\"? dev.py (\w+)", packages)[0] == "package"
    assert "windows-trial" not in packages + release


def test_the_trial_writes_into_no_folder_that_is_published():
    sources = "".join(path.read_text(encoding="utf-8") for path in interpreter.SOURCES.glob("*.py"))
    assert '"dist"' not in sources
    assert "publish" not in sources.replace("is ever published", "").replace("is published", "")
