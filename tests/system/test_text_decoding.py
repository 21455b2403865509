"""Standard input is read in the encodings that programs write it in."""

import pytest

from inspector_app.system.text_decoding import decode_text

TEXT = "Authorization: Bearer IAM_S_" + "Hc4pXe7v" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_comes_out_as_it_was_written(encoding):
    assert decode_text(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\0bc", "a\0bc"),  # half of every other byte
        (b"a\0b\0cdefgh", "a\0b\0cdefgh"),  # two of five
        (b"a\0b\0cd", "ab\u6463"),
        (b"a\0b\0c\0\0\xd8", "abc\ufffd"),
        (b"\0a\0b\0c\xd8\0", "abc\ufffd"),
        (b"\xff\xfea\0\0\xd8", "a\ufffd"),
        (b"ab" * 128 + b"a\0" * 300, "ab" * 128 + "a\0" * 300),
    ],
)
def test_more_than_half_of_the_zeros_of_the_beginning_make_it_utf_16(data, text):
    assert decode_text(data) == text


def test_what_is_no_text_is_decoded_all_the_same():
    assert decode_text(b"\xff\xfeI") == "\ufffd"
    assert decode_text(b"ol\xe9") == "ol\ufffd"
    assert decode_text(b"") == ""
