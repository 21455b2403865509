"""The suite's portable part names what Wine could not tell."""

import pytest
from bundle import identity
from windows.trial import suite

from tests.systems import is_wine, not_told_by_wine

PRINTED = r"""
..s.s
SKIPPED [1] tests\system\test_file_lock.py:20: not told by Wine: its _locking sets no errno
SKIPPED [3] tests\report\test_one.py:7: Windows has no bash
10 passed, 2 skipped in 1.00s
"""


def test_what_wine_cannot_tell_is_told_apart_from_what_windows_has_not():
    assert suite.list_untold(PRINTED) == [
        ("tests/system/test_file_lock.py:20", "its _locking sets no errno")
    ]


def test_a_test_is_left_out_under_wine_alone_and_says_why():
    mark = not_told_by_wine("it has none").mark
    assert mark.args == (is_wine(),)
    assert mark.kwargs["reason"] == "not told by Wine: it has none"
    assert mark.name == pytest.mark.skipif.name


def test_its_folders_are_there():
    for folder in suite.FOLDERS:
        assert (identity.CHECKOUT / "tests" / folder).is_dir()
