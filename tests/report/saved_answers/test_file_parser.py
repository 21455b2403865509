"""Opening what was saved: the same verdict, the same document, and plain words for all the rest."""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector_app.inspection.saved_answer_opening import analyze_saved_answer
from inspector_app.report.formats import iso_timestamps
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import (
    Redaction,
    RedactionLevel,
    redact_analyzed_answer,
    redact_document,
)
from inspector_app.report.report_input import ReportInput
from inspector_app.report.saved_answers import file_parser
from inspector_app.report.saved_answers.file_parser import MAX_FILE_SIZE, parse_saved_answer
from inspector_app.report.saved_answers.models import (
    SavedAnswer,
    UnreadableFileError,
    build_not_live_notice,
    build_remarks,
)
from inspector_app.session.analyzed_answer import AnalyzedAnswer, analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import (
    ApiCall,
    Exchange,
    Failure,
    FailureKind,
    Route,
    TimeSource,
)
from inspector_app.session.parsing import strict_json
from inspector_app.session.parsing.json_document import JsonDocument, dump_json
from tests.report.answers import KEY, answers, render
from tests.report.saved_answers.containers import har, har_entry
from tests.session.answers import CREDENTIAL, DATE, NOW, REFUSAL, SUCCESS
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of, answer_of

FILE_DATE = NOW + 86_400
HEAD = f"HTTP/1.1 200 OK\r\nDate: {DATE}\r\nContent-Type: application/json\r\n\r\n".encode()
ANSWERED = [name for name, one in SCENARIOS.items() if "failure" not in one]
OTHER_KEY = b"o" * 32
TOLD_BY_A_PAGE = {"certificate-400-page"}
"""Answers whose verdict rests on a text that is not JSON, which the first version did not keep."""


def opened(data: bytes | object) -> SavedAnswer:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return parse_saved_answer(body, FILE_DATE)


def refused(data: bytes | object) -> str:
    with pytest.raises(UnreadableFileError) as told:
        opened(data)
    return str(told.value.message)


def exported(analyzed: AnalyzedAnswer, level: RedactionLevel) -> tuple[bytes, AnalyzedAnswer]:
    answer = analyzed.call_result
    now = answer.headers_at if isinstance(answer, Exchange) else answer.failed_at
    redaction = Redaction(KEY, level, analyzed.credentials)
    report_input = ReportInput(
        "Production", JudgeInput(analyzed, now), redaction, url="https://apim.example.com/x"
    )
    return render(report_input, ReportFormat.JSON), redact_analyzed_answer(analyzed, redaction)


def version_1(analyzed: AnalyzedAnswer, level: RedactionLevel) -> dict[str, Any]:
    """What the first release wrote."""
    kept = redact_analyzed_answer(analyzed, Redaction(KEY, level, analyzed.credentials))
    assert isinstance(kept.call_result, Exchange)
    return {
        "schema": "enos-session-inspector/answer",
        "version": 1,
        "level": level.value,
        "taken_at": iso_timestamps.format_utc(kept.call_result.headers_at),
        "environment": "Production",
        "http_status": kept.call_result.status,
        "verdict": {
            "code": judge(JudgeInput(kept, kept.call_result.headers_at)).code.value,
            "sentence": "",
        },
        "answer": None if kept.document is None else json.loads(dump_json(kept.document.root)),
    }


def reread(saved: SavedAnswer) -> AnalyzedAnswer:
    """As it is opened; the verdict's own rules see nothing else."""
    return analyze_saved_answer(saved).analyzed


def judge_at(analyzed, at):
    """The codes of the verdict and of what was found besides."""
    verdict = judge(JudgeInput(analyzed, at))
    return verdict.code, [one.code for one in verdict.findings]


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_export_that_is_opened_says_what_it_said_when_it_was_taken(name):
    for level in RedactionLevel:
        data, before = exported(analyzed_of(SCENARIOS[name]), level)

        saved = opened(data)
        after = reread(saved)

        assert judge_at(after, saved.taken_at) == judge_at(before, saved.taken_at)
        assert saved.environment == "Production"
        assert saved.level is level
        if before.document is not None:
            assert after.document is not None
            assert after.document.root == before.document.root


def test_findings_that_somebody_changed_say_nothing_and_stop_nothing():
    data, _ = exported(analyzed_of(SCENARIOS["valid-documented"]), RedactionLevel.SECRETS)
    page = json.loads(data)
    page["findings"] += ["another", None, 7, ["x"]]
    assert opened(json.dumps(page).encode()).doubts == opened(data).doubts


ANY_CALL = {
    f"{kind} {call.value} {before}": replace(made, call=call, was_token_sent_before=before)
    for kind, made in (
        ("answered", answer_of(SCENARIOS["valid-documented"])),
        ("failed", answer_of(SCENARIOS["failure-redirected"])),
    )
    for call in (ApiCall.SESSION, ApiCall.PORTAL_SESSION, ApiCall.APPLICATION)
    for before in (False, True)
}
WITH_COMPANIONS = [name for name in SCENARIOS if name.startswith("companion-")]


@pytest.mark.parametrize("name", [*ANY_CALL, *WITH_COMPANIONS])
def test_an_export_of_what_was_opened_is_that_which_was_opened(name):
    """Whatever is written is read again; a host that was not exported is not in the details."""
    made = ANY_CALL.get(name)
    analyzed = analyzed_of(SCENARIOS[name]) if made is None else analyze_answer(made)
    first, _ = exported(analyzed, RedactionLevel.SECRETS)
    written = json.loads(first)
    again = json.loads(exported(reread(opened(first)), RedactionLevel.SECRETS)[0])
    if written["request"]["failure"] is not None:
        del written["verdict"]["detail"], again["verdict"]["detail"]
    assert again == written


def test_a_saved_answer_is_parsed_once(monkeypatch):
    """Neither written out to be parsed again, nor read a second time by the inspection."""
    parsed: list[int] = []
    parse = strict_json.parse_document

    def count(data: bytes) -> JsonDocument:
        parsed.append(len(data))
        return parse(data)

    monkeypatch.setattr(strict_json, "parse_document", count)
    analyzed = analyze_answer(answer_of(SCENARIOS["disabled"]))
    export, _ = exported(analyzed, RedactionLevel.SECRETS)
    assert isinstance(analyzed.call_result, Exchange)
    for data in (export, analyzed.call_result.body):
        parsed.clear()
        assert reread(opened(data)).document is not None
        assert parsed == [len(data)]


@pytest.mark.parametrize("name", [name for name in ANSWERED if "call" not in SCENARIOS[name]])
def test_an_export_of_the_first_version_keeps_its_verdict(name):
    analyzed = analyze_answer(answer_of({**SCENARIOS[name], "headers": {}}))

    saved = opened(version_1(analyzed, RedactionLevel.SECRETS))

    was = judge(
        JudgeInput(
            redact_analyzed_answer(analyzed, Redaction(KEY, RedactionLevel.SECRETS)), saved.taken_at
        )
    )
    is_kept = name not in TOLD_BY_A_PAGE
    expected = was.code if is_kept else VerdictCode.UNREADABLE
    assert judge(JudgeInput(reread(saved), saved.taken_at)).code is expected
    assert saved.time_source is TimeSource.RECORDED


def test_the_way_that_a_call_took_is_kept():
    route = Route(
        "apim.example.com",
        "http://proxy.example.com:3128",
        "operating system",
        ignored_proxy_script="http://wpad.example.com/proxy.pac",
    )
    for made in (
        answer_of(SCENARIOS["valid-documented"]),
        answer_of(SCENARIOS["failure-redirected"]),
    ):
        data, _ = exported(analyze_answer(replace(made, route=route)), RedactionLevel.SECRETS)
        assert reread(opened(data)).call_result.route == route


@pytest.mark.parametrize(("total", "kept"), [(0, 0), (3600, 3600), (3600.1, 0), (-1, 0), ("x", 0)])
def test_the_time_that_a_call_took_is_kept_up_to_an_hour(total, kept):
    data, _ = exported(analyzed_of(SCENARIOS["valid-documented"]), RedactionLevel.SECRETS)
    changed = json.loads(data)
    changed["request"]["phases"]["total"] = total
    changed["request"]["headers"] = {"X-Empty": "", "X-None": None, "X-List": [1]}
    answer = reread(opened(json.dumps(changed).encode())).call_result
    assert answer.phases.total == kept
    assert isinstance(answer, Exchange)
    assert answer.headers == (("X-Empty", ""), ("X-None", ""), ("X-List", ""))


VERSION_3_MEMBERS = ("companions",)


@pytest.mark.parametrize("name", [name for name in SCENARIOS if name.startswith("companion-")])
def test_an_export_of_the_second_version_says_what_the_session_alone_says(name):
    for level in RedactionLevel:
        data, _ = exported(analyzed_of(SCENARIOS[name]), level)
        older = {**json.loads(data), "version": 2}
        for member in VERSION_3_MEMBERS:
            del older[member]

        saved = opened(json.dumps(older).encode())

        alone = analyzed_of({**SCENARIOS[name], "companions": {}})
        _, expected = exported(alone, level)
        assert reread(saved).companions == ()
        assert judge_at(reread(saved), saved.taken_at) == judge_at(expected, saved.taken_at)


@given(answers())
def test_what_was_taken_out_stays_out_and_labels_stay_the_same_at_every_further_export(made):
    """E2."""
    first, _ = exported(made.examination, RedactionLevel.PERSONAL)

    analyzed = reread(opened(first))

    assert analyzed.document is not None
    assert redact_document(analyzed.document, Redaction(OTHER_KEY)) == analyzed.document
    assert not analyzed.credentials


@pytest.mark.parametrize("data", [SUCCESS, HEAD + json.dumps(REFUSAL).encode()])
def test_an_export_of_an_opened_answer_knows_no_more_than_that_answer_did(data):
    saved = opened(data)
    again = opened(exported(reread(saved), RedactionLevel.SECRETS)[0])

    assert isinstance(saved.call_result, Exchange)
    assert isinstance(again.call_result, Exchange)
    assert (again.time_source, again.taken_at) == (saved.time_source, saved.taken_at)
    assert again.call_result.status == saved.call_result.status


def test_a_failure_comes_back_as_the_failure_it_was():
    failure = answer_of(SCENARIOS["failure-redirected"])
    assert isinstance(failure, Failure)

    saved = opened(exported(analyze_answer(failure), RedactionLevel.SECRETS)[0])

    assert isinstance(saved.call_result, Failure)
    assert saved.call_result.kind is FailureKind.REDIRECTED
    assert saved.call_result.phase is failure.phase


def test_a_bare_answer_is_judged_as_of_its_files_date_and_says_so():
    saved = opened(SUCCESS)

    assert saved.taken_at == FILE_DATE
    assert saved.time_source is TimeSource.FILE_DATE
    assert "not known" in str(build_not_live_notice(saved, UTC))
    verdict = judge(JudgeInput(reread(saved), saved.taken_at))
    assert "may have ended since" in str(verdict.sentence)  # and no clock is called wrong


def test_an_answer_with_its_head_is_judged_by_the_gateways_own_date():
    saved = opened(HEAD + json.dumps(SUCCESS).encode())

    assert isinstance(saved.call_result, Exchange)
    assert saved.call_result.status == 200
    assert saved.call_result.get_header("content-type") == "application/json"
    assert saved.taken_at == 1562850372.0
    assert saved.time_source is TimeSource.DATE_HEADER
    assert reread(saved).clock.skew is None  # nobody compared two clocks


def test_a_proxys_head_and_an_interim_one_before_the_answers_are_passed_over():
    before = b"HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"

    saved = opened(before + HEAD.replace(b"200 OK", b"401 No") + json.dumps(REFUSAL).encode())

    assert isinstance(saved.call_result, Exchange)
    assert saved.call_result.status == 401
    assert json.loads(saved.call_result.body) == REFUSAL


def test_a_page_with_its_head_is_opened_because_its_status_is_known():
    saved = opened(HEAD.replace(b"200 OK", b"404 Not Found") + b"<html>no</html>")

    assert judge(JudgeInput(reread(saved), saved.taken_at)).code.value == "wrong_path"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_what_windows_tools_do_to_a_text_is_undone(encoding):
    assert isinstance(opened(json.dumps(SUCCESS).encode(encoding)).call_result, Exchange)
    headed = (HEAD + json.dumps(SUCCESS).encode()).decode().encode(encoding)
    assert opened(headed).time_source is TimeSource.DATE_HEADER


@pytest.mark.parametrize("encoding", [None, "base64"])
def test_a_recordings_latest_answer_is_taken(encoding):
    body = json.dumps(SUCCESS)
    text = base64.b64encode(body.encode()).decode() if encoding else body

    def entry(second, url="https://apim.example.com/enos-iam-service/v2.0/session/info"):
        return {
            "startedDateTime": f"2019-07-11T13:06:{second:02}.000Z",
            "time": 500.0,
            "request": {"method": "POST", "url": url, "headers": []},
            "response": {
                "status": 200,
                "headers": [{"name": "Date", "value": DATE}],
                "content": {"text": text, "encoding": encoding or ""},
            },
        }

    other = entry(50, "https://apim.example.com/other")
    saved = opened({"log": {"entries": [entry(10), entry(30), entry(20), other]}})

    assert saved.taken_at == pytest.approx(1562850390.5)
    assert reread(saved).lifetimes is not None
    assert "holds no answer" in refused({"log": {"entries": [other]}})


def test_words_tell_what_was_taken_out_and_the_environment():
    analyzed = analyze_answer(answer_of(SCENARIOS["valid-documented"]))
    words = " ".join(
        map(str, build_remarks(opened(exported(analyzed, RedactionLevel.PERSONAL)[0])))
    )

    assert "labels" in words
    assert "“Production”" in words
    assert build_remarks(opened(SUCCESS)) == ()


def test_what_was_packed_or_grew_in_another_encoding_has_the_bound_of_what_it_became(monkeypatch):
    """J5."""
    body = json.dumps(SUCCESS, ensure_ascii=False) + " " * 2_000
    monkeypatch.setattr(file_parser, "MAX_BODY_SIZE", len(body))
    asian = body.replace("  ", "\u98ce ", 900)
    for packed in (body.encode("utf-16"), gzip.compress(asian.encode()), asian.encode()):
        with pytest.raises(UnreadableFileError, match="too large"):
            parse_saved_answer(packed, 1.0)
    parse_saved_answer(gzip.compress(body.encode()), 1.0)


@pytest.mark.parametrize(("room", "is_read"), [(0, True), (-1, False)])
def test_a_file_and_the_answer_in_it_may_be_as_large_as_their_bounds(monkeypatch, room, is_read):
    """J5: a recording may be larger than the answer in it."""
    body = json.dumps(SUCCESS).encode()
    recorded = har(har_entry(body, text=body.decode()))
    for data, file_size, body_size in (
        (body, 0, len(body) + room),
        (recorded, len(recorded), len(body) + room),
        (recorded, len(recorded) + room, len(body)),
    ):
        monkeypatch.setattr(file_parser, "MAX_FILE_SIZE", file_size)
        monkeypatch.setattr(file_parser, "MAX_BODY_SIZE", body_size)
        if is_read:
            answered: Any = parse_saved_answer(data, 1.0).call_result
            assert answered.body == body
        else:
            with pytest.raises(UnreadableFileError, match="too large"):
                parse_saved_answer(data, 1.0)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"<html></html>", "web page"),
        (b"\x89PNG\r\n\x1a\n\xff\xff", "picture"),
        (b"\x9aNG\xff\xff", "no text in UTF-8"),
        (b"hello", "line 1, column 1"),
        (b'{"status": 0,\n "x": tru', "cut off"),
        (b'{"name": "a package", "version": "1"}', "neither an export"),
        (b'[{"schema": "enos-session-inspector/answer"}]', "neither an export"),
        (b"HTTP/1.1 200 OK\r\nDate: x", "cut off"),
        (b" " * (8 * 2**20 + 1), "more than 8 MiB"),
        (b'{"schema": "' + b"x" * MAX_FILE_SIZE, "more than 32 MiB"),
        (b'{"schema": "enos-session-inspector/answer", "version": 4, "level": "secrets"}', "newer"),
        (b'{"schema": "enos-session-inspector/answer", "version": true}', "damaged"),
        (b'{"schema": "enos-session-inspector/answer", "version": 2, "level": "?"}', "“level”"),
    ],
)
def test_anything_else_is_refused_in_words_that_fit_it(data, words):
    assert words in refused(data)


@pytest.mark.parametrize("name", ["taken_at", "request", "level", "version"])
def test_a_damaged_export_names_the_member(name):
    data, _ = exported(
        analyze_answer(answer_of(SCENARIOS["valid-documented"])), RedactionLevel.SECRETS
    )
    document = json.loads(data)
    document[name] = [1]

    assert f"“{name}" in refused(document)


REQUEST_MEMBERS = ("call", "timed", "status", "headers", "sent_at", "headers_at", "authorization")


@pytest.mark.parametrize("name", REQUEST_MEMBERS)
@pytest.mark.parametrize("odd", ["?", 7.5, True, [1]])
def test_a_damaged_member_of_the_request_is_named_and_nothing_is_judged(name, odd):
    """The app never claims more than a file says."""
    data, _ = exported(
        analyze_answer(answer_of(SCENARIOS["valid-documented"])), RedactionLevel.SECRETS
    )
    document = json.loads(data)
    document["request"][name] = odd

    assert f"“request.{name}" in refused(document)


@pytest.mark.parametrize(("member", "odd"), [("kind", "?"), ("kind", None), ("phase", "?")])
def test_a_damaged_failure_is_named(member, odd):
    failure = next(one for one in SCENARIOS.values() if "failure" in one)
    data, _ = exported(analyze_answer(answer_of(failure)), RedactionLevel.SECRETS)
    document = json.loads(data)
    document["request"]["failure"][member] = odd

    assert f"“request.failure.{member}" in refused(document)


def test_an_answer_of_an_unknown_time_is_not_judged():
    with pytest.raises(UnreadableFileError):
        parse_saved_answer(json.dumps(SUCCESS).encode(), None)


_EXPORT = st.dictionaries(
    st.sampled_from(
        ["version", "taken_at", "http_status", "answer", "verdict", "request", "body_text"]
    ),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=6,
    )
    | st.sampled_from([1, 2, "personal", "2026-11-23T14:02:00Z", {"code": "valid"}]),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
@given(
    st.binary()
    | st.binary().map(lambda rest: HEAD + rest)
    | st.binary().map(lambda rest: b"HTTP/1.1 200 OK\r\n" + rest)
    | _EXPORT.map(
        lambda members: json.dumps(
            {"schema": "enos-session-inspector/answer", "version": 2, "level": "secrets"} | members
        ).encode()
    )
)
def test_no_bytes_raise_anything_but_a_refusal_in_words(data):
    """J1, R6."""
    try:
        words = judge(JudgeInput(reread(opened(data)), NOW)).sentence
    except UnreadableFileError as refusal:
        words = refusal.message
    assert str(words)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_changed_export_is_opened_or_refused_but_never_breaks(data):
    whole, _ = exported(
        analyze_answer(answer_of(SCENARIOS["valid-documented"])), RedactionLevel.SECRETS
    )
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + 1 :]
    try:
        judge(JudgeInput(reread(opened(changed)), NOW))
    except UnreadableFileError as refusal:
        told = str(refusal.message)
    else:
        told = ""
    assert CREDENTIAL not in told
