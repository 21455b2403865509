"""The presenter (MVP): forwards user input to the services and their results to the window."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.actions import Do
from inspector_app.desktop.answer.exchange_words import accepted_form, exchange_words
from inspector_app.desktop.guards.screen_share import unmasked
from inspector_app.desktop.guards.token_keeper import NOWHERE, Whereabouts
from inspector_app.desktop.look.words import one_after_another, say, shown
from inspector_app.desktop.preferences import Origin
from inspector_app.desktop.window import Choice
from inspector_app.inspecting.order import InspectionRequest, InspectionResult, NotSent
from inspector_app.session.judging.verdict import SuggestedAction
from inspector_app.session.path import format_dotted

if TYPE_CHECKING:
    from inspector_app.demo.scenario import Scenario
    from inspector_app.desktop.environments.demo_host import DemoHost
    from inspector_app.desktop.environments.environment_editor import EnvironmentEditor
    from inspector_app.desktop.environments.host_question import HostQuestion
    from inspector_app.desktop.guards.token_keeper import TokenKeeper
    from inspector_app.desktop.inspector import Inspector
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.window import Window
    from inspector_app.session.telling.outline import Node
    from inspector_app.system.settings import Environment


class Presenter(QObject):
    """Holds no state of its own but the location of the current environment's token.

    ``token_found``: a token is stored for the environment in use; ``token_missing``: none is.
    """

    token_found = Signal()
    token_missing = Signal()

    def __init__(
        self,
        window: Window,
        preferences: Preferences,
        editor: EnvironmentEditor,
        inspector: Inspector,
        keeper: TokenKeeper,
        demo: DemoHost,
        question: HostQuestion,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._editor = editor
        self._inspector = inspector
        self._keeper = keeper
        self._demo = demo
        self._question = question
        self._token_is = NOWHERE
        self._connect_window()
        self._connect_parts()
        self._show_environment()

    # --- user input

    def inspect(self) -> None:
        """Inspect the text in the token field, or where it is empty, the stored token."""
        environment = self._preferences.current
        given = self._window.token.given()
        if self._inspector.is_running:
            return
        if self._demo.is_starting:
            self._window.show_note(say("The demo is starting."))
        elif environment is None:
            self._window.show_problem(
                say("Add the environment that the user works in first; then press Enter again.")
            )
            self._editor.add_for(given)
        elif not given and self._token_is.place is None:
            self._window.show_problem(say("Paste the session token that the user sent."))
            self._window.token.setFocus()
        else:
            self._window.show_note("")
            before = self._window.result.outcome
            agreed = self._question.agreed_hosts(environment)
            order = InspectionRequest(
                environment, given or None, before and unmasked(before), agreed
            )
            self._inspector.inspect(order)

    def inspect_or_cancel(self) -> None:
        """Handle a click on the button that inspects or, during an inspection, cancels."""
        if self._inspector.is_running:
            self._inspector.cancel()
        else:
            self.inspect()

    def choose(self, environment: Environment) -> None:
        """Select another environment and clear the result of the previous one."""
        self._preferences.choose(environment)
        self._changed_environment()

    def inspect_in(self, environment: Environment) -> None:
        """Select another environment and inspect the text in the token field there."""
        self.choose(environment)
        self.inspect()

    def choose_by_name(self, name: str) -> None:
        """Select the environment of that name, ignoring case; show a problem if there is none."""
        for environment in self._preferences.environments:
            if environment.name.casefold() == name.casefold():
                self.choose(environment)
                return
        self._window.show_problem(say("There is no environment of that name."))

    def forget_token(self) -> None:
        """Delete the token everywhere: keyring, memory, field, and the answers that hold it."""
        environment = self._preferences.current
        if environment is None:
            return
        self._inspector.cancel()
        self._window.token.forget()
        self._window.result.forget()
        self._window.show_note("")
        self._keeper.forget(environment)

    def act(self, action: SuggestedAction) -> None:
        """Run the action that the verdict suggests."""
        match action:
            case SuggestedAction.SWITCH_ENVIRONMENT:
                self._window.environment.showMenu()
            case SuggestedAction.TRY_AGAIN:
                self.inspect()
            case SuggestedAction.CHECK_ADDRESS | SuggestedAction.CHECK_CONNECTION:
                self._check_environment()
            case SuggestedAction.FORGET_TOKEN:
                self.forget_token()

    def _check_environment(self) -> None:
        if self._preferences.current is self._preferences.demo:
            self._window.show_note(say("The demo answers so on purpose; its address is right."))
        else:
            self._editor.edit()

    # --- signals from the services

    def _answered(self, outcome: InspectionResult) -> None:
        self._window.result.show_outcome(outcome)
        self._window.show_note(one_after_another(map(shown, outcome.notes)))
        self._window.show_exchange(exchange_words(outcome))
        form = accepted_form(outcome)
        if form is None:
            return
        self._preferences.keep_accepted(outcome.environment, form)
        # A stored token is stored again: its session may have been extended.
        is_wanted = outcome.is_token_from_vault or self._window.remember.isChecked()
        if is_wanted and outcome.token is not None:
            until = None if self._preferences.settings.safety.keep_after_end else _end(outcome)
            self._keeper.remember(outcome.environment, outcome.host, outcome.token, until)

    def _not_sent(self, result: NotSent) -> None:
        self._window.show_problem(one_after_another(map(shown, (result.problem, *result.notes))))
        self._window.token.setFocus()

    def _token_found(self, environment_id: str, whereabouts: Whereabouts) -> None:
        current = self._preferences.current
        if current is None or current.id != environment_id:
            return
        self._token_is = whereabouts
        none = "" if whereabouts.place else say("No token is kept.")
        self._window.show_token_place(
            shown(whereabouts.place) if whereabouts.place else "",
            shown(whereabouts.reason) if whereabouts.reason else none,
        )
        (self.token_missing if whereabouts.place is None else self.token_found).emit()

    def _demo_ready(self, environment: Environment) -> None:
        self._window.scenarios.offer(self._demo.scenarios)
        self._preferences.host_demo(environment)
        self._changed_environment()
        self._window.token.give(self._demo.scenarios[0].token)

    def _scenario_picked(self, scenario: Scenario) -> None:
        self._inspector.cancel()
        self._window.token.give(scenario.token)
        self.inspect()

    def _selected(self, node: Node | None) -> None:
        path = () if node is None or node.path is None else node.path
        self._window.show_selection(format_dotted(path))

    # --- signal connections

    def _connect_window(self) -> None:
        window = self._window
        window.inspect.clicked.connect(self.inspect_or_cancel)
        window.environment.chosen.connect(self.choose)
        window.scenarios.picked.connect(self._scenario_picked)
        window.result.banner.action_wanted.connect(self.act)
        window.result.tree.selected.connect(self._selected)
        window.remember.setChecked(self._preferences.settings.remember_token)
        window.remember.toggled.connect(self._set_remember)
        window.actions_table.connect_all(
            {
                Do.INSPECT: self.inspect,
                Do.CANCEL: self._inspector.cancel,
                Do.ADD_ENVIRONMENT: self._editor.add,
                Do.EDIT_ENVIRONMENT: self._editor.edit,
                Do.DELETE_ENVIRONMENT: self._editor.delete,
                Do.FORGET_TOKEN: self.forget_token,
                Do.TRY_DEMO: self._demo.start,
            }
        )

    def _connect_parts(self) -> None:
        inspector = self._inspector
        inspector.started.connect(partial(self._window.show_running, 0.0))
        inspector.passed.connect(self._window.show_running)
        inspector.answered.connect(self._answered)
        inspector.not_sent.connect(self._not_sent)
        inspector.held.connect(self._question.ask)
        inspector.started.connect(self._question.bar.hide)
        self._question.agreed.connect(self.inspect)
        self._question.switch.connect(self.inspect_in)
        self._question.add.connect(self._editor.add_gateway)
        inspector.ended.connect(self._window.show_idle)
        self._editor.changed.connect(self._changed_environment)
        self._keeper.changed.connect(self._token_found)
        self._demo.ready.connect(self._demo_ready)

    def _set_remember(self, is_wanted: bool) -> None:  # noqa: FBT001  # the signal's signature
        self._preferences.change(replace(self._preferences.settings, remember_token=is_wanted))

    def _changed_environment(self) -> None:
        """Clear the previous environment's result (it can be shown again); show the new one."""
        self._inspector.cancel()
        self._window.result.clear()
        self._window.show_note("")
        self._show_environment()

    def _show_environment(self) -> None:
        environment = self._preferences.current
        self._token_is = NOWHERE
        if environment is None:
            self._window.show_environment("", Choice.NONE)
        else:
            is_demo = self._preferences.origin(environment) is Origin.DEMO
            self._window.show_environment(
                environment.address, Choice.DEMO if is_demo else Choice.REAL
            )
            self._keeper.look(environment)


def _end(outcome: InspectionResult) -> float | None:
    """The session's estimated end on this computer's clock; None where it has none to come."""
    lifetimes = outcome.analyzed.lifetimes
    now = time.time()
    left = None if lifetimes is None else lifetimes.compute_time_left(now)
    return now + left if left is not None and left > 0 else None
