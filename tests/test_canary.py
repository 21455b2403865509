"""A1, A7: a random token and session id go through every feature; afterwards nobody finds them.

The app runs as a process of its own with a real Secret Service and a home of its own. Its walk
triggers every action of the table; what it prints, shows and writes is searched here. An action
or a function that writes files and is not named below fails the test until it is covered.
"""

import ast
import contextlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector_app.desktop.actions import Do
from inspector_app.session.token import Token
from inspector_app.system import settings
from inspector_app.vault.backends import open_backend
from inspector_app.vault.vault import KeptIn, Vault
from tests.canary import hits, random_secret
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.secret_service import secret_service

ROOT = Path(__file__).parent.parent
START = [sys.executable, "-m", "inspector_app"]
WALK = Path(__file__).parent / "canary_walk.py"

WRITING_MODULES = {
    "desktop/portrait.py",  # a picture of what is searched here as text, and the report
    "desktop/preferences.py",  # the settings
    "desktop/export/export_saving.py",  # the export
    "system/faults.py",  # the stack of a fault
    "system/installation_key.py",  # random bytes
    "system/logs.py",
    "system/process.py",  # nowhere: what takes the place of missing streams
    "system/settings.py",
    "system/short_lived_file.py",  # the export, to be dragged
    "system/whole_file.py",  # the writer itself
    "terminal/delivery.py",  # the console twin's result: terminal/test_canary.py walks it
}
"""Modules that can write a file: the walk makes each of them write, the picture excepted."""


@dataclass
class Walked:
    """What the walk left."""

    secrets: tuple[str, ...]
    home: Path
    process: subprocess.CompletedProcess[bytes]
    said: dict[str, list[str]]
    items: tuple[str, ...]
    picture: subprocess.CompletedProcess[bytes]


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    token, session_id = random_secret("opaque-"), random_secret("IAM_S_", "")

    def reply(wire):
        request = wire.request()
        if b"refused" in request:
            body = {"status": 30401, "success": False, "message": f"no {token}", "session": None}
        else:
            user = {"id": "u1", "name": "mara", "email": "mara@example.com", token: session_id}
            session = {"id": session_id, "user": user, "expires": 7200, "note": f"is {token}"}
            session["createTime"] = 1_700_000_000
            body = {"status": 0, "success": True, "message": session_id, "session": session}
        wire.send(answer(json.dumps(body).encode(), "Content-Type: application/json"))

    home = tmp_path_factory.mktemp("canary")
    (home / "tmp").mkdir()
    with contextlib.ExitStack() as stack:
        gateway = stack.enter_context(FaultyGateway(reply))
        service = stack.enter_context(secret_service())
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TMPDIR": str(home / "tmp"),
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "DBUS_SESSION_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"],
        }
        process = subprocess.run(
            [sys.executable, str(WALK), str(gateway.port)],
            input=f"{token}\n{session_id}\n".encode(),
            capture_output=True,
            timeout=110,
            check=False,
            env=environment,
            cwd=home,
        )
        items = service.items()
        keep(home, gateway.port, token)
        picture = subprocess.run(
            [*START, "--environment", "Kept", "--screenshot", str(home / "picture.png")],
            capture_output=True,
            timeout=60,
            check=False,
            env=environment,
            cwd=home,
        )
    assert process.returncode == 0, process.stdout.decode() + process.stderr.decode()[-3000:]
    last = process.stdout.decode().strip().splitlines()[-1]
    return Walked((token, session_id), home, process, json.loads(last), items, picture)


def keep(home, port, token):
    """Keep a token as the app does, for a start that inspects by itself."""
    kept = settings.new_environment("Kept", f"http://127.0.0.1:{port}")
    settings.save(
        home / ".config" / "enos-session-inspector" / "settings.json",
        settings.Settings(environments=(kept,)),
    )
    remembered = Vault(open_backend()).remember(kept.id, "127.0.0.1", Token(token))
    assert remembered.kept_in is KeptIn.KEYRING


@pytest.mark.timeout(150)
def test_no_file_below_home_and_temporary_folders_holds_them(walked):
    """A1."""
    files = [file for file in walked.home.rglob("*") if file.is_file()]
    names = {file.name for file in files}
    assert {"log.txt", "settings.json", "report-labels.key"} <= names
    assert {"export-personal.json", "export-secrets.pdf"} <= names
    for file in files:
        assert not hits(file.read_bytes(), walked.secrets), file
        assert not hits(str(file).encode(), walked.secrets)


def test_neither_standard_output_nor_error_holds_them(walked):
    """A1."""
    assert not hits(walked.process.stdout, walked.secrets)
    assert not hits(walked.process.stderr, walked.secrets)
    assert b"Boom" in walked.process.stderr  # the injected crash was told


def test_a_start_that_takes_a_picture_and_prints_the_report_tells_none_of_them(walked):
    """A1: the kept token is inspected without a person."""
    assert walked.picture.returncode == 0, walked.picture.stderr.decode()[-3000:]
    assert b"Answered" in walked.picture.stdout
    assert (walked.home / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert not hits(walked.picture.stdout + walked.picture.stderr, walked.secrets)


def test_no_title_name_description_tooltip_or_text_of_the_window_holds_them(walked):
    """A1, A7."""
    assert {"session", "refusal", "failure", "revealed and hidden", "locked", "shared"} <= set(
        walked.said["stages"]
    )
    assert len(walked.said["texts"]) > 200
    for text in walked.said["texts"]:
        assert not hits(text.encode(errors="surrogatepass"), walked.secrets), text


def test_no_copy_but_the_one_that_says_so_holds_them(walked):
    """A1, A4."""
    assert len(walked.said["copies"]) >= 5
    for text in walked.said["copies"]:
        assert not hits(text.encode(errors="surrogatepass"), walked.secrets)
    assert walked.said["clipboard at the end"] == [""]


def test_neither_arguments_nor_environment_hold_them(walked):
    """A7."""
    assert not hits("\0".join(walked.said["process"]).encode(), walked.secrets)


def test_forget_left_nothing_in_the_keyring(walked):
    """A8."""
    assert walked.said["kept before forget"] == ["1"]
    assert walked.items == ()


def test_every_action_of_the_table_is_walked(walked):
    """A later action fails here until the walk has it."""
    assert set(walked.said["actions"]) == {do.name for do in Do}


def test_every_module_that_writes_files_is_known():
    """A later sink fails here until the walk makes it write and it is named above."""
    found = set()
    for path in (ROOT / "inspector_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _writes(node):
                found.add(path.relative_to(ROOT / "inspector_app").as_posix())
    assert found == WRITING_MODULES


def _writes(call):
    function = call.func
    name = getattr(function, "id", getattr(function, "attr", ""))
    owner = getattr(getattr(function, "value", None), "id", "")
    if name in {"write", "fdopen", "save"}:
        return owner in {"os", "whole_file", "picture", "settings_file"}
    if name == "open":
        modes = [one.value for one in call.args if isinstance(one, ast.Constant)]
        return any(isinstance(mode, str) and set(mode) & set("wax+") for mode in modes) or (
            owner == "os"
        )
    return name in {"write_bytes", "write_text", "mkstemp", "NamedTemporaryFile"}
