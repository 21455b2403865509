"""A dump of a text is read as the text, and what only looks like one stays as it is."""

import pytest

from inspector_app.gateway.pasted.undoing.dumps import join_dump


def test_a_hex_dump_is_the_text_it_was_made_of():
    text = "Authorization: Bearer it"
    lines = (text[at : at + 16].encode() for at in range(0, len(text), 16))
    dump = "\n".join(f"{16 * row:08x}  {one.hex(' ')}" for row, one in enumerate(lines))
    assert join_dump(dump) == text


@pytest.mark.parametrize("quoted", ["", "> ", "\t", "| ", " > > "])
def test_a_trace_that_was_quoted_is_read_too(quoted):
    trace = ["0000: Host: a.example.com", "0019: Accept: */*"]
    joined = join_dump("\n".join(f"{quoted}{line}" for line in trace))
    assert joined == "Host: a.example.com\nAccept: */*"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no dump",
        "1234: 41 42 43\n1244: 44 45 46",  # no dump begins there
        "20260101  12 30\n20260102  12 31",
        "00000000  41 42 43",  # a line alone
    ],
)
def test_columns_of_other_numbers_stay_as_they_are(text):
    assert join_dump(text) == text
