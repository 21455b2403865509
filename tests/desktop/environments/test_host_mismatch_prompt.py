"""A pasted text that names another host: nothing is sent anywhere until the person has decided."""

import json

import pytest

from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from tests.desktop.at_work import inspect, press_save, work_in
from tests.gateway.faulty_gateway import FaultyGateway, answer

TOKEN = "IAM_S_" + "w" * 32
SESSION = b'{"status":0,"success":true,"session":{"expires":7200,"user":{"name":"mara"}}}'


def curl(host):
    return f"curl 'https://{host}/enos-iam-service/v2.0/session/info' -H 'Authorization: {TOKEN}'"


@pytest.fixture
def gateway():
    def reply(wire):
        wire.request()
        wire.send(answer(SESSION))

    with FaultyGateway(reply) as made:
        yield made


@pytest.fixture
def at_gateway(start, gateway):
    app = start()
    work_in(app, "Production", f"http://127.0.0.1:{gateway.port}")
    return app


def bar(app):
    return app.prompts.host_mismatch.bar


def open_dialog(app):
    return next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())


def test_nothing_is_sent_before_the_person_has_decided(at_gateway, gateway, qtbot):
    """N3: the token goes to no host, neither the named one nor the environment's."""
    inspect(at_gateway, qtbot, curl("apim.example.com"))
    assert bar(at_gateway).isVisible()
    assert "apim.example.com" in bar(at_gateway).label.text()
    assert "Production" in bar(at_gateway).label.text()
    assert at_gateway.window.result_view.result is None
    assert at_gateway.window.token_field.get_raw_text() == curl("apim.example.com")
    assert gateway.requests == []


def test_it_is_sent_here_once_the_person_says_so_and_not_asked_again(at_gateway, gateway, qtbot):
    inspect(at_gateway, qtbot, curl("apim.example.com"))
    with qtbot.waitSignal(at_gateway.runner.answered):
        bar(at_gateway).second_button.click()
    assert not bar(at_gateway).isVisible()
    assert len(gateway.requests) == 1
    assert f"Authorization: Bearer {TOKEN}".encode() in gateway.received
    assert "apim.example.com" not in gateway.received.decode()
    inspect(at_gateway, qtbot)
    assert len(gateway.requests) == 2
    inspect(at_gateway, qtbot, curl("other.example.com"))
    assert bar(at_gateway).isVisible()
    assert len(gateway.requests) == 2


def test_it_is_offered_as_a_new_environment(at_gateway, gateway, qtbot):
    inspect(at_gateway, qtbot, curl("apim.example.com:8443"))
    assert bar(at_gateway).first_button.text() == "Add apim.example.com:8443"
    bar(at_gateway).first_button.click()
    dialog = open_dialog(at_gateway)
    assert dialog.address.text() == "apim.example.com:8443"
    dialog.name.setText("Staging")
    with qtbot.waitSignal(dialog.submitted):
        press_save(dialog)
    assert at_gateway.preferences.current.address == "https://apim.example.com:8443"
    assert at_gateway.window.token_field.get_raw_text() == curl("apim.example.com:8443")
    assert not bar(at_gateway).isVisible()
    assert gateway.requests == []


def test_an_environment_that_is_there_already_is_offered(at_gateway, gateway, qtbot):
    other = work_in(at_gateway, "Staging", "https://apim.example.com")
    inspect(at_gateway, qtbot, curl(f"127.0.0.1:{gateway.port}"))
    assert "your environment “Production”" in bar(at_gateway).label.text()
    with qtbot.waitSignal(at_gateway.runner.answered):
        bar(at_gateway).first_button.click()
    assert at_gateway.preferences.current.name == "Production"
    assert at_gateway.preferences.current.id != other.id
    assert len(gateway.requests) == 1


def test_a_text_that_names_this_very_host_is_no_question(at_gateway, gateway, qtbot):
    result = inspect(at_gateway, qtbot, curl(f"127.0.0.1:{gateway.port}"))
    assert result.has_answer
    assert "Read the pasted cURL command." in at_gateway.window.taken_note.label.text()
    assert not bar(at_gateway).isVisible()


def test_the_question_goes_when_it_is_moot(at_gateway, qtbot):
    inspect(at_gateway, qtbot, curl("apim.example.com"))
    at_gateway.window.token_field.set_raw_text(TOKEN)
    assert not bar(at_gateway).isVisible()
    inspect(at_gateway, qtbot, curl("apim.example.com"))
    work_in(at_gateway, "Staging", "https://other.example.com")
    assert not bar(at_gateway).isVisible()


def test_a_session_in_a_pasted_answer_is_inspected(at_gateway, gateway, qtbot):
    pasted = json.dumps({"status": 0, "session": {"id": TOKEN, "expires": 7200}})
    assert inspect(at_gateway, qtbot, pasted).has_answer
    assert (
        "Took the session ID from the pasted answer." in at_gateway.window.taken_note.label.text()
    )
    assert f"Bearer {TOKEN}".encode() in gateway.received


def test_the_first_environment_is_suggested_by_the_paste(start, qtbot):
    app = start()
    app.window.token_field.set_raw_text(curl("apim.example.com"))
    app.window.inspect_button.click()
    dialog = open_dialog(app)
    qtbot.waitUntil(lambda: dialog.address.text() == "apim.example.com")
    dialog.reject()
    assert app.preferences.environments == ()


def test_the_strip_over_the_answer_before_leads_to_the_question(at_gateway, qtbot):
    hint = at_gateway.window.result_view.stale_strip.hint_label
    inspect(at_gateway, qtbot, TOKEN)
    at_gateway.window.token_field.set_raw_text(curl("apim.example.com"))
    assert "Press Enter" in hint.text()
    inspect(at_gateway, qtbot, curl("apim.example.com"))
    qtbot.waitUntil(bar(at_gateway).isVisible)
    assert "Answer the question" in hint.text()
    assert "Enter" not in hint.text()
    at_gateway.window.token_field.set_raw_text("another text")
    assert "Press Enter" in hint.text()
