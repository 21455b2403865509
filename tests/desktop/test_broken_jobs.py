"""What breaks in the background is told where it was asked for, and nothing waits for it any more.

Whatever breaks is offered as a report besides; here it is about what each part of the window does.
"""

import sys
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject

from inspector_app.desktop import background as background_module
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.desktop.companion_runner import CompanionRunner
from inspector_app.desktop.comparison.kept_side import KeptSide
from inspector_app.desktop.environments.connection_tester import ConnectionTester
from inspector_app.desktop.export.export_dialog import ExportDialog
from inspector_app.desktop.export.report_printer import ReportPrinter
from inspector_app.desktop.guards.system_idle import SystemIdle
from inspector_app.desktop.history.history_store import HistoryStore
from inspector_app.desktop.inspection_runner import InspectionRunner
from inspector_app.desktop.many.many_runner import ManyRunner
from inspector_app.desktop.watch.watch_runner import WatchRunner
from inspector_app.desktop.widgets.labels import PlainLabel
from inspector_app.gateway.application import AccessTokenCache
from inspector_app.inspection.connection_secrets import ConnectionSecrets
from inspector_app.inspection.run_inspection import InspectionRequest
from inspector_app.inspection.watch import WatchPlan
from inspector_app.session.comparison.comparison_model import Side
from inspector_app.settings.environment import create_environment
from tests.desktop.at_work import inspect, run_out, work_in
from tests.inspection.test_history_entries import result_of, success

PROVIDER: Any = SimpleNamespace(get_vault=lambda _id: pytest.fail("no vault is opened here"))
RESULT = result_of(success())
NAME = RESULT.environment.name


@pytest.fixture
def break_jobs(monkeypatch):
    """From now on each job breaks before it does anything."""

    def begin():
        monkeypatch.setattr(
            background_module,
            "_run_job",
            lambda job, _report: background_module._JobResult(job, None, has_failed=True),
        )

    return begin


def begin_inspection(background, tell):
    runner = InspectionRunner(PROVIDER, background)
    runner.error_occurred.connect(lambda: tell("error"))
    runner.ended.connect(lambda: tell("ended"))
    runner.start(InspectionRequest(RESULT.environment, None))
    return runner


def begin_companions(background, tell):
    runner = CompanionRunner(PROVIDER, background, AccessTokenCache)
    runner.ended.connect(lambda: tell("ended"))
    runner.start(RESULT)
    return runner


def begin_test(background, tell):
    tester = ConnectionTester(PROVIDER, background)
    tester.reported.connect(lambda report: tell((report.is_good, *map(str, report.sentences))))
    tester.start(RESULT.environment, ConnectionSecrets())
    return tester


def begin_side(background, tell):
    nowhere: Any = None  # nothing is kept
    agree: Any = lambda _environment, start: start()  # noqa: E731  # it agrees at once
    side = KeptSide(HistoryStore(background, nowhere), PROVIDER, background, agree)
    side.inspect(Side.A, RESULT.environment)
    side.message.connect(tell)
    return side


def begin_queue(background, tell):
    runner = ManyRunner(PROVIDER, background, None, tell)  # type: ignore[arg-type]  # no key is made
    runner.ended.connect(lambda: tell("ended"))
    runner.start(RESULT.environment, (), None, 1)  # type: ignore[arg-type]  # no time is told
    return runner


def begin_watch(background, tell):
    runner = WatchRunner(PROVIDER, background, lambda: False)
    runner.ended.connect(lambda reason: tell(str(reason)))
    runner.start(WatchPlan(500.0), RESULT)
    run_out(runner._timer)
    return runner


def begin_printing(background, tell):
    printer: Any = ReportPrinter(background, QObject(background))
    printer.status_message.connect(tell)
    printer._start_printing(None, None, None)
    return printer


def ask_how_long_nothing_was_typed(background, tell):
    idle = SystemIdle(background)
    idle.ask(1.0, tell)
    return idle


UNKNOWN = "gave no answer about it"
WENT_WRONG = "Something in this app went wrong."
BEGUN = {
    begin_inspection: ["error", "ended"],
    begin_companions: ["ended"],
    begin_test: [(False, f"{WENT_WRONG} Nothing was lost: try once more.")],
    begin_side: [f"The token that is kept for {NAME} cannot be used."],
    begin_queue: ["ended"],
    begin_watch: [f"{WENT_WRONG} The watch ended."],
    begin_printing: ["The report could not be printed."],
    ask_how_long_nothing_was_typed: [None],
}
"""What begins each job, and what is told of it when it breaks."""


@pytest.mark.parametrize("begin", BEGUN, ids=lambda begin: begin.__name__)
def test_who_waits_for_it_is_told(begin, background, qtbot, break_jobs):
    if begin is ask_how_long_nothing_was_typed and not sys.platform.startswith("linux"):
        pytest.skip("the system is asked at once there")
    break_jobs()
    told: list[Any] = []
    begun = begin(background, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == BEGUN[begin]
    assert not getattr(begun, "is_running", False)
    assert getattr(begun, "_job", None) is None
    qtbot.waitUntil(background.is_idle)


def test_in_the_window_it_is_said_where_it_was_asked_for(demo, qtbot, tmp_path, break_jobs):
    work_in(demo, "Nowhere", "http://127.0.0.1:9")
    demo.preferences.select_environment(demo.preferences.demo)
    result = inspect(demo, qtbot)
    qtbot.waitUntil(demo.background.is_idle)
    break_jobs()
    window, pages = demo.window, demo.window.result_view.answer_pages

    pages.page_switch.set_page(Page.JSON)
    note = pages.json_view.note_label
    qtbot.waitUntil(lambda: "could not be written. The tree shows" in note.text())

    window.action_collection[ActionId.EXPORT].trigger()
    dialog = window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: "could not be made" in dialog.preview.size_label.text())
    dialog.reject()

    elsewhere = demo.prompts.elsewhere
    elsewhere.ask(replace(result, environment=create_environment("A", "https://a.example.com")))
    elsewhere.panel.agreed.emit()
    said = elsewhere.panel._rows
    qtbot.waitUntil(lambda: UNKNOWN in [one.text() for one in said.findChildren(PlainLabel)])
    elsewhere.close()

    with qtbot.waitSignal(demo.file_opener.ended):
        demo.file_opener.open(tmp_path / "saved.json")
    assert window.note_label.text() == f"“saved.json” was not opened. {WENT_WRONG}"
    assert window.result_view.result is result

    inspect(demo, qtbot)
    assert window.note_label.text() == f"{WENT_WRONG} Nothing was lost: try once more."
    assert window.inspect_button.isEnabled()
    qtbot.waitUntil(demo.background.is_idle)
