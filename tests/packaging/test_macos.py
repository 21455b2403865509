"""Packages for macOS, as far as this can be told without a Mac."""

import plistlib

from macos import disk_image, signing


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
