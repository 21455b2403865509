"""The three promises as properties of inputs that nobody thought of: `dev.py fuzz`.

Whatever is read takes time that suits its length and raises none but its documented errors; no
output has a run of 16 characters of a credential; no answer that lost its proof is shown green.
"""

import ast
import copy
import http.client
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from urllib3.exceptions import HeaderParsingError

from inspector_app.gateway import token_text
from inspector_app.gateway.strict_response import StrictResponse
from inspector_app.inspection.saved_answer_opening import analyze_saved_answer
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.saved_answers import file_parser
from inspector_app.report.saved_answers.models import UnreadableFileError
from inspector_app.session.analyzed_answer import AnalyzedAnswer, analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.presentation.outline import Node
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from inspector_app.session.token import Token
from inspector_app.settings import machine_environments, settings_file, user_settings
from tests.fuzz import budget
from tests.fuzz.budget import ensure_linear, fuzz, list_samples
from tests.fuzz.leaks import find_runs
from tests.fuzz.mutation import ENCODINGS, mutated
from tests.gateway import pastes
from tests.report.answers import build_input, render
from tests.session.answers import NOW, SUCCESS, exchange

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(900)]

SCENARIOS = Path(__file__).parent.parent / "session" / "scenarios"
TOKEN = "IAM_S_" + "Zc4Vn8Bm2Xq6Ws9E" * 2
PROTOCOL_ERRORS = (http.client.HTTPException, HeaderParsingError, ValueError)
STATUSES = st.sampled_from((200, 200, 200, 204, 302, 400, 401, 403, 404, 407, 429, 500, 503, 0))
MOST_ROWS = 400


def list_answers() -> list[str]:
    """The bodies of all scenarios, with the fuzzed token for their sessions' own."""
    found = [json.dumps(valid_answer())]
    for path in sorted(SCENARIOS.glob("*.json")):
        answer = json.loads(path.read_text(encoding="utf-8")).get("answer")
        found.append(answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False))
    return found


def valid_answer() -> Any:
    answer = copy.deepcopy(SUCCESS)
    answer["session"]["id"] = TOKEN
    return answer


def list_heads() -> list[str]:
    headers = f"Date: Thu, 11 Jul 2019 13:06:12 GMT\r\nSet-Cookie: global_id={TOKEN}; Path=/\r\n"
    chunked = "transfer-encoding: chunked\r\n\r\n5\r\nabcde\r\n"
    return [
        f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}\r\n",
        f"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 401 Unauthorized\r\n{headers}\r\n",
        f"HTTP/1.0 302 Found\r\nLocation: https://portal.example.com/?token={TOKEN}\r\n\r\n",
        f"HTTP/2 429 \r\nretry-after: 5\r\n{headers}{chunked}",
    ]


def iter_rows(root: Node) -> Iterator[Node]:
    """The first rows of an outline, to any depth."""
    waiting = [root]
    for _ in range(MOST_ROWS):
        if not waiting:
            return
        row = waiting.pop()
        yield row
        waiting += [row.get_child(place) for place in range(min(row.child_count, 50))]


def list_shown(analyzed: AnalyzedAnswer, token: str) -> list[str]:
    """All that a person may see of an answer without asking for a secret."""
    verdict = judge(JudgeInput(analyzed, NOW, token=Token(token)))
    shown = [str(verdict.sentence), str(verdict.detail), str(verdict.next_step)]
    shown += [str(finding.sentence) for finding in verdict.findings]
    for row in iter_rows(build_outline(analyzed)):
        shown += [str(row.label), row.value, str(row.format_meaning(TimeContext(NOW, UTC)))]
    return shown


def ensure_hidden(shown: list[str], credential: str) -> None:
    leaks = {run: text[:200] for text in shown for run in find_runs(text, credential)}
    assert not leaks


def test_fuzz_pastes():
    """A paste is read or refused; neither the notes nor the problem repeat any of it."""
    known = [*(one.text for one in pastes.READ), *(one.text for one in pastes.UNUSABLE)]
    samples = [*list_samples("pastes"), *known]

    def check(text: str) -> None:
        found = token_text.read(text)
        ensure_linear(partial(token_text.read, text), len(text))
        assert (found.token is None) == (found.problem is not None)
        told = [str(note) for note in found.notes] + [str(found.problem or ""), found.host or ""]
        for secret in (pastes.SHORT, pastes.LONG, pastes.PORTAL, pastes.JWT):
            ensure_hidden(told, secret)
        if found.token is not None:
            value = found.token.reveal()
            assert value.isascii()
            assert value.isprintable()
            assert " " not in value

    assert fuzz("pastes", mutated(samples), check)


def test_fuzz_answers():
    """A body of any kind is shown and judged without an error, and without the credential."""
    samples = [*list_samples("answers"), *list_answers()]

    def check(text: str, status: int) -> None:
        body = text.encode("utf-8", "surrogatepass")
        analyzed = analyze_answer(exchange(body, status))
        ensure_linear(partial(list_shown, analyzed, TOKEN), len(text))
        ensure_linear(lambda: analyze_answer(exchange(body, status)), len(text))

    assert fuzz("answers", st.tuples(mutated(samples), STATUSES), lambda one: check(*one))


def test_fuzz_heads():
    """A head is read by the transport, or refused as a protocol error; a saved one is opened."""
    samples = [*list_samples("heads"), *list_heads()]

    class Wire:
        def __init__(self, data: bytes) -> None:
            self._data = data

        def makefile(self, *_: object) -> io.BytesIO:
            return io.BytesIO(self._data)

    def check(text: str) -> None:
        data = text.encode("utf-8", "surrogatepass")

        def read() -> None:
            response = StrictResponse(Wire(data), method="POST")  # type: ignore[arg-type]
            try:
                response.begin()
                response.read()
            except PROTOCOL_ERRORS:
                return

        ensure_linear(read, len(text))
        ensure_linear(partial(open_file, data + json.dumps(valid_answer()).encode()), len(text))

    assert fuzz("heads", mutated(samples), check)


def open_file(data: bytes) -> AnalyzedAnswer | None:
    try:
        saved = file_parser.parse_saved_answer(data, NOW)
        return analyze_saved_answer(saved).judge_input.analyzed
    except UnreadableFileError as error:
        ensure_hidden([str(error.message)], TOKEN)
        return None


def test_fuzz_saved_files():
    """A file of any kind is opened or refused in words; what it shows has no credential."""
    analyzed = analyze_answer(exchange(valid_answer()))
    exports = [
        render(build_input(analyzed, level), one).decode()
        for level in RedactionLevel
        for one in (ReportFormat.JSON, ReportFormat.TEXT, ReportFormat.HTML)
    ]
    heads = [head + answer for head in list_heads() for answer in list_answers()[:3]]
    recording = pastes.recording(pastes.har(("authorization", f"Bearer {TOKEN}")))
    samples = [*list_samples("saved_files"), *exports, *heads, *list_answers(), recording]

    def check(text: str) -> None:
        data = text.encode("utf-8", "surrogatepass")
        ensure_linear(partial(open_file, data), len(text))
        opened = open_file(data)
        if opened is not None:
            list_shown(opened, TOKEN)

    assert fuzz("saved_files", mutated(samples), check)


def test_fuzz_settings(tmp_path):
    """Settings of any kind give settings, and the bad file is kept aside, never lost."""
    own, machine = tmp_path / "settings.json", tmp_path / "environments.json"
    settings_file.save(own, user_settings.Settings())
    environment = {"name": "North", "address": "https://apim.example.com", "id": "north"}
    whole = {"version": 1, "environments": [environment], "language": "zh_CN", "theme": "dark"}
    samples = [*list_samples("settings"), own.read_text(encoding="utf-8"), json.dumps(whole)]

    def check(text: str) -> None:
        for file in tmp_path.iterdir():
            file.unlink()
        data = text.encode("utf-8", "surrogatepass")
        own.write_bytes(data)
        machine.write_bytes(data)
        own.chmod(0o600)
        _, notice = settings_file.load(own)
        assert notice is None or any(file.read_bytes() == data for file in tmp_path.glob("sett*"))
        ensure_linear(lambda: machine_environments.load([machine]), len(text))

    assert fuzz("settings", mutated(samples), check)


DISGUISES: tuple[Callable[[str], str], ...] = (str, *ENCODINGS)
PLACES = (
    "message", "requestId", "session.note", "session.user.description", "session.user.name",
    "session.workingOrganization.name", "session.user.extra", "session.status",
)  # fmt: skip


@st.composite
def answers_that_repeat_the_credential(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """An answer with the credential, whole or a part, in other spellings at other places."""
    letters = st.text("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", min_size=32)
    secret = "IAM_S_" + draw(letters)[:32]
    answer = valid_answer()
    answer["session"]["id"] = secret
    for place in draw(st.lists(st.sampled_from(PLACES), max_size=4)):
        *way, name = place.split(".")
        parent = answer
        for step in way:
            parent = parent[step]
        piece = secret[draw(st.integers(0, 10)) :]
        for disguise in draw(st.lists(st.sampled_from(DISGUISES), max_size=2)):
            piece = disguise(piece)
        mark = draw(st.sampled_from(("", "", "-", " ", "\u200b", ".", "\u00ad")))
        parent[name] = draw(st.sampled_from(("", "see ", "x="))) + mark.join(piece)
    return answer, secret


def test_fuzz_reports():
    """Neither the window nor any report has a run of the credential, however it was spelled."""

    def check(answer: dict[str, Any], secret: str) -> None:
        analyzed = analyze_answer(exchange(answer))
        ensure_hidden(list_shown(analyzed, secret), secret)
        for level in RedactionLevel:
            for one in (ReportFormat.TEXT, ReportFormat.JSON, ReportFormat.HTML):
                made = render(build_input(analyzed, level), one).decode()
                ensure_hidden([made], secret)

    assert fuzz("reports", answers_that_repeat_the_credential(), lambda one: check(*one))


BREAKS: tuple[tuple[str, Any], ...] = (
    ("session.id", "IAM_S_" + "Hd5Kf7Jg3Lp2Mn6R" * 2),
    ("session.id", ""),
    ("session.id", None),
    ("session", None),
    ("session", {}),
    ("session", []),
    ("session.user", None),
    ("session.user", {}),
    ("session.user.state", 1),
    ("session.user.state", 7),
    ("session.user.state", None),
    ("session.user.passwordState", 1),
    ("session.status", 5),
    ("status", 30401),
    ("status", 30404),
    ("status", 401),
    ("status", "gone"),
    ("status", None),
    ("fail", True),
    ("failed", True),
    ("success", False),
    ("successful", False),
    ("success", "perhaps"),
    ("message", "User login session expired"),
    ("message", "会话已过期"),
    ("error", {"code": 42}),
    ("errorMessage", "The session has ended"),
    ("session.expired", True),
    ("session.valid", False),
    ("code", 30404),
)
HARMLESS: tuple[tuple[str, Any], ...] = (
    ("requestId", "r-1"),
    ("session.user.name", "Mei Example"),
    ("session.user.description", "on call"),
    ("session.note", 3),
    ("session.expires", 86400),
    ("session.user.type", 1),
    ("message", None),
    ("session.user.extra", {"nickname": "me"}),
)


@st.composite
def answers_without_their_proof(draw: st.DrawFn) -> tuple[str, int]:
    """A documented success, made unproven in one or more ways, among harmless differences."""
    answer = valid_answer()
    changes = draw(st.lists(st.sampled_from(HARMLESS), max_size=3))
    broken = draw(st.lists(st.sampled_from(BREAKS), min_size=1, max_size=3))
    for place, value in (*changes, *sorted(broken, key=lambda one: -one[0].count("."))):
        *way, name = place.split(".")
        parent = answer
        for step in way:
            parent = parent[step]
        parent[name] = value
    text = json.dumps(answer, ensure_ascii=draw(st.booleans()))
    repeated = draw(st.sampled_from(("", ', "status": 30404', ', "success": false')))
    return text[:-1] + repeated + "}", draw(st.sampled_from((200, 200, 201, 401, 500)))


def test_fuzz_verdicts():
    """No answer that lost its proof is shown as one that has it."""

    def check(text: str, status: int) -> None:
        analyzed = analyze_answer(exchange(text.encode(), status))
        verdict = judge(JudgeInput(analyzed, NOW, token=Token(TOKEN)))
        assert verdict.severity is not Severity.GOOD, verdict.code

    whole = analyze_answer(exchange(valid_answer()))
    assert judge(JudgeInput(whole, NOW, token=Token(TOKEN))).severity is Severity.GOOD
    assert fuzz("verdicts", answers_without_their_proof(), lambda one: check(*one))


def test_the_time_is_shared_by_all_of_them():
    names = [
        node.name
        for node in ast.parse(Path(__file__).read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_fuzz_")
    ]
    assert len(names) == budget.TARGETS
