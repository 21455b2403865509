"""In screen-share mode nothing in the window names a person, and all comes back afterwards."""

import json
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.page_switch import Page
from inspector_app.desktop.background import Lane
from inspector_app.desktop.guards import screen_share_mode
from inspector_app.inspection.masked_result import MaskedResult
from tests.desktop.at_work import clipboard, inspect, look_at_each_page, rows, work_in
from tests.gateway.faulty_gateway import FaultyGateway, answer

TOKEN = "IAM_S_" + "y" * 32
PERSONAL = {
    "name": "Marabella Quist",
    "login": "mquist77",
    "email": "marabella@mail.example.com",
    "phone": "+44 20 7946 0958",
    "user id": "u-15597531",
    "organization": "Quist Wind Farms",
    "organization id": "o-24686420",
}


@pytest.fixture
def gateway():
    def reply(wire):
        wire.request()
        user = {
            "id": PERSONAL["user id"],
            "name": PERSONAL["login"],
            "nickName": PERSONAL["name"],
            "email": PERSONAL["email"],
            "phoneNumber": PERSONAL["phone"],
        }
        organization = {"id": PERSONAL["organization id"], "name": PERSONAL["organization"]}
        session = {
            "id": TOKEN,
            "user": user,
            "workingOrganization": organization,
            "createTime": 1_700_000_000,
            "expires": 7200,
        }
        body = {"status": 0, "success": True, "session": session}
        wire.send(answer(json.dumps(body).encode(), "Content-Type: application/json"))

    with FaultyGateway(reply) as made:
        yield made


@pytest.fixture
def at_work(demo, gateway, qtbot):
    demo.window.remember_check_box.setChecked(False)
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    inspect(demo, qtbot, TOKEN)
    look_at_each_page(demo)
    assert len(named(demo.window)) >= 6
    return demo


def named(window):
    """Which of the person's data can be read in the window or by a screen reader."""
    texts = [window.windowTitle()]
    for widget in [window, *window.findChildren(QWidget)]:
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        texts += [widget.text()] if isinstance(widget, QLabel) else []
        texts += [widget.displayText()] if isinstance(widget, QLineEdit) else []
    model = window.result_view.tree_view.outline_model
    texts += [cell for row in rows(model) for cell in row]
    texts += [
        cell
        for row in rows(window.result_view.answer_pages.request_view.outline_model)
        for cell in row
    ]
    texts += [window.result_view.answer_pages.json_view.text_view.toPlainText()]
    return [what for what, value in PERSONAL.items() if any(value in text for text in texts)]


def begin(app, qtbot):
    qtbot.keyClick(
        app.window,
        Qt.Key.Key_M,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert named(app.window) == []  # at once, before the masked answer is made
    qtbot.waitUntil(lambda: isinstance(app.window.result_view.result, MaskedResult))


def test_nothing_personal_is_left_in_tree_sentence_text_and_request(at_work, qtbot):
    begin(at_work, qtbot)
    for page in Page:
        at_work.window.result_view.answer_pages.page_switch.set_page(page)
        qtbot.waitUntil(at_work.background.is_idle)
        assert named(at_work.window) == []
    assert at_work.window.result_view.banner.sentence_label.text()


def test_an_expected_organization_that_was_typed_is_masked_and_compared_all_the_same(
    at_work, qtbot
):
    typed = at_work.window.result_view.answer_pages.organization_field
    typed.setText(PERSONAL["organization id"])
    begin(at_work, qtbot)
    assert named(at_work.window) == []
    assert at_work.window.result_view.expected_organization == PERSONAL["organization id"]
    at_work.secret_guards.screen_share.toggle()
    assert typed.displayText() == PERSONAL["organization id"]


def test_the_state_can_be_seen_and_ended(at_work, qtbot):
    bar = at_work.secret_guards.screen_share_bar
    before = at_work.window.result_view.result
    assert not bar.isVisible()
    begin(at_work, qtbot)
    assert bar.isVisible()
    assert "masked" in bar.message_label.text()
    assert "cannot keep a window out" in bar.message_label.text()
    qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert at_work.window.result_view.result is before
    assert len(named(at_work.window)) >= 6
    begin(at_work, qtbot)
    assert bar.isVisible()
    at_work.window.action_collection[ActionId.SCREEN_SHARE].trigger()
    assert not bar.isVisible()


def test_what_is_inspected_meanwhile_is_never_seen_unmasked(at_work, qtbot):
    begin(at_work, qtbot)
    seen = []
    at_work.window.result_view.refreshed.connect(lambda: seen.append(named(at_work.window)))
    inspect(at_work, qtbot)
    qtbot.waitUntil(lambda: isinstance(at_work.window.result_view.result, MaskedResult))
    assert named(at_work.window) == []
    assert [one for one in seen[2:] if one] == []
    at_work.secret_guards.screen_share.toggle()
    assert len(named(at_work.window)) >= 6


def test_the_last_answer_is_masked_too_and_kept(at_work, qtbot):
    inspect(at_work, qtbot)
    first, second = at_work.window.result_view.results
    begin(at_work, qtbot)
    at_work.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert named(at_work.window) == []
    at_work.secret_guards.screen_share.toggle()
    assert {id(one) for one in at_work.window.result_view.results} == {id(first), id(second)}


def test_ending_before_the_masked_answer_is_there_loses_nothing(at_work, qtbot):
    before = at_work.window.result_view.result
    at_work.secret_guards.screen_share.toggle()
    assert at_work.window.result_view.result is None
    at_work.secret_guards.screen_share.toggle()
    assert at_work.window.result_view.result is before
    qtbot.waitUntil(at_work.background.is_idle)
    assert at_work.window.result_view.result is before


def test_a_page_that_was_emptied_meanwhile_stays_empty(at_work, qtbot):
    begin(at_work, qtbot)
    at_work.window.result_view.show_empty_page()
    at_work.secret_guards.screen_share.toggle()
    assert at_work.window.result_view.result is None
    assert at_work.window.result_view.results


def test_what_is_masked_too_late_is_shown_no_more(at_work, qtbot):
    before, released = at_work.window.result_view.result, threading.Event()
    at_work.background.submit(Lane.FILES, lambda: released.wait(10))
    for _ in range(2):
        at_work.secret_guards.screen_share.toggle()
    later: list[str] = []
    at_work.background.submit(Lane.FILES, lambda: "later", later.append)
    released.set()
    qtbot.waitUntil(lambda: bool(later))
    assert at_work.window.result_view.result is before


def test_copies_are_what_is_seen_but_the_credential_and_the_report_are_whole(at_work, qtbot):
    begin(at_work, qtbot)
    tree = at_work.window.result_view.tree_view
    tree.select_path(("session", "user", "email"))
    at_work.window.action_collection[ActionId.COPY_VALUE].trigger()
    assert clipboard() not in {"", PERSONAL["email"]}
    tree.select_path(("session", "id"))
    at_work.window.action_collection[ActionId.COPY_CREDENTIAL].trigger()
    assert clipboard() == TOKEN
    with qtbot.waitSignal(at_work.export_controller.status_message):
        at_work.window.action_collection[ActionId.COPY_REPORT].trigger()
    shared = clipboard().rpartition("\n")[0]  # its last line says when it was made
    at_work.secret_guards.screen_share.toggle()
    with qtbot.waitSignal(at_work.export_controller.status_message):
        at_work.window.action_collection[ActionId.COPY_REPORT].trigger()
    assert clipboard().rpartition("\n")[0] == shared


def test_locking_while_it_is_on_leaves_nothing(at_work, qtbot):
    at_work.secret_guards.screen_share.toggle()
    at_work.window.action_collection[ActionId.LOCK].trigger()
    qtbot.waitUntil(at_work.background.is_idle)
    assert at_work.window.result_view.results == ()
    assert named(at_work.window) == []


def test_an_empty_page_stays_empty_and_its_answer_comes_back_masked(at_work, qtbot):
    """While it is on, and when it ends."""
    view, share = at_work.window.result_view, at_work.secret_guards.screen_share
    view.show_empty_page()
    share.toggle()
    qtbot.waitUntil(lambda: any(isinstance(one, MaskedResult) for one in view.results))
    assert view.result is None
    share.toggle()
    assert view.result is None
    assert not any(isinstance(one, MaskedResult) for one in view.results)
    share.toggle()
    qtbot.waitUntil(lambda: any(isinstance(one, MaskedResult) for one in view.results))
    at_work.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert isinstance(view.result, MaskedResult)
    assert named(at_work.window) == []
    share.toggle()
    assert view.result is not None


@pytest.mark.parametrize(
    ("is_agreed", "words"), [(1, "Windows leaves this window out"), (0, "Windows did not agree")]
)
def test_windows_is_told_when_it_begins_and_when_it_ends(
    demo, qtbot, monkeypatch, is_agreed, words
):
    """A1: with Windows' own call replaced, whose answer is believed and no more."""
    told: list[int] = []

    def set_affinity(_window, affinity):
        told.append(affinity)
        return is_agreed

    user32 = SimpleNamespace(SetWindowDisplayAffinity=set_affinity)
    windows = SimpleNamespace(windll=SimpleNamespace(user32=user32))
    monkeypatch.setattr(screen_share_mode, "ctypes", windows)
    monkeypatch.setattr(screen_share_mode, "sys", SimpleNamespace(platform="win32"))
    share = demo.secret_guards.screen_share
    share.toggle()
    assert told == [0x11]
    assert words in demo.secret_guards.screen_share_bar.message_label.text()
    share.toggle()
    assert told == [0x11, 0]
    qtbot.waitUntil(demo.background.is_idle)
