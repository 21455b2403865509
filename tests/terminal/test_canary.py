"""A1, A7: a random token and session id go through the whole console twin; nobody finds them.

Every command runs as a program of its own, with a real Secret Service and a home of its own. What
it prints and writes is searched for both, in every spelling.
"""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector_app.report.forms.formats import Format
from inspector_app.session.token import Token
from inspector_app.system import settings
from inspector_app.terminal.command_line import program as parser
from inspector_app.vault.backends import open_backend
from inspector_app.vault.vault import KeptIn, Vault
from tests.canary import hits, random_secret
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.secret_service import secret_service
from tests.terminal.console import program
from tests.terminal.test_token_entry import at_a_terminal, seen

ENVIRONMENT = "Kept"


@dataclass
class Walk:
    """Runs commands and remembers which, and everything that they printed."""

    home: Path
    said: list[tuple[str, bytes]]

    def __call__(self, *arguments, given=b""):
        ended = program(self.home, *arguments, given=given)
        self.said.append((" ".join(map(str, arguments)), ended.out + ended.err.encode()))
        return ended


def bodies(token, session_id):
    """What a gateway sends that welcomes, that refuses, and that is broken; each says too much."""
    user = {"id": "u1", "name": "mara", "email": "mara@example.com", token: session_id}
    session = {"id": session_id, "user": user, "expires": 7200, "note": f"is {token}"}
    welcome = {"status": 0, "success": True, "message": session_id, "session": session}
    refusal = {"status": 30401, "success": False, "message": f"no {token}", "session": None}
    yield answer(json.dumps(welcome).encode(), "Content-Type: application/json")
    yield answer(json.dumps(refusal).encode(), "Content-Type: application/json")
    yield answer(f"<html>{token} {session_id}</html>".encode(), f"Location: {token}")


def gateway_that_sends(stack, sent):
    """The address of a gateway with one answer for everybody."""

    def reply(wire):
        wire.request()
        wire.send(sent)

    return f"http://127.0.0.1:{stack.enter_context(FaultyGateway(reply)).port}"


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Every command, in success, refusal and failure; the secrets and what was left of them."""
    token, session_id = random_secret("opaque-"), random_secret("IAM_S_", "")
    home = tmp_path_factory.mktemp("canary")
    walk = Walk(home, [])
    with ExitStack() as stack:
        every = [gateway_that_sends(stack, sent) for sent in bodies(token, session_id)]
        stack.enter_context(secret_service())
        keep(home, every[0], token)
        in_every_form(walk, every, token)
        walk("read", home / "file.json", "--level", "secrets")
        mistake(walk, every[0], token)
        walk("environments", "list")
        walk("environments", "show", ENVIRONMENT)
        where = ["inspect", "--gateway", every[0], "--level", "secrets"]
        with at_a_terminal(home, *where) as (_, keys):
            asked = seen(keys, b"Token (not shown): ")
            os.write(keys, token.encode() + b"\n")
            walk.said.append(("the hidden prompt", asked + seen(keys)))
        taken = every[0].rpartition(":")[2]
        walk("demo-gateway", "--port", taken)  # which does not start: its tokens are invented ones
    return walk, (token, session_id)


def in_every_form(walk, every, token):
    """Several commands at a time, as many as there are processors."""
    orders = []
    for form in Format:
        send = ["inspect", "--level", "secrets", "--format", form.value, "--token-stdin"]
        orders += [[*send, "--gateway", where] for where in every]
        save = ["inspect", "--environment", ENVIRONMENT, "--format", form.value]
        orders.append([*save, "--output", walk.home / f"file{form.suffix}"])
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda order: walk(*order, given=token.encode()), orders))


def mistake(walk, where, token):
    """What goes wrong on this side, with the token where it belongs and where it does not."""
    given = token.encode()
    walk("inspect", "--gateway", "http://127.0.0.1:1", "--token-stdin", given=given)
    walk("inspect", "--gateway", where, "--token-stdin", given=given + b" and " + given)
    command = f"curl https://other.example.com -H 'Authorization: Bearer {token}'"
    walk("inspect", "--gateway", where, "--token-stdin", given=command.encode())
    walk("inspect", "--gateway", where, "--token-stdin", "--output", walk.home, given=given)
    walk("read", "-", given=given)
    for mistaken in (["inspect", token], ["read", token], [token], ["inspect", "--gateway", token]):
        walk(*mistaken)


def keep(home, where, token):
    kept = settings.new_environment(ENVIRONMENT, where)
    folder = home / ".config" / "enos-session-inspector"
    settings.save(folder / "settings.json", settings.Settings(environments=(kept,)))
    remembered = Vault(open_backend()).remember(kept.id, "127.0.0.1", Token(token))
    assert remembered.kept_in is KeptIn.KEYRING


@pytest.mark.timeout(150)
def test_nothing_that_is_printed_holds_them(walked):
    """A1, A7: what was typed in the wrong place is left out, being in the arguments already."""
    walk, secrets = walked
    assert len(walk.said) > 30
    for command, printed in walk.said:
        assert printed or "--output" in command
        assert not hits(printed, secrets), command


def test_no_file_that_is_written_holds_them(walked):
    """A1."""
    walk, secrets = walked
    files = [file for file in walk.home.rglob("*") if file.is_file() and file.suffix != ".pyc"]
    assert {f"file{form.suffix}" for form in Format} <= {file.name for file in files}
    assert "report-labels.key" in {file.name for file in files}
    for file in files:
        assert not hits(file.read_bytes(), secrets), file


def test_every_command_is_walked(walked):
    """A later command fails here until the walk has it."""
    walk, _ = walked
    walked_ones = {command for command, _ in walk.said}
    for name, command in parser.commands.items():
        for path in [f"{name} {one}" for one in getattr(command, "commands", {})] or [name]:
            assert any(one.startswith(path) for one in walked_ones), path
