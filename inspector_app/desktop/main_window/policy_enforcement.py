"""Disables in the window what an administrator's policies do not allow, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.settings.policies import NOT_ALLOWED_TEXT, Policy

if TYPE_CHECKING:
    from inspector_app.desktop.actions import ActionCollection
    from inspector_app.desktop.main_window.token_field import TokenField
    from inspector_app.settings.policies import Policies

_ENVIRONMENT_ACTIONS: Final = (
    ActionId.ADD_ENVIRONMENT,
    ActionId.EDIT_ENVIRONMENT,
    ActionId.DELETE_ENVIRONMENT,
)


def enforce_policies(policies: Policies, actions: ActionCollection, field: TokenField) -> None:
    """Disable the actions that the policies do not allow, and the eye of the token field."""
    forbidden: tuple[ActionId, ...] = ()
    if policies.has_machine_environments_only:
        forbidden += _ENVIRONMENT_ACTIONS
    if not policies.allows(Policy.REVEAL_CREDENTIAL):
        forbidden += (ActionId.REVEAL_TOKEN,)
        field.forbid_revealing(render_text(NOT_ALLOWED_TEXT))
    if not policies.allows(Policy.COPY_CREDENTIAL):
        forbidden += (ActionId.COPY_CREDENTIAL,)
        field.forbid_copying()
    for one in forbidden:
        words = actions[one].text()
        actions.set_text(
            one, translate("{action} (not allowed by your administrator)", action=words)
        )
        actions[one].forbid()
