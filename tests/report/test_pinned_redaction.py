"""What each documented field of each object becomes, whatever it holds, and what texts become.

After a change that was meant, ``python -m tests.report.test_pinned_redaction`` writes
``redacted.json`` anew; what then differs is what the change has done: read it line by line.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from inspector_app.report.redaction import Redaction, RedactionLevel, redact_analyzed_answer
from inspector_app.session.analyzed_answer import add_companions, analyze_answer
from inspector_app.session.companion import CompanionKind, analyze_companion
from inspector_app.session.exchange import Failure, FailureKind, Phase, Route, TlsInfo
from inspector_app.session.parsing.documented_fields import list_fields
from inspector_app.session.parsing.field_spec import ObjectType
from inspector_app.session.parsing.json_document import dump_json
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.report.answers import KEY
from tests.session.answers import NOW, exchange

FILE = Path(__file__).parent / "redacted.json"
TOKEN = "IAM_S_" + "n8Gd" * 8
VALUES: tuple[Any, ...] = (
    *("ann", "Ann", "ANN_BELL", "MEDIUM", "AB", "A_", "2019-07-11 12:55:46.0", "+49 (30) 123456"),
    *(
        "u15578227990211",
        "",
        " ",
        TOKEN,
        f"id={TOKEN};",
        "[credential removed]",
        "IAM_S_" + "•" * 12,
    ),
    *(0, 7, 15578227990211, 1.5, True, None, ["ann", 3, {"k": "v"}], {"ann": "x", "n1": [1]}),
    *("x" * 40, "7" * 41, "4f-request-id", "王小明", "a@b.example.com"),
)
MESSAGE = (
    "Ann (ann, ANN_BELL, u15578227990211, +49 30 1234567, a.b@example.com) of 王小明, ab, 12345678"
)


def build_object(object_type, value, **more):
    """Every documented field, in each of its spellings, and a few that nobody documents."""
    fields = {name: value for spec in list_fields(object_type) for name in spec.names}
    return {**fields, "nick": value, "n123456": value, "组织": value, "a b": value, **more}


def build_answers(value):
    user = build_object(ObjectType.USER, value)
    organization = build_object(ObjectType.ORGANIZATION, value, id="o7", name="Wind North")
    session = {"user": user, "workingOrganization": organization, "residentOrganization": value}
    said: dict[str, Any] = {"status": 0, "success": True, "fail": False, "message": MESSAGE}
    yield build_object(
        ObjectType.ENVELOPE,
        value,
        **said,
        session=build_object(ObjectType.SESSION, value, id=TOKEN, **session),
    )
    of_portal = build_object(ObjectType.PORTAL_SESSION, value)
    envelope = {"code": 0, "message": MESSAGE}
    yield build_object(ObjectType.PORTAL_ENVELOPE, value, **envelope, data=of_portal)
    page = build_object(ObjectType.PORTAL_PAGE, value, id=TOKEN, user=user, expires=60)
    yield {**envelope, "data": page}
    yield page
    yield {"code": 31401, "message": MESSAGE, "data": value, "requestId": value}
    yield {"message": MESSAGE, "other": value}
    yield [value, {"name": value, "ann": "b"}]


def build_companions(value):
    info = build_object(ObjectType.ORGANIZATION_INFO, value)
    data = build_object(ObjectType.PORTAL_DATA, value)
    application = build_object(ObjectType.PORTAL_APPLICATION, value)
    menu = build_object(ObjectType.PORTAL_MENU, value)
    organization = build_object(ObjectType.ORGANIZATION, value)
    contents = {
        CompanionKind.WORKING_ORGANIZATION: {"organization": info, "status": 0, "message": MESSAGE},
        CompanionKind.ORGANIZATION_LIST: {"organizations": [info, "ann"], "status": 0},
        CompanionKind.PORTAL_USER: {"code": 0, "message": MESSAGE, "data": data},
        CompanionKind.PORTAL_ORGANIZATION_LIST: {
            "code": 0,
            "message": "",
            "data": {"organizations": [organization]},
        },
        CompanionKind.APPLICATION_LIST: {"code": 0, "data": {"apps": [application, 5]}},
        CompanionKind.APPLICATION_ACCESS: {
            "code": 0,
            "data": {"menus": [{**menu, "children": [menu]}], "permissions": [menu]},
        },
    }
    for kind, content in contents.items():
        yield replace(analyze_companion(kind, exchange(content)), subject="Ann ")


def list_redacted(value):
    for level in RedactionLevel:
        redaction = Redaction(KEY, level)
        for answer in build_answers(value):
            found = redact_analyzed_answer(analyze_answer(exchange(answer)), redaction)
            yield from list_document(found.document)
        session = next(build_answers(value))
        analyzed = add_companions(analyze_answer(exchange(session)), tuple(build_companions(value)))
        for one in redact_analyzed_answer(analyzed, redaction).companions:
            yield f"{one.kind.name} {one.subject} {one.outcome.name}"
            yield from list_document(one.document)


def list_document(document):
    """Each line of a document once for each part: alike members stand in many places."""
    lines = "" if document is None else dump_json(document.root)
    yield from dict.fromkeys(line.strip(" ,") for line in lines.split("\n"))


HEADERS = (
    *(("Date", "Thu, 11 Jul 2019 13:06:12 GMT"), ("Age", "7"), ("Age", "ann")),
    *(("Content-Type", "application/json; charset=utf-8"), ("Content-Type", "ann bell")),
    *(("Location", "https://ann:b@portal.example.com/ann?token=x#y"), ("Location", "/ann")),
    *(("Location", "https://ann bell/x"), ("Location", "//h.example.com"), ("Via", "kong/3.4.0")),
    *(("Via", "1.1 ann"), ("X-Kong-Upstream-Latency", "12"), ("X-Kong-Proxy-Latency", "12 ann")),
    *(("Retry-After", "120"), ("Retry-After", "12345678901"), ("X-RateLimit-Limit-Minute", "60")),
    *(("X-RateLimit-Ann-7", "60"), ("RateLimit-Remaining", "ann"), ("Set-Cookie", "a=b")),
    *(("X-Request-Id", "ann"), ("Server", "ann"), ("Date", f"{TOKEN}")),
)
ROUTES = (
    Route("apim.example.com", "http://ann:b@proxy.example.com:3128", "/home/ann/ca.pem"),
    Route("apim.example.com", "proxy.example.com:3128", "System", "http://wpad.example.com/ann?x"),
    Route(f"{TOKEN}.example.com", None, None, f"file:///home/ann/{TOKEN}"),
)
TLS = TlsInfo("TLSv1.3", "X", "CN=ann@example.com", f"CN={TOKEN}", "2019", "2020")


def list_around():
    for level in RedactionLevel:
        redaction = Redaction(KEY, level)
        for route in ROUTES:
            answer = replace(
                exchange(b"<html>Ann Bell, ann@example.com " + TOKEN.encode(), headers=HEADERS),
                route=route,
                tls=TLS,
            )
            for body in (answer.body, json.dumps({"message": MESSAGE}).encode()):
                found: Any = redact_analyzed_answer(
                    analyze_answer(replace(answer, body=body)), redaction
                ).call_result
                yield f"{found.body!r} {found.route} {found.tls}"
                yield from (f"{name}: {value}" for name, value in found.headers)
            for detail in (None, "5", "https://ann:b@x.example.com/ann?q", f"ann {TOKEN}"):
                kind = FailureKind.REDIRECTED
                failure = Failure(kind, route, NOW, Phase.WAIT, detail)
                failed: Any = redact_analyzed_answer(analyze_answer(failure), redaction).call_result
                yield f"{failed.detail} {failed.route}"


def pin_all():
    parts = [(f"value {number}", list_redacted(value)) for number, value in enumerate(VALUES)]
    return pin_lines([*parts, ("around", list_around())])


def test_each_field_becomes_what_it_became():
    """E1: nothing is kept that was not kept before."""
    found = pin_all()
    assert TOKEN[6:] not in json.dumps(found)
    assert_pinned(found, FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
