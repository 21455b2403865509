"""An organization that is expected is called as it is in the redacted answer, and as no other."""

import json
from typing import Any

import pytest

from inspector_app.report.redaction import (
    Redaction,
    label_expected_organization,
    redact_analyzed_answer,
)
from inspector_app.session.analyzed_answer import add_companions
from inspector_app.session.companion import CompanionKind, analyze_companion
from tests.report.answers import KEY, answer_of, examined, exchange
from tests.report.test_pseudonyms import alike

TOKEN = "IAM_S_" + "e7Lq" * 8
NAMES = {"working": "Wind North", "resident": "Head Office", "listed": "Solar Farm"}
REDACTION = Redaction(KEY)


def build(ids):
    """The answer about a user of these organizations, and the same without personal data."""
    working, resident, listed = ({"id": ids[one], "name": NAMES[one]} for one in NAMES)
    answer = answer_of({}, TOKEN, workingOrganization=working, residentOrganization=resident)
    content = json.dumps({"organizations": [listed], "status": 0}).encode()
    beside = analyze_companion(CompanionKind.ORGANIZATION_LIST, exchange(content))
    original = add_companions(examined(answer), (beside,))
    return original, redact_analyzed_answer(original, REDACTION)


def read_labels(redacted):
    session = redacted.parsed.session
    return {
        "working": session.working_organization.id.value,
        "resident": session.resident_organization.id.value,
        "listed": redacted.companions[0].organizations.labels[0],
    }


@pytest.mark.parametrize("place", NAMES)
def test_it_is_called_as_in_the_answer_whether_its_id_is_typed_or_its_name(place):
    """E2."""
    ids = {one: f"o-{one}" for one in NAMES}
    original, redacted = build(ids)
    for expected in (ids[place], NAMES[place]):
        label = label_expected_organization(expected, original, redacted, REDACTION)
        assert label == read_labels(redacted)[place]


@pytest.mark.parametrize("members", [{"name": "Wind North"}, {"id": "o-1"}])
def test_one_without_an_id_or_a_name_is_called_as_in_the_answer(members):
    """E2."""
    original = examined(answer_of({}, TOKEN, workingOrganization=members))
    redacted: Any = redact_analyzed_answer(original, REDACTION)
    (expected,) = members.values()
    shown = redacted.parsed.session.working_organization
    label = label_expected_organization(expected, original, redacted, REDACTION)
    assert label
    assert label == (shown.id.value or shown.name.value)


@pytest.mark.parametrize("place", NAMES)
def test_another_ones_short_label_is_not_its_own(place):
    """E2: four hex digits are the same for one in 65,536, who would pass for the other."""
    expected, other = alike()
    original, redacted = build({one: f"o-{one}" for one in NAMES} | {place: other})
    label = label_expected_organization(expected, original, redacted, REDACTION)
    assert label not in read_labels(redacted).values()
