"""Both sets of colours can be read, and follow the person's choice."""

import itertools
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPalette

from inspector_app.desktop.theme.colours import CONTRAST, DARK, LIGHT
from inspector_app.desktop.theme.spacing import (
    Spacing,
    compute_scale,
    create_font,
)
from inspector_app.desktop.theme.style_sheet import build_style_sheet
from inspector_app.desktop.theme.theme import Theme, build_palette
from inspector_app.session.severity import Severity
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.drawing import DISTINCT


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_what_is_proposed_in_a_field_looks_other_than_what_was_entered(colours):
    assert contrast(colours.text, colours.muted) >= 1.5


@pytest.mark.parametrize(
    ("colours", "least"),
    [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7.0)],
    ids=["light", "dark", "contrast"],
)
def test_every_text_can_be_read_on_every_surface(colours, least):
    texts = [
        colours.text,
        colours.muted,
        colours.link,
        *(colours.get_severity_colour(s) for s in Severity),
    ]
    surfaces = [colours.window, colours.surface, colours.stripe]
    for text, surface in itertools.product(texts, surfaces):
        assert contrast(text, surface) >= least, (text, surface)
    for text in (colours.text, colours.muted, colours.link):
        for surface in (colours.chosen_row, colours.marked_line, colours.hover):
            assert contrast(text, surface) >= 4.5, (text, surface)
    assert contrast(colours.warning, colours.chosen_row) >= 4.5
    for accent in (colours.accent, colours.accent_hover):
        assert contrast(colours.on_accent, accent) >= 4.5, "a selected row, the main button"
    for ground in (colours.warning, colours.bad):
        assert contrast(colours.surface, ground) >= least, "a strip"
    for surface in surfaces:
        assert contrast(colours.border, surface) >= 3.0, "the frame of a control"
        assert contrast(colours.focus, surface) >= 3.0, "the frame of the focus"
        assert contrast(colours.accent, surface) >= 3.0, "a tick, a bar below a tab"


def test_the_choice_decides(qapp):
    appearance = Theme(qapp, ThemeMode.DARK)
    assert appearance.colours is DARK
    appearance.set_mode(ThemeMode.CONTRAST)
    assert appearance.colours is CONTRAST
    appearance.set_mode(ThemeMode.LIGHT)
    assert appearance.colours is LIGHT
    appearance.deleteLater()


def test_distances_grow_with_the_text():
    assert Spacing(1.0).to_pixels(16) == 16
    assert Spacing(1.5).to_pixels(16) == 24


ROLES = {
    "Window": "window", "WindowText": "text", "Base": "surface", "AlternateBase": "stripe",
    "Text": "text", "PlaceholderText": "muted", "Button": "surface", "ButtonText": "text",
    "BrightText": "bad", "Highlight": "accent", "HighlightedText": "on_accent", "Accent": "accent",
    "Link": "link", "LinkVisited": "link", "ToolTipBase": "surface", "ToolTipText": "text",
    "Light": "surface", "Midlight": "hover", "Mid": "line", "Dark": "border", "Shadow": "line",
}  # fmt: skip
DISABLED = {"WindowText", "Text", "ButtonText"}


def test_each_colour_that_the_style_takes_is_one_of_the_themes():
    palette = build_palette(DISTINCT)
    roles = [one for one in QPalette.ColorRole if one.name not in {"NoRole", "NColorRoles"}]
    assert {one.name for one in roles} == set(ROLES)
    for role in roles:
        usual = getattr(DISTINCT, ROLES[role.name])
        off = DISTINCT.disabled if role.name in DISABLED else usual
        assert palette.color(QPalette.ColorGroup.Active, role).name() == usual, role
        assert palette.color(QPalette.ColorGroup.Inactive, role).name() == usual, role
        assert palette.color(QPalette.ColorGroup.Disabled, role).name() == off, role


class Hints:
    """What a system prefers, and what it was told that the app shows."""

    def __init__(self, scheme, contrast):
        self._scheme, self._contrast, self.told = scheme, contrast, None

    def colorScheme(self):  # noqa: N802  # Qt's own names
        return self._scheme

    def accessibility(self):
        return self

    def contrastPreference(self):  # noqa: N802
        return self._contrast

    def setColorScheme(self, scheme):  # noqa: N802
        self.told = scheme


class System:
    """The application as far as the choice of colours needs it."""

    def __init__(self, hints):
        self._hints = hints

    def styleHints(self):  # noqa: N802
        return self._hints


SCHEMES, CONTRASTS = Qt.ColorScheme, Qt.ContrastPreference


@pytest.mark.parametrize(
    ("mode", "scheme", "wish", "colours", "told"),
    [
        (ThemeMode.SYSTEM, SCHEMES.Light, CONTRASTS.NoPreference, LIGHT, SCHEMES.Unknown),
        (ThemeMode.SYSTEM, SCHEMES.Dark, CONTRASTS.NoPreference, DARK, SCHEMES.Unknown),
        (ThemeMode.SYSTEM, SCHEMES.Unknown, CONTRASTS.NoPreference, LIGHT, SCHEMES.Unknown),
        (ThemeMode.SYSTEM, SCHEMES.Light, CONTRASTS.HighContrast, CONTRAST, SCHEMES.Unknown),
        (ThemeMode.LIGHT, SCHEMES.Dark, CONTRASTS.HighContrast, LIGHT, SCHEMES.Light),
        (ThemeMode.DARK, SCHEMES.Light, CONTRASTS.HighContrast, DARK, SCHEMES.Dark),
        (ThemeMode.CONTRAST, SCHEMES.Light, CONTRASTS.NoPreference, CONTRAST, SCHEMES.Dark),
    ],
)
def test_the_system_decides_where_the_person_did_not(
    appearance, monkeypatch, mode, scheme, wish, colours, told
):
    hints = Hints(scheme, wish)
    monkeypatch.setattr(appearance, "_application", System(hints))
    monkeypatch.setattr(appearance, "_apply_mode", lambda: None)
    appearance.set_mode(mode)
    assert appearance._choose_colours() is colours
    assert hints.told is told


def test_it_hears_of_each_wish_of_the_system(appearance, qapp, qtbot):
    hints = qapp.styleHints()
    wishes = (
        (hints.colorSchemeChanged, SCHEMES.Dark),
        (hints.accessibility().contrastPreferenceChanged, CONTRASTS.HighContrast),
    )
    for signal, wish in wishes:
        with qtbot.waitSignal(appearance.changed):
            signal.emit(wish)


class Screen:
    def logicalDotsPerInch(self):  # noqa: N802
        return 96.0


class Fonts:
    """An application with a font of so many points, or of pixels where that is negative."""

    def __init__(self, points):
        self._font, self._known = QFont(), {}
        if points > 0:
            self._font.setPointSizeF(points)
        else:
            self._font.setPixelSize(16)

    def font(self):
        return self._font

    def property(self, name):
        return self._known.get(name)

    def setProperty(self, name, value):  # noqa: N802
        self._known[name] = value

    def primaryScreen(self):  # noqa: N802
        return Screen()


@pytest.mark.parametrize(
    ("points", "size", "made", "scale"),
    [
        (10, 100, 10.0, 1.0),
        (8, 100, 10.0, 1.0),
        (12, 100, 12.0, 12 * 96 / 72 * 1.25 / 17),
        (8, 150, 15.0, 15 * 96 / 72 * 1.25 / 17),
        (12, 200, 24.0, 24 * 96 / 72 * 1.25 / 17),
        (12, 90, 10.8, 10.8 * 96 / 72 * 1.25 / 17),
        (6, 50, 5.0, 1.0),
    ],
)
def test_a_text_is_as_large_as_the_system_says_but_never_too_small(qapp, points, size, made, scale):
    fonts: Any = Fonts(points)
    assert create_font(fonts, size).pointSizeF() == pytest.approx(made)
    fonts.font().setPointSizeF(40)  # as it is once the text was enlarged
    assert create_font(fonts, size).pointSizeF() == pytest.approx(made), "of the first size"


def test_a_font_that_is_given_in_pixels_stays_so(qapp):
    fonts: Any = Fonts(-1)
    for _ in range(2):
        assert create_font(fonts, 200).pixelSize() == 16


def test_distances_are_never_smaller_than_they_are_specified(qapp):
    font = QFont(qapp.font())
    for points in (4, 10, 20, 40):
        font.setPointSizeF(points)
        expected = max(1.0, QFontMetricsF(font).height() / 17)
        assert compute_scale(font) == pytest.approx(expected)


@pytest.mark.parametrize(("is_mirrored", "start", "end", "first"), [
    (False, "left", "right", "first"), (True, "right", "left", "last"),
])  # fmt: skip
def test_what_qt_does_not_mirror_is_mirrored_in_the_style_sheet(
    qapp, monkeypatch, is_mirrored, start, end, first
):
    monkeypatch.setattr(QGuiApplication, "isRightToLeft", lambda: is_mirrored)
    sheet = build_style_sheet(DISTINCT, Spacing(1.0))
    for part in (
        f"border-radius: 0; border-{end}: none;",
        f"border-top-{start}-radius: 5px; border-bottom-{start}-radius: 5px;",
        f"border-{end}: 1px solid {DISTINCT.border};",
        f"border-top-{end}-radius: 5px; border-bottom-{end}-radius: 5px;",
        f"border: none; border-{end}: 1px solid {DISTINCT.line};",
        f"QHeaderView::section:{first} {{ padding-{start}: 14px; }}",
    ):
        assert part in sheet, part


@pytest.mark.parametrize(("window", "tools"), [("#7f7f7f", "border"), ("#808080", "transparent")])
def test_arrows_of_qt_itself_stand_on_a_ground_that_shows_them(qapp, window, tools):
    colours = DISTINCT._replace(window=window)
    ground = {"border": colours.border}.get(tools, tools)
    assert f"background: {ground}; border: 2px solid transparent" in build_style_sheet(
        colours, Spacing(1.0)
    )


@pytest.mark.parametrize(("scale", "side", "dot"), [(1.0, 16, 6), (1.3, 20, 8), (2.0, 32, 12)])
def test_a_radio_button_is_as_large_as_the_text(qapp, scale, side, dot):
    sheet = build_style_sheet(DISTINCT, Spacing(scale))
    ring = sheet.partition("QRadioButton::indicator {")[2].partition("}")[0]
    inner = sheet.partition("QRadioButton::indicator:checked {")[2].partition("}")[0]
    assert f"width: {side - 2}px; height: {side - 2}px; border-radius: {side // 2}px;" in ring
    assert f"width: {dot}px; height: {dot}px; border-radius: {side // 2}px;" in inner
