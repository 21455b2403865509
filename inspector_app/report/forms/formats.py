"""The file formats of a report, and the function that renders a report in any of them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.report.material import Material


class Format(Enum):
    """A file format of a report; the value is its name on the command line."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JIRA = "jira"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
    CURL_BASH = "curl"
    CURL_CMD = "curl-cmd"
    CURL_POWERSHELL = "curl-powershell"

    @property
    def suffix(self) -> str:
        """The file name extension, with its dot."""
        return _KINDS[self].suffix

    @property
    def words(self) -> Text:
        """The display name."""
        return _KINDS[self].words


class _Kind(NamedTuple):
    words: Text
    suffix: str


_KINDS: Final = {
    Format.TEXT: _Kind(tr("Plain text"), ".txt"),
    Format.MARKDOWN: _Kind(tr("Markdown (GitHub)"), ".md"),
    Format.JIRA: _Kind(tr("Jira"), ".jira.txt"),
    Format.HTML: _Kind(tr("Web page (HTML)"), ".html"),
    Format.JSON: _Kind(tr("JSON"), ".json"),
    Format.CSV: _Kind(tr("Spreadsheet (CSV)"), ".csv"),
    Format.CURL_BASH: _Kind(tr("cURL command (bash)"), ".sh"),
    Format.CURL_CMD: _Kind(tr("cURL command (Windows cmd)"), ".cmd"),
    Format.CURL_POWERSHELL: _Kind(tr("cURL command (PowerShell)"), ".ps1"),
}


def write(material: Material, form: Format, say: Callable[[Text], str] = str) -> bytes:
    """The report as the bytes of a file in UTF-8; deterministic for the same input.

    Args:
        report_input: the inspection and how to redact it.
        report_format: the format to render.
        translate: translates a text into the reader's language; English by default. JSON and
            the commands are for programs, and stay English.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    return _writer(form)(material, say)


def _writer(form: Format) -> Callable[[Material, Callable[[Text], str]], bytes]:
    """The renderer of the format, imported on demand: a script need not wait for the others."""
    writer: Callable[[Material, Callable[[Text], str]], bytes]
    match form:
        case Format.TEXT:
            from inspector_app.report.forms import text_report

            writer = text_report.write
        case Format.MARKDOWN:
            from inspector_app.report.forms import markdown_report

            writer = markdown_report.write
        case Format.JIRA:
            from inspector_app.report.forms import jira_report

            writer = jira_report.write
        case Format.HTML:
            from inspector_app.report.forms import html_report

            writer = html_report.write
        case Format.JSON:
            from inspector_app.report.forms import json_report

            writer = json_report.write
        case Format.CSV:
            from inspector_app.report.forms import csv_report

            writer = csv_report.write
        case Format.CURL_BASH:
            from inspector_app.report.forms import curl_request

            writer = curl_request.for_bash
        case Format.CURL_CMD:
            from inspector_app.report.forms import curl_request

            writer = curl_request.for_cmd
        case Format.CURL_POWERSHELL:
            from inspector_app.report.forms import curl_request

            writer = curl_request.for_powershell
    return writer
