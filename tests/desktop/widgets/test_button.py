"""A button shows what its action says, as long as both live, and is as wide as what it shows."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.desktop.widgets.button import ICON_PROPERTY, Button, ButtonVariant
from inspector_app.desktop.widgets.plain_text import DESCRIPTION_PROPERTY
from inspector_app.settings.user_settings import ThemeMode

SIZE = QSize(16, 16)


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 100)
    made.show()
    return made


@pytest.fixture
def action(page):
    made = QAction("&Copy && keep", page)
    made.setProperty(ICON_PROPERTY, "copy")
    made.setProperty(DESCRIPTION_PROPERTY, "Takes it along")
    made.setToolTip("Copies it")
    return made


def picture(icon):
    return icon.pixmap(SIZE).toImage()


def mirror(appearance, action, page, variant=ButtonVariant.PLAIN):
    made = Button(appearance, variant, "", page)
    made.show()
    made.set_default_action(action)
    return made


def describe(button):
    return (
        button.text(),
        button.toolTip(),
        button.accessibleDescription(),
        button.isEnabled(),
        button.isVisible(),
    )


def test_it_shows_what_its_action_says_at_once_and_after_each_change(appearance, action, page):
    button = mirror(appearance, action, page)
    assert describe(button) == ("&Copy && keep", "Copies it", "Takes it along", True, True)

    action.setText("Take")
    action.setToolTip("Takes it")
    action.setProperty(DESCRIPTION_PROPERTY, None)
    action.setEnabled(False)
    assert describe(button) == ("Take", "Takes it", "", False, True)

    action.setVisible(False)
    assert not button.isVisible()
    action.setVisible(True)
    assert button.isVisible()


def test_a_press_triggers_the_action_once(appearance, action, page, qtbot):
    button = mirror(appearance, action, page)
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("variant", ButtonVariant)
def test_the_icon_of_a_link_has_the_colour_of_its_words_and_others_are_muted(
    appearance, action, page, variant
):
    button = mirror(appearance, action, page, variant)
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        appearance.set_mode(mode)
        colours = appearance.colours
        expected = colours.link if variant is ButtonVariant.LINK else colours.muted
        assert picture(button.icon()) == picture(appearance.get_icon("copy", expected))


def test_an_action_without_a_name_of_an_icon_gives_its_own(appearance, action, page):
    action.setProperty(ICON_PROPERTY, None)
    assert mirror(appearance, action, page).icon().isNull()
    action.setIcon(appearance.get_icon("copy"))
    assert picture(mirror(appearance, action, page).icon()) == picture(appearance.get_icon("copy"))


def test_before_it_has_a_place_it_opens_no_window_and_a_hidden_one_stays_hidden(
    appearance, action, page, qtbot
):
    button = Button(appearance)
    qtbot.addWidget(button)
    button.set_default_action(action)
    assert not button.isVisible()

    action.setVisible(False)
    other = Button(appearance)
    other.set_default_action(action)
    other.setParent(page)
    assert other.isHidden()


def test_compact_it_is_its_icon_alone_and_as_wide(appearance, action, page):
    button = mirror(appearance, action, page)
    px = appearance.spacing.to_pixels
    whole = button.sizeHint().width()
    button.set_compact(is_compact=True)
    assert button.sizeHint().width() == 2 * px(13) + px(16) < whole
    assert button.minimumSizeHint() == button.sizeHint()
    button.set_compact(is_compact=False)
    assert button.sizeHint().width() == whole

    action.setProperty(ICON_PROPERTY, None)
    action.setText("Copy")
    bare = button.sizeHint().width()
    button.set_compact(is_compact=True)
    assert button.sizeHint().width() == bare  # words are all that it has


@pytest.mark.parametrize(
    ("variant", "is_flush", "margin", "chevron"),
    [
        (ButtonVariant.PLAIN, False, 13, 0),
        (ButtonVariant.PRIMARY, False, 13, 0),
        (ButtonVariant.LINK, False, 6, 0),
        (ButtonVariant.LINK, True, 1, 0),
        (ButtonVariant.DROP_DOWN, False, 13, 24),
        (ButtonVariant.TALL_DROP_DOWN, False, 13, 24),
    ],
)
def test_it_is_as_wide_as_words_icon_chevron_and_the_room_between(
    appearance, page, variant, is_flush, margin, chevron
):
    button = Button(appearance, variant, "Copy", page, is_flush=is_flush)
    px = appearance.spacing.to_pixels
    button.ensurePolished()
    words = button.fontMetrics().horizontalAdvance("Copy") + 2
    around = 2 * px(margin) + (px(chevron) if chevron else 0)
    assert button.sizeHint().width() == words + around
    button.setIcon(appearance.get_icon("copy"))
    assert button.sizeHint().width() == words + px(16) + px(8) + around
    assert button.compute_width("") == px(16) + around


def test_its_neighbour_gets_the_room_that_it_gives_up(appearance, action, page, qtbot):
    button, neighbour = mirror(appearance, action, page), QWidget()
    row = QHBoxLayout(page)
    row.addWidget(button)
    row.addWidget(neighbour, 1)
    qtbot.waitUntil(neighbour.isVisible)
    row.activate()
    before = neighbour.width()
    button.set_compact(is_compact=True)
    qtbot.waitUntil(lambda: neighbour.width() > before)


def test_it_is_measured_in_the_font_that_it_will_be_painted_in(appearance, page):
    page.setStyleSheet("QPushButton { font-size: 40px }")
    button = Button(appearance, text="Copy", parent=page)
    before = button.compute_width("Copy")
    button.show()
    assert button.compute_width("Copy") == before


def test_the_icon_of_one_that_cannot_be_pressed_is_painted_so(appearance, page):
    button = Button(appearance, parent=page)
    button.setIcon(appearance.get_icon("copy"))
    button.show()
    pictures = []
    for is_enabled in (True, False):
        button.setEnabled(is_enabled)
        pictures.append(button.grab(button.rect().adjusted(8, 8, -8, -8)).toImage())
    assert pictures[0] != pictures[1]


def test_marks_of_a_key_take_no_room_and_doubled_ones_are_one(appearance, page):
    def measure(text):
        return Button(appearance, text=text, parent=page).sizeHint().width()

    assert measure("&Copy") == measure("Copy")
    assert measure("A && B") > measure("A  B")
    assert measure("A && B") == measure("A && &B")


@pytest.mark.parametrize(
    ("variant", "usual", "when_disabled"),
    [
        (ButtonVariant.PRIMARY, "on_accent", "muted"),
        (ButtonVariant.LINK, "link", "disabled"),
        (ButtonVariant.PLAIN, "text", "disabled"),
        (ButtonVariant.DROP_DOWN, "text", "disabled"),
    ],
)
def test_its_words_are_painted_in_the_colour_of_its_kind(
    appearance, page, variant, usual, when_disabled
):
    button = Button(appearance, variant, "████", page)  # one plain area of its colour
    button.show()
    for is_enabled, name in ((True, usual), (False, when_disabled)):
        button.setEnabled(is_enabled)
        image = button.grab().toImage()
        middle = image.pixelColor(image.width() // 2, image.height() // 2).name()
        assert middle == getattr(appearance.colours, name).lower()


def test_enter_presses_it_once_however_long_it_is_held(appearance, page, qtbot):
    button = Button(appearance, text="Copy", parent=page)
    presses = []
    button.clicked.connect(lambda: presses.append(1))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert len(presses) == 1
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        text="\r",
        autorep=True,
    )
    button.keyPressEvent(held)
    assert len(presses) == 1
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(presses) == 2
