"""The icon of a line edit is as large as the text wants it, and nothing covers anything."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.widgets.field_part import FieldWatcher, place_in_field, set_text_room
from inspector_app.desktop.widgets.leading_icon import LeadingIcon


@pytest.fixture
def field(qtbot, appearance):
    made = QLineEdit("Head Office")
    qtbot.addWidget(made)
    made.resize(300, 40)
    LeadingIcon(made, appearance, "search")
    made.show()
    return made


def icon_of(field):
    return field.findChild(LeadingIcon)


def get_text_start(field):
    return field.cursorRect().center().x()


def test_the_text_begins_behind_it(field):
    field.setCursorPosition(0)
    assert icon_of(field).geometry().right() < get_text_start(field)
    assert abs(icon_of(field).geometry().center().y() - field.rect().center().y()) <= 1


def test_it_is_mirrored_with_its_field(field):
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.setText("")
    assert icon_of(field).geometry().left() > get_text_start(field)
    assert field.rect().contains(icon_of(field).geometry())


def test_room_behind_the_text_is_kept_apart_from_the_room_before_it(field):
    before = field.textMargins().left()
    set_text_room(field, trailing=50)
    assert (field.textMargins().left(), field.textMargins().right()) == (before, 50)
    set_text_room(field, trailing=0)
    assert (field.textMargins().left(), field.textMargins().right()) == (before, 0)


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_room_is_left_where_a_line_begins_or_ends(qtbot, is_mirrored):
    field = QLineEdit()
    qtbot.addWidget(field)
    if is_mirrored:
        field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    before, behind = ("right", "left") if is_mirrored else ("left", "right")
    for leading, trailing, seen in (
        (7, None, (7, 0)),
        (None, 9, (7, 9)),
        (3, 4, (3, 4)),
        (None, None, (3, 4)),
        (0, 4, (0, 4)),
    ):
        set_text_room(field, leading=leading, trailing=trailing)
        margins: Any = field.textMargins()
        assert (getattr(margins, before)(), getattr(margins, behind)()) == seen
        assert (margins.top(), margins.bottom()) == (0, 0)


@pytest.mark.parametrize(("is_mirrored", "x"), [(False, 12), (True, 178)])
def test_a_part_stands_in_the_middle_of_the_height(qtbot, is_mirrored, x):
    field, part = QLineEdit(), QWidget()
    qtbot.addWidget(field)
    part.setParent(field)
    field.resize(200, 41)
    part.resize(10, 20)
    if is_mirrored:
        field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    place_in_field(part, field, 12)
    assert (part.x(), part.y()) == (x, 10)
    told: list[str] = []
    field.show()
    FieldWatcher(field).changed.connect(lambda: told.append("changed"))
    field.setText("x")
    assert told == []
    field.resize(220, 41)
    field.setLayoutDirection(
        Qt.LayoutDirection.LeftToRight if is_mirrored else Qt.LayoutDirection.RightToLeft
    )
    QCoreApplication.sendPostedEvents()
    assert len(told) == 2


def test_it_follows_the_size_of_the_text(demo, qtbot):
    fields = [
        demo.window.token_field,
        demo.window.result_view.answer_pages.find_field,
        demo.window.result_view.answer_pages.organization_field,
    ]
    icons = [one.findChild(LeadingIcon) for one in fields]
    before = [one.width() for one in icons]
    for _ in range(3):
        demo.window.action_collection[ActionId.TEXT_LARGER].trigger()
    assert all(icon.width() > 1.2 * width for icon, width in zip(icons, before, strict=True))
    assert all(icon.pixmap().deviceIndependentSize().width() == icon.width() for icon in icons)
    for field, icon in zip(fields, icons, strict=True):
        assert field.textMargins().left() >= icon.width()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("text", ["Head Office", "مكتب"])
def test_the_text_stands_beside_its_icon_whatever_its_own_direction(field, direction, text):
    field.setLayoutDirection(direction)
    field.setText(text)
    set_text_room(field, trailing=40)
    icon = icon_of(field).geometry().center().x()
    starts = []
    for place in (0, len(text)):
        field.setCursorPosition(place)
        field.grab()  # a line edit places its text when it paints it
        starts.append(get_text_start(field))
    near = min(abs(one - icon) for one in starts)
    assert near < 30
    trailing_edge = field.width() if icon < field.width() / 2 else 0
    assert min(abs(one - trailing_edge) for one in starts) > 60
