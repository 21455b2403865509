"""The table of what matters, where the window is low."""

from PySide6.QtGui import QStandardItem, QStandardItemModel

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
