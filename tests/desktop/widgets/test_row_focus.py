"""The row that the keys are on is framed, where nothing else shows it."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from inspector_app.desktop.widgets.row_focus import draw_row_focus

NAME, NOTHING = QColor.NameFormat.HexArgb, "#00000000"


class View(QTreeView):
    """Has the keys where the test says so."""

    has_keys = True

    def hasFocus(self):  # noqa: N802  # Qt's name
        return self.has_keys


@pytest.fixture
def view(qtbot):
    """Two rows, and two in the first of them, of which the second is the current one."""
    made = View()
    qtbot.addWidget(made)
    model = QStandardItemModel(made)
    for name in "ab":
        model.appendRow([QStandardItem(name), QStandardItem(name)])
        model.item(0).appendRow([QStandardItem(f"inner {name}"), QStandardItem(name)])
    made.setModel(model)
    inner = model.index(1, 0, model.index(0, 0))
    made.selectionModel().setCurrentIndex(inner, QItemSelectionModel.SelectionFlag.NoUpdate)
    return made


def list_framed(view, theme):
    """The names of the rows that have a frame, in each of their columns."""
    model, framed = view.model(), []
    colour = QColor(theme.colours.focus).name(NAME)
    for parent in (view.rootIndex(), model.index(0, 0)):
        for row in range(model.rowCount(parent)):
            image = QImage(20, 20, QImage.Format.Format_ARGB32)
            image.fill(0)
            option = QStyleOptionViewItem()
            option.rect = QRect(0, 0, 20, 20)
            with QPainter(image) as painter:
                draw_row_focus(view, theme, painter, option, model.index(row, 1, parent))
            across, down = (
                [image.pixelColor(*at).name(NAME) for at in line]
                for line in (((at, 10) for at in range(20)), ((10, at) for at in range(20)))
            )
            assert across == down
            if across != [NOTHING] * 20:
                assert across == [colour, colour, *[NOTHING] * 16, colour, colour]
                framed.append(model.index(row, 0, parent).data())
    return framed


def test_it_is_the_current_row_of_the_view_with_the_keys(view, appearance):
    assert list_framed(view, appearance) == ["inner b"]
    view.has_keys = False
    assert list_framed(view, appearance) == []


def test_a_selected_one_is_seen_without(view, appearance):
    here = view.currentIndex()
    rows = QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().select(here, QItemSelectionModel.SelectionFlag.Select | rows)
    assert list_framed(view, appearance) == []
