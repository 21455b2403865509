"""What the app chooses in a list is what is chosen there, whatever keys are held meanwhile."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QTreeView

import inspector_app.desktop
from inspector_app.desktop.widgets.row_choice import choose_row

HELD = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
DESKTOP = Path(inspector_app.desktop.__file__).parent


@pytest.fixture
def view(qtbot):
    made = QTreeView()
    qtbot.addWidget(made)
    model = QStandardItemModel(made)
    for number in range(4):
        model.appendRow([QStandardItem(f"{number}, {column}") for column in range(2)])
    made.setModel(model)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    yield made
    QTest.keyRelease(made, Qt.Key.Key_Z)


@pytest.mark.parametrize("held", HELD, ids=["Ctrl", "Shift"])
def test_a_row_is_the_only_one_chosen_though_a_shortcut_is_held(view, held):
    choose_row(view, view.model().index(0, 0))
    QTest.keyPress(view, Qt.Key.Key_Z, held)
    assert QGuiApplication.keyboardModifiers() == held
    for number in (2, 2, 1):
        choose_row(view, view.model().index(number, 0))
        chosen = view.selectionModel().selectedIndexes()
        assert [(one.row(), one.column()) for one in chosen] == [(number, 0), (number, 1)]
        assert view.currentIndex().row() == number


def test_no_list_of_several_leaves_that_to_the_keys():
    found = set()
    for file in DESKTOP.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        is_list = "ExtendedSelection" in text or "(QTreeWidget)" in text
        for node in ast.walk(ast.parse(text)) if is_list else ():
            if isinstance(node, ast.Attribute) and node.attr in {
                "setCurrentIndex",
                "setCurrentItem",
                "setCurrentRow",
            }:
                found.add((file.name, node.attr))
    assert found == set()
