"""An X server of a test's own, which nobody sees, and a hand on its keys; Linux alone."""

import os
import subprocess
import time
from contextlib import contextmanager


@contextmanager
def virtual_screen():
    """Gives the name of its display, as ``DISPLAY`` wants it, for as long as the block lasts."""
    read, write = os.pipe()
    screen = ["-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        # Without a reset, at which it would turn others away, whenever its last program ends.
        ["Xvfb", "-displayfd", str(write), "-noreset", *screen],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        yield display
    finally:
        server.terminate()
        server.wait(10)


def hand(screen, *arguments):
    """What xdotool prints; it gives up, with nothing printed, when a window ends while it looks."""
    done = subprocess.run(
        ["xdotool", *arguments],
        env=dict(screen), capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    return done.stdout


def focus(screen, name, app):
    """Let the app's window of that name have the keys, once it is there; give its number."""
    until = time.monotonic() + 30
    while time.monotonic() < until and app.poll() is None:
        found = hand(screen, "search", "--onlyvisible", "--name", name).split()
        if found:
            hand(screen, "windowfocus", found[0])
            if hand(screen, "getwindowfocus").strip() == found[0]:
                return found[0]
    raise AssertionError(f"there is no window “{name}”: {app.poll()}")
