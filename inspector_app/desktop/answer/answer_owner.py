"""Whose answer it is: its token's fingerprint, its user, its environment and its age."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.desktop.actions import ACTION_SPECS, ActionId
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.desktop.widgets.plain_text import to_menu_text
from inspector_app.session.time_format import format_relative

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.desktop.actions import ActionCollection
    from inspector_app.inspection.run_inspection import InspectionResult

_MAX_NAME_LENGTH: Final = 32
"""Characters of a user's name in a line or on a button; the tree shows all of it."""


def get_owner_name(result: InspectionResult) -> str:
    """The user's name as the answer has it, else the token's fingerprint; empty without both.

    In screen-share mode the name is the label that stands for it.
    """
    parsed = result.analyzed.parsed
    session = None if parsed is None else parsed.session
    name = None if session is None or session.user is None else session.user.name.value
    if name:
        return name if len(name) <= _MAX_NAME_LENGTH else name[: _MAX_NAME_LENGTH - 1] + "…"
    return "" if result.token is None else result.token.fingerprint


def describe_token(results: Iterable[InspectionResult], fingerprint: str) -> str:
    """A token's fingerprint, and its user's name where one of these results tells it."""
    for result in results:
        if result.token is not None and result.token.fingerprint == fingerprint:
            name = get_owner_name(result)
            return fingerprint if name == fingerprint else f"{fingerprint}, {name}"
    return fingerprint


def describe_owner(result: InspectionResult, now: float) -> str:
    """One line with fingerprint, user, environment and age, as of ``now`` in epoch seconds."""
    name = get_owner_name(result)
    fingerprint = "" if result.token is None else result.token.fingerprint
    age = render_text(format_relative(result.analyzed.taken_at, now))
    facts = (fingerprint, "" if name == fingerprint else name, result.environment.name, age)
    return ", ".join(one for one in facts if one)


def name_report_actions(actions: ActionCollection, owner: str) -> None:
    """Let the actions that copy a report say whose it is; an empty owner goes unsaid."""
    name = to_menu_text(owner)
    named = {
        ActionId.COPY_REPORT: translate("Copy report of {name}", name=name),
        ActionId.COPY_MARKDOWN: translate("Markdown (GitHub), report of {name}", name=name),
        ActionId.COPY_JIRA: translate("Jira, report of {name}", name=name),
    }
    for do, words in named.items():
        actions.set_text(do, words if owner else render_text(ACTION_SPECS[do].text))
