"""Labelled answers: each file says what was sent, and what must be said of it, no more, no less."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from inspector_app.session.analyzed_answer import AnalyzedAnswer, add_companions, analyze_answer
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.companion import (
    COMPANIONS_NAME,
    Companion,
    CompanionKind,
    analyze_companion,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.diagnosis.verdict_model import Verdict, VerdictCode
from inspector_app.session.exchange import ApiCall, Exchange, Failure, FailureKind, Phase, Route
from inspector_app.session.token import Token
from tests.session.answers import DATE, NOW, changed, exchange
from tests.session.pinned_meaning import FAILURES_FILE, WORDS, is_used, pin_verdict

FILES = sorted((Path(__file__).parent / "scenarios").glob("*.json"))
SCENARIOS = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in FILES}


def answer_of(scenario: dict[str, Any]) -> Exchange | Failure:
    if "failure" in scenario:
        kind = FailureKind(scenario["failure"])
        phase = Phase(scenario["phase"]) if "phase" in scenario else None
        names = ("proxy", "store", "script")
        route = Route("apim-test.example.com", *(scenario.get(name) for name in names))
        call = ApiCall(scenario.get("call", "session"))
        return Failure(kind, route, NOW, phase, scenario.get("detail"), call=call)
    if "like" in scenario:
        content = changed(
            scenario["like"], scenario.get("with", {}), tuple(scenario.get("without", ()))
        )
    else:
        content = scenario.get("answer", scenario.get("text", "").encode())
    answer = exchange(
        content,
        scenario.get("status", 200),
        headers=tuple(scenario.get("headers", {"Date": DATE}).items()),
        at=scenario.get("local_clock", NOW) + 0.5,
        trip=scenario.get("trip", 0.4),
        authorization=AuthorizationScheme(scenario.get("authorization", "Bearer")),
    )
    call = ApiCall(scenario.get("call", "session"))
    return replace(answer, call=call, was_token_sent_before=scenario.get("sent_before", False))


def earlier_of(scenario: dict[str, Any]) -> AnalyzedAnswer | None:
    return analyze_answer(answer_of(scenario["earlier"])) if "earlier" in scenario else None


def companions_of(scenario: dict[str, Any]) -> tuple[Companion, ...]:
    """The answers of the calls beside session info, by kind: as JSON, or as the kind of failure."""
    return tuple(
        replace(
            analyze_companion(CompanionKind(kind), companion_answer_of(kind, sent)),
            subject=sent.get("subject", ""),
        )
        for kind, sent in scenario.get("companions", {}).items()
    )


def companion_answer_of(kind: str, sent: dict[str, Any]) -> Exchange | Failure:
    call = ApiCall(sent["call"]) if "call" in sent else CompanionKind(kind).call
    if "failure" in sent:
        return Failure(FailureKind(sent["failure"]), Route("apim-test.example.com"), NOW, call=call)
    content = sent.get("answer", sent.get("text", "").encode())
    headers = tuple(sent.get("headers", {"Date": DATE}).items())
    return replace(exchange(content, sent.get("status", 200), headers=headers), call=call)


def analyzed_of(scenario: dict[str, Any]) -> AnalyzedAnswer:
    return add_companions(analyze_answer(answer_of(scenario)), companions_of(scenario))


def token_of(scenario: dict[str, Any]) -> Token | None:
    words = {"whole": "IAM_S_" + "a" * 32, "cut": "IAM_S_" + "a" * 20}
    words |= {"portal": "APP_PORTAL_S_" + "a" * 32, "opaque": "a" * 40}
    return Token(words[scenario["token"]]) if "token" in scenario else None


def judge_labelled(scenario: dict[str, Any]) -> Verdict:
    return judge(
        JudgeInput(
            analyzed_of(scenario),
            scenario.get("now", scenario.get("local_clock", NOW)),
            scenario.get("expected_organization", ""),
            token=token_of(scenario),
            earlier=earlier_of(scenario),
        )
    )


def test_the_verdict_is_the_one_that_the_evidence_supports():
    """Whole: severity, action, evidence, findings and steps, and each text by its key."""
    for name, scenario in SCENARIOS.items():
        pinned = json.loads(json.dumps(pin_verdict(judge_labelled(scenario))))
        assert pinned == scenario["expected"], name


def test_words_stand_once_and_none_stands_for_nothing():
    assert len(set(WORDS.values())) == len(WORDS)
    used = json.dumps([scenario["expected"] for scenario in SCENARIOS.values()])
    used += FAILURES_FILE.read_text(encoding="utf-8")
    assert [key for key in WORDS if not is_used(key, used)] == []


def parse_whole(analyzed):
    """All that was sent, the answers of the companions included."""
    documents = {
        one.kind.value: json.loads(one.call_result.body)
        for one in analyzed.companions
        if isinstance(one.call_result, Exchange) and one.document is not None
    }
    return json.loads(analyzed.call_result.body) | {COMPANIONS_NAME: documents}


def test_every_piece_of_evidence_is_in_the_answer():
    missing = []
    for name, scenario in SCENARIOS.items():
        analyzed = analyzed_of(scenario)
        expected = scenario.get("expected_organization", "")
        verdict = judge(JudgeInput(analyzed, NOW, expected))
        found = [path for finding in verdict.findings for path in finding.evidence]
        for path in (*verdict.evidence, *found):
            value = parse_whole(analyzed)
            try:
                for step in path:
                    value = value[step]
            except (LookupError, TypeError):
                missing.append((name, path))
    assert missing == []


def test_every_code_has_at_least_two_scenarios():
    counted = Counter(scenario["expected"]["code"] for scenario in SCENARIOS.values())

    rare = {code.value: counted[code.value] for code in VerdictCode if counted[code.value] < 2}
    assert rare == {}, "add labelled answers to tests/session/scenarios"
    assert len(SCENARIOS) >= 60
