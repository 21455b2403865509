"""The app for macOS, built on this system by PyInstaller's own classes from the wheels for macOS.

The wheels are those of the lock, by name and hash, from whichever index uv is configured for. They
are kept in build/macos, so that the download of 110 MB happens once.
"""

import hashlib
import json
import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from bundle import content_policy, identity, licences

LOCK = identity.CHECKOUT / "packaging" / "locks" / "package.txt"
SIMULATION = Path(__file__).with_name("simulated_build.py")
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


def install_packages_for_macos():
    """Install the locked packages for a Mac with Apple's processor; returns their folder."""
    name = hashlib.sha256(LOCK.read_bytes() + PYTHON.encode()).hexdigest()[:16]
    kept = identity.CHECKOUT / "build" / "macos" / name
    if kept.exists():
        return kept
    unfinished = kept.with_name(f"{name}-{os.getpid()}")
    done = subprocess.run(
        [
            Path(sys.executable).with_name("uv"), "pip", "install", "--quiet", "--require-hashes",
            "--only-binary=:all:", "--python-platform=aarch64-apple-darwin",
            f"--python={sys.executable}", f"--python-version={PYTHON}", f"--target={unfinished}",
            f"--requirement={LOCK}",
        ],
        env={"UV_SYSTEM_CERTS": "1"} | os.environ,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, (
        "The packages for macOS could not be downloaded: this test needs the package index once, "
        f"and keeps in {kept} what it has. uv says:\n{done.stderr}"
    )
    unfinished.replace(kept)
    return kept


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("macos")
    done = subprocess.run(
        [sys.executable, SIMULATION, install_packages_for_macos(), folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"inspector.spec does not build on macOS:\n{done.stderr[-3000:]}"
    return json.loads(done.stdout)


@pytest.mark.timeout(300)
def test_the_app_is_the_window_and_each_file_has_an_owner(built):
    """The two programs share a folder; the first of the list and the last one decided for both."""
    contents = Path(built["app"]) / "Contents"
    told = plistlib.loads((contents / "Info.plist").read_bytes())
    assert told["CFBundleExecutable"] == identity.DESKTOP == built["executable"]
    assert told["LSBackgroundOnly"] is False
    programs = {path.name for path in (contents / "MacOS").iterdir()}
    assert programs == {identity.DESKTOP, identity.CONSOLE}

    assert told["CFBundleIdentifier"] == identity.IDENTIFIER
    assert told["CFBundleVersion"] == told["CFBundleShortVersionString"] == identity.read_version()
    assert told["CFBundleLocalizations"] == ["en", "zh-Hans"]
    assert told["CFBundleAllowMixedLocalizations"] is True
    assert {kind["LSHandlerRank"] for kind in told["CFBundleDocumentTypes"]} == {"Alternate"}
    assert (contents / "Resources" / told["CFBundleIconFile"]).is_file()

    oldest = [int(number) for number in told["LSMinimumSystemVersion"].split(".")]
    assert [*oldest, 0] == built["oldest_system"], "mend OLDEST_SYSTEM of macos/info_plist.py"

    items = built["items"]
    assert {"pyside6-essentials", "shiboken6", "Qt", "Python", "OpenSSL"} <= items.keys()
    policy = content_policy.read()
    assert items.keys() <= policy.distributions.keys() | policy.components.keys()
    assert (contents / "Resources" / licences.FILE_NAME).is_file()
