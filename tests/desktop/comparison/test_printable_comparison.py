"""A comparison on pages says what its other forms say, and nothing in it becomes markup."""

import pytest

from inspector_app.desktop.comparison.printable_comparison import build_printable_comparison
from inspector_app.desktop.export import pdf_renderer
from inspector_app.desktop.export.printable_report import ensure_printable
from inspector_app.report.comparison.comparison_content import build_comparison_content
from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.analyzed_answer import analyze_answer
from tests.report.comparison.compared_reports import compared
from tests.session.answers import changed, exchange

TOKEN = "IAM_S_" + "w4" * 32
NAME = "<b>marabella</b> {name} \u202e 会话"


def answer(**changes):
    members = {f"session.{name}": value for name, value in changes.items()}
    return analyze_answer(exchange(changed("success", {"session.id": TOKEN, **members})))


def build(level=RedactionLevel.SECRETS):
    a = answer(**{"user.state": 0, "user.name": NAME, "user.authType": 1})
    return compared(a, answer(**{"user.state": 1, "user.name": NAME}), level)


def test_it_has_the_words_the_table_and_the_fields(qapp):
    report = build()
    made = build_printable_comparison(report)
    content = build_comparison_content(report)
    assert made.sentence == str(content.headline)
    assert [one.title for one in made.tables] == ["What matters", "Changed fields"]
    assert len(made.tables[0].rows) == len(content.matters)
    assert ("session.user.state", "0", "1") in made.tables[1].rows
    assert {len(row) for row in made.tables[0].rows} == {len(made.tables[0].head)}
    texts = "\n".join(made.iter_texts())
    assert "<b>marabella</b> {name}" in texts
    assert "\u202e" not in texts
    assert TOKEN not in texts


def test_nobody_is_named_at_the_usual_level(qapp):
    """E1."""
    texts = "\n".join(build_printable_comparison(build(RedactionLevel.PERSONAL)).iter_texts())
    assert "marabella" not in texts
    assert "user#" in texts


def test_a_credential_that_is_left_refuses_the_whole(qapp):
    """C1."""
    made = build_printable_comparison(build())
    spoilt = type(made)(**{**{name: getattr(made, name) for name in made.__slots__}, "head": TOKEN})
    with pytest.raises(CredentialLeakError):
        ensure_printable(spoilt, build().credentials)


def test_two_that_are_the_same_have_no_table(qapp):
    same = answer()
    made = build_printable_comparison(compared(same, same))
    assert made.tables == ()
    assert pdf_renderer.render_pdf(made, "comparison")[0].startswith(b"%PDF")


def test_it_becomes_pages(qapp):
    data, pages = pdf_renderer.render_pdf(build_printable_comparison(build()), "comparison")
    assert data.startswith(b"%PDF")
    assert len(pages) == 1
