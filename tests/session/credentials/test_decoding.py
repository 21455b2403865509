"""Whatever a text is escaped or encoded as, one of the views of the bytes has it as it was."""

import base64
import html
import itertools
import json
import quopri
import random
import re
import string
from urllib.parse import quote

import pytest

from inspector_app.session.credentials.decoding import can_be_encoded, iter_views, may_be_encoded

CHANCE = random.Random(29)
LETTERS = string.ascii_letters + string.digits


def invent(size):
    return "".join(CHANCE.choices(LETTERS, k=size)).encode()


SHORTEST = [invent(16) for _ in range(4)]
"""Of the fewest letters that are looked for however they are written."""

MARKED = [b'a+/b="c" <d>&\\e%20;f', "ключ–\U0001f511 <\\n>".encode(), b"0x41=3D&amp;\\u0041%41"]


def write_each(form):
    return lambda data: "".join(form.format(byte) for byte in data).encode()


ESCAPES = {
    "JSON": lambda data: json.dumps(data.decode()).encode(),
    "JSON, slashes too": lambda data: json.dumps(data.decode()).replace("/", "\\/").encode(),
    "JSON units": lambda data: b"".join(
        b"\\u%04X" % int.from_bytes(data.decode().encode("utf-16-be")[place : place + 2])
        for place in range(0, len(data.decode().encode("utf-16-be")), 2)
    ),
    "hex bytes": write_each("\\x{:02x}"),
    "hex bytes in capitals": write_each("\\x{:02X}"),
    "percent": write_each("%{:02x}"),
    "percent in capitals": write_each("%{:02X}"),
    "percent where needed": lambda data: quote(data, safe="").encode(),
    "HTML": lambda data: html.escape(data.decode()).encode(),
    "HTML numbers": lambda data: "".join(f"&#{ord(one)};" for one in data.decode()).encode(),
    "HTML hex": lambda data: "".join(f"&#x{ord(one):X};" for one in data.decode()).encode(),
    "quoted-printable": write_each("={:02X}"),
    "quoted-printable where needed": lambda data: quopri.encodestring(data, quotetabs=True),
}
ENCODINGS = {
    "base64": base64.b64encode,
    "base64 without padding": lambda data: base64.b64encode(data).rstrip(b"="),
    "base64 for addresses": base64.urlsafe_b64encode,
    "hex": lambda data: data.hex().encode(),
    "hex in capitals": lambda data: data.hex().upper().encode(),
    "hex with 0x": lambda data: b" ".join(b"0x%02x" % byte for byte in data),
    "hex with colons": lambda data: data.hex(":").encode(),
}
WAYS = ESCAPES | ENCODINGS


def has_view(data, text, *, is_readable=False):
    return any(
        text in view.data for view in iter_views(data) if not (is_readable and view.is_noise)
    )


@pytest.mark.parametrize("escape", ESCAPES.values(), ids=ESCAPES)
def test_what_is_escaped_is_unescaped_whole(escape):
    """A1."""
    for text in (*SHORTEST, *MARKED):
        written = escape(text)
        assert text in written or has_view(
            b"see " + written + b" and so on", text, is_readable=True
        )


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_what_is_no_ascii_is_decoded_though_its_encoding_has_marks(encode):
    """A1."""
    for text in ("ключ\uffffключ\uffff", "\u00fe\u00ff" * 8, "〿🔑" * 4):
        written = base64.b64encode(text.encode())
        assert b"+" in written or b"/" in written, text
        assert has_view(b"see " + encode(text.encode()) + b" and", text.encode())


@pytest.mark.parametrize("encode", [base64.b32encode, bytes.hex])
@pytest.mark.parametrize(
    "one", ["\x00", "\t", "\n", "\x0b", "\x0c", "\r", "!", "}", "~", "\x80", "¿", "߿", "\U0010ffff"]
)
def test_sixteen_characters_are_a_text_whatever_is_among_them(encode, one):
    """A1."""
    text = f"ABCDEFGH{one}JKLMNOP".encode()
    written = encode(text)
    written = written if isinstance(written, bytes) else written.encode()
    assert has_view(b"see " + written.rstrip(b"=") + b" and", text, is_readable=True)


def test_half_a_character_that_is_escaped_hides_nothing():
    """A1."""
    text = SHORTEST[0]
    for half in (b"\\ud83d", b"%udc00", b"&#xd83d;"):
        assert has_view(half + b" " + ESCAPES["JSON units"](text), text, is_readable=True)


def test_numbers_of_two_lists_are_no_one_text():
    first, second = (b",".join(b"%d" % byte for byte in one) for one in SHORTEST[:2])
    data = b"[" + first + b"] and [" + second + b"]"
    assert has_view(data, SHORTEST[0])
    assert has_view(data, SHORTEST[1])
    assert not has_view(data, SHORTEST[0][-8:] + SHORTEST[1][:8])


def test_sixteen_numbers_of_two_digits_are_enough_and_fifteen_are_not():
    """A1."""
    text = b"K7QX2ZB9NPJM4RTW"
    codes = [b"%d" % byte for byte in text]
    assert set(map(len, codes)) == {2}
    for mark in (b",", b" \xe2\x80\xa2 ", b"\n"):
        assert has_view(b"see " + mark.join(codes) + b" and", text)
        assert not has_view(b"see " + mark.join(codes[1:]) + b" and", text[1:])


@pytest.mark.parametrize("first", ESCAPES)
@pytest.mark.parametrize("second", ESCAPES)
def test_what_is_read_in_two_ways_is_looked_at_once(first, second):
    """J5: pages are escaped in more than one way, and all of a page is in each view of it."""
    page = b"a <b>page</b> of 'words' and marks, 100 % & more: \\n " + SHORTEST[0]
    views = list(iter_views(ESCAPES[first](page) + b"\n" + ESCAPES[second](page)))
    assert len(views) == len(set(views))


def test_numbers_that_are_no_character_are_passed_over():
    codes = [b"%d" % byte for byte in SHORTEST[0]]
    for odd in (b"128", b"255", b"256", b"999"):
        assert has_view(b",".join((odd, *codes[:3], odd, *codes[3:], odd)), SHORTEST[0])


@pytest.mark.parametrize("encode", [base64.b64encode, base64.b32encode, bytes.hex])
def test_what_was_encoded_apart_is_no_one_text(encode):
    """What cannot be a text may stand between two that can."""
    between = SHORTEST[0] + b"\xff\xfe\xff\xff\xfe" + SHORTEST[1]
    written = encode(between)
    data = b"see " + (written.encode() if isinstance(written, str) else written) + b" and"
    assert has_view(data, SHORTEST[0], is_readable=True)
    assert has_view(data, SHORTEST[1], is_readable=True)
    assert not has_view(data, SHORTEST[0][-8:] + SHORTEST[1][:8])


def test_percent_escapes_of_units_and_soft_line_breaks_are_read():
    text = SHORTEST[0]
    assert has_view("".join(f"%u{byte:04x}" for byte in text).encode(), text, is_readable=True)
    for ending in (b"=\n", b"=\r\n", b"= \t\n"):
        assert has_view(text[:5] + ending + text[5:], text, is_readable=True)


@pytest.mark.parametrize("before", [b"", b"x", b"xy", b"xyz"])
@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_what_is_encoded_is_decoded_wherever_the_encoding_begins(encode, before):
    """A1: the shortest that is looked for, too, and behind letters that belong to no encoding."""
    for text in (*SHORTEST, MARKED[0], MARKED[1]):
        written = encode(before + text)
        assert has_view(written, text)
        for around in (b"see %s.", b'{"a": "%s", "b": 1}', b"Q %s", b"Qa9%s", b"<%s>"):
            assert has_view(around.replace(b"%s", written), text)


@pytest.mark.parametrize("first", WAYS)
def test_what_is_written_in_one_way_and_then_in_another_is_read(first):
    """A1: base64 in JSON, JSON in base64."""
    for second in WAYS.keys() - {"hex with 0x", "hex with colons"}:
        for text in SHORTEST[:2]:
            written = b"see " + WAYS[second](b"in " + WAYS[first](text) + b" of it") + b"."
            assert text in written or has_view(written, text), second


@pytest.mark.parametrize("way", ["JSON units", "percent", "base64"])
def test_three_ways_inside_of_each_other_are_read(way):
    text = SHORTEST[0]
    encode = WAYS[way]
    assert has_view(json.dumps({"a": encode(encode(b"x: " + text)).decode()}).encode(), text)


@pytest.mark.parametrize("marks", [b"", b"-_~", b"\0"])
def test_an_encoding_is_found_in_pages_of_prose(marks):
    """A1: runs of small letters are passed over, and what stands close to them is not."""
    prose = b"thequickbrownfoxjumpsoverthelazydog " * 40
    for text, distance in itertools.product(SHORTEST, range(6)):
        written = base64.b64encode(text)
        data = prose + b"x" * distance + marks + written + marks + b"y" * distance + prose
        assert has_view(data, text)
        assert not has_view(data.replace(written, b""), text)


@pytest.mark.parametrize(
    "encode",
    [
        base64.b64encode,
        lambda data: data.hex().encode(),
        lambda data: data.hex(":").encode(),
        lambda data: b":".join(re.findall(b".{1,4}", base64.b64encode(data))),
    ],
)
def test_an_encoding_is_found_at_the_very_beginning_and_end_of_a_page(encode):
    """A1: also one that is cut into pieces."""
    prose = b"thequickbrownfoxjumpsoverthelazydog " * 40
    for text in SHORTEST:
        written = encode(text).rstrip(b"=")
        for data in (written + prose, prose + written, written + b" " + prose + b" " + written):
            assert has_view(data, text)


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("Qa9" * 7 + "Z", True),
        ("Qa9" * 7, False),
        ("a" * 18 + "QQQQ", True),
        ("a" * 18 + "Q9Q9", True),
        ("a" * 19 + "QQQ", False),
        ("a" * 5 + "\\u0041", True),
        ("a" * 9 + "%", True),
        ("a" * 9 + "&", True),
        ("a" * 9 + "=", True),
        ("a" * 8 + "=", False),
        ("a" * 100, False),
        ("Qa-9." * 7, False),
        ("Qa-9." * 8, True),
        ("é" * 50, False),
    ],
)
def test_what_can_be_an_encoding(text, can):
    assert can_be_encoded(text) is can
    if len(text) >= 10:
        letters = "".join(one for one in text if one.isascii() and one.isalnum()).encode()
        assert may_be_encoded(text, letters) is can
