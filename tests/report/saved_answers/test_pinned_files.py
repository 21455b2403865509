"""What is read out of each container, whole and with one part after the other taken out.

After a change of what is read, ``python -m tests.report.saved_answers.test_pinned_files`` writes
``files.json`` anew; what then differs is what the change has done.
"""

from __future__ import annotations

import copy
import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.saved_answers.file_parser import parse_saved_answer
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.exchange import Exchange
from inspector_app.session.parsing.json_document import dump_json
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.report.saved_answers.containers import CONTAINERS
from tests.report.saved_answers.test_file_parser import FILE_DATE, exported
from tests.session.answers import REFUSAL
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

FILE = Path(__file__).parent / "files.json"
EXPORTS = ("companion-disabled-and-left", "failure-redirected", "unreadable-cut", "portal-valid")
MAX_VARIANTS = 20
BODY = json.dumps(REFUSAL, separators=(",", ":")).encode()


def read(data):
    """What a file holds, in one line."""
    try:
        saved = parse_saved_answer(data, FILE_DATE)
    except UnreadableFileError as error:
        return str(error.message)
    answer = saved.call_result
    said = f"{saved.environment} {saved.url} {saved.level} {sorted(map(str, saved.doubts))}"
    said += f" {saved.taken_at:.1f} {saved.time_source.name} {[str(one) for one in saved.remarks]}"
    said += f" {[(one.kind.name, one.subject) for one in saved.companions]}"
    document = b"" if saved.document is None else dump_json(saved.document.root).encode()
    if isinstance(answer, Exchange):
        said += f" {answer.status} {answer.headers} {zlib.crc32(answer.body + document)}"
        return f"{said} {answer.authorization.name} {answer.call.name} {answer.phases.total}"
    return f"{said} {answer.kind.name} {answer.phase} {answer.detail} {answer.call.name}"


def iter_places(value, way=()):
    """The place of each member and item, from the outside to the inside."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for step, one in list(inner):
        yield (*way, step)
        if isinstance(one, dict | list):
            yield from iter_places(one, (*way, step))


def vary_json(root: Any):
    """The document without one of its parts, with null in its place, and with another value."""
    for number, place in enumerate(sorted(iter_places(root), key=len)[:MAX_VARIANTS]):
        for change in ("out", None, "x")[number % 2 :]:
            varied = copy.deepcopy(root)
            inside = varied
            for step in place[:-1]:
                inside = inside[step]
            if change == "out":
                del inside[place[-1]]
            else:
                inside[place[-1]] = change
            yield json.dumps(varied, ensure_ascii=False).encode()


def vary_text(data):
    """The text without one of its lines, and cut off at several places."""
    lines = data.splitlines(keepends=True)
    for number in range(min(len(lines), MAX_VARIANTS)):
        yield b"".join((*lines[:number], *lines[number + 1 :]))
    for part in range(1, 8):
        yield data[: len(data) * part // 8]


def list_variants(data):
    yield read(data)
    try:
        root = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        root = None
    for varied in vary_json(root) if isinstance(root, dict | list) else vary_text(data):
        yield read(varied)


def pin_all():
    parts = [(name, list_variants(container(BODY))) for name, container in CONTAINERS.items()]
    for name in EXPORTS:
        for level in RedactionLevel:
            data, _ = exported(analyzed_of(SCENARIOS[name]), level)
            parts.append((f"{name} {level.value}", list_variants(data)))
    return pin_lines(parts)


def test_each_file_is_read_as_it_was():
    assert_pinned(pin_all(), FILE)


def test_a_file_without_any_date_is_refused():
    with pytest.raises(UnreadableFileError):
        parse_saved_answer(BODY, None)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
