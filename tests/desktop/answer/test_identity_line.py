"""The card and the title say whose session it is, to those who may see it."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from inspector_app.session.token import Token
from tests.desktop.at_work import clipboard, inspect, token_of, work_in
from tests.gateway.faulty_gateway import Answering

ASKED = "opaque-" + "t5J" * 13
OTHER = "opaque-" + "v2G" * 13
KEYS = Qt.KeyboardModifier
PLAIN_TITLE = "EnOS Session Inspector"


def body(name="Leocadia Brandt", organization="Tidal Works", status=0):
    session = {
        "id": ASKED,
        "user": {"id": "u1", "name": name},
        "workingOrganization": {"id": "o1", "name": organization},
        "expires": 7200,
    }
    return json.dumps({"status": status, "success": True, "session": session}).encode()


@pytest.fixture
def gateway():
    with Answering() as made:
        made.body = body()
        yield made


@pytest.fixture
def at_work(demo, gateway):
    demo.window.resize(1124, 900)
    demo.window.remember_check_box.setChecked(False)
    work_in(demo, "Staging", f"http://127.0.0.1:{gateway.port}")
    return demo


def texts(app):
    line = app.window.result_view.banner.head.identity_line
    labels = (line.user_label, line.organization_label, line.fingerprint_label)
    return tuple(one.text() for one in labels if one.isVisible())


def test_user_organization_and_fingerprint_stand_below_the_sentence(at_work, qtbot):
    inspect(at_work, qtbot, ASKED)
    banner = at_work.window.result_view.banner
    line = banner.head.identity_line
    assert texts(at_work) == ("Leocadia Brandt", "Tidal Works", Token(ASKED).fingerprint)
    qtbot.waitUntil(lambda: banner.sentence_label.height() > 0 < line.height())
    below, above = line.geometry(), banner.sentence_label.geometry()
    assert above.bottom() < below.top() < banner.detail_label.geometry().top()
    assert line.user_label.accessibleName() == "User: Leocadia Brandt"
    assert line.organization_label.accessibleName() == "Working organization: Tidal Works"


def test_of_a_refusal_the_fingerprint_is_left(at_work, gateway, qtbot):
    inspect(at_work, qtbot, ASKED)
    gateway.body = json.dumps({"status": 30401, "message": "no", "session": None}).encode()
    inspect(at_work, qtbot, OTHER)
    assert texts(at_work) == (Token(OTHER).fingerprint,)
    assert at_work.window.windowTitle() == f"Staging: {PLAIN_TITLE}"


def test_the_title_names_user_and_environment(at_work, qtbot):
    inspect(at_work, qtbot, ASKED)
    assert at_work.window.windowTitle() == f"Leocadia Brandt, Staging: {PLAIN_TITLE}"


def test_a_title_of_another_tokens_answer_names_nobody(at_work, qtbot):
    inspect(at_work, qtbot, ASKED)
    qtbot.keyClick(at_work.window.token_field, Qt.Key.Key_Backspace)
    assert at_work.window.windowTitle() == PLAIN_TITLE
    at_work.window.token_field.set_raw_text(ASKED)
    assert at_work.window.windowTitle().startswith("Leocadia Brandt")


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_M], ids=["lock", "screen share"])
def test_nothing_of_it_is_told_when_locked_or_when_others_look(at_work, qtbot, key):
    """A6."""
    inspect(at_work, qtbot, ASKED)
    keys = KEYS.ControlModifier | (KEYS.ShiftModifier if key == Qt.Key.Key_M else KEYS.NoModifier)
    qtbot.keyClick(at_work.window, key, keys)
    qtbot.waitUntil(lambda: at_work.window.result_view.result is not None or key == Qt.Key.Key_L)
    assert at_work.window.windowTitle() == PLAIN_TITLE
    line = at_work.window.result_view.banner.head.identity_line
    shown = [line.user_label, line.organization_label]
    said = " ".join(one.text() + one.accessibleName() + one.toolTip() for one in shown)
    assert "Leocadia" not in said
    assert "Tidal" not in said


def test_a_strange_name_is_shown_as_plain_text_without_the_credential(at_work, gateway, qtbot):
    """A1, J2."""
    window, line = at_work.window, at_work.window.result_view.banner.head.identity_line
    for name in ("[*]", "<b>x</b>", "\u202eevil", "n" * 100_000, "a\nb", ASKED, ASKED[:24]):
        gateway.body = body(name, name)
        inspect(at_work, qtbot, ASKED)
        for text in (window.windowTitle(), line.user_label.text(), line.organization_label.text()):
            assert ASKED[:24] not in text
            assert "\u202e" not in text
            assert "\n" not in text
            assert len(text) < 200
        assert window.windowTitle().endswith(f"Staging: {PLAIN_TITLE}"), name[:40]
        assert window.width() == 1124, name[:40]


def test_long_names_fit_a_small_window(at_work, gateway, qtbot):
    gateway.body = body("界" * 40, "界" * 40)
    at_work.window.resize(at_work.window.minimumSize())
    inspect(at_work, qtbot, ASKED)
    line = at_work.window.result_view.banner.head.identity_line
    last = line.fingerprint_label
    qtbot.waitUntil(lambda: last.width() == last.sizeHint().width())
    assert last.geometry().right() <= line.width() <= at_work.window.width()


def test_the_report_has_the_fingerprint(at_work, qtbot):
    inspect(at_work, qtbot, ASKED)
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        qtbot.keyClick(at_work.window, Qt.Key.Key_R, KEYS.ControlModifier | KEYS.ShiftModifier)
    qtbot.waitUntil(lambda: Token(ASKED).fingerprint in clipboard())


def test_the_demos_sessions_have_it_too(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    assert len(texts(demo)) == 3
