"""A result for a shared screen names nobody, is judged as before, and is given back whole."""

import itertools
import zoneinfo
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.demo.scenarios import list_scenarios
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.masked_result import MaskedResult, mask_result, unmask_result
from inspector_app.inspection.run_inspection import (
    InspectionRequest,
    InspectionResult,
    run_inspection,
)
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict_model import FindingCode
from inspector_app.session.lifetimes import ExpiryPolicy
from inspector_app.session.parsing.json_document import JsonArray, JsonObject, dump_json
from inspector_app.session.presentation import outline_builder
from inspector_app.session.time_format import TimeContext
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import Environment
from tests.report.answers import KEY, NOW, Generated, answers

SCENARIOS = {one.id: one for one in list_scenarios()}
WITHIN = {"slow": 0.2, "silent": 0.2}
"""Seconds to wait for an answer that takes its time; what is shown instead has an address too."""

PERSONAL_FIELDS = {
    *("id", "name", "nickName", "email", "phone", "phoneNumber", "description", "domain"),
    *("createdByUserId", "resourceId", "organizationId"),
}
AT_EACH_END = 20
"""Rows and values looked at, at either end of a list of a hundred thousand."""


def inspected(scenario):
    with DemoGateway() as gateway:
        return inspected_at(gateway, scenario)


def inspected_at(gateway, scenario, before=None):
    result = run_inspection(
        InspectionRequest(
            Environment("e1", "Demo", gateway.origin),
            SCENARIOS[scenario].token,
            before,
            deadline=WITHIN.get(scenario, 15.0),
        ),
        lambda: pytest.fail("no stored secret is asked for"),
        AccessTokenCache(),
        Cancellation(),
    )
    assert isinstance(result, InspectionResult)
    return result


def result_of(analyzed, earlier=None):
    return InspectionResult(
        environment=Environment("e1", "Production", "https://apim.example.com"),
        host="apim.example.com",
        url="https://apim.example.com/",
        is_token_from_vault=False,
        notes=(),
        judge_input=JudgeInput(analyzed, analyzed.taken_at, earlier=earlier),
        supported_expiry=None,
        outline=outline_builder.build_outline(analyzed),
        saved=None,
    )


def ends(items):
    """The items, of a very long row those at either end."""
    if len(items) <= 2 * AT_EACH_END:
        return items
    return (*items[:AT_EACH_END], *items[-AT_EACH_END:])


def personal_in(value):
    """Each text in the answer that tells of a person or an organization who it is."""
    match value:
        case JsonObject(members):
            for name, member in members:
                if name in PERSONAL_FIELDS and isinstance(member, str) and member:
                    yield member
                yield from personal_in(member)
        case JsonArray(items):
            for item in ends(items):
                yield from personal_in(item)
        case _:
            pass


def rows_of(node):
    yield node
    for row in ends(range(node.child_count)):
        yield from rows_of(node.get_child(row))


def shown_of(result, expected_organization=""):
    """All that can be read of it, as one text: each row, and the verdict with its findings."""
    now = result.get_reference_time(NOW)
    view = TimeContext(now, zoneinfo.ZoneInfo("UTC"))
    verdict = result.judge(now, expected_organization)
    cells = (
        (row.label, row.value, row.raw, row.format_meaning(view), row.source, row.path)
        for row in rows_of(result.outline)
    )
    sentences = (one.sentence for one in verdict.findings)
    told = (verdict.sentence, verdict.detail, verdict.next_step, verdict.evidence, *sentences)
    return "\n".join(map(str, itertools.chain(*cells, told)))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_masked_scenario_names_nobody_and_is_judged_and_given_back_as_it_was(scenario):
    """E1."""
    result = inspected(scenario)
    document = result.analyzed.document
    personal = set() if document is None else set(personal_in(document.root))

    masked = mask_result(result, KEY)

    shown = shown_of(masked)
    assert [one for one in personal if one in shown] == []
    assert masked.judge(NOW).code is result.judge(NOW).code
    assert masked.has_answer is result.has_answer
    assert unmask_result(masked) is result
    assert unmask_result(result) is result


def test_what_names_nobody_stays_as_it_was():
    known = replace(
        inspected("valid"),
        is_token_from_vault=True,
        notes=(tr("A quotation mark was left out."),),
        supported_expiry=ExpiryPolicy.FIXED,
    )
    masked = mask_result(known, KEY)
    replaced = {"judge_input", "outline"}
    names = {one.name for one in fields(InspectionResult)} - replaced
    assert {name: getattr(masked, name) for name in names} == {
        name: getattr(known, name) for name in names
    }


def test_unmasked_the_same_rows_name_somebody():
    """Without that, the test above would look for nothing."""
    result = inspected("other_organization")
    assert result.analyzed.document is not None
    personal = set(personal_in(result.analyzed.document.root))
    personal.remove(SCENARIOS["other_organization"].token)  # a row shows its mask
    assert len(personal) >= 8
    shown = shown_of(result)
    assert [one for one in personal if one not in shown] == []


def test_all_else_stays_as_it_is():
    result = inspected("valid")
    masked = mask_result(result, KEY)
    changed = {"judge_input", "outline"}
    for one in fields(InspectionResult):
        is_same = getattr(masked, one.name) is getattr(result, one.name)
        assert is_same is (one.name not in changed), one.name


def test_an_earlier_answer_is_masked_too():
    """E1."""
    with DemoGateway() as gateway:
        first = inspected_at(gateway, "valid")
        result = inspected_at(gateway, "valid", first)
    assert result.judge_input.earlier is first.analyzed
    masked = mask_result(result, KEY)
    assert masked.judge_input.earlier is not None
    assert masked.judge_input.earlier.document is not None
    assert first.analyzed.document is not None
    personal = set(personal_in(first.analyzed.document.root))
    assert personal.isdisjoint(personal_in(masked.judge_input.earlier.document.root))


@pytest.mark.parametrize("expected", ["", "the same", "o15601238999999"])
def test_an_expected_organization_is_compared_without_being_named(expected):
    result = inspected("valid")
    organization = result.analyzed.parsed.session.working_organization.id.value
    expected = organization if expected == "the same" else expected

    masked = mask_result(result, KEY)

    codes = [one.code for one in masked.judge(NOW, expected).findings]
    assert codes == [one.code for one in result.judge(NOW, expected).findings]
    assert (FindingCode.OTHER_THAN_EXPECTED in codes) is (expected not in {"", organization})
    shown = shown_of(masked, expected)
    assert organization not in shown
    assert not expected or expected not in shown


@settings(deadline=None, max_examples=60)
@given(answers())
def test_no_generated_answer_names_anybody_when_it_is_masked(generated: Generated):
    """E1."""
    result = result_of(generated.examination, earlier=generated.examination)

    masked = mask_result(result, KEY)

    assert isinstance(masked, MaskedResult)
    shown = shown_of(masked, generated.personal[0])
    assert masked.judge_input.earlier is not None
    for document in (masked.analyzed.document, masked.judge_input.earlier.document):
        shown += "" if document is None else dump_json(document.root, None)
    assert [one for one in generated.personal if one in shown] == []
    assert generated.credential not in shown
    assert unmask_result(masked) is result
