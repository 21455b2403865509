"""What a body went through is undone, up to its bound, and what is damaged is told."""

import base64
import gzip
import zlib

import pytest

from inspector_app.report.saved_answers import content_decoding
from inspector_app.report.saved_answers.content_decoding import (
    decode_base64_text,
    decode_body,
    decode_text,
    is_base64,
    is_text,
    join_chunks,
    unpack,
)
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.interruption import interruptible

BODY = b'{"session": {"id": "x"}, "success": true}'
LONG = bytes(range(256)) * 1_024
RAW = zlib.compress(BODY, wbits=-15)
WORDS = {
    "cut": "is cut off",
    "damaged": "is damaged",
    "large": "too large: more than 1 MiB",
    "br": "compressed with Brotli,",
    "zstd": "compressed with Zstandard,",
    "compress": "compressed with compress,",
}


@pytest.fixture(autouse=True)
def bound(monkeypatch):
    """A body of a mebibyte, so that one more is quickly made."""
    monkeypatch.setattr(content_decoding, "MAX_BODY_SIZE", 1 << 20)


@pytest.mark.parametrize(
    ("data", "coding"),
    [
        (gzip.compress(BODY), "gzip"),
        (gzip.compress(BODY), "X-GZIP"),
        (gzip.compress(BODY) + b"\r\n", "gzip"),
        (gzip.compress(BODY), None),
        (gzip.compress(BODY), "identity"),
        (zlib.compress(BODY), "deflate"),
        (zlib.compress(BODY), "gzip"),
        (zlib.compress(BODY), None),
        (RAW, "deflate"),
        (gzip.compress(zlib.compress(BODY)), "deflate, gzip"),
        (gzip.compress(RAW), "deflate , gzip"),
        (BODY, "gzip"),
        (BODY, "br"),
        (BODY, None),
    ],
    ids=range(14),
)
def test_a_body_is_unpacked_as_its_headers_or_itself_say(data, coding):
    headers = () if coding is None else (("Age", "1"), ("Content-Encoding", coding))
    assert decode_body(data, headers) == BODY


@pytest.mark.parametrize(
    ("data", "coding", "why"),
    [
        (gzip.compress(LONG)[:-20], "gzip", "cut"),
        (zlib.compress(LONG)[:-20], "deflate", "cut"),
        (gzip.compress(BODY)[:-8] + b"\xff" * 8, "gzip", "damaged"),
        (b"\xffno", "gzip", "damaged"),
        (b"\x78\x9c\xff\xff\xff", "deflate", "damaged"),
        (gzip.compress(bytes((1 << 20) + 1)), "gzip", "large"),
        (zlib.compress(bytes((1 << 20) + 1)), "deflate", "large"),
        (b"\xff", "br", "br"),
        (b"\xff", "zstd", "zstd"),
        (b"\x28\xb5\x2f\xfd\xff", None, "zstd"),
        (b"\xff", "compress", "compress"),
    ],
    ids=range(11),
)
def test_what_cannot_be_unpacked_is_told(data, coding, why):
    """J5."""
    with pytest.raises(UnreadableFileError) as refused:
        decode_body(data, () if coding is None else (("content-encoding", coding),))
    assert WORDS[why] in str(refused.value.message)
    assert refused.value.__context__ is None  # which would hold what was read


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
@pytest.mark.parametrize("data", [bytes(1 << 20), LONG, bytes(1 << 16), b""])
def test_a_body_may_be_as_large_as_its_bound(pack, data):
    """J5."""
    assert decode_body(pack(data), ()) == data
    assert unpack(pack(data), len(data)) == data
    if data:
        with pytest.raises(UnreadableFileError):
            unpack(pack(data), len(data) - 1)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_what_is_too_large_is_unpacked_no_further_than_that_shows(pack):
    """N6."""
    steps = list[int]()

    def count() -> bool:
        steps.append(1)
        return False

    with interruptible(count):
        unpack(pack(bytes(1 << 20)), 1 << 20)
    usual = len(steps)
    with interruptible(count), pytest.raises(UnreadableFileError):
        unpack(pack(bytes(64 << 20)), 1 << 20)
    assert len(steps) <= 2 * usual + 2


@pytest.mark.parametrize("room", [0, 1, 1 << 20])
def test_one_whose_end_is_cut_off_is_told_so_though_all_of_it_is_there(room):
    """Without its sum nobody knows whether it is whole."""
    with pytest.raises(UnreadableFileError) as refused:
        unpack(zlib.compress(LONG)[:-1], len(LONG) + room)
    assert WORDS["cut"] in str(refused.value.message)


@pytest.mark.parametrize(
    "data", [BODY, b"", b"\x78", b"\x78\x9d\xff", b"\x77\x85\xff", b"\x78\x9c"]
)
def test_what_is_not_packed_is_not_unpacked(data):
    assert unpack(data, 9) is None


@pytest.mark.parametrize("data", [b"\x78\x01{}", b"\x08\x1dab"])
def test_a_text_that_begins_like_something_packed_is_a_text(data):
    assert unpack(data, 9) is None
    assert is_text(data)
    assert not is_text(b"\xff")


@pytest.mark.parametrize(
    ("data", "body"),
    [
        (b"5\r\n12345\r\n0\r\n\r\n", b"12345"),
        (b"5;a=b\r\n12345\r\n2\n67\n0\n\n", b"1234567"),
        (b"0\r\n\r\n", b""),
        (b"{}", None),
        (b"5\r\n1234567", None),
    ],
)
@pytest.mark.parametrize("is_whole", [True, False])
def test_chunks_are_joined(data, body, is_whole):
    assert join_chunks(data, must_be_whole=is_whole) == body


@pytest.mark.parametrize(
    "data", [b"5\r\n123", b"5\r\n12345", b"2\r\n12\r\n", b"5\r\n12345\r\n3\r\n1"]
)
def test_chunks_without_an_end_are_cut_off_where_the_headers_name_them(data):
    assert join_chunks(data, must_be_whole=False) is None
    with pytest.raises(UnreadableFileError) as refused:
        decode_body(data, (("Transfer-Encoding", "gzip, Chunked"),))
    assert WORDS["cut"] in str(refused.value.message)
    assert decode_body(data, (("Transfer-Encoding", "identity"), ("x", "chunked"))) == data


B64 = base64.b64encode(BODY).decode()


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (B64, BODY),
        (B64.rstrip("="), BODY),
        ("\r\n".join(B64[at : at + 20] for at in range(0, len(B64), 20)), BODY),
        (base64.b64encode(gzip.compress(BODY)).decode(), gzip.compress(BODY)),
        (base64.urlsafe_b64encode(b"{\xc3\xbf\xc3\xbe?>" * 4).decode(), b"{\xc3\xbf\xc3\xbe?>" * 4),
    ],
    ids=range(5),
)
def test_base64_of_an_answer_is_decoded_whatever_is_said_of_it(text, data):
    assert is_base64(text)
    for says in (True, False):
        assert decode_text(text, says_base64=says) == data
    assert decode_base64_text(text.encode()) == data


@pytest.mark.parametrize("data", [b"no answer at all, but words", b"\xff\xfe" * 9])
def test_other_base64_is_decoded_where_it_is_said_to_be_some(data):
    text = base64.b64encode(data).decode()
    assert decode_text(text, says_base64=True) == data
    assert decode_text(text, says_base64=False) == text.encode()
    assert decode_base64_text(text.encode()) is None


@pytest.mark.parametrize(
    "text", ["{}", "", "abcdefghijklmno", "a word that is none", "abcdefghijklmnopq=r!", "\ud800"]
)
def test_what_is_no_base64_is_a_text(text):
    assert decode_text(text, says_base64=True) == text.encode(errors="replace")
    assert decode_base64_text(text.encode(errors="replace")) is None


def test_packed_bytes_that_were_read_as_characters_are_bytes_again_where_none_is_lost():
    packed = gzip.compress(BODY)
    assert decode_text(packed.decode("latin-1"), says_base64=False) == packed
    with pytest.raises(UnreadableFileError) as refused:
        decode_text("\x1f\ufffd\x08\0", says_base64=False)
    assert WORDS["damaged"] in str(refused.value.message)
    assert refused.value.__context__ is None
