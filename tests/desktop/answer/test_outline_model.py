"""The model answers by row number, in constant time, and makes rows when they are asked for."""

import time
from datetime import UTC

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from inspector_app.desktop.answer.outline_model import OutlineModel
from inspector_app.session.presentation.outline import Node, NodeKind
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from inspector_app.session.translatable_text import Text, tr

VIEW = TimeContext(1_000.0, UTC)


def leaf(number):
    return Node(f"field {number}", str(number), ("list", number), raw=str(number))


def tree(*children, path=None, label=""):
    return Node(
        label,
        path=path,
        kind=NodeKind.GROUP,
        child_count=len(children),
        get_child=lambda row: children[row],
    )


@pytest.fixture
def model(appearance):
    return OutlineModel(appearance, VIEW)


def test_it_is_a_model_that_qt_finds_no_fault_with(model, qapp):
    inner = tree(leaf(1), leaf(2), label="inner", path=("inner",))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_outline(tree(inner, leaf(3), label="root"), VIEW)
    top = model.index(0, 0)
    assert model.rowCount(top) == 2
    assert model.index(1, 0, top).parent() == top
    assert model.index(1, 1, top).data() == "2"
    model.set_outline(tree(label="root"), VIEW)
    assert model.rowCount() == 0
    tester.deleteLater()


def test_null_is_as_quiet_as_what_is_told_of_it(model, appearance):
    null = Node("absent", "null", ("absent",), kind=NodeKind.NULL)
    model.set_outline(tree(null, leaf(1), label="root"), VIEW)
    told = [
        [model.index(row, column).data(Qt.ItemDataRole.ForegroundRole) for column in range(3)]
        for row in range(2)
    ]
    quiet = appearance.colours.get_severity_colour(Severity.PLAIN)
    names = [[one and one.name() for one in row] for row in told]
    assert names == [[None, quiet, quiet], [None, None, quiet]]


def test_another_outline_comes_with_its_own_time(model):
    told = Node("now", "", format_meaning=lambda view: Text(f"at {view.now:.0f}"))
    for now in (2_000.0, 3_000.0):
        model.set_outline(tree(told, label="root"), TimeContext(now, UTC))
        assert model.render_meaning(told) == f"at {now:.0f}"


def test_rows_are_below_the_first_column_alone(model):
    model.set_outline(tree(tree(leaf(1), leaf(2), label="inner"), label="root"), VIEW)
    assert model.rowCount(model.index(0, 0)) == 2
    for column in range(1, model.columnCount()):
        beside = model.index(0, column)
        assert (model.rowCount(beside), model.hasChildren(beside)) == (0, False)


def test_there_is_nothing_beyond_its_rows_and_columns(model):
    model.set_outline(tree(tree(leaf(1), leaf(2), label="inner"), label="root"), VIEW)
    for parent in (QModelIndex(), model.index(0, 0)):
        rows, columns = model.rowCount(parent), model.columnCount(parent)
        assert model.index(rows - 1, columns - 1, parent).isValid()
        for row, column in ((-1, 0), (rows, 0), (0, -1), (0, columns)):
            assert not model.index(row, column, parent).isValid()


@pytest.mark.timing
def test_a_hundred_thousand_rows_are_made_only_when_asked_for(model):
    made = []

    def child(row):
        made.append(row)
        return leaf(row)

    model.set_outline(Node("root", child_count=100_000, get_child=child), VIEW)
    assert model.rowCount() == 100_000
    assert made == []
    began = time.perf_counter()
    assert model.index(99_999, 1).data() == "99999"
    assert time.perf_counter() - began < 0.05
    assert made == [99_999]


def test_times_are_told_anew_only_where_somebody_looked(model, qtbot):
    asked = []

    def meaning(view):
        asked.append(view.now)
        return tr("{now} s", now=round(view.now))

    model.set_outline(
        tree(Node("a", format_meaning=meaning), Node("b", format_meaning=meaning)), VIEW
    )
    assert model.index(0, 2).data() == "1000 s"
    with qtbot.waitSignal(model.dataChanged):
        model.set_time_context(TimeContext(2_000.0, UTC))
    assert model.index(0, 2).data() == "2000 s"
    assert asked == [1_000.0, 2_000.0, 2_000.0]  # of the one row, to compare and to show it
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_time_context(TimeContext(2_000.2, UTC))  # which says the same


def test_a_path_leads_to_its_row(model):
    deep = tree(leaf(5), label="list", path=("list",))
    model.set_outline(tree(tree(deep, label="group"), label="root"), VIEW)
    assert model.find_index(("list", 5)).data() == "field 5"
    assert not model.find_index(("list", 6)).isValid()


def test_a_cell_never_holds_what_cannot_be_painted(model):
    model.set_outline(
        tree(Node("a", value="x" * 10_000_000), Node("\u202e\ud800\n", value="\x07")), VIEW
    )
    assert len(model.index(0, 1).data()) < 1_100
    assert model.index(1, 0).data() == "\\u202e\\ud800\\n"
    assert model.index(1, 1).data() == "\\u0007"


def test_severity_is_told_in_the_meanings_colour(model, appearance):
    node = Node("state", severity=Severity.BAD, format_meaning=lambda view: Text("disabled"))
    model.set_outline(tree(node), VIEW)
    colour = model.data(model.index(0, 2), Qt.ItemDataRole.ForegroundRole)
    assert colour.name() == appearance.colours.bad


def test_tooltips_are_escaped(model):
    model.set_outline(tree(Node("a", value="<img src='file:///etc/hostname'>" * 3)), VIEW)
    told = model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in told
    assert "&lt;img" in told


def test_nowhere_has_no_parent(model):
    assert model.parent(QModelIndex()) == QModelIndex()


@pytest.mark.parametrize(("length", "has_tooltip"), [(32, False), (33, True)])
def test_what_may_be_elided_is_whole_in_a_tooltip(model, length, has_tooltip):
    model.set_outline(tree(Node("name", "x" * length), label="root"), VIEW)
    tooltip = model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert (tooltip is not None) is has_tooltip
