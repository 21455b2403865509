"""Renders the call as a curl command for bash, cmd and PowerShell, without the credential.

The token comes from the environment variable ``ENOS_TOKEN`` and goes to curl's standard input: on
a command line every user of the machine could read it. The commands are plain ASCII, and English,
because the shells expect different encodings.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from inspector_app.report.credential_scan import checked
from inspector_app.report.redaction import hidden
from inspector_app.session.exchange import AuthorizationScheme, Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.report.material import Material
    from inspector_app.session.wording import Text

PATH: Final = "/enos-iam-service/v2.0/session/info"
"""EnOS documentation 2.1-2.4: the call's path. Repeated, as reports do not import the gateway."""

_HEADERS: Final = (
    "Accept: application/json",
    "Content-Type: application/json",  # EnOS documentation 2.1-2.4, sample request
    "Content-Length: 0",  # the documented call has no body
)
_OPTIONS: Final = ("--silent", "--show-error", "--include", "--globoff", "--request", "POST")
_ABOUT: Final = "The session/info call of EnOS, as EnOS Session Inspector makes it."
_UNSIGNED: Final = (
    "Where an environment wants calls signed by an application, its headers are missing."
)
_OF_AN_ADDRESS: Final = ":/?[]@&=+,;%"
"""Characters that are kept; all others, such as shell metacharacters, are percent-encoded."""


def for_bash(material: Material, _say: Callable[[Text], str] = str) -> bytes:
    """A script for bash and compatible shells; scanned for credentials as all reports.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    form = f"Authorization: {_before_the_token(material)}%s\\n"
    wanted = "${ENOS_TOKEN:?Put the session ID there first: read -rs ENOS_TOKEN; export ENOS_TOKEN}"
    lines = [
        "#!/usr/bin/env bash",
        f"# {_ABOUT}",
        f"# {_UNSIGNED}",
        f': "{wanted}" &&',
        f'  printf {shlex.quote(form)} "$ENOS_TOKEN" |',
        f"  curl {' '.join(_OPTIONS)} \\",
        "    --header @- \\",
        *(f"    --header {shlex.quote(header)} \\" for header in _HEADERS),
        f"    --url {in_bash(_url(material))}",
    ]
    return _checked(lines, "\n", material)


def for_cmd(material: Material, _say: Callable[[Text], str] = str) -> bytes:
    """A batch file for Windows' command prompt.

    The token is expanded after the line was parsed (``/v:on``): no character in it can be a
    command. The outer prompt must not expand it (``setlocal``): it would be on a command line.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    token = f"Authorization: {_before_the_token(material)}!ENOS_TOKEN!"
    lines = [
        "@echo off",
        "setlocal DisableDelayedExpansion",
        f"rem {_ABOUT}",
        f"rem {_UNSIGNED}",
        "if not defined ENOS_TOKEN (",
        "  echo Put the session ID into ENOS_TOKEN first: set /p ENOS_TOKEN=",
        "  exit /b 1",
        ")",
        f'cmd /v:on /c "echo {token}"| curl.exe {" ".join(_OPTIONS)} ^',
        "  --header @- ^",
        *(f"  --header {in_cmd(header)} ^" for header in _HEADERS),
        f"  --url {in_cmd(_url(material))}",
    ]
    return _checked(lines, "\r\n", material)


def for_powershell(material: Material, _say: Callable[[Text], str] = str) -> bytes:
    """A script for PowerShell 5.1 and later.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    token = f'"Authorization: {_before_the_token(material)}$env:ENOS_TOKEN"'
    lines = [
        f"# {_ABOUT}",
        f"# {_UNSIGNED}",
        "if (-not $env:ENOS_TOKEN) {",
        "  throw 'Put the session ID into $env:ENOS_TOKEN first: $env:ENOS_TOKEN = Read-Host'",
        "}",
        f"{token} | curl.exe {' '.join(_OPTIONS)} `",
        "  --header '@-' `",
        *(f"  --header {in_powershell(header)} `" for header in _HEADERS),
        f"  --url {in_powershell(_url(material))}",
    ]
    return _checked(lines, "\r\n", material)


def in_bash(text: str) -> str:
    """The text quoted as one argument in bash."""
    return shlex.quote(text)


def in_cmd(text: str) -> str:
    """The text quoted as one argument in a batch file; it has no quotation marks or line ends."""
    return f'"{text.replace("%", "%%")}"'


def in_powershell(text: str) -> str:
    """ASCII text quoted for PowerShell, which also treats typographic quotes as quotes."""
    return "'{}'".format(text.replace("'", "''"))


def safe_url(url: str) -> str:
    """The URL with every character percent-encoded that could be special in a shell."""
    return quote(url, safe=_OF_AN_ADDRESS, errors="replace")


def _url(material: Material) -> str:
    """The URL of the session call, even if the call got no further than the token service."""
    url = hidden(material.url, material.credentials)
    try:
        parts = urlsplit(url)
    except ValueError:
        return safe_url(url)
    return safe_url(f"{parts.scheme}://{parts.netloc}{PATH}" if parts.netloc else url)


def _before_the_token(material: Material) -> str:
    answer = material.examination.call_result
    if isinstance(answer, Failure) or answer.authorization is AuthorizationScheme.BEARER:
        return f"{AuthorizationScheme.BEARER.value} "
    return ""


def _checked(lines: list[str], line_end: str, material: Material) -> bytes:
    text = "".join(f"{line}{line_end}" for line in lines)
    return checked(text.encode("ascii"), material.credentials)
