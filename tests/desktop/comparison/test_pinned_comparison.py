"""The parts of a comparison: what each is made of, says and paints, in every state that it has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QStyle

from inspector_app import __version__
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.comparison import comparison_fields, side_button
from inspector_app.desktop.comparison.aspect_table import AspectTable
from inspector_app.desktop.comparison.compared_model import ComparedModel
from inspector_app.desktop.comparison.comparison_page import ComparisonPage
from inspector_app.desktop.comparison.comparison_tree import ComparisonTree
from inspector_app.desktop.comparison.printable_comparison import build_printable_comparison
from inspector_app.desktop.comparison.tinted_delegate import TintedDelegate
from inspector_app.desktop.history import entry_texts
from inspector_app.desktop.history.history_store import HistoryStore
from inspector_app.history.history import EMPTY_HISTORY, add_entry
from inspector_app.inspection.compared_results import compare_results
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.comparison.compared_tree import RowFilter, build_compared_root
from inspector_app.session.comparison.comparison_model import Side
from inspector_app.session.comparison.value_pairs import Difference
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from inspector_app.settings.environment import Environment
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.comparison.test_printable_comparison import answer, build
from tests.desktop.described_parts import (
    IS_PINNED,
    FixedMetrics,
    build_option,
    check_parts,
    describe_model,
    describe_part,
    list_emitted,
    list_menu,
    recorded_painting,
)
from tests.history.test_history import ENTRY
from tests.inspection.test_pinned_results import build_result
from tests.report.answers import KEY
from tests.report.comparison.compared_reports import compared
from tests.session.answers import NOW

FILE = Path(__file__).with_name("comparison.json")
VIEW = TimeContext(NOW, UTC)
ENVIRONMENTS = [
    Environment("e1", "A & B", "https://a.example.com"),
    Environment("e2", "Test", "https://b.example.com"),
]
PAIRS = {
    "moved": ("valid-documented", "portal-app-access"),
    "refused": ("session-30404-early", "failure-timed-out"),
    "read twice": ("valid-documented", "valid-read-twice-and-moved"),
    "same": ("valid-documented", "valid-documented"),
}
SHOWN = (
    ("refused", False, RowFilter.ALL),
    ("refused", True, RowFilter.CHANGED),
    ("moved", False, RowFilter.CHANGED),
    ("read twice", False, RowFilter.ALL),
    ("same", False, RowFilter.CHANGED),
)


@pytest.fixture
def page(qtbot, known_theme, tmp_path, monkeypatch):
    for module in (side_button, entry_texts):
        monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: ENTRY.answered_at + 90))
    background = BackgroundExecutor()
    store = HistoryStore(background, tmp_path)
    entries = (ENTRY, replace(ENTRY, severity=Severity.GOOD, fingerprint="", note=""))
    history = EMPTY_HISTORY
    for entry in entries:
        history = add_entry(history, entry)
    store.history = history
    preferences: Any = SimpleNamespace(environments=ENVIRONMENTS)
    made = ComparisonPage(known_theme, store, preferences, background)
    qtbot.addWidget(made)
    yield made
    background.close(5.0)


def compare(name, *, is_shared=False):
    a, b = PAIRS[name]
    return compare_results(build_result(a), build_result(b), KEY, is_shared=is_shared)


def show_page(theme, page):
    yield "new", describe_part(theme, page)
    page.show_running()
    page.show_progress(4000)
    yield "running", describe_part(theme, page.progress_row)
    yield "hidden", [str([one.isHidden() for one in (page.card, page.table, page.fields)])]
    page.show_comparison(compare("moved"), VIEW)
    yield "shown", describe_part(theme, page)
    theme.set_mode(ThemeMode.DARK)
    dark = [*describe_part(theme, page.card), *describe_model(theme, page.table.model())]
    yield "shown in the dark", dark
    theme.set_mode(ThemeMode.LIGHT)
    page.card.set_room(has_room=False)
    yield "folded", describe_part(theme, page.card)
    page.card._more_link.click()
    yield "unfolded", describe_part(theme, page.card)
    page.show_problem("It cannot be read.")
    yield "problem", describe_part(theme, page.progress_row)
    dropped = page.discard_comparison()
    yield "dropped", [str(len(dropped)), *describe_part(theme, page)]
    yield "nothing", [str(page.discard_comparison()), *describe_model(theme, page.table.model())]


def show_tables(theme, page):
    fields = page.fields
    for name, is_shared, rows in SHOWN:
        fields.filter_buttons[rows].setChecked(True)
        page.show_comparison(compare(name, is_shared=is_shared), VIEW)
        said = [page.card.headline_label.text(), page.card._sentences_layout.count()]
        words = [*map(str, said), *describe_part(theme, page.card._sentences)]
        yield f"{name} {is_shared}", [*words, *describe_model(theme, page.table.model())]
        counts = [one.text() for one in fields.filter_buttons.values()]
        seen = describe_model(theme, fields.model)
        yield f"{name} {is_shared} {rows.value}", [*counts, *seen, *list_open(fields.tree)]
    yield "view", [str(page.fields.model.time_context)]
    page.fields.model.clear()
    yield (
        "cleared",
        [str(page.fields.model.time_context), *describe_model(theme, page.fields.model)],
    )


def list_open(tree, parent=None):
    """The rows that are unfolded, by their numbers from the root."""
    model = tree.model()
    for row in range(model.rowCount() if parent is None else model.rowCount(parent)):
        index = model.index(row, 0) if parent is None else model.index(row, 0, parent)
        if tree.isExpanded(index):
            yield f"open {row} of {model.rowCount(index)}"
            yield from list_open(tree, index)


def show_sides(theme, page):
    button = page.side_buttons[Side.A]
    yield "side without an answer", describe_part(theme, button)
    button._menu.aboutToShow.emit()
    yield "menu without an answer", list_menu(theme, button._menu)
    for number, is_shared in ((1, False), (2, False), (1, True)):
        button.show_entry(page_entry(button, number), is_shared=is_shared)
        yield f"side {number} {is_shared}", describe_part(theme, button)
        button._menu.aboutToShow.emit()
        yield f"menu {number} {is_shared}", list_menu(theme, button._menu)
    button.clear()
    yield "side cleared", describe_part(theme, button)
    theme.changed.emit()
    yield "still cleared", [button.text()]
    button._list_environments = list
    button._menu.aboutToShow.emit()
    yield "without environments", list_menu(theme, button._menu)
    button._store.history = EMPTY_HISTORY
    for _ in range(40):
        button._store.history = add_entry(button._store.history, ENTRY)
    button._list_environments = lambda: ENVIRONMENTS * 20
    button._menu.aboutToShow.emit()
    yield "long menu", list_menu(theme, button._menu)


def page_entry(button, number):
    return button._store.history.find_entry(number)


def paint_cells(theme, tree):
    """Cells that differ or not, with and without a picture, chosen, narrow and mirrored."""
    delegate = TintedDelegate(theme, tree)
    model = tree.model()
    model.clear()
    for changed in (False, True):
        for icon in (False, True):
            item = QStandardItem("a value")
            item.setData(changed, side_role())
            if icon:
                item.setIcon(theme.get_icon("info"))
            model.appendRow(
                [item, QStandardItem("x"), QStandardItem("x"), QStandardItem("meaning")]
            )
    for row in range(4):
        for width in (300, 40):
            for state in (QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Selected):
                for direction in Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft:
                    option: Any = build_option(QRect(7, 50, width, 24), state, direction)
                    yield f"{row} {width} {state.name} {direction.name}"
                    yield from paint(delegate, option, model.index(row, 0))
    option = build_option(QRect(0, 0, 100, 24))
    delegate.initStyleOption(option, model.index(0, 3))
    yield option.palette.color(option.palette.ColorRole.Text).name()
    yield str(delegate.sizeHint(option, model.index(0, 0)).height())


def side_role():
    return Qt.ItemDataRole.UserRole + 1


def paint(delegate, option, index):
    with recorded_painting() as (painter, lines):
        delegate.paint(painter, MeasuredOption(option), index)
        return [one for one in lines if not one.startswith("draw") or "RoundedRect" in one]


class MeasuredOption(type(build_option(QRect()))):  # type: ignore[misc]  # Qt's class
    """An option by whose measures all letters are as wide."""

    def __init__(self, option: Any) -> None:
        super().__init__(option)
        self.rect, self.state, self.direction = option.rect, option.state, option.direction

    fontMetrics = FixedMetrics()  # noqa: N815  # Qt's name


@IS_PINNED
def test_each_part_is_what_it_was(known_theme, page):
    check_parts(dict(show_page(known_theme, page)), FILE)


@IS_PINNED
def test_each_row_is_what_it_was(known_theme, page):
    check_parts(dict(show_tables(known_theme, page)), FILE.with_name("compared_rows.json"))


@IS_PINNED
def test_each_side_is_what_it_was(qtbot, known_theme, page):
    parts = dict(show_sides(known_theme, page))
    tree = AspectTable(known_theme)
    qtbot.addWidget(tree)
    parts["cells"] = list(paint_cells(known_theme, tree))
    check_parts(parts, FILE.with_name("compared_sides.json"))


@IS_PINNED
def test_the_pages_say_what_they_said(qapp):
    made = {level.value: build_printable_comparison(build(level)) for level in RedactionLevel}
    made["same"] = build_printable_comparison(compared(answer(), answer()))
    parts = {
        name: [f"{one}: {getattr(page, one)}".replace(__version__, "…") for one in page.__slots__]
        for name, page in made.items()
    }
    check_parts(parts, FILE.with_name("compared_pages.json"))


def test_each_button_is_told(page):
    signals = ("swapped", "closed", "cancelled")
    buttons = {name: getattr(page, f"{name}_button") for name in ("swap", "close", "cancel")}
    assert list_emitted(page, signals, buttons) == [
        *("swap", " swapped ", "close", " closed ", "cancel", " cancelled "),
    ]
    told: list[Any] = []
    page.chosen.connect(lambda side, number: told.append((side, number)))
    page.kept_chosen.connect(lambda side, environment: told.append((side, environment)))
    for side, button in page.side_buttons.items():
        button._menu.aboutToShow.emit()
        entries = button._menu.actions()
        entries[1].trigger()
        entries[-1].menu().actions()[1].trigger()
        assert told == [(side, 1), (side, ENVIRONMENTS[1])]
        told.clear()


def test_the_json_is_asked_for_once_and_the_page_changes(page):
    told: list[str] = []
    fields = page.fields
    fields.json_asked.connect(lambda: told.append("asked"))
    fields.show_page(Page.JSON)
    assert (told, fields.page) == ([], Page.JSON)
    page.show_comparison(compare("refused"), VIEW)
    assert told == ["asked"]
    assert fields.json_view.note_label.text() == "Writing the text…"
    fields.json_view.show_text("{}", is_whole=True)
    fields.show_page(Page.TREE)
    assert all(button.isEnabled() for button in fields.filter_buttons.values())
    fields.show_page(Page.JSON)
    assert told == ["asked"]
    assert not any(button.isEnabled() for button in fields.filter_buttons.values())
    assert fields._stack.currentWidget() is fields.json_view
    fields.json_view.show_text("{}", is_whole=False)
    assert "2 characters" in fields.json_view.note_label.text()
    assert not fields.json_view.note_label.isHidden()
    fields.discard_fields()
    assert (fields.json_view.text, fields.json_view.note_label.isHidden()) == ("", True)


def test_a_field_is_found_where_only_all_rows_have_it(page):
    page.show_comparison(compare("refused"), VIEW)
    fields = page.fields
    fields.show_page(Page.JSON)
    fields.filter_buttons[RowFilter.ALL].setChecked(True)
    paths = {
        node.difference: (node.a or node.b).path
        for node in list_leaves(fields.model)
        if (node.a or node.b) is not None
    }
    for path, rows, is_there in (
        (paths[Difference.CHANGED], RowFilter.CHANGED, True),
        (paths[Difference.SAME], RowFilter.ALL, True),
        (("session", "no such field"), RowFilter.ALL, False),
    ):
        fields.filter_buttons[RowFilter.CHANGED].setChecked(True)
        fields.select_path(path)
        assert fields.filter_buttons[rows].isChecked(), path
        assert fields.page is Page.TREE
        found = fields.model.get_node(fields.tree.currentIndex())
        own = [one.path for one in (found.a, found.b) if one is not None]
        assert (path in own) is is_there


def list_leaves(model, parent=None):
    """The nodes of a tree that have none below them."""
    above = QModelIndex() if parent is None else parent
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield from list_leaves(model, index)
        if not model.rowCount(index) and not model.get_node(index).is_group:
            yield model.get_node(index)


@pytest.mark.parametrize(
    ("rows", "unfolded", "shown", "least"),
    [(0, (), 1, 1), (1, (), 1, 1), (2, (), 2, 2), (7, (), 7, 2), (9, (), 7, 2), (1, (0,), 4, 2)],
)
def test_the_table_is_as_high_as_its_rows(qtbot, known_theme, rows, unfolded, shown, least):
    known_theme.spacing.scale = 1.0
    table = AspectTable(known_theme)
    qtbot.addWidget(table)
    for number in range(rows):
        item = QStandardItem(f"row {number}")
        for child in range(3 if number in unfolded else 0):
            item.appendRow(QStandardItem(f"{child}"))
        table._table.appendRow([item])
    for number in unfolded:
        table.expand(table._table.index(number, 0))
    head = table.header().sizeHint().height() + 2
    row = max(24, table.sizeHintForRow(0))
    assert table.sizeHint().height() == head + shown * row
    assert (table.minimumSizeHint().height(), table.minimumSizeHint().width()) == (
        head + least * row,
        0,
    )


def test_sentences_fold_where_a_pixel_of_height_is_missing(page, known_theme):
    least = known_theme.spacing.to_pixels(560)
    page.show()
    for height, has_room in ((least, True), (least - 1, False)):
        page.resize(1000, height)
        assert page.card._has_room is has_room


@pytest.mark.parametrize(("room", "is_unfolded"), [(0, True), (-1, False)])
def test_a_few_changed_fields_are_all_in_sight(page, monkeypatch, room, is_unfolded):
    both = compare("moved")
    most = build_compared_root(both.tree, RowFilter.CHANGED).counts.changed
    monkeypatch.setattr(comparison_fields, "_MAX_UNFOLDED", most + room)
    page.fields.filter_buttons[RowFilter.CHANGED].setChecked(True)
    page.show_comparison(both, VIEW)
    tree = page.fields.tree
    rows = [tree.model().index(row, 0) for row in range(tree.model().rowCount())]
    below = [one.model().index(n, 0, one) for one in rows for n in range(one.model().rowCount(one))]
    inner = [one for one in below if one.model().rowCount(one)]
    assert inner
    assert all(map(tree.isExpanded, inner)) is is_unfolded


def test_groups_begin_open_but_for_the_long_and_the_folded(qtbot, known_theme):
    tree = ComparisonTree(known_theme, "name")
    table = AspectTable(known_theme)
    qtbot.addWidget(tree)
    qtbot.addWidget(table)
    model = table._table
    for count in (50, 51, 2):
        item = QStandardItem("group")
        for number in range(count):
            below = QStandardItem(f"{number}")
            below.appendRow(QStandardItem("deep"))
            item.appendRow(below)
        model.appendRow([item])
    tree.setModel(model)
    tree.expand_groups(frozenset({2}))
    assert list(list_open(tree)) == ["open 0 of 50"]
    tree.expand_changed()
    every = [f"open {n} of 1" for n in range(50)]
    opened = [one for one in list_open(tree) if not one.endswith("of 0")]
    assert opened == ["open 0 of 50", *every]


def test_an_asterisk_unfolds_one_row_alone(qtbot, known_theme):
    tree = ComparisonTree(known_theme, "name")
    qtbot.addWidget(tree)
    table = AspectTable(known_theme)
    qtbot.addWidget(table)
    item, below = QStandardItem("group"), QStandardItem("below")
    below.appendRow(QStandardItem("deep"))
    item.appendRow(below)
    table._table.appendRow([item])
    tree.setModel(table._table)
    tree.setCurrentIndex(table._table.index(0, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Asterisk)
    assert list(list_open(tree)) == ["open 0 of 1"]


def test_columns_line_up_by_their_shares(qtbot, known_theme):
    tree = ComparisonTree(known_theme, "name")
    qtbot.addWidget(tree)
    table = AspectTable(known_theme)
    qtbot.addWidget(table)
    for one in (tree, table):
        one.setModel(table._table) if one is tree else None
        one.show()
        one.resize(1000, 200)
        room = one.contentsRect().width() - one.verticalScrollBar().sizeHint().width()
        assert [one.columnWidth(column) for column in range(3)] == [
            round(room * share) for share in (0.24, 0.26, 0.25)
        ]


def test_the_keys_open_the_menu_of_a_side(qtbot, page):
    button = page.side_buttons[Side.B]
    told: list[str] = []
    button._menu.aboutToShow.connect(lambda: told.append("open"))
    button._menu.open_below = lambda _button: told.append("below")
    qtbot.keyClick(button, Qt.Key.Key_Down)
    qtbot.keyClick(button, Qt.Key.Key_Up)
    button.click()
    assert told == ["below", "below"]


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_rows_are_painted(qtbot, appearance):
    """Of the table and of the tree, each with its words."""
    compared = compare("moved")
    table, tree = AspectTable(appearance), ComparisonTree(appearance, "name")
    table.show_comparison(compared.comparison, VIEW)
    model = ComparedModel(appearance, tree)
    model.set_tree(build_compared_root(compared.tree, RowFilter.CHANGED), VIEW)
    tree.setModel(model)
    for one in (table, tree):
        qtbot.addWidget(one)
        one.resize(900, 300)
        one.show()
        image = one.viewport().grab().toImage()
        place = one.visualRect(one.model().index(0, 0))
        seen = {
            image.pixel(x, y)
            for x in range(place.left(), min(place.right(), image.width()))
            for y in range(place.top(), place.bottom())
        }
        assert len(seen) > 10
        one.hide()
