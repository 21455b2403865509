"""A real Secret Service for tests: gnome-keyring on a private session bus, with a private home.

``with secret_service() as service:`` points ``DBUS_SESSION_BUS_ADDRESS`` at it and puts the old
value back afterwards. No display is needed, nothing of the person's own keyring is touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if not sys.platform.startswith("linux"):
    import pytest

    pytest.skip("the Secret Service is Linux's", allow_module_level=True)

import secretstorage
from jeepney import (  # type: ignore[import-untyped]  # ships no types
    DBusAddress,
    MatchRule,
    new_method_call,
)
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]  # idem
from jeepney.io.blocking import DBusConnection, Proxy  # type: ignore[import-untyped]  # idem
from secretstorage.collection import Collection
from secretstorage.util import DBusAddressWrapper, format_secret, open_session

if TYPE_CHECKING:
    from collections.abc import Iterator

_PASSWORD: Final = "only-for-tests"  # an empty one would make gnome-keyring write plain text
_ADDRESS: Final = "DBUS_SESSION_BUS_ADDRESS"
_NAME: Final = "org.freedesktop.secrets"
_PATIENCE: Final = 20.0  # seconds for a slow machine; nothing waits as long when all is well

# No service directories: nothing else is ever started on this bus, no prompter and no portal.
_BUS: Final = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  {folder}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass
class SecretService:
    """The running daemons and what can be done to them."""

    home: Path
    bus: subprocess.Popen[bytes]
    daemon: subprocess.Popen[bytes]

    def lock(self) -> None:
        """Lock the default collection, as after a time of rest."""
        with closing(secretstorage.dbus_init()) as bus:
            Collection(bus).lock()

    def unlock(self) -> None:
        """Unlock the default collection, as a person would by typing the password."""
        with closing(secretstorage.dbus_init()) as bus:
            master = format_secret(open_session(bus), _PASSWORD.encode(), "text/plain")
            DBusAddressWrapper(
                "/org/freedesktop/secrets",
                "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
                bus,
            ).call("UnlockWithMasterPassword", "o(oayays)", Collection(bus).collection_path, master)

    def delete_collection(self) -> None:
        """Leave the keyring as before it was first used."""
        with closing(secretstorage.dbus_init()) as bus:
            Collection(bus).delete()

    def freeze(self) -> None:
        """Stop the keyring daemon in its tracks; it is stopped when this returns."""
        self.daemon.send_signal(signal.SIGSTOP)
        os.waitpid(self.daemon.pid, os.WUNTRACED)

    def thaw(self) -> None:
        """Let a frozen daemon go on."""
        self.daemon.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End the keyring daemon at once, and wait until the bus knows."""
        with closing(secretstorage.dbus_init()) as bus:
            end(self.daemon)
            wait_for_owner(bus, present=False)

    def items(self) -> tuple[str, ...]:
        """The user names under which this app holds items, sorted, one for each item."""
        with closing(secretstorage.dbus_init()) as bus:
            while True:
                with suppress(secretstorage.ItemNotFoundException):  # deleted since it was found
                    found = Collection(bus).search_items({"service": "EnOS Session Inspector"})
                    return tuple(sorted(item.get_attributes()["username"] for item in found))


@contextmanager
def secret_service() -> Iterator[SecretService]:
    """An unlocked, empty keyring, for as long as the block lasts."""
    # A short path: a socket's may have about 100 characters, and pytest's are longer.
    home = Path(tempfile.mkdtemp(prefix="keyring-"))
    earlier = os.environ.get(_ADDRESS)
    started: list[subprocess.Popen[bytes]] = []
    try:
        environment = _environment(home)
        started.append(start_bus(home, environment))
        os.environ[_ADDRESS] = environment[_ADDRESS]
        started.append(_start_daemon(environment))
        with closing(secretstorage.dbus_init()) as bus:
            wait_for_owner(bus, present=True)
        yield SecretService(home, *started)
    finally:
        for process in reversed(started):
            end(process)
        if earlier is None:
            os.environ.pop(_ADDRESS, None)
        else:
            os.environ[_ADDRESS] = earlier
        shutil.rmtree(home)


def _environment(home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        _ADDRESS: f"unix:path={home / 'bus'}",
    }


def start_bus(
    home: Path, environment: dict[str, str], services: Path | None = None
) -> subprocess.Popen[bytes]:
    """Start a session bus, which starts the programs of ``services`` and no others."""
    configuration = home / "bus.conf"
    folder = f"<servicedir>{services}</servicedir>" if services else ""
    configuration.write_text(_BUS.format(socket=home / "bus", folder=folder), encoding="utf-8")
    bus = subprocess.Popen(
        ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert bus.stdout is not None
    with bus.stdout as printed:
        address = printed.readline()  # printed once it listens
    if not address:
        end(bus)
        raise AssertionError("dbus-daemon did not start")
    return bus


def _start_daemon(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--components=secrets", "--unlock", "--foreground"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdin is not None
    with daemon.stdin as password:
        password.write(_PASSWORD.encode())
    return daemon


def wait_for_owner(bus: DBusConnection, *, present: bool) -> None:
    proxy = Proxy(message_bus, bus)
    rule = MatchRule(
        type="signal",
        sender="org.freedesktop.DBus",
        interface="org.freedesktop.DBus",
        member="NameOwnerChanged",
        path="/org/freedesktop/DBus",
    )
    proxy.AddMatch(rule)
    with bus.filter(rule, bufsize=100) as changes:
        while bool(proxy.NameHasOwner(_NAME)[0]) is not present:
            bus.recv_until_filtered(changes, timeout=_PATIENCE)


def end(process: subprocess.Popen[bytes]) -> None:
    process.kill()  # a frozen one too
    process.wait(_PATIENCE)


@contextmanager
def silent_prompter() -> Iterator[DBusConnection]:
    """Stand where GNOME's password prompt would, and let the person take for ever.

    Gives the connection on which the request for a prompt arrives; see ``wait_for_prompt``.
    """
    with closing(secretstorage.dbus_init()) as bus:
        bus.send_and_get_reply(
            new_method_call(
                DBusAddress(
                    "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus"
                ),
                "RequestName",
                "su",
                ("org.gnome.keyring.SystemPrompter", 0),
            )
        )
        yield bus


def wait_for_prompt(prompter: DBusConnection) -> None:
    """Return when the keyring has asked for its prompt to be shown."""
    while "BeginPrompting" not in prompter.receive(timeout=_PATIENCE).header.fields.values():
        pass
