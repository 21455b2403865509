"""A1, A7: a random token, session id and more go through every feature; then nobody finds them.

The app runs as a process of its own with a real Secret Service and a home of its own. Its walk
triggers every action of the table; what it prints, shows, tells, copies and writes is searched
here. An action, a command line option, or a module with a way out of the process that is not
walked fails the test until it is.
"""

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.export.export_options_panel import EXPORT_FORMATS
from inspector_app.desktop.options import DesktopOptions
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.token import Token
from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.environment import create_environment
from inspector_app.vault.backends import open_backend
from inspector_app.vault.vault import StorageKind, Vault
from tests.canary import hits, random_secrets
from tests.canary_sinks import KNOWN, WAYS, ways_by_module, ways_out
from tests.gateway.faulty_gateway import FaultyGateway
from tests.secret_service import secret_service

ROOT = Path(__file__).parent.parent
START = [sys.executable, "-m", "inspector_app"]
WALK = Path(__file__).parent / "canary_walk.py"
pytestmark = pytest.mark.timeout(300)  # the walk, in whichever test comes first


@dataclass
class Walked:
    """What the walk, and the other starts of the app, left."""

    secrets: tuple[str, ...]
    home: Path
    process: subprocess.CompletedProcess[bytes]
    said: dict[str, Any]
    items: tuple[str, ...]
    starts: dict[str, subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    secrets = random_secrets()
    home = tmp_path_factory.mktemp("canary")
    with contextlib.ExitStack() as stack:
        gateways = [
            stack.enter_context(FaultyGateway(reply))
            for reply in (secrets.welcome, secrets.refuse, secrets.break_down)
        ]
        port = gateways[0].port
        service = stack.enter_context(secret_service())
        prepare(home, port, secrets.session_id)

        def run(*command, given=b""):
            environment = surroundings(home)
            return subprocess.run(
                command,
                input=given,
                capture_output=True,
                timeout=110,
                check=False,
                env=environment,
                cwd=home,
            )

        given = "\n".join(astuple(secrets)).encode()
        ports = [str(one.port) for one in gateways]
        process = run(sys.executable, str(WALK), *ports, given=given)
        items = service.items()
        keep(home, port, secrets.token)
        saved = json.dumps({"status": 0, "success": True, "session": {"id": secrets.session_id}})
        (home / "answer.json").write_text(saved)
        starts = {name: run(*START, *arguments) for name, arguments in other_starts(home, secrets)}
        (home / "answer.json").unlink()  # the person's own, which held one from the beginning
    assert process.returncode == 0, (
        process.stdout.decode()[-3000:] + process.stderr.decode()[-3000:]
    )
    last = process.stdout.decode().strip().splitlines()[-1]
    return Walked(astuple(secrets), home, process, json.loads(last), items, starts)


def surroundings(home):
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "MACHINE_FOLDER": str(home / "machine"),
        "DBUS_SESSION_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"],
    }


def prepare(home, port, session_id):
    """A home in which an earlier run broke, on a computer with an environment for everybody."""
    for folder in ("tmp", "machine", ".local/state/enos-session-inspector"):
        (home / folder).mkdir(parents=True)
    fault = home / ".local/state/enos-session-inspector/fault-1.txt"
    fault.write_text(f"Fatal Python error: Segmentation fault, {session_id} of {home}\n")
    everybodys = {"name": "Everybody’s", "address": f"http://127.0.0.1:{port}"}
    file = home / "machine/environments.json"
    file.write_text(json.dumps({"version": 1, "environments": [everybodys]}))


def keep(home, port, token):
    """Keep a token as the app does, for a start that inspects by itself."""
    kept = create_environment("Kept", f"http://127.0.0.1:{port}")
    settings_file.save(
        home / ".config" / "enos-session-inspector" / "settings.json",
        user_settings.Settings(environments=(kept,)),
    )
    remembered = Vault(open_backend()).store_token(kept.id, "127.0.0.1", Token(token))
    assert remembered.storage is StorageKind.KEYRING


OPTIONS = {
    "is_demo": ["--demo", "--screenshot", "demo.png"],
    "environment": ["--environment", "Kept", "--screenshot", "kept.png"],
    "screenshot": ["--screenshot", "first.png"],
    "file": ["--screenshot", "file.png", "answer.json"],
    "is_self_test": ["--self-test"],
    "wants_window": ["--new-window", "--screenshot", "another.png"],
}
"""By the wish that it fills, a start with each option."""


def other_starts(home, secrets):
    """Each option, and a credential typed where none belongs."""
    yield from OPTIONS.items()
    for number, mistaken in enumerate(
        ([secrets.token], ["--environment", secrets.token], [f"--{secrets.token}"])
    ):
        yield f"mistake {number}", ["--screenshot", str(home / "none.png"), *mistaken]


def test_no_file_below_home_and_temporary_folders_holds_them(walked):
    """A1: at the end, and while files are there that are gone by then."""
    files = [file for file in walked.home.rglob("*") if file.is_file()]
    names = {file.name for file in files}
    assert {"log.txt", "settings.json", "report-labels.key", "history.jsonl"} <= names
    assert {
        f"export-{level.value}{form.suffix}" for form in EXPORT_FORMATS for level in RedactionLevel
    } <= names
    for file in files:
        assert not hits(file.read_bytes(), walked.secrets), file
        assert not hits(str(file).encode(), walked.secrets)
    assert walked.said["searched"]["file"] > len(EXPORT_FORMATS) * len(RedactionLevel)


def test_nothing_that_was_searched_on_the_way_held_them(walked):
    """A1, A4, A7: clipboard forms, drags, files of a moment, the bytes of each export."""
    assert walked.said["found"] == []
    assert walked.said["searched"]["clipboard"] > 40
    assert walked.said["searched"]["picture"] == len(EXPORT_FORMATS) * len(RedactionLevel)


def test_neither_standard_output_nor_error_holds_them(walked):
    """A1."""
    assert not hits(walked.process.stdout, walked.secrets)
    assert not hits(walked.process.stderr, walked.secrets)
    assert b"Boom" in walked.process.stderr  # the injected crash was told


def test_no_start_of_another_kind_tells_any_of_them(walked):
    """A1: a kept token is inspected, an answer opened, without a person."""
    assert set(OPTIONS) == set(DesktopOptions._fields), (
        "add a start with the new option to OPTIONS of tests/test_canary.py"
    )
    for name, start in walked.starts.items():
        assert not hits(start.stdout + start.stderr, walked.secrets), name
        assert start.returncode == 0 or name not in OPTIONS, (name, start.stdout, start.stderr)
    assert b"Answered" in walked.starts["environment"].stdout
    for picture in ("demo.png", "kept.png", "first.png", "file.png"):
        assert (walked.home / picture).read_bytes().startswith(b"\x89PNG")


def test_no_title_name_description_tooltip_or_text_of_the_window_holds_them(walked):
    """A1, A7."""
    stages = {"session", "refusal", "failure", "no JSON", "revealed and hidden", "locked", "shared"}
    assert stages | {"fault", "signed", "paper", "dropped", "several tokens"} <= set(
        walked.said["stages"]
    )
    assert len(walked.said["texts"]) > 2_000
    for text in walked.said["texts"]:
        assert not hits(text.encode(errors="surrogatepass"), walked.secrets), text


def test_no_copy_but_the_one_that_says_so_holds_them(walked):
    """A1, A4."""
    assert len(walked.said["copies"]) > 40
    for text in walked.said["copies"]:
        assert not hits(text.encode(errors="surrogatepass"), walked.secrets)
    assert walked.said["clipboard_at_the_end"] == ""


def test_neither_arguments_nor_environment_hold_them(walked):
    """A7."""
    assert not hits("\0".join(walked.said["process"]).encode(), walked.secrets)


def test_forget_left_nothing_in_the_keyring(walked):
    """A8: but for the secrets of a connection, which are no token."""
    assert walked.said["kept_before_forget"]
    assert sorted(one.rpartition("/")[2] for one in walked.items) == ["application", "proxy"]


def test_every_action_of_the_table_is_walked(walked):
    """A later action fails here until the walk has it."""
    assert set(walked.said["actions"]) == {do.name for do in ActionId}, (
        "walk the new action in tests/canary_steps.py"
    )


# --- ways out


@pytest.mark.parametrize("kind", WAYS)
def test_every_way_out_of_the_process_is_known(kind):
    """A later one fails here until it is walked and named in ``canary_sinks``."""
    found, known = ways_by_module()[kind], set(KNOWN[kind])
    assert found == known, (
        f"walk {found - known} in tests/canary_steps.py and name what walks it in KNOWN of "
        f"tests/canary_sinks.py; take {known - found} out of it"
    )


def test_every_module_that_can_write_a_file_did(walked):
    """A1: so that nothing was searched in vain. What is walked by other starts wrote there."""
    elsewhere = {
        "desktop/unattended/screenshot_run.py",
        "inspection/saved_answer_opening.py",
        "system/administrator_file.py",
        "system/growing_file.py",
        "system/part_files.py",
        "system/regular_file.py",
        "system/standard_streams.py",
        "terminal/diagnose_command.py",
        "terminal/result_output.py",
    }
    silent = set(KNOWN["file"]) - elsewhere - set(walked.said["writers"])
    assert not silent, f"have tests/canary_steps.py make these write their files: {silent}"


SINKS = {
    "file": [
        "Path('x').write_text(token)",
        "Path('x').open('a')",
        "open('x', mode='wb')",
        "os.open('x', os.O_WRONLY)",
        "partial(path.write_bytes, data)",
        "picture.save('x.png')",
        "QSettings('x').setValue('token', token)",
        "shutil.copy('a', 'b')",
        "import sqlite3",
        "from tempfile import NamedTemporaryFile",
    ],
    "paper": ["from PySide6.QtGui import QPdfWriter"],
    "clipboard": ["QGuiApplication.clipboard().setText(token)", "board.setMimeData(data)"],
    "drag": ["QDrag(self)", "self.setDragEnabled(True)"],
    "stream": ["print(token)", "sys.stderr.write(token)", "click.echo(token)"],
    "notification": ["QSystemTrayIcon().showMessage('', token)"],
    "program": ["subprocess.run(['curl', token])", "QDesktopServices.openUrl(address)"],
    "log": ["logging.getLogger().info(token)"],
    "bus": ["QDBusConnection.sessionBus()"],
    "network": ["import http.client", "from urllib3 import PoolManager", "QTcpSocket()"],
}


@pytest.mark.parametrize(
    ("kind", "source"), [(kind, source) for kind, sources in SINKS.items() for source in sources]
)
def test_a_new_way_out_is_noticed(kind, source):
    assert kind in ways_out(source)


@pytest.mark.parametrize(
    "source",
    ["Path('x').open()", "open('x', 'rb')", "painter.save()", "layout.addWidget(self.save)"],
)
def test_what_lets_nothing_out_is_not_taken_for_a_way_out(source):
    assert ways_out(source) == set()
