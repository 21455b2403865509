import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from inspector_app.demo.scenarios import Scenario, offered
from inspector_app.report import json_report
from inspector_app.report.credential_scan import CredentialFound, holds_credential
from inspector_app.report.redaction import Level, redact
from inspector_app.session.document import JsonObject, written
from inspector_app.session.examination import examine
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.strict_json import parse
from tests.report.answers import NOW, Generated, answer_of, answers, examined, exchange, material

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 0, "state": 0}


def test_the_envelope_says_what_when_where_and_how_it_was_judged():
    export = json.loads(json_report.export(material(examined(answer_of(USER, TOKEN)))))
    assert list(export) == [
        "schema",
        "version",
        "level",
        "taken_at",
        "environment",
        "http_status",
        "verdict",
        "answer",
    ]
    assert export["schema"] == "enos-session-inspector/answer"
    assert export["version"] == 1
    assert export["level"] == "personal"
    assert export["taken_at"] == "2027-01-15T08:00:00Z"
    assert export["environment"] == "Production"
    assert export["http_status"] == 200
    assert export["verdict"]["code"] == "valid"
    assert export["verdict"]["sentence"].startswith("Session valid")


def test_a_page_and_a_failure_are_exported_without_an_answer():
    page = examine(exchange(b"<html><title>Sign in</title></html>"))
    export = json.loads(json_report.export(material(page)))
    assert (export["http_status"], export["answer"]) == (200, None)
    assert export["verdict"]["code"] == "not_enos"
    failure = examine(Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW))
    export = json.loads(json_report.export(material(failure)))
    assert (export["http_status"], export["answer"]) == (None, None)
    assert export["verdict"]["code"] == "timed_out"


def test_nothing_is_handed_out_if_a_credential_would_be_in_it():
    """E1."""
    asked = material(examined(answer_of(USER, TOKEN)))
    in_our_own_words = replace(
        asked, redaction=replace(asked.redaction, credentials=("session-inspector",))
    )
    with pytest.raises(CredentialFound):
        json_report.export(in_our_own_words)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("scenario", offered()[:-1], ids=lambda one: one.id)
def test_every_scenario_of_the_demo_can_be_exported(scenario: Scenario, level: Level):
    """E1."""
    answer = scenario.answer(NOW)
    examination = examine(exchange(answer.body, answer.status))
    data = json_report.export(material(examination, level, (scenario.token,)))
    assert not holds_credential(data, [scenario.token])
    assert data.isascii()


@settings(deadline=None, max_examples=60)
@given(answers())
def test_every_export_is_safe_the_same_again_and_parses_to_the_redacted_document(
    generated: Generated,
):
    """E1, E7."""
    for level in Level:
        asked = material(generated.examination, level)
        data = json_report.export(asked)
        assert not holds_credential(data, [generated.credential])
        assert json_report.export(material(generated.examination, level)) == data
        document = asked.examination.document
        assert document is not None
        root = parse(data).root
        assert isinstance(root, JsonObject)
        assert root.get("answer") == redact(document, asked.redaction).root
        if level is Level.PERSONAL:
            text = json.dumps(json.loads(data), ensure_ascii=False)
            assert not [one for one in generated.personal if one in text]


def test_numbers_are_exported_digit_for_digit():
    """E7."""
    body = b'{"status":0,"success":true,"session":{"expires":7.2E+3,"createTime":1e400}}'
    data = json_report.export(material(examine(exchange(body)), Level.SECRETS))
    assert b"7.2E+3" in data
    assert b"1e400" in data


def test_times_before_the_epoch_and_fractions_are_written_too():
    assert json_report.utc(-0.5) == "1970-01-01T00:00:00Z"
    assert json_report.utc(1_800_000_000.999) == "2027-01-15T08:00:00Z"


def test_an_export_can_be_written_as_text():
    data = json_report.export(material(examined(answer_of(USER, TOKEN))))
    assert written(parse(data).root) + "\n" == data.decode()
