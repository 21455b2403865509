import base64
import os
import random
import string
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from inspector_app.vault import backends
from inspector_app.vault.backends import MEMORY_ONLY_BY_CHOICE, list_hidden_imports, open_backend
from tests.secret_service import secret_service

REPOSITORY = Path(__file__).resolve().parents[2]

PLAIN_FILE_KEYRING = '''
import base64, os, pathlib
from keyring.backend import KeyringBackend

home = pathlib.Path(os.environ["HOME"])
(home / "attacker-was-here").touch()

class Keyring(KeyringBackend):
    """As keyrings.alt does: base64 in a file."""

    priority = 99

    def get_password(self, service, username):
        file = home / f"{username}.txt"
        return base64.b64decode(file.read_bytes()).decode() if file.exists() else None

    def set_password(self, service, username, password):
        (home / f"{username}.txt").write_bytes(base64.b64encode(password.encode()))

    def delete_password(self, service, username):
        (home / f"{username}.txt").unlink()
'''

KEEP = """
import sys
from inspector_app.session.token import Token
from inspector_app.vault.backends import open_backend
from inspector_app.vault.vault import Vault
vault = Vault(open_backend())
token = Token(sys.stdin.read())
keeping = vault.store_token("id", "gateway.example.com", token)
assert vault.fetch_token("id", "gateway.example.com") == token
print(keeping.storage_name)
"""

KEEP_AS_KEYRING_WOULD = """
import sys, keyring
keyring.set_password("service", "id", sys.stdin.read())
"""


@dataclass(frozen=True)
class HostileSetUp:
    name: str
    environment: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    caught: bool = True
    """Whether keyring itself, left to choose, walks into it and writes the token to a file."""


RC_FILE = ".config/python_keyring/keyringrc.cfg"
SET_UPS = [
    HostileSetUp(
        "the null back end by variable",
        {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
        caught=False,
    ),
    HostileSetUp(
        "the fail back end by variable",
        {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
        caught=False,
    ),
    HostileSetUp(
        "the null back end by file",
        files={RC_FILE: "[backend]\ndefault-keyring=keyring.backends.null.Keyring\n"},
        caught=False,
    ),
    HostileSetUp(
        "a plain file back end by variable",
        {"PYTHON_KEYRING_BACKEND": "plain_file_keyring.Keyring", "PYTHONPATH": "{home}/evil"},
        {"evil/plain_file_keyring.py": PLAIN_FILE_KEYRING},
    ),
    HostileSetUp(
        "a plain file back end by file",
        files={
            RC_FILE: (
                "[backend]\ndefault-keyring=plain_file_keyring.Keyring\nkeyring-path={home}/evil\n"
            ),
            "evil/plain_file_keyring.py": PLAIN_FILE_KEYRING,
        },
    ),
    HostileSetUp(
        "a plain file back end by entry point",
        {"PYTHONPATH": "{home}/evil"},
        {
            "evil/plain_file_keyring.py": PLAIN_FILE_KEYRING,
            "evil/plain_file-1.dist-info/METADATA": (
                "Metadata-Version: 2.1\nName: plain-file\nVersion: 1\n"
            ),
            "evil/plain_file-1.dist-info/entry_points.txt": (
                "[keyring.backends]\nplain = plain_file_keyring\n"
            ),
        },
    ),
    HostileSetUp(
        "properties by variable",
        {
            "KEYRING_PROPERTY_SCHEME": "nothing",
            "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/org/freedesktop/secrets/collection/session",
            "KEYRING_PROPERTY_APPID": "attacker",
            "KEYCHAIN_PATH": "{home}/attacker.keychain",
        },
        caught=False,
    ),
    HostileSetUp(
        "a bus that is none",
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path={home}/nothing"},
        caught=False,
    ),
    HostileSetUp(
        "a bus address that is none",
        {"DBUS_SESSION_BUS_ADDRESS": "nonsense"},
        caught=False,
    ),
]


def run(
    script: str, set_up: HostileSetUp, home: Path, token: str, bus: str | None = None
) -> subprocess.CompletedProcess[str]:
    for name, text in set_up.files.items():
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("{home}", str(home)), encoding="utf-8")
    environment = {
        name: text.replace("{home}", str(home)) for name, text in set_up.environment.items()
    }
    path = os.pathsep.join(filter(None, (str(REPOSITORY), environment.pop("PYTHONPATH", ""))))
    return subprocess.run(
        [sys.executable, "-c", script],
        input=token,
        text=True,
        capture_output=True,
        timeout=50,
        check=False,
        cwd=home,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TMPDIR": str(home),
            "PYTHONPATH": path,
            "PYTHONDONTWRITEBYTECODE": "1",
            **({"DBUS_SESSION_BUS_ADDRESS": bus} if bus else {}),
            **environment,
        },
    )


def files_with(token: str, home: Path) -> list[str]:
    sought = [
        token.encode(),
        token.encode("utf-16-le"),
        base64.b64encode(token.encode()),
        token.encode().hex().encode(),
    ]
    return [
        str(path)
        for path in home.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in sought)
    ]


def some_text() -> str:
    return "".join(random.choices(string.ascii_letters, k=42))


@pytest.mark.parametrize("set_up", SET_UPS, ids=lambda set_up: set_up.name)
def test_a_hostile_set_up_without_a_keyring_gets_no_token(set_up, tmp_path):
    """K2"""
    token = some_text()
    done = run(KEEP, set_up, tmp_path, token)
    assert done.stderr == ""
    assert done.stdout == "memory, for this run only\n"
    assert files_with(token, tmp_path) == []
    assert not (tmp_path / "attacker-was-here").exists()


@pytest.mark.parametrize(
    "set_up",
    [set_up for set_up in SET_UPS if "DBUS_SESSION_BUS_ADDRESS" not in set_up.environment],
    ids=lambda set_up: set_up.name,
)
def test_a_hostile_set_up_beside_a_keyring_gets_no_token(set_up, tmp_path):
    """K2"""
    token = some_text()
    with secret_service() as service:
        done = run(KEEP, set_up, tmp_path, token, os.environ["DBUS_SESSION_BUS_ADDRESS"])
        assert done.stderr == ""
        assert done.stdout == "Secret Service\n"
        assert service.items() == ("id",)
        assert files_with(token, tmp_path) == []
        assert files_with(token, service.home) == []
    assert not (tmp_path / "attacker-was-here").exists()


@pytest.mark.parametrize(
    "set_up", [set_up for set_up in SET_UPS if set_up.caught], ids=lambda set_up: set_up.name
)
def test_the_same_set_up_does_catch_keyring_left_to_itself(set_up, tmp_path):
    """K2: or the tests above would prove nothing."""
    token = some_text()
    run(KEEP_AS_KEYRING_WOULD, set_up, tmp_path, token)
    assert files_with(token, tmp_path)
    assert (tmp_path / "attacker-was-here").exists()


def test_keyring_is_not_loaded_before_one_is_opened(tmp_path):
    done = run(
        "import sys, inspector_app.vault.vault, inspector_app.vault.backends\n"
        "print(sorted({'keyring', 'secretstorage', 'jeepney', 'cryptography'} & set(sys.modules)))",
        HostileSetUp("none"),
        tmp_path,
        "",
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_a_system_has_no_keyring_the_reason_is_in_words(system):
    assert open_backend(system) is backends._NO_USABLE_KEYRING


def test_the_reasons_are_sentences():
    for nothing in (
        MEMORY_ONLY_BY_CHOICE,
        backends._NO_USABLE_KEYRING,
        backends._KEYRING_TIMED_OUT,
    ):
        assert str(nothing.reason).endswith("kept for this run only.")


@pytest.mark.parametrize(
    ("system", "name"),
    [
        ("win32", "_create_windows_backend"),
        ("darwin", "_create_macos_backend"),
        ("linux", "_create_secret_service_backend"),
        ("freebsd14", "_create_secret_service_backend"),
    ],
)
def test_each_system_has_the_one_keyring_of_the_allow_list(system, name):
    """K2"""
    assert backends._find_creator(system).__name__ == name


def test_a_plain_class_is_deaf_to_the_environment(monkeypatch):
    """K2, N11"""
    monkeypatch.setenv("KEYRING_PROPERTY_APPID", "attacker")
    monkeypatch.setenv("KEYRING_PROPERTY_ANYTHING", "attacker")
    store = backends._create_keyring("keyring.backends.null", "Keyring")
    assert "attacker" not in vars(store).values()
    assert vars(type(store))["appid"] == "EnOS Session Inspector"


@pytest.mark.parametrize(
    ("system", "modules"),
    [
        ("win32", ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred")),
        ("darwin", ("keyring.backends.macOS", "keyring.backends.macOS.api")),
        ("linux", ("secretstorage",)),
    ],
)
def test_the_keyring_of_each_system_is_in_its_bundle(system, modules):
    """K2: nothing else imports it, and without it tokens are kept for the run only."""
    assert list_hidden_imports(system) == modules
