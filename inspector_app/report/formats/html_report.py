"""Renders the report as one self-contained HTML page: no script, light or dark, printable."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from typing import TYPE_CHECKING, Final

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

_LANGUAGE: Final = tr("en")  # translators: the code of the language you translate into
_LANGUAGE_CODE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def render(report: RedactedReport, translate: Callable[[Text], str]) -> bytes:
    """The report as a file in UTF-8.

    Args:
        report: the redacted report.
        translate: translates a text into the reader's language.
    """
    from markupsafe import Markup

    def render_text(text: Text) -> str:
        return translate(text.map_strings(escape_invisible))

    style = _read_resource("report.css")
    code = translate(_LANGUAGE)
    page = _load_template().render(
        language=code if _LANGUAGE_CODE.fullmatch(code) else "en",
        style=Markup(style),  # noqa: S704 - our own file; escaped, its hash would not match
        style_hash=_compute_style_hash(style),
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
    """The page template; all values are escaped."""
    from jinja2 import Environment, StrictUndefined  # slow to import, and seldom needed

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_read_resource("report.html.j2"))


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


def _read_resource(name: str) -> str:
    from importlib.resources import files  # imports zipfile and tempfile

    return (
        files("inspector_app.report.formats")
        .joinpath("templates", name)
        .read_text(encoding="utf-8")
    )


def _compute_style_hash(style: str) -> str:
    """The style sheet's hash for the page's Content-Security-Policy: no other is applied."""
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
