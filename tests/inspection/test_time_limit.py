"""Reading a paste, a file and an answer end at the deadline, and within 200 ms of a cancel."""

import json
import threading
import time
from dataclasses import replace

import pytest

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.gateway import token_text
from inspector_app.gateway.application import APIM_PATH, AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection import report_making, timed_analysis
from inspector_app.inspection.run_inspection import InspectionRequest, NotSent, run_inspection
from inspector_app.inspection.saved_answer_opening import analyze_saved_data, open_saved_answer
from inspector_app.inspection.time_limit import TimeLimitError, limit_time
from inspector_app.inspection.timed_analysis import analyze_in_time, read_in_time
from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.report_input import redact_report
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.exchange import ApiCall, Exchange, Failure, FailureKind, Phase
from inspector_app.session.interruption import (
    WorkInterruptedError,
    check_interruption,
    interruptible,
)
from inspector_app.session.parsing import strict_json
from inspector_app.settings.environment import Environment
from tests.report.answers import build_input, examined, exchange

WITHIN = 0.2
LONG_JSON = f"[{', '.join([json.dumps({'name': 'ab', 'value': 'cd'})] * 400_000)}]"
"""14 MB: seconds of work."""


def run_cancelled(work):
    """Seconds from the cancel to the end of work that has begun on another thread."""
    is_cancelled, has_begun = threading.Event(), threading.Event()
    seen = []

    def is_over():
        has_begun.set()
        return is_cancelled.is_set()

    def run():
        try:
            with interruptible(is_over):
                work()
        except WorkInterruptedError:
            seen.append(time.monotonic())

    worker = threading.Thread(target=run)
    worker.start()
    assert has_begun.wait(30)
    began = time.monotonic()
    is_cancelled.set()
    worker.join()
    assert seen, "it ended before it was cancelled"
    return seen[0] - began


def large_answer():
    values = [{"name": "ab", "value": f"cd{number}"} for number in range(4000)]
    return examined({"code": 0, "session": {"id": "IAM_S_" + "m" * 32, "list": values}})


def report_as(report_format):
    report = redact_report(build_input(large_answer()))
    return lambda: [render_report(report, report_format) for _ in range(20)]


@pytest.mark.timing
def test_cancelled_redaction_ends_at_once():
    """N5: what is left out of a report is looked for in steps too."""
    report_input = build_input(large_answer())
    assert run_cancelled(lambda: [redact_report(report_input) for _ in range(20)]) < WITHIN


@pytest.mark.timing
@pytest.mark.parametrize("report_format", [ReportFormat.CSV, ReportFormat.JSON])
def test_a_cancelled_report_ends_at_once(report_format):
    """N5: a report that nobody waits for does not hold up the next."""
    assert run_cancelled(report_as(report_format)) < WITHIN


@pytest.mark.timing
@pytest.mark.parametrize(
    "work",
    [
        lambda: token_text.read(LONG_JSON),
        lambda: token_text.read("global_id=\n" * 20_000),
        lambda: token_text.read("curl " + "-H a:b " * 30_000),
        lambda: strict_json.parse_document(LONG_JSON.encode()),
    ],
    ids=["pasted JSON", "pasted lines", "a pasted command", "an answer"],
)
def test_cancelled_reading_ends_at_once(work):
    """N5: the worker is gone, and does not go on beside the next."""
    assert run_cancelled(work) < WITHIN


def test_a_paste_that_takes_too_long_is_not_sent():
    """N4: the deadline counts from the click, not from the call."""
    with DemoGateway() as gateway:
        result = run_inspection(
            InspectionRequest(Environment("e1", "Demo", gateway.origin), LONG_JSON, deadline=0.3),
            lambda: pytest.fail("no stored secret is asked for"),
            AccessTokenCache(),
            Cancellation(),
        )
    assert isinstance(result, NotSent)
    assert "too long" in str(result.problem)


def test_a_cancelled_paste_is_not_read_to_its_end():
    """N5: cancelled while the text is read."""
    cancellation = Cancellation()
    cancellation.cancel()
    with DemoGateway() as gateway, pytest.raises(WorkInterruptedError):
        run_inspection(
            InspectionRequest(Environment("e1", "Demo", gateway.origin), LONG_JSON),
            lambda: pytest.fail("no stored secret is asked for"),
            AccessTokenCache(),
            cancellation,
        )


def test_a_file_that_takes_too_long_is_refused(tmp_path):
    """N4: a file has a deadline like a call."""
    path = tmp_path / "answer.json"
    path.write_text(LONG_JSON[: 7 * 1024 * 1024], encoding="utf-8")
    with pytest.raises(UnreadableFileError) as refused:
        open_saved_answer(path, deadline=0.2)
    assert "too long" in str(refused.value.message)


def test_what_came_on_standard_input_has_a_deadline_too():
    """N4."""
    with pytest.raises(UnreadableFileError) as refused:
        analyze_saved_data(LONG_JSON[: 7 * 1024 * 1024].encode(), 0.0, deadline=0.2)
    assert "too long" in str(refused.value.message)


def test_a_report_that_takes_too_long_is_refused_in_words(monkeypatch):
    """N4."""
    monkeypatch.setattr(report_making, "REPORT_DEADLINE", 0.1)
    assert "too long" in str(report_making.make_in_time(report_as(ReportFormat.JSON)))
    with interruptible(lambda: True), pytest.raises(WorkInterruptedError):
        report_making.make_in_time(check_interruption)


def test_an_inner_limit_keeps_the_one_around_it():
    with interruptible(lambda: True), pytest.raises(WorkInterruptedError), limit_time(60):
        check_interruption()
    with interruptible(lambda: False), pytest.raises(TimeLimitError), limit_time(-1):
        check_interruption()
    check_interruption()


def test_an_answer_that_takes_too_long_to_read_is_a_timeout():
    """N4: the deadline covers what is done with the answer."""
    answer = exchange(LONG_JSON[: 7 * 1024 * 1024].encode())
    analyzed = analyze_in_time(answer, (), 0.0, Cancellation())
    assert isinstance(analyzed.call_result, Failure)
    assert analyzed.call_result.kind is FailureKind.TIMED_OUT


def test_an_answer_that_took_too_long_to_read_says_how_long_it_was_waited_for(monkeypatch):
    def read(answer):
        while isinstance(answer, Exchange):
            check_interruption()
        return answer

    answer = examined({"code": 0}).call_result
    slow = replace(answer, phases=replace(answer.phases, total=7.0))
    monkeypatch.setattr(timed_analysis, "_MIN_TIME", 0.02)
    late = read_in_time(read, slow, 0.0, Cancellation())
    assert (late.kind, late.phase) == (FailureKind.TIMED_OUT, Phase.READ)
    assert 7.0 <= float(late.detail) < 9.0


@pytest.mark.parametrize("was_sent", [True, False])
def test_an_answer_that_took_too_long_to_read_says_where_the_token_went(monkeypatch, was_sent):
    """A1: an access token was refused before the token service answered, and the token with it."""

    def read(answer):
        while isinstance(answer, Exchange):
            check_interruption()
        return answer

    slow = replace(
        examined({"status": 1002}).call_result,
        call=ApiCall.APPLICATION,
        path=APIM_PATH,
        was_token_sent_before=was_sent,
    )
    monkeypatch.setattr(timed_analysis, "_MIN_TIME", 0.02)
    late = read_in_time(read, slow, 0.0, Cancellation())
    assert late.may_have_sent_token is was_sent
    assert (late.call, late.path) == (ApiCall.APPLICATION, APIM_PATH)
