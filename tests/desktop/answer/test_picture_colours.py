"""The picture of the session's life has the colour of the sentence above it."""

import pytest
from PySide6.QtGui import QColor

from tests.desktop.at_work import inspect, token_of


@pytest.mark.parametrize("scenario", ["valid", "account_disabled", "password_expired"])
def test_no_green_bar_runs_under_a_verdict_that_is_not_good(demo, qtbot, scenario):
    inspect(demo, qtbot, token_of(demo, scenario))
    banner, colours = demo.window.result_view.banner, demo.theme.colours
    assert banner.timeline.isVisible()
    qtbot.waitUntil(lambda: banner.timeline.width() > 100 and banner.timeline.height() > 20)
    picture = banner.timeline.grab().toImage()
    seen = {
        QColor(picture.pixel(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    severity_colour = colours.get_severity_colour(banner._verdict.severity)
    assert severity_colour in seen
    assert colours.good not in seen - {severity_colour}
