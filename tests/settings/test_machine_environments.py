"""What an administrator set for everybody is read from a file that is never written."""

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.settings import machine_environments, settings_file, user_settings
from inspector_app.settings.environment import Environment, ProxyMode, create_environment
from inspector_app.settings.machine_environments import (
    MachineSettings,
    from_json,
    is_machine_environment,
    to_json,
)
from inspector_app.system.administrator_file import Distrust, DistrustedFileError
from inspector_app.system.paths import get_directories
from inspector_app.system.regular_file import FileTooLargeError
from tests.systems import needs_administrators_file

TESTER = frozenset({0, os.geteuid() if hasattr(os, "geteuid") else 0})
"""Whoever runs the tests is an administrator in them, or the files would not be used."""
ONE = {"name": "Production", "address": "https://apim.example.com"}


def load(files):
    return machine_environments.load(files, TESTER)


@pytest.fixture
def kept(tmp_path):
    def file(content, name="environments.json", mode=0o644):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        path.chmod(mode)
        return path

    return file


@needs_administrators_file
def test_the_environments_come_in_their_order_with_the_connection_that_was_set(kept):
    proxy = {"proxy": "manual", "proxy_address": "http://proxy.example.com:3128"}
    test = {**ONE, "name": " Test \n of\t all", "connection": proxy}
    content = {"version": 1, "environments": [ONE, test]}

    found, notice = load([kept(content)])

    assert notice is None
    assert [one.name for one in found] == ["Production", "Test of all"]
    assert found[1].connection.proxy is ProxyMode.MANUAL
    assert all(is_machine_environment(one.id) for one in found)
    assert not is_machine_environment(create_environment("a", "b").id)


@needs_administrators_file
def test_an_id_is_the_one_in_the_file_or_stays_as_long_as_name_and_address_do(kept):
    content = {"version": 1, "environments": [ONE, {**ONE, "id": "eu-1", "name": "Europe"}]}

    first, again = load([kept(content)])[0], load([kept(content)])[0]
    moved = {"version": 1, "environments": [{**ONE, "address": "https://other.example.com"}]}

    assert [one.id for one in first] == [one.id for one in again]
    assert first[1].id == "machine-eu-1"
    assert load([kept(moved)])[0][0].id != first[0].id


@needs_administrators_file
def test_a_token_in_the_file_is_shown_to_nobody(kept):
    """A7: all users of the computer read it."""
    secret = "IAM_S_" + "Kq7w" * 8
    one = {"name": f"Of {secret}", "address": f"https://{secret}.example.com"}
    (found,), _ = load([kept({"version": 1, "environments": [one]})])
    assert found.name == "Of IAM_S_••••••••••••"
    assert secret not in repr(found)


def test_no_file_is_no_environment_and_no_word(tmp_path):
    assert load([tmp_path / "none.json"]) == ((), None)
    assert load([]) == ((), None)


@needs_administrators_file
def test_the_first_file_that_is_there_counts(kept, tmp_path):
    mine = kept({"version": 1, "environments": [ONE]}, "first.json")
    other = kept({"version": 1, "environments": [{**ONE, "name": "Other"}]}, "second.json")

    assert load([tmp_path / "none.json", mine, other])[0][0].name == "Production"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff",
        b"[" * 100_000,
        [],
        {"version": 1},
        {"version": 2, "environments": []},
        {"version": True, "environments": []},
        {"version": 1, "environments": [{"name": "x"}]},
        {"version": 1, "environments": [{**ONE, "name": " "}]},
        {"version": 1, "environments": [{**ONE, "name": "n" * 101}]},
        {"version": 1, "environments": [ONE, {**ONE, "name": "PRODUCTION", "id": "2"}]},
        {"version": 1, "environments": [{**ONE, "id": "1"}, {**ONE, "id": "1", "name": "b"}]},
        {"version": 1, "environments": [{**ONE, "connection": {"proxy": "?"}}]},
        b" " * 2_000_000,
    ],
)
def test_a_file_that_is_not_one_is_told_and_left_alone(kept, content):
    """R6."""
    path = kept(content)
    before = path.read_bytes()

    found, notice = load([path])

    assert found == ()
    assert str(path) in str(notice)
    assert "administrator" in str(notice)
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="its rights are no bits of a mode")
@pytest.mark.parametrize("mode", [0o666, 0o664])
def test_a_file_that_other_users_may_change_is_not_used(kept, mode):
    """Whoever can write it, says where everybody's tokens go."""
    found, notice = load([kept({"version": 1, "environments": [ONE]}, mode=mode)])

    assert found == ()
    assert "Other users may change it" in str(notice)


@needs_administrators_file
def test_what_the_gateway_took_is_the_persons_own_knowledge(kept):
    content = {"version": 1, "environments": [{**ONE, "connection": {"accepted": "bare"}}]}
    (found,) = load([kept(content)])[0]
    assert found.connection.accepted is None

    choices = machine_environments.with_accepted_form(
        MachineSettings(), found.id, AuthorizationScheme.BARE
    )

    (known,) = machine_environments.apply_accepted_forms([found], choices)
    assert known.connection.accepted is AuthorizationScheme.BARE
    assert from_json(json.loads(json.dumps(to_json(choices)))) == choices


def test_the_choices_are_kept_in_the_settings_even_while_the_file_is_away(tmp_path):
    path = tmp_path / "settings.json"
    chosen = MachineSettings("machine-gone", (("machine-gone", AuthorizationScheme.BEARER),))

    settings_file.save(path, user_settings.Settings(machine=chosen))

    assert settings_file.load(path)[0].machine == chosen


@given(st.binary(max_size=200) | st.text().map(lambda text: json.dumps({"version": text}).encode()))
def test_no_file_raises(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("machine") / "environments.json"
    path.write_bytes(data)
    assert load([path])[0] == ()


@pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="each system has a folder of its own"
)
def test_no_variable_moves_the_file_of_the_whole_computer(monkeypatch):
    """Whoever starts the app could else choose whose tokens go where."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", os.pathsep.join(["/opt/a", "/opt/b"]))
    found = get_directories()
    assert [str(one) for one in (*found.machine_files, *found.policy_files)] == [
        "/etc/xdg/enos-session-inspector/environments.json",
        "/etc/xdg/enos-session-inspector/policies.json",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_in_its_place_does_not_hold_the_start(tmp_path):
    """R6."""
    os.mkfifo(tmp_path / "environments.json", 0o644)
    found, notice = load([tmp_path / "environments.json"])
    assert found == ()
    assert "could not be read" in str(notice)


@needs_administrators_file
def test_the_notice_names_the_first_mistake_with_its_line(kept):
    file = kept(b'{"version": 1,\n "environments": [\n  {"name": "a", "address": 5}\n]}')
    _, notice = load([file])
    assert "Line 3, environments[0].address: It must be a text in quotes." in str(notice)


LONG = b" " * 50_000
PARTLY = json.dumps({"version": 1, "environments": [{"name": "x"}]}).encode()


@needs_administrators_file
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (PARTLY, "Line 1, environments[0].address: It is missing."),
        (PARTLY + LONG[: 50_000 - len(PARTLY)], "Line 1, environments[0].address: It is missing."),
        (PARTLY + LONG, "It could not be read."),
        (b" " * 5_000_000, "It is too large."),
    ],
    ids=range(4),
)
def test_why_a_file_is_not_used_is_told_in_one_sentence(kept, content, why):
    """R6."""
    path = kept(content)
    _, notice = load([path])
    assert str(notice) == (
        f"Environments that your administrator set are not used: {path}. {why} "
        "Please tell your administrator."
    )


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (DistrustedFileError(Distrust.FOREIGN_OWNER, Path("/x")), "It does not belong to an"),
        (DistrustedFileError(Distrust.WRITABLE, Path("/x")), "Other users may change it."),
        (DistrustedFileError(Distrust.OPEN_FOLDER, Path("/x")), "Other users may change a folder"),
        (FileTooLargeError(), "It is too large."),
        (OSError(), "It could not be read."),
        (ValueError(), "It could not be read."),
    ],
    ids=range(6),
)
def test_each_reason_not_to_read_a_file_has_its_words(error, why):
    assert str(machine_environments.explain_unread(error)).startswith(why)


def test_the_form_of_the_choices_and_of_ids_is_the_same_in_every_version():
    """R8: tokens are kept under the ids."""
    forms = (("m1", AuthorizationScheme.BARE), ("m2", AuthorizationScheme.BEARER))
    written = {"current": "m1", "accepted": {"m1": "bare", "m2": "Bearer"}}
    assert machine_environments.to_json(MachineSettings("m1", forms)) == written
    assert machine_environments.from_json(written) == MachineSettings("m1", forms)
    assert machine_environments.from_json({}) == MachineSettings(None, ())
    odd_ones: list[object] = [[], {"current": 1}, {"accepted": []}, {"accepted": {"m": "?"}}]
    for odd in odd_ones:
        with pytest.raises((TypeError, ValueError)):
            machine_environments.from_json(odd)
    listed = [{"name": "One", "address": "a"}, {"id": "x", "name": "Two", "address": "a"}]
    data = json.dumps({"version": 1, "environments": listed}).encode()
    identity = hashlib.sha256(b"One\0a").hexdigest()[:32]
    ids = [one.id for one in machine_environments.parse_environments(data)]
    assert ids == [f"machine-{identity}", "machine-x"]
    assert all(map(machine_environments.is_machine_environment, ids))
    assert not machine_environments.is_machine_environment(identity)


def test_what_a_gateway_took_is_noted_for_its_environment_alone():
    bare, bearer = AuthorizationScheme.BARE, AuthorizationScheme.BEARER
    choices = machine_environments.with_accepted_form(MachineSettings("m1"), "m1", bare)
    choices = machine_environments.with_accepted_form(choices, "m2", bearer)
    choices = machine_environments.with_accepted_form(choices, "m1", bearer)
    assert choices == MachineSettings("m1", (("m1", bearer), ("m2", bearer)))
    environments = tuple(Environment(one, one, "a") for one in ("m1", "m3"))
    told = machine_environments.apply_accepted_forms(environments, choices)
    assert [one.connection.accepted for one in told] == [bearer, None]
    assert told[1] is environments[1]
    again = machine_environments.apply_accepted_forms(told, MachineSettings())
    assert again == environments
