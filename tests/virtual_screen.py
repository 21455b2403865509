"""An X server of a test's own, without a screen that anybody sees; Linux alone."""

import os
import subprocess
from contextlib import contextmanager


@contextmanager
def virtual_screen():
    """Gives the name of its display, as ``DISPLAY`` wants it, for as long as the block lasts."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    yield display
    server.terminate()
    server.wait(10)
