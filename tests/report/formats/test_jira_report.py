import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.report.formats import jira_report
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.plain_text import escape_invisible
from tests.report.answers import answer_of, build_input, examined, render
from tests.report.hostile import HOSTILE, build_hostile_input, hostile_answers

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 2, "state": 0}
ESCAPED = re.compile(r"\\([-#*_+?^~|%{}\[\]()!@])")  # the ones that Jira's renderer knows
ACTIVE = re.compile(r"[*_+?^~|%{}\[\]()!@]|://|mailto:|:[DPp)(]|\\\\")


def shown(wiki: str) -> str:
    """What Jira's renderer makes of text that it finds no markup in."""
    return html.unescape(ESCAPED.sub(r"\1", wiki))


def test_it_begins_with_the_verdict_and_has_what_the_plain_text_has():
    text = render(
        build_input(examined(answer_of(USER, TOKEN)), RedactionLevel.SECRETS), ReportFormat.JIRA
    ).decode()
    assert text.startswith("h3. (/) Session valid")
    assert "\n*Next: " in text
    assert "\n* User: mara.lindqvist (u1)\n" in text
    assert "\n* Created: 2027-01-15 07:48:20 UTC\n" in text


def test_a_problem_has_an_icon_of_its_own():
    refusal = {"status": 30401, "success": False, "message": "no"}
    assert render(build_input(examined(refusal)), ReportFormat.JIRA).decode().startswith("h3. (x) ")


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE))
def test_an_escaped_text_is_shown_as_it_is_and_nothing_in_it_is_markup(text: str):
    """E4."""
    text = escape_invisible(text)
    wiki = jira_report.escape_text(text)
    assert shown(wiki) == text
    assert not ACTIVE.search(ESCAPED.sub("", wiki))
    assert not wiki.endswith("\\")  # or it would escape what follows


@pytest.mark.parametrize(
    ("text", "wiki"),
    [
        ("apim-production.example.com", "apim-production.example.com"),
        ("org#45bf", "org#45bf"),
        ("ABC-1", r"ABC\-1"),
        ("-gone-", r"\-gone\-"),
        ("a -gone- b", r"a \-gone\- b"),
        ("a--b", r"a\-\-b"),
        ("# one", r"\# one"),
        ("&copy", "&amp;copy"),
    ],
)
def test_only_what_may_be_markup_is_escaped(text: str, wiki: str):
    """E4."""
    assert jira_report.escape_text(text) == wiki


@pytest.mark.parametrize("level", RedactionLevel)
def test_no_hostile_string_becomes_markup_a_link_or_a_mention(level: RedactionLevel):
    """E4, J2."""
    for text, answer in hostile_answers():
        report = render(build_hostile_input(text, answer, level), ReportFormat.JIRA).decode()
        found = ESCAPED.sub("", report)
        for line in found.splitlines():
            assert re.match(r"h3\. \([/!xi]\) \w|\* \w|\*\w.*\*$|\w|$", line), text
        assert not re.search(r"[\[\]{}|~^!@%]|://|\\\\", found.partition(") ")[2]), text
