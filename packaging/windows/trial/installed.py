"""Tried from outside: the bundle that the Windows Python builds, installed, used and removed."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING, Final

from bundle import identity

from windows import installer
from windows.trial.report import Trial, expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from windows.trial.machine import Machine

_RUNNING: Final = 2
"""The installer's exit code where the app is running."""

_PICTURE_SIZE: Final = 10_000
"""Bytes: one of an empty window has fewer."""

_UNINSTALL_KEY: Final = (
    rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{identity.DESKTOP}"
)
_KEEP: Final = (
    "from inspector_app.session.token import Token\n"
    "from inspector_app.vault.backends import open_backend\n"
    "from inspector_app.vault.vault import Vault\n"
    "vault = Vault(open_backend(timeout=60))\n"
    "print(vault.store_token('one', 'gateway.example.com', Token('t' * 3000)))"
)
_COUNT: Final = (
    "from windows.trial.inside_keyring import list_credentials\nprint(len(list_credentials()))"
)


def build_bundle(machine: Machine, into: Path) -> Path:
    """Build the bundle under Wine with packaging/build.py, which also runs its self-test.

    Raises:
        AssertionError: if that failed, with what it printed.
    """
    script = identity.CHECKOUT / "packaging" / "build.py"
    command = (machine.python, script, "--bundle-only", "--into", f"Z:{into}")
    done = machine.run(*command, PYTHONPATH="")  # without the packages of the tests
    expect(done.returncode == 0, done.stdout + done.stderr)
    return into / "bundle" / identity.DESKTOP


def try_installed(trial: Trial, machine: Machine, folder: Path) -> None:
    """Build, install, use, upgrade and remove."""
    built: list[Path] = []
    setups: list[Path] = []

    def build() -> str:
        shutil.rmtree(folder, ignore_errors=True)
        built.append(build_bundle(machine, folder))
        return f"{len(list(built[0].rglob('*')))} files"

    def pack() -> str:
        os.environ.setdefault("SOURCE_DATE_EPOCH", machine.build_environment()["SOURCE_DATE_EPOCH"])
        setups.extend(installer.make(built[0], folder / "setup", installer.FAST_COMPRESSOR))
        return f"{setups[0].stat().st_size / 1e6:.1f} MB"

    def install() -> str:
        done = machine.run(setups[0], "/S")
        expect(done.returncode == 0, done)
        return "silent"

    trial.run("the bundle is built and tests itself", build)
    if not built:
        return
    trial.run("the installer is packed", pack)
    if not setups:
        return
    trial.run("it installs", install)
    checks: dict[str, Callable[[Machine], str]] = {
        "the installed app tests itself": run_self_test,
        "the installed console app says its version": say_version,
        "the installed console app reads a saved answer": read_answer,
        "a picture of the installed app's window": take_picture,
    }
    for text, check in checks.items():
        trial.run(text, lambda check=check: check(machine))  # type: ignore[misc]
    trial.run("no upgrade while it runs", lambda: refuse_while_running(machine, setups[0]))
    trial.run("an upgrade leaves what is the person's", lambda: upgrade(machine, setups[0]))
    trial.run("removal leaves the tokens", lambda: remove(machine, forget=False))
    trial.run("it installs again", install)
    trial.run("removal with /FORGET takes the tokens", lambda: remove(machine, forget=True))


def run_self_test(machine: Machine) -> str:
    """Run the self-test of what was installed."""
    done = machine.run(machine.installed / f"{identity.DESKTOP}.exe", "--self-test")
    expect(done.returncode == 0, done)
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def say_version(machine: Machine) -> str:
    """Ask the console app."""
    done = machine.run(machine.installed / f"{identity.CONSOLE}.exe", "--version")
    expect(done.stdout.startswith(identity.CONSOLE), done)
    return done.stdout.strip()


def read_answer(machine: Machine) -> str:
    """Read an export that is in the checkout."""
    answer = identity.CHECKOUT / "docs" / "examples" / "session.json"
    done = machine.run(machine.installed / f"{identity.CONSOLE}.exe", "read", f"Z:{answer}")
    expect(done.stdout.strip(), done)
    return done.stdout.splitlines()[0]


def take_picture(machine: Machine) -> str:
    """Run the demo of the installed app once, in a real window of Wine's."""
    return screenshot(machine, machine.installed / f"{identity.DESKTOP}.exe")


def screenshot(machine: Machine, *program: str | Path) -> str:
    """Have a program, which is the app, take a picture of its window."""
    picture = machine.folder.parent / f"window-{machine.locale}.png"
    done = machine.run(*program, "--demo", "--screenshot", f"Z:{picture}")
    expect(done.returncode == 0 and picture.stat().st_size > _PICTURE_SIZE, done)
    return picture.name


def refuse_while_running(machine: Machine, setup: Path) -> str:
    """Start the console app, which waits once it has said where, and try to install over it."""
    command = (machine.installed / f"{identity.CONSOLE}.exe", "demo-gateway")
    with machine.start(*command) as running:
        try:
            said = running.stdout.readline() if running.stdout else b""
            expect(said.startswith(b"gateway"), said)
            refused = machine.run(setup, "/S")
        finally:
            running.kill()
            machine.run("taskkill", "/F", "/IM", f"{identity.CONSOLE}.exe")
    expect(refused.returncode == _RUNNING, refused)
    return f"exit code {refused.returncode}"


def upgrade(machine: Machine, setup: Path) -> str:
    """Install over it, with a file of the person's own beside."""
    own = machine.installed / "_internal" / "mine.txt"
    own.write_text("the person's own", encoding="utf-8")
    done = machine.run(setup, "/S")
    expect(done.returncode == 0, done)
    expect(own.exists())
    own.unlink()
    return run_self_test(machine)


def remove(machine: Machine, *, forget: bool) -> str:
    """Keep a token, remove the app, and count what is left."""
    kept = machine.run(machine.python, "-c", _KEEP)
    expect("KEYRING" in kept.stdout, kept)
    options = ["/S", *(["/FORGET"] if forget else [])]
    machine.run(machine.installed / "uninstall.exe", *options)
    end = time.monotonic() + 60
    while machine.run("reg", "query", _UNINSTALL_KEY).returncode == 0:  # a copy of it goes on
        expect(time.monotonic() < end, "it is still installed")
        time.sleep(0.5)
    count = int(machine.run(machine.python, "-c", _COUNT).stdout or "-1")
    expect((count == 0) is forget, count)
    left = [path for path in machine.installed.rglob("*") if path.is_file()]
    expect(left == [], left)
    return f"{count} credentials left"
