"""Windows' access lists: what the app writes is its user's alone."""

import sys

import pytest

from inspector_app.system import atomic_file, paths
from inspector_app.system.windows_security import (
    FILE_CHANGES,
    FOLDER_CHANGES,
    build_private_list,
    may_others,
    read_descriptor,
)

USER = "S-1-5-21-1004336348-1177238915-682003330-512"


@pytest.mark.parametrize("rights", [FILE_CHANGES, FOLDER_CHANGES, 0x1])
def test_a_private_list_grants_nothing_to_anybody_but_its_user(rights):
    """E5: readable by this user alone, which on Windows no mode of a file says."""
    entries = build_private_list(USER)
    assert entries.count(USER) == 1
    assert not may_others(f"O:BA{entries.replace(USER, 'BA')}", rights)


def test_a_private_list_takes_over_nothing_from_the_folder_above():
    assert build_private_list(USER).startswith("D:P(")


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows itself")
def test_what_the_app_writes_is_its_users_alone(tmp_path):
    """E5."""
    folder = tmp_path / "state"
    paths.create_private_folder(folder)
    atomic_file.atomic_write(folder / "file", b"whole")
    for path in (folder, folder / "file"):
        owner, _, entries = read_descriptor(path).partition("D:")
        user = owner.removeprefix("O:")
        assert entries.count("(") == 2
        assert not may_others(f"O:BAD:{entries.replace(user, 'BA')}", FILE_CHANGES | 0x1)
