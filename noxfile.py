"""The tasks of this project: `python3 dev.py NAME`, or `nox -s NAME` for those who have nox."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import nox

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

nox.needs_version = ">=2026.10"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.download_python = "never"
nox.options.stop_on_first_error = True
nox.options.sessions = ["tests"]

# uv trusts a list of its own, pip the system's: behind a company's authority only that one works.
os.environ.setdefault("UV_SYSTEM_CERTS", "1")

LOCKS = Path("packaging", "locks")
HTML_CHECKER = "build/html-checker"  # where tests/acceptance/test_exports.py looks for it
ON_LINUX = sys.platform.startswith("linux")
UTF8 = {"PYTHONUTF8": "1"}  # so that texts can be printed where Windows' code page lacks them
# One more than there are cores: tests of a window wait for its timers now and then.
ON_EVERY_CORE = (f"--numprocesses={(os.cpu_count() or 1) + 1}", "--dist=worksteal")
FILE_BY_FILE = ("--numprocesses=auto", "--dist=loadfile")
OTHER_TESTS = ("-m", "not timing and not frozen and not acceptance and not fuzz")
LONG_FILES = (
    "tests/test_linear_time.py",
    "tests/test_canary.py",
    "tests/desktop/test_forgotten_heap.py",
    "tests/terminal/test_canary.py",
)
"""Each by one process as a whole: they share a long preparation, or look at their own process."""

WINDOW_TESTS = "tests/desktop"
SOAK = "tests/desktop/test_soak.py"  # measures a whole process: no other test runs in it
START_TIME = "tests/frozen/test_start_time.py"

MIN_COVERAGE = 90  # percent of lines and branches; raise it when the figure allows


@nox.session
def demo(session: nox.Session) -> None:
    """Start the app on its own gateway with invented sessions; without a display, as a picture."""
    install_system_packages(session, "qt", "xcb")
    install_lock(session, "runtime")
    start = ["python", "-m", "inspector_app", "--demo"]
    if has_display():
        session.run(*start, *session.posargs)
        return
    picture = Path("build", "demo.png").absolute()
    picture.parent.mkdir(exist_ok=True)
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    session.run(*start, "--screenshot", str(picture), *session.posargs, env=offscreen)


@nox.session
def fix(session: nox.Session) -> None:
    """Format the code, mend what needs no decision, and write the catalogues' locations.

    What is left is printed here, or by `dev.py check`. A new text is added to the catalogues,
    unfinished; the examples and pictures in docs/ have tasks of their own.
    """
    install_lock(session, "develop")
    session.run("ruff", "check", "--fix", "--exit-zero")
    session.run("ruff", "format")
    session.run("python", "packaging/translations.py", env=UTF8)


@nox.session
def check(session: nox.Session) -> None:
    """Check format, lint, types, imports, spelling and translations; takes some seconds."""
    install_lock(session, "develop")
    run_checks(session)


@nox.session
def tests(session: nox.Session) -> None:
    """Run what `check` runs, then all tests.

    Arguments after -- go to pytest, and then nothing but pytest runs: `dev.py tests -- -k token`.
    """
    prepare_for_tests(session)
    if session.posargs:
        run_pytest(session, *session.posargs)
        return
    run_checks(session)
    run_all_tests(session)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests, apart from the timing ones, and measure what they cover."""
    prepare_for_tests(session)
    measured = ["--cov", "--cov-report=term", f"--cov-fail-under={MIN_COVERAGE}"]
    run_pytest(session, *ON_EVERY_CORE, *OTHER_TESTS, *measured)


@nox.session(python=["3.11", "3.12", "3.13"])
def tests_each(session: nox.Session) -> None:
    """Run the tests on each supported Python that this machine has."""
    prepare_for_tests(session)
    if session.posargs:
        run_pytest(session, *session.posargs)
    else:
        run_all_tests(session)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Try ever new inputs against the three promises: for ten minutes, or `-- SECONDS`."""
    install_lock(session, "develop")
    run_fuzzing(session, int(session.posargs[0]) if session.posargs else 600)


@nox.session
def mutants(session: nox.Session) -> None:
    """Put small faults into what changed since the last commit, and print those no test notices.

    Arguments after -- go to packaging/mutants.py: `-- --sample 300 --seed 7` tries the whole app.
    """
    prepare_for_tests(session)
    session.run("python", "packaging/mutants.py", *session.posargs, env=UTF8)


@nox.session
def tests_alone(session: nox.Session) -> None:
    """Run every file of tests by itself, its tests in an order of chance; or those after --."""
    prepare_for_tests(session)
    session.run("python", "packaging/tests_alone.py", *session.posargs, env=UTF8)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the app beside a bare window, and how an answer's cost grows; `-- 9` for 9 pairs."""
    install_system_packages(session, "qt")
    install_lock(session, "develop")
    session.run("python", "benchmarks/bench.py", *session.posargs)


@nox.session
def package(session: nox.Session) -> None:
    """Build the bundle and the installers for this system, into dist/, and try the bundle.

    Arguments after -- go to packaging/build.py, which says what they do.
    """
    install_system_packages(session, "qt", "xcb", "virtual-screen", "keyring", "package")
    install_lock(session, "package")
    session.run("python", "packaging/build.py", "--twice", *session.posargs)
    run_pytest(session, *FILE_BY_FILE, "-m", "frozen", "tests/frozen", f"--ignore={START_TIME}")
    run_pytest(session, "-m", "frozen", START_TIME)


@nox.session
def acceptance(session: nox.Session) -> None:
    """Try what is too heavy for every run: the package of dist/ in a fresh Debian, as root.

    And the exports in a real browser, a real spreadsheet and the W3C's HTML checker, and all that
    `windows` can try.
    """
    prepare_for_tests(session)
    install_system_packages(session, "acceptance", "windows")
    npm = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"]
    session.run(*npm, "--prefix", HTML_CHECKER, "vnu-jar@26.9.27", external=True, silent=True)
    run_pytest(session, "-m", "acceptance", *session.posargs)
    run_pytest(session, SOAK, env={"SOAK_INSPECTIONS": "1000"})
    session.notify("mutants", ["--sample=300", "--record", "--thorough", "--minutes=120"])
    session.notify("tests_alone")
    session.notify("coverage")
    if shutil.which("python3.11"):  # whose standard library the Python for Windows takes
        session.notify("windows-3.11", ["--whole"])


@nox.session(python="3.11")
def windows(session: nox.Session) -> None:
    """Try the app on a Python for Windows, under Wine on Debian; with `-- --whole`, its bundle too.

    Whole means: bundle, installer, the installed app, the tests' portable part, Chinese Windows.
    """
    if not ON_LINUX:
        session.skip("Windows is tried by its own workflow, and nothing of it runs on macOS")
    install_system_packages(session, "qt", "windows")
    install_lock(session, "develop")
    session.run("python", "packaging/windows/trial", *session.posargs)


@nox.session
def screenshots(session: nox.Session) -> None:
    """Take the README's pictures of the running app, in a real window on a virtual screen."""
    install_system_packages(session, "qt", "xcb", "virtual-screen", "keyring", "screenshot-fonts")
    install_lock(session, "runtime")
    take = ["python", "docs/make_screenshots.py", *session.posargs]
    if ON_LINUX:
        screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1920x1200x24"]
        session.run(*screen, *take, external=True, env={"QT_QPA_PLATFORM": "xcb"})
    else:
        session.run(*take)


@nox.session
def pictures(session: nox.Session) -> None:
    """Take every state of the window in every language, theme, scale and size; 40 minutes.

    Into build/pictures, with an index.html; arguments after -- name the states that are wanted.
    """
    install_system_packages(
        session, "qt", "xcb", "virtual-screen", "keyring", "screenshot-fonts", "window-manager"
    )
    install_lock(session, "develop")
    take = ["python", "docs/make_pictures.py", *session.posargs]
    if ON_LINUX:
        screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 2560x1600x24"]
        session.run(*screen, *take, external=True, env={"QT_QPA_PLATFORM": "xcb"})
    else:
        session.run(*take)


@nox.session
def examples(session: nox.Session) -> None:
    """Write docs/examples: one report of every form, of a session of the demo."""
    install_system_packages(session, "qt", "screenshot-fonts")
    install_lock(session, "runtime")
    session.run("python", "docs/make_examples.py")


@nox.session
def recording(session: nox.Session) -> None:
    """Record docs/console-session.txt anew, the console session that the README shows lines of."""
    install_lock(session, "runtime")
    session.run("python", "docs/record_console.py", env=UTF8)


@nox.session(venv_backend="none")
def translations(session: nox.Session) -> None:
    """Bring resources/translations up to date with the code; `-- de` begins another language."""
    update = [sys.executable, "packaging/translations.py", *session.posargs]
    session.run(*update, external=True, env=UTF8)


@nox.session(venv_backend="none")
def lock(session: nox.Session) -> None:
    """Write packaging/locks/ from pyproject.toml; with `-- --upgrade`, take the newest releases."""
    compile_lock(session, "runtime", "pyproject.toml")
    runtime = str(LOCKS / "runtime.txt")  # tests run on exactly what people get
    compile_lock(session, "develop", "pyproject.toml", "--group=develop", "--constraints", runtime)
    packaging = ["pyproject.toml", "--group=package", "--constraints"]
    compile_lock(session, "package", *packaging, str(LOCKS / "develop.txt"))
    compile_lock(session, "nox", "--group=nox")


def compile_lock(session: nox.Session, name: str, *sources: str) -> None:
    """Write one lock: every system and Python of ours, with hashes, without any index address."""
    session.run(
        sys.executable, "-m", "uv", "pip", "compile", *sources,
        "--universal", "--python-version=3.11", "--generate-hashes", "--no-config",
        "--no-strip-extras",  # which pip up to 23, as Debian 12 has it, asks for
        "--annotation-style=line", "--custom-compile-command=python3 dev.py lock", "--quiet",
        f"--output-file={LOCKS / name}.txt", *session.posargs,
        external=True,
    )  # fmt: skip


def prepare_for_tests(session: nox.Session) -> None:
    """Install the system and the Python packages that the tests use."""
    install_system_packages(session, "qt", "xcb", "virtual-screen", "keyring", "commands")
    install_lock(session, "develop")


def run_checks(session: nox.Session) -> None:
    """Run the static checks side by side; each that fails says what mends it."""
    session.run("python", "packaging/checks.py", env=UTF8)


def run_all_tests(session: nox.Session) -> None:
    """Run the tests on every core, then what measures time one by one."""
    # Once, and not by each worker and each program that they start.
    session.run("python", "-m", "compileall", "-q", "inspector_app")
    elsewhere = [f"--ignore={file}" for file in LONG_FILES]
    prefix = build_ordinary_user_prefix(session)
    if prefix:
        run_pytest(session, *ON_EVERY_CORE, *OTHER_TESTS, *elsewhere, f"--ignore={WINDOW_TESTS}")
        keep_bytecode(session)
        window = (*ON_EVERY_CORE, "-p", "no:cacheprovider", *OTHER_TESTS, *elsewhere, WINDOW_TESTS)
        run_pytest(session, *window, prefix=prefix)
    else:
        run_pytest(session, *ON_EVERY_CORE, *OTHER_TESTS, *elsewhere)
    run_pytest(session, *FILE_BY_FILE, *LONG_FILES)
    # Once more where it fails: what else the machine did may be what was measured.
    timed = list_files_marked("timing") - {*LONG_FILES, SOAK}
    run_pytest(session, "-m", "timing", "--reruns=1", *sorted(timed))
    run_pytest(session, "--reruns=1", SOAK)
    run_fuzzing(session, seconds=60)


def keep_bytecode(session: nox.Session) -> None:
    """Compile the window's tests for a user who can write none of that."""
    kept = {"PYTHONDONTWRITEBYTECODE": ""}
    session.run("pytest", "--collect-only", "--quiet", WINDOW_TESTS, env=kept, silent=True)


def list_files_marked(mark: str) -> set[str]:
    """The files of tests that use this mark: to collect all others takes longer than some tests."""
    files = Path("tests").rglob("test_*.py")
    return {one.as_posix() for one in files if f"mark.{mark}" in one.read_text(encoding="utf-8")}


def run_fuzzing(session: nox.Session, seconds: int) -> None:
    """Try ever new inputs on the readers, the judge and the reports."""
    inputs = {"FUZZ_SECONDS": str(seconds)}
    run_pytest(session, "--numprocesses=auto", "-m", "fuzz", "tests/fuzz", env=inputs)


def build_ordinary_user_prefix(session: nox.Session) -> list[str]:
    """Build what starts a program as an ordinary user; empty where there is no need or no way.

    For root hides faults: to root every process and every file is open. Of root's privileges one is
    kept, to read what is in root's own folder, where the checkout or Python may be.
    """
    if sys.platform == "win32" or not ON_LINUX or os.geteuid() or not shutil.which("setpriv"):
        return []
    kept = "-all,+dac_read_search"
    prefix = [
        "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups",
        f"--inh-caps={kept}", f"--ambient-caps={kept}", f"--bounding-set={kept}",
    ]  # fmt: skip
    python = Path(session.bin, "python")
    tried = subprocess.run([*prefix, python, "-c", ""], capture_output=True, check=False)
    if tried.returncode:
        session.warn("The window's tests run as root: here it can start nothing as another user.")
        return []
    return prefix


def run_pytest(
    session: nox.Session,
    *arguments: str,
    env: Mapping[str, str] = MappingProxyType({}),
    prefix: Sequence[str] = (),
) -> None:
    """Run pytest without a screen, unless QT_QPA_PLATFORM asks for another Qt platform.

    With bytecode kept, whatever the machine says: the tests start the app some hundred times, and
    pytest would rewrite every file of theirs with each run.
    """
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    kept = {"QT_QPA_PLATFORM": platform, "PYTHONDONTWRITEBYTECODE": ""}
    session.run(*prefix, "pytest", *arguments, env={**kept, **env}, external=bool(prefix))


def install_system_packages(session: nox.Session, *groups: str) -> None:
    """Install what Qt, the keyring and the tests need on Linux; other systems have it."""
    if ON_LINUX:
        session.run("python", "packaging/linux/system_packages.py", *groups, silent=False)


def install_lock(session: nox.Session, name: str) -> None:
    """Install a lock; takes milliseconds when the environment already holds it."""
    session.install("--require-hashes", "--only-binary=:all:", "-r", str(LOCKS / f"{name}.txt"))


def has_display() -> bool:
    """Return whether there is a display: on Linux, whether a display server is named."""
    return not ON_LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
