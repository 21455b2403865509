"""An answer is judged as it is, whatever the program that saved it has put around it."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from functools import reduce
from typing import Any

import pytest

from inspector_app.inspection.saved_answer_opening import analyze_saved_answer
from inspector_app.report.saved_answers.file_parser import parse_saved_answer
from inspector_app.report.saved_answers.models import UnreadableFileError, build_remarks
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import Exchange, TimeSource
from inspector_app.session.interruption import WorkInterruptedError, interruptible
from tests.report.saved_answers import containers
from tests.report.saved_answers.containers import CONTAINERS, HEAD, URL, har, har_entry
from tests.session.answers import DATE, NOW, REFUSAL, SUCCESS

CHAINS = 2_000
DISABLED = {
    **SUCCESS,
    "session": {**SUCCESS["session"], "user": {**SUCCESS["session"]["user"], "state": 1}},
}
BODIES = {
    "valid": json.dumps(SUCCESS).encode(),
    "indented": json.dumps(SUCCESS, indent=2).encode(),
    "disabled": json.dumps(DISABLED, ensure_ascii=False).encode(),
    "not found": json.dumps(REFUSAL).encode(),
}
BODY = BODIES["valid"]


def verdict(data: bytes) -> VerdictCode:
    saved = parse_saved_answer(data, NOW)
    return judge(JudgeInput(analyze_saved_answer(saved).analyzed, saved.taken_at)).code


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as told:
        verdict(data)
    return str(told.value.message)


def remarks(data: bytes) -> str:
    return " ".join(map(str, build_remarks(parse_saved_answer(data, NOW))))


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("name", CONTAINERS)
def test_an_answer_in_one_container_is_judged_as_without_it(name, body):
    """J1: in every dialect, a refusal as well as a session."""
    assert verdict(CONTAINERS[name](BODIES[body])) is verdict(BODIES[body])


def test_an_answer_in_a_chain_of_containers_is_judged_as_without_them_or_refused():
    """J1: up to three containers, one in the other."""
    draw = random.Random(14)
    # A page is a browser's where nothing else says that it was sent: only around all others.
    names = [name for name in CONTAINERS if name != "saved_page"]
    wanted = {name: verdict(body) for name, body in BODIES.items()}
    judged = 0
    for _ in range(CHAINS):
        body = draw.choice(list(BODIES))
        chain = [draw.choice(names) for _ in range(draw.randint(2, 3))]
        chain = [*chain[:2], "saved_page"] if draw.random() < 1 / len(names) else chain
        try:
            data = reduce(lambda inner, name: CONTAINERS[name](inner), chain, BODIES[body])
        except ValueError:
            continue  # no program writes bytes as text
        try:
            assert verdict(data) is wanted[body], (body, chain)
        except UnreadableFileError:
            continue
        judged += 1
    assert judged > CHAINS * 0.7


@pytest.mark.parametrize("status", [204, 401, 407, 302, 100, 502])
def test_a_head_with_nothing_behind_it_but_another_head_is_not_the_answer(status):
    before = f"HTTP/1.1 {status} x\r\nContent-Length: 0\r\nServer: a\r\n\r\n".encode()

    assert verdict(before * 4 + HEAD + b"\r\n" + BODY) is VerdictCode.VALID
    assert f"HTTP {status}" in remarks(before + HEAD + b"\r\n" + BODY)


def test_an_answer_that_is_a_redirect_stays_one():
    """N7."""
    head = b"HTTP/1.1 302 Found\r\nLocation: https://portal.example.com/login\r\n\r\n"

    assert verdict(head) is VerdictCode.REDIRECTED
    assert verdict(head + b"<html>moved</html>") is VerdictCode.REDIRECTED
    assert verdict(head + head) is VerdictCode.REDIRECTED


@pytest.mark.parametrize("between", [b"", b"\n", b"\r\n\r\n"])
def test_two_answers_in_one_file_are_not_chosen_from(between):
    two = HEAD + b"\r\n" + BODY + between + HEAD + b"\r\n" + BODIES["not found"]
    assert "several answers" in refusal(two)
    assert "several answers" in refusal(BODY + b"\n" + BODIES["not found"])
    assert "several answers" in refusal(containers.dump({"a": SUCCESS, "b": REFUSAL}))


@pytest.mark.parametrize("around", [{}, {"status": 200}])
@pytest.mark.parametrize(("depth", "is_found"), [(6, True), (7, False)])
def test_an_answer_is_looked_for_in_so_many_texts_within_texts_and_no_more(around, depth, is_found):
    """R4, J5."""
    text = BODY.decode()
    for _ in range(depth):
        text = json.dumps({**around, "body": text})
    if is_found:
        assert verdict(text.encode()) is VerdictCode.VALID
    else:
        assert refusal(text.encode())


@pytest.mark.parametrize("before", [HEAD.decode() + "\r\n", "It said: "])
def test_a_message_and_a_transcript_count_as_texts_too(before):
    """R4, J5: each body is one more."""

    def wrap(count):
        text = BODY.decode()
        for _ in range(count):
            text = json.dumps({"body": before + text})
        return text.encode()

    assert verdict(wrap(3)) is VerdictCode.VALID
    assert refusal(wrap(4))


def test_text_behind_the_answer_is_left_out_and_said():
    data = HEAD + b"\r\n" + BODY + b"\ncurl: (56) connection reset\n"

    assert verdict(data) is VerdictCode.VALID
    assert "left out" in remarks(data)


def test_what_the_gateway_itself_sent_behind_its_answer_is_not_left_out():
    body = BODY + b"\noops"
    head = HEAD + b"Content-Length: %d\r\n\r\n" % len(body)

    assert verdict(head + body) is VerdictCode.UNREADABLE


@pytest.mark.parametrize(
    ("status", "body", "length", "is_answer"),
    [
        (400, b"odd", None, True),
        (399, b"odd", None, False),
        (200, b"odd", 3, True),
        (200, b"odd", 4, False),
        (200, b"odd", 2, False),
        (200, b"", None, True),
        (200, b" <p>", None, True),
        (200, b" [1]", None, True),
        (200, b"[1", None, False),
        (200, b"1", None, False),
    ],
)
def test_an_odd_body_is_an_answer_where_the_status_or_the_length_explains_it(
    status, body, length, is_answer
):
    said = b"" if length is None else b"Content-Length: %d\r\n" % length
    data = b"HTTP/1.1 %d x\r\nDate: %s\r\n%s\r\n%s" % (status, DATE.encode(), said, body)
    if is_answer:
        saved = parse_saved_answer(data, None)
        assert isinstance(saved.call_result, Exchange)
        assert (saved.call_result.status, saved.call_result.body) == (status, body)
    else:
        assert refusal(data)


@pytest.mark.parametrize("text", ["", "0123 no JSON", '{"fail": false, "session": {"id": "IA'])
def test_a_body_that_saving_may_have_changed_is_not_blamed_on_the_gateway(text):
    told = "" if not text else refusal(HEAD + b"\r\n" + text.encode())

    assert not text or "Save it again" in told or "cut off" in told


def test_the_latest_of_recorded_answers_is_taken_and_said():
    early = har_entry(BODIES["not found"], text=BODIES["not found"].decode())
    early["startedDateTime"] = "2019-07-11T13:00:00Z"
    late = har_entry(BODY, text=BODY.decode())

    assert verdict(har(early, late)) is VerdictCode.VALID
    assert "latest of 2" in remarks(har(late, early))


def test_a_recording_without_a_start_is_dated_by_the_answer():
    entry = har_entry(BODY, text=BODY.decode())
    entry["startedDateTime"] = None
    saved = parse_saved_answer(har(entry), None)

    assert saved.time_source is TimeSource.DATE_HEADER


def test_answers_to_other_calls_are_not_taken_for_this_one():
    entry = har_entry(BODY, text=BODY.decode())
    entry["request"]["url"] = URL.replace("session/info", "organization/info")

    assert "1 other call" in refusal(har(entry))
    assert "1 other call" in refusal(containers.dump(entry))


def test_what_was_sent_is_not_taken_for_the_answer():
    entry = har_entry(b"", size=900)
    entry["request"]["postData"] = {"text": BODY.decode()}

    assert "not what the answer said" in refusal(har(entry))


@pytest.mark.parametrize("body", ["\x1f\ufffd\x08\x00\ufffd", "[REDACTED]", {"text": "[REDACTED]"}])
def test_nothing_beside_a_body_is_taken_for_it(body):
    """The app never claims more than the answer says: of a damaged or removed one that is nothing.

    The near miss: where the response has no body at all, what it holds is looked through.
    """
    held = {"status": 200, "note": {"first": SUCCESS}}
    assert verdict(json.dumps(held).encode()) is VerdictCode.VALID
    assert refusal(json.dumps({**held, "content": body}).encode())


@pytest.mark.parametrize("is_refused", [False, True])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({}, ("with content", "sanitized", "sensitive data")),
        ({"text": "", "size": 900}, ("with content",)),
        ({"text": "[REDACTED]"}, ("sanitized", "sensitive data")),
        ({"text": "*** removed by the proxy ***"}, ("sanitized",)),
        ({"text": "[REDACTED]", "comment": BODY.decode()}, ("sanitized",)),
        ({"text": BODY.decode()[:300]}, ("cut off",)),
        ({"text": "\x1f\ufffd\x08\x00\ufffd"}, ("damaged",)),
    ],
)
def test_a_recording_without_the_answer_is_told_from_one_without_the_call(
    content, words, is_refused
):
    entry = har_entry(BODY, **content)
    if is_refused:
        entry["response"]["status"] = 401
    told = refusal(har(entry))

    assert all(word in told for word in words)


@pytest.mark.parametrize("status", [200, 401])
def test_an_answer_without_a_body_is_one_where_none_was_lost(status):
    entry = har_entry(b"", text="")
    entry["response"]["status"] = status
    saved = parse_saved_answer(har(entry), NOW)

    assert isinstance(saved.call_result, Exchange)
    assert (saved.call_result.status, saved.call_result.body) == (status, b"")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (HEAD + b"Content-Encoding: br\r\n\r\n\x8b\x01\x80\xff", "Brotli"),
        (HEAD + b"Content-Encoding: zstd\r\n\r\n\x28\xb5\x2f\xfd\x04\xff", "Zstandard"),
        (HEAD + b"\r\n\x28\xb5\x2f\xfd\x04\xff", "Zstandard"),
        (containers.gzip_body(BODY)[:-40], "cut off"),
        (HEAD + b"Content-Encoding: gzip\r\n\r\n\xffnothing", "damaged"),
        (gzip.compress(BODY)[:-40], "cut off"),
        (containers.chunked_body(BODY)[:-60], "cut off"),
        (b"PK\x03\x04\xff\xff", "archive"),
        (b"\xd4\xc3\xb2\xa1\xff\xff", "network capture"),
        (b"\xff\xfe{\x00\x00\xd8", "damaged"),
        (b'{"__meta__": {"about": "HTTPie session file"}, "headers": []}', "HTTPie"),
        (b'{"info": {"_postman_id": "a"}, "item": []}', "API client"),
        (b'{"log": {"entries": []}}', "Record again"),
        (b'{"events": [{"session": {"id": "a"}}]}', "neither an export"),
        (b'{"errors": [{"code": 1, "message": "no"}]}', "neither an export"),
        (b'<html><script>var a = {"session": {"id": "a"}}</script></html>', "web page"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(data, words):
    assert words in refusal(data)


@pytest.mark.parametrize(
    "before", [b"", HEAD + b"\r\n", b"note\n", b"HTTP/1.1 200 OK\r\n\r\n", b"{}"]
)
def test_an_answer_that_ends_in_the_middle_is_told_so_whatever_stands_before_it(before):
    for left in (3, 30, len(BODY) // 2):
        assert "its JSON ends in the middle" in refusal(before + BODY[:-left])


def test_an_object_around_an_answer_that_says_otherwise_is_the_answer():
    outer = {"code": 401, "message": "no", "data": SUCCESS}

    assert verdict(containers.dump(outer)) is not VerdictCode.VALID


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_small_file_that_unpacks_to_a_large_one_is_refused(pack):
    """N6."""
    bomb = pack(b" " * (40 * 2**20))

    assert "too large" in refusal(bomb)
    assert "too large" in refusal(HEAD + b"Content-Encoding: gzip\r\n\r\n" + bomb)


def test_a_recording_of_many_megabytes_is_read_and_one_of_too_many_parts_refused():
    fill = {**har_entry(b"", text="x" * (9 * 2**20)), "request": {"url": "https://a.example.com/"}}
    assert verdict(har(fill, har_entry(BODY, text=BODY.decode()))) is VerdictCode.VALID

    many = b'{"log":{"entries":[' + b"{}," * 3_100_000 + b"{}]}}"
    assert "too many parts" in refusal(many)


@pytest.mark.parametrize("name", ["chrome_har", "curl_verbose", "chunked_gzip_body", "terminal"])
def test_the_search_ends_when_it_is_cancelled(name):
    """N5."""
    with interruptible(lambda: True), pytest.raises(WorkInterruptedError):
        parse_saved_answer(CONTAINERS[name](BODY), NOW)


def test_numbers_of_a_wrapped_answer_keep_their_digits():
    body = BODY.replace(b"7200", b"7200.00")
    saved = parse_saved_answer(b'{"data": ' + body + b"}", NOW)

    assert isinstance(saved.call_result, Exchange)
    assert b"7200.00" in saved.call_result.body


def test_status_and_headers_come_from_the_innermost_response():
    inner: Any = {"statusCode": 401, "headers": {"date": DATE}, "body": json.dumps(REFUSAL)}
    saved = parse_saved_answer(HEAD + b"\r\n" + containers.dump(inner), NOW)

    assert isinstance(saved.call_result, Exchange)
    assert saved.call_result.status == 401
    assert saved.call_result.get_header("date") == DATE


WRAPPERS = """
    data response body result results payload content answer value json output text return
    returnValue responseBody response_body raw responseText item items message msg resp res
    object root DATA
""".split()  # noqa: SIM905
GATEWAYS = {"code": 10008, "message": "x", "requestId": "q"}


@pytest.mark.parametrize("name", WRAPPERS)
def test_what_any_program_may_say_is_an_answer_where_nothing_but_a_wrapper_is_around_it(name):
    """J1: and nowhere else, for another program's error would be taken for the gateway's."""
    plain = verdict(json.dumps(GATEWAYS).encode())
    for value in (GATEWAYS, [GATEWAYS], json.dumps(GATEWAYS), {"data": GATEWAYS}):
        assert verdict(json.dumps({name: value}).encode()) is plain
    for value in (GATEWAYS, json.dumps(GATEWAYS)):
        assert "neither an export" in refusal(json.dumps({f"{name}x": value}).encode())


@pytest.mark.parametrize(
    "name", ["request", "originalRequest", "postData", "requestBody", "config", "requestHeaders"]
)
def test_in_what_was_sent_no_answer_is_looked_for(name):
    """J1."""
    for value in (SUCCESS, json.dumps(SUCCESS)):
        assert "neither an export" in refusal(json.dumps({name: value}).encode())
