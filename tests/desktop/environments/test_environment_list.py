"""Rows of environments: what each says, which are chosen, and where one is dropped."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from inspector_app.desktop.environments.environment_list import EnvironmentList
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
    rows = [shown.topLevelItem(number) for number in range(shown.topLevelItemCount())]
    return [
        (row.text(0), row.text(1), row.font(0).bold(),
         row.data(0, Qt.ItemDataRole.AccessibleTextRole), row.icon(0).isNull())
        for row in rows
        if not row.isHidden()
    ]  # fmt: skip


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
    assert describe(shown) == expected, "hidden rows come back"


def test_what_is_chosen_is_told_in_the_order_of_the_rows(shown):
    for wanted, row in ((OWN[2].id, 2), (OWN[0].id, 0), ("gone", 0), (None, 0)):
        shown.choose(wanted)
        assert (shown.get_current_row(), shown.get_current()) == (row, OWN[row])
        assert shown.list_chosen() == [OWN[row]]
    for number in (2, 1):
        shown.topLevelItem(number).setSelected(True)
    assert shown.list_chosen() == OWN
    shown.show_environments(OWN[:1], None)
    assert shown.list_chosen() == []
    shown.topLevelItem(2).setSelected(True)
    assert shown.list_chosen() == [], "of a row that is hidden nothing is told"
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
        Qt.KeyboardModifier(0),
    )  # fmt: skip
    event.ignore()
    shown.dropEvent(event)
    assert told == [(OWN[chosen], place)]
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction, "else Qt would take the row away"
    shown.topLevelItem((chosen + 1) % 3).setSelected(True)
    shown.dropEvent(event)
    assert len(told) == 1, "of several, none is moved"
