"""Production is told four times over, and nothing else is told as production."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.desktop.environments.production_marks import ProductionFrame
from inspector_app.desktop.theme.theme import Theme
from inspector_app.desktop.theme.tier_colours import get_tier_colours
from inspector_app.settings.environment import create_environment
from inspector_app.settings.environment_tier import EnvironmentTier
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import lay_out, work_in


def marks(app):
    made = app.window.production_marks
    frame = app.window.findChild(ProductionFrame)
    filled = app.window.environment_button.property("tier") == "production"
    is_framed = frame is not None and frame.isVisible()
    return is_framed, filled, made.tag.isVisible(), made.status_label.isVisible()


def production_colour(app):
    return QColor(get_tier_colours(app.theme.colours, EnvironmentTier.PRODUCTION).ground)


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_production_has_a_frame_a_filled_button_a_tag_and_a_word(start, qtbot, mode):
    app = start()
    app.theme.set_mode(mode)
    work_in(app, "Prod EU", "https://gateway.example.com:8443")
    lay_out()
    QApplication.processEvents()
    assert marks(app) == (True,) * 4
    assert app.window.production_marks.tag.text() == "PRODUCTION"
    assert app.window.production_marks.status_label.text() == "Production, gateway.example.com:8443"
    picture = app.window.grab().toImage()
    ratio = picture.devicePixelRatio()
    right, bottom = app.window.width() - 2, app.window.height() - 2
    for x, y in ((1, 1), (1, bottom), (right, 1), (right, bottom), (right, bottom // 2)):
        where = QPoint(int(x * ratio), int(y * ratio))
        assert picture.pixelColor(where) == production_colour(app), (x, y)
    button = app.window.environment_button
    inside = button.mapTo(app.window, QPoint(button.width() - 6, button.height() // 2))
    assert picture.pixelColor(inside * ratio) == production_colour(app)


def list_colours(widget):
    picture = widget.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_the_name_on_the_button_can_be_read_on_its_ground(start, mode):
    app = start()
    app.theme.set_mode(mode)
    button = app.window.environment_button
    written = get_tier_colours(app.theme.colours, EnvironmentTier.PRODUCTION).text
    work_in(app, "Prod EU", "https://gateway.example.com")
    seen = list_colours(button)
    assert QColor(written).name() in seen
    assert QColor(app.theme.colours.text).name() not in seen
    work_in(app, "Staging", "https://staging.example.com")
    assert QColor(app.theme.colours.text).name() in list_colours(button)


def test_the_frame_grows_with_the_window_and_takes_no_click(start, qtbot):
    app = start()
    work_in(app, "Production", "https://gateway.example.com")
    app.window.resize(app.window.width() + 77, app.window.height() + 55)
    QApplication.processEvents()
    frame = app.window.findChild(ProductionFrame)
    assert frame.geometry() == app.window.rect()
    assert not frame.mask().contains(app.window.token_field.geometry().center())
    assert app.window.childAt(1, 1) is None  # a click there is the window's


def test_the_frame_fits_a_window_that_stood_before_it(qapp, qtbot):
    """No other size follows for it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(701, 577)
    with qtbot.waitExposed(window):
        window.show()
    theme = Theme(qapp, ThemeMode.LIGHT)
    frame = ProductionFrame(theme, window)
    frame.show()
    QApplication.processEvents()
    assert frame.geometry() == window.rect()
    assert frame.mask().contains(QPoint(1, 300))
    assert not frame.mask().contains(QPoint(20, 20))
    theme.deleteLater()


@pytest.mark.parametrize("name", ["Staging", "Test", "Non-production", "Customer A"])
def test_what_is_not_production_has_none_of_it(start, name):
    app = start()
    work_in(app, "Production", "https://gateway.example.com")
    work_in(app, name, "https://other.example.com")
    assert marks(app) == (False,) * 4


def test_the_choice_counts_for_more_than_the_name(start):
    app = start()
    named = replace(
        create_environment("Production", "https://gateway.example.com"),
        chosen_tier=EnvironmentTier.TEST,
    )
    app.presenter.select_environment(named)
    assert marks(app) == (False,) * 4
    app.presenter.select_environment(replace(named, chosen_tier=EnvironmentTier.PRODUCTION))
    assert marks(app) == (True,) * 4


def test_the_demo_is_never_production(demo):
    assert demo.preferences.current.tier is EnvironmentTier.DEMO
    assert marks(demo) == (False,) * 4


def test_a_message_in_the_status_line_does_not_hide_the_word(start):
    app = start()
    work_in(app, "Production", "https://gateway.example.com")
    app.window.status_bar.show_message("Copied.")
    app.window.close()
    app = start()  # where it is production from the beginning
    app.window.status_bar.show_message("Copied.")
    assert app.window.production_marks.status_label.isVisible()
    assert app.window.production_marks.status_label.font().pointSizeF() == pytest.approx(
        app.window.status_bar.selection_label.font().pointSizeF()
    )
