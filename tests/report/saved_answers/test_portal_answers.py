"""What the portal answers, and what its own page is answered, opens from a file."""

import json

import pytest

from inspector_app.inspection.saved_answer_opening import analyze_saved_data
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.parsing.parsed_answer import SessionKind
from inspector_app.session.provenance import Provenance

NOW = 1_780_000_000.0
TOKEN = "APP_PORTAL_S_" + "e2Yn" * 8
PAGE = {
    "id": TOKEN,
    "expires": 3600,
    "createTime": 1_779_999_000_000,
    "refreshTime": 1_779_999_900_000,
    "mfaType": 0,
    "MFACompleted": True,
    "isSsoLogin": False,
    "user": {"id": "u1", "name": "ann", "state": 0},
    "workingOrganization": {"id": "o1", "name": "Head Office"},
}
DATA = {"userId": "u1", "userName": "ann", "currentOrgId": "o1", "currentOrgName": "Head Office"}
DOCUMENTED = {"code": 0, "message": "OK", "data": DATA}
OF_PAGE = {"code": 200, "message": "OK", "data": PAGE}


def recorded(url, body):
    """A recording of a browser."""
    content = {"mimeType": "application/json", "text": json.dumps(body)}
    response = {"status": 200, "headers": [], "content": content}
    entry = {"startedDateTime": "2026-05-28T10:00:00Z", "request": {"url": url}}
    return {"log": {"entries": [{**entry, "response": response}]}}


def opened(content):
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return analyze_saved_data(data, NOW)


PAGE_ADDRESS = "https://portal.example.com/app-portal/web/v1/session/get"


@pytest.mark.parametrize(
    "content",
    [
        DOCUMENTED,
        {"response": DOCUMENTED},
        b"HTTP/1.1 200 OK\r\nVia: kong/3\r\n\r\n" + json.dumps(DOCUMENTED).encode(),
        recorded("https://apim.example.com/app-portal-service/v2.2/session/info", DOCUMENTED),
    ],
)
def test_an_answer_of_the_portal_opens(content):
    result = opened(content)

    assert result.analyzed.parsed.session.kind is SessionKind.PORTAL
    assert result.judge(NOW).code.value == "valid"


@pytest.mark.parametrize("content", [OF_PAGE, recorded(PAGE_ADDRESS, OF_PAGE)])
def test_what_the_page_is_answered_opens_with_its_times(content):
    result = opened(content)
    verdict = result.judge(NOW)

    assert result.analyzed.lifetimes.created == 1_779_999_000
    assert verdict.code.value == "valid"
    assert verdict.provenance is Provenance.OBSERVED


@pytest.mark.parametrize(
    "content", [PAGE, [PAGE], {"body": json.dumps(PAGE)}, recorded(PAGE_ADDRESS, PAGE)]
)
def test_without_its_envelope_it_opens_and_proves_nothing(content):
    assert opened(content).judge(NOW).code.value == "unproven"


@pytest.mark.parametrize("identifier", [TOKEN, "opaque-" + "n4Jq" * 6])
def test_the_credential_in_it_is_shown_nowhere(identifier):
    """A1, E1."""
    result = opened({**OF_PAGE, "data": {**PAGE, "id": identifier}})

    def texts(node):
        yield from (node.value, node.raw, str(node.label))
        for child in node.list_children():
            yield from texts(child)

    shown = "\n".join(texts(result.outline))
    assert identifier[8:] not in shown
    assert "Head Office" in shown


@pytest.mark.parametrize(
    "content",
    [
        {"id": TOKEN, "name": "a token of a list"},
        {"userId": "u1", "userName": "ann"},
        {"workingOrganization": {"id": "o1"}},
        recorded("https://portal.example.com/app-portal/web/v1/menu/get", PAGE),
    ],
)
def test_what_only_looks_like_it_is_refused(content):
    with pytest.raises(UnreadableFileError):
        opened(content)
