"""What is taken for which answer: every two members, and many threes, of all documented forms.

After a change of what is recognized, ``python -m tests.session.parsing.test_pinned_forms`` writes
``forms.json`` anew; what then differs is what the change has done.
"""

from __future__ import annotations

import json
import zlib
from itertools import combinations
from pathlib import Path
from typing import Any

from inspector_app.session.doubts import find_doubts
from inspector_app.session.parsing.answer_parser import detect_format, parse_answer
from inspector_app.session.parsing.companion_recognition import (
    get_recognized_type,
    recognize_companion,
)
from inspector_app.session.parsing.organization_info import (
    parse_organization_info,
    parse_organization_list,
)
from inspector_app.session.parsing.portal_applications import (
    iter_entry_names,
    parse_application_access,
    parse_application_list,
)
from inspector_app.session.parsing.portal_session import find_session_content
from inspector_app.session.parsing.strict_json import parse_document
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.session.answers import SUCCESS

FILE = Path(__file__).parent / "forms.json"
ORGANIZATION = {"id": "o1", "name": "Head Office", "state": 1, "approvalState": 0, "ownerId": "u1"}
ROWS = [ORGANIZATION, {"id": " o2 ", "name": "HEAD office"}, {"name": "Wind"}, {"id": 3}, 4]
APPLICATION = {"displayName": "Fleet", "name": "fleet", "identifier": "fl", "code": "c", "id": "7"}
APPS: list[Any] = [
    {**APPLICATION, "status": True, "type": 1},
    {**APPLICATION, "displayName": " ", "code": "", "status": 0},
    {"name": "fl", "id": 8, "status": "false"},
    {"code": "Fleet", "status": None},
    {},
]
MENUS: list[Any] = [
    {"name": "Sites", "children": [{"name": "n" * 101}, {"identifier": "i", "children": [1, {}]}]},
    {"identifier": "only", "children": {"name": "x"}},
]
PORTAL = {"userId": "u1", "userName": "ann", "currentOrgId": "o1", "currentOrgName": "Head Office"}
PAGE = {"id": "APP_PORTAL_S_" + "h3Lw" * 8, "expires": 60, "user": {"id": "u1"}, "MFACompleted": 1}
NONE: list[Any] = []
EMPTY: dict[str, Any] = {}
STATUSES: tuple[Any, ...] = (0, 401, 30404, 500, "0", None)
MESSAGES: tuple[Any, ...] = ("", "no session", "OK", 7)
MEMBERS: list[tuple[str, Any]] = [
    *(("status", one) for one in STATUSES),
    *(("code", one) for one in (0, 200, 401, 30401, 31401, 31999, 32000, 88201, 88202, "x")),
    *(("success", one) for one in (True, False)),
    ("successful", True),
    *(("fail", one) for one in (True, False)),
    ("failed", None),
    *(("message", one) for one in MESSAGES),
    *(("msg", one) for one in ("organization not found", "")),
    *(
        ("session", one)
        for one in (None, EMPTY, NONE, SUCCESS["session"], [SUCCESS["session"]], "x")
    ),
    *(("apim_status", 4011), ("business", "b"), ("requestId", "r"), ("request_id", "r")),
    *(("organization", one) for one in (ORGANIZATION, {"id": "o1"}, {**ORGANIZATION, "id": ""})),
    *(("organizations", one) for one in ([ORGANIZATION], NONE, [{"a": 1}], EMPTY, ROWS)),
    *(("data", one) for one in (None, EMPTY, PORTAL, PAGE, {"userName": "ann", "userId": "u1"})),
    *(("data", one) for one in ({"currentOrgName": "x"}, {"apps": APPS}, {"apps": [1]})),
    *(("data", one) for one in ({"menus": MENUS, "permissions": []}, {"menus": MENUS})),
    *(("data", {"organizations": [ORGANIZATION]}), ("data", {"organizations": [3]})),
    ("data", {"id": "u1", "name": "ann", "email": "", "nickName": "a", "phone": ""}),
    *(PAGE.items()),
    *(("apps", APPS), ("permissions", [1, 2])),
    ("workingOrganization", ORGANIZATION),
    ("isSsoLogin", False),
]


def build_answers():
    """Each member alone, every two, and of the threes one in sixty."""
    for count in (1, 2, 3):
        for number, chosen in enumerate(combinations(MEMBERS, count)):
            is_taken = count < 3 or zlib.crc32(str(number).encode()) % 60 == 0
            if is_taken and len({name for name, _ in chosen}) == count:
                yield dict(chosen)


def describe(answer):
    document = parse_document(json.dumps(answer).encode())
    root: Any = document.root
    found = {status: parse_answer(document, status) for status in (200, 400)}
    for status, one in found.items():
        session = one.session
        yield (
            f"{status} {one.answer_format.name} {one.outcome.name} {one.code} {one.message} "
            f"{session and (session.kind.name, session.path)} {one.has_iam_envelope} "
            f"{one.has_foreign_code} {[(vote.path, vote.is_success) for vote in one.signals]}"
        )
        yield f"{[(one.deviation.name, one.path) for one in one.notes]}"
        yield f"{find_doubts(one)}"
    kind, place = recognize_companion(root), find_session_content(root)
    yield f"{detect_format(root).name} {kind} {get_recognized_type(root)} {place and place[::2]}"
    for parse in (parse_application_list, parse_application_access, parse_organization_info):
        yield f"{parse(root, ('x',))}"
    listed = parse_organization_list(root, ("x",))
    yield f"{listed} {listed and (listed.rows_by_id, listed.rows_by_name, listed.labels)}"
    yield f"{[list(iter_entry_names(root, name)) for name in ('menus', 'permissions')]}"


def describe_applications():
    """What is found in the list by each of its texts."""
    document = parse_document(json.dumps({"data": {"apps": APPS}}).encode())
    root: Any = document.root
    listed: Any = parse_application_list(root, ())
    yield f"{listed.is_whole} {[one.title for one in listed.applications]}"
    for text in ("Fleet", "FLEET", "fleet", "fl", "c", "7", "8", " ", "", "x"):
        yield f"{text}: {[one.row for one in listed.find_all(text)]}"


def pin_all():
    """Without the lines themselves, which are very many: a checksum for each first member."""
    parts: dict[str, list[str]] = {}
    for answer in build_answers():
        lines = list(describe(answer))
        parts.setdefault(" ".join(list(answer)[:1]), []).extend(lines)
    pinned = {name: [lines[0]] for name, lines in pin_lines(parts.items()).items()}
    return pinned | pin_lines([("applications", describe_applications())])


def test_each_form_is_taken_for_what_it_was():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
