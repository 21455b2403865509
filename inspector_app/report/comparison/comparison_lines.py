"""Renders a comparison as lines: plain text, Markdown and Jira, foreign values quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.report.comparison.comparison_content import (
    FIELDS_HEADING,
    MATTERS_HEADING,
    build_comparison_content,
)
from inspector_app.report.formats import jira_report, markdown_report
from inspector_app.report.formats.markup import apply_markup, build_quoter
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.comparison.comparison_content import ComparisonContent
    from inspector_app.report.comparison.redacted_comparison import RedactedComparison

_PLAIN: Final = ("{text}", "- {text}")
_MARKDOWN: Final = ("### {text}", "- {text}")
_JIRA: Final = ("h3. {text}", "* {text}")


def render_text(report: RedactedComparison, translate: Callable[[Text], str]) -> bytes:
    """The comparison as plain text, for mails and tickets without markup."""
    return _render(report, translate, escape_invisible, _PLAIN)


def render_markdown(report: RedactedComparison, translate: Callable[[Text], str]) -> bytes:
    """The comparison as GitHub Flavored Markdown."""
    return _render(report, translate, build_quoter(markdown_report.quote_code), _MARKDOWN)


def render_jira(report: RedactedComparison, translate: Callable[[Text], str]) -> bytes:
    """The comparison in Jira's wiki markup."""
    return _render(report, translate, build_quoter(jira_report.escape_text), _JIRA)


def _render(
    report: RedactedComparison,
    translate: Callable[[Text], str],
    quote: Callable[[str], str],
    markup: tuple[str, str],
) -> bytes:
    lines = _iter_lines(build_comparison_content(report), *markup)
    text = "".join(f"{translate(line.map_strings(quote))}\n" for line in lines)
    return text.encode(errors="replace")


def _iter_lines(content: ComparisonContent, heading: str, item: str) -> Iterator[Text]:
    empty = Text("")
    yield apply_markup(heading, content.headline)
    yield empty
    yield from (apply_markup(item, one) for one in content.sides)
    if content.sentences:
        yield empty
        yield from (apply_markup(item, one.text) for one in content.sentences)
    if content.matters:
        yield from (empty, MATTERS_HEADING, empty)
        yield from (apply_markup(item, one.text) for one in content.matters)
    if content.same.template:
        yield from (empty, content.same)
    if content.fields:
        yield from (empty, FIELDS_HEADING, empty)
        yield from (apply_markup(item, one.text) for one in content.fields)
        if content.omitted.template:
            yield apply_markup(item, content.omitted)
    yield from (empty, content.footer)
