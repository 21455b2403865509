"""From what people paste to the token: everything found, nothing invented, nothing shown."""

import json
import re
import subprocess
import sys
import time
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.gateway import address, client
from inspector_app.gateway.connection import ConnectionOptions
from inspector_app.gateway.token_text import MAX_JSON_LENGTH, read
from inspector_app.session.exchange import Exchange
from tests.gateway.faulty_gateway import answer, replies
from tests.gateway.pastes import JWT, LONG, OPAQUE, PORTAL, READ, SHORT, UNUSABLE


def told(reading):
    return " ".join([repr(reading), *map(str, reading.notes), str(reading.problem)])


@pytest.mark.parametrize("paste", READ, ids=range(len(READ)))
def test_what_people_paste_is_read_right(paste):
    """N2: 88 pastes."""
    reading = read(paste.text)
    assert reading.problem is None
    assert reading.token is not None
    assert reading.token.reveal() == paste.token
    assert reading.host == paste.host
    assert paste.token not in told(reading)


def test_a_token_alone_is_read_without_the_readers_of_anything_else():
    """They take longer to load than all else that a call by the console app needs to read."""
    script = """
import sys
from inspector_app.gateway import token_text
for text, is_alone in (("Bearer {token}", True), ('{{"token": "{token}"}}', False)):
    assert token_text.read(text).token is not None
    loaded = any(one.startswith("inspector_app.gateway.pasted.readers") for one in sys.modules)
    assert loaded is not is_alone
"""
    subprocess.run([sys.executable, "-c", script.format(token=SHORT)], check=True, timeout=50)


@pytest.mark.parametrize("damaged", UNUSABLE, ids=range(len(UNUSABLE)))
def test_what_cannot_be_a_token_is_refused_with_its_own_reason(damaged):
    """N2."""
    reading = read(damaged.text)
    assert reading.token is None
    assert damaged.reason in str(reading.problem)
    assert LONG[:20] not in told(reading)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"Bearer {LONG}", "Left out the word Bearer."),
        (f'"{LONG}"', "Left out quotation marks."),
        (f"{LONG[:9]}\n{LONG[9:]}", "Joined the lines."),
        (f"Bearer%20{LONG}", "Undid the percent-encoding."),
        (f"{LONG[:9]}\u200b{LONG[9:]}", "Left out invisible characters."),
        (f"Authorization: {LONG}", "Took the token from the Authorization header."),
        (f"global_id={LONG}", "Took the token from the cookie global_id."),
        (f"id {LONG} ok", "Took the token out of the text around it."),
    ],
)
def test_what_was_dropped_is_told(text, note):
    """N2: removed and the user told."""
    assert any(note in str(one) for one in read(text).notes)


@pytest.mark.parametrize("token", [LONG, SHORT, JWT])
@pytest.mark.parametrize(
    "text",
    ["%20{}\nThanks", "%22{}\nThanks", "%22\n{}\n\nThanks", "Authorization: Bearer{}", "BEARER{}"],
)
def test_what_stands_around_a_token_is_no_part_of_it(text, token):
    """N2."""
    reading = read(text.format(token))
    assert reading.token is not None
    assert reading.token.reveal() == token


def test_nothing_is_told_of_a_token_that_stood_alone():
    assert read(LONG).notes == ()


INSERTED = [
    *("\u2026", "...", " ", "  ", "\t", "\n", "\r\n", "\u2028", "\u00a0", "\u3000", "\x00", "\x07"),
    *("\x1b[0m", "\x7f", "\x85", "\u200b", "\u200d", "\ufeff", "\u202e", "\u00ad", '"', "'", "`"),
    *("\u201c", "\u2019", "\u00ab", "\u2022\u2022\u2022", "***", "\u0410", "\u00e9", "\uff21"),
    *("\U0001f511", "\ud800", "\udfff", "%0d%0a", "%00", "%e9", "%", "\r\nHost: evil", "\\", "$"),
]


@pytest.mark.parametrize("where", [0, 40, len(LONG)], ids=["before", "inside", "after"])
@pytest.mark.parametrize("inserted", INSERTED, ids=ascii)
def test_a_hostile_string_is_never_sent_altered_and_never_shown(inserted, where):
    """N2: 120 hostile strings."""
    text = LONG[:where] + inserted + LONG[where:]
    reading = read(text)
    sent = reading.token.reveal() if reading.token else None
    assert sent in {None, LONG, text}
    assert (sent is None) == (reading.problem is not None)
    assert LONG[:40] not in told(reading)
    assert LONG[40:] not in told(reading)


@pytest.mark.parametrize("text", [SHORT, LONG, JWT, OPAQUE, "!", "~" * 8192])
def test_a_token_that_is_accepted_is_sent_byte_for_byte(text, serve):
    """N2: 1 to 8192 characters."""
    gateway = serve(replies(answer(b"{}")))
    token = read(text).token
    assert token is not None
    where = address.parse_address(f"http://127.0.0.1:{gateway.port}")
    assert isinstance(
        client.fetch_session_info(where, token, connection=ConnectionOptions(2.0)), Exchange
    )
    assert f"\r\nAuthorization: Bearer {text}\r\n\r\n".encode() in gateway.received


FRAGMENTS = [
    *(
        SHORT,
        LONG[:30],
        JWT,
        PORTAL,
        "curl ",
        "curl '",
        "https://x.example.com/ ",
        " -H ",
        "'",
        '"',
    ),
    *(
        '^"',
        "^\n",
        "`\n",
        "\\\n",
        "$'",
        "\\u0041",
        "authorization: ",
        "Cookie: global_id=",
        "Bearer ",
    ),
    *(
        '{"session":{"id":"',
        '"}}',
        '{"log":{"entries":[',
        "]}",
        "%3D",
        "%",
        "\n",
        "\r\n",
        "> ",
        "\u2026",
    ),
    *(
        "[",
        "{",
        "=",
        ";",
        ",",
        "Basic ",
        "\u201c",
        "Host: ",
        "//[",
        "global_id",
        "apim-accesstoken: x",
    ),
]
TEXTS = st.text() | st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5)).map("".join)


def plainly(text):
    """The text without the quoting, blanks and invisible characters that a reader undoes."""
    text = re.sub(r"\\u([0-9a-fA-F]{1,4})", lambda found: chr(int(found[1], 16)), text)
    for _ in range(3):
        text = unquote(re.sub(r"[\\^`]", "", text), errors="replace")
    return "".join(
        one
        for one in text
        if not one.isspace() and one != ">" and unicodedata.category(one) != "Cf"
    )


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_any_text_is_read_without_an_error_and_no_token_is_invented(text):
    """N2: no traceback; the token stood in the text."""
    reading = read(text)
    assert (reading.token is None) == (reading.problem is not None)
    if reading.token is not None:
        token = reading.token.reveal()
        assert plainly(token) in plainly(text)
        if len(token) > 12:
            assert token not in told(reading)


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="abcXYZ019_-.~+/=", min_size=1, max_size=60), st.sampled_from(FRAGMENTS))
def test_what_is_read_once_is_read_the_same_again(text, around):
    reading = read(around + text)
    if reading.token is not None and len(text) > 1:
        again = read(reading.token.reveal())
        assert again.token in {reading.token, None}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        '{"a":' * 200_000,
        "curl " + "'" * 300_001,
        "curl " + "\\" * 300_001,
        'curl "' + "\\" * 300_001,
        "curl " + '^"' * 50_000,
        "a" * 1_000_000,
        "a " * 500_000,
        "IAM_S_" * 200_000,
        "eyJ." * 200_000,
        "Bearer " * 100_000,
        "authorization:\n" * 20_000,
        "Authorization: x\n" + "a\n" * 20_000,
        '"authorization"' * 20_000,
        "\u201c" * 500_000,
        "%41" * 300_000,
        json.dumps({"a": ["b"] * 50_000}),
        "x" * (MAX_JSON_LENGTH + 1),
    ],
    ids=lambda text: f"{text[:12]!a}",
)
@pytest.mark.timing
def test_a_huge_or_twisted_paste_is_answered_in_time(text):
    begun = time.monotonic()
    reading = read(text)
    assert time.monotonic() - begun < 2.0
    assert (reading.token is None) == (reading.problem is not None)


def test_a_number_too_long_for_python_is_no_error():
    assert read('{"a":' + "1" * (sys.get_int_max_str_digits() + 1) + "}").token is None
