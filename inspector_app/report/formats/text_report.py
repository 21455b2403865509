"""Renders the report as plain text, for mails and tickets without markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.report.credential_scan import ensure_no_credentials
from inspector_app.report.formats.report_content import NOTICES_HEADING, build_report_content
from inspector_app.report.report_input import build_redacted_report
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.formats.report_content import ReportContent
    from inspector_app.report.report_input import ReportInput


def render(report_input: ReportInput, translate: Callable[[Text], str] = str) -> bytes:
    """The report as a file; as for ``render_text``."""
    return f"{render_text(report_input, translate)}\n".encode(errors="replace")


def render_text(report_input: ReportInput, translate: Callable[[Text], str] = str) -> str:
    """The report in at most 40 lines, without a trailing line end.

    Args:
        report_input: the inspection and how to redact it.
        translate: translates a text into the reader's language; English by default.

    Raises:
        CredentialLeakError: if it still contains a credential; then nothing may be handed out.
    """
    lines = _iter_lines(build_report_content(build_redacted_report(report_input), report_input))
    text = "\n".join(translate(line.map_strings(escape_invisible)) for line in lines)
    ensure_no_credentials(text.encode(errors="surrogatepass"), report_input.credentials)
    return text


def _iter_lines(report_content: ReportContent) -> Iterator[Text]:
    yield report_content.sentence
    if report_content.detail.template:
        yield report_content.detail
    yield report_content.next_step.text
    if report_content.notices:
        yield Text("")
        yield NOTICES_HEADING
        yield from (Text("- {text}", (("text", one),)) for one in report_content.notice_lines)
    for section in report_content.compact_sections:
        yield Text("")
        yield from (line.text for line in section.lines)
    yield Text("")
    yield report_content.footer
