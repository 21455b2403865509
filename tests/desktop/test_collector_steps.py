"""When garbage is searched for, and when not: by what was made since, and by who looks."""

import gc
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from inspector_app.desktop import garbage_collector
from inspector_app.desktop.garbage_collector import GarbageCollector
from inspector_app.session.companion import Companion, CompanionKind, CompanionOutcome
from inspector_app.session.parsing.json_document import JsonArray, JsonDocument, JsonObject
from inspector_app.system import heap
from tests.inspection.test_history_entries import result_of, success
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of


@pytest.fixture
def python(monkeypatch):
    """What Python is told to do, and how many containers it says were made since."""
    did: list[str] = []
    state: Any = SimpleNamespace(did=did, made=0, alive=0)
    monkeypatch.setattr(
        garbage_collector,
        "gc",
        SimpleNamespace(
            disable=gc.disable,
            freeze=lambda: did.append("freeze"),
            collect=lambda *generation: did.append(f"collect {generation}"),
            get_count=lambda: (state.made, 0, 0),
            get_objects=lambda: [0] * state.alive,
        ),
    )
    monkeypatch.setattr(heap, "trim", lambda: did.append("trim"))
    return state


@pytest.fixture
def collector(background, python):
    made = GarbageCollector(background)
    yield made
    made.stop()


ALL, YOUNG = "collect ()", "collect (0,)"


@pytest.mark.parametrize(
    ("made", "alive", "expected", "did"),
    [
        (199, 0, 0, []),
        (200, 0, 0, [ALL]),
        (40_000, 0, 0, [ALL]),
        (40_001, 0, 0, []),
        (30_000, 10_000, 0, [ALL]),
        (30_000, 10_001, 0, []),
        (400_000, 0, 0, []),
        (400_001, 0, 0, [ALL]),
        (400_001, 0, 1, []),
        (500_000, 0, 99_999, [ALL, "trim"]),
        (440_001, 0, 40_000, [ALL]),
        (440_002, 0, 40_001, [ALL, "trim"]),
    ],
)
def test_it_searches_where_there_is_enough_and_not_too_much(
    collector, python, made, alive, expected, did
):
    python.made = made
    collector._surviving, collector._expected = alive, expected
    collector.collect_if_quick()
    assert python.did == did
    if did:
        assert (collector._surviving, collector._expected) == (python.alive, 0)


def test_not_while_a_job_runs(collector, background, python, qtbot, monkeypatch):
    python.made = 300
    monkeypatch.setattr(background, "is_idle", lambda: False)
    collector.collect_if_quick()
    assert python.did == []
    monkeypatch.undo()


def test_behind_a_hidden_window_it_rests_until_something_happens(collector, background, python):
    python.made = 199
    collector.collect_if_quick()
    assert collector._timer.isActive()
    collector.set_seen(False)
    collector.collect_if_quick()
    assert not collector._timer.isActive()
    background.delivered.emit()
    assert collector._timer.isActive()
    collector.collect_if_quick()
    collector.set_seen(True)
    assert collector._timer.isActive()
    python.made = 50_000
    collector.set_seen(False)
    collector.collect_if_quick()
    assert collector._timer.isActive()
    collector.stop()
    collector.resume()
    assert not collector._timer.isActive()


@pytest.mark.parametrize(
    ("expected", "made", "did"),
    [
        (0, 90_000, ["freeze", YOUNG]),
        (5, 80_000, [ALL, "freeze", YOUNG]),
        (5, 80_001, []),
    ],
)
def test_what_was_imported_is_exempt_unless_there_is_a_large_answer(
    collector, python, expected, made, did
):
    collector._expected, python.made = expected, made
    collector.exempt_imported()
    assert python.did == did


def test_large_answers_are_taken_apart_once_nothing_else_has_them(
    collector, background, python, qtbot, monkeypatch
):
    released: list[Any] = []
    monkeypatch.setattr(heap, "release", released.extend)
    large = build_answer(JsonArray((None,) * 20_000))
    collector._note_answer(build_answer(JsonArray((None,) * 19_999)))
    failed = result_of(success())
    collector._note_answer(
        replace(
            failed,
            judge_input=replace(
                failed.judge_input, analyzed=analyzed_of(SCENARIOS["failure-timed-out"])
            ),
        )
    )
    collector._note_answer()
    assert collector._large == []
    python.made = 77
    collector._note_answer(large, large)
    python.made = 5
    collector._note_answer(large)  # shown again
    assert collector._expected == 77
    assert len(collector._large) == 1
    collector.collect_if_quick()
    assert len(collector._large) == 1
    del large
    python.made = 500_000
    collector.collect_if_quick()
    assert collector._large == []
    assert python.did == [], "a search among the values that are to be freed"
    qtbot.waitUntil(background.is_idle)
    assert len(released) == 1


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize(("count", "held"), [(9_999, 0), (10_000, 1)])
def test_an_answer_is_large_by_the_values_of_all_its_documents(collector, count, held, beside):
    root = JsonObject((("a", JsonArray(("x",) * (count - 1))),))
    collector._note_answer(build_answer(root, root if beside else JsonArray(("y",) * 10_000)))
    assert len(collector._large) == held


@pytest.mark.parametrize(("count", "held"), [(9_995, 0), (9_996, 1)])
def test_what_is_nested_in_an_answer_is_counted_too(collector, count, held):
    inner = JsonObject((("a", JsonArray(("x",) * count)), ("b", None)))
    deep = JsonArray((inner, JsonArray((JsonArray(("y",) * 9_999),))))
    collector._note_answer(build_answer(deep))
    assert len(collector._large) == held


def build_answer(root, beside=None):
    """A result with that document, and maybe with one beside it."""
    result = result_of(success())
    analyzed = replace(result.analyzed, document=JsonDocument(root))
    if beside is not None:
        companion = Companion(
            CompanionKind.PORTAL_USER,
            result.analyzed.call_result,
            CompanionOutcome.ANSWERED,
            JsonDocument(beside),
        )
        analyzed = replace(analyzed, companions=(companion,))
    return replace(result, judge_input=replace(result.judge_input, analyzed=analyzed))
