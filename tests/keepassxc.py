"""A real KeePassXC for tests, as the Secret Service of a private session bus, on a hidden screen.

``with keepassxc(confirm=True) as desk:`` points ``DBUS_SESSION_BUS_ADDRESS`` at its bus. Its
database is open and empty; what it asks is answered with ``desk.allow()`` and ``desk.decline()``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import secretstorage
from secretstorage.collection import Collection
from secretstorage.defines import SS_PATH, SS_PREFIX
from secretstorage.util import DBusAddressWrapper, exec_prompt

from tests.secret_service import end, start_bus, wait_for_owner
from tests.virtual_screen import hand, virtual_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS: Final = "DBUS_SESSION_BUS_ADDRESS"
_PASSWORD: Final = "of-a-desk-that-is-none"
_PATIENCE: Final = 20.0
_REQUEST: Final = "Access Request"
_UNLOCK: Final = "Unlock Database"

# A database whose root group the Secret Service shows; the settings of the program are below.
_DATABASE: Final = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<KeePassFile><Meta><Generator>KeePassXC</Generator><DatabaseName>desk</DatabaseName><CustomData>
<Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{00112233-4455-6677-8899-aabbccddeeff}</Value></Item>
</CustomData></Meta>
<Root><Group><UUID>ABEiM0RVZneImaq7zN3u/w==</UUID><Name>Root</Name></Group></Root></KeePassFile>
"""
_SETTINGS: Final = """[General]
ConfigVersion=2
UpdateCheckMessageShown=true
SingleInstance=false
[GUI]
CheckForUpdates=false
[FdoSecrets]
Enabled=true
ShowNotification=false
ConfirmAccessItem={confirm}
ConfirmDeleteItem={confirm}
"""


@dataclass
class KeePassXC:
    """The running program, and a hand on its dialogs."""

    home: Path
    screen: dict[str, str]
    program: subprocess.Popen[bytes]

    def allow(self) -> None:
        """Give the consent that it asks for, once it asks."""
        self._press(self.wait_for_question(), "Return")

    def decline(self) -> None:
        """Dismiss the dialog, once it is there."""
        self._press(self.wait_for_question(), "Escape")

    def wait_for_question(self) -> str:
        """The number of the window that asks."""
        return self._wait_for_window(_REQUEST)

    def wait_for_password_dialog(self) -> None:
        """Return when it asks for the database's password."""
        self._wait_for_window(_UNLOCK)

    def is_asking(self) -> bool:
        """Whether a dialog is open."""
        return bool(self._find_windows(_REQUEST))

    def lock(self) -> None:
        """Lock the database, as a person or its own clock would."""
        with closing(secretstorage.dbus_init()) as bus:
            collection = Collection(bus)
            service = DBusAddressWrapper(SS_PATH, f"{SS_PREFIX}Service", bus)
            _, prompt = service.call("Lock", "ao", [collection.collection_path])
            if prompt != "/":
                exec_prompt(bus, prompt, timeout=_PATIENCE)
            assert collection.is_locked()

    def type_password(self) -> None:
        """Open the database in the dialog that asks for it, once that is there."""
        window = self._wait_for_window(_UNLOCK)
        while window in self._find_windows(_UNLOCK):
            hand(self.screen, "windowfocus", "--sync", window, "type", _PASSWORD)
            hand(self.screen, "key", "Return")
            self._wait_until_gone(window, _UNLOCK, 2.0)

    def items(self) -> tuple[str, ...]:
        """The user names under which this app holds items, sorted, one for each item."""
        with closing(secretstorage.dbus_init()) as bus:
            found = Collection(bus).search_items({"service": "EnOS Session Inspector"})
            return tuple(sorted(item.get_attributes()["username"] for item in found))

    def _find_windows(self, name: str) -> list[str]:
        found: str = hand(self.screen, "search", "--onlyvisible", "--name", name)
        return found.split()

    def _wait_for_window(self, name: str) -> str:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            found = self._find_windows(name)
            if found:
                return found[0]
        raise AssertionError(f"KeePassXC has no window “{name}”")

    def _wait_until_gone(self, window: str, name: str, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and window in self._find_windows(name):
            pass

    def _press(self, window: str, key: str) -> None:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and window in self._find_windows(_REQUEST):
            hand(self.screen, "windowfocus", "--sync", window, "key", key)
            self._wait_until_gone(window, _REQUEST, 1.0)


@contextmanager
def keepassxc(*, confirm: bool) -> Iterator[KeePassXC]:
    """An open, empty database, for as long as the block lasts; ``confirm`` is its own default."""
    home = Path(tempfile.mkdtemp(prefix="kpx-"))
    earlier = os.environ.get(_ADDRESS)
    started: list[subprocess.Popen[bytes]] = []
    try:
        with virtual_screen() as display:
            screen = {
                "PATH": os.environ["PATH"],
                "LC_ALL": "C.UTF-8",
                "HOME": str(home),
                "XDG_RUNTIME_DIR": str(home),
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                _ADDRESS: f"unix:path={home / 'bus'}",
            }
            (home / "desk.kdbx").write_bytes(_make_database())
            started.append(start_bus(home, screen))
            os.environ[_ADDRESS] = screen[_ADDRESS]
            started.append(_start(home, screen, confirm=confirm))
            with closing(secretstorage.dbus_init()) as bus:
                wait_for_owner(bus, present=True)
            _wait_until_open()
            try:
                yield KeePassXC(home, screen, started[-1])
            finally:
                for process in reversed(started):
                    end(process)
    finally:
        if earlier is None:
            os.environ.pop(_ADDRESS, None)
        else:
            os.environ[_ADDRESS] = earlier
        shutil.rmtree(home)


@cache
def _make_database() -> bytes:
    """An empty database, which takes longer to make than many a test of it."""
    with tempfile.TemporaryDirectory(prefix="kpx-") as folder:
        form, made = Path(folder, "desk.xml"), Path(folder, "desk.kdbx")
        form.write_text(_DATABASE, encoding="utf-8")
        subprocess.run(
            ["keepassxc-cli", "import", "-p", "-t", "100", str(form), str(made)],
            input=f"{_PASSWORD}\n{_PASSWORD}\n".encode(),
            env={
                "PATH": os.environ["PATH"],
                "LC_ALL": "C.UTF-8",
                "HOME": folder,
                "XDG_RUNTIME_DIR": folder,
                "QT_QPA_PLATFORM": "offscreen",
            },
            capture_output=True,
            check=True,
        )
        return made.read_bytes()


def _start(home: Path, screen: dict[str, str], *, confirm: bool) -> subprocess.Popen[bytes]:
    settings = home / "keepassxc.ini"
    settings.write_text(_SETTINGS.format(confirm=str(confirm).lower()), encoding="utf-8")
    files = ["--config", str(settings), "--localconfig", str(home / "local.ini")]
    program = subprocess.Popen(
        ["keepassxc", *files, "--pw-stdin", str(home / "desk.kdbx")],
        env=screen,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert program.stdin is not None
    with program.stdin as password:
        password.write(f"{_PASSWORD}\n".encode())
    return program


def _wait_until_open() -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        with closing(secretstorage.dbus_init()) as bus:
            try:
                if not Collection(bus).is_locked():
                    return
            except secretstorage.ItemNotFoundException:
                pass  # the database is being read
    raise AssertionError("KeePassXC did not open its database")
