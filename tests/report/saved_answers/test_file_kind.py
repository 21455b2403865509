"""What a file is that holds no answer is named, and what to do instead."""

import json

import pytest

from inspector_app.report.saved_answers import file_kind
from inspector_app.report.saved_answers.file_kind import (
    has_too_many_parts,
    is_container,
    name_foreign_file,
    name_json_without_answer,
)
from inspector_app.session.parsing.strict_json import parse_document


@pytest.mark.parametrize(
    ("begin", "word"),
    [
        *((one, "archive") for one in (b"PK\x03\x04", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")),
        *((one, "capture") for one in (b"\xd4\xc3\xb2\xa1", b"\xa1\xb2\xc3\xd4", b"\n\r\r\n")),
        (b"M<\xb2\xa1", "capture"),
        *((one, "picture") for one in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"%PDF")),
    ],
)
def test_a_file_of_another_kind_is_named(begin, word):
    assert word in str(name_foreign_file(begin + b"\0"))
    assert name_foreign_file(b" " + begin) is None


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b'{"schema"', True),
        (b' [\n{ "log"', True),
        (b'{"_id"', True),
        (b'{"session"', False),
        (b'x{"log"', False),
        (b"", False),
    ],
)
def test_an_export_or_a_recording_is_known_by_its_first_name(data, is_one):
    assert is_container(data) is is_one


@pytest.mark.parametrize(
    ("data", "is_refused"), [(b"{[,{x", True), (b"{[,xx", False), (b"{[,{", False)]
)
def test_a_large_file_may_have_so_many_parts_and_no_more(monkeypatch, data, is_refused):
    """R4, J5."""
    monkeypatch.setattr(file_kind, "MAX_BODY_SIZE", 4)
    monkeypatch.setattr(file_kind, "_MAX_PARTS", 3)
    assert has_too_many_parts(data) is is_refused


@pytest.mark.parametrize(
    ("root", "words"),
    [
        ({"log": {"entries": []}}, "This recording holds no answer"),
        ({"log": {"entries": {}}}, "neither an export"),
        ({"log": []}, "neither an export"),
        ({"__meta__": 1}, "HTTPie"),
        ({"_postman_id": 1}, "API client"),
        ({"_postman_variable_scope": 1}, "API client"),
        ({"__export_format": 4}, "API client"),
        ({"info": 1, "item": 1}, "API client"),
        ({"info": 1}, "neither an export"),
        ({"item": 1}, "neither an export"),
        ([{"log": {"entries": []}}], "neither an export"),
    ],
)
def test_a_file_in_json_is_named_by_its_members(root, words):
    document = parse_document(json.dumps(root).encode())
    assert words in str(name_json_without_answer(document.root))
