"""The phases of a call as shares of the whole, one after the other."""

import pytest

from inspector_app.session.exchange import Failure, FailureKind, PhaseDurations, Route
from inspector_app.session.presentation.phase_spans import (
    build_phase_spans,
    build_preparation_span,
)
from tests.session.answers import NOW


def spans_of(**seconds):
    failure = Failure(FailureKind.TIMED_OUT, Route("x"), NOW, phases=PhaseDurations(**seconds))
    spans = build_phase_spans(failure)
    return build_preparation_span(failure), [(one.start, one.length) for one in spans]


@pytest.mark.parametrize("total", [4.0, 3.9])
def test_the_first_phase_begins_with_the_call_where_nothing_came_before_it(total):
    """Also where the clocks of the parts say a little more than that of the whole."""
    before, spans = spans_of(resolve=1.0, wait=3.0, total=total)
    assert before is None
    assert spans == [(0.0, 1.0 / total), (1.0 / total, 3.0 / total)]


def test_what_came_before_the_first_phase_leaves_room_before_it():
    before, spans = spans_of(connect=1.0, wait=1.0, total=4.0)
    assert before is not None
    assert (before.start, before.length) == (0.0, 0.5)
    assert spans == [(0.5, 0.25), (0.75, 0.25)]
