"""``environments check``: an administrator hears why a file is not used, before 500 people do."""

import json
import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.settings import machine_environments
from inspector_app.settings.environment_mistakes import find_environment_mistakes
from inspector_app.system.paths import get_directories
from tests.terminal.console import enos

ADDRESS = "https://apim.example.com"
TOKEN = "IAM_S_" + "cV2n" * 8
unix = pytest.mark.skipif(sys.platform == "win32", reason="its rights are no bits of a mode")


@pytest.fixture
def written(tmp_path):
    def write(text, mode=0o644):
        path = tmp_path / "environments.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        path.chmod(mode)
        return str(path)

    return write


def document(environment="", more=""):
    return f'{{\n"version": 1{more},\n"environments": [\n{{"name": "a"{environment}}}\n]}}'


def check(path, *options):
    ended = enos("environments", "check", path, *options)
    return ended.code, ended.out.decode().splitlines()


def test_a_file_without_mistakes_says_so_and_ends_with_0(written):
    path = written(document(f', "address": "{ADDRESS}"'))
    assert check(path, "--draft") == (0, [f"{path} is used as it is."])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (document(), "Line 4, environments[0].address: It is missing."),
        (document(', "address": 7'), "Line 4, environments[0].address: It must be a text"),
        (document(', "address": ""'), "Line 4, environments[0].address: Enter the gateway"),
        (document(', "address": "http://apim.example.com"'), "Line 4, environments[0].address: "),
        (document(f', "address": "{ADDRESS}",\n"url": ""'), "Line 5, environments[0].url: "),
        (
            document(f', "address": "{ADDRESS}",\n"name": "b"'),
            "Line 5, environments[0].name: It st",
        ),
        (document(f', "address": "{ADDRESS}"', ', "environment": []'), "Line 2, environment: "),
        (document(f', "address": "{ADDRESS}", "secret_key": "x"'), "A secret does not belong here"),
        (document(f', "address": "{ADDRESS}", "id": "{TOKEN}"'), "This looks like a token"),
        (
            document(f', "address": "{ADDRESS}",\n"connection": {{"proxy": "socks"}}'),
            "Line 5, environments[0].connection.proxy: It must be one of: system, none, manual.",
        ),
        (
            document(
                f', "address": "{ADDRESS}", "connection": {{"proxy_address": "http://u:p@h"}}'
            ),
            "environments[0].connection.proxy_address: Leave out the user",
        ),
        (
            document(f', "address": "{ADDRESS}", "connection": {{"ca_file": "root.pem"}}'),
            "environments[0].connection.ca_file: There is no such file",
        ),
        (
            document(f', "address": "{ADDRESS}", "connection": {{"client_key": "/none.pem"}}'),
            "environments[0].connection.client_key: There is no such file",
        ),
        (
            document(f', "address": "{ADDRESS}"}},\n{{"name": "A", "address": "x"'),
            "Line 5, environ",
        ),
        ('{"version": 1,\n"environments": [\n}', "Line 3: This is not JSON"),
        (b'{"version": 1,\n"\xff', "Line 2: This is not JSON"),
        ('{"version": 2, "environments": []}', "Line 1, version: It must be one of: 1."),
        ('{"version": true, "environments": []}', "Line 1, version: It must be a whole number"),
        ("[]", "Line 1: It must be an object"),
    ],
)
def test_each_mistake_is_named_by_field_and_line_and_the_exit_code_is_2(written, content, said):
    path = written(content)
    code, lines = check(path, "--draft")
    assert code == 2
    assert any(said in line for line in lines), lines
    data = content if isinstance(content, bytes) else content.encode()
    is_used = not any(one.is_fatal for one in find_environment_mistakes(data))
    kept = "is used, apart from what is named above." if is_used else "is not used."
    assert lines[-1] == f"{path} {kept}"
    assert TOKEN not in "".join(lines)
    assert "u:p" not in "".join(lines)


@pytest.mark.parametrize("name", ["ca_file", "client_certificate", "client_key"])
def test_each_file_that_is_named_is_to_be_there_by_its_whole_path(written, tmp_path, name):
    there = tmp_path / "there.pem"
    there.touch()
    for path, is_fine in ((str(there), True), ("", True), (f"{there}x", False), (".", False)):
        connection = json.dumps({name: path})
        file = written(document(f', "address": "{ADDRESS}", "connection": {connection}'))
        code, lines = check(file, "--draft")
        assert (code == 0) is is_fine
        said = [line for line in lines if f"connection.{name}: There is no such file" in line]
        assert bool(said) is not is_fine


@unix
@pytest.mark.parametrize(
    ("mode", "is_open", "said"),
    [(0o666, False, "Other users may change it"), (0o644, True, "a folder or link")],
)
def test_who_else_could_change_it_is_told_with_the_place(written, tmp_path, mode, is_open, said):
    path = written(document(f', "address": "{ADDRESS}"'), mode)
    tmp_path.chmod(0o777 if is_open else 0o700)
    code, lines = check(path)
    assert code == 2
    assert "is not used" in lines[-1]
    if os.geteuid() == 0:
        assert said in lines[0]
        assert lines[0].startswith(str(tmp_path))


def test_the_name_of_a_file_cannot_change_what_is_read(written, tmp_path):
    """J2: for whoever reads it through a pipe, too."""
    path = tmp_path / "\u202enosj.json"
    path.write_bytes(document(f', "address": "{ADDRESS}"').encode())
    _, (line,) = check(str(path), "--draft")
    assert "\u202e" not in line
    assert "\\u202enosj.json is used as it is." in line


def test_a_file_that_is_not_there_is_told_of():
    ended = enos("environments", "check")
    assert ended.code == 2
    assert str(get_directories().machine_files[0]) in ended.err


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 3), st.sampled_from(["", " ", "a", "manual", "bare"])
)
CONNECTIONS = st.dictionaries(
    st.sampled_from(["ca_file", "proxy", "proxy_user", "authorization", "accepted", "x"]), SCALARS
)
ENVIRONMENTS = st.dictionaries(
    st.sampled_from(["id", "name", "address", "connection", "x"]), SCALARS | CONNECTIONS
)
DOCUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "version": st.sampled_from([1, 1, 1, 2, True, None]),
        "environments": SCALARS | st.lists(SCALARS | ENVIRONMENTS, max_size=3),
        "x": SCALARS,
    },
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS | SCALARS)
def test_the_check_and_the_reader_agree_about_every_file(document):
    data = json.dumps(document, indent=1).encode()
    try:
        machine_environments.parse_environments(data)
        is_used = True
    except (ValueError, KeyError, TypeError):
        is_used = False
    fatal = [one for one in find_environment_mistakes(data) if one.is_fatal]
    assert is_used == (not fatal), fatal
