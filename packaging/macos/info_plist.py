"""What Info.plist tells macOS about the app; PyInstaller adds names, version and icon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bundle import identity

if TYPE_CHECKING:
    from collections.abc import Mapping

OLDEST_SYSTEM: Final = "13.0"
"""The oldest macOS that Qt's frameworks of the lock were built for; a test reads it from them.

PySide's libraries between Python and Qt are marked for 15.0, though its wheel names 13.0: the
loader does not ask for their mark, and nobody has tried them on 13 or 14.
"""

_DOCUMENT_TYPES: Final = (
    ("JSON document", {"LSItemContentTypes": ["public.json"]}),
    ("HTTP archive", {"CFBundleTypeExtensions": ["har"]}),
)


def build_info_plist() -> Mapping[str, Any]:
    """Build the keys that PyInstaller does not set, and those that it would set wrongly."""
    return {
        # Of two executables PyInstaller takes the first, and of the last one that it is a console.
        "CFBundleExecutable": identity.DESKTOP,
        "LSBackgroundOnly": False,
        "CFBundleDisplayName": identity.NAME,
        "CFBundleVersion": identity.read_version(),
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        # macOS offers an app the languages that are named here, and no others.
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh-Hans"],
        "CFBundleAllowMixedLocalizations": True,
        # Offered under Open With, and never the default.
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": name,
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                **which,
            }
            for name, which in _DOCUMENT_TYPES
        ],
        "LSApplicationCategoryType": "public.app-category.developer-tools",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # dark mode
    }
