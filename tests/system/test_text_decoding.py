"""Standard input is read in the encodings that programs write it in."""

import pytest

from inspector_app.system.text_decoding import decode_text

TEXT = "Authorization: Bearer IAM_S_" + "Hc4pXe7v" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_comes_out_as_it_was_written(encoding):
    assert decode_text(TEXT.encode(encoding)) == TEXT


def test_what_is_no_text_is_decoded_all_the_same():
    assert decode_text(b"\xff\xfeI") == "\ufffd"
    assert decode_text(b"ol\xe9") == "ol\ufffd"
    assert decode_text(b"") == ""
