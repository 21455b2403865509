"""Packages for macOS, as far as this can be told without a Mac."""

import plistlib
import sys
from pathlib import Path

import pytest
from macos import disk_image, signing

posix = pytest.mark.skipif(sys.platform == "win32", reason="stands in by shell scripts")


def app_with(folder, *places):
    app = folder / "EnOS Session Inspector.app"
    for place in places:
        file = app / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"\xcf\xfa\xed\xfe and so on")
    return app


def test_what_is_inside_is_signed_before_what_holds_it(tmp_path):
    app = app_with(
        tmp_path,
        "Contents/MacOS/enos-session-inspector",
        "Contents/Frameworks/QtCore.framework/Versions/A/QtCore",
        "Contents/Frameworks/lib.dylib",
    )
    (app / "Contents" / "Resources").mkdir()
    (app / "Contents" / "Resources" / "LICENSE").write_text("text", encoding="utf-8")
    names = [path.name for path in signing.find_binaries(app)]
    assert names[0] == "QtCore"
    assert set(names) == {"QtCore", "lib.dylib", "enos-session-inspector"}


def test_the_hardened_runtime_allows_one_thing():
    granted = plistlib.loads(signing.ENTITLEMENTS.read_bytes())
    assert granted == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_entitlements_are_the_programs_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("MACOS_IDENTITY", "Developer ID Application: Example")
    app = app_with(tmp_path, "Contents/MacOS/enos-session", "Contents/Frameworks/lib.dylib")
    granted = {
        path.name: "--entitlements" in signing.build_command(path)
        for path in (app, *signing.find_binaries(app))
    }
    assert granted == {app.name: True, "enos-session": True, "lib.dylib": False}


def test_the_image_shows_the_app_beside_the_folder_it_is_dragged_into(tmp_path):
    settings = disk_image.build_settings(
        app_with(tmp_path, "Contents/MacOS/enos-session-inspector")
    )
    assert settings["symlinks"] == {"Applications": "/Applications"}
    assert set(settings["icon_locations"]) == {"EnOS Session Inspector.app", "Applications"}


@pytest.fixture
def apples_programs(tmp_path, monkeypatch):
    """Stand-ins of Apple's programs, which write down how they are called."""
    called = tmp_path / "called"
    for name in ("codesign", "xcrun", "spctl"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> "{called}"\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return lambda: [
        line.replace(str(tmp_path), "").split() for line in called.read_text().splitlines()
    ]


@posix
def test_a_notarised_image_is_stapled_validated_and_assessed_before_it_is_published(
    apples_programs, tmp_path, monkeypatch
):
    monkeypatch.setenv("MACOS_IDENTITY", "Developer ID Application: Example")
    monkeypatch.setenv("NOTARY_PROFILE", "release")
    signing.sign_and_notarise(tmp_path / "app.dmg")
    calls = apples_programs()
    assert [" ".join(words[: 3 if words[0] == "xcrun" else 1]) for words in calls] == [
        "codesign",
        "xcrun notarytool submit",
        "xcrun stapler staple",
        "xcrun stapler validate",
        "spctl",
    ]
    assert "--wait" in calls[1]
    assert all("/app.dmg" in words for words in calls)


@posix
def test_an_ad_hoc_signed_image_goes_to_no_notary(apples_programs, tmp_path, monkeypatch):
    monkeypatch.delenv("MACOS_IDENTITY", raising=False)
    monkeypatch.setenv("NOTARY_PROFILE", "release")
    app = app_with(tmp_path, "Contents/MacOS/enos-session")
    signing.sign_app(app)
    signing.sign_and_notarise(Path(tmp_path, "app.dmg"))
    calls = apples_programs()
    assert {words[0] for words in calls} == {"codesign"}
    assert calls[-1][1:4] == ["--verify", "--deep", "--strict"]
