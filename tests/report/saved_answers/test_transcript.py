"""What programs, editors and mails put around an answer is taken off, and nothing else is."""

import pytest

from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.report.saved_answers.transcript import (
    decode_text,
    find_head,
    iter_json_starts,
    open_page,
    strip_marks,
)

METER = b"  % Total    % Received\n100   5  0   5    0  0   9  --:--:-- --:--:-- --:--:--  9\n"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (b'{"a": 1}', b'{"a": 1}'),
        (b'{"a":\n' + METER + b"1}", b'{"a":\n1}'),
        (b"```json\n{}\n```\n", b"{}\n"),
        (b"  ~~~\n{}\n{code}\n{noformat}", b"{}\n"),
        (b"    ```\n{}", b"    ```\n{}"),
        (b"\x1b[1;32m{\x1b[0m}\x1b(B", b"{}"),
        (b"> {\r\n>  1\n>}\n>\n\n", b"{\r\n 1\n}\n\n\n"[:-1]),
        (b">> {\n> }", b"> {\n}"),
        (b">>>>>> {}", b"> {}"),
        (b">>>>> {}", b"{}"),
        (b"> {\n}", b"> {\n}"),
        (b"* note\n{}", b"* note\n{}"),
    ],
)
def test_marks_are_taken_off(text, bare):
    assert strip_marks(text) == bare


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (b"* Trying\n> GET /a\n> Host: x\n>\n< HTTP/1.1 200 OK\n< Date: x\n<\n{}",
         b"HTTP/1.1 200 OK\nDate: x\n\n{}"),
        (b"< HTTP/1.1 200 OK\r\n< A: 1\r\n<\r\n{}", b"HTTP/1.1 200 OK\r\nA: 1\r\n\r\n{}"),
        (b"< HTTP/1.1 200 OK\n<p>", b"HTTP/1.1 200 OK\n<p>"),
        (b"< HTTP/1.1 200 OK\n< A: 1\nHTTP/1.1 200 OK\nA: 1\n\n{}", b"HTTP/1.1 200 OK\nA: 1\n\n{}"),
        (b"< HTTP/1.1 200 OK\n| {\n|x\n| }", b"HTTP/1.1 200 OK\n{\n|x\n}"),
        (b"< HTTP/1.1 200 OK\n{ [5 bytes data]\n```\n{}", b"HTTP/1.1 200 OK\n{}"),
        (b"<\n< HTTP/1.1 200 OK\n", b"\nHTTP/1.1 200 OK\n"),
    ],
)  # fmt: skip
def test_of_a_command_that_tells_all_the_answer_is_left(text, bare):
    assert strip_marks(text) == bare


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (b"<html><pre>{&quot;a&quot;: 1}</pre></html>", b'{"a": 1}'),
        (b" \n<PRE class='x'>\xff &#xd800;</PRE>", "\ufffd \ufffd".encode()),
        (b"<html><pre>{}", b"<html><pre>{}"),
        (b"<html></pre>{}", b"<html></pre>{}"),
        (b"see <pre>{}</pre>", b"see <pre>{}</pre>"),
        (b"", b""),
    ],
)
def test_of_a_page_that_shows_a_text_the_text_is_taken(page, shown):
    assert open_page(page) == shown


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"],
)
def test_a_text_is_read_in_its_encoding(encoding):
    text = '{"ä": 1}'
    assert decode_text(text.encode(encoding)) == text.encode()
    if encoding.startswith(("utf-16", "utf-32")):
        assert decode_text(text.encode(encoding) + b"\n") == text.encode()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xff\xfe\0\0{\0\0\0\n\0\0", b"{"),
        (b"\0\0\xfe\xff\0\0\0{\n", b"{"),
        (b"\xfe\xff\0{\n", b"{"),
        (b"{\0}", b"{\0}"),
        (b"a\0\0b", b"a\0\0b"),
        (b"\0\0\0\0", b"\0\0\0\0"),
    ],
)
def test_what_another_program_has_added_is_no_half_of_a_character(data, text):
    assert decode_text(data) == text


@pytest.mark.parametrize("data", [b"\xff\xfe\0\xd8a\0", b"\xff\xfe\0\0\0\0\x11\0", b"{\0}\0\0\xd8"])
def test_what_says_that_it_is_utf_16_and_is_not_is_refused(data):
    with pytest.raises(UnreadableFileError) as refused:
        decode_text(data)
    assert "no text in UTF-16" in str(refused.value.message)
    assert refused.value.__context__ is None  # which would hold the text


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (b'{"a": 1}', [0]),
        (b' [1]\n\t{"b"', [1, 6]),
        (b'got {"a": 1} and [2]', [4]),
        (b"got {\r\n", [4]),
        (b"got {a}", []),
        (b"{\n{\n{\n{\n", [0, 2, 4]),
        (b"", []),
    ],
)
def test_json_begins_a_line_or_stands_behind_a_message(text, starts):
    assert list(iter_json_starts(text, 3)) == starts


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (b"HTTP/2 200\n", 0),
        (b"a\nHTTP/1.1 200 OK\n", 2),
        (b"a HTTP/1.1 200 OK\n", None),
        (b"", None),
    ],
)
def test_a_head_begins_a_line(text, head):
    assert find_head(text) == head
