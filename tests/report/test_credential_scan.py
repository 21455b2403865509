import base64
import html
import json
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector_app.report.credential_scan import (
    CredentialLeakError,
    ensure_no_credentials,
    has_credential,
)
from inspector_app.session.credentials import Credentials

TOKEN = "opaque/" + "aB3+" * 9 + "z"

VISIBLE = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=8, max_size=60)
ANYTHING = st.binary(max_size=30)


def url(data: bytes) -> bytes:
    return quote(data, safe="").encode()


def json_escaped(data: bytes) -> bytes:
    return "".join(f"\\u{byte:04X}" for byte in data).encode()


def wrapped(data: bytes) -> bytes:
    return base64.encodebytes(data * 3)


ENCODINGS = {
    "raw": bytes,
    "quoted": url,
    "quoted whole": lambda data: "".join(f"%{byte:02x}" for byte in data).encode(),
    "quoted twice": lambda data: url(url(data)),
    "base64": base64.b64encode,
    "base64 after one byte": lambda data: base64.b64encode(b"x" + data + b"tail"),
    "base64 after two bytes": lambda data: base64.b64encode(b"xy" + data + b"tail"),
    "base64 for addresses": lambda data: base64.urlsafe_b64encode(b"~~" + data + b"~"),
    "base64 without padding": lambda data: base64.b64encode(data).rstrip(b"="),
    "base64 in lines": wrapped,
    "base64 in lines in JSON": lambda data: json.dumps(wrapped(data).decode()).encode(),
    "hex": lambda data: data.hex().encode(),
    "hex in capitals": lambda data: data.hex().upper().encode(),
    "JSON": lambda data: json.dumps(data.decode()).encode(),
    "JSON escapes": json_escaped,
    "JSON in JSON": lambda data: json.dumps(json.dumps(data.decode() + '"\\')).encode(),
    "JSON with slashes escaped": lambda data: (
        json.dumps(data.decode()).replace("/", "\\/").encode()
    ),
    "HTML": lambda data: html.escape(data.decode()).encode(),
    "HTML numbers": lambda data: "".join(f"&#{byte};" for byte in data).encode(),
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "UTF-16 LE": lambda data: data.decode().encode("utf-16-le"),
    "UTF-16 BE": lambda data: data.decode().encode("utf-16-be"),
    "UTF-16 of base64": lambda data: base64.b64encode(b"y" + data).decode().encode("utf-16"),
    "broken over lines": lambda data: data[:10] + b"\r\n  " + data[10:],
}


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_a_credential_is_found_in_every_encoding(encode):
    """A1, E1."""
    data = b"before " + encode(TOKEN.encode()) + b" behind"
    assert has_credential(data, Credentials((TOKEN,)))
    with pytest.raises(CredentialLeakError):
        ensure_no_credentials(data, Credentials((TOKEN,)))


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
@settings(deadline=None, max_examples=40)
@given(token=VISIBLE, before=ANYTHING, behind=ANYTHING)
@example(token="0000000:", before=b"", behind=b"")
@example(token="no\\/escape", before=b"", behind=b"")
@example(token='000/\\"00', before=b"", behind=b"")
def test_whatever_the_credential_and_whatever_stands_around_it(encode, token, before, behind):
    """A1, E1."""
    if encode is ENCODINGS["broken over lines"] and len(token) < 11:
        return
    inner = encode(token.encode())
    # an escape begun before it, or completed behind it, would make another text of it
    around = bytes.maketrans(b"\\%&", b"...")
    assert has_credential(
        before.translate(around) + b" " + inner + b" " + behind.translate(around),
        Credentials((token,)),
    )


@pytest.mark.parametrize(
    "unknown",
    ["IAM_S_" + "q" * 32, "APP_PORTAL_S_" + "7" * 32, "eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl"],
)
def test_what_looks_like_a_credential_is_found_without_being_known(unknown):
    assert has_credential(f'{{"message": "{unknown}"}}'.encode(), Credentials())
    assert has_credential(quote(unknown).encode("utf-16"), Credentials())


def test_a_credential_with_any_text_in_it_is_found():
    odd = 'ключ\ud800🔑 \\ " ключ'
    assert has_credential(json.dumps({"id": odd}).encode(), Credentials((odd,)))


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_nothing_is_found_where_nothing_is(data):
    assert not has_credential(data, Credentials(("quite-another-credential",)))
    assert ensure_no_credentials(data, Credentials(("quite-another-credential",))) is data


def test_short_texts_are_not_looked_for_as_they_stand_everywhere():
    assert not has_credential(b'{"type": 1, "status": 0}', Credentials(("1", "", "status")))


def test_a_mask_is_no_credential():
    assert not has_credential("IAM_S_••••••••••••".encode(), Credentials(("IAM_S_" + "q" * 32,)))


def test_the_refusal_says_what_to_do_and_holds_nothing():
    words = str(CredentialLeakError().message)
    assert str(CredentialLeakError()) == words
    assert "nothing was handed out" in words
    assert TOKEN not in words


PIECE, OVERLAP = 524_288, 262_144
"""Bytes by which the search goes on, and for which two pieces of it overlap."""


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_a_credential_is_found_at_every_edge_of_what_is_searched_at_once(encode):
    """A1, E1: before, across and behind the beginning and the end of a piece."""
    secret = "opaque/" + "q7Z." * 30
    spelled = encode(secret.encode())
    for edge in (PIECE, PIECE + OVERLAP):
        for before in (len(spelled), len(spelled) // 2, 1, 0):
            start = (edge - before) // 2 * 2  # UTF-16 has pairs
            data = b" " * start + spelled + b" " * (edge - start)
            assert has_credential(data, Credentials((secret,)))
    without = b" " * PIECE + b"z" + b" " * (PIECE + OVERLAP)
    assert not has_credential(without, Credentials((secret,)))


@pytest.mark.parametrize("place", [0, 786_400, 1_500_000, 2_999_000])
def test_the_longest_credential_is_found_wherever_it_stands_in_megabytes(place):
    """E1: in the longest of all writings, too."""
    secret = "opaque/" + "q7Z." * 2000
    for spelled in (secret.encode(), json_escaped(secret.encode()).decode().encode("utf-16-le")):
        data = b"x" * place + spelled + b"y" * 600_000
        assert has_credential(data, Credentials((secret,)))
    without = b"x" * place + b"z" + b"y" * 600_000
    assert not has_credential(without, Credentials((secret,)))
