"""The file formats of a report, and the function that renders a report in any of them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.report.report_input import RedactedReport

    _Renderer: TypeAlias = Callable[[RedactedReport, Callable[[Text], str]], bytes]


class ReportFormat(Enum):
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
        return _FORMAT_INFO[self].suffix

    @property
    def label(self) -> Text:
        """The display name."""
        return _FORMAT_INFO[self].label


class _FormatInfo(NamedTuple):
    label: Text
    suffix: str


_FORMAT_INFO: Final = {
    ReportFormat.TEXT: _FormatInfo(tr("Plain text"), ".txt"),
    ReportFormat.MARKDOWN: _FormatInfo(tr("Markdown (GitHub)"), ".md"),
    ReportFormat.JIRA: _FormatInfo(tr("Jira"), ".jira.txt"),
    ReportFormat.HTML: _FormatInfo(tr("Web page (HTML)"), ".html"),
    ReportFormat.JSON: _FormatInfo(tr("JSON"), ".json"),
    ReportFormat.CSV: _FormatInfo(tr("Spreadsheet (CSV)"), ".csv"),
    ReportFormat.CURL_BASH: _FormatInfo(tr("cURL command (bash)"), ".sh"),
    ReportFormat.CURL_CMD: _FormatInfo(tr("cURL command (Windows cmd)"), ".cmd"),
    ReportFormat.CURL_POWERSHELL: _FormatInfo(tr("cURL command (PowerShell)"), ".ps1"),
}


def render_report(
    report: RedactedReport, report_format: ReportFormat, translate: Callable[[Text], str] = str
) -> bytes:
    """The report as the bytes of a file in UTF-8; deterministic for the same input.

    Args:
        report: the redacted report.
        report_format: the format to render.
        translate: translates a text into the reader's language; English by default. JSON and
            the commands are for programs, and stay English.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    from inspector_app.report.credential_scan import ensure_no_credentials  # help needs none

    return ensure_no_credentials(
        _load_renderer(report_format)(report, translate), report.credentials
    )


def _load_renderer(report_format: ReportFormat) -> _Renderer:
    """The renderer of the format, imported on demand: a script need not wait for the others."""
    renderer: _Renderer
    match report_format:
        case ReportFormat.TEXT:
            from inspector_app.report.formats import text_report

            renderer = text_report.render
        case ReportFormat.MARKDOWN:
            from inspector_app.report.formats import markdown_report

            renderer = markdown_report.render
        case ReportFormat.JIRA:
            from inspector_app.report.formats import jira_report

            renderer = jira_report.render
        case ReportFormat.HTML:
            from inspector_app.report.formats import html_report

            renderer = html_report.render
        case ReportFormat.JSON:
            from inspector_app.report.formats import json_report

            renderer = json_report.render
        case ReportFormat.CSV:
            from inspector_app.report.formats import csv_report

            renderer = csv_report.render
        case ReportFormat.CURL_BASH:
            from inspector_app.report.formats import curl_command

            renderer = curl_command.render_bash_script
        case ReportFormat.CURL_CMD:
            from inspector_app.report.formats import curl_command

            renderer = curl_command.render_cmd_script
        case ReportFormat.CURL_POWERSHELL:
            from inspector_app.report.formats import curl_command

            renderer = curl_command.render_powershell_script
    return renderer
