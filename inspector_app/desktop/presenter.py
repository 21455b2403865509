"""Takes the person's wishes to the parts that do them, and what came of it to the window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.actions import Do
from inspector_app.desktop.order import Inspected, NotSent, Order
from inspector_app.desktop.token_keeper import NOWHERE, Whereabouts
from inspector_app.desktop.window import Choice
from inspector_app.desktop.words import say, shown
from inspector_app.session.exchange import Failure
from inspector_app.session.path import dotted
from inspector_app.session.verdict import Action

if TYPE_CHECKING:
    from inspector_app.demo.scenarios import Scenario
    from inspector_app.desktop.demo_host import DemoHost
    from inspector_app.desktop.environment_editor import EnvironmentEditor
    from inspector_app.desktop.inspector import Inspector
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.token_keeper import TokenKeeper
    from inspector_app.desktop.window import Window
    from inspector_app.session.outline import Node
    from inspector_app.session.wording import Text
    from inspector_app.system.settings import Environment
    from inspector_app.vault.problem import VaultProblem


class Presenter(QObject):
    """Holds no state of its own but where the token of the present environment is.

    ``token_found``: a token is kept for the environment in use.
    """

    token_found = Signal()

    def __init__(
        self,
        window: Window,
        preferences: Preferences,
        editor: EnvironmentEditor,
        inspector: Inspector,
        keeper: TokenKeeper,
        demo: DemoHost,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._editor = editor
        self._inspector = inspector
        self._keeper = keeper
        self._demo = demo
        self._token_is = NOWHERE
        self._connect_window()
        self._connect_parts()
        self._show_environment()

    # --- the person's wishes

    def inspect(self) -> None:
        """Inspect what is in the field, or where it is empty, the kept token."""
        environment = self._preferences.current
        given = self._window.token.given()
        if self._inspector.is_running:
            return
        if environment is None:
            self._window.show_problem(
                say("Add the environment that the user works in first; then press Enter again.")
            )
            self._editor.add()
        elif not given and self._token_is.place is None:
            self._window.show_problem(say("Paste the session token that the user sent."))
            self._window.token.setFocus()
        else:
            self._window.show_note("")
            self._inspector.inspect(Order(environment, given or None, self._window.result.outcome))

    def inspect_or_cancel(self) -> None:
        """What the one button does, by what it says."""
        if self._inspector.is_running:
            self._inspector.cancel()
        else:
            self.inspect()

    def choose(self, environment: Environment) -> None:
        """Work in another environment; what was shown of this one is put away."""
        self._preferences.choose(environment)
        self._changed_environment()

    def choose_by_name(self, name: str) -> None:
        """Work in the environment of that name, in any case; say so where there is none."""
        for environment in self._preferences.environments:
            if environment.name.casefold() == name.casefold():
                self.choose(environment)
                return
        self._window.show_problem(say("There is no environment “{name}”.", name=name))

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

    def act(self, action: Action) -> None:
        """Do what the verdict offers."""
        match action:
            case Action.SWITCH_ENVIRONMENT:
                self._window.environment.showMenu()
            case Action.TRY_AGAIN:
                self.inspect()
            case Action.CHECK_ADDRESS:
                self._editor.edit()
            case Action.FORGET_TOKEN:
                self.forget_token()

    # --- what the parts report

    def _answered(self, outcome: Inspected) -> None:
        self._window.result.show_outcome(outcome)
        self._window.show_note(" ".join(shown(note) for note in outcome.notes))
        self._window.show_exchange(_exchange_words(outcome))
        inspection = outcome.examination.inspection
        is_session = inspection is not None and inspection.session is not None
        if is_session and not outcome.came_from_vault and self._window.remember.isChecked():
            self._keeper.remember(outcome.environment, outcome.host, outcome.token)

    def _not_sent(self, result: NotSent) -> None:
        self._window.show_problem(" ".join(shown(part) for part in (result.problem, *result.notes)))
        self._window.token.setFocus()

    def _cancelled(self, seconds: float) -> None:
        self._window.show_note(
            say("Cancelled after {seconds} s. Nothing was changed.", seconds=f"{seconds:.1f}")
        )

    def _broke(self) -> None:
        self._window.show_problem(
            say("Something in this app went wrong. Nothing was lost: try once more.")
        )

    def _token_found(self, environment_id: str, whereabouts: Whereabouts) -> None:
        current = self._preferences.current
        if current is None or current.id != environment_id:
            return
        self._token_is = whereabouts
        self._window.show_token_place(
            shown(whereabouts.place) if whereabouts.place else "",
            shown(whereabouts.reason) if whereabouts.reason else "",
        )
        if whereabouts.place is not None:
            self.token_found.emit()

    def _keyring_trouble(self, problem: VaultProblem) -> None:
        self._window.show_note(f"{shown(problem.happened)} {shown(problem.next_step)}")

    def _settings_not_saved(self, words: Text) -> None:
        self._window.show_note(say("The settings were not saved. {why}", why=words))

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
        self._window.show_selection(dotted(path))

    # --- wiring

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
        inspector.cancelled.connect(self._cancelled)
        inspector.broke.connect(self._broke)
        inspector.ended.connect(self._window.show_idle)
        self._editor.changed.connect(self._changed_environment)
        self._keeper.changed.connect(self._token_found)
        self._keeper.trouble.connect(self._keyring_trouble)
        self._preferences.not_saved.connect(self._settings_not_saved)
        self._demo.ready.connect(self._demo_ready)

    def _set_remember(self, is_wanted: bool) -> None:  # noqa: FBT001  # the signal's signature
        self._preferences.change(replace(self._preferences.settings, remember_token=is_wanted))

    def _changed_environment(self) -> None:
        """What was shown belongs to the environment before: it is put away, within reach."""
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
            is_own = self._preferences.own_current is not None
            self._window.show_environment(
                environment.address, Choice.OWN if is_own else Choice.DEMO
            )
            self._keeper.look(environment)


def _exchange_words(outcome: Inspected) -> str:
    """HTTP status and duration of an answer; nothing where none came."""
    answer = outcome.examination.answer
    if isinstance(answer, Failure):
        return ""
    parts = [
        say("HTTP {status}", status=answer.status),
        say("{duration} ms", duration=round(answer.phases.total * 1000)),
    ]
    if answer.tls is not None:
        parts.append(answer.tls.version)
    return "   ".join(parts)
