"""What becomes of each answer to each call beside session info, and what went out with it.

After a change that was meant, ``python -m tests.session.test_companion`` writes ``companions.json``
anew.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from inspector_app.session.analyzed_answer import (
    add_companions,
    add_doubts,
    analyze_answer,
    find_lone_companion,
)
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.doubts import Doubt, DoubtKind
from inspector_app.session.exchange import ApiCall, Failure, FailureKind, Phase, Route
from inspector_app.session.presentation.companion_groups import build_companion_group
from inspector_app.session.presentation.outline_builder import build_outline
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.session.answers import NOW, SUCCESS, changed, exchange
from tests.session.presentation.test_pinned_rows import VIEW, list_rows

FILE = Path(__file__).parent / "companions.json"
ROW: dict[str, Any] = {"id": "o5", "name": "North", "state": 0, "approvalState": 1, "ownerId": "u"}
CONTENTS: dict[str, Any] = {
    "organization": {"organization": ROW, "status": 0},
    "organization of no id": {"organization": {**ROW, "id": None, "state": 9}, "status": 0},
    "organization and a flag": {"organization": ROW, "success": False},
    "empty organization": {"organization": {}, "status": 0},
    "organizations": {"organizations": [ROW, {"id": "o6"}], "code": 200, "message": "OK"},
    "organizations in data": {"data": {"organizations": [ROW]}, "code": 0, "message": "OK"},
    "user": {"data": {"id": "u1", "name": "ann", "email": "", "phone": 5}, "code": 0, "msg": ""},
    "user by id": {"data": {"id": "u1", "nickName": "a", "email": None}, "code": 0, "msg": ""},
    "applications": {"data": {"apps": [{"name": "a"}], "x": 1}, "code": 200, "message": "OK"},
    "access": {"data": {"menus": [{"name": "m"}], "permissions": []}, "code": 0, "message": "OK"},
    "code": {"code": 31403, "message": "no access", "data": None},
    "code alone": {"code": 201},
    "contradiction": {"organization": ROW, "status": 0, "fail": True, "success": True},
    "list": [1, "x"],
    "text": "x",
    "no document": b"<html>IAM_S_" + b"t5Wc" * 8,
    "nothing": b"",
}


def list_companion(kind, content, status, call):
    answer = replace(exchange(content, status), call=call)
    found = analyze_companion(kind, answer)
    kept = ("organization", "organizations", "user", "applications", "access")
    yield f"{found.outcome.value} {found.code} {found.path}"
    yield f"{[getattr(found, name) for name in kept]}"
    analyzed = add_companions(analyze_answer(exchange(SUCCESS)), (found,))
    group = build_companion_group(found, analyzed)
    said = (group.label, group.value, group.format_meaning(VIEW), group.severity, group.is_secret)
    yield f"{group.icon} {group.raw} {' | '.join(map(str, said))}"
    yield from list_rows(group)
    alone = find_lone_companion(analyze_answer(answer))
    yield f"alone: {alone and (alone.kind, alone.outcome, alone.path)}"
    yield from list_rows(build_outline(analyze_answer(answer)))


def pin_all():
    parts: list[tuple[str, Any]] = []
    for number, (kind, name, status) in enumerate(
        product(CompanionKind, CONTENTS, (200, 399, 400))
    ):
        if status == 200 or number % 5 == 0:
            title = f"{kind.value}: {name} {status}"
            parts.append((title, list_companion(kind, CONTENTS[name], status, kind.call)))
    for name in ("organization", "no document"):
        kind = CompanionKind.WORKING_ORGANIZATION
        of_token_service = list_companion(kind, CONTENTS[name], 200, ApiCall.APPLICATION)
        parts.append((f"{name} of the token service", of_token_service))
    return pin_lines(parts)


def test_each_answer_is_read_as_it_was():
    assert_pinned(pin_all(), FILE)


def test_a_call_that_failed_is_answered_by_nobody():
    failure = Failure(FailureKind.TIMED_OUT, Route("gateway.example.com"), NOW, detail="3 s")
    found = analyze_companion(CompanionKind.PORTAL_USER, failure)
    assert (found.outcome.value, found.code, found.document) == ("failed", None, None)


@pytest.mark.parametrize("kind", CompanionKind)
def test_what_a_call_is_about_follows_from_its_kind(kind):
    is_of_iam = kind.call in {ApiCall.ORGANIZATION, ApiCall.ORGANIZATION_LIST}
    assert kind.is_of_portal is not is_of_iam
    assert kind.is_about_applications is kind.value.startswith("application")
    assert kind.path == ("companions", kind.value)


@pytest.mark.parametrize(
    ("call", "phase", "before", "is_written", "is_sent"),
    [
        (ApiCall.SESSION, Phase.WAIT, False, True, True),
        (ApiCall.SESSION, Phase.READ, False, True, True),
        (ApiCall.SESSION, Phase.TLS, False, False, False),
        (ApiCall.SESSION, None, True, False, True),
        (ApiCall.APPLICATION, Phase.WAIT, False, False, False),
        (ApiCall.APPLICATION, Phase.READ, True, False, True),
    ],
)
def test_whether_the_token_went_out_is_known(call, phase, before, is_written, is_sent):
    failure = Failure(
        FailureKind.TIMED_OUT, Route("x"), NOW, phase, call=call, was_token_sent_before=before
    )
    assert (failure.may_have_written_token, failure.may_have_sent_token) == (is_written, is_sent)
    answer = replace(exchange(SUCCESS), call=call, was_token_sent_before=before)
    assert answer.was_token_sent is (before or call is not ApiCall.APPLICATION)


def test_the_whole_document_has_those_of_all_calls_beside_it():
    answer = exchange(SUCCESS)
    plain = analyze_answer(answer)
    assert plain.build_whole_document() is plain.document
    failed = Failure(FailureKind.TIMED_OUT, Route("x"), NOW)
    kinds = (CompanionKind.ORGANIZATION_LIST, CompanionKind.WORKING_ORGANIZATION)
    listed, working = (analyze_companion(kind, exchange({"status": 0})) for kind in kinds)
    silent = analyze_companion(CompanionKind.HOME_ORGANIZATION, failed)
    assert add_companions(plain, (silent,)).build_whole_document() is plain.document
    whole: Any = add_companions(plain, (listed, silent, working)).build_whole_document()
    assert [name for name, _ in whole.root.members][-1] == "companions"
    beside = whole.root.get("companions").members
    assert [name for name, _ in beside] == ["working_organization", "organization_list"]
    of_list = analyze_answer(exchange([1]))
    assert of_list.build_whole_document() is of_list.document
    nothing = analyze_answer(failed)
    assert (nothing.build_whole_document(), nothing.taken_at) == (None, NOW)
    assert plain.taken_at == answer.headers_at


def test_an_answer_of_a_kind_takes_the_place_of_the_one_before():
    first, second = (
        analyze_companion(CompanionKind.ORGANIZATION_LIST, exchange({"status": code}))
        for code in (0, 30404)
    )
    found = add_companions(add_companions(analyze_answer(exchange(SUCCESS)), (first,)), (second,))
    assert found.companions == (second,)
    assert found.get_companion(CompanionKind.ORGANIZATION_LIST) is second
    assert found.get_companion(CompanionKind.HOME_ORGANIZATION) is None


def test_doubts_that_are_known_come_before_those_that_show():
    analyzed = analyze_answer(exchange(changed("success", {"session.status": 7})))
    assert [one.kind for one in analyzed.doubts] == [DoubtKind.UNKNOWN_STATE]
    assert add_doubts(analyzed, frozenset({DoubtKind.UNKNOWN_STATE})) is analyzed
    known = frozenset({DoubtKind.SEVERAL_SESSIONS, DoubtKind.OTHER_SESSION})
    more = add_doubts(analyzed, known | {DoubtKind.UNKNOWN_STATE})
    assert more.doubts == (
        Doubt(DoubtKind.OTHER_SESSION),
        Doubt(DoubtKind.SEVERAL_SESSIONS),
        *analyzed.doubts,
    )


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
