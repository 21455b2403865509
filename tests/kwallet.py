"""A real KWallet for tests: on a private session bus that can start it, on a hidden screen.

``with kwallet() as wallet:`` points ``DBUS_SESSION_BUS_ADDRESS`` at that bus. KWallet does not run
before somebody starts it by its own name, and has no wallet before ``make_wallet``.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.secret_service import end, start_bus
from tests.virtual_screen import hand, virtual_screen

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

_ADDRESS: Final = "DBUS_SESSION_BUS_ADDRESS"
_PASSWORD: Final = "of-a-wallet-that-is-none"
_PATIENCE: Final = 20.0
_SERVICE: Final = Path("/usr/share/dbus-1/services/org.kde.kwalletd5.service")

# Where its wizard has these, from its window's corner; GPG, its default, would need keys.
_CLASSIC: Final = ("118", "164")
_FINISH: Final = ("362", "335")


@dataclass
class KWallet:
    """The bus that can start it, and a hand on its dialogs."""

    home: Path
    screen: dict[str, str]

    def make_wallet(self) -> None:
        """Make the default wallet in the wizard that asks for it, as a person would."""
        wizard = self._wait_for_dialog("")
        dialog = wizard
        until = time.monotonic() + _PATIENCE
        while dialog == wizard and time.monotonic() < until:
            hand(self.screen, "mousemove", "--window", wizard, *_CLASSIC)
            hand(self.screen, "click", "1")
            hand(self.screen, "mousemove", "--window", wizard, *_FINISH)
            hand(self.screen, "click", "1")
            dialog = self._wait_for_dialog(wizard, 2.0)
        assert dialog != wizard
        hand(self.screen, "windowfocus", "--sync", dialog, "type", _PASSWORD)
        hand(self.screen, "key", "Tab", "type", _PASSWORD)
        hand(self.screen, "key", "Return")

    def _wait_for_dialog(self, earlier: str, seconds: float = _PATIENCE) -> str:
        """The number of the dialog that is not the ``earlier`` one, or that after ``seconds``."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found: str = hand(self.screen, "search", "--onlyvisible", "--name", ".*")
            for window in found.split():
                name = hand(self.screen, "getwindowname", window)
                if "Wallet" in name and window != earlier:
                    return window
        return earlier


@contextmanager
def kwallet() -> Iterator[KWallet]:
    """KWallet as after the installation, for as long as the block lasts."""
    home = Path(tempfile.mkdtemp(prefix="kwallet-"))
    earlier = os.environ.get(_ADDRESS)
    (home / "config").mkdir()
    (home / "config" / "kwalletrc").write_text("[Wallet]\nFirst Use=false\n", encoding="utf-8")
    (home / "services").mkdir()
    shutil.copy(_SERVICE, home / "services")
    bus: subprocess.Popen[bytes] | None = None
    try:
        with virtual_screen() as display:
            screen = {
                "PATH": os.environ["PATH"],
                "LC_ALL": "C.UTF-8",
                "HOME": str(home),
                "XDG_RUNTIME_DIR": str(home),
                "XDG_CONFIG_HOME": str(home / "config"),
                "XDG_DATA_HOME": str(home / "data"),
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                _ADDRESS: f"unix:path={home / 'bus'}",
            }
            bus = start_bus(home, screen, home / "services")
            os.environ[_ADDRESS] = screen[_ADDRESS]
            try:
                yield KWallet(home, screen)
            finally:
                end(bus)  # and with it the program that it started
    finally:
        if earlier is None:
            os.environ.pop(_ADDRESS, None)
        else:
            os.environ[_ADDRESS] = earlier
        shutil.rmtree(home, ignore_errors=True)
