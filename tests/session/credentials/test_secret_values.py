"""A long text without any order is a secret by its looks; what people and programs name is none."""

import base64
import hashlib
import random
import string
import uuid

import pytest

from inspector_app.session.credentials.secret_values import (
    find_bearers,
    find_secret_looking,
    is_identifying_name,
    is_secret_looking,
)

CHANCE = random.Random(13)
LETTERS = string.ascii_letters + string.digits
RANDOM = [
    *("".join(CHANCE.choices(LETTERS, k=size)) for size in (32, 40, 64, 128, 512)),
    *(CHANCE.randbytes(size).hex() for size in (16, 20, 32)),
    *(base64.b64encode(CHANCE.randbytes(size)).decode() for size in (32, 48, 96)),
    *(base64.urlsafe_b64encode(CHANCE.randbytes(size)).decode() for size in (32, 48, 96)),
    "sk_live_" + "".join(CHANCE.choices(LETTERS, k=40)),
]
ORDINARY = [
    str(uuid.UUID(bytes=CHANCE.randbytes(16))),
    "2027-01-15T08:00:00.123456+00:00/2027-01-16T08:00:00.123456+00:00",
    "https://gateway.example.com/enos-iam-service/v2.0/session/info",
    "internal-gateway-12.eu-central-1.elb.example.com",
    "the-very-long-name-of-a-device-in-the-hall-2",
    "PasswordMustBeChangedBeforeTheNextSignIn",
    "a sentence with blanks in it, 32 characters and more, and 1 digit",
    "0" * 64,
    "12345678901234567890123456789012345678901234567890",
    "a1" * 40,
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
    "=" * 80,
    "u15440200922941",
    "",
]


@pytest.mark.parametrize("text", RANDOM)
def test_what_nobody_would_choose_looks_like_a_secret(text):
    assert is_secret_looking(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_what_people_and_programs_name_does_not(text):
    assert not is_secret_looking(text)


def test_it_is_found_in_an_address_as_its_host_too():
    secret = hashlib.sha256(b"x").hexdigest()
    for address in (f"https://{secret}/", f"https://{secret}.example.com/a", f"//x/?a={secret}&b"):
        assert list(find_secret_looking(address)) == [secret]


@pytest.mark.parametrize("name", ["traceId", "request_id", "sha256", "avatar", "etag", "uuid"])
def test_a_name_that_identifies_makes_long_texts_usual(name):
    assert is_identifying_name(name)
    assert not is_identifying_name("note")


@pytest.mark.parametrize("text", RANDOM)
def test_in_a_text_it_is_found_between_what_is_ordinary(text):
    """A1: of base64, what stands between two marks of a path may be too short for it."""
    words = [one for one in text.replace(".", "/").replace("=", "/").split("/") if len(one) >= 32]
    for word in words:
        assert list(find_secret_looking(f"https://x.example.com/a/{word}.b?c={word}")) == [word] * 2
    assert len(words) == 1 or "/" in text


@pytest.mark.parametrize("text", [*ORDINARY, "the-very-long-name-of-a-thing-no-2-in-the-hall"])
def test_nothing_ordinary_is_found_in_an_address(text):
    assert list(find_secret_looking(f"https://x.example.com/{text}?a={text}")) == []


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Qa9" * 10 + "z1", False),
        ("Qa9xW7bK2mZ4tR8vL1nC5pD3sF6gH0jE"[:31], False),
        ("Qa9xW7bK2mZ4tR8vL1nC5pD3sF6gH0jE", True),
        ("Qa9xW7bK2mZ4tR8-L1nC5pD3sF6gH0j_", True),
        ("Qa9xW7bK2mZ4tR8-L1nC5pD3sF6gH0j.", False),
        ("qa9xw7bk2mz4tr8-l1nc5pd3sf6gh0j_", False),
        ("QA9XW7BK2MZ4TR8-L1NC5PD3SF6GH0J_", False),
        ("QaxxWxbKxmZxtRxvLxnCxpDxsFxgHxjE", False),
        ("/a9xW7bK2mZ4tR8vL1nC5pD3sF6gH0jE", False),
        ("Qa9/W7bK2mZ4tR8vL1nC5pD3sF6gH0jE", True),
        ("Qa9xW7bK2mZ4tR8v L1nC5pD3sF6gH0jE", False),
        ("0123456701234567012345670123456x", True),
        ("0123401234012340123401234012340x", False),
        ("Qa9xW7bK2mZ4tR8v" * 512, True),
        ("Qa9xW7bK2mZ4tR8v" * 512 + "x", False),
        *((start + "Qa9xW7bK2mZ4tR8vL1nC5pD3sF6gH0jE", False)
          for start in ("iVBOR", "R0lGOD", "UklGR", "PHN2Zy", "/9j/")),
    ],
)  # fmt: skip
def test_where_a_text_begins_to_look_like_one(text, looks):
    """A1: by length, letters, marks and how often each occurs."""
    assert is_secret_looking(text) is looks


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "Basic", "basic", "BASIC"])
@pytest.mark.parametrize(
    ("value", "is_one"),
    [("dXNlcjpwYXNzd29yZDE", True), ("dXNlcjpwYXNzd2x", False), ("justawordwithoutfigures", False)],
)
def test_what_follows_a_scheme_is_one_where_it_is_no_word(scheme, value, is_one):
    """A1."""
    for text in (f"{scheme} {value}", f"see {scheme}   {value}, and", f"x\n{scheme} {value}\n"):
        assert list(find_bearers(text)) == ([value] if is_one else [])
    assert list(find_bearers(f"un{scheme.lower()} {value}")) == []


IDENTIFYING = """
    id ids uid uuid guid oid urn hash digest checksum md5 sha sha1 etag fingerprint thumbprint
    trace span correlation request version revision commit build serial number picture image
    avatar logo icon photo thumbnail certificate cert pem url uri href link path location host
    domain email mail name sum crc requestid parentuuid passwordhash
""".split()  # noqa: SIM905


@pytest.mark.parametrize("name", IDENTIFYING)
def test_every_identifying_word_makes_long_texts_usual(name):
    assert is_identifying_name(name)
    assert is_identifying_name(f"{name}_id")
    assert is_identifying_name(name.upper()) or len(name) > 8
