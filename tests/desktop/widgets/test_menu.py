"""Every menu can be used without the mouse: where it opens, and what typing does in it."""

import ast
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.widgets.menu import Menu, _get_mnemonic, _get_name, create_context_menu
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import clipboard, inspect

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

KEYS = Qt.Key
DESKTOP = Path(__file__).parents[3] / "inspector_app" / "desktop"


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key as the window system does: it goes to the popup, or to what has the focus."""
    window = QApplication.activePopupWidget() or QApplication.activeWindow()
    assert window is not None
    QTest.keyClick(window.windowHandle(), key, modifiers)


def type_text(menu, text):
    """Type what no key of QTest's stands for, as an input method does."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(menu, event)


@pytest.fixture
def menu(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.show()
    made = Menu(holder)
    for words in ("Copy", "Export…", "Explain", "Évacuer", "Quit", "风电"):
        made.addAction(words)
    made.actions()[1].setEnabled(False)
    made.popup(holder.pos())
    qtbot.waitUntil(made.isVisible)
    yield made
    made.close()


def list_calls():
    """Each call in the window's code: where it stands, the name called, and the first argument."""
    for file in DESKTOP.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                name = getattr(called, "id", getattr(called, "attr", ""))
                yield f"{file.name}:{node.lineno}", name, next(iter(node.args), None)


def test_there_is_no_menu_of_another_kind():
    """A text given to Qt's ``addMenu`` makes one of Qt's own; the menu bar of macOS is its own."""
    others = {
        where.partition(":")[0]
        for where, name, first in list_calls()
        if name == "QMenu" or (name == "addMenu" and not isinstance(first, ast.Name))
    }
    assert others == {"macos_menu_bar.py"}


def test_a_letter_that_is_underlined_presses_its_entry(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.show()
    made, pressed = Menu(holder), []
    for words in ("Cu&t", "&Copy", "Tom && Jerry"):
        made.addAction(words).triggered.connect(lambda _=False, words=words: pressed.append(words))
    made.popup(holder.pos())
    qtbot.waitUntil(made.isVisible)
    press(KEYS.Key_T)
    assert pressed == ["Cu&t"]
    assert not made.isVisible()


def test_it_opens_on_the_first_entry_that_can_be_used(menu):
    assert menu.activeAction().text() == "Copy"


def test_it_opens_on_the_entry_in_use(menu, qtbot):
    menu.close()
    for action in menu.actions():
        action.setCheckable(True)
    menu.actions()[4].setChecked(True)
    menu.popup(menu.pos())
    qtbot.waitUntil(menu.isVisible)
    assert menu.activeAction().text() == "Quit"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("q", "Quit"), ("e", "Explain"), ("ex", "Explain"), ("é", "Évacuer"), ("c", "Copy"),
     ("风", "风电"), ("zz", "Copy"), ("Q", "Quit")],
)  # fmt: skip
def test_typing_goes_to_what_begins_so(menu, typed, found):
    type_text(menu, typed)
    assert menu.activeAction().text() == found
    assert menu.isVisible()


def test_where_no_entry_is_chosen_the_search_begins_at_the_first(menu):
    menu.addAction("Close")
    menu.setActiveAction(None)
    type_text(menu, "c")
    assert menu.activeAction().text() == "Copy"


def test_the_same_letter_again_goes_on_to_the_next(menu):
    menu.actions()[1].setEnabled(True)
    found = []
    for _ in range(3):
        type_text(menu, "e")
        found.append(menu.activeAction().text())
    assert found == ["Export…", "Explain", "Export…"]


@pytest.mark.parametrize(
    ("text", "letter", "name"),
    [
        ("Copy", "", "copy"),
        ("Cu&t", "t", "cut"),
        ("&Copy\tCtrl+C", "c", "copy"),
        ("Tom && Jerry", "", "tom & jerry"),
        ("Tom && &Jerry", "j", "tom & jerry"),
        ("&Über", "ü", "über"),
        ("Open\tCtrl&+O", "+", "open"),
        ("", "", ""),
    ],
)
def test_an_entry_is_called_by_its_words_alone(qapp, text, letter, name):
    owner = QObject()
    action = QAction(text, owner)
    assert _get_mnemonic(action) == letter
    assert _get_name(action) == name


@pytest.mark.parametrize(
    ("pause", "found"), [(0.0, "Explain"), (1.0, "Explain"), (1.01, "Copy")]
)  # "ex" finds it, while an x alone finds none
def test_a_letter_after_a_pause_begins_another_word(menu, monkeypatch, pause, found):
    now = [100.0]
    monkeypatch.setattr("inspector_app.desktop.widgets.menu.time.monotonic", lambda: now[0])
    type_text(menu, "e")
    menu.setActiveAction(menu.actions()[0])
    now[0] += pause
    type_text(menu, "x")
    assert menu.activeAction().text() == found
    assert menu._typed == ("x" if found == "Copy" else "ex")


def test_a_blank_stands_within_a_word_and_begins_none(menu):
    menu.addAction("Go on")
    menu.addAction("Go away")
    type_text(menu, "go a")
    assert menu.activeAction().text() == "Go away"
    menu.close()
    menu.popup(menu.pos())
    assert menu._typed == "", "it begins anew"
    type_text(menu, " ")
    assert menu._typed == "", "which is left to the style"


def test_a_key_with_control_is_no_letter(menu):
    for modifier, found in (
        (Qt.KeyboardModifier.ControlModifier, "Copy"),
        (Qt.KeyboardModifier.AltModifier, "Copy"),
        (Qt.KeyboardModifier.ShiftModifier, "Quit"),
    ):
        menu.setActiveAction(menu.actions()[0])
        QApplication.sendEvent(menu, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, modifier, "q"))
        assert menu.activeAction().text() == found, modifier
        menu._typed = ""


def edges(widget):
    """Left and right of a widget on the screen."""
    left = widget.mapToGlobal(widget.rect().topLeft()).x()
    return left, left + widget.width()


@pytest.mark.parametrize("is_mirrored", [False, True])
@pytest.mark.parametrize("is_at_end", [False, True])
def test_it_is_in_line_with_its_button(qtbot, is_mirrored, is_at_end):
    window, button = QWidget(), QWidget()
    qtbot.addWidget(window)
    direction = Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight
    window.setLayoutDirection(direction)
    button.setParent(window)
    button.setGeometry(220, 10, 150, 30)
    window.setGeometry(100, 50, 500, 300)
    window.show()
    made = Menu(button)
    made.addAction("An entry wider than its button")
    made.open_below(button, is_at_end=is_at_end)
    side = 1 if is_mirrored is not is_at_end else 0
    assert edges(made)[side] == edges(button)[side]
    assert made.y() == window.mapToGlobal(button.geometry().bottomLeft()).y()
    made.close()
    corner = window.mapToGlobal(window.rect().center())
    made.open_at(corner)
    assert edges(made)[1 if is_mirrored else 0] == corner.x()
    made.close()


def test_a_mirrored_one_stays_on_the_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.setGeometry(0, 50, 300, 200)
    window.show()
    made = Menu(window)
    made.addAction("An entry wider than what is left of the corner")
    made.open_at(window.mapToGlobal(QPoint(20, 20)))
    assert edges(made)[0] >= made.screen().availableGeometry().left()
    made.close()


def test_one_that_ends_with_its_button_begins_on_the_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(0, 50, 40, 200)
    window.show()
    made = Menu(window)
    made.addAction("An entry wider than what is left of the button's end")
    made.open_below(window, is_at_end=True)
    assert edges(made)[0] == made.screen().availableGeometry().left()
    made.close()


def test_the_menus_at_the_end_of_the_window_stay_within_it(demo, qtbot):
    demo.window.move(20, 20)
    qtbot.mouseClick(demo.window.menu_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(demo.window.menu.isVisible)
    assert edges(demo.window.menu)[1] == edges(demo.window.menu_button)[1]
    demo.window.menu.close()


def test_the_appearance_is_chosen_in_the_real_menu_by_keys_alone(demo, qtbot):
    menu = demo.window.menu
    demo.window.menu_button.setFocus()
    press(KEYS.Key_Return)
    qtbot.waitUntil(menu.isVisible)
    for key in (KEYS.Key_A, KEYS.Key_Right):
        press(key)
    submenu = QApplication.activePopupWidget()
    assert isinstance(submenu, QMenu)
    assert submenu is not menu
    assert submenu.activeAction().isChecked()
    press(KEYS.Key_H)
    press(KEYS.Key_Return)
    qtbot.waitUntil(lambda: not menu.isVisible())
    assert demo.preferences.settings.theme_mode is ThemeMode.CONTRAST
    demo.theme.set_mode(ThemeMode.LIGHT)


@pytest.mark.parametrize("path", [("session", "createTime"), ("session", "expires")])
def test_shift_f10_opens_the_menu_of_the_current_row(demo, qtbot, path):
    inspect(demo, qtbot)
    tree = demo.window.result_view.tree_view
    tree.select_path(path)
    press(KEYS.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    row = tree.visualRect(tree.currentIndex())
    assert abs(tree.viewport().mapFromGlobal(opened.pos()).y() - row.bottom()) < row.height()
    copied = demo.window.action_collection[ActionId.COPY_VALUE]
    assert opened.activeAction() is copied
    with qtbot.waitSignal(demo.row_copier.status_message):
        press(KEYS.Key_Return)
    assert clipboard() == str(tree.get_current_node().value)
    qtbot.waitUntil(lambda: tree.findChild(QMenu) is None)


def test_a_context_menu_is_gone_once_it_is_closed(demo):
    menu = create_context_menu(demo.window)
    menu.addAction("Copy")
    menu.popup(QPoint(0, 0))
    press(KEYS.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(menu)
