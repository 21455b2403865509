"""What a report says of organizations where the answer leaves their names out."""

import pytest

from inspector_app.report.redaction import RedactionLevel
from tests.report.answers import answer_of, build_input, examined, render_text

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist", "type": 2, "state": 0, "authType": 1}


@pytest.mark.parametrize(
    ("organization", "line"),
    [
        ({"name": "Wind North", "id": "o2"}, "Works in: Wind North (o2)"),
        ({"id": "o2"}, "Works in: o2"),
        ({"name": "Wind North"}, "Works in: Wind North"),
    ],
)
def test_an_organization_is_named_by_what_is_there(organization, line):
    answer = answer_of(USER, TOKEN, workingOrganization=organization)
    text = render_text(build_input(examined(answer), RedactionLevel.SECRETS))
    assert line in text.splitlines()
