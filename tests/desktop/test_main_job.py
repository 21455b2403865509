"""The main job in a real window, against the embedded gateway over real sockets."""

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from inspector_app.desktop.actions import ActionId
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from tests.desktop.at_work import clipboard, code_of, inspect, rows, token_of, work_in
from tests.gateway.faulty_gateway import unused_port


def select(app, *path):
    app.window.result_view.tree_view.select_path(path)
    assert app.window.result_view.tree_view.get_current_node().path == path


def test_enter_shows_user_organizations_and_timing(demo, qtbot):
    outcome = inspect(demo, qtbot)
    assert code_of(outcome) is VerdictCode.VALID
    result = demo.window.result_view
    assert result.banner.sentence_label.text().startswith("Session valid, about ")
    groups = [row[0] for row in _top(result.tree_view.outline_model)]
    assert groups[:3] == ["Organizations", "Timing", "User"]
    assert groups[-1] == "Other fields"
    assert "HTTP 200" in demo.window.status_bar.exchange_label.text()


def _top(model):
    return [
        tuple(model.index(number, column).data() for column in range(3))
        for number in range(model.rowCount())
    ]


def test_the_credential_is_never_in_the_tree(demo, qtbot):
    result = inspect(demo, qtbot)
    token = demo.demo.scenarios[0].token
    assert result.token.format_masked() != token
    for row in rows(demo.window.result_view.tree_view.outline_model):
        assert token not in "".join(row)


def test_the_button_cancels_while_the_gateway_takes_its_time(demo, qtbot):
    slow = token_of(demo, "slow")
    demo.window.token_field.set_raw_text(slow)
    with qtbot.waitSignal(demo.runner.elapsed, timeout=5_000):
        demo.window.inspect_button.click()
    assert demo.window.inspect_button.text().startswith("Cancel")
    with qtbot.waitSignal(demo.runner.ended, timeout=200):
        demo.window.inspect_button.click()
    assert demo.window.inspect_button.text() == "Inspect"
    assert demo.window.note_label.text().startswith("Cancelled after")
    assert demo.window.token_field.get_raw_text() == slow


def test_escape_cancels(demo, qtbot):
    slow = token_of(demo, "slow")
    demo.window.token_field.set_raw_text(slow)
    demo.window.inspect_button.click()
    assert demo.runner.is_running
    qtbot.keyClick(demo.window, Qt.Key.Key_Escape)
    assert not demo.runner.is_running


def test_a_failure_keeps_the_last_answer_within_reach(demo, qtbot):
    first = inspect(demo, qtbot)
    demo.demo.stop()
    failed = inspect(demo, qtbot)
    assert code_of(failed) is VerdictCode.UNREACHABLE
    assert demo.window.result_view.answer_pages.no_answer_page.isVisible()
    demo.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert demo.window.result_view.result is first
    assert demo.window.result_view.tree_view.isVisible()


NO_TOKENS = [
    *("", "   ", "a b c", '"', "\n\n", "Bearer ", "Bearer", "tökèn", "令牌", "x" * 10_000),
    "“IAM_S_a1b2c3d4 e5f6a7b8”",
]


def test_bad_input_is_answered_in_place_and_loses_nothing(demo, qtbot):
    window, token = demo.window, demo.window.token_field.get_raw_text()
    window.remember_check_box.setChecked(False)  # an empty field has no kept token behind it
    for text in NO_TOKENS:
        first = inspect(demo, qtbot, token)
        assert not window.note_label.isVisible(), text
        window.token_field.set_raw_text(text)
        window.action_collection[ActionId.INSPECT].trigger()
        qtbot.waitUntil(window.note_label.isVisible)
        qtbot.waitUntil(lambda: not demo.runner.is_running)
        assert window.note_label.text(), text
        assert window.token_field.property("state") == "problem", text
        assert window.token_field.get_raw_text() == text
        assert window.result_view.result is first, text
        assert window.result_view.tree_view.isVisible(), text
        if len(text) > len("Bearer "):
            assert text not in window.note_label.text()


def test_copy_gives_value_path_and_row(demo, qtbot):
    inspect(demo, qtbot)
    select(demo, "session", "user", "name")
    tree = demo.window.result_view.tree_view
    name = tree.get_current_node().raw
    qtbot.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == name
    qtbot.keyClick(
        tree,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert clipboard() == "session.user.name"
    demo.window.action_collection[ActionId.COPY_ROW].trigger()
    assert clipboard().split("\t")[:2] == ["name", name]
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]


def test_a_subtree_is_copied_as_json_without_the_credential(demo, qtbot):
    inspect(demo, qtbot)
    tree = demo.window.result_view.tree_view
    for number in range(tree.outline_model.rowCount()):
        tree.setCurrentIndex(tree.outline_model.index(number, 0))
        with qtbot.waitSignal(demo.row_copier.status_message):
            demo.window.action_collection[ActionId.COPY_SUBTREE].trigger()
        assert json.loads(clipboard())
        assert demo.demo.scenarios[0].token not in clipboard()


def test_the_credential_leaves_by_its_own_action_only(demo, qtbot):
    inspect(demo, qtbot)
    token = demo.demo.scenarios[0].token
    select(demo, "session", "id")
    for do in (ActionId.COPY_VALUE, ActionId.COPY_PATH, ActionId.COPY_ROW):
        demo.window.action_collection[do].trigger()
        assert token not in clipboard()
    with qtbot.waitSignal(demo.export_controller.status_message):
        demo.window.action_collection[ActionId.COPY_REPORT].trigger()
    assert token not in clipboard()
    demo.window.action_collection[ActionId.COPY_CREDENTIAL].trigger()
    assert clipboard() == token
    hint = QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint")
    assert bytes(hint.data()) == b"secret"


def test_the_demo_answers_every_scenario(demo, qtbot):
    for scenario in demo.demo.scenarios:
        if scenario.id not in {"slow", "silent"}:
            result = inspect(demo, qtbot, scenario.token)
            assert result.environment is demo.preferences.demo, scenario.id
            assert demo.window.result_view.banner.sentence_label.text()


def test_a_problem_with_the_text_goes_with_the_text(demo, qtbot):
    window = demo.window
    window.token_field.clear_text()
    qtbot.waitUntil(lambda: not window.forget_button.isVisible())
    qtbot.keyClick(window.token_field, Qt.Key.Key_Return)
    assert window.note_label.isVisible()
    assert window.token_field.property("state") == "problem"
    demo.secret_guards.clipboard.copy_text(token_of(demo, "valid"))
    qtbot.keyClick(window.token_field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.token_field.get_raw_text() == token_of(demo, "valid"))
    assert not window.note_label.isVisible()
    assert window.token_field.property("state") == ""


def test_a_call_without_an_answer_never_takes_the_place_of_the_last_answer(demo, qtbot):
    answered = inspect(demo, qtbot, token_of(demo, "valid"))
    work_in(demo, "Nowhere", f"http://127.0.0.1:{unused_port()}")
    for _ in range(2):
        assert not inspect(demo, qtbot, token_of(demo, "valid")).has_answer
    demo.presenter.select_environment(demo.preferences.demo)
    demo.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert demo.window.result_view.result is answered
