"""``inspect --watch``: inspects one session again and again, and prints a line for each change."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector_app.inspection.elapsed_time import ElapsedTime
from inspector_app.inspection.watch import (
    MAY_PROLONG,
    WatchGoal,
    WatchPlan,
    WatchProgress,
    take_answer,
)
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.time_format import TimeContext, format_time_of_day
from inspector_app.system.standard_streams import print_line
from inspector_app.terminal.exit_codes import EXIT_CODES, ExitCode
from inspector_app.terminal.inspect_command import InspectOptions, build_request, run_request
from inspector_app.terminal.result_output import print_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.inspection.run_inspection import InspectionRequest
    from inspector_app.session.translatable_text import Text
    from inspector_app.terminal.stored_config import StoredConfig
    from inspector_app.terminal.watch_options import WatchOptions


def watch_session(options: InspectOptions, watched: WatchOptions, config: StoredConfig) -> ExitCode:
    """Watch the session of a token, and return the exit code of the last verdict.

    Raises:
        CommandError: if nothing was sent, and why.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    goals = {goal.value: goal for goal in WatchGoal}
    plan = WatchPlan(
        watched.interval,
        frozenset(goals[one] for one in watched.until if one in goals),
        frozenset(VerdictCode(one) for one in watched.until if one not in goals),
        watched.duration,
    )
    request = build_request(options, config)
    print_line(sys.stderr, str(MAY_PROLONG))
    return watch_request(request, plan, config)


def watch_request(request: InspectionRequest, plan: WatchPlan, config: StoredConfig) -> ExitCode:
    """Run a request again and again by a plan; one at a time, the next after the answer.

    Raises:
        CommandError: if nothing was sent, and why.
        KeyboardInterrupt: at once on Ctrl+C.
    """
    elapsed, progress = ElapsedTime(), WatchProgress()
    while True:
        result = run_request(replace(request, previous_result=progress.latest), config)
        is_first, now = progress.latest is None, time.time()
        if is_first and result.notes:
            print_line(sys.stderr, " ".join(map(str, result.notes)))
        progress, step = take_answer(plan, progress, result, now, elapsed.get_seconds())
        if is_first:
            _print_news((step.verdict.sentence,), now, config)
        if step.news:
            _print_news(step.news, now, config)
        if step.observation is not None:
            print_line(sys.stderr, str(step.observation))
        if step.ending is not None:
            print_line(sys.stderr, str(step.ending))
            return EXIT_CODES[step.verdict.code]
        time.sleep(step.pause)


def _print_news(news: Iterable[Text], now: float, config: StoredConfig) -> None:
    moment = format_time_of_day(now, TimeContext(now, config.zone))
    words = " ".join(escape_invisible(str(one)) for one in news)
    print_bytes(f"{moment}  {words}\n".encode(errors="replace"))
