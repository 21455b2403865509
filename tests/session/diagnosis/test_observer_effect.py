import pytest

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.observer_effect import (
    RefreshEffect,
    _build_observation,
    _classify_effect,
    compare_answers,
    find_supported_expiry,
)
from inspector_app.session.exchange import Failure, FailureKind, Route
from inspector_app.session.lifetimes import ExpiryPolicy, GatewayClock, Lifetimes
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
    observed = compare_answers(FIRST, seen(NOW + 60, REFRESHED))

    assert observed.effect is RefreshEffect.LEAVES_REFRESH_TIME
    assert str(observed.sentence) == "Inspecting does not move the last refresh"


@pytest.mark.parametrize("moved_to", [NOW, NOW + 60])
def test_a_refresh_time_at_the_moment_of_an_inspection_was_moved_by_it(moved_to):
    observed = compare_answers(FIRST, seen(NOW + 60, moved_to))

    assert observed.effect is RefreshEffect.MOVES_REFRESH_TIME


def test_a_refresh_time_between_the_inspections_was_moved_by_other_use():
    assert (
        compare_answers(FIRST, seen(NOW + 600, NOW + 300)).effect
        is RefreshEffect.MOVED_BY_OTHER_USE
    )


def alive(at, refreshed, uncertainty=1.0):
    return Lifetimes(GatewayClock(0.0, uncertainty), at, CREATED, refreshed, 7200.0)


@pytest.mark.parametrize(("away", "is_told"), [(2.0, True), (2.5, False)])
@pytest.mark.parametrize("side", [-1, 1])
@pytest.mark.parametrize("inspection", [NOW, NOW + 600])
def test_a_refresh_is_an_inspections_as_far_as_the_clock_can_tell(inspection, side, away, is_told):
    """The clock's uncertainty, and the second in which a time of whole seconds lies."""
    before = alive(NOW, int(NOW) - 300)
    moved = inspection + side * away
    effect = RefreshEffect.MOVES_REFRESH_TIME if is_told else RefreshEffect.MOVED_BY_OTHER_USE
    assert _classify_effect(before, alive(NOW + 600, moved)) is effect


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
    observed = compare_answers(FIRST, later)

    assert observed.effect is RefreshEffect.CANNOT_TELL
    assert observed.supported_expiry is None


def test_what_a_cache_had_stored_tells_nothing_of_the_time_of_the_call():
    """It has the refresh of before, was accepted before its end, and refused before as well."""
    after_fixed_end = CREATED + 7200 + 100

    def stored(name, at):
        headers = (*date(at), ("X-Cache", "HIT"))
        return analyze_answer(exchange(changed(name, {}), headers=headers, at=at + 0.5))

    for earlier, later in (
        (FIRST, stored("success", NOW + 60)),
        (stored("success", NOW), seen(NOW + 60, REFRESHED)),
        (FIRST, stored("success", after_fixed_end)),
        (FIRST, stored("refusal", after_fixed_end)),
    ):
        observed = compare_answers(earlier, later)
        assert observed.effect is RefreshEffect.CANNOT_TELL
        assert observed.supported_expiry is None
        assert find_supported_expiry(later, earlier) is None
    assert find_supported_expiry(seen(after_fixed_end, REFRESHED), FIRST) is ExpiryPolicy.SLIDING


def test_a_session_just_refreshed_tells_nothing_by_staying_so():
    first = seen(NOW, NOW)

    assert compare_answers(first, seen(NOW + 1, NOW)).effect is RefreshEffect.CANNOT_TELL


def test_nothing_is_told_without_a_session_before():
    assert compare_answers(gone(NOW), FIRST).effect is RefreshEffect.CANNOT_TELL


def test_being_alive_after_the_fixed_end_supports_sliding():
    late = CREATED + 7200 + 60
    observed = compare_answers(FIRST, seen(late, late - 600))

    assert observed.supported_expiry is ExpiryPolicy.SLIDING
    assert "seems to count from the last refresh" in str(observed.sentence)


def test_being_gone_between_the_ends_supports_the_fixed_one():
    observed = compare_answers(FIRST, gone(CREATED + 7200 + 60))

    assert observed.supported_expiry is ExpiryPolicy.FIXED
    assert "unless the user signed out" in str(observed.sentence)


def test_being_gone_before_both_ends_or_after_them_supports_neither():
    assert compare_answers(FIRST, gone(CREATED + 3600)).supported_expiry is None
    assert compare_answers(FIRST, gone(REFRESHED + 7200 + 60)).supported_expiry is None


@pytest.mark.parametrize("end", [CREATED + 7200, REFRESHED + 7200])
@pytest.mark.parametrize("seconds", [-1, 0, 1])
def test_being_gone_so_near_to_an_end_that_the_clocks_cannot_tell_supports_neither(end, seconds):
    assert compare_answers(FIRST, gone(end + seconds)).supported_expiry is None


def test_what_an_answer_proves_by_itself_needs_none_before_it():
    late = CREATED + 7200 + 60
    alive = seen(late, late - 600)

    assert find_supported_expiry(alive, None) is ExpiryPolicy.SLIDING
    assert (
        find_supported_expiry(alive, seen(NOW, REFRESHED, createTime=CREATED - 1))
        is ExpiryPolicy.SLIDING
    )
    assert find_supported_expiry(FIRST, None) is None
    assert find_supported_expiry(gone(CREATED + 7200 + 60), FIRST) is ExpiryPolicy.FIXED


MOVES = "Inspecting seems to move the last refresh: it stands at the moment of an inspection"
SLIDING = "accepted after the fixed end, so the end seems to count from the last refresh"
FIXED = (
    "gone between the fixed end and the sliding one, so it may be fixed, unless the user signed out"
)


@pytest.mark.parametrize(
    ("effect", "expiry", "sentence"),
    [
        ("MOVES_REFRESH_TIME", None, MOVES),
        ("MOVES_REFRESH_TIME", "SLIDING", f"{MOVES}; {SLIDING}"),
        ("LEAVES_REFRESH_TIME", "FIXED", f"Inspecting does not move the last refresh; {FIXED}"),
        (
            "MOVED_BY_OTHER_USE",
            None,
            "The last refresh moved between two inspections: it is in use",
        ),
        ("CANNOT_TELL", None, "Whether inspecting moves the last refresh cannot be told"),
        ("CANNOT_TELL", "SLIDING", f"About the end: {SLIDING}"),
        ("CANNOT_TELL", "FIXED", f"About the end: {FIXED}"),
    ],
)
def test_what_was_seen_and_what_it_supports_are_told_and_no_more(effect, expiry, sentence):
    """The app never claims more than the answers say."""
    supported = None if expiry is None else ExpiryPolicy[expiry]
    observed = _build_observation(RefreshEffect[effect], supported)
    assert str(observed.sentence) == sentence
    assert (observed.effect, observed.supported_expiry) == (RefreshEffect[effect], supported)
