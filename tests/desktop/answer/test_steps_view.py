"""The card says what to do, in order, with who can take each step."""

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.labels import PlainLabel
from tests.desktop.at_work import inspect, list_steps, token_of, work_in
from tests.gateway.faulty_gateway import FaultyGateway, answer


def words(view):
    return [one.text() for one in view.findChildren(PlainLabel) if one.isVisible()]


def test_each_step_has_its_number_and_who_can_take_it(demo, qtbot):
    demo.window.resize(1124, 900)
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    view = demo.window.result_view.banner.steps_view

    assert words(view)[:6] == [
        *("1", "Organization admin", "Enable the account, if it is to be used"),
        *("2", "User", "Sign in again once it is enabled"),
    ]


def test_steps_take_all_of_the_width_where_nothing_stands_beside_them(demo, qtbot):
    demo.window.resize(1124, 900)
    view = demo.window.result_view.banner.steps_view
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    assert not demo.window.result_view.banner.findings_list.isVisible()
    assert view.width() > 0.9 * demo.window.result_view.banner.timeline.width()
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    assert demo.window.result_view.banner.findings_list.isVisible()
    assert view.width() < 0.65 * demo.window.result_view.banner.reply_panel.width()


def test_another_answer_has_steps_of_its_own(demo, qtbot):
    demo.window.resize(1124, 900)
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    view = demo.window.result_view.banner.steps_view

    assert "Sign in again and send the new token" in words(view)
    assert "Enable the account, if it is to be used" not in words(view)


def test_where_height_is_short_the_steps_fold_and_open_by_a_click(demo, qtbot):
    demo.window.resize(1024, demo.window.minimumSizeHint().height())
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    view = demo.window.result_view.banner.steps_view
    assert [one for one in words(view) if one.isdigit()] == ["1"]

    (more,) = [one for one in view.findChildren(Button) if one.isVisible()]
    assert more.text() == "More steps: 2"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert [one for one in words(view) if one.isdigit()] == ["1", "2", "3"]


def test_the_card_is_whole_in_a_low_window(demo, qtbot):
    demo.window.resize(1024, 600)
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    result_view = demo.window.result_view
    area = result_view._banner_area
    qtbot.waitUntil(lambda: area.height() == result_view.banner.height())


def test_folding_ends_when_the_window_grows(demo, qtbot):
    demo.window.resize(1024, 600)
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    demo.window.resize(1124, 900)
    view = demo.window.result_view.banner.steps_view
    qtbot.waitUntil(lambda: [one for one in words(view) if one.isdigit()] == ["1", "2", "3"])


def test_no_step_is_left_after_locking(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "account_disabled"))
    demo.secret_guards.window_lock.lock()

    assert demo.window.result_view.banner.steps_view.findChildren(PlainLabel) == [] or not words(
        demo.window.result_view.banner.steps_view
    )


@pytest.mark.parametrize("height", [600, 900])
def test_what_the_steps_say_is_said_once(demo, qtbot, height):
    demo.window.resize(1124, height)
    for scenario in ("valid", "account_disabled", "session_not_found"):
        inspect(demo, qtbot, token_of(demo, scenario))
        banner = demo.window.result_view.banner
        assert list_steps(banner)
        assert not banner.next_step_label.isVisible()


def test_how_long_to_wait_is_said_beside_the_steps(demo, qtbot):
    def reply(wire):
        wire.request()
        wire.send(answer(b"{}", "Retry-After: 34", status="429 Too Many Requests"))

    with FaultyGateway(reply) as gateway:
        work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
        inspect(demo, qtbot, "opaque-" + "w7E" * 13)
    banner = demo.window.result_view.banner
    assert list_steps(banner)
    assert "34 s" in banner.next_step_label.text()
    assert banner.next_step_label.isVisible()
