import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.report.formats.markup import build_quoter

quoted = build_quoter(lambda text: f"<{text}>")


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-15 07:48:20 UTC",
        "2027-01-15 07:48:20 +0530",
        "412",
        "3.0 ms",
        "Wind Farm North",
        "王小明",
        "",
    ],
)
def test_what_means_nothing_to_any_markup_stays_as_it_is(text: str):
    assert quoted(text) == text


@pytest.mark.parametrize(
    "text", ["mara.lindqvist", "a_b", "#1", "@mara", "1562849746", " a", "a\nb"]
)
def test_all_else_is_quoted_on_one_line(text: str):
    assert quoted(text) == f"<{text}>".replace("\n", "\\n")


@given(st.text())
def test_no_sign_gets_by(text: str):
    if set(text) & set("#@*_`|[]{}<>!~\\/&"):
        assert quoted(text).startswith("<")
