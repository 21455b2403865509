"""One page alone stands in the place of the answer, and nothing is done with what nobody sees."""

from itertools import permutations
from typing import Any

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.widgets.notice_bar import NoticeBar
from tests.desktop.at_work import inspect, run_out, token_of

OF_THE_ANSWER = (
    ActionId.COPY_REPORT,
    ActionId.COPY_MARKDOWN,
    ActionId.COPY_JIRA,
    ActionId.COPY_REPLY,
    ActionId.EXPORT,
    ActionId.ASK_MORE,
    ActionId.WATCH,
)


@pytest.fixture
def app(demo, qtbot):
    """The app with two answers."""
    for scenario in ("valid", "other_organization"):
        inspect(demo, qtbot, token_of(demo, scenario))
    qtbot.waitUntil(lambda: len(demo.history.store.history.entries) == 2, timeout=20_000)
    return demo


def paste_several(app):
    several = "\n\n".join(token_of(app, one) for one in ("valid", "about_to_expire"))
    app.window.token_field.set_raw_text(several)


def show_queue(app, qtbot):
    if app.many.controller is not None:
        app.many.controller.show_panel()
        return
    paste_several(app)
    app.many.inspect_pasted()
    queue: Any = app.many.controller
    qtbot.waitUntil(lambda: queue.is_open, timeout=20_000)
    qtbot.waitUntil(lambda: not queue.runner.is_running, timeout=20_000)


def show_comparison(app, qtbot):
    newest, before = app.history.store.history.entries[:2]
    app.comparison.compare(newest.number, before.number)


def show_choice(app, qtbot):
    paste_several(app)
    with qtbot.waitSignal(app.runner.several_tokens, timeout=20_000):
        app.window.token_choice.choose_again()


def show_entry(app, qtbot):
    shown = app.history.shown_number
    other = next(one for one in app.history.store.history.entries if one.number != shown)
    app.history.show_entry(other.number)
    qtbot.waitUntil(lambda: app.history.shown_number == other.number, timeout=20_000)


PAGES = {
    "queue": show_queue,
    "comparison": show_comparison,
    "choice": show_choice,
    "answer": show_entry,
}


def list_shown(app):
    pages = {
        "queue": app.many.controller.panel,
        "comparison": app.comparison.page,
        "choice": app.window.token_choice.panel,
        "answer": app.window.result_view,
    }
    return [name for name, page in pages.items() if page is not None and not page.isHidden()]


def tells_of_answer(app):
    """Whether status line and rail tell of the answer: both do, or neither and no title."""
    is_told = bool(app.window.status_bar.exchange_label.text())
    is_marked = app.history.pane.view.currentIndex().isValid() and not app.comparison.is_open
    assert is_marked is is_told
    assert is_told or ":" not in app.window.windowTitle()
    return is_told


def assert_pages_are_below_bars(app):
    """Whichever of them was made first."""
    layout, window = app.window._layout, app.window
    pages = {app.comparison.page, window.token_choice.panel, window.result_view}
    pages |= set() if app.many.controller is None else {app.many.controller.panel}
    places = {layout.indexOf(one) for one in pages if one is not None}
    bars = [layout.indexOf(one) for one in window.findChildren(NoticeBar)]
    assert max(bars) < min(places)
    assert max(places) == layout.count() - 2  # below them the status line alone


def test_whatever_is_shown_after_whatever_stands_alone(app, qtbot):
    actions = app.window.action_collection
    for before, after in permutations(PAGES, 2):
        for name in (before, after):
            PAGES[name](app, qtbot)
            assert list_shown(app) == [name], (before, after)
            enabled = [one for one in OF_THE_ANSWER if actions[one].isEnabled()]
            assert bool(enabled) is (name == "answer"), (before, after, enabled)
            assert tells_of_answer(app) is (name == "answer"), (before, after)
            assert_pages_are_below_bars(app)
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)


def test_the_entry_of_an_answer_that_a_page_hides_brings_it_back(app, qtbot):
    show_queue(app, qtbot)
    hidden = app.history.shown_number
    app.history.show_entry(hidden)
    assert list_shown(app) == ["answer"]
    assert app.history.pane.view.currentIndex().isValid()
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)


def test_the_path_of_the_selected_row_goes_and_comes_with_the_answer(app, qtbot):
    app.window.result_view.tree_view.select_path(("session", "user", "name"))
    path = app.window.status_bar.selection_label
    show_comparison(app, qtbot)
    assert path.text() == ""
    app.window.status_bar.show_message("Copied.")
    app.comparison.close()
    assert path.text() == "Copied."
    run_out(app.window.status_bar._message_timer)
    assert path.text() == "session.user.name"
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)


def test_what_is_done_with_an_answer_is_offered_again_with_it(app, qtbot):
    actions = app.window.action_collection
    title = app.window.windowTitle()
    assert ":" in title
    before = {one: actions[one].isEnabled() for one in ActionId}
    show_comparison(app, qtbot)
    assert app.window.windowTitle() == "EnOS Session Inspector"
    assert not any(actions[one].isEnabled() for one in OF_THE_ANSWER)
    app.comparison.close()
    assert app.window.windowTitle() == title
    assert {one: actions[one].isEnabled() for one in ActionId} == before
    assert all(before[one] for one in OF_THE_ANSWER)
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)
