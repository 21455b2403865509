"""What the controls look like on the screen: read off their pictures, in each theme."""

from collections import Counter

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_list import EnvironmentList
from inspector_app.desktop.history.history_menu import HistoryButton
from inspector_app.desktop.theme.spacing import Spacing
from inspector_app.desktop.theme.style_sheet import build_style_sheet
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.menu import Menu
from inspector_app.session.comparison.comparison_model import Side
from inspector_app.settings.environment import create_environment
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import inspect, token_of
from tests.desktop.theme.test_appearance_switch import contrast

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

THEMES = [ThemeMode.LIGHT, ThemeMode.DARK, ThemeMode.CONTRAST]


def best_in(picture, box):
    """The best contrast in that part between its commonest colour and any other."""
    colours = Counter(
        picture.pixel(x, y)
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    )
    ground = QColor(colours.most_common(1)[0][0])
    return max(contrast(ground, QColor(one)) for one in colours)


@pytest.mark.parametrize("mode", THEMES)
def test_a_selected_row_shows_its_icon_and_its_chevron(demo, qtbot, mode):
    demo.theme.set_mode(mode)
    inspect(demo, qtbot)
    tree = demo.window.result_view.tree_view
    qtbot.keyClick(demo.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(tree, Qt.Key.Key_Home)
    index = tree.currentIndex()
    assert tree.hasFocus()
    assert tree.outline_model.get_node(index).icon
    row = tree.visualRect(index)
    picture = tree.viewport().grab().toImage()
    assert QColor(picture.pixel(row.right() - 1, row.top() + 1)).name() != "#000000"
    side = row.height() - 4
    icon = QRect(row.left() + 3, row.top() + 2, side - 4, side)
    chevron = QRect(row.left() - tree.indentation(), row.top() + 2, tree.indentation(), side)
    assert best_in(picture, icon) >= 4.5
    assert best_in(picture, chevron) >= 4.5
    texts = (row.adjusted(icon.width() + 10, 2, 0, -2), tree.visualRect(index.siblingAtColumn(2)))
    assert all(best_in(picture, box) >= 4.5 for box in texts)


@pytest.mark.parametrize("mode", THEMES)
def test_the_square_of_a_chosen_environment_is_that_of_the_others(appearance, qtbot, mode):
    """Qt would tint it: a pale letter on a pale ground."""
    appearance.set_mode(mode)
    for name in ("Production", "Staging", "Test", "Customer"):
        shown = EnvironmentList(appearance)
        qtbot.addWidget(shown)
        shown.show_environments([create_environment(name, "a.example.com")], None)
        shown.show()
        pictures = []
        for choose in (shown.clearSelection, lambda shown=shown: shown.choose(None)):
            choose()
            row = shown.visualRect(shown.model().index(0, 0))
            inner = QRect(row.left() + 13, row.center().y() - 5, 10, 10)  # of a square of 16
            pictures.append(shown.viewport().grab(inner).toImage())
            assert best_in(pictures[-1], pictures[-1].rect()) >= 4.5
        assert pictures[0] == pictures[1], name


def list_icons(menu):
    """Of each entry with an icon: the menu's picture with it chosen, and where the icon is."""
    for action in menu.actions():
        if not action.icon().isNull() and action.isEnabled():
            menu.setActiveAction(action)
            entry = menu.actionGeometry(action)
            side = entry.height() - 8
            icon = QRect(entry.left() + 4, entry.top() + 4, side, side)
            yield action.text(), menu.grab().toImage(), icon


@pytest.mark.parametrize("mode", THEMES)
def test_the_chosen_answer_of_a_menu_shows_its_state(demo, qtbot, mode):
    demo.theme.set_mode(mode)
    for count, scenario in enumerate(("valid", "sign_in_half_done", "account_disabled"), 1):
        inspect(demo, qtbot, token_of(demo, scenario))
        qtbot.waitUntil(lambda count=count: len(demo.history.store.history.entries) == count)
    demo.window.action_collection[ActionId.COMPARE].trigger()
    page = demo.comparison.page
    qtbot.waitUntil(lambda: bool(page.card.headline_label.text()))
    buttons = demo.window.findChild(HistoryButton), page.side_buttons[Side.B]
    for button in buttons:
        button.open_menu()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, Menu)
        assert menu.activeAction().isChecked(), "it opens on the one that is shown"
        seen = [(words, best_in(picture, icon)) for words, picture, icon in list_icons(menu)]
        menu.close()
        assert len(seen) == 3
        assert all(ratio >= 3 for _, ratio in seen), seen


@pytest.mark.parametrize("mode", THEMES)
def test_the_chosen_entry_of_a_menu_shows_its_icon(demo, qtbot, mode):
    demo.theme.set_mode(mode)
    inspect(demo, qtbot)
    menu = demo.window.menu
    qtbot.mouseClick(demo.window.menu_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(menu.isVisible)
    for words, picture, icon in list_icons(menu):
        # WCAG 1.4.11: an icon, of which some have thin lines alone.
        assert best_in(picture, icon) >= 3, words
    menu.close()


def test_every_tab_of_the_answer_is_as_high_as_the_others(demo, qtbot):
    inspect(demo, qtbot)
    switch = demo.window.result_view.answer_pages.page_switch
    for checked in switch.findChildren(Button):
        qtbot.mouseClick(checked, Qt.MouseButton.LeftButton)
        assert len({(one.y(), one.height()) for one in switch.findChildren(Button)}) == 1


@pytest.mark.parametrize("scale", [1 + step / 20 for step in range(41)])
def test_a_radio_button_is_round_at_every_size_of_text(qtbot, appearance, scale):
    sheet = build_style_sheet(appearance.colours, Spacing(scale))
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    for is_on in (True, False):
        button = QRadioButton("仅机密")
        button.setChecked(is_on)
        layout.addWidget(button)
    holder.setStyleSheet(sheet)
    with qtbot.waitExposed(holder):
        holder.show()
    for button in holder.findChildren(QRadioButton):
        picture = button.grab().toImage()
        middle = picture.height() // 2
        ground = picture.pixel(picture.width() - 1, 0)
        columns = [x for x in range(40) if picture.pixel(x, middle) != ground]
        left = columns[0]
        side = 2 * Spacing(scale).to_pixels(8)
        top = middle - side // 2
        assert picture.pixel(left, top + 1) == ground, "a corner"


def test_a_button_that_has_the_focus_has_one_frame(demo, qtbot):
    """By the Tab key, after which Fusion draws a frame of its own as well."""
    inspect(demo, qtbot)
    seen = 0
    for _ in range(16):
        shown = [one for one in demo.window.findChildren(Button) if one.isVisible()]
        before = {one: one.grab().toImage() for one in shown}
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        button = QApplication.focusWidget()
        if not isinstance(button, Button):
            continue
        inner = button.rect().adjusted(4, 4, -4, -4)
        pictures = before[button], button.grab().toImage()
        assert pictures[0] != pictures[1], "nothing tells that it has the focus"
        assert pictures[0].copy(inner) == pictures[1].copy(inner), button.text()
        seen += 1
    assert seen > 8


@pytest.mark.parametrize("mode", THEMES)
def test_the_dialogs_of_qt_itself_have_frames_and_arrows_that_are_seen(appearance, qtbot, mode):
    """Where the system has no dialog for files: 3:1 for what frames and names a control."""
    appearance.set_mode(mode)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    surface = QColor(appearance.colours.window)
    for choice in dialog.findChildren(QComboBox):
        picture = choice.grab().toImage()
        middle = picture.height() // 2
        for x in (0, picture.width() - 1):
            assert contrast(picture.pixelColor(x, middle), surface) >= 3
        arrow = QRect(picture.width() - 24, middle - 6, 20, 12)
        assert best_in(picture, arrow) >= 3
    tools = [one for one in dialog.findChildren(QToolButton) if one.isVisible() and one.isEnabled()]
    assert tools
    for tool in tools:
        inner = tool.rect().adjusted(4, 4, -4, -4)
        inner.moveTopLeft(tool.mapTo(dialog, inner.topLeft()))
        picture = dialog.grab(inner).toImage()
        assert best_in(picture, picture.rect()) >= 3


@pytest.mark.parametrize("mode", THEMES)
def test_the_filled_button_can_be_read_while_it_is_off(demo, mode):
    demo.theme.set_mode(mode)
    button = demo.window.inspect_button
    button.setEnabled(False)
    inner = button.rect().adjusted(4, 4, -4, -4)
    middle = inner.center().x()
    words = QRect(middle, inner.top(), inner.right() - middle, inner.height())
    icon = QRect(inner.left(), inner.top(), 42, inner.height())
    picture = button.grab().toImage()
    assert best_in(picture, words) >= 4.5
    assert best_in(picture, icon) >= 3


def test_a_change_of_appearance_leaves_cancel_its_icon(demo, qtbot):
    window = demo.window
    demo.window.token_field.set_raw_text(token_of(demo, "slow"))
    qtbot.keyClick(window.token_field, Qt.Key.Key_Return)
    assert "Cancel" in window.inspect_button.text()
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        before = window.inspect_button.icon().pixmap(16).toImage()
        demo.theme.set_mode(mode)
        after = window.inspect_button.icon().pixmap(16).toImage()
        assert after.convertToFormat(ALPHA) == before.convertToFormat(ALPHA)
    demo.runner.cancel()


ALPHA = QImage.Format.Format_Alpha8


@pytest.mark.parametrize("mode", THEMES)
def test_every_field_and_button_has_a_frame_that_is_seen(demo, qtbot, mode):
    demo.theme.set_mode(mode)
    demo.window.resize(1124, 770)
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    picture = demo.window.grab().toImage()
    framed = [*demo.window.findChildren(QLineEdit), *demo.window.findChildren(QPushButton)]
    faint = []
    for control in framed:
        is_seen = control.isVisible() and control.isEnabled() and control.width() > 0
        if not is_seen or control.property("look") in {"link", "segment"}:
            continue
        corner = control.mapTo(demo.window, control.rect().topLeft())
        middle = corner.y() + control.height() // 2
        ground = picture.pixelColor(corner.x() - 3, middle)
        frame = max(
            contrast(ground, picture.pixelColor(corner.x() + step, middle)) for step in range(3)
        )
        if frame < 3:
            faint.append((control.accessibleName() or control.text(), round(frame, 2)))
    assert not faint
