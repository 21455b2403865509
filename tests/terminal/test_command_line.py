"""The parser: no way in for a token, and the same limits as where they come from."""

import json

import click
import pytest
from click.testing import CliRunner

from inspector_app.gateway.connection import DEFAULT_OPTIONS, MAX_DEADLINE
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.step_model import ReplyLanguage
from inspector_app.terminal import command_line
from inspector_app.terminal.command_line import program
from tests.terminal.pinned_help import HELP_FILE, pin_commands


def commands(command=program, path=()):
    yield (*path, command.name), command
    for found in getattr(command, "commands", {}).values():
        yield from commands(found, (*path, command.name))


def option(name):
    return next(one for one in program.commands["inspect"].params if one.name == name)


def test_no_option_takes_a_token_and_no_variable_is_read():
    """A7."""
    for path, command in commands():
        for parameter in command.params:
            assert parameter.envvar is None, path
            if "token" in parameter.name and parameter.name != "token_fingerprint":
                assert parameter.is_flag, path
        assert command.context_settings.get("auto_envvar_prefix") is None


def test_levels_and_forms_and_times_are_those_of_their_own_rooms():
    assert list(option("level").type.choices) == [level.value for level in RedactionLevel]
    forms = [form.value for form in ReportFormat]
    assert list(option("form").type.choices) == [*forms, "jsonl"]
    assert list(option("reply").type.choices) == [language.value for language in ReplyLanguage]
    assert option("timeout").default == DEFAULT_OPTIONS.deadline
    assert option("timeout").type.max == MAX_DEADLINE
    assert MAX_DEADLINE == 600.0
    assert DEFAULT_OPTIONS.deadline == 15.0


@pytest.mark.parametrize("path", [path for path, _ in commands()], ids=" ".join)
def test_every_command_and_every_option_says_what_it_is_for(path):
    command = dict(commands())[path]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_each_form_of_the_header_can_be_chosen():
    """N1."""
    choices = {"auto": None, "bearer": AuthorizationScheme.BEARER, "bare": AuthorizationScheme.BARE}
    assert choices == command_line._AUTHORIZATIONS
    assert list(option("authorization").type.choices) == list(choices)


def test_the_commands_and_their_words_are_those_that_were_looked_at():
    """Scripts rely on the options, people on the words."""
    assert pin_commands() == json.loads(HELP_FILE.read_text(encoding="utf-8"))


HERE = ["inspect", "--environment", "One"]
WATCH = [*HERE, "--watch", "10"]
MANY = [*HERE, "--many", "list.txt"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["inspect"], "Give either --gateway or --environment."),
        ([*HERE, "--gateway", "a"], "Give either --gateway or --environment."),
        *(
            ([*HERE, "--token-fingerprint", text], "--token-fingerprint is eight hex digits.")
            for text in ("x", "0a1b2c3", "0a1b2c3d4", "0a1b-2c3", "0a1b2c3g", "0a1b--2c3d")
        ),
        ([*HERE, "--timeout", "nan"], "--timeout is a number of seconds."),
        ([*HERE, "--timeout", "0"], "'--timeout': 0.0 is not in the range 0<x<=600.0"),
        ([*HERE, "--timeout", "600.1"], "'--timeout': 600.1 is not in the range 0<x<=600.0"),
        ([*HERE, "--authorization", "Bearer"], "'--authorization': 'Bearer' is not one of"),
        ([*HERE, "--ca-file", "missing.pem"], "'--ca-file': File 'missing.pem' does not exist."),
        ([*HERE, "--until", "change"], "--until goes with --watch."),
        ([*HERE, "--for", "1"], "--for goes with --watch."),
        ([*HERE, "--at-once", "1"], "--at-once goes with --many."),
        ([*HERE, "--resume", "r.jsonl"], "--resume goes with --many."),
        ([*HERE, "--format", "jsonl"], "--format jsonl goes with --many."),
        ([*HERE, "--watch", "9.9"], "'--watch': 9.9 is not in the range 10.0<=x<=600.0"),
        ([*HERE, "--watch", "601"], "'--watch': 601.0 is not in the range 10.0<=x<=600.0"),
        ([*HERE, "--watch", "nan"], "--watch is a number of seconds."),
        ([*WATCH, "--for", "nan"], "--for is a number of minutes."),
        ([*WATCH, "--for", "0"], "'--for': 0.0 is not in the range 0<x<=60.0"),
        ([*WATCH, "--for", "61"], "'--for': 61.0 is not in the range 0<x<=60.0"),
        ([*WATCH, "--until", "soon"], "'--until': 'soon' is not one of"),
        *(
            ([*WATCH, *option], f"{option[0]} does not go with --watch.")
            for option in (
                ["--more"],
                ["--applications"],
                ["--application", "a"],
                ["--many", "list.txt"],
                ["--output", "o.txt"],
                ["--reply", "en"],
                ["--format", "json"],
            )
        ),
        *(
            ([*MANY, *option], f"{option[0]} does not go with --many.")
            for option in (
                ["--token-stdin"],
                ["--token-fingerprint", "0a1b2c3d"],
                ["--more"],
                ["--applications"],
                ["--application", "a"],
                ["--output", "o.txt"],
                ["--reply", "zh"],
            )
        ),
        ([*MANY, "--format", "html"], "With --many the form is text, jsonl, csv."),
        ([*MANY, "--at-once", "5"], "'--at-once': 5 is not in the range 1<=x<=4"),
        ([*MANY, "--at-once", "0"], "'--at-once': 0 is not in the range 1<=x<=4"),
        (["demo-gateway", "--port", "65536"], "'--port': 65536 is not in the range 0<=x<=65535"),
        (["demo-gateway", "--port", "-1"], "'--port': -1 is not in the range 0<=x<=65535"),
    ],
    ids=lambda value: " ".join(value[3:]) if isinstance(value, list) else "",
)
def test_options_that_do_not_go_together_are_refused_before_anything_is_done(arguments, told):
    """P5: exit code 2, and what is wrong."""
    done = CliRunner().invoke(program, arguments)
    assert done.exit_code == 2
    assert f"Error: {told}" in done.output.replace("Invalid value for ", "")
