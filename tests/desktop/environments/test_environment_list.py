"""Rows of environments: what each says, which are chosen, and where one is dropped."""

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from inspector_app.desktop.environments.environment_list import EnvironmentList
from inspector_app.desktop.environments.environment_model import EnvironmentModel
from inspector_app.settings.environment import create_environment

OWN = [create_environment(name, f"https://{name}.example.com") for name in ("a", "b", "c")]


@pytest.fixture
def shown(qtbot, appearance):
    made: Any = EnvironmentList(appearance)
    qtbot.addWidget(made)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    made.resize(400, 300)
    made.show_environments(OWN, OWN[1].id)
    made.show()
    return made


def describe(shown):
    role = Qt.ItemDataRole
    rows = [shown.model().index(row, 0) for row in range(shown.model().rowCount())]
    return [
        (row.data(), row.siblingAtColumn(1).data(), row.data(role.FontRole) is not None,
         row.data(role.AccessibleTextRole), row.data(role.DecorationRole).isNull())
        for row in rows
    ]  # fmt: skip


def select(shown, row):
    """Choose a row besides those that are chosen."""
    flag = QItemSelectionModel.SelectionFlag
    index = shown.model().index(row, 0)
    shown.selectionModel().select(index, flag.Select | flag.Rows)


def test_each_row_says_name_and_address_and_which_is_in_use(shown):
    expected = [
        (one.name, one.address, one is OWN[1],
         f"{one.name}, in use, {one.address}" if one is OWN[1] else f"{one.name}, {one.address}",
         False)
        for one in OWN
    ]  # fmt: skip
    assert describe(shown) == expected
    assert shown.shown_count == 3
    shown.show_environments(OWN[:1], None)
    assert [row[0] for row in describe(shown)] == ["a"]
    assert describe(shown)[0][2:4] == (False, f"a, {OWN[0].address}")
    shown.show_environments(OWN, OWN[1].id)
    assert describe(shown) == expected


def test_each_square_has_its_own_letter(shown):
    model = shown.model()
    pictures = [
        model.index(row, 0).data(Qt.ItemDataRole.DecorationRole).pixmap(16, 16).toImage()
        for row in range(model.rowCount())
    ]
    assert len(pictures) == len(OWN)
    assert not any(one == other for one, other in itertools.pairwise(pictures))


def test_what_is_chosen_is_told_in_the_order_of_the_rows(shown):
    for wanted, row in ((OWN[2].id, 2), (OWN[0].id, 0), ("gone", 0), (None, 0)):
        shown.choose(wanted)
        assert (shown.get_current_row(), shown.get_current()) == (row, OWN[row])
        assert shown.list_chosen() == [OWN[row]]
    for number in (2, 1):
        select(shown, number)
    assert shown.list_chosen() == OWN
    shown.show_environments(OWN[:1], None)
    assert shown.list_chosen() == []
    shown.show_environments([], None)
    assert shown.get_current() is None
    shown.choose(None)


@pytest.mark.parametrize(
    ("chosen", "row", "part", "place"),
    [
        (0, 0, "top", 0),
        (0, 1, "top", 0),
        (0, 1, "bottom", 1),
        (0, 2, "bottom", 2),
        (0, None, "", 2),
        (2, 0, "top", 0),
        (2, 0, "bottom", 1),
        (2, 1, "bottom", 2),
        (1, 1, "top", 1),
        (1, None, "", 2),
    ],
)
def test_a_row_goes_to_where_it_is_dropped(shown, chosen, row, part, place):
    shown.allow_moving()
    told = []
    shown.moved.connect(lambda one, where: told.append((one, where)))
    shown.choose(OWN[chosen].id)
    spot = QPointF(5, 280)
    if row is not None:
        box = shown.visualRect(shown.model().index(row, 0))
        spot = QPointF(5, box.top() + 1 if part == "top" else box.bottom() - 1)
    data = QMimeData()  # which the event does not keep
    event = QDropEvent(
        spot, Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,
    )  # fmt: skip
    assert event.dropAction() is Qt.DropAction.MoveAction  # by Shift
    event.ignore()
    shown.dropEvent(event)
    assert told == [(OWN[chosen], place)]
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction, "else Qt would take the row away"
    select(shown, (chosen + 1) % 3)
    shown.dropEvent(event)
    assert len(told) == 1, "of several, none is moved"


def test_ten_thousand_are_shown_without_a_row_being_made_for_each(qtbot, appearance, monkeypatch):
    """R3: all of them took 0.3 s."""
    made: list[int] = []
    describe_name = EnvironmentModel._describe_name

    def count(model, one, role):
        made.append(role)
        return describe_name(model, one, role)

    monkeypatch.setattr(EnvironmentModel, "_describe_name", count)
    many: Any = EnvironmentList(appearance)
    qtbot.addWidget(many)
    many.resize(400, 300)
    many.show_environments(OWN * 3_333, OWN[1].id)
    many.show()
    many.choose(OWN[2].id)
    many.grab()
    assert 0 < len(made) < 5_000
