"""Whatever the gateway answers, the window says what it is and loses nothing."""

import json
import time

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.widgets.plain_text import from_tooltip_text, to_tooltip_text
from inspector_app.session.diagnosis.verdict_model import FindingCode, VerdictCode
from tests.desktop.at_work import code_of, inspect, list_steps, rows, token_of, work_in
from tests.gateway.faulty_gateway import Answering, unused_port

TOKEN = "IAM_S_" + "q" * 32

BODIES = {
    "empty": (b"", VerdictCode.UNREADABLE),
    "html": (b"<html><body><h1>Sign in</h1></body></html>", VerdictCode.NOT_ENOS),
    "not utf-8": (b'{"status": 0, "message": "\xff\xfe"}', VerdictCode.UNREADABLE),
    "cut short": (b'{"status": 0, "session": {"user"', VerdictCode.UNREADABLE),
    "nested 10,000 deep": (b"[" * 10_000 + b"]" * 10_000, VerdictCode.UNREADABLE),
    "other json": (b'{"hello": "world"}', VerdictCode.NOT_ENOS),
    "a list": (b"[1, 2, 3]", VerdictCode.NOT_ENOS),
    "a number": (b"42", VerdictCode.NOT_ENOS),
}


@pytest.fixture
def gateway():
    with Answering() as made:
        yield made


@pytest.fixture
def at_gateway(demo, gateway, qtbot):
    """The app with a good answer behind it, working at the gateway of the test."""
    demo.window.remember_check_box.setChecked(False)
    work_in(demo, "Test", f"http://127.0.0.1:{gateway.port}")
    gateway.body = json.dumps(
        {"status": 0, "success": True, "session": {"user": {"name": "mara"}, "expires": 7200}}
    ).encode()
    assert inspect(demo, qtbot, TOKEN).has_answer
    return demo


def test_a_strange_body_gets_its_own_words_and_loses_nothing(at_gateway, gateway, qtbot):
    before = at_gateway.window.result_view.result
    for case, (body, code) in BODIES.items():
        gateway.body = body
        result = inspect(at_gateway, qtbot)
        banner = at_gateway.window.result_view.banner
        assert code_of(result) is code, case
        assert banner.sentence_label.text(), case
        assert list_steps(banner), case
        assert at_gateway.window.token_field.get_raw_text() == TOKEN, case
        at_gateway.window.result_view.show_last_answer()
        assert at_gateway.window.result_view.result is before, case


def test_each_strange_body_has_words_of_its_own(at_gateway, gateway, qtbot):
    said = set()
    for body, _ in BODIES.values():
        gateway.body = body
        inspect(at_gateway, qtbot)
        banner = at_gateway.window.result_view.banner
        said.add((banner.sentence_label.text(), banner.detail_label.text()))
    assert len(said) >= len(BODIES) - 2  # the three of the wrong shape may share theirs


def test_an_unreachable_gateway_gets_words_and_a_next_step(demo, qtbot):
    work_in(demo, "Down", f"http://127.0.0.1:{unused_port()}")
    result = inspect(demo, qtbot, TOKEN)
    assert code_of(result) is VerdictCode.UNREACHABLE
    assert list_steps(demo.window.result_view.banner)
    assert demo.window.status_bar.exchange_label.text() == ""
    assert demo.window.token_field.get_raw_text() == TOKEN


HOSTILE = [
    "<b>bold</b>",
    "<img src='file:///etc/hostname'>",
    "<a href='https://example.com'>click</a>",
    "&lt;b&gt; &amp; &copy;",
    "<!DOCTYPE html><html><body>page</body></html>",
    "{name} {0} %s %1 %n",
    "\u202egnp.exe\u202c",
    "a\x00b\x07c\x1b[31m",
    "line\nbreak\r\n\tand tab",
    "\ud800 alone",
    "x" * 200_000,
    "令牌无效 🔑",
]


def test_hostile_text_is_shown_as_text(at_gateway, gateway, qtbot):
    """J2: names, keys and messages are shown as they are, and nothing is ever rendered."""
    for text in HOSTILE:
        for body in write_everywhere(text):
            gateway.body = json.dumps(body).encode()
            inspect(at_gateway, qtbot)
            list(rows(at_gateway.window.result_view.tree_view.outline_model))
            assert rich_texts(at_gateway.window) == [], text[:40]


def write_everywhere(text):
    """A good answer, a refusal and an answer of no known form, with the text in every place."""
    organization = {"id": text, "name": text, "domain": text}
    session = {
        "id": TOKEN,
        "user": {"name": text, "email": text, text: text},
        "workingOrganization": organization,
        "residentOrganization": {"id": "o1", "name": text},
        "expires": 7200,
        text: text,
    }
    good = {"status": 0, "success": True, "message": text, "requestId": text, "session": session}
    bad = {"status": 30401, "success": False, "message": text, "session": None}
    return good, bad, {"message": text}


def rich_texts(window):
    """Every label and tooltip that Qt would render, or that holds a character nobody sees."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        if isinstance(widget, QLabel) and widget.textFormat().name != "PlainText":
            found += [widget.text()] if widget.text() else []
        tooltip = widget.toolTip()
        if tooltip != to_tooltip_text(from_tooltip_text(tooltip)):
            found.append(tooltip)
        text = widget.text() if isinstance(widget, QLabel) else ""
        found += [text for mark in "\u202e\x00\x1b\n\ud800" if mark in text]
    return found


def test_a_hostile_environment_name_is_shown_as_text(demo):
    for name in HOSTILE[:6]:
        work_in(demo, name, "https://gateway.example.com")
        assert rich_texts(demo.window) == []


def test_a_refusal_that_repeats_the_token_does_not_show_it(at_gateway, gateway, qtbot):
    """Even a token of no known form is masked wherever the answer repeats it."""
    token = "opaque-" + "z" * 40
    gateway.body = json.dumps(
        {"status": 30401, "success": False, "message": f"no such token {token}", "session": None}
    ).encode()
    inspect(at_gateway, qtbot, token)
    window = at_gateway.window
    seen = [text for row in rows(window.result_view.tree_view.outline_model) for text in row]
    seen += [label.text() for label in window.findChildren(QLabel)]
    assert not [text for text in seen if token in text]


def test_inspecting_again_says_what_that_did_to_the_session(at_gateway, gateway, qtbot):
    def answered(refreshed):
        user = {"name": "mara"}
        times = {"createTime": 1_700_000_000, "refreshTime": refreshed, "expires": 7200}
        session = {"id": TOKEN, "user": user, **times}
        return json.dumps({"status": 0, "success": True, "session": session}).encode()

    gateway.body = answered(1_700_000_100)
    inspect(at_gateway, qtbot)
    gateway.body = answered(1_700_000_900)
    result = inspect(at_gateway, qtbot)
    codes = {finding.code for finding in result.judge(time.time()).findings}
    assert FindingCode.OBSERVER_EFFECT in codes


def test_an_answer_of_another_environment_says_so_and_offers_nothing_to_do(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    banner, mark = demo.window.result_view.banner, demo.window.result_view._origin_bar
    assert banner._action_button.isVisible()
    assert not mark.isVisible()
    own = demo.preferences.current

    work_in(demo, "Other", f"http://127.0.0.1:{unused_port()}")
    demo.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert mark.isVisible()
    assert own.name in mark.message_label.text()
    assert "127.0.0.1" in mark.message_label.text()
    assert not banner._action_button.isVisible()

    demo.presenter.select_environment(own)
    demo.window.action_collection[ActionId.LAST_ANSWER].trigger()
    assert not mark.isVisible()
    assert banner._action_button.isVisible()
