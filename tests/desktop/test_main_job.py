"""The main job in a real window, against the embedded gateway over real sockets."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from inspector_app.desktop.actions import Do
from inspector_app.session.judging.statement import VerdictCode
from tests.desktop.at_work import clipboard, code_of, inspect, rows, token_of


def select(inspecting, *path):
    inspecting.window.result.tree.go_to(path)
    assert inspecting.window.result.tree.chosen().path == path


def test_enter_shows_user_organizations_and_timing(demo, qtbot):
    outcome = inspect(demo, qtbot)
    assert code_of(outcome) is VerdictCode.VALID
    result = demo.window.result
    assert result.banner.sentence.text().startswith("Session valid, about ")
    groups = [row[0] for row in _top(result.tree.outline_model)]
    assert groups[:3] == ["User", "Organizations", "Timing"]
    assert groups[-1] == "Other fields"
    assert "HTTP 200" in demo.window.status.exchange.text()


def _top(model):
    return [
        tuple(model.index(number, column).data() for column in range(3))
        for number in range(model.rowCount())
    ]


def test_the_credential_is_never_in_the_tree(demo, qtbot):
    outcome = inspect(demo, qtbot)
    token = demo.demo.scenarios[0].token
    assert outcome.token.format_masked() != token
    for row in rows(demo.window.result.tree.outline_model):
        assert token not in "".join(row)


def test_the_button_cancels_while_the_gateway_takes_its_time(demo, qtbot):
    slow = token_of(demo, "slow")
    demo.window.token.give(slow)
    with qtbot.waitSignal(demo.inspector.passed, timeout=5_000):
        demo.window.inspect.click()
    assert demo.window.inspect.text().startswith("Cancel")
    with qtbot.waitSignal(demo.inspector.ended, timeout=200):
        demo.window.inspect.click()
    assert demo.window.inspect.text() == "Inspect"
    assert demo.window.note.text().startswith("Cancelled after")
    assert demo.window.token.given() == slow


def test_escape_cancels(demo, qtbot):
    slow = token_of(demo, "slow")
    demo.window.token.give(slow)
    demo.window.inspect.click()
    assert demo.inspector.is_running
    qtbot.keyClick(demo.window, Qt.Key.Key_Escape)
    assert not demo.inspector.is_running


def test_a_failure_keeps_the_last_answer_within_reach(demo, qtbot):
    first = inspect(demo, qtbot)
    demo.demo.stop()
    failed = inspect(demo, qtbot)
    assert code_of(failed) is VerdictCode.UNREACHABLE
    assert demo.window.result.answer.no_answer.isVisible()
    demo.window.actions_table[Do.LAST_ANSWER].trigger()
    assert demo.window.result.outcome is first
    assert demo.window.result.tree.isVisible()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "a b c",
        '"',
        "\n\n",
        "Bearer ",
        "Bearer",
        "tökèn",
        "令牌",
        "x" * 10_000,
        "“IAM_S_a b”",
    ],
)
def test_bad_input_is_answered_in_place_and_loses_nothing(demo, qtbot, text):
    demo.window.remember.setChecked(False)  # so that an empty field has no kept token behind it
    first = inspect(demo, qtbot)
    demo.window.token.give(text)
    demo.window.actions_table[Do.INSPECT].trigger()
    qtbot.waitUntil(lambda: bool(demo.window.note.text()) and not demo.inspector.is_running)
    assert demo.window.token.property("state") == "problem"
    assert demo.window.token.given() == text
    assert demo.window.result.outcome is first
    assert demo.window.result.tree.isVisible()
    if len(text) > len("Bearer "):
        assert text not in demo.window.note.text()


def test_copy_gives_value_path_and_row(demo, qtbot):
    inspect(demo, qtbot)
    select(demo, "session", "user", "name")
    tree = demo.window.result.tree
    name = tree.chosen().raw
    qtbot.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == name
    qtbot.keyClick(
        tree,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert clipboard() == "session.user.name"
    demo.window.actions_table[Do.COPY_ROW].trigger()
    assert clipboard().split("\t")[:2] == ["name", name]
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]


def test_a_subtree_is_copied_as_json_without_the_credential(demo, qtbot):
    inspect(demo, qtbot)
    tree = demo.window.result.tree
    for number in range(tree.outline_model.rowCount()):
        tree.setCurrentIndex(tree.outline_model.index(number, 0))
        with qtbot.waitSignal(demo.copies.said):
            demo.window.actions_table[Do.COPY_SUBTREE].trigger()
        assert json.loads(clipboard())
        assert demo.demo.scenarios[0].token not in clipboard()


def test_the_credential_leaves_by_its_own_action_only(demo, qtbot):
    inspect(demo, qtbot)
    token = demo.demo.scenarios[0].token
    select(demo, "session", "id")
    for do in (Do.COPY_VALUE, Do.COPY_PATH, Do.COPY_ROW):
        demo.window.actions_table[do].trigger()
        assert token not in clipboard()
    with qtbot.waitSignal(demo.sharing.said):
        demo.window.actions_table[Do.COPY_REPORT].trigger()
    assert token not in clipboard()
    demo.window.actions_table[Do.COPY_CREDENTIAL].trigger()
    assert clipboard() == token
    hint = QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint")
    assert bytes(hint.data()) == b"secret"


def test_the_demo_answers_every_scenario(demo, qtbot):
    for scenario in demo.demo.scenarios:
        if scenario.id not in {"slow", "silent"}:
            outcome = inspect(demo, qtbot, scenario.token)
            assert outcome.environment is demo.preferences.demo, scenario.id
            assert demo.window.result.banner.sentence.text()
