"""What each step of a comparison leaves: what is seen, what is on its way, and what is gone."""

import re
from dataclasses import replace
from datetime import UTC
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.desktop.background import BackgroundExecutor
from inspector_app.desktop.comparison import comparison_controller, comparison_delivery
from inspector_app.desktop.comparison.kept_side import KeptSide
from inspector_app.desktop.export.export_options_panel import PrintFormat
from inspector_app.desktop.export.export_renderer import RenderedExport
from inspector_app.desktop.history.history_store import HistoryStore
from inspector_app.inspection.history_entries import build_entry
from inspector_app.report.comparison.comparison_format import COMPARISON_FORMATS
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.comparison import value_pairs
from inspector_app.session.comparison.comparison_model import Side
from inspector_app.settings.environment import create_environment
from tests.desktop.at_work import clipboard
from tests.desktop.comparison.test_comparison_controller import answered, settle
from tests.inspection.test_history_entries import KEY, result_of, success

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


def numbers(app):
    return tuple(app.comparison._numbers.values())


def state(app):
    """What of it is seen: answer, token row, page, its words, and that it is compared."""
    window, page = app.window, app.comparison.page
    parts = (window.result_view, window.token_row, page, page.card, page.progress_row)
    return [not one.isHidden() for one in parts]


def test_a_comparison_from_its_start_to_its_end(demo, qtbot, monkeypatch):
    monkeypatch.setattr(value_pairs, "_PROGRESS_STEP", 10)
    comparison, actions = demo.comparison, demo.window.action_collection
    told: list[Any] = []
    compared_fields: list[int] = []
    comparison._progressed.connect(compared_fields.append)
    comparison.compared.connect(lambda: told.append("compared"))
    comparison.closed.connect(lambda: told.append("closed"))
    comparison.close()
    comparison.swap()
    comparison.choose(Side.A, 1)
    assert (told, comparison.is_open, comparison.page) == ([], False, None)
    for action_id in (ActionId.FIND_NEXT, ActionId.SHOW_JSON):
        actions[action_id].trigger()
    answered(demo, qtbot, "valid", "account_disabled", "session_not_found")

    actions[ActionId.COMPARE].trigger()
    page = comparison.page
    assert (numbers(demo), comparison.is_open) == ((3, 2), True)
    assert state(demo) == [False, False, True, False, True]
    assert page.side_buttons[Side.B].hasFocus()
    assert demo.history.pane.view.delegate.letters == {3: "A", 2: "B"}
    assert page.side_buttons[Side.B].text().startswith("B ")
    comparison._progressed.emit(7)
    assert "7 fields" in page.progress_label.text()
    settle(demo, qtbot)
    assert state(demo) == [False, False, True, True, False]
    assert told == ["compared"]
    assert compared_fields[:3] == [7, 10, 20]
    assert page.progress_label.text() == f"Comparing: {compared_fields[-1]} fields…"
    comparison._progressed.emit(7)
    assert page.progress_label.text() != "Comparing: 7 fields…"

    comparison.choose(Side.B, 1)
    assert numbers(demo) == (3, 1)
    assert page.card.headline_label.text() == ""
    settle(demo, qtbot)
    comparison.swap()
    assert numbers(demo) == (1, 3)
    settle(demo, qtbot)
    page.fields.find_field.setText("valid")
    told.clear()
    actions[ActionId.CANCEL].trigger()
    assert told == ["closed"]
    assert state(demo) == [True, True, False, True, False]
    assert (numbers(demo), page.fields.find_field.text()) == ((), "")
    assert [one.text() for one in page.side_buttons.values()] == ["A", "B"]
    assert demo.history.pane.view.delegate.letters == {}
    assert page.card.headline_label.text() == ""
    assert page.fields.model.root.child_count == 0
    assert demo.window.result_view.answer_pages.tree_view.hasFocus()
    assert_its_keys_leave_the_hidden_page_alone(demo)
    qtbot.waitUntil(demo.background.is_idle)


def assert_its_keys_leave_the_hidden_page_alone(demo):
    comparison, actions = demo.comparison, demo.window.action_collection
    page = comparison.page
    for action_id in (ActionId.SHOW_JSON, ActionId.SHOW_TREE, ActionId.FIND_NEXT, ActionId.FIND):
        actions[action_id].trigger()
        assert page.fields.page is Page.TREE
        assert not page.isAncestorOf(demo.window.focusWidget())
    comparison.on_shared(True)
    assert comparison._delivery.is_shared
    assert not comparison.is_open


@pytest.mark.parametrize("is_shared", [False, True])
def test_the_first_comparison_knows_whether_others_see_the_screen(demo, qtbot, is_shared):
    """E1."""
    answered(demo, qtbot, "valid", "account_disabled")
    demo.comparison.on_shared(is_shared)
    demo.comparison.compare_with_last()
    settle(demo, qtbot)
    assert demo.comparison._delivery.is_shared is is_shared
    demo.comparison.close()


@pytest.mark.parametrize(("shown", "sides"), [(3, (3, 2)), (2, (2, 1)), (1, (1, 2))])
def test_the_shown_answer_is_compared_with_the_one_before(demo, qtbot, shown, sides):
    answered(demo, qtbot, "valid", "account_disabled", "session_not_found")
    if shown != 3:
        demo.history.show_entry(shown)
        qtbot.waitUntil(lambda: demo.history.shown_number == shown)
    demo.window.action_collection[ActionId.COMPARE].trigger()
    assert numbers(demo) == sides
    demo.comparison.close()
    demo.history.is_locked = True
    demo.comparison.compare_with_last()
    assert numbers(demo) == ()
    demo.history.is_locked = False
    qtbot.waitUntil(demo.background.is_idle)


def test_what_cannot_be_compared_says_why(demo, qtbot, monkeypatch, caplog):
    answered(demo, qtbot, "valid", "account_disabled")
    store, comparison = demo.history.store, demo.comparison
    whole = store.history
    store.history = replace(
        whole, entries=tuple(replace(one, content=b"") for one in whole.entries)
    )
    comparison.compare(2, 1)
    page = comparison.page
    qtbot.waitUntil(lambda: "too large" in page.progress_label.text())
    assert (page.progress.isHidden(), page.cancel_button.isHidden()) == (True, True)
    comparison._progressed.emit(7)  # told before the end, heard after it
    assert "too large" in page.progress_label.text()
    store.history = whole

    def fail(*_values, **_more):
        raise RuntimeError

    monkeypatch.setattr(comparison_controller, "load_installation_key", fail)
    comparison.compare(2, 1)
    assert not page.progress.isHidden()
    qtbot.waitUntil(lambda: "went wrong" in page.progress_label.text())
    caplog.clear()  # the fault is the test's
    comparison._progressed.emit(7)
    assert "went wrong" in page.progress_label.text()
    comparison.compare(2, 1)
    running: Any = comparison._job
    comparison.close()
    assert (running.is_discarded, comparison._job) == (True, None)
    comparison.compare(2, 99)
    assert not comparison.is_open
    qtbot.waitUntil(demo.background.is_idle)


def test_a_copy_and_a_json_are_dropped_with_the_comparison(demo, qtbot):
    """A6."""
    answered(demo, qtbot, "valid", "account_disabled")
    comparison = demo.comparison
    comparison.compare(2, 1)
    settle(demo, qtbot)
    delivery: Any = comparison._delivery
    before = clipboard()
    delivery.copy()
    comparison.page.fields.show_page(Page.JSON)
    assert (delivery._job is None, delivery._json_job is None) == (False, False)
    comparison.discard_pending()
    assert (delivery._job, delivery._json_job, comparison._job) == (None, None, None)
    qtbot.waitUntil(demo.background.is_idle)
    assert clipboard() == before
    assert comparison.page.fields.json_view.text == ""


def test_the_level_of_an_export_is_the_chosen_one_and_a_copys_never(demo, qtbot):
    """E1."""
    answered(demo, qtbot, "valid", "account_disabled")
    comparison = demo.comparison
    comparison.compare(2, 1)
    settle(demo, qtbot)
    delivery: Any = comparison._delivery
    *forms, separator, people = delivery._menu.actions()
    assert [one.text() for one in forms] == [
        *(str(one.label) for one in COMPARISON_FORMATS),
        str(PrintFormat.PDF.label),
    ]
    assert (separator.isSeparator(), people.isCheckable(), people.isChecked()) == (
        True,
        True,
        False,
    )
    levels = []
    for _ in range(2):
        levels.append(delivery.level)
        people.trigger()
    people.trigger()
    assert levels == [RedactionLevel.PERSONAL, RedactionLevel.SECRETS]
    with qtbot.waitSignal(delivery.status_message) as told:
        delivery.copy()
    assert told.args == ["Copied the comparison."]
    assert delivery._job is None
    comparison.page.card.export_button.click()
    assert delivery._menu.isVisible()
    delivery._menu.close()
    delivery.export(ReportFormat.TEXT)
    qtbot.waitUntil(lambda: bool(demo.window.findChildren(QFileDialog)))
    assert delivery._job is None
    demo.window.findChildren(QFileDialog)[0].reject()
    name = demo.history.store.history.entries[1].names.user
    assert name not in clipboard()
    assert "user#" in clipboard()
    people.trigger()
    assert delivery.level is RedactionLevel.PERSONAL
    for is_shared in (True, False):
        delivery.is_shared = is_shared
        comparison.page.fields.json_view.text = ""
        delivery._show_json()
        qtbot.waitUntil(lambda: bool(comparison.page.fields.json_view.text))
        assert (name in comparison.page.fields.json_view.text) is not is_shared
        assert delivery._json_job is None
    comparison.close()
    qtbot.waitUntil(demo.background.is_idle)


@pytest.mark.parametrize("form", [*COMPARISON_FORMATS, PrintFormat.PDF])
@pytest.mark.parametrize("level", RedactionLevel)
def test_what_leaves_is_named_by_its_time_and_form(qapp, tmp_path, monkeypatch, form, level):
    clock = SimpleNamespace(time=lambda: 1_800_000_000.0)
    monkeypatch.setattr(comparison_delivery, "time", clock)
    entries = (
        build_entry(result_of(success()), KEY),
        build_entry(result_of(success(**{"session.user.name": "lea"})), KEY),
    )
    made = comparison_delivery._render(entries, tmp_path, form, level, UTC)
    assert isinstance(made, RenderedExport)
    assert made.name == f"comparison 2027-01-15 08-00-00{form.suffix}"
    assert (made.level, made.is_whole) == (level, True)
    assert bool(made.preview) is (form is ReportFormat.JSON)
    if form is PrintFormat.PDF:
        title = re.search(rb"/Title \(\xfe\xff(.*?)\)\n", made.data, re.DOTALL)
        assert title is not None
        assert title[1].decode("utf-16-be") == "comparison"
    else:
        assert (b"lea" in made.data) is (level is RedactionLevel.SECRETS)
    empty = (entries[0], replace(entries[1], content=b""))
    refused = comparison_delivery._render(empty, tmp_path, form, level, UTC)
    assert "too large" in str(refused)


def test_a_cancelled_side_leaves_nothing_and_hears_nothing(qapp, tmp_path, qtbot):
    """A8."""
    background = BackgroundExecutor()
    provider: Any = SimpleNamespace(get_vault=lambda _id: pytest.fail("no vault is opened here"))
    confirm: Any = lambda _environment, start: start()  # noqa: E731  # it agrees at once
    kept: Any = KeptSide(HistoryStore(background, tmp_path), provider, background, confirm)
    told: list[Any] = []
    kept.answered.connect(told.append)
    kept.message.connect(told.append)
    nowhere = create_environment("Nowhere", "https://")
    kept.inspect(Side.A, nowhere)
    job: Any = kept._job
    cancellation: Any = kept._cancellation
    kept._waiting = (Side.A, "", 0.0)
    kept.cancel()
    assert (kept._job, kept._waiting) == (None, None)
    assert (job.is_discarded, cancellation.is_cancelled) == (True, True)
    kept.cancel()
    assert told == ["Inspecting the token that is kept for Nowhere…"]
    qtbot.waitUntil(background.is_idle)
    kept.inspect(Side.B, nowhere)
    qtbot.waitUntil(lambda: kept._job is None)
    assert told[1:2] == told[:1]
    assert len(told) == 3
    kept._on_failed("Nowhere")
    assert told[-1] == "The token that is kept for Nowhere cannot be used."
    background.close(5.0)
