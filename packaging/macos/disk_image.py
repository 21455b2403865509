"""Builds the macOS disk image: the signed app beside a link to the Applications folder.

Written for the release workflow; it has not run on a Mac yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bundle import identity

from macos import signing

if TYPE_CHECKING:
    from pathlib import Path

WINDOW_RECT: Final = ((200, 120), (560, 340))
"""Position and size of the opened image's window, in points."""


def make(app: Path, out: Path) -> list[Path]:
    """Sign ``app`` and write its disk image into the folder ``out``.

    With an identity configured the image is signed and notarised too; see ``signing``.

    Raises:
        CalledProcessError: if codesign or notarytool refused.
        DMGError: of dmgbuild, if the image could not be made.
    """
    import dmgbuild  # type: ignore[import-not-found]  # is installed on macOS alone

    signing.sign_app(app)
    out.mkdir(parents=True, exist_ok=True)
    image = out / f"{identity.get_file_name()}.dmg"
    dmgbuild.build_dmg(str(image), identity.NAME, settings=build_settings(app))
    signing.sign_and_notarise(image)
    return [image]


def build_settings(app: Path) -> dict[str, Any]:
    """Build the settings of dmgbuild: contents and window layout of the image."""
    icon = app / "Contents" / "Resources" / "application.icns"
    return {
        "format": "UDZO",
        "files": [str(app)],
        "symlinks": {"Applications": "/Applications"},
        "icon": str(icon),
        "icon_size": 112,
        "text_size": 13,
        "window_rect": WINDOW_RECT,
        "icon_locations": {app.name: (150, 150), "Applications": (410, 150)},
    }
