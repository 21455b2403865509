import pytest

from inspector_app.session.examination import analyze_answer
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.judging.observer_effect import Effect, compare, supported
from inspector_app.session.lifetimes import ExpiryPolicy
from tests.session.answers import CREATED, NOW, REFRESHED, changed, exchange


def date(epoch):
    from email.utils import formatdate

    return (("Date", formatdate(epoch, usegmt=True)),)


def seen(at, refreshed, **changes):
    renamed = {f"session.{name}": value for name, value in changes.items()}
    answer = changed("success", {"session.refreshTime": refreshed, **renamed})
    return analyze_answer(exchange(answer, headers=date(at), at=at + 0.5))


def gone(at):
    return analyze_answer(exchange(changed("refusal", {}), headers=date(at), at=at + 0.5))


FIRST = seen(NOW, REFRESHED)


def test_a_refresh_time_that_stays_is_not_moved_by_inspecting():
    observed = compare(FIRST, seen(NOW + 60, REFRESHED))

    assert observed.effect is Effect.LEAVES_REFRESH_TIME
    assert str(observed.sentence) == "Inspecting does not move the last refresh"


@pytest.mark.parametrize("moved_to", [NOW, NOW + 60])
def test_a_refresh_time_at_the_moment_of_an_inspection_was_moved_by_it(moved_to):
    observed = compare(FIRST, seen(NOW + 60, moved_to))

    assert observed.effect is Effect.MOVES_REFRESH_TIME


def test_a_refresh_time_between_the_inspections_was_moved_by_other_use():
    assert compare(FIRST, seen(NOW + 600, NOW + 300)).effect is Effect.MOVED_BY_OTHER_USE


@pytest.mark.parametrize(
    "later",
    [
        seen(NOW + 60, REFRESHED - 10),
        seen(NOW + 60, None),
        seen(NOW + 60, NOW + 60, id="IAM_S_another"),
        seen(NOW + 60, REFRESHED, id=None),
        seen(NOW + 60, REFRESHED, createTime=CREATED + 1),
        gone(NOW + 60),
        analyze_answer(Failure(FailureKind.TIMED_OUT, Route("x"), NOW)),
    ],
)
def test_what_cannot_be_told_is_not_claimed(later):
    observed = compare(FIRST, later)

    assert observed.effect is Effect.CANNOT_TELL
    assert observed.supports is None


def test_a_session_just_refreshed_tells_nothing_by_staying_so():
    first = seen(NOW, NOW)

    assert compare(first, seen(NOW + 1, NOW)).effect is Effect.CANNOT_TELL


def test_nothing_is_told_without_a_session_before():
    assert compare(gone(NOW), FIRST).effect is Effect.CANNOT_TELL


def test_being_alive_after_the_fixed_end_supports_sliding():
    late = CREATED + 7200 + 60
    observed = compare(FIRST, seen(late, late - 600))

    assert observed.supports is ExpiryPolicy.SLIDING
    assert "counts from the last refresh" in str(observed.sentence)


def test_being_gone_between_the_ends_supports_the_fixed_one():
    observed = compare(FIRST, gone(CREATED + 7200 + 60))

    assert observed.supports is ExpiryPolicy.FIXED
    assert "unless the user signed out" in str(observed.sentence)


def test_being_gone_before_both_ends_or_after_them_supports_neither():
    assert compare(FIRST, gone(CREATED + 3600)).supports is None
    assert compare(FIRST, gone(REFRESHED + 7200 + 60)).supports is None


def test_what_an_answer_proves_by_itself_needs_none_before_it():
    late = CREATED + 7200 + 60
    alive = seen(late, late - 600)

    assert supported(alive, None) is ExpiryPolicy.SLIDING
    assert supported(alive, seen(NOW, REFRESHED, createTime=CREATED - 1)) is ExpiryPolicy.SLIDING
    assert supported(FIRST, None) is None
    assert supported(gone(CREATED + 7200 + 60), FIRST) is ExpiryPolicy.FIXED
