"""The line below the token field: what was taken, from where, what was undone, for which host."""

import pytest

from inspector_app.desktop.widgets.plain_text import from_tooltip_text
from inspector_app.session.token import Token
from tests.desktop.at_work import inspect, work_in
from tests.gateway.faulty_gateway import FaultyGateway, answer

TOKEN = "IAM_S_" + "Hq6yVd2r" * 4


@pytest.fixture
def gateway():
    def reply(wire):
        wire.request()
        wire.send(answer(b'{"status":0,"success":true,"session":{"expires":7200}}'))

    with FaultyGateway(reply) as made:
        yield made


@pytest.fixture
def app(start, gateway):
    started = start()
    work_in(started, "Production", f"http://127.0.0.1:{gateway.port}")
    return started


def curl(gateway, token):
    return (
        "please look:\n"
        f"**curl** https://127.0.0.1:{gateway.port}/x -H 'Authorization: Bearer {token}'\n"
    )


def test_it_names_token_place_and_host_in_one_line(app, gateway, qtbot):
    inspect(app, qtbot, curl(gateway, TOKEN.replace("_", "\\_")))
    note = app.window.taken_note
    said = note.label.text()
    assert note.isVisible()
    assert said.startswith(f"Session token {Token(TOKEN).fingerprint}, line 2.")
    assert "Authorization header" in said
    assert "Markdown" in said
    assert f"127.0.0.1:{gateway.port}" in said
    assert "\n" not in said
    assert TOKEN[6:] not in said
    assert not app.window.note_label.isVisible()


def test_it_stays_one_line_and_the_tooltip_has_the_whole(app, gateway, qtbot):
    app.window.resize(app.window.minimumSize())
    inspect(app, qtbot, curl(gateway, TOKEN))
    label = app.window.taken_note.label
    assert label.fontMetrics().horizontalAdvance(label.text()) > label.width()
    assert label.height() < 2 * label.fontMetrics().height()
    assert from_tooltip_text(label.toolTip()) == label.text()
    assert label.accessibleName() == label.text()


def test_of_a_token_alone_nothing_is_told(app, qtbot):
    inspect(app, qtbot, TOKEN)
    assert not app.window.taken_note.isVisible()


def test_all_are_offered_where_there_are_others(start):
    window = start().window
    for has_others in (True, False):
        window.show_taken("Taken from line 2.", has_others=has_others)
        assert window.taken_note.all_button.isVisible() is has_others
        assert not window.taken_note.again_button.isVisible()


def test_it_takes_the_place_of_a_note_and_the_other_way_round(start):
    window = start().window
    window.show_note("Settings are saved.")
    window.show_taken("Taken from line 2.")
    assert not window.note_label.isVisible()
    assert not window.taken_note.all_button.isVisible()
    window.show_note("Settings are saved.")
    assert not window.taken_note.isVisible()
    assert not window.taken_note.label.text()


def test_a_problem_takes_its_place_and_it_goes_with_the_secrets(app, gateway, qtbot):
    inspect(app, qtbot, curl(gateway, TOKEN))
    inspect(app, qtbot, "no token here")
    assert not app.window.taken_note.isVisible()
    assert app.window.note_label.isVisible()
    inspect(app, qtbot, curl(gateway, TOKEN))
    assert not app.window.note_label.isVisible()
    app.presenter.forget_token()
    assert not app.window.taken_note.isVisible()
    assert not app.window.taken_note.label.text()
    assert not app.window.taken_note.label.toolTip()
