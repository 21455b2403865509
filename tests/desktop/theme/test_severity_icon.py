"""Each severity has a shape, a colour and a name of its own, in every place that shows one."""

import pytest
from PySide6.QtGui import QIcon

from inspector_app.desktop.theme.severity_icon import (
    get_severity_entry_icon,
    get_severity_icon,
    get_severity_name,
)
from inspector_app.session.severity import Severity
from tests.desktop.drawing import DISTINCT

SHAPES = {
    Severity.GOOD: ("circle-check", DISTINCT.good, "OK"),
    Severity.WARNING: ("triangle-alert", DISTINCT.warning, "Attention"),
    Severity.BAD: ("circle-x", DISTINCT.bad, "Problem"),
}
OTHERS = ("info", DISTINCT.muted, "Notice")


def picture(icon, mode=QIcon.Mode.Normal):
    return icon.pixmap(24, mode=mode).toImage()


@pytest.mark.parametrize("severity", Severity)
def test_each_severity_looks_and_reads_as_itself(appearance, severity):
    appearance.colours = DISTINCT
    shape, colour, words = SHAPES.get(severity, OTHERS)
    assert DISTINCT.get_severity_colour(severity) == colour
    assert get_severity_name(severity) == words
    shown = get_severity_icon(appearance, severity)
    assert picture(shown) == picture(appearance.get_icon(shape, colour))
    entry, expected = (
        get_severity_entry_icon(appearance, severity),
        appearance.get_entry_icon(shape, colour),
    )
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Active):
        assert picture(entry, mode) == picture(expected, mode)


def test_no_two_severities_share_shape_or_colour():
    for part in range(3):
        seen = [one[part] for one in (*SHAPES.values(), OTHERS)]
        assert len(set(seen)) == len(seen)
