import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon

from inspector_app.desktop.actions import ACTION_SPECS, ActionId
from inspector_app.desktop.theme.icons import (
    Icons,
    load_application_icon,
    read_source,
    read_sources,
)
from inspector_app.desktop.theme.theme import Theme
from inspector_app.settings.user_settings import ThemeMode
from inspector_app.system import resources


@pytest.fixture
def read_names(monkeypatch):
    """The names of the resource files that are read from now on, as by a process of its own."""
    read_sources.cache_clear()
    read_source.cache_clear()
    names = []
    original = resources.read

    def read(name):
        names.append(name)
        return original(name)

    monkeypatch.setattr(resources, "read", read)
    return names


def test_an_icon_is_read_when_it_is_asked_for(qapp, read_names):
    icons = Icons()
    assert read_names == []
    assert not icons.get_icon("search", "#102030", 16).pixmap(QSize(16, 16)).isNull()
    assert read_names == ["icons/search.svg"]
    read_sources()
    assert set(read_names) == {f"icons/{n}" for n in resources.list_names("icons") if "." in n}


def test_a_name_without_an_icon_is_refused(qapp):
    with pytest.raises(KeyError):
        Icons().get_icon("no-such-icon", "#102030", 16)


def test_a_menu_has_its_icons_when_it_opens_and_not_before(demo):
    actions, menu = demo.window.action_collection, demo.window.menu
    assert actions[ActionId.SAFETY].icon().isNull()
    menu.aboutToShow.emit()
    named = [do for do, spec in ACTION_SPECS.items() if spec.icon]
    shown = [do for do in named if actions[do] in menu.actions()]
    assert len(shown) > 5
    assert not [do for do in shown if actions[do].icon().isNull()]
    demo.theme.set_mode(ThemeMode.DARK)
    picture = actions[ActionId.SAFETY].icon().pixmap(QSize(16, 16)).toImage()
    assert picture == demo.theme.get_entry_icon("shield").pixmap(QSize(16, 16)).toImage()


def test_a_button_of_an_action_shows_its_icon(demo):
    button = demo.window.result_view.empty_page.findChild(type(demo.window.menu_button))
    assert not button.icon().isNull()


SIZES = [16, 20, 24, 32, 40, 48, 64, 96]


def colours_of(icon, mode):
    """The colours of an icon's images where they cover most, from the smallest image on."""
    for size in sorted(icon.availableSizes(mode), key=lambda one: one.width()):
        picture = icon.pixmap(size, mode=mode).toImage()
        points = [picture.pixelColor(x, y) for x in range(size.width()) for y in range(8, 13)]
        yield size.width(), max(points, key=lambda one: one.alpha()).name()


@pytest.mark.parametrize(
    ("side", "sizes"),
    [(1, [16]), (16, [16]), (17, [16, 20]), (24, [16, 20, 24]), (96, SIZES), (200, SIZES)],
)
def test_each_kind_of_icon_has_its_sizes_and_colours(qapp, side, sizes):
    icons = Icons()
    usual, entry, main = (
        icons.get_icon("lock", "#ff0000", side),
        icons.get_entry_icon("lock", "#00ff00", "#0000ff", side),
        icons.get_main_icon("lock", "#ff00ff", "#00ffff", side),
    )
    modes = QIcon.Mode
    for icon, mode, colour in (
        (usual, modes.Normal, "#ff0000"),
        (entry, modes.Normal, "#00ff00"),
        (entry, modes.Selected, "#0000ff"),
        (entry, modes.Active, "#0000ff"),
        (main, modes.Normal, "#ff00ff"),
        (main, modes.Disabled, "#00ffff"),
    ):
        assert list(colours_of(icon, mode)) == [(size, colour) for size in sizes], mode
    assert icons.get_icon("lock", "#ff0000", side) is usual
    assert icons.get_icon("lock", "#ff0001", side) is not usual
    assert icons.get_icon("key-round", "#ff0000", side) is not usual


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_an_icon_is_drawn_as_large_as_it_is_shown(qapp, text_size):
    """Qt makes no icon larger than its largest image: it would stay small in its place."""
    theme = Theme(qapp, ThemeMode.LIGHT, text_size)
    try:
        for icon, side in (
            (theme.get_icon("lock"), 24),
            (theme.get_icon("lock", side=48), 48),
            (theme.get_entry_icon("lock"), 24),
            (theme.get_main_icon("lock"), 24),
        ):
            wanted = theme.spacing.to_pixels(side)
            assert icon.pixmap(QSize(wanted, wanted), 1.0).width() == wanted
    finally:
        theme.deleteLater()


def test_a_finer_screen_gets_larger_images(demo, qapp, monkeypatch):
    button = demo.window.menu_button
    before = button.icon().availableSizes()
    monkeypatch.setattr(type(qapp), "devicePixelRatio", lambda _self: 3.0)
    qapp.sendEvent(demo.window, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert len(button.icon().availableSizes()) > len(before)


def test_the_apps_own_icon_is_sharp_at_each_size(qapp):
    sizes = sorted(one.width() for one in load_application_icon().availableSizes())
    assert sizes == [16, 24, 32, 48, 64, 128, 256]
