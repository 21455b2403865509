import pytest
from PySide6.QtCore import QSize

from inspector_app.desktop.actions import ACTION_SPECS, ActionId
from inspector_app.desktop.theme.icons import Icons
from inspector_app.settings.settings_file import ThemeMode
from inspector_app.system import resources


@pytest.fixture
def read_names(monkeypatch):
    """The names of the resource files that are read from now on."""
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
    assert not icons.get_icon("search", "#102030").pixmap(QSize(16, 16)).isNull()
    assert read_names == ["icons/search.svg"]
    icons.read_all()
    assert set(read_names) == {f"icons/{n}" for n in resources.list_names("icons") if "." in n}


def test_a_name_without_an_icon_is_refused(qapp):
    with pytest.raises(KeyError):
        Icons().get_icon("no-such-icon", "#102030")


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
