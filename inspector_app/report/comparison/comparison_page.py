"""Renders a comparison as one self-contained HTML page: no script, light or dark, printable."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from inspector_app.report.comparison.comparison_content import build_comparison_content
from inspector_app.report.formats import page_template
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Template

    from inspector_app.report.comparison.redacted_comparison import RedactedComparison


def render_html(report: RedactedComparison, translate: Callable[[Text], str]) -> bytes:
    """The comparison as a file in UTF-8; ``translate`` translates a text for the reader."""

    def render_text(text: Text) -> str:
        return translate(text.map_strings(escape_invisible))

    page = _load_template().render(
        **page_template.build_frame(translate),
        translate=render_text,
        report=build_comparison_content(report),
        matters_heading=tr("What matters"),
        fields_heading=tr("Changed fields"),
        difference_heading=tr("Difference"),
        not_sent=tr("not sent"),
    )
    return f"{page}\n".encode(errors="replace")


@functools.cache
def _load_template() -> Template:
    return page_template.load_template("comparison.html.j2")
