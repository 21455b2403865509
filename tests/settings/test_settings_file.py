import dataclasses
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.settings import settings_file, user_settings
from inspector_app.settings.environment import (
    CompanionMode,
    ConnectionSettings,
    Environment,
    EnvironmentNameError,
    ProxyMode,
    create_environment,
)
from inspector_app.settings.environment_tier import EnvironmentTier
from inspector_app.settings.machine_environments import MachineSettings
from inspector_app.settings.other_versions import OTHER_VERSION_TEXT
from inspector_app.settings.safety import SafetySettings
from inspector_app.settings.user_settings import (
    Language,
    Settings,
    ThemeMode,
    rename_environment,
    with_environment,
    without_environment,
)
from inspector_app.system.atomic_file import WriteError
from tests.settings.test_user_settings import names, three
from tests.systems import KILLED, needs_modes

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "enos-session-inspector" / "settings.json"


def test_a_first_start_has_defaults_and_nothing_to_say(file):
    """R6."""
    assert settings_file.load(file) == (Settings(), None)
    assert not file.parent.exists()


def test_what_is_saved_is_loaded_again(file):
    settings = replace(
        three(),
        window_geometry="AdnQywADAAA=",
        theme_mode=ThemeMode.DARK,
        text_size=125,
        report_format="jira",
        language=Language.CHINESE,
        zone="Asia/Shanghai",
        remember_token=False,
    )
    settings_file.save(file, settings)
    assert settings_file.load(file) == (settings, None)


WRITTEN = """\
{
  "version": 1,
  "environments": [],
  "current": null,
  "window_geometry": "",
  "appearance": "system",
  "text_size": 100,
  "language": "system",
  "zone": null,
  "remember_token": true,
  "export_form": "",
  "report_form": "",
  "safety": {
    "clipboard_seconds": 10,
    "idle_minutes": 4,
    "memory_only": false,
    "keep_after_end": false,
    "keep_history": false
  },
  "machine": {
    "current": null,
    "accepted": {}
  }
}
"""


def test_the_form_of_the_file_is_the_same_in_every_release_and_each_member_may_be_missing(file):
    """R6."""
    settings_file.save(file, Settings())
    assert file.read_text() == WRITTEN
    for member in json.loads(WRITTEN).keys() - {"version"}:
        rest = json.loads(WRITTEN)
        del rest[member]
        file.write_text(json.dumps(rest))
        assert settings_file.load(file) == (Settings(), None)
    file.write_text('{"version": 1}')
    assert settings_file.load(file) == (Settings(), None)
    assert settings_file.read(file) == Settings()


@hypothesis_settings(deadline=None, max_examples=100)
@given(st.lists(st.text(min_size=1), max_size=5), st.text(), st.text())
def test_any_text_survives(tmp_path_factory, typed, address, geometry):
    settings = Settings(window_geometry=geometry)
    for name in typed:
        try:
            settings = with_environment(settings, create_environment(name, address))
        except EnvironmentNameError:
            continue
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    settings_file.save(file, settings)
    assert settings_file.load(file) == (settings, None)


def test_members_of_a_later_release_survive_a_save(file):
    settings_file.save(file, three())
    written = json.loads(file.read_bytes())
    written["later"] = {"a": [1, None]}
    written["environments"][1]["authority"] = "/etc/corporate.pem"
    file.write_text(json.dumps(written))
    settings, notice = settings_file.load(file)
    assert notice is None
    settings_file.save(file, rename_environment(settings, settings.environments[1].id, "Test"))
    again = json.loads(file.read_bytes())
    assert again["later"] == {"a": [1, None]}
    assert again["environments"][1]["authority"] == "/etc/corporate.pem"
    assert again["environments"][1]["name"] == "Test"


def environments(*members: object) -> str:
    return json.dumps({"version": 1, "environments": members})


ONE = {"id": "a1", "name": "Production", "address": "apim.example.com"}

UNUSABLE = {
    "empty": b"",
    "garbage": b"\xff\xfe\x00garbage",
    "not an object": b"[]",
    "cut short": b'{"version": 1, "environments": [',
    "no version": b"{}",
    "a version below the first": b'{"version": 0}',
    "a version that is no number": b'{"version": true}',
    "nested 100,000 deep": b'{"version": 1, "x": ' + b"[" * 100_000,
    "a number of 5,000 digits": b'{"version": 1, "x": ' + b"9" * 5000 + b"}",
    "5 MB": b'{"version": 1, "x": "' + b"x" * 5_000_000 + b'"}',
    "environments that are no list": b'{"version": 1, "environments": {}}',
    "an environment that is no object": environments("Production").encode(),
    "an environment without an id": environments({**ONE, "id": ""}).encode(),
    "an environment without an address": environments({"id": "a", "name": "b"}).encode(),
    "an environment whose name is a number": environments({**ONE, "name": 7}).encode(),
    "an environment without a name": environments({**ONE, "name": " "}).encode(),
    "one id twice": environments(ONE, {**ONE, "name": "Staging"}).encode(),
    "one name twice": environments(ONE, {**ONE, "id": "a2", "name": "PRODUCTION"}).encode(),
    "a zone that is a number": b'{"version": 1, "zone": 8}',
    "a geometry that is null": b'{"version": 1, "window_geometry": null}',
    "a question that is a word": environments({**ONE, "confirm_calls": "yes"}).encode(),
    "a choice that is a word": b'{"version": 1, "remember_token": "yes"}',
}


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_file_is_kept_aside_and_said_once(file, content):
    """R6."""
    file.parent.mkdir()
    file.write_bytes(content)
    settings, notice = settings_file.load(file)
    assert settings == Settings()
    assert notice is not None
    (aside,) = file.parent.iterdir()
    assert aside.name in str(notice)
    assert aside.read_bytes() == content
    assert settings_file.load(file) == (Settings(), None)
    settings_file.save(file, three())
    assert aside.read_bytes() == content


def test_each_unusable_file_is_kept(file):
    """R6."""
    file.parent.mkdir()
    for number in range(5):
        file.write_text(f"garbage {number}")
        settings_file.load(file)
    assert sorted(entry.read_text() for entry in file.parent.iterdir()) == [
        f"garbage {number}" for number in range(5)
    ]


def test_a_folder_in_its_place_is_kept_aside_too(file):
    file.mkdir(parents=True)
    settings, notice = settings_file.load(file)
    assert settings == Settings()
    assert notice is not None
    settings_file.save(file, three())


_READ_ONLY = """
import os, sys
from pathlib import Path
from inspector_app.settings import settings_file, user_settings
if os.getuid() == 0:
    os.setuid(65534)
file = Path(sys.argv[1])
loaded, notice = settings_file.load(file)
print(loaded == user_settings.Settings(), notice)
try:
    settings_file.save(file, loaded)
except settings_file.atomic_file.WriteError as problem:
    print(problem.message)
"""


@needs_modes
def test_in_a_read_only_folder_the_app_works_from_memory(file, tmp_path):
    """R6."""
    file.parent.mkdir()
    file.write_text("garbage")
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    file.parent.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", _READ_ONLY, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    file.parent.chmod(0o755)
    assert done.stdout == (
        "True The settings could not be read, so the app starts with its defaults.\n"
        "Writing there is not permitted. Choose another folder or name.\n"
    )
    assert file.read_text() == "garbage"


def test_where_a_file_stands_in_the_way_of_the_folder_saving_says_so(file):
    file.parent.write_text("in the way")
    assert settings_file.load(file) == (Settings(), None)
    with pytest.raises(WriteError):
        settings_file.save(file, Settings())


def test_a_current_environment_that_is_gone_is_replaced_by_the_first(file):
    file.parent.mkdir()
    file.write_text(json.dumps({"version": 1, "environments": [ONE], "current": "gone"}))
    settings, notice = settings_file.load(file)
    assert notice is None
    assert settings.current == settings.environments[0]


@pytest.mark.parametrize("written", ["pink", [], 7, None])
def test_an_appearance_of_a_later_release_is_no_reason_to_refuse_the_file(file, written):
    file.parent.mkdir()
    file.write_text(json.dumps({"version": 1, "environments": [ONE], "appearance": written}))
    settings, notice = settings_file.load(file)
    assert notice is None
    assert settings.theme_mode is ThemeMode.SYSTEM
    assert len(settings.environments) == 1


@pytest.mark.parametrize("written", [0, -5, 3, 101, 5000, 1e300, "big", [], None, True])
def test_a_size_of_text_that_cannot_be_chosen_is_the_usual_one(file, written):
    file.parent.mkdir()
    file.write_text(json.dumps({"version": 1, "environments": [ONE], "text_size": written}))
    settings, notice = settings_file.load(file)
    assert notice is None
    assert settings.text_size == 100
    assert names(settings) == [ONE["name"]]


@pytest.mark.parametrize("written", ["tlh", 7, [], None])
def test_a_language_of_a_later_release_is_no_reason_to_refuse_the_file(file, written):
    file.parent.mkdir()
    file.write_text(json.dumps({"version": 1, "environments": [ONE], "language": written}))
    settings, notice = settings_file.load(file)
    assert notice is None
    assert settings.language is Language.SYSTEM
    assert names(settings) == [ONE["name"]]


def test_there_is_no_place_for_a_token():
    """A7."""
    assert [one.name for one in dataclasses.fields(Settings)] == [
        "environments",
        "current_id",
        "window_geometry",
        "theme_mode",
        "text_size",
        "language",
        "zone",
        "remember_token",
        "export_format",
        "report_format",
        "safety",
        "machine",
        "unknown",
    ]
    assert [one.name for one in dataclasses.fields(Environment)] == [
        "id",
        "name",
        "address",
        "connection",
        "chosen_tier",
        "must_confirm",
        "companion_mode",
        "unknown",
    ]
    assert [one.name for one in dataclasses.fields(ConnectionSettings)] == [
        "ca_file",
        "proxy",
        "proxy_address",
        "proxy_user",
        "authorization",
        "accepted",
        "access_key",
        "client_certificate",
        "client_key",
        "unknown",
    ]


_SAVES_AND_LOADS = """
import sys
from dataclasses import replace
from pathlib import Path
from inspector_app.settings import settings_file, user_settings
file, mine = Path(sys.argv[1]), sys.argv[2]
for turn in range(int(sys.argv[3])):
    loaded, notice = settings_file.load(file)
    assert notice is None, notice
    settings_file.save(file, replace(loaded, window_geometry=(mine + str(turn)) * 2000))
    print(turn, flush=True)
"""


def saver(file: Path, mine: str, turns: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _SAVES_AND_LOADS, str(file), mine, str(turns)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_processes_that_save_100_times_keep_the_file_whole(file):
    """R8."""
    settings_file.save(file, three())
    with saver(file, "a", 100) as one, saver(file, "b", 100) as other:
        for process in (one, other):
            process.communicate()
    assert (one.returncode, other.returncode) == (0, 0)
    settings, notice = settings_file.load(file)
    assert notice is None
    assert len(settings.environments) == 3
    assert settings.window_geometry in {"a99" * 2000, "b99" * 2000}
    assert list(file.parent.iterdir()) == [file]


def test_the_kill_of_one_process_blocks_neither_the_other_nor_the_next_start(file):
    """R8."""
    settings_file.save(file, three())
    with saver(file, "a", 10**6) as killed, saver(file, "b", 100) as other:
        assert killed.stdout is not None
        for _ in range(10):
            killed.stdout.readline()
        killed.kill()
        other.communicate()
    assert killed.returncode == KILLED
    assert other.returncode == 0
    settings, notice = settings_file.load(file)
    assert notice is None
    settings_file.save(file, without_environment(settings, settings.environments[0].id))
    assert names(settings_file.load(file)[0]) == ["Staging", "Demo"]


@pytest.fixture
def as_version(monkeypatch):
    def be(version):
        monkeypatch.setattr(settings_file, "_VERSION", version)

    return be


def test_going_back_to_an_older_version_and_forward_again_loses_nothing_of_either(
    tmp_path, as_version
):
    """R6: the newer version's settings were moved aside by the older one's first look."""
    path = tmp_path / "settings.json"
    older, newer = Settings(zone="Asia/Shanghai"), Settings(zone="Europe/Berlin")
    settings_file.save(path, older)
    as_version(2)
    assert settings_file.load(path) == (Settings(), OTHER_VERSION_TEXT)
    settings_file.update(path, Settings(), newer)

    as_version(1)
    written = path.read_bytes()
    assert settings_file.load(path) == (older, None)
    assert path.read_bytes() == written, "looking at them changed them"
    changed = replace(older, remember_token=False)
    settings_file.update(path, older, changed)
    assert settings_file.load(path) == (changed, None)

    as_version(2)
    assert settings_file.load(path) == (newer, None)


def test_the_first_look_of_an_older_version_says_so_and_changes_nothing(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"version": 7, "environments": {}}')
    loaded, notice = settings_file.load(path)
    assert loaded == Settings()
    assert "another version" in str(notice)
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_a_change_is_written_where_an_unusable_file_stands(file, content):
    """R6: only one of another version is kept then."""
    file.parent.mkdir()
    file.write_bytes(content)
    changed = three()
    assert settings_file.update(file, Settings(), changed) == changed
    assert settings_file.load(file) == (changed, None)
    assert {one.name for one in file.parent.iterdir()} - {f".{file.name}.lock"} == {file.name}


@pytest.mark.skipif(sys.platform == "win32", reason="a file has no owner in its status there")
@pytest.mark.parametrize("content", [json.dumps({"version": 7}), json.dumps({"version": 1})])
def test_another_users_file_is_neither_read_nor_kept(file, content, monkeypatch):
    """R6: whoever may write there could choose the gateway a token goes to."""
    file.parent.mkdir()
    file.write_text(content)
    mine = file.stat().st_uid
    if mine == 0:  # root's file is anybody's to read
        os.chown(file, 1234, 1234)
    monkeypatch.setattr(os, "geteuid", lambda: mine + 4321)
    assert settings_file.read(file) is None
    settings_file._keep_other_version(file)
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    loaded, notice = settings_file.load(file)
    assert loaded == Settings()
    assert notice is not None


FORM = {
    "later": {"a": 1},
    "version": 1,
    "environments": [
        {
            "later": 2,
            "id": "e1",
            "name": "One",
            "address": "https://one.example.com",
            "tier": "staging",
            "confirm_calls": True,
            "more_about_user": "always",
            "connection": {
                "later": 3,
                "ca_file": "/ca.pem",
                "proxy": "manual",
                "proxy_address": "http://proxy.example.com:3128",
                "proxy_user": "mara",
                "authorization": "Bearer",
                "accepted": "bare",
                "access_key": "key",
                "client_certificate": "/client.pem",
                "client_key": "/client.key",
            },
        },
        {
            "id": "e2",
            "name": "Two",
            "address": "two.example.com",
            "connection": {
                "ca_file": "",
                "proxy": "none",
                "proxy_address": "",
                "proxy_user": "",
                "authorization": None,
                "accepted": None,
                "access_key": "",
            },
        },
    ],
    "current": "e2",
    "window_geometry": "AdnQywAD",
    "appearance": "contrast",
    "text_size": 110,
    "language": "zh_CN",
    "zone": "Asia/Shanghai",
    "remember_token": False,
    "export_form": "html",
    "report_form": "jira",
    "safety": {
        "later": 4,
        "clipboard_seconds": None,
        "idle_minutes": 30,
        "memory_only": True,
        "keep_after_end": True,
        "keep_history": True,
    },
    "machine": {"current": "m1", "accepted": {"m1": "Bearer"}},
}
"""Each member with another value than a new file has."""

MEANT = Settings(
    environments=(
        Environment(
            "e1",
            "One",
            "https://one.example.com",
            ConnectionSettings(
                ca_file="/ca.pem",
                proxy=ProxyMode.MANUAL,
                proxy_address="http://proxy.example.com:3128",
                proxy_user="mara",
                authorization=AuthorizationScheme.BEARER,
                accepted=AuthorizationScheme.BARE,
                access_key="key",
                client_certificate="/client.pem",
                client_key="/client.key",
                unknown='{"later": 3}',
            ),
            chosen_tier=EnvironmentTier.STAGING,
            must_confirm=True,
            companion_mode=CompanionMode.ALWAYS,
            unknown='{"later": 2}',
        ),
        Environment("e2", "Two", "two.example.com", ConnectionSettings(proxy=ProxyMode.NONE)),
    ),
    current_id="e2",
    window_geometry="AdnQywAD",
    theme_mode=ThemeMode.CONTRAST,
    text_size=110,
    language=Language.CHINESE,
    zone="Asia/Shanghai",
    remember_token=False,
    export_format="html",
    report_format="jira",
    safety=SafetySettings(None, 30, True, True, True, '{"later": 4}'),  # in order
    machine=MachineSettings("m1", (("m1", AuthorizationScheme.BEARER),)),
    unknown='{"later": {"a": 1}}',
)


def test_the_form_is_the_same_in_every_version(file):
    """R8: what an earlier version wrote is read, and the other way round."""
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(FORM))
    assert settings_file.load(file) == (MEANT, None)
    settings_file.save(file, MEANT)
    assert json.loads(file.read_text()) == FORM
    assert list(json.loads(file.read_text())) == list(FORM)


def test_what_a_file_lacks_is_as_at_a_first_start(file):
    file.parent.mkdir(parents=True)
    file.write_text('{"version": 1}')
    settings, _ = settings_file.load(file)
    assert settings == Settings()
    settings_file.save(file, settings)
    assert json.loads(file.read_text()) == {
        "version": 1,
        "environments": [],
        "current": None,
        "window_geometry": "",
        "appearance": "system",
        "text_size": 100,
        "language": "system",
        "zone": None,
        "remember_token": True,
        "export_form": "",
        "report_form": "",
        "safety": {
            "clipboard_seconds": 10,
            "idle_minutes": 4,
            "memory_only": False,
            "keep_after_end": False,
            "keep_history": False,
        },
        "machine": {"current": None, "accepted": {}},
    }


@pytest.mark.parametrize("size", [90, 100, 110, 125, 150, 175, 200])
def test_each_size_that_can_be_chosen_is_read_again(file, size):
    settings_file.save(file, Settings(text_size=size))
    assert settings_file.load(file)[0].text_size == size
    assert size in user_settings.TEXT_SIZES
    assert len(user_settings.TEXT_SIZES) == 7


@pytest.mark.parametrize(
    ("version", "is_other"),
    [(1, False), (2, True), (7, True), (0, False), (-1, False), (True, False), ("1", False)],
)
def test_a_file_of_another_version_is_left_where_it_is(file, version, is_other):
    """R8."""
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"version": version}))
    settings, notice = settings_file.load(file, Settings(text_size=150))
    is_usable = version == 1 and version is not True
    assert (notice is None) is is_usable
    assert settings.text_size == (100 if is_usable else 150)
    assert file.exists() is (is_usable or is_other)
