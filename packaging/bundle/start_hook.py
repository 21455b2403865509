"""Runs first in the frozen window: PyInstaller's hooks import Qt before the app's own first line.

A start makes no garbage, and the app's own collector takes over, as where nothing is frozen.
"""

import gc

gc.disable()
