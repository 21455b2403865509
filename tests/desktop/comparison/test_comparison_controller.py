"""Two answers are compared in the place of the answer: by keys, in words, and put away again."""

import itertools
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from inspector_app.desktop.actions import ActionId
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.session.comparison.comparison_model import Side
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import clipboard, inspect, lay_out, token_of


def answered(app, qtbot, *scenarios):
    for scenario in scenarios:
        before = len(app.history.store.history.entries)
        inspect(app, qtbot, token_of(app, scenario))
        qtbot.waitUntil(lambda count=before: len(app.history.store.history.entries) == count + 1)


def press(app, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or app.window, key, modifier)


def compare(app, qtbot):
    press(app, qtbot, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: app.comparison.page is not None)
    settle(app, qtbot)


def settle(app, qtbot):
    qtbot.waitUntil(lambda: bool(app.comparison.page.card.headline_label.text()))


def picture(icon):
    return icon.pixmap(16).toImage()


def sentences(page):
    layout = page.card._sentences_layout
    return [
        layout.itemAt(row).widget().layout().itemAt(1).widget().text()
        for row in range(layout.count())
    ]


@pytest.fixture
def compared(demo, qtbot):
    demo.window.resize(1200, 800)
    answered(demo, qtbot, "valid", "account_disabled")
    compare(demo, qtbot)
    return demo


def list_seen(page):
    layout = page.card._sentences_layout
    lines = [layout.itemAt(row).widget() for row in range(layout.count())]
    return [line.layout().itemAt(1).widget().text() for line in lines if line.isVisible()]


def test_keys_go_from_row_to_row_of_the_fields(compared, qtbot):
    tree = compared.comparison.page.fields.tree
    qtbot.waitUntil(lambda: tree.model().rowCount() > 1)
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(0, 0))
    first = tree.currentIndex()
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert tree.indexAbove(tree.currentIndex()) == first


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_space_opens_the_choice_of_a_side(compared, qtbot):
    button = compared.comparison.page.side_buttons[Side.B]
    button.setFocus()
    qtbot.keyPress(button, Qt.Key.Key_Space)
    qtbot.keyRelease(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is button._menu)
    button._menu.close()


def test_its_icons_have_the_colours_of_another_appearance_at_once(compared):
    page, theme = compared.comparison.page, compared.theme
    card = page.card
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        theme.set_mode(mode)
        for button, name in (
            (page.swap_button, "arrow-left-right"),
            (page.close_button, "x"),
            (card.copy_button, "clipboard-list"),
            (card.export_button, "share"),
        ):
            assert picture(button.icon()) == picture(theme.get_icon(name)), name
        expected = theme.get_icon("git-compare").pixmap(card._icon_label.size(), 1.0)
        assert card._icon_label.pixmap().toImage() == expected.toImage()


def test_a_low_window_folds_the_words_and_shows_the_table_as_a_whole(compared, qtbot):
    page = compared.comparison.page
    every = sentences(page)
    assert list_seen(page) == every
    compared.window.resize(960, 560)
    qtbot.waitUntil(lambda: list_seen(page) == every[:1])
    qtbot.waitUntil(lambda: page.table.verticalScrollBar().maximum() == 0)
    link = page.card._more_link
    assert link.isVisible()
    assert str(len(every) - 1) in link.text()
    link.setFocus()
    press(compared, qtbot, Qt.Key.Key_Return)
    assert list_seen(page) == every
    assert not link.isVisible()
    assert page.card.isAncestorOf(QApplication.focusWidget())
    compared.window.resize(1200, 800)
    qtbot.waitUntil(lambda: page.card._has_room)
    assert not link.isVisible()


def test_ctrl_d_compares_the_shown_answer_with_the_one_before(compared):
    page = compared.comparison.page
    assert page.isVisible()
    assert not compared.window.result_view.isVisible()
    assert page.card.headline_label.text().startswith("They differ in: Account")
    assert sentences(page)[0] == "The account of A is disabled."
    assert page.side_buttons[Side.B].hasFocus()


def test_the_tree_has_both_values_and_the_changed_rows_alone(compared):
    model = compared.comparison.page.fields.model
    rows = {}
    for group in range(model.rowCount()):
        parent = model.index(group, 0)
        for row in range(model.rowCount(parent)):
            cells = [model.index(row, column, parent).data() for column in range(4)]
            rows[cells[0]] = cells[1:]
    assert rows["state"][:2] == ["1", "0"]
    assert rows["state"][2] == "disabled and enabled"
    changed = sum(len(rows) for rows in [rows])
    assert changed < 20


def test_the_swap_mirrors_it(compared, qtbot):
    page = compared.comparison.page
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(compared, qtbot, Qt.Key.Key_X, modifiers)
    qtbot.waitUntil(lambda: "account of B" in "".join(sentences(page)))


def test_esc_closes_it_and_the_answer_is_back(compared, qtbot):
    press(compared, qtbot, Qt.Key.Key_Escape)
    assert not compared.comparison.page.isVisible()
    assert compared.window.result_view.isVisible()
    assert compared.window.token_row.isVisible()
    assert compared.window.result_view.tree_view.hasFocus()
    assert compared.comparison.page.fields.model.rowCount() == 0


def test_show_selects_the_field_in_the_tree(compared):
    page = compared.comparison.page
    page.fields.select_path(("session", "user", "state"))
    assert page.fields.tree.hasFocus()
    assert page.fields.model.get_node(page.fields.tree.currentIndex()).label == "state"
    page.fields.select_path(("session", "user", "authType"))  # the same in both: all rows are shown
    assert page.fields.model.get_node(page.fields.tree.currentIndex()).label == "authType"


def test_show_brings_the_field_back_that_was_scrolled_away(demo, qtbot):
    answered(demo, qtbot, "valid", "session_not_found")
    compare(demo, qtbot)
    fields = demo.comparison.page.fields
    bar = fields.tree.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > fields.tree.viewport().height())
    fields.select_path(("session", "user", "state"))
    for away in (bar.minimum(), bar.maximum()):
        bar.setValue(away)
        fields.select_path(("session", "user", "state"))
        row = fields.tree.visualRect(fields.tree.currentIndex())
        assert fields.tree.viewport().rect().contains(row.center())


def test_space_in_the_history_marks_the_other_one(demo, qtbot):
    demo.window.resize(1200, 800)
    answered(demo, qtbot, "valid", "account_disabled", "other_organization")
    demo.window.action_collection[ActionId.HISTORY].trigger()
    view = demo.history.pane.view
    view.selectionModel().blockSignals(True)
    view.setCurrentIndex(view.model().index(2))
    view.selectionModel().blockSignals(False)
    press(demo, qtbot, Qt.Key.Key_Space)
    settle(demo, qtbot)
    assert demo.comparison._numbers == {Side.A: 3, Side.B: 1}
    assert demo.history.pane.view.delegate.letters == {3: "A", 1: "B"}


def test_the_copy_has_the_same_labels_and_nobodys_name(compared, qtbot):
    """E1."""
    names = [one.names.user for one in compared.history.store.history.entries]
    compared.comparison.page.card.copy_button.click()
    qtbot.waitUntil(lambda: "They differ in" in clipboard())
    assert not any(name in clipboard() for name in names)
    assert "both sides have the same labels" in clipboard()


def test_an_export_is_written_in_the_chosen_form(compared, qtbot, tmp_path):
    delivery = compared.comparison._delivery
    delivery.export(ReportFormat.JSON)
    qtbot.waitUntil(lambda: delivery.save_bar._rendered is not None)
    from PySide6.QtWidgets import QFileDialog

    dialog = compared.window.findChild(QFileDialog)
    file = tmp_path / "comparison.json"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    qtbot.waitUntil(file.exists)
    assert b'"enos-session-inspector/comparison"' in file.read_bytes()


def test_a_lock_closes_it_and_nothing_of_it_is_left(compared, qtbot):
    """A6."""
    compared.window.action_collection[ActionId.LOCK].trigger()
    page = compared.comparison.page
    assert not page.isVisible()
    assert not compared.window.result_view.isVisible()
    assert page.card.headline_label.text() == ""
    assert page.fields.model.rowCount() == 0
    assert page.side_buttons[Side.A].text() == "A"
    press(compared, qtbot, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not page.isVisible()


def test_a_lock_drops_an_export_that_was_not_saved(compared, qtbot):
    """A6."""
    delivery = compared.comparison._delivery
    delivery.export(ReportFormat.JSON)
    qtbot.waitUntil(lambda: delivery.save_bar._rendered is not None)
    compared.window.action_collection[ActionId.LOCK].trigger()
    assert delivery.save_bar._rendered is None


def test_on_a_shared_screen_it_is_compared_by_labels(compared, qtbot):
    names = [one.names.user for one in compared.history.store.history.entries]
    compared.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    page = compared.comparison.page
    qtbot.waitUntil(lambda: "user#" in page.side_buttons[Side.A].text())
    settle(compared, qtbot)
    shown = "".join([button.text() for button in page.side_buttons.values()])
    page.fields.filter_buttons[list(page.fields.filter_buttons)[1]].setChecked(True)
    model = page.fields.model
    for group in range(model.rowCount()):
        parent = model.index(group, 0)
        for row in range(model.rowCount(parent)):
            shown += "".join(str(model.index(row, column, parent).data()) for column in range(4))
    assert not any(name in shown for name in names)


def test_with_one_answer_there_is_nothing_to_compare(demo, qtbot):
    answered(demo, qtbot, "valid")
    press(demo, qtbot, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert "Two answers can be compared" in demo.window.note_label.text()
    assert demo.comparison.page is None


def test_the_next_inspection_closes_it(compared, qtbot):
    inspect(compared, qtbot, token_of(compared, "valid"))
    assert not compared.comparison.page.isVisible()
    assert compared.window.result_view.isVisible()


def find(app, qtbot, text):
    press(app, qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = app.comparison.page.fields.find_field
    assert field.hasFocus()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(field.count_label.text()) and " of " in field.count_label.text())
    return field


def get_current_label(page):
    return page.fields.model.get_node(page.fields.tree.currentIndex()).label


def test_fields_values_and_meanings_are_found_and_walked_by_keys(compared, qtbot):
    page = compared.comparison.page
    assert find(compared, qtbot, "disabled").count_label.text() == "1 of 1"
    assert get_current_label(page) == "state"
    page.fields.find_field.clear()
    page.fields.filter_buttons[list(page.fields.filter_buttons)[1]].setChecked(True)
    field = find(compared, qtbot, "type")
    qtbot.waitUntil(
        lambda: field.count_label.text().startswith("1 of ") and not page.fields.finder.is_running
    )
    first = get_current_label(page)
    press(compared, qtbot, Qt.Key.Key_F3)
    assert get_current_label(page) != first
    press(compared, qtbot, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert get_current_label(page) == first
    press(compared, qtbot, Qt.Key.Key_Down)
    assert page.fields.tree.hasFocus()


def test_what_was_sought_goes_with_the_comparison(compared, qtbot):
    """A6."""
    field = find(compared, qtbot, "state")
    press(compared, qtbot, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert compared.comparison.page.fields.tree.hasFocus()
    find(compared, qtbot, "state")
    compared.window.action_collection[ActionId.LOCK].trigger()
    assert field.text() == ""


def test_keys_of_find_leave_the_hidden_answer_alone(compared, qtbot):
    pages = compared.window.result_view.answer_pages
    pages.find_field.setText("state")
    qtbot.waitUntil(lambda: bool(pages.finder.matches))
    before = pages.tree_view.currentIndex()
    press(compared, qtbot, Qt.Key.Key_F3)
    assert pages.tree_view.currentIndex() == before
    assert compared.comparison.page.fields.find_field.hasFocus()


@pytest.mark.parametrize("height", [550, 800])
def test_no_part_covers_another_in_a_low_window(compared, height):
    page = compared.comparison.page
    compared.window.resize(960, height)
    lay_out()
    parts = [page.side_buttons[Side.A], page.card, page.table, page.fields]
    boxes = [one.geometry() for one in parts]
    assert all(low.top() > high.bottom() for high, low in itertools.pairwise(boxes))
    assert page.rect().contains(boxes[-1])
    assert page.fields.tree.viewport().height() >= 3 * page.fields.tree.sizeHintForRow(0)
    assert page.table.viewport().height() >= 2 * page.table.sizeHintForRow(0)


def show_json(app, qtbot):
    press(app, qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    view = app.comparison.page.fields.json_view
    qtbot.waitUntil(lambda: bool(view.text))
    return view


def test_it_is_shown_as_json_by_its_key_and_searched_there(compared, qtbot):
    """C1."""
    before = compared.window.result_view.answer_pages.page_switch.page
    view = show_json(compared, qtbot)
    assert view.isVisible()
    assert view.text_view.hasFocus()
    shown = json.loads(view.text)
    assert {one["path"] for one in shown["changed"]} >= {"session.user.state"}
    assert not any(one.token in view.text for one in compared.demo.scenarios)
    assert find(compared, qtbot, "session.user.state").count_label.text().startswith("1 of ")
    assert view.text_view.textCursor().selectedText() == "session.user.state"
    press(compared, qtbot, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert compared.comparison.page.fields.tree.hasFocus()
    assert compared.window.result_view.answer_pages.page_switch.page is before


def test_the_json_follows_a_swap_and_has_labels_on_a_shared_screen(compared, qtbot):
    """E1."""
    names = [one.names.user for one in compared.history.store.history.entries]
    view = show_json(compared, qtbot)
    assert any(name in view.text for name in names)
    first = json.loads(view.text)["a"]
    compared.comparison.swap()
    assert view.text == ""
    qtbot.waitUntil(lambda: bool(view.text))
    assert json.loads(view.text)["b"] == first
    compared.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    assert view.text == ""
    qtbot.waitUntil(lambda: bool(view.text))
    assert not any(name in view.text for name in names)
    compared.window.action_collection[ActionId.LOCK].trigger()
    assert view.text_view.toPlainText() == ""


def test_pages_for_paper_are_among_the_forms(compared, qtbot, tmp_path):
    delivery = compared.comparison._delivery
    entry = next(one for one in delivery._menu.actions() if "PDF" in one.text())
    entry.trigger()
    qtbot.waitUntil(lambda: delivery.save_bar._rendered is not None)
    assert delivery.save_bar._rendered.data.startswith(b"%PDF")
    assert delivery.save_bar._rendered.name.endswith(".pdf")
    compared.window.findChild(QFileDialog).close()
