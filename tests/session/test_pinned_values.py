"""What is made of each odd value, by each parser and in each kind of documented field.

After a change of what is meant, ``python -m tests.session.test_pinned_values`` writes
``values.json`` anew; what then differs is what the change has done.
"""

from __future__ import annotations

import json
from datetime import UTC, timedelta, timezone
from itertools import product
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from inspector_app.session import time_format
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.failure_texts import describe_failure
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Failure, FailureKind, Phase, Route
from inspector_app.session.parsing import answer_codes, scalars, timestamps
from inspector_app.session.parsing.documented_fields import find_field, list_fields
from inspector_app.session.parsing.field_spec import FieldKind, ObjectType
from inspector_app.session.parsing.strict_json import parse_document
from inspector_app.session.presentation.meanings import (
    classify_member,
    describe_content,
    describe_field,
    describe_unknown_field,
)
from inspector_app.session.presentation.unset_fields import is_missed, is_unset
from inspector_app.session.time_format import TimeContext
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.session.answers import NOW, changed, exchange

FILE = Path(__file__).parent / "values.json"
VIEW = TimeContext(NOW + 9, UTC)
VALUES = [
    *("null", "true", "false", "[]", "{}", '[""]', '{"a": 1}', '""', '" "', '"x"'),
    *("0", "1", "2", "3", "4", "9", "-1", "0.0", "1.0", "1.5", "1e0", "-0", '"0"', '"1"', '"2.0"'),
    *("1e29", "1e30", "1e-29", "1e-30", "99999999999", "100000000000", "1e999"),
    *("1262303999", "1262304000", "253402214399", "253402214400", "253402214400000"),
    *("1562849746", "1562849746000", '"1562849746"', '"2019-07-11 12:55:46"'),
    *('"2019-07-11T12:55:46Z"', '"2019-07-11T12:55:46.123+08:00"', '"2019-07-11 12:55:46 -0330"'),
    *('"2019-07-11T12:55:46-0330"', '"2019-02-30 00:00:00"', '"1970-01-01 00:00:00"'),
    *('"1970-01-01 14:00:00"', '"1970-01-01 14:00:01"', '"1970-01-01T00:00:00+08:00"'),
    *('"9999-12-30 23:59:59"', '"9999-12-31 00:00:00"', '"0001-01-01 00:00:00+01:00"'),
    *('"Thu, 11 Jul 2019 13:06:12 GMT"', '"Xyz, 11 Jul 2019 13:06:12 GMT"'),
    *('"Thu, 11 Jux 2019 13:06:12 GMT"', '"Thu, 31 Feb 2019 13:06:12 GMT"'),
    *('"Thu, 01 Jan 1970 00:00:00 GMT"', '"Fri, 31 Dec 9999 00:00:00 GMT"'),
    *('"true"', '"False"', '"TRUE"', '"yes"', '"MEDIUM"', '"ENABLED"', '"o15578227985571"'),
    *('"o12623039999991"', '"o12623040000001"', '"1262304000000"', '"oo1262304000000"'),
    *("401", "404", "429", "500", "30401", "30404", "30410", "31403", "99403", "80500", "77777"),
    *("-30404", '"30404"', '"user not found"', '"' + "long " * 20 + '"'),
]
SPANS = (0, 1, 59, 60, 61, 299, 300, 301, 3599, 3600, 3661, 86399, 86400, 172799, 172800)
MOMENTS = (-62135596801, -62135596800, -1, 0, NOW - 86400, NOW + 11 * 3600, 1e12, 1e20)
PLACES = {
    ObjectType.ENVELOPE: (),
    ObjectType.SESSION: ("session",),
    ObjectType.USER: ("session", "user"),
    ObjectType.ORGANIZATION: ("session", "workingOrganization"),
}
OF_MANY_VALUES = {FieldKind.INSTANT, FieldKind.ANSWER_CODE, FieldKind.DURATION}
OF_THEIR_OWN = {"email", "phone", "emailVerifiedAt", "phoneVerifiedAt", "passwordState", "id"}
OF_THEIR_OWN |= {"passwordExpireTime", "createdByUserId", "state", "authType", "message", "session"}


def parse_value(text):
    document: Any = parse_document(f"[{text}]".encode())
    return document.root.items[0]


def list_parsed(text):
    value = parse_value(text)
    read: tuple[Any, ...] = (
        scalars.parse_number,
        scalars.parse_integer,
        scalars.parse_boolean,
        scalars.parse_text,
    )
    yield " ".join(str(parse(value)) for parse in (*read, timestamps.parse_instant, is_unset))
    said: tuple[Any, ...] = (describe_content(value), describe_unknown_field("x", value))
    said += (describe_unknown_field("seenAt", value),)
    yield " | ".join(f"{one.format_text(VIEW)} {one.severity.value}" for one in said)
    if isinstance(value, str):
        of_texts: tuple[Any, ...] = (timestamps.parse_epoch_seconds, timestamps.has_zone)
        of_texts += (timestamps.parse_id_timestamp, timestamps.parse_http_date)
        yield " ".join(str(parse(value)) for parse in of_texts)
    code = scalars.parse_integer(value)
    if code is not None:
        found = (answer_codes.find_meaning(code), answer_codes.find_http_meaning(code))
        words = (f"{one.text} {one.source} {one.provenance.value}" for one in found if one)
        guess = answer_codes.guess_meaning(code)
        yield f"{' '.join(words)} {guess} {answer_codes.get_severity(code).value}"


def list_forms():
    """One field of each form, and those that are treated by their names."""
    seen = set()
    for object_type in PLACES:
        for spec in list_fields(object_type):
            form = (spec.kind, spec.json_type, spec.presence, tuple(map(str, spec.meanings)))
            if form not in seen or spec.name in OF_THEIR_OWN:
                seen.add(form)
                yield object_type, spec


def list_meanings(object_type, spec):
    """What is said of a field for each value, and what becomes of the answer."""
    way = PLACES[object_type]
    name = next(one for one in (*spec.names, spec.name))
    for text in VALUES if spec.kind in OF_MANY_VALUES else VALUES[:25]:
        answer = changed("success", {".".join((*way, name)): None})
        body = json.dumps(answer)
        wanted = f'"{name}": null'
        body = replace_at(body, way, wanted, f'"{name}": {text}')
        analyzed = analyze_answer(exchange(body.encode()))
        if analyzed.parsed is None:
            continue
        path = (*way, name)
        value = find_value(analyzed.document, path)
        meaning = describe_field(spec, value, path, analyzed.parsed, analyzed.lifetimes)
        notes = [str(one.message) for one in analyzed.parsed.notes if one.path == path]
        doubts = [one.kind.value for one in analyzed.doubts]
        verdict = judge(JudgeInput(analyzed, NOW)).code.value if spec.kind is FieldKind.CODE else ""
        yield (
            f"{meaning.format_text(VIEW)} {meaning.severity.value} {meaning.provenance.value} "
            f"{notes} {doubts} {verdict} {is_missed(object_type, name, value)}"
        )


def find_value(document: Any, path: tuple[str, ...]) -> Any:
    value = document.root
    for step in path:
        value = value.get(step)
    return value


def replace_at(body, way, old, new):
    """The text with a member replaced in the object at a path, as ``json.dumps`` writes it."""
    start = 0
    for step in way:
        start = body.index(f'"{step}": {{', start)
    return body[:start] + body[start:].replace(old, new, 1)


def list_kinds():
    for object_type in ObjectType:
        for name in ("seenAt", "x", *(one.name for one in list_fields(object_type))):
            known = find_field(object_type, name)
            kind = classify_member(object_type, name).name
            yield f"{object_type.name} {name} {kind} {known and known.names}"


def list_times():
    for seconds in (
        0,
        1,
        59,
        60,
        61,
        299,
        300,
        301,
        3599,
        3600,
        3661,
        86399,
        86400,
        172799,
        172800,
    ):
        for span in (seconds, -seconds):
            yield f"{span} {time_format.format_duration(span)}"
            yield f"{time_format.format_instant(NOW + span, VIEW)}"
            yield f"{time_format.format_time_of_day(NOW + span, VIEW)}"
            yield f"{time_format.format_clock_time(NOW + span, VIEW)}"
    for days in (9, 10, 11, 364, 365, 366, 730, 731, 1095, 3653):
        yield f"{time_format.format_duration(days * 86400 + 3600)}"
        yield f"{time_format.format_duration(days * 86400)}"


def list_moments():
    """Times in zones of every kind, and outside of all years."""
    zones = (UTC, timezone(timedelta(hours=8)), timezone(-timedelta(hours=3, minutes=30)))
    for zone in (*zones, ZoneInfo("Europe/Berlin")):
        view = TimeContext(NOW, zone)
        yield f"{time_format.describe_zone(view)}"
        yield f"{time_format.describe_zone(TimeContext(1e20, zone))}"
        for seconds in MOMENTS:
            yield f"{time_format.format_absolute(seconds, zone)}"
            yield f"{time_format.format_clock_time(seconds, view)}"
            yield f"{time_format.format_time_of_day(seconds, view)}"
        yield f"{time_format.format_clock_time(1547200000, view)}"
        yield f"{time_format.format_clock_time(NOW, TimeContext(1e20, zone))}"


def list_failures():
    """The words for each kind of failure, with and without what the other side said."""
    for kind, phase in product(FailureKind, (None, Phase.CONNECT, Phase.READ)):
        for detail in (None, "90", "0.4", "1e999", "x.example.com"):
            for proxy, before in ((None, False), ("proxy.example.com:80", True)):
                route = Route("gateway.example.com", proxy)
                failure = Failure(kind, route, NOW, phase, detail, was_token_sent_before=before)
                yield " | ".join(map(str, describe_failure(failure, Credentials())))


def pin_all():
    parts = [(text, list_parsed(text)) for text in VALUES]
    parts += [(f"{one.name} {spec.name}", list_meanings(one, spec)) for one, spec in list_forms()]
    others = (list_kinds, list_times, list_moments)
    found = pin_lines([*parts, *((one.__name__, one()) for one in others)])
    # Of these, very long, a checksum: the words themselves stand in the labelled answers.
    return found | {"failures": pin_lines([("", list_failures())])[""][:1]}


def test_each_value_means_what_it_meant():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
