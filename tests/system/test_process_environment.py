"""A hostile process environment is left at the door, before Qt, keyring or requests look at it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.system.process_environment import build_child_variables, scrub
from tests.systems import not_told_by_wine

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "SSLKEYLOGFILE",
    "PYTHON_KEYRING_BACKEND",
    "KEYRING_PROPERTY_FILE_PATH",
    "NETRC",
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QT_QPA_GENERIC_PLUGINS",
    "QT_LOGGING_CONF",
    "QML_IMPORT_PATH",
    "QML2_IMPORT_PATH",
    "QML_DISK_CACHE_PATH",
    "sslkeylogfile",
    "OPENSSL_CONF",
    "OPENSSL_CONF_INCLUDE",
    "OPENSSL_MODULES",
    "OPENSSL_ENGINES",
    "OPENSSL_ia32cap",
    "openssl_conf",
    "CTLOG_FILE",
    "RANDFILE",
)
KEPT = (
    "PATH",
    "HOME",
    "LANG",
    "HTTPS_PROXY",
    "NO_PROXY",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "QT_QPA_PLATFORM",
    "QT_SCALE_FACTOR",
    "QT_ACCESSIBILITY",
    "DBUS_SESSION_BUS_ADDRESS",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_lets_others_in_is_taken_out(name):
    """N11."""
    variables = {name: "evil", "PATH": "/usr/bin"}
    scrub(variables)
    assert variables == {"PATH": "/usr/bin"}


@pytest.mark.parametrize("name", KEPT)
def test_what_a_desktop_needs_stays(name):
    variables = {name: "mine"}
    scrub(variables)
    assert variables == {name: "mine"}


THROUGH_THE_DOOR = "from inspector_app.__main__ import main; code = main()"
PAST_THE_DOOR = "from inspector_app.desktop.startup.launch import run; code = run(sys.argv[1:])"
START = """
import os, sys
{door}
from PySide6.QtCore import QCoreApplication
print("Qt looks in", QCoreApplication.libraryPaths())
print("left", sorted(name for name, value in os.environ.items() if {evil!r} in value))
sys.exit(code)
"""
BACKEND = """
from pathlib import Path
Path({marker!r}).write_text("imported")
from keyring.backends.null import Keyring
"""


def started(vault_provider, folder):
    """Inspects the demo's first session with every hostile variable set; what came of it."""
    evil = folder / "evil"
    evil.mkdir(parents=True)
    (evil / "evil_backend.py").write_text(BACKEND.format(marker=str(evil / "marker")))
    (evil / "netrc").write_text("default login mallory password stolen\n")
    (evil / "netrc").chmod(0o600)
    variables = {
        "HOME": str(folder),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        **{name: str(evil) for name in HOSTILE},
        "SSLKEYLOGFILE": str(evil / "keys"),
        "NETRC": str(evil / "netrc"),
        "PYTHON_KEYRING_BACKEND": "evil_backend.Keyring",
    }
    arguments = ["--demo", "--screenshot", str(folder / "window.png")]
    done = subprocess.run(
        [sys.executable, "-c", START.format(door=vault_provider, evil=str(evil)), *arguments],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    return done, evil


def test_a_start_with_all_of_them_set_honours_none(tmp_path):
    """N11."""
    done, evil = started(THROUGH_THE_DOOR, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Session valid" in done.stdout
    assert "left []" in done.stdout
    assert str(evil) not in done.stdout
    assert done.stderr == ""
    assert sorted(entry.name for entry in evil.iterdir()) == ["evil_backend.py", "netrc"]


@not_told_by_wine("it hands no variable on that begins with QT_")
def test_without_the_door_the_same_start_would_look_there(tmp_path):
    """N11: or the test above would prove nothing."""
    done, evil = started(PAST_THE_DOOR, tmp_path)
    assert f"Qt looks in ['{evil}'" in done.stdout
    assert "'SSLKEYLOGFILE'" in done.stdout


@pytest.mark.parametrize(
    ("is_frozen", "own", "original", "handed_on"),
    [
        (False, "/mine", None, "/mine"),
        (True, "/bundle", None, None),
        (True, "/bundle", "/mine", "/mine"),
        (False, "/bundle", "/mine", "/mine"),
        (True, None, "", ""),
        (False, None, None, None),
    ],
)
def test_a_program_of_the_systems_has_the_libraries_of_the_system(
    monkeypatch, is_frozen, own, original, handed_on
):
    monkeypatch.setattr(sys, "frozen", is_frozen, raising=False)
    for name, value in (("LD_LIBRARY_PATH", own), ("LD_LIBRARY_PATH_ORIG", original)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    variables = build_child_variables()
    assert variables.get("LD_LIBRARY_PATH") == handed_on
    assert "LD_LIBRARY_PATH_ORIG" not in variables
    assert variables["PATH"] == os.environ["PATH"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_certificates_are_not_read_from_a_pipe_or_a_device(tmp_path):
    """N4: OpenSSL waits at a pipe, under no deadline."""
    pipe, file = tmp_path / "pipe", tmp_path / "file"
    os.mkfifo(pipe)
    file.write_bytes(b"")
    for name, is_kept in (
        (pipe, False), ("/dev/zero", False), (file, True), (tmp_path / "none", True), ("", True),
    ):  # fmt: skip
        variables = {"SSL_CERT_FILE": str(name)}
        scrub(variables)
        assert ("SSL_CERT_FILE" in variables) is is_kept


WEAKENED = """
openssl_conf = all
[all]
ssl_conf = ssl
[ssl]
system_default = weak
[weak]
MaxProtocol = TLSv1.2
"""
ENTRY = """
import os, sys
from inspector_app{package} import __main__ as entry
loaded = sorted({{"ssl", "_ssl", "_hashlib", "hashlib", "PySide6"}} & set(sys.modules))
{scrub}
import ssl
print(loaded, ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).maximum_version.name)
"""
SCRUB = "from inspector_app.system import process_environment as p; p.scrub(os.environ)"


@pytest.mark.parametrize("package", ["", ".terminal"])
def test_openssl_takes_no_rules_from_the_environment(tmp_path, package):
    """N11: the entry points load it after they have taken the variables out, not before."""
    configuration = tmp_path / "openssl.cnf"
    configuration.write_text(WEAKENED)

    def run(scrubbing):
        return subprocess.run(
            [sys.executable, "-c", ENTRY.format(package=package, scrub=scrubbing)],
            env=os.environ | {"PYTHONPATH": str(ROOT), "OPENSSL_CONF": str(configuration)},
            capture_output=True,
            text=True,
            timeout=50,
            check=True,
        ).stdout.strip()

    assert run(SCRUB) == "[] MAXIMUM_SUPPORTED"
    assert run("pass") == "[] TLSv1_2"  # or the line above would prove nothing
