from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.report.formats.timeline_layout import WIDTH, build_timeline_layout
from inspector_app.session.lifetimes import GatewayClock, Lifetimes
from inspector_app.session.presentation.timeline import build_marks
from inspector_app.session.time_format import TimeContext

NOW = 1_800_000_000.0


def drawn(translate=str, **times):
    lifetimes = Lifetimes(GatewayClock(), NOW, **times)
    return build_timeline_layout(build_marks(lifetimes, TimeContext(NOW, UTC)), translate)


USUAL = {"created": NOW - 700, "refreshed": NOW - 360, "expires": 7200.0}


def test_done_and_left_meet_at_now():
    made = drawn(**USUAL)
    assert made
    by_kind = {one.kind: one for one in made.segments}
    now = next(one.x for one in made.markers if one.kind == "now")
    assert by_kind["done"].x + by_kind["done"].width == now
    assert by_kind["left"].width > by_kind["done"].width
    assert by_kind["whole"].width == WIDTH - 16


def test_a_password_that_outlives_the_session_stands_beyond_a_dotted_line():
    made = drawn(**USUAL, password_expires=NOW + 9e6)
    assert made
    password = next(one for one in made.markers if one.kind == "password")
    dotted = next(one for one in made.segments if one.kind == "beyond")
    assert password.x == WIDTH - 8
    assert dotted.x + dotted.width == password.x
    assert dotted.width == 72
    made = drawn(**USUAL, password_expires=NOW - 9e6)
    assert made
    assert next(one for one in made.markers if one.kind == "password").x == 8


def test_without_a_start_or_an_end_there_is_no_picture():
    assert drawn() is None
    assert drawn(created=NOW) is None


def test_labels_in_chinese_have_more_room():
    wide = drawn(lambda text: "会话结束时间" * 4, **USUAL)
    narrow = drawn(lambda text: "ends" * 6, **USUAL)
    assert wide
    assert narrow
    assert wide.labels[0].x > narrow.labels[0].x + 40  # it starts at the edge, and is wider


instants = st.floats(NOW - 90_000, NOW)


@given(instants, instants, st.floats(1, 900_000), st.none() | st.floats(1, 4e9))
def test_no_label_covers_another_and_all_stand_within(one_time, other, expires, password):
    made = drawn(
        str,
        created=min(one_time, other),
        refreshed=max(one_time, other),
        expires=expires,
        password_expires=password,
    )
    assert made
    boxes = [
        (one.x - len(one.text) * 3.7, one.x + len(one.text) * 3.7, one.y) for one in made.labels
    ]
    for number, (left, right, y) in enumerate(boxes):
        assert left >= -0.01
        assert right <= WIDTH + 0.01
        assert 10 <= y <= made.height
        for other_left, other_right, other_y in boxes[:number]:
            assert abs(y - other_y) >= 16 or right <= other_left or left >= other_right
    assert all(one.width >= 0 for one in made.segments)


def test_what_lies_beyond_an_end_has_a_gap_to_all_that_lies_within():
    """At the left or the right, as wide as its dotted line."""
    for at, margins in ((NOW - 9e6, (80, 8)), (NOW + 9e6, (8, 80))):
        made = drawn(**USUAL, password_expires=at)
        assert made is not None
        within = [one.x for one in made.markers if one.kind != "password"]
        assert (min(within), max(within)) == (margins[0], WIDTH - margins[1])


def test_a_part_of_the_bar_that_has_no_width_is_none():
    new = drawn(created=NOW, refreshed=NOW, expires=7200.0)
    assert new
    assert [one.kind for one in new.segments] == ["whole", "left"]
    just = drawn(created=NOW - 7, refreshed=NOW - 7, expires=7200.0)
    assert just
    assert [one.kind for one in just.segments] == ["whole", "left", "done"]
    assert just.segments[-1].width < 1
