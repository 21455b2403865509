"""The table of what matters, where the window is low."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from inspector_app.desktop.comparison.aspect_table import AspectTable
from tests.desktop.at_work import lay_out


def test_it_ends_in_a_whole_row(appearance, qtbot):
    table = AspectTable(appearance)
    qtbot.addWidget(table)
    model = table.model()
    assert isinstance(model, QStandardItemModel)
    for row in range(4):
        model.appendRow([QStandardItem(f"Account {row}") for _ in range(4)])
    table.resize(600, table.minimumSizeHint().height() + 16)
    table.show()
    lay_out()
    rows = table.visualRect(model.index(2, 0))
    assert rows.top() < table.viewport().height() < rows.bottom()
    image = table.viewport().grab().toImage()
    assert len({image.pixel(x, rows.top() + 8) for x in range(image.width())}) == 1
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    lay_out()
    last = table.visualRect(model.index(3, 0))
    image = table.viewport().grab().toImage()
    assert len({image.pixel(x, last.center().y()) for x in range(image.width())}) > 1


@pytest.mark.parametrize(
    ("top", "bottom", "is_painted"),
    [(1, 99, True), (1, 100, False), (0, 100, True), (-5, 200, True)],
)
def test_to_the_pixel(appearance, qtbot, top, bottom, is_painted):
    """A row that is higher than the table is painted from its beginning on."""
    table = AspectTable(appearance)
    qtbot.addWidget(table)
    model = table.model()
    assert isinstance(model, QStandardItemModel)
    model.appendRow([QStandardItem("Account") for _ in range(4)])
    table.resize(600, 200)
    table.viewport().resize(600, 100)
    image = QImage(600, 300, QImage.Format.Format_ARGB32)
    image.fill(0)
    blank = image.copy()
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = QRect(QPoint(0, top), QPoint(599, bottom))
    with QPainter(image) as painter:
        table.drawRow(painter, option, model.index(0, 0))
    assert (image != blank) is is_painted
