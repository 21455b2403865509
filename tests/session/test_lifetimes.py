from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.exchange import TimeSource
from inspector_app.session.lifetimes import ExpiryPolicy, GatewayClock, compute_gateway_clock
from tests.session.answers import CREATED, DATE, NOW, REFRESHED, SUCCESS, changed, exchange


def times(answer=SUCCESS, **kinds):
    return analyze_answer(exchange(answer, **kinds)).lifetimes


def test_both_ends_are_told_apart():
    found = times()

    assert found.ends_if_sliding == REFRESHED + 7200
    assert found.ends_if_fixed == CREATED + 7200
    assert found.ends == found.ends_if_sliding
    assert found.proven_policy is None


def test_age_idle_time_and_time_left_run_on_the_gateways_clock():
    ahead = times(at=NOW - 60 + 0.5)

    assert ahead.compute_age(NOW - 60) == pytest.approx(NOW - CREATED)
    assert ahead.compute_idle_time(NOW - 60) == pytest.approx(NOW - REFRESHED)
    assert ahead.compute_time_left(NOW - 60) == pytest.approx(REFRESHED + 7200 - NOW)


def test_a_refusal_has_no_lifetimes():
    assert times(changed("refusal", {})) is None


def test_missing_times_leave_their_spans_unknown():
    found = times(changed("success", {}, ("session.refreshTime", "session.expires")))

    assert (found.ends, found.compute_time_left(NOW), found.compute_idle_time(NOW)) == (
        None,
        None,
        None,
    )
    assert found.compute_age(NOW) == pytest.approx(NOW - CREATED)


@pytest.mark.parametrize("expires", [0, -1, "x", None, True, [7200], 1e40])
def test_a_lifetime_that_is_none_gives_no_end(expires):
    """J6."""
    assert times(changed("success", {"session.expires": expires})).ends is None


def test_being_alive_after_the_fixed_end_proves_that_it_slides():
    late = {"session.createTime": CREATED - 7000}

    assert times(changed("success", late)).proven_policy is ExpiryPolicy.SLIDING


@pytest.mark.parametrize(("beyond", "is_told"), [(-1, False), (0, False), (1, True)])
def test_an_end_is_outlived_only_beyond_what_the_clocks_can_tell_apart(beyond, is_told):
    """An answer within the margin of an end may have come before it."""
    found = times()
    end = found.answered_at - found.clock.margin - beyond
    fixed = replace(found, created=end - 100.0, expires=100.0, refreshed=end)
    assert (fixed.proven_policy is ExpiryPolicy.SLIDING) is is_told
    over = replace(found, created=end - 100.0, expires=100.0, refreshed=end - 100.0)
    assert over.has_outlived_both_ends is is_told
    early = replace(found, created=found.answered_at + found.clock.margin + beyond)
    assert early.has_future_times is is_told


@pytest.mark.parametrize(
    ("created", "ends"), [(-600, 6600), (0, 7200), (-7200 - 40, None)], ids=str
)
def test_a_refresh_before_the_creation_proves_no_end(created, ends):
    """The estimate is counted from the creation then, if that is not outlived."""
    found = times(changed("success", {"session.createTime": CREATED, "session.expires": 7200}))
    odd = replace(
        found, created=found.answered_at + created, refreshed=found.answered_at + created - 1
    )
    assert odd.ends_if_sliding is None
    assert odd.ends == (None if ends is None else pytest.approx(found.answered_at + ends))
    assert not odd.has_outlived_both_ends


def test_a_fixed_end_alone_that_was_outlived_is_no_estimate():
    late = changed("success", {"session.createTime": CREATED - 7000}, ("session.refreshTime",))

    assert times(late).ends is None
    assert not times(late).has_outlived_both_ends


def test_the_clock_is_read_at_the_middle_of_the_round_trip():
    clock = compute_gateway_clock(exchange(SUCCESS, at=NOW + 0.5, trip=2.0))

    assert clock.skew == pytest.approx(0)
    assert clock.uncertainty == pytest.approx(1.5)


@pytest.mark.parametrize("skew", [-90000.0, -31.0, -29.0, 0.0, 29.0, 31.0, 90000.0])
def test_a_skew_is_found_in_both_directions(skew):
    """R7."""
    clock = compute_gateway_clock(exchange(SUCCESS, at=NOW + 0.5 - skew))

    assert clock.skew == pytest.approx(skew)
    assert clock.is_skewed is (abs(skew) > 30)


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("Date", DATE), ("Age", "0")),
        (("Date", DATE), ("X-Cache", "HIT")),
        (("date", "yesterday"),),
        (("Date", DATE), ("AGE", "9")),
        (("Date", DATE), ("date", "Thu, 11 Jul 2019 12:06:12 GMT")),
    ],
)
def test_without_a_fresh_date_the_clock_is_unknown(headers):
    assert compute_gateway_clock(exchange(SUCCESS, headers=headers)) == GatewayClock()


@pytest.mark.parametrize("trip", [10.5, -1.0, 1e9])
def test_a_trip_too_long_or_backwards_leaves_the_clock_unknown(trip):
    """R7."""
    assert compute_gateway_clock(exchange(SUCCESS, trip=trip)) == GatewayClock()
    assert compute_gateway_clock(exchange(SUCCESS, trip=10.0)).skew is not None


@given(st.floats(-1e6, 1e6), st.floats(0, 10))
def test_the_true_skew_lies_within_the_uncertainty(skew, trip):
    """R7: the gateway's clock was read somewhere between sending and receiving, cut to seconds."""
    gateway_time = NOW + 0.7
    for where in (0.0, 0.5, 1.0):
        at = gateway_time - skew + (0.5 - where) * trip
        clock = compute_gateway_clock(exchange(SUCCESS, at=at, trip=trip))
        assert clock.skew == pytest.approx(skew, abs=(clock.uncertainty or 0) + 1e-3)


def test_a_file_whose_date_is_all_that_is_known_proves_no_more_than_the_answer_itself():
    answer = replace(exchange(SUCCESS, at=NOW + 1e7), time_source=TimeSource.FILE_DATE)
    found = analyze_answer(answer).lifetimes

    assert found is not None
    assert found.answered_at == REFRESHED
    assert found.proven_policy is None
    assert not found.has_outlived_both_ends
    assert compute_gateway_clock(answer).skew is None


@pytest.mark.parametrize("timed", [one for one in TimeSource if one is not TimeSource.OBSERVED])
def test_two_clocks_are_compared_only_where_the_call_was_seen(timed):
    assert compute_gateway_clock(replace(exchange(SUCCESS), time_source=timed)) == GatewayClock()


@settings(deadline=None)
@given(
    st.integers(-(10**6), 10**6),
    st.integers(-(10**6), 10**6),
    st.integers(1, 10**6),
    st.floats(-1e7, 1e7),
)
def test_no_more_time_is_left_than_the_lifetime(created, refreshed, expires, later):
    """R7: wherever the times lie, and whenever it is asked."""
    moved = {
        "session.createTime": int(NOW) + created,
        "session.refreshTime": int(NOW) + refreshed,
        "session.expires": expires,
    }
    found = times(changed("success", moved))

    assert found is not None
    left = found.compute_time_left(NOW + later)
    assert left is None or left <= expires
    if max(created, refreshed) > found.clock.margin + 1:
        assert (left, found.ends_if_fixed, found.ends_if_sliding) == (None, None, None)
    # No session ended before the answer that it is alive by a refresh that cannot have been.
    assert found.ends_if_sliding is None or refreshed >= created


@pytest.mark.parametrize("date", [1, 1000, 86_400_000, 999_999_999, "1970-01-02 00:00:00"])
def test_a_password_date_from_before_there_was_enos_is_none(date):
    """J6."""
    found = times(changed("success", {"session.user.password_expire_time": date}))

    assert found is not None
    assert found.password_expires is None
    assert found.is_password_date_absurd
    assert not found.has_password_expired
