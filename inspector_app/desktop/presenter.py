"""The presenter (MVP): forwards user input to the services and their results to the window."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.answer_owner import describe_token
from inspector_app.desktop.answer.exchange_summary import get_accepted_authorization
from inspector_app.desktop.environments.environment_validation import FormField
from inspector_app.desktop.theme.translation import join_sentences, render_text, translate
from inspector_app.desktop.token_store import NOT_STORED, TokenLocation
from inspector_app.session.path import format_dotted

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.demo.scenario import Scenario
    from inspector_app.desktop.environments.call_confirmation import CallConfirmation
    from inspector_app.desktop.environments.demo_host import DemoHost
    from inspector_app.desktop.environments.elsewhere_search import ElsewhereSearch
    from inspector_app.desktop.environments.environment_editor import EnvironmentEditor
    from inspector_app.desktop.environments.host_mismatch_prompt import HostMismatchPrompt
    from inspector_app.desktop.inspection_runner import InspectionRunner
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.preferences import Preferences
    from inspector_app.desktop.token_store import TokenStore
    from inspector_app.inspection.run_inspection import InspectionResult, NotSent
    from inspector_app.session.diagnosis.verdict_model import SuggestedAction
    from inspector_app.session.presentation.outline import Node
    from inspector_app.settings.environment import Environment


@dataclass(frozen=True, slots=True)
class Prompts:
    """The questions that are asked before a token is sent somewhere."""

    host_mismatch: HostMismatchPrompt
    call_confirmation: CallConfirmation
    elsewhere: ElsewhereSearch


class Presenter(QObject):
    """Holds no state of its own but the location of the current environment's token.

    And whose deletion the user asked for, until that is done. ``inspect_again`` is called where no
    text was given: it asks again about an answer of the history, if it can.

    ``token_found``: a token is stored for the environment in use; ``token_missing``: none is.
    ``forgetting``: a token is deleted everywhere; whoever else holds one lets go of it.
    """

    token_found = Signal()
    token_missing = Signal()
    forgetting = Signal()

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        editor: EnvironmentEditor,
        runner: InspectionRunner,
        token_store: TokenStore,
        demo: DemoHost,
        prompts: Prompts,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._editor = editor
        self._runner = runner
        self._token_store = token_store
        self._demo = demo
        self._host_mismatch_prompt = prompts.host_mismatch
        self._call_confirmation = prompts.call_confirmation
        self._elsewhere = prompts.elsewhere
        self._token_location = NOT_STORED
        self._forgotten_id = ""
        self.inspect_again: Callable[[], bool] = _inspect_nothing
        self._connect_window()
        self._connect_parts()

    # --- user input

    def inspect(self) -> None:
        """Inspect the text in the token field, or where it is empty, the stored token."""
        if self._runner.is_running:
            return
        if self._window.token_choice.is_open:
            self._window.token_choice.accept()
            return
        if self._is_about_shown_answer() and self.inspect_again():
            return
        if self._window.token_field.defer_until_pasted(self.inspect, self._on_paste_missed):
            self._window.show_note(translate("Waiting for the text that was pasted…"))
            return
        environment = self._preferences.current
        given = self._window.token_field.get_raw_text()
        if self._demo.is_starting:
            self._window.show_note(translate("The demo is starting."))
        elif environment is None:
            self._window.show_problem(
                translate(
                    "Add the environment that the user works in first; then press Enter again."
                )
            )
            self._editor.add_from_pasted_text(given)
        elif not given and self._token_location.storage is None:
            self._window.show_problem(translate("Paste the session token that the user sent."))
            self._window.token_field.setFocus()
        else:
            self._window.show_note("")
            self._call_confirmation.confirm(environment, self._start_inspection)

    def _start_inspection(self) -> None:
        """Inspect in the current environment, which the user agreed to where it asks for that."""
        from inspector_app.inspection.masked_result import unmask_result
        from inspector_app.inspection.run_inspection import InspectionRequest

        environment = self._preferences.current
        if environment is None:
            return
        self._call_confirmation.close()
        self._window.show_note("")
        before = self._window.result_view.result
        request = InspectionRequest(
            environment,
            self._window.token_field.get_raw_text() or None,
            before and unmask_result(before),
            self._host_mismatch_prompt.get_confirmed_hosts(environment),
            token_fingerprint=self._window.token_choice.fingerprint,
        )
        self._runner.start(request)

    def _is_about_shown_answer(self) -> bool:
        """Whether no text is meant, nor by Enter in the empty field the token that is kept."""
        is_kept_meant = self._window.is_submitting and self._token_location.storage is not None
        return not self._window.token_field.get_raw_text() and not is_kept_meant

    def _on_paste_missed(self, message: str) -> None:
        """Nothing is inspected in the place of a paste that did not come."""
        if message:
            why = join_sentences((message, translate("Nothing was inspected.")))
            self._window.show_problem(why)
        else:
            self._window.show_note("")

    def ask_more(self) -> None:
        """Ask what else may be known of the user whose session is shown."""
        from inspector_app.inspection.companion_inspection import can_ask_companions
        from inspector_app.inspection.masked_result import unmask_result

        result = self._window.result_view.result
        if result is not None and can_ask_companions(result) and not self._runner.is_running:
            self._call_confirmation.confirm(
                result.environment,
                partial(self._runner.companions.start, unmask_result(result)),
            )

    def ask_about_application(self, question: str) -> None:
        """Ask for the applications of the portal's user; about one where it is named."""
        from inspector_app.inspection.application_inspection import can_ask_applications
        from inspector_app.inspection.masked_result import unmask_result

        result = self._window.result_view.result
        if result is None or not can_ask_applications(result) or self._runner.is_running:
            return
        self._call_confirmation.confirm(
            result.environment, partial(self._start_applications, unmask_result(result), question)
        )

    def _start_applications(self, result: InspectionResult, question: str) -> None:
        self._runner.companions.start_applications(result, question)
        self._window.status_bar.show_message(translate("Asking the portal about the applications…"))

    def _on_more_started(self) -> None:
        self._window.status_bar.show_message(translate("Asking about the user’s organizations…"))

    def inspect_or_cancel(self) -> None:
        """Handle a click on the button that inspects or, during an inspection, cancels."""
        if self._runner.is_running:
            self._runner.cancel()
        else:
            self.inspect()

    def cancel(self) -> None:
        """Cancel the inspection, or take a question or a text with several tokens away."""
        if self._call_confirmation.is_open or self._elsewhere.is_open:
            self._call_confirmation.close()
            self._elsewhere.close()
            self._window.token_field.setFocus()
        elif self._window.token_choice.is_open:
            self._window.token_choice.put_away()
        else:
            self._runner.cancel()

    def select_environment(self, environment: Environment) -> None:
        """Select another environment and clear the result of the previous one."""
        # An Enter or a click that waits for a paste was meant for the environment before.
        self._window.token_field.drop_followers()
        self._preferences.select_environment(environment)
        self._on_environment_changed()

    def inspect_in(self, environment: Environment) -> None:
        """Select another environment and inspect the text in the token field there."""
        self.select_environment(environment)
        self._start_inspection()  # this environment was named by what was clicked

    def select_environment_by_name(self, name: str) -> None:
        """Select the environment of that name, ignoring case; show a problem if there is none."""
        for environment in self._preferences.environments:
            if environment.name.casefold() == name.casefold():
                self.select_environment(environment)
                return
        self._window.show_problem(translate("There is no environment of that name."))

    def forget_token(self) -> None:
        """Delete the token everywhere: keyring, memory, field, and the answers that hold it."""
        self._forget_token("")

    def forget_inspected_token(self) -> None:
        """Delete the token of the answer that is shown; another one that is stored stays."""
        result = self._window.result_view.result
        if result is not None and result.token is not None:
            self._forget_token(result.token.fingerprint)

    def _forget_token(self, fingerprint: str) -> None:
        environment = self._preferences.current
        if environment is None:
            return
        self._runner.cancel()
        self.forgetting.emit()
        self._elsewhere.close()
        self._window.token_field.clear_text()
        self._window.result_view.discard_results()
        self._window.show_note("")
        self._forget_stored_token(environment, fingerprint)

    def _forget_stored_token(self, environment: Environment, fingerprint: str) -> None:
        self._forgotten_id = environment.id
        self._token_store.delete_token(environment, fingerprint, self._preferences.environments)

    def find_token(self) -> None:
        """Find out anew whether a token is stored for the current environment."""
        if self._preferences.current is not None:
            self._token_store.find_token(self._preferences.current)

    def run_action(self, action: SuggestedAction) -> None:
        """Run the action that the verdict suggests."""
        from inspector_app.session.diagnosis.verdict_model import SuggestedAction

        match action:
            case SuggestedAction.SWITCH_ENVIRONMENT:
                self._try_elsewhere()
            case SuggestedAction.TRY_AGAIN:
                self.inspect()
            case SuggestedAction.CHECK_ADDRESS | SuggestedAction.CHECK_CONNECTION:
                self._check_environment(action)
            case SuggestedAction.FORGET_TOKEN:
                self.forget_inspected_token()

    def _try_elsewhere(self) -> None:
        """Ask the other environments for the session; where there are none, one can be added."""
        from inspector_app.inspection.masked_result import unmask_result

        result = self._window.result_view.result
        if result is None or not self._elsewhere.ask(unmask_result(result)):
            self._window.environment_button.showMenu()

    def _on_found_elsewhere(self, result: InspectionResult) -> None:
        self.select_environment(result.environment)
        self._runner.adopt(result)

    def _check_environment(self, action: SuggestedAction) -> None:
        from inspector_app.session.diagnosis.verdict_model import SuggestedAction

        if self._preferences.current is self._preferences.demo:
            self._window.show_note(
                translate("The demo answers so on purpose; its address is right.")
            )
        else:
            is_address = action is SuggestedAction.CHECK_ADDRESS
            self._editor.edit(FormField.ADDRESS if is_address else FormField.CA_FILE)

    # --- signals from the services

    def _on_answered(self, result: InspectionResult) -> None:
        from inspector_app.inspection.taken_token import has_other_tokens
        from inspector_app.session.exchange import ApiCall

        self._window.result_view.show_result(result)
        self._window.show_taken(
            join_sentences(map(render_text, result.notes)),
            has_others=has_other_tokens(result.notes),
        )
        form = get_accepted_authorization(result)
        if form is None:
            return
        if result.analyzed.call_result.call is ApiCall.SESSION:  # the portal takes one form alone
            self._preferences.save_accepted_form(result.environment, form)
        # A stored token is stored again: its session may have been extended.
        is_wanted = result.is_token_from_vault or self._window.remember_check_box.isChecked()
        if is_wanted and result.token is not None:
            until = (
                None
                if self._preferences.settings.safety.keep_after_end
                else _estimate_session_end(result)
            )
            if self._forgotten_id == result.environment.id:
                self._forgotten_id = ""  # a token is kept again, whatever becomes of the one before
            self._token_store.store_token(result.environment, result.host, result.token, until)

    def _on_not_sent(self, result: NotSent) -> None:
        self._window.show_problem(join_sentences(map(render_text, (result.problem, *result.notes))))
        self._window.token_field.setFocus()

    def _on_token_location_changed(self, environment_id: str, location: TokenLocation) -> None:
        current = self._preferences.current
        if current is None or current.id != environment_id:
            return
        if location.fingerprint != self._token_location.fingerprint:
            self._window.forget_offer.hide()
        self._token_location = location
        self._show_token_location()
        (self.token_missing if location.storage is None else self.token_found).emit()

    def _on_token_deleted(self, environment_id: str) -> None:
        """Confirm what the user asked for: it is done only now, and said where it was asked."""
        if environment_id != self._forgotten_id:
            return
        self._forgotten_id = ""
        current = self._preferences.current
        if current is None or current.id != environment_id:
            return
        self._window.show_note(
            translate("The token was forgotten: this run keeps it no more.")
            if self._token_store.is_kept_in_memory(environment_id)
            else translate("The token was forgotten: it is kept nowhere now.")
        )

    def _show_token_location(self) -> None:
        location = self._token_location
        none = "" if location.storage else translate("No token is kept.")
        self._window.show_token_location(
            render_text(location.storage) if location.storage else "",
            render_text(location.reason) if location.reason else none,
            self._describe_stored_token(),
        )

    def _on_result_changed(self) -> None:
        if self._token_location.storage is not None:
            self._show_token_location()  # whose it is may be known now, or no more

    def _describe_stored_token(self) -> str:
        return describe_token(self._window.result_view.results, self._token_location.fingerprint)

    def _on_demo_ready(self, environment: Environment) -> None:
        self._window.scenario_button.set_scenarios(self._demo.scenarios)
        self._preferences.add_demo_environment(environment)
        self._on_environment_changed()
        self._window.token_field.set_raw_text(self._demo.scenarios[0].token)

    def _on_scenario_picked(self, scenario: Scenario) -> None:
        self._runner.cancel()
        self._window.token_field.setFocus()
        self._window.token_field.set_raw_text(scenario.token)
        self.inspect()

    def _on_row_selected(self, node: Node | None) -> None:
        path = () if node is None or node.path is None else node.path
        self._window.show_selection(format_dotted(path))

    # --- signal connections

    def _connect_window(self) -> None:
        window = self._window
        window.inspect_button.clicked.connect(self.inspect_or_cancel)
        window.environment_button.chosen.connect(self.select_environment)
        window.scenario_button.picked.connect(self._on_scenario_picked)
        window.result_view.banner.action_requested.connect(self.run_action)
        window.result_view.refreshed.connect(self._on_result_changed)
        window.result_view.answer_pages.questions.asked.connect(self.ask_about_application)
        window.result_view.tree_view.selected.connect(self._on_row_selected)
        applications_view = window.result_view.answer_pages.applications_view
        applications_view.selected.connect(self._on_row_selected)
        window.remember_check_box.toggled.connect(self._on_remember_toggled)
        window.action_collection.connect_all(
            {
                ActionId.INSPECT: self.inspect,
                ActionId.CANCEL: self.cancel,
                ActionId.ASK_MORE: self.ask_more,
                ActionId.ADD_ENVIRONMENT: self._editor.add,
                ActionId.EDIT_ENVIRONMENT: self._editor.edit,
                ActionId.DELETE_ENVIRONMENT: self._editor.delete,
                ActionId.DUPLICATE_ENVIRONMENT: self._editor.duplicate,
                ActionId.LIST_ENVIRONMENTS: self._editor.open_list,
                ActionId.FORGET_TOKEN: self.forget_token,
                ActionId.TRY_DEMO: self._demo.start,
            }
        )

    def _connect_parts(self) -> None:
        inspector = self._runner
        inspector.started.connect(partial(self._window.show_running, 0.0))
        inspector.started.connect(self._window.export_notice.hide)
        inspector.elapsed.connect(self._window.show_running)
        inspector.answered.connect(self._on_answered)
        inspector.not_sent.connect(self._on_not_sent)
        inspector.several_tokens.connect(self._window.token_choice.ask)
        inspector.host_mismatch.connect(self._host_mismatch_prompt.ask)
        inspector.started.connect(self._host_mismatch_prompt.bar.hide)
        self._host_mismatch_prompt.confirmed.connect(self._start_inspection)
        self._window.token_choice.confirmed.connect(self._start_inspection)
        self._host_mismatch_prompt.switch_requested.connect(self.inspect_in)
        self._host_mismatch_prompt.add_requested.connect(self._editor.add_with_address)
        inspector.started.connect(self._elsewhere.close)
        self._elsewhere.chosen.connect(self._on_found_elsewhere)
        inspector.ended.connect(self._window.show_idle)
        more = inspector.companions
        more.started.connect(self._on_more_started)
        more.answered.connect(self._window.result_view.replace_result)
        more.not_sent.connect(self._on_not_sent)
        self._editor.changed.connect(self._on_environment_changed)
        self._editor.closed.connect(self._window.token_field.setFocus)
        self._preferences.current_changed.connect(self._on_environment_changed)
        self._token_store.location_changed.connect(self._on_token_location_changed)
        self._token_store.deleted.connect(self._on_token_deleted)
        self._demo.ready.connect(self._on_demo_ready)

    def _on_remember_toggled(self, is_wanted: bool) -> None:  # noqa: FBT001  # the signal's signature
        self._preferences.update_settings(
            replace(self._preferences.settings, remember_token=is_wanted)
        )
        location, environment = self._token_location, self._preferences.current
        if is_wanted or location.storage is None or environment is None:
            self._window.forget_offer.hide()
            return
        self._window.forget_offer.show_notice(
            translate(
                "The token {which} is still kept in: {place}. Forget it as well?",
                which=self._describe_stored_token(),
                place=location.storage,
            ),
            translate("Forget it"),
            partial(self._forget_stored_token, environment, location.fingerprint),
        )

    def _on_environment_changed(self) -> None:
        """Clear the previous environment's result (it can be shown again); show the new one."""
        self._runner.cancel()
        self._elsewhere.close()
        self._window.result_view.show_empty_page()
        self._window.show_note("")
        self._window.token_field.setFocus()
        self._show_environment()

    def _show_environment(self) -> None:
        environment = self._preferences.current
        self._token_location = NOT_STORED
        self._window.forget_offer.hide()
        self._window.show_current_environment()
        if environment is not None:
            self._token_store.find_token(environment)


def _inspect_nothing() -> bool:
    return False


def _estimate_session_end(result: InspectionResult) -> float | None:
    """The session's estimated end on this computer's clock; None where it has none to come."""
    lifetimes = result.analyzed.lifetimes
    now = time.time()
    left = None if lifetimes is None else lifetimes.compute_time_left(now)
    return now + left if left is not None and left > 0 else None
