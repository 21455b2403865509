"""Why an application does not open, asked over real sockets: the list, then the access."""

from __future__ import annotations

import json
import time
from urllib.parse import parse_qs, urlsplit

import pytest

from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.application_inspection import (
    can_ask_applications,
    inspect_applications,
)
from inspector_app.inspection.companion_inspection import inspect_companions
from inspector_app.inspection.run_inspection import (
    InspectionRequest,
    InspectionResult,
    run_inspection,
)
from inspector_app.session.companion import CompanionKind
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import Failure, FailureKind
from inspector_app.settings.environment import Environment
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.inspection.test_companion_inspection import read_request

TOKEN = "APP_PORTAL_S_" + "aQ8x" * 8
PREFIX = "/app-portal-service/v2.2/"
SESSION = {"userId": "u1", "userName": "ann", "currentOrgId": "o1", "currentOrgName": "Head Office"}
APPS = [
    {"id": "a1", "code": "c1", "identifier": "asset-monitor", "name": "Assets", "status": True},
    {"id": "a2", "code": "c2", "identifier": "fleet", "name": "Fleet", "status": False},
    {"id": "a3", "code": "c3", "identifier": "x y", "name": "Twin", "status": True},
    {"id": "a4", "code": "c4", "identifier": "twin-4", "name": "Twin", "status": True},
]


class Portal:
    """The portal of one user; ``access`` answers by AccessKey."""

    def __init__(self):
        self.asked = []
        self.access = {}
        self.hanging = ""
        self.answers = {
            "session/info": {"code": 0, "data": SESSION},
            "user/info": {"code": 0, "data": {"id": "u1", "name": "ann"}},
            "user/organization/list": {"code": 0, "data": {"organizations": [{"id": "o1"}]}},
            "user/app/list": {"code": 0, "data": {"apps": APPS}},
        }
        self.served = FaultyGateway(self._script)

    def _script(self, wire):
        path, _, _ = read_request(wire)
        parts = urlsplit(path)
        keys = parse_qs(parts.query).get("accessKey", [""])
        name = parts.path.removeprefix(PREFIX)
        self.asked.append(name if not keys[0] else f"{name} {keys[0]}")
        if name == self.hanging:
            wire.stall()
            return
        content = self.answers.get(name) or self.access.get(keys[0], {"code": 31404})
        wire.send(answer(json.dumps(content).encode()))


@pytest.fixture
def portal():
    served = Portal()
    with served.served:
        yield served


def inspect(portal, token=TOKEN):
    environment = Environment("e1", "Test", f"http://127.0.0.1:{portal.served.port}")
    result = run_inspection(
        InspectionRequest(environment, token), pytest.fail, AccessTokenCache(), Cancellation()
    )
    assert isinstance(result, InspectionResult)
    return result


def ask(result, question=""):
    arguments = (pytest.fail, AccessTokenCache(), Cancellation(), 5.0)
    return [*inspect_applications(result, question, *arguments)]


def code_of(result):
    return result.judge(time.time()).code


def test_a_portal_token_is_inspected_at_the_portal(portal):
    result = inspect(portal)

    assert portal.asked == ["session/info"]
    assert result.url.endswith("/app-portal-service/v2.2/session/info")
    assert code_of(result) is VerdictCode.VALID
    assert can_ask_applications(result)


def test_more_about_its_user_asks_for_user_and_organizations(portal):
    arguments = (pytest.fail, AccessTokenCache(), Cancellation(), 5.0)
    result = [*inspect_companions(inspect(portal), *arguments)][-1]

    assert isinstance(result, InspectionResult)
    assert sorted(portal.asked[1:]) == ["user/info", "user/organization/list"]
    assert {one.kind for one in result.analyzed.companions} == {
        CompanionKind.PORTAL_USER,
        CompanionKind.PORTAL_ORGANIZATION_LIST,
    }


def test_the_list_alone_is_one_call(portal):
    result = ask(inspect(portal))[-1]

    assert portal.asked[1:] == ["user/app/list"]
    assert code_of(result) is VerdictCode.VALID


@pytest.mark.parametrize("question", ["assets", "asset-monitor", "c1", "a1"])
def test_the_access_is_asked_for_by_the_identifier_of_the_list(portal, question):
    portal.access["asset-monitor"] = portal.access["c1"] = portal.access["a1"] = {"code": 31403}
    result = ask(inspect(portal), question)[-1]

    key = "asset-monitor" if question == "assets" else question
    assert portal.asked[1:] == ["user/app/list", f"user/app/resource/info {key}"]
    assert code_of(result) is VerdictCode.NO_ACCESS_TO_APPLICATION


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (True, "The organization has the application, and it is switched on."),
        (1, "The organization has the application."),
        (None, "The organization has the application."),
    ],
)
def test_a_refusal_says_what_the_list_has_of_it(portal, status, told):
    listed = {"identifier": "fleet", "name": "Fleet", "status": status}
    portal.answers["user/app/list"] = {"code": 0, "data": {"apps": [listed]}}
    portal.access["fleet"] = {"code": 31403}
    verdict = ask(inspect(portal), "Fleet")[-1].judge(time.time())
    assert verdict.code is VerdictCode.NO_ACCESS_TO_APPLICATION
    assert str(verdict.detail).endswith(f"no access. {told}")


def test_another_of_its_keys_is_tried_where_the_portal_does_not_know_the_first(portal):
    portal.access["c1"] = {"code": 0, "data": {"menus": [{}], "permissions": []}}
    result = ask(inspect(portal), "Assets")[-1]

    wanted = [f"user/app/resource/info {key}" for key in ("asset-monitor", "c1")]
    assert portal.asked[2:] == wanted
    assert str(result.judge(time.time()).sentence).startswith("The user has access to “Assets”")


@pytest.mark.parametrize("question", ["fleet", "Twin", "Unknown name", "Ghost", "", " "])
def test_nothing_is_asked_where_the_list_decides(portal, question):
    """Switched off, two of one name, no name of the list and no AccessKey either."""
    ask(inspect(portal), question)
    assert portal.asked[1:] == ["user/app/list"]


def test_an_accesskey_that_is_in_no_list_is_asked_for_as_it_is(portal):
    result = ask(inspect(portal), "9f3c-11aa-key")[-1]

    assert portal.asked[-1] == "user/app/resource/info 9f3c-11aa-key"
    assert code_of(result) is VerdictCode.APPLICATION_NOT_PURCHASED


def test_a_second_question_asks_for_the_access_alone_and_replaces_the_first(portal):
    portal.access["asset-monitor"] = {"code": 31403}
    first = ask(inspect(portal), "Assets")[-1]
    portal.asked.clear()
    second = ask(first, "fleet")[-1]

    assert portal.asked == []
    assert code_of(second) is VerdictCode.APPLICATION_SWITCHED_OFF
    assert second.analyzed.get_companion(CompanionKind.APPLICATION_ACCESS) is None


def test_a_list_that_was_refused_is_asked_for_again(portal):
    portal.answers["user/app/list"] = {"code": 31512}
    first = ask(inspect(portal))[-1]
    portal.answers["user/app/list"] = {"code": 0, "data": {"apps": APPS}}
    second = ask(first, "fleet")[-1]

    assert portal.asked.count("user/app/list") == 2
    assert code_of(second) is VerdictCode.APPLICATION_SWITCHED_OFF


def test_a_refused_token_has_no_applications(portal):
    portal.answers["session/info"] = {"code": 31401, "message": "please log in first"}
    result = inspect(portal)

    assert not can_ask_applications(result)
    assert ask(result, "Assets") == []
    assert portal.asked == ["session/info"]


def list_timed_out(result):
    """The kinds of the calls that ended at the deadline."""
    assert isinstance(result, InspectionResult)
    return [
        one.kind
        for one in result.analyzed.companions
        if isinstance(one.call_result, Failure) and one.call_result.kind is FailureKind.TIMED_OUT
    ]


@pytest.mark.parametrize(
    ("hanging", "kind"),
    [
        ("user/app/list", CompanionKind.APPLICATION_LIST),
        ("user/app/resource/info", CompanionKind.APPLICATION_ACCESS),
    ],
)
def test_a_call_about_applications_that_hangs_ends_at_the_common_deadline(portal, hanging, kind):
    """N4: what is known of the session stays."""
    portal.hanging = hanging
    result = inspect(portal)
    arguments = (pytest.fail, AccessTokenCache(), Cancellation(), 0.6)
    last = [*inspect_applications(result, "asset-monitor", *arguments)][-1]

    assert list_timed_out(last) == [kind]
    assert code_of(last) is code_of(result)


def test_a_user_of_the_portal_that_hangs_delays_nothing_else(portal):
    """N4, N5."""
    portal.hanging = "user/info"
    arguments = (pytest.fail, AccessTokenCache(), Cancellation(), 0.6)
    first, last = inspect_companions(inspect(portal), *arguments)

    assert isinstance(first, InspectionResult)
    listed = CompanionKind.PORTAL_ORGANIZATION_LIST
    assert [one.kind for one in first.analyzed.companions] == [listed]
    assert list_timed_out(last) == [CompanionKind.PORTAL_USER]
