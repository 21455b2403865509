import json
import time
import traceback
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.interruption import WorkInterruptedError, interruptible
from inspector_app.session.parsing import strict_json
from inspector_app.session.parsing.json_document import (
    EMPTY_ARRAY,
    JsonArray,
    JsonNumber,
    JsonObject,
    dump_json,
)
from inspector_app.session.parsing.parse_errors import (
    MAX_NUMBER_LENGTH,
    BodyParseError,
    ParseErrorKind,
)
from inspector_app.session.parsing.strict_json import (
    MAX_DEPTH,
    PYTHON_SCANNER_THRESHOLD,
    build_document,
    parse_document,
)
from inspector_app.session.plain_text import escape_invisible

MEBIBYTE = 1 << 20
BOM = b"\xef\xbb\xbf"


def number(text):
    return JsonNumber(text)


def array(*items):
    return JsonArray(items)


def members(*pairs):
    return JsonObject(pairs)


VALID = [
    (b"null", None),
    (b"true", True),
    (b"false", False),
    (b'""', ""),
    (b"0", number("0")),
    (b"-0", number("-0")),
    (b"-0.0", number("-0.0")),
    (b"7200", number("7200")),
    (b"1.00", number("1.00")),
    (b"1E5", number("1E5")),
    (b"1e+5", number("1e+5")),
    (b"0e-00", number("0e-00")),
    (b"-1.5e-400", number("-1.5e-400")),
    (b"1e999999", number("1e999999")),
    (b"1.601192046E12", number("1.601192046E12")),
    (b"[]", array()),
    (b"{}", members()),
    (b" \t\r\n[ \t\r\n] \t\r\n", array()),
    (b"[[],{},[[]]]", array(array(), members(), array(array()))),
    (b"[1 , 2]", array(number("1"), number("2"))),
    (b'{ "a" : { "b" : [ null ] } }', members(("a", members(("b", array(None)))))),
    (b'{"":""}', members(("", ""))),
    (b'{"a":1,"b":2}', members(("a", number("1")), ("b", number("2")))),
    (b'{"a":1,"a":1}', members(("a", number("1")), ("a", number("1")))),
    (rb'"\"\\\/\b\f\n\r\t"', '"\\/\b\f\n\r\t'),
    (rb'"\u0041\u00e9\u98CE"', "Aé风"),
    (rb'"\u0000"', "\x00"),
    (rb'"\ud83d\ude42"', "🙂"),
    (rb'"\ud800"', "\ud800"),
    (rb'"\udc00\ud800"', "\udc00\ud800"),
    (rb'"\ud83d\ud83d\ude42"', "\ud83d🙂"),
    (rb'"\\u0041"', r"\u0041"),
    (rb'"\uffff\ufdd0"', "\uffff\ufdd0"),
    ('"é风🙂"'.encode(), "é风🙂"),
    ('"\x7f\x85\u2028\u202e\ufeff"'.encode(), "\x7f\x85\u2028\u202e\ufeff"),
    ('"\U0010ffff"'.encode(), "\U0010ffff"),
    (b'"[[[{{{ // not a comment"', "[[[{{{ // not a comment"),
    (rb'["\\","]\\\"["]', array("\\", ']\\"[')),
    (b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, None),
    (b'{"a":' * MAX_DEPTH + b"1" + b"}" * MAX_DEPTH, None),
    (b"1" * MAX_NUMBER_LENGTH, number("1" * MAX_NUMBER_LENGTH)),
]


@pytest.mark.parametrize(("data", "root"), VALID)
def test_a_valid_document_is_read(data, root):
    """J1: every valid document is read, numbers and surrogates as they were sent."""
    read = parse_document(data).root
    assert root in (None, read)
    assert parse_document(dump_json(read).encode()).root == read


INVALID = [
    # no value at all
    (b"", ParseErrorKind.EMPTY, 0),
    (b" \r\n\t", ParseErrorKind.EMPTY, 4),
    (BOM, ParseErrorKind.EMPTY, 3),
    # something else than JSON in UTF-8
    (b"<!DOCTYPE html><html></html>", ParseErrorKind.WEB_PAGE, 0),
    (b"\r\n <html>", ParseErrorKind.WEB_PAGE, 3),
    (BOM + b'<?xml version="1.0"?>', ParseErrorKind.WEB_PAGE, 3),
    (b"<html>\xff", ParseErrorKind.WEB_PAGE, 0),
    ('{"a":1}'.encode("utf-16"), ParseErrorKind.WRONG_ENCODING, 0),
    ('{"a":1}'.encode("utf-16-le"), ParseErrorKind.WRONG_ENCODING, 0),
    ('{"a":1}'.encode("utf-16-be"), ParseErrorKind.WRONG_ENCODING, 0),
    ('{"a":1}'.encode("utf-32"), ParseErrorKind.WRONG_ENCODING, 0),
    ('{"a":1}'.encode("utf-32-le"), ParseErrorKind.WRONG_ENCODING, 0),
    ('{"a":1}'.encode("utf-32-be"), ParseErrorKind.WRONG_ENCODING, 0),
    (b"Bad Gateway", ParseErrorKind.PLAIN_TEXT, 0),
    (BOM + b" OK\n", ParseErrorKind.PLAIN_TEXT, 4),
    ("\u62d2\u7edd\u8bbf\u95ee".encode(), ParseErrorKind.PLAIN_TEXT, 0),
    (b"call({})", ParseErrorKind.MALFORMED, 0),
    (b"true or not", ParseErrorKind.TRAILING_DATA, 5),
    (b"X" * 2048, ParseErrorKind.PLAIN_TEXT, 0),
    (b"X" * 2049, ParseErrorKind.MALFORMED, 0),
    (b"Bad\x00Gateway", ParseErrorKind.MALFORMED, 0),
    (b"\x1f\x8b\x08\x00", ParseErrorKind.NOT_UTF8, 1),
    (b"\x28\xb5\x2f\xfd\x04", ParseErrorKind.NOT_UTF8, 1),
    # bytes that are not UTF-8
    (b'["\xff"]', ParseErrorKind.NOT_UTF8, 2),
    (b'{"name":"Z\xf6e"}', ParseErrorKind.NOT_UTF8, 10),
    (b'["\xc0\xaf"]', ParseErrorKind.NOT_UTF8, 2),
    (b'["ok \xed\xa0\x80"]', ParseErrorKind.NOT_UTF8, 5),
    (b'["\xf4\x90\x80\x80"]', ParseErrorKind.NOT_UTF8, 2),
    (b'["\xe9\xa3\x8e \xe9\xa3"]', ParseErrorKind.NOT_UTF8, 6),
    # ends in the middle
    (b"{", ParseErrorKind.TRUNCATED, 1),
    (b"[1,", ParseErrorKind.TRUNCATED, 3),
    (b'{"a"', ParseErrorKind.TRUNCATED, 4),
    (b'{"a":', ParseErrorKind.TRUNCATED, 5),
    (b'{"a":1', ParseErrorKind.TRUNCATED, 6),
    (b'{"a":1,', ParseErrorKind.TRUNCATED, 7),
    (b'{"a":tru', ParseErrorKind.TRUNCATED, 8),
    (b"tru", ParseErrorKind.TRUNCATED, 3),
    (b"nul\n", ParseErrorKind.TRUNCATED, 4),
    (b"[-", ParseErrorKind.TRUNCATED, 2),
    (b"[1.", ParseErrorKind.TRUNCATED, 3),
    (b"[1e+", ParseErrorKind.TRUNCATED, 4),
    (b'"abc', ParseErrorKind.TRUNCATED, 4),
    (b'"abc\\', ParseErrorKind.TRUNCATED, 5),
    (b'"abc\\u00', ParseErrorKind.TRUNCATED, 8),
    (b'"abc\\u0041', ParseErrorKind.TRUNCATED, 10),
    (b'"\\ud83d\\', ParseErrorKind.TRUNCATED, 8),
    (b'["\xe9\xa3', ParseErrorKind.TRUNCATED, 4),
    # numbers that JSON does not have, or that are out of all proportion
    (b"NaN", ParseErrorKind.NOT_A_NUMBER, 0),
    (b"[1, -Infinity]", ParseErrorKind.NOT_A_NUMBER, 4),
    (b"[1562849746, 1.5e300, NaN]", ParseErrorKind.NOT_A_NUMBER, 22),
    ('{"NaN é": [Infinity]}'.encode(), ParseErrorKind.NOT_A_NUMBER, 12),
    (b"1" * (MAX_NUMBER_LENGTH + 1), ParseErrorKind.NUMBER_TOO_LONG, 0),
    (b'["1", 2, -0.' + b"3" * MAX_NUMBER_LENGTH + b"]", ParseErrorKind.NUMBER_TOO_LONG, 9),
    (b"[" + b"9" * 5000 + b"]", ParseErrorKind.NUMBER_TOO_LONG, 1),
    # too deep
    (b"[" * 65 + b"]" * 65, ParseErrorKind.TOO_DEEP, 64),
    (b'{"[":' * 65, ParseErrorKind.TOO_DEEP, 320),
    (rb'["\\",' + b"[" * 64, ParseErrorKind.TOO_DEEP, 69),
    (b'["]]]\\"", ' + b"[" * 64, ParseErrorKind.TOO_DEEP, 73),
    # control characters
    (b'"a\nb"', ParseErrorKind.CONTROL_CHARACTER, 2),
    (b'"a\tb"', ParseErrorKind.CONTROL_CHARACTER, 2),
    ('"é\x00"'.encode(), ParseErrorKind.CONTROL_CHARACTER, 3),
    (b'{"a\x1f":1}', ParseErrorKind.CONTROL_CHARACTER, 3),
    (b"[1,\x0c2]", ParseErrorKind.CONTROL_CHARACTER, 3),
    # more than one document
    (b"{} {}", ParseErrorKind.TRAILING_DATA, 3),
    (b'{"a":1}}', ParseErrorKind.TRAILING_DATA, 7),
    (b"[1]\x00", ParseErrorKind.TRAILING_DATA, 3),
    ('"é" x'.encode(), ParseErrorKind.TRAILING_DATA, 5),
    (b"01", ParseErrorKind.TRAILING_DATA, 1),
    (b"1.", ParseErrorKind.TRAILING_DATA, 1),
    (b"0x1F", ParseErrorKind.TRAILING_DATA, 1),
    # everything else that the grammar does not have
    (b"[1,]", ParseErrorKind.MALFORMED, 2),
    (b'{"a":1 ,\n}', ParseErrorKind.MALFORMED, 7),
    (b"[,1]", ParseErrorKind.MALFORMED, 1),
    (b"[1,,2]", ParseErrorKind.MALFORMED, 3),
    (b"[1 2]", ParseErrorKind.MALFORMED, 3),
    (b"[1}", ParseErrorKind.MALFORMED, 2),
    (b"[01]", ParseErrorKind.MALFORMED, 2),
    (b"[.5]", ParseErrorKind.MALFORMED, 1),
    (b"[5.]", ParseErrorKind.MALFORMED, 2),
    (b"[1e]", ParseErrorKind.MALFORMED, 2),
    (b"[+1]", ParseErrorKind.MALFORMED, 1),
    (b"[--1]", ParseErrorKind.MALFORMED, 1),
    (b"[-NaN]", ParseErrorKind.MALFORMED, 1),
    (b"[0x1F]", ParseErrorKind.MALFORMED, 2),
    (b"[1_000]", ParseErrorKind.MALFORMED, 2),
    ("[\uff11]".encode(), ParseErrorKind.MALFORMED, 1),
    ("[\u0661]".encode(), ParseErrorKind.MALFORMED, 1),
    (b"[True]", ParseErrorKind.MALFORMED, 1),
    (b"[nul]", ParseErrorKind.MALFORMED, 1),
    (b"[undefined]", ParseErrorKind.MALFORMED, 1),
    (b"{a:1}", ParseErrorKind.MALFORMED, 1),
    (b"{'a':1}", ParseErrorKind.MALFORMED, 1),
    (b"{1:2}", ParseErrorKind.MALFORMED, 1),
    (b'{"a" 1}', ParseErrorKind.MALFORMED, 5),
    (b'{"a":}', ParseErrorKind.MALFORMED, 5),
    (b'{"a",1}', ParseErrorKind.MALFORMED, 4),
    (b'{"a":1 "b":2}', ParseErrorKind.MALFORMED, 7),
    (b"]", ParseErrorKind.MALFORMED, 0),
    (b"[/* */1]", ParseErrorKind.MALFORMED, 1),
    (rb'"\x41"', ParseErrorKind.MALFORMED, 1),
    (rb'"\U0041"', ParseErrorKind.MALFORMED, 1),
    (rb'"\u00g1"', ParseErrorKind.MALFORMED, 1),
    (rb'"\u+041"', ParseErrorKind.MALFORMED, 1),
    (rb'"\u 041"', ParseErrorKind.MALFORMED, 1),
    (rb'"\ud83d\u12"', ParseErrorKind.MALFORMED, 7),
    (b"[1\xc2\xa0]", ParseErrorKind.MALFORMED, 2),
    (BOM + BOM + b"1", ParseErrorKind.MALFORMED, 3),
    (b"[1," + BOM + b"2]", ParseErrorKind.MALFORMED, 3),
]


def refusal(data):
    with pytest.raises(BodyParseError) as refused:
        parse_document(data)
    return refused.value


def refusal_if_any(data):
    try:
        parse_document(data)
    except BodyParseError as refused:
        return refused
    return None


@pytest.mark.parametrize(("data", "flaw", "offset"), INVALID)
def test_an_invalid_document_is_refused_with_cause_and_byte_offset(data, flaw, offset):
    """J1: every invalid document is refused with a named cause and byte offset."""
    refused = refusal(data)
    assert (refused.kind, refused.offset) == (flaw, offset)
    assert escape_invisible(str(refused.cause)) == str(refused.cause) == str(refused)


SPACE = b" " * PYTHON_SCANNER_THRESHOLD
ANYWHERE = [
    case
    for case in INVALID
    if case[1] not in {ParseErrorKind.WRONG_ENCODING, ParseErrorKind.NOT_UTF8}
    and not case[0].startswith(BOM)
]


@pytest.mark.parametrize("data", [data for data, _ in VALID])
def test_a_long_document_is_read_the_same(data):
    """J1: another scanner reads it, of the same grammar."""
    assert parse_document(SPACE + data).root == parse_document(data).root


@pytest.mark.parametrize(("data", "flaw", "offset"), ANYWHERE)
def test_a_long_document_is_refused_at_the_same_spot(data, flaw, offset):
    """J1."""
    refused = refusal(SPACE + data)
    assert (refused.kind, refused.offset) == (flaw, PYTHON_SCANNER_THRESHOLD + offset)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The answer is empty."),
        (b"<html>", "The answer is a web page or XML, not JSON."),
        ("{}".encode("utf-16"), "The answer seems to be in UTF-16, not in UTF-8."),
        ("{}".encode("utf-32"), "The answer seems to be in UTF-32, not in UTF-8."),
        (b'{"a', "The answer ends in the middle."),
        (b"[-Infinity]", "-Infinity is not a number in JSON."),
        (b"[" * 65, "The answer is nested more than 64 levels deep."),
        (b'"\x1b"', r"A control character (\u001b) stands where none may."),
        ("[\u202e]".encode(), r"“\u202e” stands where JSON does not allow it."),
    ],
)
def test_the_cause_is_said_in_plain_words(data, words):
    assert str(refusal(data).cause) == words


def test_the_flaw_is_found_by_line_and_column_too():
    refused = refusal('{\n "name": "Zoë",\n "é": nope}'.encode())
    assert (refused.offset, refused.line, refused.column) == (26, 3, 7)


def test_a_refusal_keeps_nothing_of_the_body():
    """A1: the answer may hold a credential, and an error is easily logged."""
    secret = "IAM_S_" + "q" * 40
    for broken in (b"nope}", b"NaN}", b"\xff", b"1"):
        refused = refusal(b'{"id": "' + secret.encode() + b'", "x": ' + broken)
        assert refused.__context__ is None
        assert secret not in "".join(traceback.format_exception(refused))
        assert all(secret not in str(value) for value in vars(refused).values())


def notices(data):
    return [str(notice) for notice in parse_document(data).notices]


def test_an_ordinary_answer_raises_no_notice():
    data = b'{"a": 9007199254740992, "b": [-9007199254740992, 1e99, 0.1, {"a": 1}]}'
    assert notices(data) == []


def test_one_byte_order_mark_is_noticed():
    """J1: one BOM is kept with a warning."""
    assert parse_document(BOM + b" [1]").root == array(number("1"))
    assert notices(BOM + b"[1]") == [
        "The answer begins with a byte order mark, which JSON should not have."
    ]


def test_repeated_names_are_named_in_a_way_that_can_be_shown():
    """J1, J2: duplicate keys are kept with a warning."""
    data = rb'[{"a\u202e":1,"a\u202e":2},{"b":1,"b":2,"b":3,"c":0},{"a\u202e":1,"a\u202e":2}]'
    (notice,) = notices(data)
    assert notice == (
        r"Names that stand more than once in one object: “a\u202e”, “b”. "
        "Every value is kept; the last one counts."
    )


def test_the_same_name_in_two_objects_is_not_repeated():
    assert notices(b'{"id":1,"user":{"id":1},"list":[{"id":1},{"id":1}]}') == []


def test_integers_that_others_may_round_are_noticed_and_kept():
    """J1: integers beyond 2^53 are kept with a warning."""
    data = b"[9007199254740993, -9007199254740993, 1.5e300, 9007199254740992]"
    assert parse_document(data).root == array(
        number("9007199254740993"),
        number("-9007199254740993"),
        number("1.5e300"),
        number("9007199254740992"),
    )
    (notice,) = notices(data)
    assert notice == (
        "Whole numbers beyond 2^53, which other programs may round: "
        "“9007199254740993”, “-9007199254740993”."
    )


def test_a_flood_of_notices_stays_short():
    name = b'"' + b"y" * 5000 + b'"'
    numbers = b",".join(b"1" * 30 + b"%d" % place for place in range(500))
    repeated, inexact = notices(b"{" + name + b":1," + name + b":[" + numbers + b"]}")
    assert "“" + "y" * 60 + "… (+4940)”" in repeated
    assert inexact.endswith("”, … (+490).")
    assert len(repeated + inexact) < 1000


NUMBERS = st.from_regex(
    r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,6})?([eE][+-]?[0-9]{1,3})?", fullmatch=True
).map(JsonNumber)
# A high and a low half that meet in a string are one character in JSON.
STRINGS = st.text(st.characters(codec=None, categories=None), max_size=12).map(
    lambda text: json.loads(json.dumps(text))
)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | STRINGS,
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda items: JsonArray(tuple(items)))
        | st.lists(st.tuples(STRINGS | st.sampled_from("ab"), inner), max_size=4).map(
            lambda pairs: JsonObject(tuple(pairs))
        )
    ),
    max_leaves=12,
)
LAYOUTS = st.sampled_from([None, 0, 1, 2])


@settings(deadline=None, max_examples=150)
@given(VALUES, LAYOUTS)
def test_what_is_written_is_read_back_the_same(value, layout):
    """J1: nothing is lost, whatever the document."""
    text = dump_json(value, layout)
    assert parse_document(text.encode()).root == value
    assert dump_json(parse_document(text.encode()).root, layout) == text


@settings(deadline=None, max_examples=150)
@given(VALUES)
def test_a_part_of_a_document_is_a_document_as_if_it_had_been_parsed_alone(value):
    """J1: root and notices; so that an export's answer need not be written out and parsed again."""
    whole = parse_document(dump_json(JsonObject((("answer", value),))).encode())
    assert isinstance(whole.root, JsonObject)
    alone = parse_document(dump_json(value).encode())
    assert build_document(whole.root.get("answer")) == alone


@settings(deadline=None, max_examples=150)
@given(VALUES, LAYOUTS, st.data())
def test_a_document_that_is_cut_is_known_to_be_cut(value, layout, data):
    """J1: a truncated document is called that, wherever it was cut."""
    whole = dump_json(JsonArray((value,)), layout).encode()
    refused = refusal(whole[: data.draw(st.integers(1, len(whole) - 1))])
    assert refused.kind is ParseErrorKind.TRUNCATED


PIECES = st.sampled_from(
    [b"[", b"]", b"{", b"}", b",", b":", b'"', b"\\", b"\\u", b"\\ud800", b"0", b"-", b".", b"e",
     b"NaN", b"Infinity", b"tru", b"null", b"\x00", b"\n", b" ", b"\xff", b"\xe9\xa3\x8e", BOM,
     b"//", b"<", b"'", b"1" * 1001, b"[" * 70]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(VALUES, LAYOUTS, st.data())
def test_a_mutated_document_is_read_as_others_read_it_or_refused_at_the_spot(value, layout, data):
    """J1: only Unreadable is raised, and up to its offset the document was fine."""
    sent = dump_json(value, layout).encode()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(sent)))
        end = data.draw(st.integers(start, min(len(sent), start + 3)))
        sent = sent[:start] + data.draw(PIECES | st.binary(max_size=2)) + sent[end:]
    refused = refusal_if_any(sent)
    if refused is None:
        assert json.loads(dump_json(parse_document(sent).root)) == json.loads(sent)
    elif refused.kind not in {
        ParseErrorKind.NOT_UTF8,
        ParseErrorKind.TOO_DEEP,
    }:  # these are looked for first
        before = refusal_if_any(sent[: refused.offset])
        assert before is None or before.kind in {ParseErrorKind.TRUNCATED, ParseErrorKind.EMPTY}


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=60) | st.lists(PIECES, max_size=30).map(b"".join))
def test_any_bytes_are_read_or_refused(data):
    """J1: all failures are one error type."""
    refused = refusal_if_any(data)
    assert refused is None or 0 <= refused.offset <= len(data)


def mebibyte(beginning, middle, end):
    return beginning + middle * (MEBIBYTE // len(middle)) + end


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000,
        mebibyte(b"[", b"[],", b"[" * 100),
        mebibyte(b"", b"]", b""),
        mebibyte(b"", b'"', b""),
        mebibyte(b"", b"\\", b""),
        mebibyte(b'"', b"\\n", b""),
        mebibyte(b"", b" ", b""),
        mebibyte(b"[", b" ", b"x"),
        mebibyte(b"", b"1", b""),
        mebibyte(b"[", b"9" * 999 + b",", b"NaN]"),
        mebibyte(b"[", b"1,", b"-Infinity]"),
        mebibyte(b"[", b"-", b"]"),
        mebibyte(b'{"a":1', b',"a":1', b"}"),
        mebibyte(b"[12345678901234567890", b",12345678901234567890", b"]"),
        mebibyte(b'"', "风".encode(), b""),
    ],
)
def test_a_hostile_body_takes_no_more_than_its_size_is_worth(data):
    """J1: depth and length cost linear time and no recursion."""
    start = time.process_time()
    refusal_if_any(data)
    assert time.process_time() - start < 4


@pytest.mark.timing
def test_a_mebibyte_of_an_ordinary_answer_is_read_quickly():
    organization = {"domain": None, "name": "portal 风", "id": "o15578227985571", "type": 2}
    data = json.dumps({"list": [organization] * 12_000}).encode()
    parse_document(data)
    start = time.process_time()
    parse_document(data)
    assert time.process_time() - start < 1  # 0.06 s on a quiet desktop computer


@pytest.mark.parametrize("ahead", range(-4, 3))
@pytest.mark.parametrize("ending", ["\\\\", '\\"', '\\\\\\"', "\\\\\\\\"])
def test_brackets_in_a_string_are_none_wherever_the_body_is_divided(ahead, ending):
    """The body is surveyed 64 KiB at a time; a string or an escape may go on in the next."""
    string = "a" * (65536 - 2 + ahead) + ending + "[" * 100
    body = f'["{string}",[1]]'
    assert parse_document(body.encode()).root == JsonArray(
        (json.loads(f'"{string}"'), JsonArray((JsonNumber("1"),)))
    )
    deep = f'["{string}",{"[" * 64}{"]" * 64}]'
    with pytest.raises(BodyParseError) as refused:
        parse_document(deep.encode())
    assert refused.value.kind is ParseErrorKind.TOO_DEEP


@pytest.mark.parametrize("backslashes", range(1, 6))
@pytest.mark.parametrize("before", ['["', '["a'])
def test_what_is_escaped_where_a_chunk_ends_is_escaped(backslashes, before):
    """Brackets in a string are no levels, wherever the text is cut while it is surveyed."""
    quote = '"' if backslashes % 2 else ""
    beginning = before + "\\" * backslashes
    text = " " * (strict_json._CHUNK_SIZE - len(beginning)) + beginning + quote
    inside = "[" * (MAX_DEPTH + 1)
    root = parse_document(f'{text}{inside}"]'.encode()).root
    assert root == JsonArray((f"{before[2:]}{chr(92) * (backslashes // 2)}{quote}{inside}",))
    for last in (inside, ""):
        with pytest.raises(BodyParseError) as told:
            parse_document(f'{text}{last}",{"[" * MAX_DEPTH}'.encode())
        assert told.value.kind is ParseErrorKind.TOO_DEEP


@pytest.mark.parametrize("levels", [1, MAX_DEPTH // 2, MAX_DEPTH])
def test_levels_count_over_all_chunks(levels):
    """J1: those that an earlier one opened are open still, and the deepest may lie in any."""

    def divide(inner):
        first, gap = "[" * levels, " " * strict_json._CHUNK_SIZE
        body = first + gap + "[" * inner + "]" * inner + gap + "]" * levels
        return (body[:-1] + gap + ",[]]").encode()

    assert parse_document(divide(MAX_DEPTH - levels)).notices == ()
    assert refusal(divide(MAX_DEPTH - levels + 1)).kind is ParseErrorKind.TOO_DEEP


@pytest.mark.parametrize(
    "innermost", ["[[]]", "[{}]", '{"a":{}}', '{"a":[]}', '[[],{},"]"]', '{"}":{}}']
)
def test_the_innermost_levels_count(innermost):
    """J1: the survey looks closer only where the limit may be reached."""

    def nest(levels):
        return ('[{"a":"]"},' * levels + innermost + "]" * levels).encode()

    assert parse_document(nest(MAX_DEPTH - 2)).notices == ()
    assert refusal(nest(MAX_DEPTH - 1)).kind is ParseErrorKind.TOO_DEEP


@pytest.mark.parametrize("text", ["}", "1", '\\"}', "[{}]"])
def test_a_long_text_that_looks_like_hooks_is_read_in_steps(text):
    """R3: in C nothing would be asked in between, and nothing else could run."""
    asked = count()
    texts = [text * 12_000] * (2 * PYTHON_SCANNER_THRESHOLD // (12_000 * len(text)))
    with interruptible(lambda: next(asked) < 0):
        parse_document(('["' + '","'.join(texts) + '"]').encode())
    assert next(asked) >= len(texts)


@pytest.mark.parametrize("is_over_at", [0, 1, 20])
def test_reading_ends_soon_after_it_was_cancelled(is_over_at):
    """N5: it is asked once for every 64 values, objects or numbers."""
    asked = count()
    data = b"[" + b'{"a":1234567},' * 2_000 + b"1]"
    with (
        pytest.raises(WorkInterruptedError),
        interruptible(lambda: next(asked) == is_over_at),
    ):
        parse_document(data)
    assert next(asked) == is_over_at + 1


@pytest.mark.parametrize("value", ["1234567", "{}", '{"a":[]}', '{"a":1}'])
def test_among_many_values_it_is_seldom_asked_whether_to_go_on(value):
    """To ask costs as much as to read one."""
    asked = count()
    with interruptible(lambda: next(asked) < 0):
        parse_document(f"[{','.join([value] * 1_000)}]".encode())
    assert 1_000 / 64 <= next(asked) <= 4 * 1_000 / 64


@pytest.mark.parametrize("value", ["true", "null", "false", "[]", '"a"'])
def test_reading_a_list_of_what_has_no_hook_asks_now_and_then(value):
    """N5: a million and a half of ``true`` took a second after it was cancelled."""
    asked = count()
    body = f'["{"x" * PYTHON_SCANNER_THRESHOLD}"{f",{value}" * 1_000}]'
    with interruptible(lambda: next(asked) < 0):
        parse_document(body.encode())
    before = count()
    with interruptible(lambda: next(before) < 0):
        parse_document(f'["{"x" * PYTHON_SCANNER_THRESHOLD}"]'.encode())
    assert next(asked) - next(before) >= 1_000 // 64


def test_reading_a_long_text_asks_at_each_list():
    """N5: millions of lists alone took two seconds after it was cancelled."""
    asked = count()
    with interruptible(lambda: next(asked) < 0):
        parse_document(('["' + "x" * PYTHON_SCANNER_THRESHOLD + '"' + ",[]" * 500 + "]").encode())
    assert next(asked) >= 500


def test_the_lists_of_the_scanner_end_one_by_one():
    """R3: freed in one go, the three million that a body can hold keep the window for 0.2 s."""
    scanned: list[Any] = [[], [[], ["a"]], "b"]
    built = strict_json._DocumentBuilder().finish_value(scanned)
    assert not any(isinstance(one, list) for one in scanned)
    assert built == JsonArray((JsonArray(), JsonArray((JsonArray(), JsonArray(("a",)))), "b"))
    assert isinstance(built, JsonArray)
    assert built.items[0] is EMPTY_ARRAY
