"""The compared tree answers Qt as every model has to, whatever it is asked for."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from inspector_app.desktop.comparison.compared_model import ComparedModel
from inspector_app.session.comparison.compared_tree import RowFilter, build_compared_root
from tests.desktop.comparison.test_pinned_comparison import VIEW, compare


@pytest.fixture
def model(appearance):
    made = ComparedModel(appearance)
    made.set_tree(build_compared_root(compare("moved").tree, RowFilter.CHANGED), VIEW)
    return made


def test_rows_are_below_the_first_column_alone(model, qapp):
    assert model.rowCount(model.index(0, 0)) > 0
    for column in range(1, model.columnCount()):
        beside = model.index(0, column)
        assert (model.rowCount(beside), model.hasChildren(beside)) == (0, False)


def test_it_is_a_model_that_qt_finds_no_fault_with(model, qapp):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    top = model.index(0, 0)
    assert model.index(0, 1, top).parent() == top
    model.clear()
    assert model.rowCount() == 0
    tester.deleteLater()


@pytest.mark.parametrize("pair", ["moved", "read twice"])
def test_a_row_is_found_by_each_of_its_paths_however_deep(model, pair):
    root = build_compared_root(compare(pair).tree, RowFilter.ALL)
    model.set_tree(root, VIEW)
    sought, found, depth = [], [], 0
    waiting = [(model.index(row, 0), 1) for row in range(model.rowCount())]
    while waiting:
        index, level = waiting.pop()
        depth = max(depth, level)
        item = index.internalPointer()
        for path in {one.path for one in item.get_rows() if one is not None and one.path}:
            sought.append(item)
            found.append(model.find_index(path).internalPointer())
        waiting += [(model.index(row, 0, index), level + 1) for row in range(model.rowCount(index))]
    assert depth > 2
    assert [one.get_rows() for one in found] == [one.get_rows() for one in sought]


def test_there_is_nothing_beyond_its_rows_and_columns(model):
    for parent in (QModelIndex(), model.index(0, 0)):
        rows, columns = model.rowCount(parent), model.columnCount(parent)
        assert model.index(rows - 1, columns - 1, parent).isValid()
        for row, column in ((-1, 0), (rows, 0), (0, -1), (0, columns)):
            assert not model.index(row, column, parent).isValid()
