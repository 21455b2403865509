"""A fresh Debian of its own: made by debootstrap, entered without a trace on this machine.

Every command in it gets namespaces of its own for mounts and processes. What it mounts and what
it starts is gone when it ends, however it ends.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RELEASE = "bookworm"
"""The oldest Debian that the package promises to run on."""

SOURCES = Path("/etc/apt")
PERSON = "pat"
CLEAN = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LC_ALL": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
    "APT_CONFIG": "/etc/apt/no-terminal.conf",
}


@dataclass
class FreshRoot:
    """The folder, and the transcript of what was done in it."""

    folder: Path
    transcript: list[str] = field(default_factory=list)

    def note(self, line: str) -> None:
        """Add a line to the transcript."""
        self.transcript.append(line)

    def run(self, command: str) -> str:
        """Run a line of shell as root in there; its output, which the transcript gets too.

        Raises:
            AssertionError: with that output, if it failed.
        """
        self.note(f"# {command}")
        done = subprocess.run(
            [*self.entrance(), "sh", "-c", command],
            env=CLEAN, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        said = done.stdout + done.stderr
        self.transcript += [f"  {line}" for line in said.splitlines() if _is_news(command, line)]
        assert done.returncode == 0, f"{command}\n{said}"
        return done.stdout

    def entrance(self) -> list[str]:
        """What stands before a command that shall run in there."""
        return [
            "unshare", "--mount", "--pid", "--fork", "--kill-child",
            f"--root={self.folder}", "--mount-proc", "--",
        ]  # fmt: skip

    def bring(self, file: Path) -> str:
        """Copy a file to the top of it; returns its place there."""
        place = f"/{file.name}"
        (self.folder / file.name).write_bytes(file.read_bytes())
        return place

    def leftovers(self, word: str) -> set[str]:
        """Every place in there whose name holds the word, wherever it is."""
        return {
            f"/{path.relative_to(self.folder)}"
            for path in self.folder.rglob("*")
            if word in path.name.lower()
        }


def make(folder: Path) -> FreshRoot:
    """Make the system, with a person in it and nothing else besides."""
    root = FreshRoot(folder)
    folder.chmod(0o755)  # it becomes the place / of everybody in there
    root.note(f"$ debootstrap --variant=minbase {RELEASE}")
    command = ["debootstrap", "--variant=minbase", RELEASE, str(folder), *_mirror()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    (folder / "etc/apt/no-terminal.conf").write_text('Dpkg::Use-Pty "0";\n', encoding="utf-8")
    root.run("apt-get update -q")
    root.run(f"useradd --create-home {PERSON} && install -d -o {PERSON} -m 700 /run/user/1000")
    return root


def _mirror() -> list[str]:
    """Where this machine itself gets this release from; nothing, where it does not say."""
    if named := os.environ.get("DEBIAN_MIRROR"):
        return [named]
    return list(_named())[:1]


def _named() -> Iterator[str]:
    for file in sorted(SOURCES.rglob("*.sources")):
        for part in file.read_text(encoding="utf-8").split("\n\n"):
            if re.search(rf"^Suites:.*\b{RELEASE}(\s|$)", part, re.MULTILINE):
                yield from re.findall(r"^URIs:\s*(\S+)", part, re.MULTILINE)
    for file in (SOURCES / "sources.list", *sorted(SOURCES.rglob("*.list"))):
        if file.exists():
            text = file.read_text(encoding="utf-8")
            yield from re.findall(rf"^deb (?:\[.*\] )?(\S+) {RELEASE} ", text, re.MULTILINE)


def _is_news(command: str, line: str) -> bool:
    """Whether a line belongs into the transcript: apt says much about everything else."""
    return not command.startswith("apt-get") or bool(re.match(r"[EW]:|\d+ upgraded|.*enos", line))
