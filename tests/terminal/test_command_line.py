"""The parser: no way in for a token, and the same limits as where they come from."""

import click
import pytest

from inspector_app.gateway.connection import DEFAULT_OPTIONS, MAX_DEADLINE
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.diagnosis.step_model import ReplyLanguage
from inspector_app.session.exchange import AuthorizationScheme
from inspector_app.terminal import command_line
from inspector_app.terminal.command_line import program


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
