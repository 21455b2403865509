from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.presentation.label_layout import (
    LabelPosition,
    LabelRequest,
    place_labels,
)

wishes = st.builds(LabelRequest, st.floats(0, 1600), st.floats(1, 400), st.booleans())


def test_a_label_stands_under_its_mark_or_over_it():
    assert place_labels([LabelRequest(100, 40, True), LabelRequest(100, 40, False)], 640, 10) == (
        LabelPosition(80, -1),
        LabelPosition(80, 0),
    )


def test_labels_that_would_meet_step_aside():
    rows = [place.row for place in place_labels([LabelRequest(100, 40, False)] * 3, 640, 10)]
    assert rows == [0, 1, 2]
    assert [place.row for place in place_labels([LabelRequest(100, 40, True)] * 3, 640, 10)] == [
        -1,
        -2,
        -3,
    ]


def test_labels_stay_within_the_room():
    left, right = place_labels([LabelRequest(0, 40, False), LabelRequest(640, 40, False)], 640, 10)
    assert (left.left, right.left) == (0, 600)


def test_a_label_begins_where_the_one_between_it_and_the_line_begins_if_it_nearly_does():
    wishes = [LabelRequest(100, 60, False), LabelRequest(108, 60, False)]
    wide = LabelRequest(240, 200, False)  # which leaves no room beside the first
    first, _wide, second = place_labels([wishes[0], wide, wishes[1]], 400, 10)
    assert (first, second) == (LabelPosition(70, 0), LabelPosition(70, 1))
    far = place_labels([wishes[0], wide, LabelRequest(112, 60, False)], 400, 10)[2]
    assert far == LabelPosition(82, 1)
    above = [replace(one, is_above=True) for one in (wishes[0], wide, wishes[1])]
    first, _wide, second = place_labels(above, 400, 10)
    assert (first, second) == (LabelPosition(70, -1), LabelPosition(70, -2))


@settings(deadline=None, max_examples=200)
@given(st.lists(wishes, max_size=8), st.floats(400, 1600))
def test_no_two_labels_ever_meet(wished, room):
    found = list(zip(wished, place_labels(wished, room, 10), strict=True))
    for number, (wish, place) in enumerate(found):
        assert 0 <= place.left <= room - wish.width + 1e-6
        assert (place.row < 0) == wish.is_above
        for other, there in found[:number]:
            if there.row == place.row:
                assert (
                    place.left >= there.left + other.width + 10
                    or there.left >= place.left + wish.width + 10
                )
