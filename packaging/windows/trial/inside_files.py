"""Tried inside Windows: folders, files and times."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import zoneinfo
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector_app.session.time_format import format_absolute, to_datetime
from inspector_app.system import atomic_file, file_names, local_zone, paths, windows_security
from windows.trial.inside_commands import run_console
from windows.trial.report import NotToldError, Trial, expect

if TYPE_CHECKING:
    from collections.abc import Callable

_HOLD: Final = (
    "import sys; f = open(sys.argv[1], 'rb'); print('held', flush=True); sys.stdin.read()"
)
_FAR: Final = (1, 86_399, -1, 32_535_216_000, 253_402_185_600)


def try_files(trial: Trial) -> None:
    """Try all of this module, in a folder that goes with it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        on_folder: dict[str, Callable[[Path], str]] = {
            "a file replaced while another program lets go of it": replace_held,
            "a file that stays open is told as open": refuse_held,
            "names that Windows keeps for devices": write_reserved_names,
            "a path of more than 260 characters": write_long_path,
            "three writers of one file": write_at_once,
            "files and folders of this user alone": make_private,
        }
        for text, check in on_folder.items():
            trial.run(text, lambda check=check: check(folder))  # type: ignore[misc]
    trial.run("settings below %LOCALAPPDATA%", find_folders)
    trial.run("environments of the whole machine below %PROGRAMDATA%", read_machine_file)
    trial.run("Windows' time zone by its IANA name", find_zone)


def find_folders() -> str:
    """Find settings and state where README says."""
    found = paths.get_directories()
    local = Path(os.environ["LOCALAPPDATA"])
    expect(found.settings_file.is_relative_to(local), found)
    expect(found.state.is_relative_to(local), found)
    return str(found.settings_file.relative_to(local))


def read_machine_file() -> str:
    """List an environment of everybody's that an administrator wrote."""
    (file,) = paths.get_directories().machine_files
    file.parent.mkdir(parents=True, exist_ok=True)
    one = {"name": "Everybody", "address": "https://gateway.example.com"}
    file.write_text(json.dumps({"version": 1, "environments": [one]}), encoding="utf-8")
    try:
        code, out, told = run_console("environments", "list")
    finally:
        file.unlink()
    if b"Everybody" not in out and code == 0 and told:
        raise NotToldError("the owner of each file is the one user that Wine knows")
    expect(b"Everybody" in out, (code, out, told))
    return ""


def find_zone() -> str:
    """Find the zone, and tell early and far dates in it."""
    zone = local_zone.get_zone(None)
    expect(isinstance(zone, zoneinfo.ZoneInfo), zone)
    for seconds in _FAR:
        moment = to_datetime(seconds, zone)
        expect(moment is not None and moment.timestamp() == seconds, seconds)
        expect("not a date" not in str(format_absolute(seconds, zone)), seconds)
    return str(zone)


def replace_held(folder: Path) -> str:
    """Replace a file that another program holds for a moment."""
    target = folder / "answer.json"
    atomic_file.atomic_write(target, b"old")
    with _start_holder(target) as holder:
        threading.Timer(0.3, holder.communicate).start()
        atomic_file.atomic_write(target, b"new")
        holder.wait(30)
    expect(target.read_bytes() == b"new", target.read_bytes())
    return ""


def refuse_held(folder: Path) -> str:
    """Refuse, in the right words, a file that is held all the time."""
    target = folder / "answer.json"
    atomic_file.atomic_write(target, b"old")
    message = ""
    with _start_holder(target) as holder:
        try:
            atomic_file.atomic_write(target, b"new")
        except atomic_file.WriteError as problem:
            message = str(problem.message)
        holder.communicate()
    expect("has this file open" in message, message)
    expect(target.read_bytes() == b"old")
    expect([one.name for one in folder.iterdir()] == [target.name], list(folder.iterdir()))
    return ""


def _start_holder(file: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _HOLD, str(file)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if holder.stdout is not None:
        holder.stdout.readline()
    return holder


def write_reserved_names(folder: Path) -> str:
    """Write files under suggested names, whatever they are suggested from."""
    texts = ("CON", "nul", "AUX.txt", "a?b", "c:d", "trailing.", "风电场", "x" * 300, "..\\up")
    inner = folder / "names"
    inner.mkdir()
    for text in texts:
        atomic_file.atomic_write(inner / file_names.suggest_file_name(text, ".json"), b"{}")
    expect(len(list(inner.iterdir())) == len(texts), list(inner.iterdir()))
    return f"{len(texts)} names"


def write_long_path(folder: Path) -> str:
    """Write below folders of 100 characters each."""
    deep = folder / ("d" * 100) / ("e" * 100) / ("f" * 100)
    deep.mkdir(parents=True)
    atomic_file.atomic_write(deep / "x.json", b"{}")
    expect((deep / "x.json").read_bytes() == b"{}")
    return f"{len(str(deep / 'x.json'))} characters"


def write_at_once(folder: Path) -> str:
    """Write one file from three threads; it is always one of what was written."""
    target, refused = folder / "contested.json", []

    def write(letter: bytes) -> None:
        for _ in range(20):
            try:
                atomic_file.atomic_write(target, letter * 1000)
            except atomic_file.WriteError as problem:
                refused.append(str(problem.message))

    writers = [threading.Thread(target=write, args=(letter,)) for letter in (b"a", b"b", b"c")]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    expect(refused == [], refused)
    expect(target.read_bytes() in {letter * 1000 for letter in (b"a", b"b", b"c")})
    expect(not list(folder.glob(".*.part")), list(folder.iterdir()))
    return "60 writes"


def make_private(folder: Path) -> str:
    """Read the access lists of what the app makes; NTFS' own rules are not Wine's."""
    inner = folder / "private"
    paths.create_private_folder(inner)
    atomic_file.atomic_write(inner / "file", b"")
    for path in (inner, inner / "file"):
        entries = windows_security.read_descriptor(path).partition("D:")[2]
        expect(entries.count("(") == 2, entries)  # noqa: PLR2004  # the user, and the system
    return ""
