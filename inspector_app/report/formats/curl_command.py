"""Renders the call as a curl command for bash, cmd and PowerShell, without the credential.

The token comes from the environment variable ``ENOS_TOKEN`` and goes to curl's standard input: on
a command line every user of the machine could read it. The commands are plain ASCII, and English,
because the shells expect different encodings.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.exchange import (
    AUTHORIZATION_HEADER,
    MEDIA_TYPE,
    PORTAL_SESSION_PATHS,
    SESSION_INFO_PATH,
    ApiCall,
    Failure,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.report.report_input import RedactedReport
    from inspector_app.session.translatable_text import Text

_HEADERS: Final = (f"Accept: {MEDIA_TYPE}", f"Content-Type: {MEDIA_TYPE}")
_NO_BODY: Final = "Content-Length: 0"  # the documented POST has no body
_CURL_OPTIONS: Final = ("--silent", "--show-error", "--include", "--globoff", "--request")
_DESCRIPTION: Final = "The session/info call of EnOS, as EnOS Session Inspector makes it."
_UNSIGNED_NOTICE: Final = (
    "Where an environment wants calls signed by an application, its headers are missing."
)
_SAFE_URL_CHARACTERS: Final = ":/?[]@&=+,;%"
"""Characters that are kept; all others, such as shell metacharacters, are percent-encoded."""


def render_bash_script(report: RedactedReport, _translate: Callable[[Text], str]) -> bytes:
    """A script for bash and compatible shells."""
    form = f"{AUTHORIZATION_HEADER}: {_get_token_prefix(report)}%s\\n"
    wanted = "${ENOS_TOKEN:?Put the session ID there first: read -rs ENOS_TOKEN; export ENOS_TOKEN}"
    lines = [
        "#!/usr/bin/env bash",
        f"# {_DESCRIPTION}",
        f"# {_UNSIGNED_NOTICE}",
        f': "{wanted}" &&',
        f'  printf {shlex.quote(form)} "$ENOS_TOKEN" |',
        f"  curl {_build_options(report)} \\",
        "    --header @- \\",
        *(f"    --header {shlex.quote(header)} \\" for header in _list_headers(report)),
        f"    --url {quote_for_bash(_build_url(report))}",
    ]
    return _encode_script(lines, "\n")


def render_cmd_script(report: RedactedReport, _translate: Callable[[Text], str]) -> bytes:
    """A batch file for Windows' command prompt.

    The token is expanded after the line was parsed (``/v:on``): no character in it can be a
    command. The outer prompt must not expand it (``setlocal``): it would be on a command line.
    """
    token = f"{AUTHORIZATION_HEADER}: {_get_token_prefix(report)}!ENOS_TOKEN!"
    lines = [
        "@echo off",
        "setlocal DisableDelayedExpansion",
        f"rem {_DESCRIPTION}",
        f"rem {_UNSIGNED_NOTICE}",
        "if not defined ENOS_TOKEN (",
        "  echo Put the session ID into ENOS_TOKEN first: set /p ENOS_TOKEN=",
        "  exit /b 1",
        ")",
        f'cmd /v:on /c "echo {token}"| curl.exe {_build_options(report)} ^',
        "  --header @- ^",
        *(f"  --header {quote_for_cmd(header)} ^" for header in _list_headers(report)),
        f"  --url {quote_for_cmd(_build_url(report))}",
    ]
    return _encode_script(lines, "\r\n")


def render_powershell_script(report: RedactedReport, _translate: Callable[[Text], str]) -> bytes:
    """A script for PowerShell 5.1 and later."""
    token = f'"{AUTHORIZATION_HEADER}: {_get_token_prefix(report)}$env:ENOS_TOKEN"'
    lines = [
        f"# {_DESCRIPTION}",
        f"# {_UNSIGNED_NOTICE}",
        "if (-not $env:ENOS_TOKEN) {",
        "  throw 'Put the session ID into $env:ENOS_TOKEN first: $env:ENOS_TOKEN = Read-Host'",
        "}",
        f"{token} | curl.exe {_build_options(report)} `",
        "  --header '@-' `",
        *(f"  --header {quote_for_powershell(header)} `" for header in _list_headers(report)),
        f"  --url {quote_for_powershell(_build_url(report))}",
    ]
    return _encode_script(lines, "\r\n")


def quote_for_bash(text: str) -> str:
    """The text quoted as one argument in bash."""
    return shlex.quote(text)


def quote_for_cmd(text: str) -> str:
    """The text quoted as one argument in a batch file; it has no quotation marks or line ends."""
    return f'"{text.replace("%", "%%")}"'


def quote_for_powershell(text: str) -> str:
    """ASCII text quoted for PowerShell, which also treats typographic quotes as quotes."""
    return "'{}'".format(text.replace("'", "''"))


def encode_url(url: str) -> str:
    """The URL with every character percent-encoded that could be special in a shell."""
    return quote(url, safe=_SAFE_URL_CHARACTERS, errors="replace")


def _build_options(report: RedactedReport) -> str:
    return " ".join((*_CURL_OPTIONS, _get_call(report).method))


def _list_headers(report: RedactedReport) -> tuple[str, ...]:
    return _HEADERS if report.is_for_portal else (*_HEADERS, _NO_BODY)


def _get_call(report: RedactedReport) -> ApiCall:
    return ApiCall.PORTAL_SESSION if report.is_for_portal else ApiCall.SESSION


def _build_url(report: RedactedReport) -> str:
    """The URL of the session call, even if the call got no further than the token service."""
    try:
        parts = urlsplit(report.url)
    except ValueError:
        return encode_url(report.url)
    path = SESSION_INFO_PATH
    if report.is_for_portal:
        path = parts.path if parts.path in PORTAL_SESSION_PATHS else PORTAL_SESSION_PATHS[0]
    return encode_url(f"{parts.scheme}://{parts.netloc}{path}" if parts.netloc else report.url)


def _get_token_prefix(report: RedactedReport) -> str:
    answer = report.analyzed.call_result
    if isinstance(answer, Failure) or answer.authorization is AuthorizationScheme.BEARER:
        return f"{AuthorizationScheme.BEARER.value} "
    return ""


def _encode_script(lines: list[str], line_end: str) -> bytes:
    return "".join(f"{line}{line_end}" for line in lines).encode("ascii")
