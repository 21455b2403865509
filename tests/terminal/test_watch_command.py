"""``inspect --watch``: one request after the other, and a line for each change."""

import io
import json
import time
from contextlib import redirect_stderr, redirect_stdout

import pytest

from inspector_app.inspection import watch
from inspector_app.inspection.run_inspection import InspectionRequest
from inspector_app.inspection.watch import WatchGoal, WatchPlan
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.translatable_text import as_literal
from inspector_app.settings.environment import ConnectionSettings, create_environment
from inspector_app.terminal import watch_options
from inspector_app.terminal.exit_codes import ExitCode
from inspector_app.terminal.stored_config import StoredConfig
from inspector_app.terminal.watch_command import _print_news, watch_request
from tests.gateway.faulty_gateway import FaultyGateway, answer, replies
from tests.session.answers import changed
from tests.terminal.console import enos

TOKEN = "IAM_S_" + "Fq3xWz8m" * 4
BEGUN = int(time.time())
BEARER = ConnectionSettings(authorization=AuthorizationScheme.BEARER)


def alive(**more):
    known: dict[str, object] = {"session.id": TOKEN}
    known |= {"session.createTime": BEGUN - 600, "session.refreshTime": BEGUN - 300}
    known |= {"session.user.password_expire_time": 0, "session.user.name": "mara.lindqvist"}
    changes = {f"session.user.{name}": value for name, value in more.items()}
    return answer(json.dumps(changed("success", known | changes)).encode())


GONE = answer(json.dumps(changed("refusal", {"status": 30404})).encode())


def run(answers, plan, pasted=TOKEN):
    """Watch against a gateway that gives these answers, the last one again and again."""
    out, err, asked = io.BytesIO(), io.StringIO(), []

    def reply(wire):
        wire.request()
        asked.append(time.monotonic())
        wire.send(answers[min(len(asked), len(answers)) - 1])

    with FaultyGateway(reply) as gateway:
        environment = create_environment("Test", f"http://127.0.0.1:{gateway.port}", BEARER)
        request = InspectionRequest(environment, pasted)
        stdout = io.TextIOWrapper(out, encoding="utf-8")
        with redirect_stdout(stdout), redirect_stderr(err):
            code = watch_request(request, plan, StoredConfig())
    return code, out.getvalue().decode().splitlines(), err.getvalue(), asked


def test_each_change_has_a_line_and_the_exit_code_is_that_of_the_last_verdict():
    answers = [alive(), alive(), alive(state=1), alive(state=1), alive(), GONE]
    code, lines, err, asked = run(answers, WatchPlan(0.01))
    assert code is ExitCode.NOT_FULLY_VALID
    assert len(asked) == 6
    assert [line.split("  ", 1)[1].split(".")[0] for line in lines] == [
        lines[0].split("  ", 1)[1],
        "The account is disabled now",
        "The account is enabled now",
        "The gateway does not know this session",
    ]
    assert "nothing more to watch" in err
    assert err.count("Inspecting does not move the last refresh") == 1
    assert not any("mara" in line or TOKEN[6:] in line for line in [*lines, err])


def test_each_change_is_one_line_whatever_it_quotes(capsysbinary):
    """J2: for whoever reads it through a pipe, too."""
    news = (as_literal("Works in “a\n\u202e”"), as_literal("and more"))
    _print_news(news, 0.0, StoredConfig())
    (line,) = capsysbinary.readouterr().out.decode().splitlines()
    assert line.endswith("  Works in “a\\n\\u202e” and more")


def test_what_was_taken_of_a_text_is_said_once():
    _, _, err, asked = run([alive(), alive(), GONE], WatchPlan(0.01), f"session: {TOKEN}")
    assert len(asked) == 3
    assert err.count("Took the ") == 1


def test_it_ends_when_what_it_waited_for_is_there():
    plan = WatchPlan(0.01, frozenset({WatchGoal.ACCOUNT_ENABLED}))
    code, lines, _, asked = run([alive(state=1), alive(state=1), alive()], plan)
    assert (code, len(asked)) == (ExitCode.VALID, 3)
    assert len(lines) == 2


def test_the_pause_is_kept_between_an_answer_and_the_next_request():
    plan = WatchPlan(0.3, frozenset({WatchGoal.SESSION_ENDS}))
    _, _, _, asked = run([alive(), GONE], plan)
    assert asked[1] - asked[0] >= 0.3


def test_before_it_begins_it_says_that_the_session_may_be_prolonged():
    with FaultyGateway(replies(GONE)) as gateway:
        ended = enos(
            *("inspect", "--gateway", f"http://127.0.0.1:{gateway.port}", "--token-stdin"),
            *("--watch", "10"),
            given=TOKEN.encode(),
        )
    assert ended.code == 1
    assert ended.err.splitlines()[0] == str(watch.MAY_PROLONG)
    assert "may prolong" in ended.err
    assert b"does not know this session" in ended.out


@pytest.mark.parametrize(
    "options",
    [
        ["--watch", "9"],
        ["--watch", "601"],
        ["--watch", "nan"],
        ["--watch", "10", "--for", "61"],
        ["--watch", "10", "--for", "nan"],
        ["--watch", "10", "--until", "soon"],
        ["--watch", "10", "--format", "json"],
        ["--watch", "10", "--more"],
        ["--watch", "10", "--output", "x"],
        ["--watch", "10", "--many", "-"],
        ["--until", "change"],
        ["--for", "5"],
    ],
)
def test_options_that_cannot_be_are_told(options):
    ended = enos("inspect", "--gateway", "http://127.0.0.1:1", "--token-stdin", *options)
    assert ended.code == 2
    assert options[-2] in ended.err or options[0] in ended.err or options[-1] in ended.err


def test_what_is_repeated_here_is_what_a_watch_allows():
    assert watch_options._MIN_INTERVAL == watch.MIN_INTERVAL
    assert watch_options._MAX_INTERVAL == watch.MAX_INTERVAL
    assert watch_options._MAX_MINUTES * 60 == watch.MAX_DURATION
    assert tuple(goal.value for goal in WatchGoal) == watch_options._GOALS


@pytest.mark.parametrize(("minutes", "seconds"), [(None, 3600), (0.5, 30), (7, 420), (60, 3600)])
def test_a_watch_ends_after_so_many_minutes(minutes, seconds):
    given = {
        "watch": 10.0,
        "until": (),
        "minutes": minutes,
        "form": "text",
        "output": None,
        "reply": None,
    }
    options = watch_options.take_watch_options(given, {})
    assert options is not None
    assert options.duration == seconds
