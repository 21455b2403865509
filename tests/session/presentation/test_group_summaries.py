"""The words in the rows of groups."""

from datetime import UTC

import pytest

from inspector_app.session.lifetimes import GatewayClock, Lifetimes
from inspector_app.session.presentation.group_summaries import summarize_timing
from inspector_app.session.time_format import TimeContext

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (1.0, "idle 3 s, about 1 s left"),
        (0.4, "idle 3 s, about 0 s left"),
        (0.0, "idle 4 s, about 0 s left"),
        (-0.4, "idle 4 s, over by about 0 s, by the estimate"),
        (-3.0, "idle 7 s, over by about 3 s, by the estimate"),
        (4.0, "idle 0 s, about 4 s left"),
        (5.0, "about 4 s left"),  # refreshed in the future: never more than the whole lifetime
    ],
)
def test_a_session_is_over_from_the_moment_of_its_estimated_end(left, words):
    """The app never claims more than the answer says."""
    refreshed = NOW + left - 4.0
    life = Lifetimes(GatewayClock(), NOW, refreshed - 60, refreshed, 4.0)
    assert str(summarize_timing(life).format_text(TimeContext(NOW, UTC))) == words
