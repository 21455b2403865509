"""Create the virtual environment for this project's tasks, and run nox in it.

python3 dev.py                      list the tasks
python3 dev.py fix check            run tasks, one after the other: format, then check in seconds
python3 dev.py tests                run the checks and all tests, which takes minutes
python3 dev.py tests -- -k keyring  pass what follows -- to the task itself

It needs nothing but Python 3.11 or newer. The environment is .dev/ beside this file; it is made
again when packaging/locks/nox.txt or the Python changes, and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import importlib.util
import itertools
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parent
LOCK = PROJECT_ROOT / "packaging" / "locks" / "nox.txt"
ENVIRONMENT = PROJECT_ROOT / ".dev"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check"]
STAMP = ENVIRONMENT / "made-from.txt"
SYSTEM_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # SUSE
    "/etc/ssl/cert.pem",  # Alpine
)
CERTIFICATE_VARIABLES = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


def main(arguments: list[str]) -> int:
    """Run nox with the given arguments and return its exit code."""
    check_python()
    if not is_current():
        create_environment()
    return run_nox(build_nox_options(arguments))


def check_python() -> None:
    """Exit with a message if this Python is too old or has no ensurepip."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python meets
        sys.exit(
            f"This needs Python 3.11 or newer, and this is Python {sys.version.split()[0]}.\n"
            "Start it with a newer one, for example: python3.13 dev.py"
        )
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "This Python cannot make virtual environments: its ensurepip is missing.\n"
            "On Debian and Ubuntu this brings it: apt-get install python3-venv"
        )


def compute_fingerprint() -> str:
    """Return the hash of what the environment is made from: the lock and this Python."""
    python = f"{sys.version} {sys.base_prefix}"
    return hashlib.sha256(LOCK.read_bytes() + python.encode()).hexdigest()


def is_current() -> bool:
    """Return whether a finished environment of this lock and this Python is there."""
    try:
        return PYTHON.exists() and STAMP.read_text(encoding="ascii") == compute_fingerprint()
    except OSError:
        return False


def create_environment() -> None:
    """Create the environment; its stamp comes last, so an incomplete one never counts."""
    print("Setting up nox in", ENVIRONMENT, flush=True)
    if ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    venv.create(ENVIRONMENT, with_pip=True, symlinks=os.name != "nt")
    install = [*PIP, "install", "--quiet", "--only-binary=:all:", "--require-hashes"]
    if subprocess.call([*install, "-r", str(LOCK)], env={**os.environ, **choose_certificates()}):
        sys.exit("nox could not be installed; the lines above say why. Then run this again.")
    STAMP.write_text(compute_fingerprint(), encoding="ascii")


def choose_certificates() -> dict[str, str]:
    """Return the variable that makes pip trust the system's certificates, unless told others.

    From 24.2 on it does so by itself; the one that an older Python brings trusts its own list, in
    which a company's authority is not.
    """
    bundle = next((path for path in SYSTEM_CERTIFICATES if Path(path).is_file()), None)
    if bundle is None or any(name in os.environ for name in CERTIFICATE_VARIABLES):
        return {}
    settings = subprocess.run([*PIP, "config", "list"], capture_output=True, text=True, check=False)
    return {} if ".cert=" in settings.stdout else {"PIP_CERT": bundle}


def build_nox_options(arguments: list[str]) -> list[str]:
    """Build the options of nox: words before the first option name sessions; none lists them."""
    if not arguments:
        return ["--list"]
    names = list(itertools.takewhile(lambda word: not word.startswith("-"), arguments))
    return [*(["--session", *names] if names else []), *arguments[len(names) :]]


def run_nox(options: list[str]) -> int:
    """Run nox to its end and return its exit code."""
    nox = [str(PYTHON), "-m", "nox", "--noxfile", str(PROJECT_ROOT / "noxfile.py")]
    with subprocess.Popen([*nox, *options]) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # nox was interrupted as well, and is ending what it started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
