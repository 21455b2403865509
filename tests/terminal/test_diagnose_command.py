"""``diagnose``: what support asks for, and nothing that is a secret or says who and where."""

import getpass
import socket
import stat
import sys
from pathlib import Path

import pytest

from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.environment import create_environment
from inspector_app.system.logs import LOG_FILE
from inspector_app.system.paths import get_directories
from tests.terminal.console import enos

TOKEN = "IAM_S_" + "tN5b" * 8
HOST = "north.example.com"
SECTIONS = ("Versions", "System", "Keyring", "Proxy", "Certificates", "Settings")


@pytest.fixture(autouse=True)
def computer(monkeypatch):
    """A computer on which something broke, behind a proxy that asks for a login."""
    monkeypatch.setenv("https_proxy", "http://erika:hunter2@proxy.example.com:3128")
    monkeypatch.setenv("no_proxy", "intranet.example.com,localhost")
    kept = create_environment("Wind Farm", f"https://{HOST}")
    settings_file.save(get_directories().settings_file, user_settings.Settings((kept,), kept.id))
    state = get_directories().state
    state.mkdir(parents=True, exist_ok=True)
    (state / "fault-1.txt").write_text(f"Fatal Python error: x\n  {TOKEN} of {state}\n")
    (state / LOG_FILE).write_text(f"INFO broke for erika@example.com with {TOKEN}\n")


def test_the_report_says_what_support_asks_for():
    ended = enos("diagnose")
    told = ended.out.decode()
    assert ended.code == 0
    for heading in (*SECTIONS, "Policies in force", "Last faults", "Last lines of the log"):
        assert f"== {heading}\n" in told
    assert "http proxy at port 3128 with a login" in told
    assert "no_proxy: 2 exceptions" in told
    assert "1 own environments" in told
    assert "Fatal Python error" in told
    assert "INFO broke for" in told


def test_it_holds_no_secret_no_name_and_no_address():
    """A1, A7."""
    told = enos("diagnose").out.decode()
    for secret in (TOKEN, HOST, "Wind Farm", "erika", "hunter2", "proxy.example.com", "intranet"):
        assert secret not in told
    assert socket.gethostname() not in told.split()
    if getpass.getuser() != "root":
        assert getpass.getuser() not in told


def test_no_path_in_it_names_the_person():
    """A7: a home is named after whom it is of; faults and log may quote another one, too."""
    (get_directories().state / LOG_FILE).write_text(f"INFO {Path.home()}/x and /home/mara/y\n")
    told = enos("diagnose").out.decode()
    assert f"{Path.home()}/" not in told
    assert "~/x and /home/" in told
    assert "mara" not in told


def test_it_leaves_the_faults_for_the_window_and_its_file_to_the_person_alone(tmp_path):
    file = tmp_path / "report.txt"
    assert enos("diagnose", "--output", str(file)).code == 0
    assert "== Versions" in file.read_text(encoding="utf-8")
    assert (get_directories().state / "fault-1.txt").exists()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert enos("diagnose", "--output", str(tmp_path / "none" / "report.txt")).code == 2


def test_every_section_and_every_variable_is_there_in_its_place(monkeypatch):
    """Support reads many of them, and finds each fact where it was in the last one."""
    monkeypatch.setenv("HTTP_PROXY", "socks5://proxy.example.com")
    monkeypatch.setenv("all_proxy", "http://[broken")
    monkeypatch.setenv("SSL_CERT_FILE", "/somewhere.pem")
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    monkeypatch.setenv("TERM", "xterm-of-a-kind")
    told = enos("diagnose").out.decode().splitlines()
    headings = [line.removeprefix("== ") for line in told if line.startswith("== ")]
    assert headings == [*SECTIONS, "Policies in force", "Last faults", "Last lines of the log"]
    for line in (
        "https_proxy: http proxy at port 3128 with a login",
        "http_proxy: socks5 proxy at port of its kind",
        "all_proxy: set, and not an address",
        "no_proxy: 2 exceptions",
        "SSL_CERT_FILE: set",
        "SSL_CERT_DIR: not set",
        "XDG_SESSION_TYPE: not set",
        "TERM: xterm-of-a-kind",
        "trusted: what the operating system trusts",
        "1 own environments, 0 of the administrator",
    ):
        assert line in told
    names = [line.split(" ")[0] for line in told]
    for name in ("requests", "urllib3", "cryptography", "truststore"):
        assert name in names
    assert told[-1]


def test_what_is_not_there_is_said_so(monkeypatch):
    for name in ("https_proxy", "no_proxy"):
        monkeypatch.delenv(name)
    state = get_directories().state
    for file in state.iterdir():
        file.unlink()
    told = enos("diagnose").out.decode().splitlines()
    assert told[-1] == "There is none."
    assert told[told.index("== Last faults") + 1] == "none"
    assert told[told.index("== Policies in force") + 1] == "none"
    assert told.count("") == 8
    assert told[told.index("== Last faults") - 1] == ""
    for line in ("https_proxy: not set", "no_proxy: not set"):
        assert line in told


def test_of_the_log_and_the_faults_the_last_are_told():
    """J5."""
    state = get_directories().state
    (state / LOG_FILE).write_text("".join(f"line {number}\n" for number in range(40)))
    (state / "fault-2.txt").write_text("second fault\nin two lines\n")
    told = enos("diagnose").out.decode().splitlines()
    begin = told.index("== Last lines of the log")
    assert told[begin + 1 :] == [f"line {number}" for number in range(10, 40)]
    faults = told[told.index("== Last faults") + 1 : begin - 1]
    assert faults[-2:] == ["second fault", "in two lines"]
    (state / LOG_FILE).write_bytes(b"x" * 1_000_001)
    assert enos("diagnose").out.decode().splitlines()[-1] == "There is none."


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("proxy.example.com", "http proxy at port of its kind"),
        ("socks5://u:p@proxy.example.com:1", "socks5 proxy at port 1 with a login"),
        ("http://proxy.example.com:x", "set, and not an address"),
    ],
)
def test_a_proxy_is_described_without_its_host(monkeypatch, value, told):
    monkeypatch.setenv("ALL_PROXY", value)
    monkeypatch.setenv("no_proxy", "a")
    said = enos("diagnose").out.decode().splitlines()
    assert f"all_proxy: {told}" in said
    assert "no_proxy: 1 exceptions" in said
