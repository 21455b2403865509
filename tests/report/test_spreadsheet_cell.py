import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.report.spreadsheet_cell import escape_cell
from inspector_app.session.plain_text import escape_invisible
from tests.report.hostile import HOSTILE

SIGNS = [*"=+-@", *"\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{MINUS SIGN}"]
SIGNS += [*"\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}\N{SMALL PLUS SIGN}"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "before", ["", " ", "\t", '"', "'", " ' ", "\r\n", "\N{NO-BREAK SPACE}", "“"]
)
def test_no_cell_begins_like_a_formula(sign: str, before: str):
    """E3."""
    assert escape_cell(f"{before}{sign}1+1").startswith("'")


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE))
def test_a_cell_is_what_was_sent_perhaps_after_an_apostrophe(text: str):
    """E3."""
    safe = escape_cell(text)
    assert safe in {escape_invisible(text), f"'{escape_invisible(text)}"}
    assert safe[:1] not in {*SIGNS, "\t", "\r", "\n"}
