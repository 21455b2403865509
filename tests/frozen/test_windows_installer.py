"""The installer for Windows, compiled over the bundle of this system as stand-in files."""

import sys

import pytest

from tests.frozen.conftest import BUILT

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's makensis is used"),
]


def test_the_whole_bundle_fits_into_an_installer():
    (built,) = (BUILT / "stand-ins").glob("*-setup.exe")
    assert built.read_bytes().startswith(b"MZ")
    assert 10_000_000 < built.stat().st_size < 60_000_000
