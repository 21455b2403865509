"""What has round corners or slanting lines is painted without steps."""

from datetime import UTC

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from inspector_app.desktop.actions import ActionCollection
from inspector_app.desktop.answer import page_switch, timeline_view, verdict_banner
from inspector_app.desktop.answer.outline_model import MEANING_COLUMN
from inspector_app.desktop.answer.page_switch import SegmentButton
from inspector_app.desktop.answer.request_view import RequestView
from inspector_app.desktop.answer.timeline_view import TimelineView
from inspector_app.desktop.answer.verdict_banner import VerdictBanner
from inspector_app.desktop.export import file_drag_source
from inspector_app.desktop.export.file_drag_source import FileDragSource
from inspector_app.desktop.main_window import token_choice_row
from inspector_app.desktop.main_window.token_choice_row import TokenChoiceRow
from inspector_app.desktop.theme.answer_theme import AnswerTheme
from inspector_app.desktop.widgets import check_box
from inspector_app.desktop.widgets.check_box import CheckBox
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.lifetimes import GatewayClock, Lifetimes
from inspector_app.session.presentation.request_facts import build_request_facts
from inspector_app.session.severity import Severity
from inspector_app.session.time_format import TimeContext
from tests.desktop.described_parts import build_option, record_painting, recorded_painting
from tests.desktop.test_drawings import ROW
from tests.session.answers import NOW, changed, exchange
from tests.session.presentation.test_request_facts import TOKEN, URL, answered


def make_segment(theme, holder):
    made = SegmentButton(theme, "Tree", "first")
    made.setChecked(True)
    return made


def make_timeline(theme, holder):
    made = TimelineView(theme)
    life = Lifetimes(GatewayClock(), NOW, NOW - 600, NOW - 300, 7200.0)
    made.show_timeline(life, TimeContext(NOW, UTC), severity=Severity.GOOD)
    return made


def make_banner(theme, holder):
    made = VerdictBanner(AnswerTheme(theme, holder), (), QAction(holder), QAction(holder))
    made.show_verdict(judge(JudgeInput(analyze_answer(exchange(changed("success", {}))), NOW)))
    return made


PAINTED = {
    token_choice_row: lambda theme, holder: TokenChoiceRow(theme, ROW),
    check_box: lambda theme, holder: CheckBox(theme, "Remember"),
    page_switch: make_segment,
    timeline_view: make_timeline,
    verdict_banner: make_banner,
}


@pytest.fixture
def holder(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def is_soft(lines):
    """Whether edges are smoothed before anything is painted."""
    first = next(number for number, one in enumerate(lines) if one.startswith(("draw", "fill")))
    return "setRenderHint Antialiasing" in lines[:first]


@pytest.mark.parametrize("module", PAINTED, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_widget_smooths_its_edges_before_it_paints_any(
    appearance, holder, monkeypatch, qtbot, module
):
    widget = PAINTED[module](appearance, holder)
    qtbot.addWidget(widget)
    widget.resize(460, 120)
    assert is_soft(record_painting(monkeypatch, module, widget))


def test_a_file_to_drag_does_so_too(appearance, holder, monkeypatch, background, qtbot):
    handle = FileDragSource(appearance, background, holder)
    qtbot.addWidget(handle)
    handle.set_file("report.txt", b"invented")
    handle.resize(300, 60)
    assert is_soft(record_painting(monkeypatch, file_drag_source, handle))
    qtbot.waitUntil(background.is_idle)


def test_a_bar_of_the_request_does_so_too(appearance, holder, qtbot):
    view = TimeContext(NOW, UTC)
    request = RequestView(appearance, ActionCollection(appearance, holder), view)
    qtbot.addWidget(request)
    request.show_facts(build_request_facts(analyze_answer(answered(), TOKEN), URL, TOKEN), view)
    painted = []
    for row in range(request.model().rowCount()):
        group = request.model().index(row, 0)
        for inner in range(request.model().rowCount(group)):
            index = request.model().index(inner, MEANING_COLUMN, group)
            option = build_option(QRect(0, 0, 200, 24))
            option.widget = request
            with recorded_painting() as (painter, lines):
                request.itemDelegateForIndex(index).paint(painter, option, index)
            painted.append([one for one in lines if "RoundedRect" in one or "Antialias" in one])
    bars = [lines for lines in painted if lines]
    assert bars
    assert all(lines[0] == "setRenderHint Antialiasing" for lines in bars)
