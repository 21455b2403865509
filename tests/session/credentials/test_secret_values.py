"""A long text without any order is a secret by its looks; what people and programs name is none."""

import base64
import hashlib
import random
import string
import uuid

import pytest

from inspector_app.session.credentials.secret_values import (
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
