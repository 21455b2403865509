"""Try the app on Windows' own Python, under Wine: ``python packaging/windows/trial [--whole]``.

``python3 dev.py windows`` calls it with all that it needs. Without --whole it tries the code from
the checkout, in three minutes at most. With it, also the bundle, the installer around it, the
installed app, the suite's portable part, and a Chinese Windows. Everything stays below
build/windows-trial, which no release looks into; the transcript is printed and kept there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bundle import identity  # found by the line above

from windows.trial import installed, interpreter, machine, suite
from windows.trial.report import Trial, expect

FOLDER = identity.CHECKOUT / "build" / "windows-trial"


def main(arguments: list[str]) -> int:
    """Try it, print a line for each thing tried, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--whole", action="store_true", help="bundle, installer and suite too")
    options = parser.parse_args(arguments)
    python = FOLDER / "python"
    trial = Trial()
    interpreter.make(python)
    with machine.start_machine(python, FOLDER / "prefix") as english:
        trial.run("everything inside Windows", lambda: try_inside(english))
        if options.whole:
            installed.try_installed(trial, english, FOLDER / "package")
            trial.run("the suite's portable part", lambda: suite.run_suite(english))
    if options.whole:
        with machine.start_machine(python, FOLDER / "prefix", machine.CHINESE) as chinese:
            trial.run("everything inside a Chinese Windows", lambda: try_inside(chinese))
    print(f"{trial.passed} passed, {len(trial.failed)} failed: {', '.join(trial.failed)}")
    return 1 if trial.failed else 0


def try_inside(tried: machine.Machine) -> str:
    """Run what is tried inside, and print its lines.

    Raises:
        AssertionError: if something in it failed.
    """
    page = tried.run(tried.python, "-c", "import locale; print(locale.getencoding())")
    code, last = tried.run_aloud(tried.python, "-m", "windows.trial.inside")
    expect(code == 0, last)
    return f"code page {page.stdout.strip()}, {last}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
