"""The picture of a session's life can be read at every width, whatever its times are."""

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor

from inspector_app.desktop.answer.timeline_layout import TimelineSizes, arrange_line, arrange_rows
from inspector_app.desktop.answer.timeline_view import TimelineView
from inspector_app.session.lifetimes import ExpiryPolicy, GatewayClock, Lifetimes
from inspector_app.session.presentation.timeline import Mark, MarkKind
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from inspector_app.session.translatable_text import tr

NOW = 1_800_000_000.0
near = st.floats(-20_000, 20_000).map(lambda away: NOW + away)
lives = st.builds(
    Lifetimes,
    st.just(GatewayClock()),
    st.just(NOW),
    st.none() | near,
    st.none() | near,
    st.none() | st.floats(-900, 900_000),
    st.none() | near | st.floats(NOW - 4e8, NOW + 4e8),
)


@pytest.fixture
def picture(appearance, qtbot):
    made = TimelineView(appearance)
    qtbot.addWidget(made)
    return made


def get_x(picture, mark):
    return picture.arrangement.get_x(mark.kind)


def show(picture, timeline, width, supported=None):
    picture.show_timeline(timeline, TimeContext(NOW, UTC), supported)
    picture.resize(width, picture.sizeHint().height())
    picture.resize(width, picture.sizeHint().height())  # its height depends on its width
    zone = [(None, picture.arrangement.zone_box)] if picture.zone_text else []
    return [*((mark, box) for mark, _, box in picture.labels), *zone]


def test_a_zone_in_a_row_of_its_own_is_within_the_picture():
    """Where the labels leave it no room beside them."""
    marks = [
        Mark(kind, NOW + at, place, tr(""), tr(""))
        for kind, at, place in ((MarkKind.CREATED, 0, 0.4), (MarkKind.ENDS_IF_SLIDING, 9, 0.6))
    ]
    sizes = TimelineSizes(10, 6, 10, 20, 14, 30, 80, 24, 2, lambda words: 10.0 * len(words))
    rows = {
        length: arrange_rows(marks, ["x" * length] * 2, "z" * length, 400, sizes)
        for length in (2, 36)
    }
    for arranged in rows.values():
        labels = max(label.box.bottom() for label in arranged.labels)
        assert arranged.zone_box.bottom() <= arranged.height
        assert arranged.height >= labels
    assert rows[36].zone_box.top() > max(one.box.top() for one in rows[36].labels)
    assert rows[36].height > rows[2].height


@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lives, st.integers(570, 1600))
def test_labels_never_overlap_and_never_leave_the_picture(picture, timeline, width):
    labels = show(picture, timeline, width)
    for number, (mark, box) in enumerate(labels):
        assert picture.rect().toRectF().contains(box), (mark, box)
        assert not [other for _, other in labels[:number] if box.intersects(other)], mark


def test_the_password_stands_at_the_right_edge_off_scale(picture):
    timeline = Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0, NOW + 1e7)
    show(picture, timeline, 900)
    *_, end, password = sorted(picture.labels, key=lambda label: label[0].time)
    assert password[0].kind is MarkKind.PASSWORD_EXPIRES
    assert password[1].startswith("password expires 2")
    assert password[2].right() == pytest.approx(900)
    assert get_x(picture, password[0]) - get_x(picture, end[0]) > 40
    assert "The password expires" in picture.accessibleName()


def test_without_a_password_date_the_scale_has_the_whole_width(picture):
    timeline = Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0)
    show(picture, timeline, 900)
    assert get_x(picture, picture.labels[-1][0]) > 880
    assert "password" not in picture.accessibleName()


def test_what_was_seen_of_the_end_is_said(picture):
    timeline = Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0)
    labels = show(picture, timeline, 900, ExpiryPolicy.SLIDING)
    assert MarkKind.ENDS_IF_FIXED not in [mark.kind for mark, _ in labels[:-1]]
    assert "as was seen" in picture.accessibleName()


def test_each_mark_has_a_tooltip(picture):
    timeline = Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0, NOW + 1e7)
    show(picture, timeline, 900)
    said = [picture.get_description_at(get_x(picture, mark)) for mark, _, _ in picture.labels]
    assert said == [str(mark.description) for mark, _, _ in picture.labels]
    assert len(set(said)) == len(said)


def test_the_zone_of_the_times_stands_beside_them(picture):
    timeline = Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0, NOW + 1.4e7)
    for zone, words in (
        (UTC, "times in UTC"),
        (ZoneInfo("Asia/Shanghai"), "times in UTC+8"),
        (ZoneInfo("Asia/Kolkata"), "times in UTC+5:30"),
    ):
        picture.show_timeline(timeline, TimeContext(NOW, zone))
        assert picture.zone_text == words


def test_a_time_after_a_change_of_the_clocks_names_its_own_zone(picture):
    timeline = Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0, NOW + 1.4e7)
    picture.show_timeline(timeline, TimeContext(NOW, ZoneInfo("Europe/Berlin")))
    assert picture.zone_text == "times in UTC+1"
    words = {mark.kind: word for mark, word, _ in picture.labels}
    assert words[MarkKind.PASSWORD_EXPIRES].endswith("UTC+2")
    assert "UTC" not in words[MarkKind.ENDS_IF_SLIDING]


class Told(TimelineView):
    """Counts what a screen reader is told."""

    count = 0

    def setAccessibleName(self, name):  # noqa: N802  # Qt's own name
        self.count += 1
        super().setAccessibleName(name)


def test_a_reader_hears_of_the_picture_only_when_it_says_something_else(appearance, qtbot):
    picture = Told(appearance)
    qtbot.addWidget(picture)
    timeline = Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0)
    for now in (NOW, NOW, NOW + 7300):
        picture.show_timeline(timeline, TimeContext(now, UTC))
    assert picture.count == 2


LIFE = Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0, NOW + 1e7)


def test_without_room_both_ends_stand_beside_the_bar_in_one_line(picture):
    show(picture, LIFE, 900)
    whole = picture.sizeHint().height()
    picture.set_room(has_room=False)
    (begin, created, left), (end, ends, right) = picture.labels
    assert created.startswith("created")
    assert ends.startswith("ends about")
    assert picture.sizeHint().height() < whole / 2
    assert left.right() < get_x(picture, begin)
    assert get_x(picture, end) < right.left()
    assert right.right() < picture.arrangement.zone_box.left()
    assert picture.arrangement.zone_box.right() <= picture.width()
    assert "The password expires" in picture.accessibleName()
    picture.set_room(has_room=True)
    assert picture.sizeHint().height() == whole
    assert len(picture.labels) > 2


def test_an_end_before_the_beginning_is_named_once(picture):
    picture.set_room(has_room=False)
    show(picture, Lifetimes(GatewayClock(), NOW, None, NOW, -900.0), 900)
    kinds = [mark.kind for mark, _, _ in picture.labels]
    assert MarkKind.REFRESHED in kinds
    assert kinds.count(MarkKind.ENDS_IF_SLIDING) == 1


def test_a_line_too_short_for_that_keeps_its_rows(picture):
    picture.set_room(has_room=False)
    show(picture, LIFE, 460)
    assert len(picture.labels) > 2
    picture.resize(900, picture.height())
    assert len(picture.labels) == 2


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lives, st.integers(570, 1600))
def test_labels_of_one_line_never_overlap_either(picture, timeline, width):
    picture.set_room(has_room=False)
    labels = show(picture, timeline, width)
    for number, (mark, box) in enumerate(labels):
        assert picture.rect().toRectF().contains(box), (mark, box)
        assert not [other for _, other in labels[:number] if box.intersects(other)], mark


class Repainting(TimelineView):
    """Knows what was to be painted again: a rectangle, or all of it."""

    def __init__(self, theme):
        super().__init__(theme)
        self.repainted: list[QRect] = []

    def update(self, *areas):
        self.repainted.append(areas[0] if areas else self.rect())
        super().update(*areas)


def differ(one, other):
    """Whether two pixels are more unlike than an edge that has moved by half a pixel."""
    a, b = QColor(one), QColor(other)
    distances = (a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue())
    return max(map(abs, distances)) > 140


def find_differences(before, after):
    """The rectangle of all pixels that are not as they were."""
    places = [
        (x, y)
        for x in range(after.width())
        for y in range(after.height())
        if before.pixel(x, y) != after.pixel(x, y) and differ(before.pixel(x, y), after.pixel(x, y))
    ]
    if not places:
        return QRect()
    (left, *_, right), (top, *_, bottom) = (sorted(p[i] for p in places * 2) for i in (0, 1))
    return QRect(QPoint(left, top), QPoint(right, bottom))


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lives, st.sampled_from([1, 2, 7, 60, 5000]))
def test_what_a_second_changes_is_painted_again(appearance, qtbot, timeline, passed):
    picture = Repainting(appearance)
    qtbot.addWidget(picture)
    show(picture, timeline, 700)
    before = picture.grab().toImage()
    picture.repainted.clear()
    picture.show_timeline(timeline, TimeContext(NOW + passed, UTC))
    picture.resize(700, picture.sizeHint().height())
    covered = QRect()
    for area in picture.repainted:
        covered = covered.united(area)
    after = picture.grab().toImage()
    if after.size() == before.size():
        changed = find_differences(before, after)
        assert covered.contains(changed) or changed.isEmpty(), (covered, changed)


def test_in_most_seconds_only_the_time_now_is_painted_again(appearance, qtbot):
    picture = Repainting(appearance)
    qtbot.addWidget(picture)
    show(picture, LIFE, 900)
    picture.repainted.clear()
    picture.show_timeline(LIFE, TimeContext(NOW + 1, UTC))
    (area,) = picture.repainted
    assert area.width() < 200
    picture.repainted.clear()
    picture.show_timeline(LIFE, TimeContext(NOW + 1, UTC))
    assert not picture.repainted


def test_another_severity_paints_the_whole_picture_again(appearance, qtbot):
    """The bar has its colour, whatever second it is."""
    picture = Repainting(appearance)
    qtbot.addWidget(picture)
    view = TimeContext(NOW, UTC)
    show(picture, LIFE, 900)
    picture.show_timeline(LIFE, view, severity=Severity.GOOD)
    before = picture.grab().toImage()
    picture.repainted.clear()
    picture.show_timeline(LIFE, view, severity=Severity.BAD)
    assert picture.repainted == [picture.rect()]
    assert picture.grab().toImage() != before


@pytest.mark.parametrize("passed", [30, 60])
def test_a_mark_without_a_label_is_painted_again_as_a_whole(appearance, qtbot, passed):
    picture = Repainting(appearance)
    qtbot.addWidget(picture)
    picture.set_room(has_room=False)
    show(picture, LIFE, 900)
    assert MarkKind.NOW not in {mark.kind for mark, _, _ in picture.labels}
    before = picture.grab().toImage()
    picture.repainted.clear()
    picture.show_timeline(LIFE, TimeContext(NOW + passed, UTC))
    (area,) = picture.repainted
    changed = find_differences(before, picture.grab().toImage())
    assert not changed.isEmpty()
    assert area.contains(changed)
    assert max(area.width(), area.height()) < 40  # pixels: not much more than the mark


@pytest.mark.parametrize(("ended", "severity"), [(0, Severity.GOOD), (1, Severity.WARNING)])
def test_no_green_bar_runs_on_behind_the_end(picture, ended, severity):
    life = Lifetimes(GatewayClock(), NOW, NOW - 9000, NOW - 7200 - ended, 7200.0)
    assert life.ends == NOW - ended
    picture.show_timeline(life, TimeContext(NOW, UTC), severity=Severity.GOOD)
    assert picture._severity is severity


@pytest.mark.parametrize(("missing", "is_one_line"), [(0, True), (1, False)])
def test_one_line_has_room_for_its_bar_or_there_are_rows(missing, is_one_line):
    marks = [
        Mark(kind, NOW + at, place, tr(""), tr(""))
        for kind, at, place in ((MarkKind.CREATED, 0, 0.0), (MarkKind.ENDS_IF_SLIDING, 9, 1.0))
    ]
    sizes = TimelineSizes(10, 6, 10, 20, 14, 30, 80, 24, 2, lambda words: 10.0 * len(words))
    words = 3 * 10 * 2 + 3 * sizes.gap
    width = words + sizes.least_bar - missing
    arranged = arrange_line(marks, ["x" * 2] * 2, "z" * 2, width, sizes)
    assert (arranged is not None) is is_one_line


@pytest.mark.parametrize("first", [MarkKind.NOW, MarkKind.CREATED])
def test_a_line_begins_with_the_session_also_where_that_is_to_come(first):
    """The clocks of two computers differ: a session may have been created after now."""
    second = MarkKind.NOW if first is MarkKind.CREATED else MarkKind.CREATED
    marks = [
        Mark(kind, NOW + at, at / 9, tr(""), tr(""))
        for kind, at in ((first, 0), (second, 3), (MarkKind.ENDS_IF_SLIDING, 9))
    ]
    sizes = TimelineSizes(10, 6, 10, 20, 14, 30, 80, 24, 2, lambda words: 10.0 * len(words))
    arranged = arrange_line(marks, ["x"] * 3, "z", 900, sizes)
    assert arranged is not None
    assert [one.mark.kind for one in arranged.labels] == [
        MarkKind.CREATED,
        MarkKind.ENDS_IF_SLIDING,
    ]
