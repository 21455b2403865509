"""One page alone stands in the place of the answer, and nothing is done with what nobody sees."""

from itertools import permutations
from typing import Any

import pytest

from inspector_app.desktop.actions import ActionId
from tests.desktop.at_work import inspect, token_of

OF_THE_ANSWER = (
    ActionId.COPY_REPORT,
    ActionId.COPY_MARKDOWN,
    ActionId.COPY_JIRA,
    ActionId.COPY_REPLY,
    ActionId.EXPORT,
    ActionId.ASK_MORE,
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


def test_whatever_is_shown_after_whatever_stands_alone(app, qtbot):
    actions = app.window.action_collection
    for before, after in permutations(PAGES, 2):
        for name in (before, after):
            PAGES[name](app, qtbot)
            assert list_shown(app) == [name], (before, after)
            enabled = [one for one in OF_THE_ANSWER if actions[one].isEnabled()]
            assert bool(enabled) is (name == "answer"), (before, after, enabled)
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)


def test_what_is_done_with_an_answer_is_offered_again_with_it(app, qtbot):
    actions = app.window.action_collection
    before = {one: actions[one].isEnabled() for one in ActionId}
    show_comparison(app, qtbot)
    assert not any(actions[one].isEnabled() for one in OF_THE_ANSWER)
    app.comparison.close()
    assert {one: actions[one].isEnabled() for one in ActionId} == before
    assert all(before[one] for one in OF_THE_ANSWER)
    qtbot.waitUntil(app.background.is_idle, timeout=20_000)
