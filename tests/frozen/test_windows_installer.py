"""The installer for Windows, compiled over the bundle of this system as stand-in files."""

import shutil
import sys

import pytest
from bundle import identity
from windows import installer

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's makensis is used"),
    pytest.mark.timeout(600),
]


def test_the_whole_bundle_fits_into_an_installer(bundle, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    stand_in = tmp_path / "bundle"
    shutil.copytree(bundle.path, stand_in)
    for program in (identity.DESKTOP, identity.CONSOLE):
        (stand_in / program).rename(stand_in / f"{program}.exe")
    (built,) = installer.make(stand_in, tmp_path / "out")
    assert built.read_bytes().startswith(b"MZ")
    assert 10_000_000 < built.stat().st_size < 60_000_000
