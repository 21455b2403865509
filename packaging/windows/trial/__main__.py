"""Try the app on Windows' own Python, under Wine: ``python packaging/windows/trial [--whole]``.

``python3 dev.py windows`` calls it with all that it needs. Without --whole it tries the code from
the checkout, in three minutes at most. With it, also the bundle, the installer around it, the
installed app, the suite's portable part, and a Chinese Windows. Everything stays below
build/windows-trial, which no release looks into; the transcript is printed and kept there.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TextIO

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bundle import identity  # found by the line above

from windows.trial import installed, interpreter, machine, suite
from windows.trial.report import Trial, expect

FOLDER = identity.CHECKOUT / "build" / "windows-trial"
HALVES = ("programs", "windows")
"""What is tried inside, as the module ``inside`` has it."""


class Transcript(io.TextIOBase):
    """Writes what is printed, and keeps it in a file."""

    def __init__(self, *streams: TextIO) -> None:
        super().__init__()
        self._streams = streams

    def write(self, text: str) -> int:
        """Write a text to each stream, at once: some take minutes to the next."""
        for stream in self._streams:
            stream.write(text)
            stream.flush()
        return len(text)


def main(arguments: list[str]) -> int:
    """Try it, print a line for each thing tried, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--whole", action="store_true", help="bundle, installer and suite too")
    options = parser.parse_args(arguments)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        (FOLDER / "transcript.txt").open("w", encoding="utf-8") as file,
        contextlib.redirect_stdout(Transcript(sys.stdout, file)),
    ):
        return run_trial(is_whole=options.whole)


def run_trial(*, is_whole: bool) -> int:
    """Try it, and return the exit code."""
    started = time.monotonic()
    python = FOLDER / "python"
    trial = Trial()
    trial.run("a Python for Windows is made", lambda: interpreter.make(python))
    if trial.failed:
        return 1
    with machine.start_machine(python, FOLDER / "prefix") as english:
        trial.run("everything inside Windows", lambda: try_inside(english))
        if is_whole:
            installed.try_installed(trial, english, FOLDER / "package")
            trial.run("the suite's portable part", lambda: suite.run_suite(english))
    if is_whole:
        with machine.start_machine(python, FOLDER / "prefix", machine.CHINESE) as chinese:
            trial.run("everything inside a Chinese Windows", lambda: try_inside(chinese))
            app = (python / "python.exe", "-m", "inspector_app")
            trial.run("a picture of its window", lambda: installed.screenshot(chinese, *app))
    print(f"{trial.format_sum()}, {time.monotonic() - started:.0f} s")
    return 1 if trial.failed else 0


def try_inside(tried: machine.Machine) -> str:
    """Run both halves of what is tried inside, side by side, and print their lines.

    Raises:
        AssertionError: if something in them failed.
    """
    page = tried.run(tried.python, "-c", "import locale; print(locale.getencoding())")
    first, second = HALVES
    with ThreadPoolExecutor() as executor:
        beside = executor.submit(tried.run, tried.python, "-m", "windows.trial.inside", second)
        code, last = tried.run_aloud(tried.python, "-m", "windows.trial.inside", first)
        done = beside.result()
    print("".join(f"  {line}\n" for line in done.stdout.splitlines()), end="", flush=True)
    codes = (code, done.returncode)
    expect(codes == (0, 0), f"exit codes {codes}\n{done.stderr}")
    return f"code page {page.stdout.strip()}, {last}; {done.stdout.splitlines()[-1]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
