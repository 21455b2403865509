"""What paints itself is mirrored where a language is written from right to left."""

from collections import Counter
from datetime import UTC

import pytest
from PySide6.QtCore import QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTreeView, QTreeWidget, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.outline_view import RowDelegate
from inspector_app.desktop.answer.page_switch import PageSwitch
from inspector_app.desktop.answer.timeline_view import TimelineView
from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.comparison.tinted_delegate import TintedDelegate
from inspector_app.desktop.export.file_drag_source import FileDragSource
from inspector_app.desktop.guards.crash_report_dialog import CrashReportDialog
from inspector_app.desktop.main_window.token_choice_row import RowTexts, TokenChoiceRow
from inspector_app.desktop.many.verdict_strip import VerdictStrip
from inspector_app.desktop.theme.colours import LIGHT
from inspector_app.desktop.theme.spacing import Spacing
from inspector_app.desktop.theme.style_sheet import build_style_sheet
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.check_box import CheckBox
from inspector_app.desktop.widgets.isolating_delegate import IsolatingDelegate
from inspector_app.desktop.widgets.labels import ElidedLabel, PlainLabel
from inspector_app.report.many_groups import RowGroup
from inspector_app.session.lifetimes import GatewayClock, Lifetimes
from inspector_app.session.time_format import TimeContext
from tests.desktop.at_work import inspect, lay_out, token_of

PARTS = 8
"""Of the width: in each of them is as much ink as in the one across from it."""


def create_choice(theme):
    button = Button(theme, ButtonVariant.DROP_DOWN, "Staging")
    button.setIcon(theme.get_icon("globe"))
    return button


def create_strip(theme):
    strip = VerdictStrip(theme)
    strip.show_counts({RowGroup.VALID: 1, RowGroup.PROBLEM: 2, None: 1}, asking=0)
    return strip


def create_row(theme):
    texts = RowTexts("Session token", "41c14e05", ("complete",), "Line 2: in the text", "Old")
    return TokenChoiceRow(theme, texts)


def create_words(_theme):
    label = PlainLabel("oxoxoxoxoxo")  # as it would be in a mirror
    label.setFixedSize(400, 24)
    return label


def create_row_delegate(theme, view):
    return RowDelegate(theme.spacing, view)


def create_list_delegate(_theme, view):
    return IsolatingDelegate(view)


WIDGETS = {
    "drop-down": create_choice,
    "check box": lambda theme: CheckBox(theme, "Remember"),
    "strip": create_strip,
    "token": create_row,
    "words": create_words,
}


def grab_columns(widget, direction):
    """The grey values of each column of what is painted, from the leading edge on."""
    widget.setLayoutDirection(direction)
    widget.ensurePolished()
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    width, data = image.bytesPerLine(), bytes(image.constBits())
    columns = [data[x::width] for x in range(image.width())]
    return columns[::-1] if direction is Qt.LayoutDirection.RightToLeft else columns


def measure_ink(widget, direction):
    """How much of each part of its width is painted over, from the leading edge on."""
    columns = grab_columns(widget, direction)
    ground = Counter(b"".join(columns)).most_common(1)[0][0]
    ink = [sum(abs(one - ground) > 24 for one in column) for column in columns]
    size = len(ink) / PARTS
    return [sum(ink[round(part * size) : round((part + 1) * size)]) for part in range(PARTS)]


def assert_is_mirrored(widget):
    there = measure_ink(widget, Qt.LayoutDirection.LeftToRight)
    back = measure_ink(widget, Qt.LayoutDirection.RightToLeft)
    assert sum(back) == pytest.approx(sum(there), rel=0.03)
    room = 0.06 * sum(there)
    assert all(abs(a - b) < room for a, b in zip(there, back, strict=True)), (there, back)


@pytest.mark.parametrize("what", WIDGETS)
def test_a_painted_widget_is_mirrored(qtbot, appearance, what):
    widget = WIDGETS[what](appearance)
    qtbot.addWidget(widget)
    widget.resize(QSize(360, widget.sizeHint().height()))
    assert_is_mirrored(widget)


def test_the_file_to_drag_is_mirrored(qtbot, appearance):
    source, background = QWidget(), BackgroundExecutor()
    qtbot.addWidget(source)
    widget = FileDragSource(appearance, background, source)
    qtbot.addWidget(widget)
    widget.set_file("report.txt", b"invented")
    widget.resize(QSize(360, widget.sizeHint().height()))
    assert_is_mirrored(widget)
    qtbot.waitUntil(background.is_idle)


def test_the_report_of_a_fault_begins_at_its_first_letter(demo, qtbot, qapp, caplog):
    """It is code: from left to right in every language, and not scrolled to its other end."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        demo.secret_guards.crash_reporter.report_exception(ValueError("long " * 60))
        caplog.clear()  # the fault is the test's
        (dialog,) = demo.window.findChildren(CrashReportDialog)
        view = dialog.report_view
        qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 0)
        assert dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert view.layoutDirection() is Qt.LayoutDirection.LeftToRight
        assert view.cursorForPosition(QPoint(1, 1)).positionInBlock() == 0
        dialog.reject()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_entries_of_the_history_are_mirrored(demo, qtbot):
    demo.window.resize(1300, 800)
    inspect(demo, qtbot, token_of(demo, "valid"))
    qtbot.waitUntil(lambda: bool(demo.history.store.history.entries))
    demo.window.action_collection[ActionId.HISTORY].trigger()
    lay_out()
    view = demo.history.pane.view
    view.setFixedHeight(80)
    assert_is_mirrored(view)


def test_the_card_has_its_stripe_where_reading_begins(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "valid"))
    card = demo.window.result_view.banner
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        columns = grab_columns(card, direction)
        assert columns[2][40:80] == columns[1][40:80]
        assert columns[2][40:80] != columns[-3][40:80]


@pytest.fixture
def directions(qapp):
    """Gives each direction in turn to the app, with a style sheet for it."""

    def turn():
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            qapp.setLayoutDirection(direction)
            yield direction, build_style_sheet(LIGHT, Spacing(1.0))

    yield turn
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_first_head_of_a_table_has_its_distance_on_the_leading_side(qtbot, directions):
    for direction, sheet in directions():
        table = QTreeWidget()
        qtbot.addWidget(table)
        table.setHeaderLabels(["Mm", "Mm", "Mm"])
        table.header().setStretchLastSection(False)
        for column in range(3):
            table.setColumnWidth(column, 120)
        table.setStyleSheet(sheet)
        table.resize(400, 200)
        table.show()
        header = table.header()
        columns = grab_columns(header, direction)
        ground = columns[-60][4]
        inked = [any(abs(one - ground) > 64 for one in column[:28]) for column in columns]
        start = next(x for x, is_inked in enumerate(inked) if is_inked)
        again = next(x for x, is_inked in enumerate(inked) if is_inked and x > 100)
        assert 12 <= start % 120 <= 20, direction
        assert 2 <= again - 120 - (start - start % 120) <= 8, direction


def test_a_row_of_segments_has_a_frame_and_round_corners_at_both_ends(
    appearance, qtbot, directions
):
    for direction, sheet in directions():
        switch = PageSwitch(appearance)
        qtbot.addWidget(switch)
        switch.setStyleSheet(sheet)
        switch.show()
        switch.setFixedSize(switch.sizeHint())
        columns = grab_columns(switch, direction)
        middle = len(columns[0]) // 2
        ground = columns[4][middle]
        first, last = switch.findChildren(Button)[0], columns[-1]
        for column in (columns[0], last):
            assert abs(column[middle] - ground) > 64, direction
            assert abs(column[1] - column[middle]) > 32, direction  # round
        seam = first.width()
        assert abs(columns[seam][1] - columns[seam][middle]) <= 32, direction  # straight


@pytest.fixture
def right_to_left(qapp):
    """Texts are read from right to left, for as long as the test takes."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def grab_both(widget, qapp):
    """The widget as it is painted in either direction."""
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        yield widget.grab().toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_button_keeps_the_order_of_its_words(appearance, qtbot, qapp):
    button = Button(appearance, ButtonVariant.LINK, "Export 2 of 3…")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    ink = []
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        qapp.setLayoutDirection(direction)
        ink.append(list_ink(button))
    mirrored, usual = ink
    away = sum(abs(one - other) for one, other in zip(usual, mirrored, strict=False))
    assert away < 0.1 * sum(usual)


def test_the_picture_of_a_life_keeps_the_order_of_its_words(appearance, qtbot, qapp):
    picture = TimelineView(appearance)
    qtbot.addWidget(picture)
    life = Lifetimes(GatewayClock(), 1.8e9, 1.8e9 - 600, 1.8e9 - 300, 7200.0)
    picture.show_timeline(life, TimeContext(1.8e9, UTC))
    picture.resize(900, picture.sizeHint().height())
    usual, mirrored = grab_both(picture, qapp)
    assert usual == mirrored


@pytest.mark.usefixtures("right_to_left")
@pytest.mark.parametrize("create", [create_row_delegate, TintedDelegate, create_list_delegate])
def test_a_row_keeps_the_order_of_its_words(appearance, create):
    view = QTreeView()
    delegate = create(appearance, view)
    shown = delegate.displayText("2026-11-26 15:11:20 UTC, 11 min ago", QLocale())
    assert shown == "\u20682026-11-26 15:11:20 UTC, 11 min ago\u2069"


def list_ink(widget):
    """How much of each column is painted over, from the first such column on."""
    columns = grab_columns(widget, Qt.LayoutDirection.LeftToRight)
    ground = Counter(b"".join(columns)).most_common(1)[0][0]
    ink = [sum(abs(one - ground) for one in column) for column in columns]
    first = next(place for place, amount in enumerate(ink) if amount)
    return ink[first:]


@pytest.mark.usefixtures("right_to_left")
@pytest.mark.parametrize(
    "text",
    ["2026-11-26 15:11:20 UTC, 11 min ago", "2 h session (as sent)", "Export…", "17:11:20 if"],
)
def test_a_line_keeps_the_order_of_its_own_words(qtbot, qapp, text):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.set_text(text)
    label.resize(label.sizeHint())
    mirrored = list_ink(label)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    usual = list_ink(label)
    away = sum(abs(one - other) for one, other in zip(usual, mirrored, strict=False))
    assert away < 0.1 * sum(usual)
