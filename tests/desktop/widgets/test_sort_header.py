"""The order of a table is told beside the heading's words, and not beside the next heading's."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QStandardItemModel
from PySide6.QtWidgets import QTreeView

from inspector_app.desktop.widgets.sort_header import SortHeader
from tests.desktop.theme.test_appearance_switch import contrast

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def table(qtbot, appearance):
    view = QTreeView()
    qtbot.addWidget(view)
    made = SortHeader(appearance, view)
    view.setHeader(made)
    model = QStandardItemModel(0, 3, view)
    model.setHorizontalHeaderLabels(["#", "Verdict", "A heading that is rather long"])
    view.setModel(model)
    made.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.setSortingEnabled(True)
    view.resize(720, 200)
    for column in range(3):
        made.resizeSection(column, 230)
    view.show()
    return view


@pytest.fixture
def header(table):
    return table.header()


def find_ink(header, section, picture):
    """The columns of a section in which something is painted, from where reading begins."""
    place = QRect(header.sectionViewportPosition(section), 0, header.sectionSize(section), 20)
    ground = picture.pixelColor(place.center().x(), 1)
    height = picture.height() - 2  # without the line below
    found = [
        x
        for x in range(place.left() + 2, place.left() + place.width() - 2)
        if any(contrast(QColor(picture.pixel(x, y)), ground) > 1.5 for y in range(height))
    ]
    if header.isRightToLeft():
        return [place.left() + place.width() - 1 - x for x in reversed(found)]
    return [x - place.left() for x in found]


@pytest.fixture(params=[LEFT, RIGHT])
def direction(qapp, request):
    """Before the table is made: a style asks the app."""
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(LEFT)


@pytest.mark.parametrize("section", [0, 1, 2])
def test_the_chevron_stands_behind_the_words(direction, header, section):
    assert header.layoutDirection() is direction
    header.setSortIndicator(1 - min(section, 1), RISING)
    words = find_ink(header, section, header.grab().toImage())
    pictures = []
    for order in (RISING, FALLING):
        header.setSortIndicator(section, order)
        pictures.append(header.grab().toImage())
        ink = find_ink(header, section, pictures[-1])
        assert words[-1] + 2 < ink[-1] <= words[-1] + 20
    assert pictures[0] != pictures[1]


def test_the_width_that_is_measured_has_room_for_both(header):
    header.setSortIndicator(2, RISING)
    wide = len(find_ink(header, 2, header.grab().toImage()))
    header.resizeSection(2, header.measure_section(2))
    assert len(find_ink(header, 2, header.grab().toImage())) == pytest.approx(wide, abs=4)
