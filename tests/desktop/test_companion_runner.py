"""*More about this user* in the window: asked by keys, shown as it comes, ended at once."""

import time

from PySide6.QtCore import Qt

from inspector_app.desktop.actions import ActionId
from tests.desktop.at_work import clipboard, code_of, inspect, rows, token_of


def ask_more(app, qtbot):
    app.window.activateWindow()
    app.window.token_field.setFocus()
    qtbot.waitUntil(app.window.token_field.hasFocus)
    with qtbot.waitSignal(app.runner.companions.ended, timeout=20_000):
        qtbot.keyClick(app.window.token_field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    return app.window.result_view.result


def labels(app):
    return [row[0] for row in rows(app.window.result_view.tree_view.outline_model)]


def test_ctrl_m_asks_for_more_and_shows_it_in_place_of_the_answer(demo, qtbot):
    """R6."""
    first = inspect(demo, qtbot, token_of(demo, "organization_disabled"))
    assert code_of(first).value == "valid"

    result = ask_more(demo, qtbot)

    assert code_of(result).value == "organization_disabled"
    view = demo.window.result_view
    assert "disabled" in view.banner.sentence_label.text()
    assert {"Working organization", "Home organization", "All organizations (2)"} <= {*labels(demo)}
    assert view.results == (result,)  # it is no other answer than before
    assert demo.window.action_collection[ActionId.ASK_MORE].isEnabled()


def test_there_is_nothing_to_ask_without_a_session(demo, qtbot):
    action = demo.window.action_collection[ActionId.ASK_MORE]
    assert not action.isEnabled()
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    assert not action.isEnabled()
    inspect(demo, qtbot, token_of(demo, "valid"))
    assert action.isEnabled()


def test_a_new_inspection_ends_it_and_its_answers_go_nowhere(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "organization_disabled"))
    demo.presenter.ask_more()
    assert demo.runner.companions.is_running

    result = inspect(demo, qtbot, token_of(demo, "valid"))

    assert not demo.runner.companions.is_running
    qtbot.waitUntil(demo.background.is_idle)
    assert demo.window.result_view.result is result
    assert result.analyzed.companions == ()


def test_cancelling_ends_it_at_once(demo, qtbot):
    """N5."""
    result = inspect(demo, qtbot, token_of(demo, "valid"))
    demo.presenter.ask_more()
    begun = time.monotonic()
    demo.window.action_collection[ActionId.CANCEL].trigger()

    assert time.monotonic() - begun < 0.1
    assert not demo.runner.companions.is_running
    qtbot.waitUntil(demo.background.is_idle)
    assert demo.window.result_view.result is result


def test_its_rows_are_copied_as_they_were_sent(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "valid"))
    ask_more(demo, qtbot)
    tree = demo.window.result_view.tree_view
    tree.select_path(("companions", "organization_list", "organizations", 0))

    with qtbot.waitSignal(demo.row_copier.status_message):
        demo.window.action_collection[ActionId.COPY_SUBTREE].trigger()

    assert '"certificationState": 1' in clipboard()


def test_in_screen_share_mode_more_is_masked_too(demo, qtbot):
    """E1."""
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    demo.secret_guards.screen_share.toggle()
    qtbot.waitUntil(
        lambda: "Wind Farm" not in str([*rows(demo.window.result_view.tree_view.outline_model)])
    )
    qtbot.waitUntil(demo.background.is_idle)
    qtbot.waitUntil(demo.window.action_collection[ActionId.ASK_MORE].isEnabled)
    ask_more(demo, qtbot)
    qtbot.waitUntil(lambda: "Working organization" in labels(demo))
    qtbot.waitUntil(demo.background.is_idle)

    shown = str([*rows(demo.window.result_view.tree_view.outline_model)])
    assert "Wind Farm" not in shown
    assert "o1560123" not in shown
    demo.secret_guards.screen_share.toggle()
