import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from inspector_app.report.formats import markdown_report
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.plain_text import escape_invisible
from tests.report.answers import answer_of, build_input, examined, render
from tests.report.hostile import HOSTILE, build_hostile_input, hostile_answers

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 2, "state": 0}
OURS = {"heading", "paragraph", "bullet_list", "list_item", "inline", "strong"}
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def written(level: RedactionLevel = RedactionLevel.SECRETS) -> str:
    return render(
        build_input(examined(answer_of(USER, TOKEN)), level), ReportFormat.MARKDOWN
    ).decode()


def parts(text: str) -> tuple[set[str], str, str]:
    """The kinds of markup in it, the text outside of code spans, and all text."""
    kinds, outside, everything = set(), [], []
    for block in GITHUB.parse(text):
        kinds.add(re.sub("_(open|close)$", "", block.type))
        for one in block.children or ():
            if one.type == "text":
                outside.append(one.content)
            if one.type in {"text", "code_inline"}:
                everything.append(one.content)
            else:
                kinds.add(re.sub("_(open|close)$", "", one.type))
    return kinds - {"softbreak", "code_inline"}, "\n".join(outside), "\n".join(everything)


def test_it_begins_with_the_verdict_and_has_what_the_plain_text_has():
    text = written()
    assert text.startswith("### ✅ Session valid")
    assert "\n**Next: " in text
    assert "\n- User: `mara.lindqvist` (`u1`)\n" in text
    assert "\n- Created: 2027-01-15 07:48:20 UTC\n" in text
    assert parts(text)[0] == OURS


def test_a_problem_and_a_warning_have_icons_of_their_own():
    refusal = {"status": 30401, "success": False, "message": "no"}
    assert (
        render(build_input(examined(refusal)), ReportFormat.MARKDOWN).decode().startswith("### ❌ ")
    )


@pytest.mark.parametrize("level", RedactionLevel)
def test_no_hostile_string_becomes_markup_a_link_or_a_mention(level: RedactionLevel):
    """E4, J2."""
    for text, answer in hostile_answers():
        report = render(build_hostile_input(text, answer, level), ReportFormat.MARKDOWN).decode()
        kinds, outside, everything = parts(report)
        assert kinds == OURS, text
        assert not re.search(r"[@#<>\[\]{}|`~\\!]|http|www\.|mailto", outside), text
        assert len(text) > 100 or escape_invisible(text).strip() in everything


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(HOSTILE))
def test_a_code_span_shows_exactly_what_is_in_it(text: str):
    """E4."""
    text = escape_invisible(text)
    rendered = GITHUB.renderInline(f"a {markdown_report.quote_code(text)} b")
    found = re.fullmatch(r"a <code>(.*)</code> b", rendered, re.DOTALL)
    assert found
    assert html.unescape(found[1]) == text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a", "`a`"),
        (" a", "`  a `"),
        ("a ", "` a  `"),
        ("`a", "`` `a ``"),
        ("a``", "``` a`` ```"),
        (" ", "` `"),
        ("   ", "`   `"),  # of blanks alone a renderer strips none
    ],
)
def test_a_code_span_has_blanks_at_its_ends_where_a_renderer_strips_them(text, quoted):
    assert markdown_report.quote_code(text) == quoted
