"""States of the window of which `python3 dev.py pictures` takes pictures, beside the README's."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from docs.lone_answer_stages import LONE_STAGES
from docs.make_screenshots import inspect_scenario, wait_for, wait_milliseconds
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.desktop.watch.watch_dialog import WatchDialog
from inspector_app.desktop.widgets.button import Button
from inspector_app.settings.environment import create_environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.desktop.application import DesktopApp

STEP = 300
"""Milliseconds in which a dialog opens, or an answer takes its place."""

QUEUE = ("valid", "account_disabled", "session_not_found", "other_organization", "password_expired")


def trigger(app: DesktopApp, action: ActionId) -> None:
    """Do what the action's key does."""
    app.window.action_collection[action].trigger()
    wait_milliseconds(STEP)


def wait_until(is_so: Callable[[], bool], milliseconds: int = 10_000) -> None:
    """Run the event loop until something is so, or for as long as that."""
    for _ in range(milliseconds // 20):
        if is_so():
            return
        wait_milliseconds(20)


def get_token(app: DesktopApp, scenario: str) -> str:
    """The invented token of a session of the demo."""
    return next(one.token for one in app.demo.scenarios if one.id == scenario)


def add_environments(app: DesktopApp) -> None:
    """Three environments beside the demo, each for something else by its name."""
    made = tuple(
        create_environment(name, f"https://{name.split()[0].lower()}.example.com")
        for name in ("Production", "Staging", "Wind Farm Test")
    )
    settings = app.preferences.settings
    app.preferences.update_settings(replace(settings, environments=(*settings.environments, *made)))


def stale(app: DesktopApp) -> None:
    """Another token is in the field: the answer below is another's."""
    inspect_scenario(app, "valid")
    app.window.token_field.set_raw_text(get_token(app, "account_disabled"))


def history(app: DesktopApp) -> None:
    """The history beside an answer, several of them."""
    for scenario in QUEUE:
        inspect_scenario(app, scenario)
    trigger(app, ActionId.HISTORY)


def recalled(app: DesktopApp) -> None:
    """An answer of before, shown again."""
    for scenario in QUEUE[:3]:
        inspect_scenario(app, scenario)
        wait_milliseconds(STEP)
    trigger(app, ActionId.HISTORY_BACK)
    wait_milliseconds(STEP)


def comparison(app: DesktopApp) -> None:
    """Two answers compared."""
    for scenario in ("valid", "account_disabled"):
        inspect_scenario(app, scenario)
        wait_milliseconds(STEP)
    trigger(app, ActionId.COMPARE)
    wait_until(lambda: bool(app.comparison.page and app.comparison.page.card.headline_label.text()))


def several_tokens(app: DesktopApp) -> None:
    """A text with several tokens: which one is meant?"""
    lines = [f"{scenario},{get_token(app, scenario)}" for scenario in QUEUE]
    app.window.token_field.set_raw_text("user,session\n" + "\n".join(lines))
    app.presenter.inspect()
    wait_until(app.window.token_choice.panel.all_button.isVisible)


def many(app: DesktopApp) -> None:
    """The queue of those tokens, inspected."""
    several_tokens(app)
    app.window.token_choice.panel.all_button.click()
    wait_until(lambda: app.many.controller is not None and app.many.controller.is_open)
    queue = app.many.controller
    wait_until(lambda: queue is None or not queue.runner.is_running)


def ask_more(app: DesktopApp, scenario: str) -> None:
    """Inspect a session of the demo, and ask more about its user."""
    inspect_scenario(app, scenario)
    wait_for(app.runner.companions.ended, partial(trigger, app, ActionId.ASK_MORE))


def companions(app: DesktopApp) -> None:
    """More about this user: the organizations beside the session."""
    ask_more(app, "valid")


def organization_disabled(app: DesktopApp) -> None:
    """The same of one who works in an organization that is disabled."""
    ask_more(app, "organization_disabled")


def reply(app: DesktopApp) -> None:
    """The reply to the user, opened."""
    inspect_scenario(app, "account_disabled")
    app.window.result_view.banner.reply_panel.findChildren(Button)[0].click()


def elsewhere(app: DesktopApp) -> None:
    """The question before other environments are asked."""
    add_environments(app)
    demo = app.preferences.demo
    if demo is None:
        return
    app.presenter.select_environment(create_environment("Home", demo.address))
    app.window.token_field.set_raw_text(get_token(app, "session_not_found"))
    wait_for(app.runner.ended, app.presenter.inspect)
    wait_milliseconds(STEP)
    if app.window.result_view.result is not None:
        app.prompts.elsewhere.ask(app.window.result_view.result)


def production(app: DesktopApp) -> None:
    """The marks of a production environment."""
    add_environments(app)
    inspect_scenario(app, "valid")
    app.presenter.select_environment(app.preferences.settings.environments[-3])


def environments(app: DesktopApp) -> None:
    """The list of the environments."""
    add_environments(app)
    trigger(app, ActionId.LIST_ENVIRONMENTS)


def switcher(app: DesktopApp) -> Callable[[], object]:
    """The list of environments that Ctrl+K opens; what opens it, as each picture closes it."""
    add_environments(app)
    return partial(trigger, app, ActionId.SWITCH_ENVIRONMENT)


def environment(app: DesktopApp) -> None:
    """The dialog of an environment, with the parts that are folded at first."""
    trigger(app, ActionId.ADD_ENVIRONMENT)
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, EnvironmentDialog):
        dialog.connection.header.setChecked(True)
        dialog.connection.proxy.set_current_index(2)


def watch(app: DesktopApp) -> None:
    """The question before a session is watched."""
    inspect_scenario(app, "valid")
    trigger(app, ActionId.WATCH)


def watching(app: DesktopApp) -> None:
    """A session that is watched."""
    watch(app)
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, WatchDialog):
        dialog.start_button.click()


def safety(app: DesktopApp) -> None:
    """What is done for safety."""
    trigger(app, ActionId.SAFETY)


def help_dialog(app: DesktopApp) -> None:
    """Keys and help."""
    trigger(app, ActionId.HELP)


def kept_tokens(app: DesktopApp) -> None:
    """The tokens that are kept."""
    inspect_scenario(app, "valid")
    wait_milliseconds(2 * STEP)
    trigger(app, ActionId.KEPT_TOKENS)
    wait_milliseconds(2 * STEP)


def request_page(app: DesktopApp) -> None:
    """The page that tells of the request."""
    inspect_scenario(app, "valid")
    trigger(app, ActionId.SHOW_REQUEST)


def json_page(app: DesktopApp) -> None:
    """The answer as text, with what was found."""
    inspect_scenario(app, "valid")
    trigger(app, ActionId.SHOW_JSON)
    trigger(app, ActionId.FIND)
    app.window.result_view.answer_pages.find_field.setText("user")


def waiting(app: DesktopApp) -> Callable[[], None]:
    """While the gateway is slow: anew for each picture, as it answers before the last of them."""
    return partial(wait_anew, app)


def wait_anew(app: DesktopApp) -> None:
    """Inspect at the gateway that is slow, over an answer."""
    app.presenter.cancel()
    inspect_scenario(app, "valid")
    picked = next(one for one in app.demo.scenarios if one.id == "slow")
    QTimer.singleShot(0, partial(app.window.scenario_button.pick_scenario, picked))


def large_text(app: DesktopApp) -> None:
    """Texts two steps larger."""
    inspect_scenario(app, "valid")
    trigger(app, ActionId.TEXT_LARGER)
    trigger(app, ActionId.TEXT_LARGER)


EXTRA_STAGES = (
    stale,
    history,
    recalled,
    comparison,
    several_tokens,
    many,
    companions,
    organization_disabled,
    *LONE_STAGES,
    reply,
    elsewhere,
    production,
    environments,
    switcher,
    environment,
    watch,
    watching,
    safety,
    help_dialog,
    kept_tokens,
    request_page,
    json_page,
    waiting,
    large_text,
)
