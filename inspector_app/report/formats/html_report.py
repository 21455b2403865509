"""Renders the report as one self-contained HTML page: no script, light or dark, printable."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from inspector_app.report.formats import page_template
from inspector_app.report.formats.report_content import build_report_content
from inspector_app.report.formats.timeline_layout import build_timeline_layout
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.presentation import timeline
from inspector_app.session.time_format import format_zone, to_datetime
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Template

    from inspector_app.report.report_input import RedactedReport


def render(report: RedactedReport, translate: Callable[[Text], str]) -> bytes:
    """The report as a file in UTF-8.

    Args:
        report: the redacted report.
        translate: translates a text into the reader's language.
    """

    def render_text(text: Text) -> str:
        return translate(text.map_strings(escape_invisible))

    page = _load_template().render(
        **page_template.build_frame(translate),
        translate=render_text,
        report=build_report_content(report),
        steps_heading=tr("Steps"),
        notices_heading=tr("Also noticed"),
        timeline=build_timeline_layout(_list_marks(report), render_text),
        timeline_description=_build_accessible_text(report),
        caption=_build_caption(report),
    )
    return f"{page}\n".encode(errors="replace")


@functools.cache
def _load_template() -> Template:
    return page_template.load_template("report.html.j2")


def _list_marks(report: RedactedReport) -> tuple[timeline.Mark, ...]:
    times = report.analyzed.lifetimes
    return (
        ()
        if times is None
        else timeline.build_marks(times, report.time_context, report.supported_expiry)
    )


def _build_accessible_text(report: RedactedReport) -> Text:
    times = report.analyzed.lifetimes
    return (
        Text("")
        if times is None
        else timeline.describe_timeline(times, report.time_context, report.supported_expiry)
    )


def _build_caption(report: RedactedReport) -> Text:
    moment = to_datetime(report.judged_at, report.zone)
    zone = "" if moment is None else format_zone(moment)
    return tr("The session’s life; its times are {zone}.", zone=zone)
