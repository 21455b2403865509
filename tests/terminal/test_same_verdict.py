"""No second opinion: what the window says of an answer, the console twin says as well.

All labelled answers go through both, as files and, where they can be served, over the wire.
"""

import gc
import json
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import time
from typing import Any

import pytest
from PySide6.QtCore import Qt

from inspector_app.desktop.application import DesktopApp
from inspector_app.desktop.startup import command_line
from inspector_app.inspection.saved_answer_opening import open_saved_answer
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import Redaction, RedactionLevel
from inspector_app.report.report_input import ReportInput
from inspector_app.session.analyzed_answer import add_companions, analyze_answer
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import Exchange
from inspector_app.session.translatable_text import tr
from inspector_app.settings.environment import ConnectionSettings, create_environment
from inspector_app.system.paths import get_directories
from inspector_app.terminal.exit_codes import EXIT_CODES
from inspector_app.vault.backends import MemoryOnly
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.report.answers import render
from tests.session.answers import DATE, NOW
from tests.session.test_labelled_answers import SCENARIOS, answer_of, companions_of, token_of
from tests.terminal.console import enos, program

OPAQUE = "tokenOfSomebody"
BY_THIS_COMPUTERS_CLOCK = {"now", "local_clock", "trip"}
"""Members of a scenario that say what that clock said: over the wire it says now."""


class Window:
    """The window, as a person uses it; not shown, as painting it takes longer than all the rest."""

    def __init__(self, qapp, qtbot):
        no_keyring = MemoryOnly(tr("There is no keyring."))
        self._qtbot = qtbot
        self.inspecting = DesktopApp(
            qapp, command_line.parse_arguments([]), get_directories(), lambda: no_keyring
        )
        self.inspecting.complete()

    @property
    def result(self):
        return self.inspecting.window.result_view

    def expect(self, organization):
        field = self.result.answer_pages.organization_field
        if field.text() == organization:
            return
        field.setText(organization)
        self._qtbot.keyClick(field, Qt.Key.Key_Return)  # typed: half of an id is not judged by

    def open(self, file):
        with self._qtbot.waitSignal(self.inspecting.file_opener.opened, timeout=20_000):
            self.inspecting.file_opener.open(file)
        return self._said()

    def inspect(self, environment, text):
        self.inspecting.presenter.select_environment(environment)
        self.inspecting.window.token_field.set_raw_text(text)
        with self._qtbot.waitSignal(self.inspecting.runner.ended, timeout=20_000):
            self._qtbot.keyClick(self.inspecting.window.token_field, Qt.Key.Key_Return)
        return self._said()

    def _said(self):
        verdict = self.result.result.judge(time.time(), self.result.expected_organization)
        assert self.result.banner.sentence_label.text() == str(verdict.sentence)
        return verdict.code.value


@pytest.fixture
def window(qapp, qtbot):
    shown = Window(qapp, qtbot)
    yield shown
    shown.inspecting.window.close()
    shown.inspecting.window.deleteLater()
    shown.inspecting.deleteLater()
    gc.enable()  # the app had switched it off


def told(ended):
    """The code of the verdict; the exit code is the one that belongs to it."""
    code = json.loads(ended.out)["verdict"]["code"]
    assert ended.code == EXIT_CODES[VerdictCode(code)]
    return code


def saved(name, folder):
    """A labelled answer as the export that a colleague would have sent."""
    scenario = SCENARIOS[name]
    redaction = Redaction(b"k" * 32, RedactionLevel.SECRETS)
    at = scenario.get("now", scenario.get("local_clock", NOW))
    url = "https://apim-test.example.com/enos-iam-service/v2.0/session/info"
    report_input = ReportInput(
        "Test",
        JudgeInput(
            add_companions(
                analyze_answer(answer_of(scenario), token_of(scenario)), companions_of(scenario)
            ),
            at,
        ),
        redaction,
        url=url,
    )
    file = folder / f"{name}.json"
    file.write_bytes(render(report_input, ReportFormat.JSON))
    return file


@pytest.mark.timeout(240)
def test_every_labelled_answer_that_was_saved_has_its_code_in_window_and_console(window, tmp_path):
    wrong = {}
    for name, scenario in SCENARIOS.items():
        file, expected = saved(name, tmp_path), scenario.get("expected_organization", "")
        window.expect(expected)
        how = ["--format", "json", "--level", "secrets", "--expect-organization", expected]
        said = window.open(file), told(enos("read", file, *how))
        if said != (scenario["expected"]["code"],) * 2:
            wrong[name] = said, scenario["expected"]["code"]
    assert wrong == {}


def served(scenario):
    """What the gateway of a labelled answer sends."""
    sent = answer_of(scenario)
    assert isinstance(sent, Exchange)
    headers = [f"{name}: {value}" for name, value in sent.headers]
    return answer(sent.body, "Connection: close", *headers, status=f"{sent.status} Status")


def over_the_wire():
    return {
        name: scenario
        for name, scenario in SCENARIOS.items()
        if isinstance(answer_of(scenario), Exchange)
        and not {"companions", "call"} & scenario.keys()
    }


def one_of_each():
    """The first of each code, status and kind of token: as a file, every one was opened above."""
    first: dict[Any, Any] = {}
    for name, scenario in over_the_wire().items():
        sent = answer_of(scenario)
        assert isinstance(sent, Exchange)
        kind = scenario["expected"]["code"], sent.status, text_of(scenario)
        first.setdefault((*kind, scenario.get("authorization")), (name, scenario))
    return dict(first.values())


@pytest.mark.timeout(240)
def test_labelled_answers_of_each_kind_that_are_served_have_one_code_in_window_and_console(window):
    """Those whose time is told by a Date header, or that have none, have the labelled one."""
    now, wrong = {"sent": b""}, {}

    def reply(wire):
        wire.request()
        wire.send(now["sent"])

    with FaultyGateway(reply) as gateway:
        where = f"http://127.0.0.1:{gateway.port}"
        for name, scenario in one_of_each().items():
            now["sent"] = served(scenario)
            form = AuthorizationScheme(scenario.get("authorization", "Bearer"))
            chosen = create_environment(name, where, ConnectionSettings(authorization=form))
            text, expected = text_of(scenario), scenario.get("expected_organization", "")
            window.expect(expected)
            how = ["--format", "json", "--level", "secrets", "--expect-organization", expected]
            how += ["--authorization", form.value.lower(), "--token-stdin"]
            ended = enos("inspect", "--gateway", where, *how, given=text.encode())
            said = window.inspect(chosen, text), told(ended)
            labelled = scenario["expected"]["code"]
            if said[0] != said[1] or (is_of_any_day(scenario) and said[0] != labelled):
                wrong[name] = said, labelled
    assert wrong == {}


def text_of(scenario):
    """A token of the look that the label is about."""
    looks = {"whole": "IAM_S_" + "a" * 32, "cut": "IAM_S_" + "a" * 20}
    looks |= {"portal": "APP_PORTAL_S_" + "a" * 32}
    assert token_of(scenario) is None or scenario["token"] in {*looks, "opaque"}
    return looks.get(scenario.get("token"), OPAQUE)


def is_of_any_day(scenario):
    """Whether this computer's clock has no part in the label."""
    headers = scenario.get("headers", {"Date": DATE})
    is_dated = "Date" in headers and "Age" not in headers  # the age of a cache's answer
    return is_dated and not BY_THIS_COMPUTERS_CLOCK & scenario.keys()


def test_most_labels_are_checked_over_the_wire():
    assert len([one for one in one_of_each().values() if is_of_any_day(one)]) > 50


@pytest.mark.parametrize(
    "name", ["valid-documented", "disabled", "token-401", "rate-429", "failure-redirected"]
)
def test_a_program_of_its_own_says_what_this_process_says(name, tmp_path):
    file = saved(name, tmp_path)
    ended = program(tmp_path, "read", file, "--format", "json")
    assert told(ended) == SCENARIOS[name]["expected"]["code"]
    assert open_saved_answer(file).judge(0.0).code.value == told(ended)
