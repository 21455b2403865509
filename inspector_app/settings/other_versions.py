"""Settings of another version of the app: each version's are kept while another is in use.

Somebody who goes back to an older version, and forward again, finds what each had.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from pathlib import Path

OTHER_VERSION_TEXT: Final = tr(
    "The settings are those of another version of this app, and are kept for it. This version "
    "starts with its defaults."
)


class OtherVersionError(ValueError):
    """The file is of another version than this one.

    Attributes:
        version: which, 1 or more.
    """

    def __init__(self, version: int) -> None:
        super().__init__("another version")
        self.version = version


def get_kept_path(path: Path, version: int) -> Path:
    """Return where the settings of a version are kept while another one's are in ``path``."""
    return path.with_name(f"{path.stem}.version-{version}{path.suffix}")
