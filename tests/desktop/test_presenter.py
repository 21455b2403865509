"""What the presenter answers to what a person does, with one window for all of it."""

import json
import time
from dataclasses import replace

from inspector_app.desktop import presenter
from inspector_app.desktop.actions import ActionId
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.verdict_model import SuggestedAction
from tests.desktop.at_work import code_of, inspect, token_of, work_in
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.session.answers import SUCCESS

TOKEN = "IAM_S_" + "p7Rf" * 8
JSON = "Content-Type: application/json"


def pick_scenario(button, number):
    """Take an entry of the menu, counted over its parts."""
    entries = [entry for part in button.menu().actions() for entry in part.menu().actions()]
    entries[number].trigger()


def test_each_thing_that_is_done_has_its_answer(demo, qtbot):
    window, made = demo.window, demo.presenter
    field, note = window.token_field, window.note_label
    qtbot.waitUntil(demo.background.is_idle)

    made.select_environment_by_name("nobody's")
    assert note.text() == "There is no environment of that name."
    made.select_environment_by_name(demo.preferences.demo.name.upper())
    assert note.text() == ""
    for action in (SuggestedAction.CHECK_ADDRESS, SuggestedAction.CHECK_CONNECTION):
        window.show_note("")
        made.run_action(action)
        assert note.text() == "The demo answers so on purpose; its address is right."

    made.ask_about_application("asset-monitor")  # there is no answer: nobody is asked
    valid = inspect(demo, qtbot, token_of(demo, "valid"))
    assert note.text() == ""
    made.ask_about_application("asset-monitor")  # nor where it is no portal's
    assert not demo.runner.companions.is_running
    with qtbot.waitSignal(demo.runner.ended):
        made.run_action(SuggestedAction.TRY_AGAIN)
    assert window.result_view.result is not valid
    qtbot.waitUntil(demo.background.is_idle)
    qtbot.waitUntil(lambda: made._token_location.storage is not None)

    window.remember_check_box.setChecked(False)
    assert not demo.preferences.settings.remember_token
    assert not window.forget_offer.isHidden()
    words = window.forget_offer.message_label.text()
    assert "is still kept in: memory, for this run only. Forget it as well?" in words
    assert window.forget_offer.action_button.text() == "Forget it"
    window.remember_check_box.setChecked(True)
    assert demo.preferences.settings.remember_token
    assert window.forget_offer.isHidden()

    with qtbot.waitSignal(made.forgetting), qtbot.waitSignal(made.token_missing):
        made.run_action(SuggestedAction.FORGET_TOKEN)
    assert note.text() == "The token was forgotten: this run keeps it no more."
    assert field.get_raw_text() == ""
    assert window.result_view.results == ()
    made.forget_inspected_token()  # of no answer: nothing is forgotten
    window.remember_check_box.setChecked(False)
    assert window.forget_offer.isHidden(), "there is nothing to forget"

    pick_scenario(window.scenario_button, 1)
    qtbot.waitUntil(lambda: window.result_view.result is not None)
    assert field.get_raw_text() == demo.demo.scenarios[1].token
    assert code_of(window.result_view.result)

    work_in(demo, "Empty", "https://empty.example.com")
    field.clear_text()
    qtbot.waitUntil(demo.background.is_idle)
    window.action_collection[ActionId.INSPECT].trigger()
    assert note.text() == "Paste the session token that the user sent."
    assert window.focusWidget() is field
    made.select_environment(demo.preferences.demo)
    qtbot.waitUntil(demo.background.is_idle)


def test_a_token_is_kept_until_the_estimated_end_where_one_is_to_come(demo, qtbot):
    """The app never claims more than the answer says."""
    result = inspect(demo, qtbot, token_of(demo, "valid"))
    end = presenter._estimate_session_end(result)
    left = result.analyzed.lifetimes.compute_time_left(time.time())
    assert end is not None
    assert abs(end - time.time() - left) < 5
    bare = replace(
        result,
        judge_input=replace(result.judge_input, analyzed=replace(result.analyzed, lifetimes=None)),
    )
    assert presenter._estimate_session_end(bare) is None
    assert presenter._inspect_nothing() is False
    qtbot.waitUntil(demo.background.is_idle)


def test_what_waits_for_a_paste_is_not_sent_to_an_environment_selected_meanwhile(demo, monkeypatch):
    """N3: Enter was meant for the one before."""
    field, told = demo.window.token_field, []
    monkeypatch.setattr(field._paste_filter._reader, "is_reading", lambda: True)
    assert field.defer_until_pasted(lambda: told.append("sent"), told.append)
    work_in(demo, "Another", "https://apim.example.com")
    assert told == [""]
    field._paste_filter._on_received("a text")
    assert told == [""]


def test_the_form_that_a_gateway_takes_is_asked_in_first_from_then_on(start, qtbot):
    """N1."""
    asked = []

    def take_bare_tokens(wire):
        is_bare = b"uthorization: IAM_S_" in wire.request()
        asked.append(is_bare)
        refused = b'{"status":30401,"success":false,"message":"not valid"}'
        wire.send(answer(json.dumps(SUCCESS).encode() if is_bare else refused, JSON))

    app = start()
    with FaultyGateway(take_bare_tokens) as gateway:
        work_in(app, "Test", f"http://127.0.0.1:{gateway.port}")
        inspect(app, qtbot, TOKEN)
        assert asked == [False, True]
        assert app.preferences.current.connection.accepted is AuthorizationScheme.BARE
        inspect(app, qtbot, TOKEN)
        assert asked == [False, True, True]
