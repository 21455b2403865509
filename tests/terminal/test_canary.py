"""A1, A7: a random token and session id go through the whole console twin; nobody finds them.

Every command runs as a program of its own, with a real Secret Service and a home of its own. What
it prints and writes is searched for both, in every spelling.
"""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import astuple, dataclass
from pathlib import Path

import pytest

from inspector_app.inspection import connection_secrets
from inspector_app.report.comparison.comparison_format import COMPARISON_FORMATS
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.session.diagnosis.step_model import ReplyLanguage
from inspector_app.session.token import Token
from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.environment import ConnectionSettings, create_environment
from inspector_app.terminal.command_line import program as parser
from inspector_app.vault.backends import open_backend
from inspector_app.vault.vault import StorageKind, Vault
from tests.canary import hits, random_secret, random_secrets
from tests.gateway.faulty_gateway import FaultyGateway
from tests.secret_service import secret_service
from tests.session.answers import changed
from tests.terminal.console import program
from tests.terminal.test_token_input import at_a_terminal, seen

ENVIRONMENT = "Kept"
pytestmark = pytest.mark.timeout(200)  # the walk, in whichever test comes first


@dataclass
class Walk:
    """Runs commands and remembers which, and everything that they printed."""

    home: Path
    said: list[tuple[str, bytes]]

    def __call__(self, *arguments, given=b""):
        ended = program(self.home, *arguments, given=given)
        self.said.append((" ".join(map(str, arguments)), ended.out + ended.err.encode()))
        return ended


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """Every command, in success, refusal and failure; the secrets and what was left of them."""
    secrets = random_secrets()
    home = tmp_path_factory.mktemp("canary")
    walk = Walk(home, [])
    with ExitStack() as stack:
        welcoming, *others = (
            f"http://127.0.0.1:{stack.enter_context(FaultyGateway(reply)).port}"
            for reply in (secrets.welcome, secrets.refuse, secrets.break_down)
        )
        stack.enter_context(secret_service())
        keep(home, welcoming, secrets)
        inspect(walk, (welcoming, *others), secrets.token)
        portal(walk, welcoming, secrets.portal_token)
        for form in ReportFormat:
            read = home / f"read{form.suffix}"
            walk("read", home / "file.json", "--level", "secrets", "--format", form.value)
            walk("read", home / "file.json", "--output", read, "--format", form.value)
        compare(walk, secrets.token)
        mistake(walk, welcoming, secrets.token)
        many(walk, (welcoming, *others), secrets.token)
        watch(walk, (welcoming, *others), secrets.token)
        walk("environments", "list")
        walk("environments", "show", ENVIRONMENT)
        administer(walk, secrets)
        where = ("inspect", "--gateway", welcoming, "--level", "secrets")
        with at_a_terminal(home, *where) as (_, keys):
            asked = seen(keys, b"Token (not shown): ")
            os.write(keys, secrets.token.encode() + b"\n")
            walk.said.append(("the hidden prompt", asked + seen(keys)))
        walk("demo-gateway", "--port", welcoming.rpartition(":")[2])  # taken; has its own tokens
        walk("--version")
    return walk, astuple(secrets)


def inspect(walk, gateways, token):
    """Each form from a gateway that welcomes, one that refuses, and one that is broken.

    Several commands run at a time, as many as there are processors.
    """
    given = token.encode()
    orders: list[tuple[object, ...]] = []
    for form in ReportFormat:
        send = ("inspect", "--token-stdin", "--level", "secrets", "--format", form.value)
        orders += [(*send, "--gateway", where) for where in gateways]
        save = ("inspect", "--environment", ENVIRONMENT, "--format", form.value)
        orders.append((*save, "--output", walk.home / f"file{form.suffix}"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda request: walk(*request, given=given), orders))
    plain = ("inspect", "--gateway", gateways[0], "--token-stdin")
    walk(*plain, "--authorization", "bare", given=given)
    walk(*plain, "--timeout", "9", given=given)
    walk(*plain, "--more", given=given)
    walk(*plain, "--expect-organization", token[:12], given=given)
    walk(*plain, "--ca-file", walk.home / "file.json", given=given)
    walk("read", walk.home / "file.json", "--expect-organization", token[:12])
    for language in ReplyLanguage:
        walk(*plain, "--reply", language.value, given=given)
        walk("read", walk.home / "file.json", "--reply", language.value)


def compare(walk, token):
    """Each form of a comparison, of files and of what an environment answers now."""
    (walk.home / "sent.json").write_bytes(
        json.dumps(changed("success", {"session.id": token, "session.user.extra": token})).encode()
    )
    for form in COMPARISON_FORMATS:
        order = ("compare", "environment:" + ENVIRONMENT, "sent.json", "--format", form.value)
        walk(*order, "--level", "secrets")
        walk(*order, "--output", walk.home / f"compared{form.suffix}")
    walk("compare", "file.json", "-", given=token.encode())
    (walk.home / "sent.json").unlink()  # what the user saved is the user's


def portal(walk, where, token):
    """A portal token, with all that can be asked beside its session."""
    plain = ("inspect", "--gateway", where, "--token-stdin", "--level", "secrets")
    given = token.encode()
    for form in (ReportFormat.TEXT, ReportFormat.JSON):
        walk(*plain, "--more", "--format", form.value, given=given)
        walk(*plain, "--applications", "--format", form.value, given=given)
        for question in ("Canary", token[:16]):
            walk(*plain, "--application", question, "--format", form.value, given=given)


def mistake(walk, where, token):
    """What goes wrong on this side, with the token where it belongs and where it does not."""
    given = token.encode()
    walk("inspect", "--gateway", "http://127.0.0.1:1", "--token-stdin", given=given)
    walk("inspect", "--gateway", where, "--token-stdin", given=given + b" and " + given)
    several(walk, where, token)
    command = f"curl https://other.example.com -H 'Authorization: Bearer {token}'"
    walk("inspect", "--gateway", where, "--token-stdin", given=command.encode())
    walk("inspect", "--gateway", where, "--token-stdin", "--output", walk.home, given=given)
    walk("read", "-", given=given)
    for mistaken in (["inspect", token], ["read", token], [token], ["inspect", "--gateway", token]):
        walk(*mistaken)


def administer(walk, secrets):
    """What an administrator asks, with the token in a file and a session in an earlier fault."""
    token = secrets.token
    file, state = walk.home / "draft.json", walk.home / ".local/state/enos-session-inspector"
    file.write_text(f'{{"version": 1, "environments": [], "{token}": "{token}"}}')
    state.mkdir(parents=True, exist_ok=True)
    (state / "fault-1.txt").write_text(f"Fatal Python error: {secrets.session_id}")
    for command in (("environments", "check"), ("policies", "show")):
        walk(*command)
        walk(*command, file, "--draft")
    file.unlink()
    walk("diagnose")
    walk("diagnose", "--output", walk.home / "diagnosis.txt")
    (state / "fault-1.txt").unlink()


def several(walk, where, token):
    """Two sessions in a text, with the token between them: named, and one of them chosen."""
    ids = [random_secret("IAM_S_", "", "") for _ in range(2)]
    text = f"a {ids[0]} b\nAuthorization: Bearer {token}\nc {ids[1]} d"
    chosen = ("--token-fingerprint", Token(ids[1]).fingerprint)
    for more in ((), chosen, ("--token-fingerprint", "00000000")):
        ended = walk("inspect", "--gateway", where, "--token-stdin", *more, given=text.encode())
        assert not hits(ended.out + ended.err.encode(), ids)


def many(walk, gateways, token):
    """A queue in each form, from each gateway: with others' sessions, and gone on with."""
    ids = [random_secret("IAM_S_", "", "") for _ in range(3)]
    listed = "user,session\n" + "".join(f"u,{one}\n" for one in ids)
    for number, where in enumerate(gateways):
        for form in ("text", "jsonl", "csv"):
            ask = ("inspect", "--gateway", where, "--many", "-", "--level", "secrets")
            more = ("--format", form, "--resume", walk.home / f"rows{number}{form}")
            for text in (listed, f"{listed}u,{ids[0][:20]}…\n", f"Authorization: Bearer {token}"):
                ended = walk(*ask, *more, "--at-once", "2", given=text.encode())
                assert not hits(ended.out + ended.err.encode(), ids)
    for file in walk.home.glob("rows*"):
        assert not hits(file.read_bytes(), ids)
    assert len(list(walk.home.glob("rows*"))) == len(gateways) * len(("text", "jsonl", "csv"))
    walk("inspect", "--gateway", gateways[0], "--many", token)


def watch(walk, gateways, token):
    """A watch that ends with its first answer, where there is one and where there is none."""
    for where in gateways:
        ask = ("inspect", "--gateway", where, "--token-stdin", "--watch", "10", "--for", "0.1")
        walk(*ask, "--until", "change", "--timeout", "2", given=token.encode())


def keep(home, where, secrets):
    """An environment whose calls are signed, with all its secrets in the keyring."""
    signed = create_environment(ENVIRONMENT, where, ConnectionSettings(access_key="key-1"))
    folder = home / ".config" / "enos-session-inspector"
    settings_file.save(folder / "settings.json", user_settings.Settings(environments=(signed,)))
    vault = Vault(open_backend())
    remembered = vault.store_token(signed.id, "127.0.0.1", Token(secrets.token))
    assert remembered.storage is StorageKind.KEYRING
    typed = connection_secrets.ConnectionSecrets(Token(secrets.secret_key))
    assert connection_secrets.store(vault, signed, typed) is StorageKind.KEYRING


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
    assert {f"file{form.suffix}" for form in ReportFormat} <= {file.name for file in files}
    assert {f"compared{form.suffix}" for form in COMPARISON_FORMATS} <= {
        file.name for file in files
    }
    assert "report-labels.key" in {file.name for file in files}
    for file in files:
        assert not hits(file.read_bytes(), secrets), file


def test_every_command_and_option_is_walked(walked):
    """A later one fails here until the walk has it."""
    walk, _ = walked
    for path, command in commands(parser):
        said = [one for one, _ in walk.said if one.startswith(path)]
        assert said, f"walk `{path}` in tests/terminal/test_canary.py"
        for option in (one for param in command.params for one in param.opts):
            if option.startswith("--"):
                assert any(option in one.split() for one in said), (
                    f"walk `{path} {option}` in tests/terminal/test_canary.py"
                )


def commands(group, path=""):
    """Each command with the words that call it."""
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{path} {name}".strip())
    yield path, group
