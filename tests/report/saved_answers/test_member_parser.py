"""A member of an export is what this app writes there, or the export is damaged."""

import pytest

from inspector_app.report.saved_answers.member_parser import (
    parse_enum,
    parse_instant,
    parse_object,
    parse_status,
)
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.exchange import FailureKind
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject


def parse_kind(value, name):
    return parse_enum(FailureKind, value, name)


@pytest.mark.parametrize(
    ("parse", "value", "parsed"),
    [
        (parse_status, JsonNumber("100"), 100),
        (parse_status, JsonNumber("599"), 599),
        (parse_instant, "1970-01-01T00:00:01.500Z", 1.5),
        (parse_kind, "timed_out", FailureKind.TIMED_OUT),
        (parse_object, JsonObject(()), JsonObject(())),
    ],
)
def test_what_this_app_writes_is_read(parse, value, parsed):
    assert parse(value, "x") == parsed


@pytest.mark.parametrize(
    ("parse", "value"),
    [
        *((parse_status, one) for one in ("200", True, None, JsonNumber("2.5"), JsonNumber("99"))),
        *((parse_status, JsonNumber(one)) for one in ("0", "-1", "1000")),
        *((parse_instant, one) for one in ("", "today", None, JsonNumber("1"), JsonArray(()))),
        *((parse_kind, one) for one in ("TIMED_OUT", "", None, JsonNumber("1"))),
        *((parse_object, one) for one in (JsonArray(()), "", None, JsonNumber("1"))),
    ],
)
def test_anything_else_is_damage_which_is_named(parse, value):
    with pytest.raises(UnreadableFileError) as refused:
        parse(value, "request.x")
    words = "This export is damaged: “request.x” is not what this app writes there."
    assert str(refused.value.message) == words
