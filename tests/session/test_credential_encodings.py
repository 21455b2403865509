"""A credential is found in bytes however it is written, and its writings show nothing of it."""

import base64

import pytest

from inspector_app.session.credential_encodings import build_encodings

SECRET = "opaque/+?>" + "q7Z" * 9


@pytest.mark.parametrize("before", [b"", b"x", b"xy", b"xyz"])
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_base64_is_known_at_any_alignment_and_in_both_alphabets(before, encode):
    assert build_encodings([SECRET]).has_match(encode(before + SECRET.encode() + b"behind"))


@pytest.mark.parametrize("written", [SECRET, SECRET.encode().hex(), SECRET.encode().hex().upper()])
def test_it_is_known_as_it_is_and_in_hexadecimal(written):
    assert build_encodings([SECRET]).has_match(f"<{written}>".encode())


def test_another_text_is_none():
    assert not build_encodings([SECRET]).has_match(b"opaque/+?>" + b"q7Z" * 8)
    assert not build_encodings([]).has_match(b"anything")


def test_printing_shows_none():
    assert SECRET[:8] not in repr(build_encodings([SECRET]))
    assert build_encodings([SECRET, "short-one"]).max_length == len(SECRET)
