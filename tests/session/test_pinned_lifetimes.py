"""When a session ends, over a grid of its times: each fact of each, and what two answers show.

After a change that was meant, ``python -m tests.session.test_pinned_lifetimes`` writes
``lifetimes.json`` anew.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.observer_effect import (
    compare_answers,
    find_supported_expiry,
    remove_expiry,
)
from inspector_app.session.lifetimes import GatewayClock, Lifetimes
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned
from tests.session.answers import CREATED, NOW, REFRESHED, changed, exchange

FILE = Path(__file__).parent / "lifetimes.json"
CLOCKS = (GatewayClock(), GatewayClock(30.0, 0.7), GatewayClock(-30.5, 4.0))
STARTS = (None, 0.0, 900.0, 999.0, 1004.9, 1005.0, 1031.0)
SPANS = (None, 50.0, 94.0, 96.0, 100.0, 500.0)
FACTS = (
    *("has_future_times", "skew", "uncertainty", "ends_if_sliding", "ends_if_fixed", "ends"),
    *("proven_policy", "has_outlived_both_ends", "has_password_expired"),
)


def list_facts(clock):
    yield f"{clock.is_skewed} {clock.margin} {clock.to_gateway_time(5.0)}"
    for created, refreshed, expires in product(STARTS, STARTS, SPANS):
        for password in (None, 995.0, 969.9):
            if password is not None and created != refreshed:
                continue
            found = Lifetimes(clock, 1000.0, created, refreshed, expires, password)
            said = [str(getattr(found, name)) for name in FACTS]
            computed = (
                *(found.compute_time_left, found.compute_age, found.compute_idle_time),
                found.compute_time_since_password_expiry,
            )
            said += [f"{compute(now)}" for compute in computed for now in (1000.0, 1200.0)]
            yield " ".join((f"{created} {refreshed} {expires} {password}:", *said))


ANSWERS: dict[str, dict[str, Any]] = {
    "first": {},
    "same": {},
    "moved": {"session.refreshTime": int(NOW)},
    "moved before": {"session.refreshTime": REFRESHED + 60},
    "earlier": {"session.refreshTime": REFRESHED - 1},
    "just now": {"session.refreshTime": int(NOW) - 1},
    "other": {"session.id": "IAM_S_" + "v2Xs" * 8},
    "anew": {"session.createTime": CREATED + 1},
    "no id": {"session.id": None},
    "no refresh": {"session.refreshTime": None},
    "slides": {"session.createTime": CREATED - 7000},
    "short": {"session.expires": 400},
}


def list_effects():
    known = {
        name: analyze_answer(exchange(changed("success", changes)))
        for name, changes in ANSWERS.items()
    }
    for code, later in ((30404, 600), (30404, 100), (30404, 400), (30401, 600), (404, 600)):
        answer = exchange(changed("refusal", {"status": code}), at=CREATED + later + 0.5)
        known[f"{code} after {later}"] = analyze_answer(answer)
    known["page"] = analyze_answer(exchange(b"<html>"))
    for (first, before), (second, after) in product(known.items(), known.items()):
        seen = compare_answers(before, after)
        supported = find_supported_expiry(after, before)
        effect = f"{seen.effect.name} {seen.supported_expiry} {supported}"
        yield f"{first}, {second}: {effect} {seen.sentence} {remove_expiry(seen).sentence}"
    yield f"{[find_supported_expiry(one, None) for one in known.values()]}"


def pin_all():
    """Of the grid checksums alone: its lines are very many."""
    grids = pin_lines((f"{clock}", list_facts(clock)) for clock in CLOCKS)
    effects = pin_lines([("effects", list_effects())])
    return {name: lines[:1] for name, lines in (grids | effects).items()}


def test_each_time_tells_what_it_told():
    assert_pinned(pin_all(), FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
