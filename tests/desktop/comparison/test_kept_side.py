"""The kept token of another environment becomes a side of a comparison, by one call to its host."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.comparison.kept_side import KeptSide
from inspector_app.session.comparison.comparison_model import Side
from inspector_app.settings.environment import create_environment
from tests.desktop.at_work import inspect
from tests.gateway.faulty_gateway import FaultyGateway, answer, replies
from tests.session.answers import changed

JSON = "Content-Type: application/json"
TOKENS = ("IAM_S_" + "h3Vn" * 8, "IAM_S_" + "j8Rc" * 8)


def create_answer(token, name, state):
    session = {"session.id": token, "session.user.name": name, "session.user.state": state}
    return answer(json.dumps(changed("success", session)).encode(), JSON)


@pytest.fixture
def gateways():
    """Two, each with a user of its own, and one that has no token."""
    made = [
        FaultyGateway(replies(create_answer(TOKENS[0], "first.person", 0))),
        FaultyGateway(replies(create_answer(TOKENS[1], "second.person", 1))),
        FaultyGateway(replies(create_answer(TOKENS[1], "nobody", 1))),
    ]
    yield made
    for one in made:
        one.close()


@pytest.fixture
def app(start, gateways, qtbot):
    """A token is kept for each of the first two; the first was inspected twice, and is compared."""
    made = start()
    environments = [
        create_environment(name, f"http://127.0.0.1:{gateway.port}")
        for name, gateway in zip(("Test", "Other", "Empty"), gateways, strict=True)
    ]
    made.presenter.select_environment(environments[2])
    made.presenter.select_environment(environments[1])
    inspect(made, qtbot, TOKENS[1])
    made.presenter.select_environment(environments[0])
    inspect(made, qtbot, TOKENS[0])
    inspect(made, qtbot)
    store = made.history.store
    qtbot.waitUntil(lambda: len(store.history.entries) == 3)
    store.remove_entry(1)
    made.window.action_collection[ActionId.COMPARE].trigger()
    qtbot.waitUntil(lambda: bool(made.comparison.page.card.headline_label.text()))
    return made


def choose_kept(app, name):
    """Open the menu of side B, and take the environment of that name."""
    button = app.comparison.page.side_buttons[Side.B]
    button._menu.aboutToShow.emit()
    (menu,) = [one for one in button._menu.findChildren(QMenu) if one.actions()]
    next(one for one in menu.actions() if one.text().startswith(name)).trigger()


def test_it_is_inspected_once_and_compared(app, gateways, qtbot):
    """N3, A1"""
    before = [len(one.requests) for one in gateways]
    (kept_side,) = app.comparison.findChildren(KeptSide)
    at_answer: list[int] = []
    count = len(app.history.store.history.entries)
    kept_side.answered.connect(lambda _: at_answer.append(len(app.history.store.history.entries)))
    choose_kept(app, "Other")
    qtbot.waitUntil(lambda: "second.person" in app.comparison.page.side_buttons[Side.B].text())
    qtbot.waitUntil(lambda: "account" in app.comparison.page.card.headline_label.text().casefold())
    assert [len(one.requests) for one in gateways] == [before[0], before[1] + 1, 0]
    assert TOKENS[0].encode() not in gateways[1].received
    assert app.preferences.current.name == "Test"
    assert app.window.note_label.text() == ""
    assert app.comparison.is_open
    assert at_answer == [count], "the log knows the credential before the answer is anywhere"


def test_where_none_is_kept_it_says_so_and_the_comparison_stays(app, gateways, qtbot):
    shown = app.comparison.page.side_buttons[Side.B].text()
    choose_kept(app, "Empty")
    qtbot.waitUntil(lambda: "No token is kept" in app.window.note_label.text())
    assert gateways[2].requests == []
    assert app.comparison.page.side_buttons[Side.B].text() == shown


def test_an_environment_that_wants_it_is_asked_about_first(app, gateways, qtbot):
    careful = next(one for one in app.preferences.environments if one.name == "Other")
    app.preferences.update_settings(
        replace(
            app.preferences.settings,
            environments=tuple(
                replace(one, must_confirm=True) if one.id == careful.id else one
                for one in app.preferences.settings.environments
            ),
        )
    )
    before = len(gateways[1].requests)
    choose_kept(app, "Other")
    question = app.prompts.call_confirmation
    assert question.is_open
    assert len(gateways[1].requests) == before
    qtbot.mouseClick(question.bar.first_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "second.person" in app.comparison.page.side_buttons[Side.B].text())


def test_a_lock_while_it_is_asked_leaves_nothing(app, qtbot):
    """A6."""
    count = len(app.history.store.history.entries)
    choose_kept(app, "Other")
    app.window.action_collection[ActionId.LOCK].trigger()
    qtbot.waitUntil(app.background.is_idle)
    assert len(app.history.store.history.entries) == count
    assert not app.comparison.is_open
