from datetime import UTC

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.lifetimes import ExpiryPolicy, GatewayClock, Lifetimes
from inspector_app.session.presentation.timeline import MarkKind, build_marks, describe_timeline
from inspector_app.session.time_format import TimeContext

VIEW = TimeContext(1_000_600.0, UTC)
LIFE = Lifetimes(GatewayClock(), 1_000_600.0, 1_000_000.0, 1_000_300.0, 7200.0, 9_000_000.0)
times = st.none() | st.floats(1, 4e9)


def kinds(found):
    return [mark.kind for mark in found]


def test_the_marks_stand_in_the_order_of_time():
    assert kinds(build_marks(LIFE, VIEW)) == [
        MarkKind.CREATED,
        MarkKind.REFRESHED,
        MarkKind.NOW,
        MarkKind.ENDS_IF_FIXED,
        MarkKind.ENDS_IF_SLIDING,
        MarkKind.PASSWORD_EXPIRES,
    ]


def test_the_passwords_end_is_off_scale_beyond_the_right_end():
    *_, end, password = build_marks(LIFE, VIEW)
    assert (end.position, end.is_off_scale) == (1.0, False)
    assert (password.position, password.is_off_scale) == (1.0, True)
    assert str(password.label) == "password expires 1970-04-15 04:00"


def test_a_password_that_has_expired_long_ago_is_off_scale_at_the_left():
    first, *_ = build_marks(
        Lifetimes(LIFE.clock, 1e9, 1e9, 1e9, 900.0, 5e8), TimeContext(1e9 + 9, UTC)
    )
    assert (first.kind, first.position, first.is_off_scale) == (
        MarkKind.PASSWORD_EXPIRES,
        0.0,
        True,
    )
    assert str(first.label).startswith("password expired ")


def test_without_a_password_date_there_is_no_mark_for_it():
    known = Lifetimes(LIFE.clock, LIFE.answered_at, LIFE.created, LIFE.refreshed, LIFE.expires)
    assert MarkKind.PASSWORD_EXPIRES not in kinds(build_marks(known, VIEW))


def test_evidence_leaves_one_reading_of_the_end():
    sliding = build_marks(LIFE, VIEW, ExpiryPolicy.SLIDING)
    assert MarkKind.ENDS_IF_FIXED not in kinds(sliding)
    assert "from the last refresh, as was seen" in str(
        describe_timeline(LIFE, VIEW, ExpiryPolicy.SLIDING)
    )
    fixed = build_marks(LIFE, VIEW, ExpiryPolicy.FIXED)
    assert MarkKind.ENDS_IF_SLIDING not in kinds(fixed)
    assert "from the creation, as was seen" in str(
        describe_timeline(LIFE, VIEW, ExpiryPolicy.FIXED)
    )


@settings(deadline=None, max_examples=200)
@given(times, times, times, times, st.floats(1, 4e9), st.none() | st.sampled_from(ExpiryPolicy))
def test_any_times_give_marks_within_the_line(created, refreshed, span, password, now, supported):
    timeline = Lifetimes(GatewayClock(), now, created, refreshed, span, password)
    found = build_marks(timeline, TimeContext(now, UTC), supported)
    assert all(0 <= mark.position <= 1 for mark in found)
    assert [mark.time for mark in found] == sorted(mark.time for mark in found)
    assert not found or str(describe_timeline(timeline, TimeContext(now, UTC), supported))


def test_time_that_stands_still_is_not_called_now():
    saved = TimeContext(VIEW.now, UTC, is_live=False)
    label = {mark.kind: str(mark.label) for mark in build_marks(LIFE, saved)}[MarkKind.NOW]

    assert label.startswith("as of ")
    assert "Now" not in str(describe_timeline(LIFE, saved))
