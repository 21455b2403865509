"""What keeps the programs from starting at all, in words instead of a traceback."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.translatable_text import Text


def find_obstacle() -> Text | None:
    """What has to be mended first; None where nothing stands in the way.

    Python itself cannot say a time before 1677 or after 2262, and each library that asks fails in
    its own way. Where there is neither ``HOME`` nor an entry of the user, no folder can be named.
    """
    try:
        time.time()
    except OverflowError:
        return tr("This computer's clock is set to a year that cannot be right. Set the clock.")
    from inspector_app.system.paths import get_directories

    try:
        get_directories()
    except RuntimeError:
        return tr("This user has no home folder. Set HOME to a folder for the settings.")
    return None
