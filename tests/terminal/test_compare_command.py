"""``compare``: two answers, from files, a pipe or environments; its exit code says what came."""

import json

import click
import pytest

from inspector_app.report.comparison.comparison_format import COMPARISON_FORMATS
from inspector_app.settings.environment import create_environment
from inspector_app.terminal.command_line import compare
from tests.session.answers import changed
from tests.terminal.console import enos
from tests.terminal.test_inspect_command import keep, kept_token

SECRET = "IAM_S_" + "pK6h" * 8


@pytest.fixture
def saved(tmp_path):
    """Writes an answer to a file."""

    def write(name, base="success", **changes):
        file = tmp_path / name
        members = {"session.id": SECRET} if base == "success" else {}
        file.write_text(json.dumps(changed(base, members | changes)))
        return file

    return write


@pytest.fixture
def well(saved):
    return saved("well.json")


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({}, 0, "They are the same in what matters"),
        ({"session.user.id": "u3", "session.user.name": "sofia.berg"}, 0, "the same in what"),
        ({"session.user.state": 1}, 1, "The account of B is disabled."),
        ({"session.expires": 4800}, 1, "The session of B ends 40 min sooner."),
    ],
)
def test_the_exit_code_says_whether_they_differ_in_what_matters(well, saved, changes, code, words):
    ended = enos("compare", well, saved("b.json", **changes))
    assert ended.code == code
    assert words in ended.out.decode()
    assert SECRET not in ended.out.decode()
    assert ended.err == ""


def test_what_is_no_answer_about_a_session_cannot_be_compared(well, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\n\r\n<html>no</html>")
    for pair in ((well, page), (page, well)):
        ended = enos("compare", *pair)
        assert ended.code == 3
        assert b"They cannot be compared" in ended.out


def test_a_refusal_can_be_compared(well, saved):
    ended = enos("compare", well, saved("refused.json", "refusal"))
    assert ended.code == 1
    assert b"A: " in ended.out


@pytest.mark.parametrize("form", COMPARISON_FORMATS)
@pytest.mark.parametrize("level", ["personal", "secrets"])
def test_each_form_is_written_to_a_file_and_redacted(well, saved, tmp_path, form, level):
    """E1."""
    b, output = saved("b.json", **{"session.user.state": 1}), tmp_path / "out"
    ended = enos("compare", well, b, "--format", form.value, "--level", level, "--output", output)
    assert (ended.code, ended.out) == (1, b"")
    data = output.read_bytes()
    assert SECRET.encode() not in data
    assert data
    assert output.stat().st_mode & 0o077 == 0


def test_one_of_them_may_come_through_a_pipe_but_not_both(well):
    ended = enos("compare", well, "-", given=well.read_bytes())
    assert ended.code == 0
    both = enos("compare", "-", "-", given=well.read_bytes())
    assert both.code == 2
    assert "only one of the two" in both.err


def test_what_cannot_be_read_is_no_comparison(well, tmp_path):
    for pair in ((well, tmp_path / "missing"), (tmp_path / "missing", well)):
        ended = enos("compare", *pair)
        assert ended.code == 2
        assert ended.out == b""
        assert "not there" in ended.err


def test_an_environment_is_asked_with_the_token_that_is_kept_for_it(gateway, token, well):
    kept = create_environment("Wind Test", gateway.origin)
    keep(kept)
    with kept_token(kept, token("account_disabled").decode()):
        ended = enos("compare", "environment:wind test", well, "--format", "json")
    assert ended.code == 1, ended.err
    document = json.loads(ended.out)
    assert document["a"]["environment"] == "Wind Test"
    assert document["a"]["verdict"]["code"] == "account_disabled"
    assert token("account_disabled") not in ended.out


def test_where_no_token_is_kept_nobody_is_asked_for_one(gateway, well):
    keep(create_environment("Wind Test", gateway.origin))
    ended = enos("compare", "environment:Wind Test", well)
    assert ended.code == 2
    assert "No token is kept" in ended.err or "keyring" in ended.err


def test_the_forms_that_help_names_are_those_there_are():
    (form,) = (one for one in compare.params if one.name == "form")
    assert isinstance(form.type, click.Choice)
    assert list(form.type.choices) == [one.value for one in COMPARISON_FORMATS]
