"""The click commands and options, from which manual page and shell completion are generated.

A token is never an argument: it would be in the process list. Nor are variables read for options.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from inspector_app import CONSOLE_PROGRAM, __version__
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.terminal.exit_codes import MEANINGS, ExitCode
from inspector_app.terminal.many_options import JSON_LINES, add_many_options, take_many_options
from inspector_app.terminal.watch_options import add_watch_options, take_watch_options

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.terminal.result_output import OutputOptions

# These repeat what report and gateway.connection say, which would be imported for nothing
# where --help or a completion is all that was asked for; a test compares them.
_LEVELS: Final = ("personal", "secrets")
_COMPARISON_FORMATS: Final = ("text", "markdown", "jira", "html", "json", "csv")
_REPLY_LANGUAGES: Final = ("en", "zh")
_DEFAULT_TIMEOUT: Final = 15.0
_MAX_TIMEOUT: Final = 600.0
_AUTHORIZATIONS: Final = {
    "auto": None,
    "bearer": AuthorizationScheme.BEARER,
    "bare": AuthorizationScheme.BARE,
}
_MAX_PORT: Final = 65535  # of TCP
_FINGERPRINT: Final = re.compile(r"[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}")

OTHER_EXIT_CODES: Final = (
    "Other commands end with 0 where they succeed. What 1 and 3 mean for compare, its help says; "
    "the other codes mean the same for all."
)
_EXIT_CODES: Final = "\n".join(
    [
        "\b",
        "Exit codes of inspect and read:",
        *(f"  {code.value:<5}{words}" for code, words in MEANINGS.items()),
        "",
        OTHER_EXIT_CODES,
    ]
)


def _add_output_options(
    command: Callable[..., Any], more_forms: tuple[str, ...] = ()
) -> Callable[..., Any]:
    """Add the output options, which every command with a result has."""
    options = (
        click.option(
            "--format",
            "form",
            type=click.Choice([*(form.value for form in ReportFormat), *more_forms]),
            default=ReportFormat.TEXT.value,
            show_default=True,
            help="Form of the result.",
        ),
        click.option(
            "--output",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="Write the result to this file, whole or not at all and readable by you alone; "
            "a file that is there is replaced. “-” is standard output.",
        ),
        click.option(
            "--level",
            type=click.Choice(_LEVELS),
            default=_LEVELS[0],
            show_default=True,
            help="What is removed: secrets and personal data, or secrets alone.",
        ),
        click.option(
            "--expect-organization",
            metavar="ID",
            default="",
            help="Say whether the user works in the organization of this ID or name.",
        ),
        click.option(
            "--reply",
            type=click.Choice(_REPLY_LANGUAGES),
            help="Write the reply to the user alone, in English or Chinese, in place of the "
            "result.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _complete_environment_name(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    from inspector_app.terminal import completion

    return completion.complete_environment_name(typed)


@click.group(
    CONSOLE_PROGRAM,
    epilog=_EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name=CONSOLE_PROGRAM, message="%(prog)s %(version)s")
def program() -> None:
    """Say why a user of EnOS cannot work: inspect a session, for scripts and remote shells.

    The token is read from standard input, from the keyring, or from a hidden prompt. It is never
    an argument, which every program on this computer could read.
    """


@program.command()
@click.option("--gateway", metavar="ADDRESS", help="Address of the API gateway to ask.")
@click.option(
    "--environment",
    metavar="NAME",
    shell_complete=_complete_environment_name,
    help="Environment of the app to ask in.",
)
@click.option(
    "--token-stdin",
    is_flag=True,
    help="Read the token from standard input: alone, or in whatever the user sent (a header, a "
    "cURL command, a cookie). Without it, the environment's kept token is used, else you are "
    "asked for one.",
)
@click.option(
    "--token-fingerprint",
    metavar="FINGERPRINT",
    default="",
    help="Which token to take where the text holds several: eight hex digits, as they are named "
    "then.",
)
@click.option(
    "--authorization",
    type=click.Choice(tuple(_AUTHORIZATIONS)),
    help="How the token stands in the Authorization header; as set for the environment, else auto.",
)
@click.option(
    "--ca-file",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Certificates to trust besides those of the operating system, as PEM, DER or PKCS #7.",
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0, _MAX_TIMEOUT, min_open=True),
    default=_DEFAULT_TIMEOUT,
    show_default=True,
    help="How long to wait for the answer, everything included.",
)
@click.option(
    "--more",
    is_flag=True,
    help="Ask more about this user, by calls that only read: the organizations of the session, and "
    "all organizations of the user.",
)
@click.option(
    "--applications",
    is_flag=True,
    help="With a portal token, list the applications of the user's organization.",
)
@click.option(
    "--application",
    metavar="NAME",
    default="",
    help="With a portal token, say why the user cannot open this application: by its name, its "
    "identifier or its AccessKey.",
)
@add_watch_options
@add_many_options
@partial(_add_output_options, more_forms=(JSON_LINES,))
def inspect(  # noqa: PLR0913, PLR0917  # click hands over each option by its name
    gateway: str | None,
    environment: str | None,
    token_stdin: bool,  # noqa: FBT001  # click hands a flag over so
    token_fingerprint: str,
    authorization: str | None,
    ca_file: str | None,
    timeout: float,
    more: bool,  # noqa: FBT001  # likewise
    applications: bool,  # noqa: FBT001  # likewise
    application: str,
    **result: Any,  # noqa: ANN401  # of several kinds
) -> ExitCode:
    """Ask a gateway about the session of a token."""
    if (gateway is None) == (environment is None):
        raise click.UsageError("Give either --gateway or --environment.")
    if token_fingerprint and not _FINGERPRINT.fullmatch(token_fingerprint):
        raise click.UsageError("--token-fingerprint is eight hex digits.")
    if not timeout <= _MAX_TIMEOUT:  # not a number
        raise click.UsageError("--timeout is a number of seconds.")
    others = {"--token-stdin": token_stdin, "--token-fingerprint": bool(token_fingerprint)}
    further = {
        "--more": more,
        "--applications": applications,
        "--application": bool(application),
    }
    watched = take_watch_options(result, {**further, "--many": result["many"] is not None})
    many = take_many_options(result, {**others, **further})
    from inspector_app.report.redaction import RedactionLevel
    from inspector_app.terminal import inspect_command, result_output
    from inspector_app.terminal.stored_config import StoredConfig

    kept = StoredConfig()
    kept.check_level(RedactionLevel(result["level"]))  # before anything is asked
    asked = inspect_command.InspectOptions(
        gateway=gateway,
        environment=environment,
        is_token_on_stdin=token_stdin,
        ca_file=ca_file,
        authorization=None
        if authorization is None
        else inspect_command.AuthorizationOption(_AUTHORIZATIONS[authorization]),
        deadline=timeout,
        token_fingerprint=token_fingerprint.replace("-", "").lower(),
        asks_more=more,
        application=application if applications or application else None,
    )
    if many is not None:
        from inspector_app.terminal import many_command

        return many_command.inspect_many(asked, many, result, kept)
    if watched is not None:
        from inspector_app.terminal import watch_command

        return watch_command.watch_session(asked, watched, kept)
    return result_output.write_result(
        inspect_command.inspect_session(asked, kept), _build_output_options(**result), kept
    )


@program.command(short_help="Say what a saved answer or an export means.")
@click.argument(
    "file",
    metavar="FILE|-",
    type=click.Path(allow_dash=True),
    help="The file; “-” reads standard input.",
)
@_add_output_options
def read(file: str, **result: Any) -> ExitCode:  # noqa: ANN401  # of several kinds
    """Say what a saved answer or an export means, as it stood when it was taken."""
    from inspector_app.terminal import read_command, result_output
    from inspector_app.terminal.stored_config import StoredConfig

    return result_output.write_result(
        read_command.read_saved_answer(file), _build_output_options(**result), StoredConfig()
    )


_COMPARE_EXIT_CODES: Final = "\n".join(
    [
        "\b",
        "Exit codes:",
        "  0    the same in what matters",
        "  1    different",
        f"  2    {MEANINGS[ExitCode.COMMAND_FAILED]}",
        "  3    cannot be compared: one of them is no answer about a session",
    ]
)


@program.command(short_help="Say in what two answers differ.", epilog=_COMPARE_EXIT_CODES)
@click.argument("a", metavar="A", type=click.Path(allow_dash=True))
@click.argument("b", metavar="B", type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(_COMPARISON_FORMATS),
    default=ReportFormat.TEXT.value,
    show_default=True,
    help="Form of the comparison.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the comparison to this file, whole or not at all and readable by you alone; a file "
    "that is there is replaced. “-” is standard output.",
)
@click.option(
    "--level",
    type=click.Choice(_LEVELS),
    default=_LEVELS[0],
    show_default=True,
    help="What is removed from both: secrets and personal data, or secrets alone.",
)
def compare(a: str, b: str, form: str, output: Path | None, level: str) -> ExitCode:
    """Say in what two answers differ: what matters in words, then every field that changed.

    A and B are saved answers or exports: files, or “-” for standard input. “environment:NAME” is an
    environment of the app, which is asked with the token that is kept for it.
    """
    from inspector_app.report.redaction import RedactionLevel
    from inspector_app.terminal import compare_command
    from inspector_app.terminal.stored_config import StoredConfig

    options = compare_command.CompareOptions(
        form=ReportFormat(form),
        output=None if output == Path("-") else output,
        level=RedactionLevel(level),
    )
    return compare_command.compare_answers(a, b, options, StoredConfig())


@program.group()
def environments() -> None:
    """Show the environments that were set up in the app."""


@environments.command("list")
def list_environments() -> None:
    """Name every environment and its address."""
    from inspector_app.terminal import environment_commands
    from inspector_app.terminal.stored_config import StoredConfig

    environment_commands.print_environments(StoredConfig())


@environments.command("show", short_help="Say how an environment is set up.")
@click.argument(
    "name",
    metavar="NAME",
    shell_complete=_complete_environment_name,
    help="As “environments list” names it; in whatever case.",
)
def show_environment(name: str) -> None:
    """Say how an environment is set up, and whether a token is kept for it."""
    from inspector_app.terminal import environment_commands
    from inspector_app.terminal.stored_config import StoredConfig

    environment_commands.print_environment(StoredConfig(), name)


@environments.command("check", short_help="Say whether the administrator's file is used.")
@click.argument(
    "file",
    metavar="[FILE]",
    required=False,
    type=click.Path(path_type=Path),
)
@click.option(
    "--draft",
    is_flag=True,
    help="Check the content alone: the file is not yet where the app reads it.",
)
def check_environments(file: Path | None, draft: bool) -> ExitCode:  # noqa: FBT001  # click's own
    """Say whether the app uses the file of an administrator's environments, and if not, why.

    It names everybody else who could change the file, and each mistake with its field and line.
    Without FILE, it looks at the one that the app reads on this computer. The exit code is 0 if
    nothing is wrong, and 2 otherwise.
    """
    from inspector_app.terminal import check_command

    return check_command.check_environments(file, is_draft=draft)


@program.group("policies", short_help="Show what an administrator has set.")
def show_policies_group() -> None:
    """Show what an administrator has set for everybody on this computer."""


@show_policies_group.command("show", short_help="Say which policies are in force.")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--draft",
    is_flag=True,
    help="Check the content alone: the file is not yet where the app reads it.",
)
def show_policies(file: Path | None, draft: bool) -> ExitCode:  # noqa: FBT001  # click's own
    """Say which policies are in force and where each comes from, and what is wrong.

    Each mistake in a file is named with its field and line. Without FILE, it shows all that the app
    reads on this computer: the file, and group policies or a profile. The exit code is 0 if there
    is no mistake, and 2 otherwise.
    """
    from inspector_app.terminal import policy_command

    return policy_command.show_policies(file, is_draft=draft)


@program.command(short_help="Write a report for support, without secrets.")
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the report to this file, readable by you alone. “-” is standard output.",
)
def diagnose(output: Path | None) -> ExitCode:
    """Write what support asks of a computer: versions, keyring, proxy, policies, last faults.

    It has no token, no name of an environment and no address, and nothing is sent.
    """
    from inspector_app.terminal import diagnose_command
    from inspector_app.terminal.stored_config import StoredConfig

    return diagnose_command.diagnose(StoredConfig(), None if output == Path("-") else output)


@program.command("demo-gateway", short_help="Serve invented sessions on this computer.")
@click.option(
    "--port",
    metavar="PORT",
    type=click.IntRange(0, _MAX_PORT),
    default=0,
    help="Port to listen on; any that is free where it is left out.",
)
def demo_gateway(port: int) -> None:
    """Serve invented sessions on this computer until Ctrl+C; print the address and their tokens."""
    from inspector_app.terminal import demo_server

    demo_server.serve(port)


def _build_output_options(
    form: str, output: Path | None, level: str, expect_organization: str, reply: str | None
) -> OutputOptions:
    from inspector_app.report.redaction import RedactionLevel
    from inspector_app.session.diagnosis.step_model import ReplyLanguage
    from inspector_app.terminal.result_output import OutputOptions

    return OutputOptions(
        form=ReportFormat(form),
        output=None if output == Path("-") else output,
        level=RedactionLevel(level),
        expected_organization=expect_organization,
        reply=None if reply is None else ReplyLanguage(reply),
    )
