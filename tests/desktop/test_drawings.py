"""What is painted by hand is painted as it was reviewed: each shape, colour and text.

Pinned in ``drawings.json``; ``python -m tests.desktop.drawing`` writes it anew, offscreen.
"""

import json
from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.actions import ActionCollection
from inspector_app.desktop.answer.applications_view import ApplicationsView
from inspector_app.desktop.answer.expected_organization_field import (
    Comparison,
    ExpectedOrganizationField,
)
from inspector_app.desktop.answer.outline_view import OutlineView
from inspector_app.desktop.answer.page_switch import SegmentButton
from inspector_app.desktop.answer.request_view import RequestView
from inspector_app.desktop.answer.stale_frame import StaleFrame
from inspector_app.desktop.answer.timeline_view import TimelineView
from inspector_app.desktop.answer.verdict_banner import VerdictBanner
from inspector_app.desktop.main_window.token_choice_row import RowTexts, TokenChoiceRow
from inspector_app.desktop.theme.answer_theme import AnswerTheme
from inspector_app.desktop.theme.style_sheet import build_style_sheet
from inspector_app.desktop.widgets.button import Button, ButtonVariant
from inspector_app.desktop.widgets.check_box import CheckBox
from inspector_app.desktop.widgets.environment_square import _paint_square
from inspector_app.desktop.widgets.labels import ElidedLabel
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.exchange import Failure, FailureKind, Phase
from inspector_app.session.lifetimes import ExpiryPolicy, GatewayClock, Lifetimes
from inspector_app.session.presentation.outline_builder import build_outline
from inspector_app.session.presentation.request_facts import build_request_facts
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from tests.desktop import drawing
from tests.desktop.drawing import DISTINCT, check_drawings, describe_drawing
from tests.session.answers import NOW as ANSWERED
from tests.session.presentation.test_request_facts import PHASES, TOKEN, URL, answered
from tests.session.test_labelled_answers import SCENARIOS, analyzed_of

NOW = 1_800_000_000.0
ROW = RowTexts("IAM session", "0a1b2c3d", ("newest", "complete"), "line 3, Authorization")
WARNED = replace(ROW, warning="another host", tags=())
FAILED = Failure(
    FailureKind.CONNECTION_RESET, answered().route, ANSWERED, Phase.WAIT, phases=PHASES
)
MIRRORED = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def theme(appearance):
    pinned = json.loads(drawing.DRAWINGS_FILE.read_text(encoding="utf-8"))
    appearance.spacing.scale = 1.0
    if pinned.get("font", drawing.describe_font()) != drawing.describe_font():
        pytest.skip("another font has other widths than the pinned ones")
    appearance.colours = DISTINCT
    return appearance


@pytest.fixture
def draw(qtbot, theme):
    """Draws a widget at a size; with the keys if it is to have them."""

    def draw(widget, width, height, *, has_focus=False, direction=None):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        if direction is not None:
            widget.setLayoutDirection(direction)
        if has_focus:
            widget.show()
            widget.activateWindow()
            widget.setFocus()
            qtbot.waitUntil(widget.hasFocus)
        return describe_drawing(widget)

    return draw


def checked(box, *, is_on=True, is_enabled=True):
    box.setChecked(is_on)
    box.setEnabled(is_enabled)
    return box


def test_the_controls_are_painted_as_reviewed(theme, draw):
    seen = {
        "choice": draw(TokenChoiceRow(theme, ROW), 460, 58),
        "chosen": draw(checked(TokenChoiceRow(theme, ROW)), 460, 58, has_focus=True),
        "warned": draw(TokenChoiceRow(theme, WARNED), 300, 58),
        "mirrored": draw(checked(TokenChoiceRow(theme, ROW)), 250, 58, direction=MIRRORED),
        "box off": draw(CheckBox(theme, "Remember"), 160, 28),
        "box on": draw(checked(CheckBox(theme, "Remember")), 160, 28, has_focus=True),
        "box disabled": draw(checked(CheckBox(theme, "Remember"), is_enabled=False), 160, 28),
        "box mirrored": draw(checked(CheckBox(theme, "Remember")), 160, 28, direction=MIRRORED),
    }
    for width in (40, 300):
        label = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        label.set_text("an address that is long")
        seen[f"label of {width}"] = draw(label, width, 20)
    for compared in Comparison:
        field = ExpectedOrganizationField(theme)
        field.setText("o1")
        field._timer.stop()
        field.show_comparison(compared)
        seen[compared.name] = draw(field, 300, 32)
        margins, place = field.textMargins(), field.comparison_label.pos()
        seen[compared.name] += [f"text {margins.left()} {margins.right()}", f"word {place.x()}"]
    for is_on in (True, False):
        segment = checked(SegmentButton(theme, "Tree", "first"), is_on=is_on)
        seen[f"segment {is_on}"] = draw(segment, 90, 32)
    check_drawings("controls", seen)


def test_the_buttons_are_painted_as_reviewed(theme, draw):
    seen = {}
    for variant in ButtonVariant:
        for is_enabled in (True, False):
            button = Button(theme, variant, "S&ave && go")
            button.setIcon(theme.get_icon("search"))
            button.setEnabled(is_enabled)
            seen[f"{variant.value} {is_enabled}"] = draw(button, 160, 32)
    button = Button(theme, ButtonVariant.TALL_DROP_DOWN, "A long name of an environment")
    seen["narrow"] = draw(button, 120, 32)
    seen["mirrored"] = draw(
        Button(theme, ButtonVariant.DROP_DOWN, "Name"), 120, 32, direction=MIRRORED
    )
    seen["flush"] = draw(Button(theme, ButtonVariant.LINK, "show", is_flush=True), 60, 32)
    for has_icon in (True, False):
        button = Button(theme, text="Export…")
        button.set_compact(is_compact=True)
        if has_icon:
            button.setIcon(theme.get_icon("share"))
        seen[f"compact {has_icon}"] = draw(button, 60, 32)
    check_drawings("buttons", seen)


LIVES = {
    "good": (Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0), Severity.GOOD),
    "bad": (Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0, NOW + 1e7), Severity.BAD),
    "old": (Lifetimes(GatewayClock(), NOW, NOW - 9e6, NOW - 3000, 7200.0), Severity.WARNING),
    "over": (Lifetimes(GatewayClock(), NOW, NOW - 9000, NOW - 8000, 7200.0), Severity.GOOD),
    "expired": (Lifetimes(GatewayClock(), NOW, NOW - 600, None, None, NOW - 1e7), Severity.GOOD),
}


@pytest.mark.parametrize("has_room", [True, False])
def test_the_life_of_a_session_is_painted_as_reviewed(theme, draw, has_room):
    seen = {}
    fixed = {"fixed": LIVES["over"]}
    for name, (life, severity) in (LIVES | fixed).items():
        supported = ExpiryPolicy.FIXED if name in fixed else None
        picture = TimelineView(theme)
        picture.set_room(has_room=has_room)
        picture.show_timeline(life, TimeContext(NOW, UTC), supported, severity=severity)
        picture.resize(900, picture.sizeHint().height())
        seen[name] = draw(picture, 900, picture.sizeHint().height())
    check_drawings(f"life {has_room}", seen)


def test_the_frames_are_painted_as_reviewed(theme, draw):
    seen = {}
    for is_framed in (True, False):
        frame = StaleFrame(theme)
        frame.set_framed(is_framed=is_framed)
        margins = frame.content_layout.contentsMargins()
        sides = [margins.left(), margins.top(), margins.right(), margins.bottom()]
        outer = frame._frame_layout.contentsMargins()
        sides += [outer.left(), outer.top(), outer.right(), outer.bottom()]
        seen[f"stale {is_framed}"] = [str(sides), *draw(frame, 400, 200)]
    check_drawings("frames", seen)


@pytest.mark.parametrize("severity", Severity)
def test_the_card_of_a_verdict_is_painted_as_reviewed(theme, draw, severity):
    seen = {}
    holder = QWidget()
    verdict = replace(judge(JudgeInput(analyze_answer(answered(), TOKEN), NOW)), severity=severity)
    for is_muted in (False, True):
        for direction in (Qt.LayoutDirection.LeftToRight, MIRRORED):
            own_theme = AnswerTheme(theme, holder)
            own_theme.set_muted(is_muted=is_muted)
            card = VerdictBanner(own_theme, (), QAction(holder), QAction(holder))
            card.setStyleSheet(build_style_sheet(DISTINCT, theme.spacing))
            card.show_verdict(verdict)
            seen[f"{is_muted} {direction.name}"] = draw(card, 500, 90, direction=direction)
    check_drawings(f"card {severity.name}", seen)


def show_rows(view, *, is_mirrored):
    view.resize(800, 420)
    view.setLayoutDirection(MIRRORED if is_mirrored else Qt.LayoutDirection.LeftToRight)
    view.show()
    view.setCurrentIndex(view.model().index(0, 0))
    return describe_drawing(view.viewport())


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_the_rows_are_painted_as_reviewed(theme, qtbot, is_mirrored):
    owner = QWidget()
    qtbot.addWidget(owner)
    actions, view = ActionCollection(theme, owner), TimeContext(ANSWERED + 9, UTC)
    tree, request = OutlineView(theme, actions, view), RequestView(theme, actions, view)
    seen = {}
    for name, answer in (("answered", answered()), ("failed", FAILED)):
        analyzed = analyze_answer(answer, TOKEN)
        request.show_facts(build_request_facts(analyzed, URL, TOKEN), view)
        seen[f"request {name}"] = show_rows(request, is_mirrored=is_mirrored)
    tree.show_outline(build_outline(analyze_answer(answered(), TOKEN)), view)
    seen["tree"] = show_rows(tree, is_mirrored=is_mirrored)
    applications = ApplicationsView(theme, actions, view)
    for name in ("portal-app-no-access", "portal-app-access"):
        applications.show_applications(analyzed_of(SCENARIOS[name]), view)
        seen[name] = show_rows(applications, is_mirrored=is_mirrored)
    for one in (tree, request, applications):
        one.close()
        qtbot.addWidget(one)
    check_drawings(f"rows {is_mirrored}", seen)


@pytest.mark.parametrize("side", [16, 40])
def test_the_square_of_an_environment_has_round_corners_and_its_own_colour(qapp, side):
    picture = _paint_square("", side, "#112233", "#445566").toImage()
    assert picture.size() == QSize(side, side)
    assert picture.pixelColor(side // 2, side // 2) == QColor("#112233")
    assert picture.pixelColor(side // 2, 0) == QColor("#112233")
    corner = side // 4
    assert [picture.pixelColor(x, 0).alpha() < 255 for x in range(side)] == [
        *([True] * corner), *([False] * (side - 2 * corner)), *([True] * corner)
    ]  # fmt: skip
    lettered = _paint_square("W", side, "#112233", "#445566").toImage()
    middle = QRect(side // 4, side // 4, side // 2, side // 2)
    assert lettered.copy(middle) != picture.copy(middle)


def test_a_drawing_tells_one_colour_from_another(qapp, theme, draw):
    assert len(set(drawing.NAMES)) == len(drawing.NAMES)
    assert "stroke=border" in "".join(draw(CheckBox(theme, "a"), 90, 28))
