"""Records the console session of the README: `python3 dev.py recording` rewrites it.

Each command runs as a program of its own on the embedded gateway. What differs from run to run
(times, ids, milliseconds) is as it was at the recording; a test compares the rest with a new one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent.parent))

from inspector_app.demo.demo_gateway import DemoGateway

CHECKOUT: Final = Path(__file__).parent.parent
RECORDING: Final = CHECKOUT / "docs" / "console-session.txt"
GATEWAY_ADDRESS: Final = "127.0.0.1:8080"
"""The address in the recording; its gateway listens on any free port."""

_GATEWAY_COMMAND: Final = f"enos-session inspect --gateway http://{GATEWAY_ADDRESS}"
_INSPECT_COMMAND: Final = f"{_GATEWAY_COMMAND} --token-stdin"
SCENARIOS: Final = {
    "token.txt": "valid",
    "old-token.txt": "session_not_found",
    "third.txt": "password_expired",
    "portal.txt": "portal_valid",
    "disabled.txt": "organization_disabled",
}
BATCH: Final = "batch.txt"
"""A file with the first of these tokens, one a line."""

BATCH_SIZE: Final = 4

COMMANDS: Final = (
    f"{_INSPECT_COMMAND} < token.txt; echo exit code $?",
    f"{_INSPECT_COMMAND} --format json < old-token.txt | grep -A5 verdict",
    f"{_INSPECT_COMMAND} --format json --output answer.json < third.txt; echo exit code $?",
    "enos-session read answer.json | head -3",
    "enos-session read answer.json --reply en",
    f"{_INSPECT_COMMAND} --format json --output valid.json < token.txt; echo exit code $?",
    "enos-session compare valid.json answer.json; echo exit code $?",
    f"{_INSPECT_COMMAND} --level secrets --more < disabled.txt | head -22",
    f'{_INSPECT_COMMAND} --level secrets --application "Asset Monitor" < portal.txt | head -22',
    f"{_GATEWAY_COMMAND} --many {BATCH} --resume rows.jsonl; echo exit code $?",
    f"{_GATEWAY_COMMAND} --many {BATCH} --resume rows.jsonl; wc -l < rows.jsonl",
    f"{_INSPECT_COMMAND} --watch 30 --until account-enabled < old-token.txt; echo exit code $?",
    "enos-session inspect --gateway http://gateway.example.com --token-stdin < token.txt",
)
_VARIABLE_PARTS: Final = re.compile(
    r"#[0-9a-f]{4}|\b[0-9a-f]{8}\b|(?<!exit code )\d+|ahead of|behind"
)

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d (?=\d\d:)")
"""It is written where a time is not of today: near midnight, that is."""


def record_session() -> str:
    """Record the session as a user sees it, prompts included."""
    with tempfile.TemporaryDirectory() as folder, DemoGateway() as gateway:
        home, here = Path(folder), gateway.origin.removeprefix("http://")
        twin = home / "enos-session"
        twin.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m inspector_app.terminal "$@"\n')
        twin.chmod(0o755)
        tokens = {one.id: one.token for one in gateway.scenarios}
        for file, scenario in SCENARIOS.items():
            (home / file).write_text(tokens[scenario])
        batch = "\n".join(tokens[scenario] for scenario in list(SCENARIOS.values())[:BATCH_SIZE])
        (home / BATCH).write_text(batch)
        steps = [
            f"$ {one}\n{_run_command(home, one.replace(GATEWAY_ADDRESS, here))}" for one in COMMANDS
        ]
    return "\n".join(steps).replace(here, GATEWAY_ADDRESS)


def normalize_session(session: str) -> str:
    """Replace what differs from run to run."""
    return _VARIABLE_PARTS.sub("0", _DAY.sub("", session))


def _run_command(home: Path, command: str) -> str:
    variables = {
        "PATH": f"{home}:{os.environ['PATH']}",
        "HOME": str(home),
        "PYTHONPATH": str(CHECKOUT),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    shell = ["bash", "-c", f"exec 2>&1; {command}"]
    return subprocess.run(  # noqa: S603  # the commands above
        shell, cwd=home, env=variables, capture_output=True, text=True, check=False
    ).stdout


if __name__ == "__main__":
    RECORDING.write_text(record_session(), encoding="utf-8", newline="\n")
