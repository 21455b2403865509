"""Whose answer it is: its token's fingerprint, its user, its environment and its age."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from inspector_app.desktop.actions import ACTION_SPECS, ActionId
from inspector_app.desktop.theme.translation import join_facts, render_text, translate
from inspector_app.desktop.widgets.plain_text import (
    MAX_SHOWN_LENGTH,
    to_menu_text,
    to_plain_text,
)
from inspector_app.session.time_format import format_relative

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.desktop.actions import ActionCollection
    from inspector_app.inspection.run_inspection import InspectionResult

_MAX_NAME_LENGTH: Final = 32
"""Characters of a user's name in a line or on a button; the tree shows all of it."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose session it is, each part empty where the answer does not tell it.

    ``user`` is a name, ``organization`` a name, else an id; in screen-share mode the labels that
    stand for them. ``fingerprint`` is the token's. ``is_of_portal`` says that a portal token
    stands for it.
    """

    user: str = ""
    organization: str = ""
    fingerprint: str = ""
    is_of_portal: bool = False


def identify_owner(result: InspectionResult) -> Identity:
    """Whose answer it is: names as they were sent, credentials masked, long ones cut off."""
    from inspector_app.inspection.locked_result import get_fingerprint

    parsed = result.analyzed.parsed
    session = None if parsed is None else parsed.session
    user = None if session is None else session.user
    works_in = None if session is None else session.working_organization
    secrets = result.analyzed.credentials

    def format_name(name: str) -> str:
        # No more is searched than is ever shown: this is done each second, of any length.
        masked = secrets.mask_text(name[:MAX_SHOWN_LENGTH])
        is_short = len(masked) <= _MAX_NAME_LENGTH
        return masked if is_short else masked[: _MAX_NAME_LENGTH - 1] + "…"

    return Identity(
        "" if user is None else format_name(user.name.value or ""),
        "" if works_in is None else format_name(works_in.display_name),
        get_fingerprint(result),
        is_of_portal=session is not None and session.is_of_portal,
    )


def get_owner_name(result: InspectionResult) -> str:
    """The user's name as the answer has it, else the token's fingerprint; empty without both."""
    owner = identify_owner(result)
    return owner.user or owner.fingerprint


def describe_title(result: InspectionResult) -> str:
    """User and environment of an answer, for the window's title."""
    facts = (identify_owner(result).user, result.environment.name)
    return join_facts(escape_title(one) for one in facts)


def escape_title(text: str) -> str:
    """A text as a title shows it: Qt takes ``[*]`` for the mark of a changed document."""
    return to_plain_text(text).replace("[*]", "[*][*]")


def describe_token(results: Iterable[InspectionResult], fingerprint: str) -> str:
    """A token's fingerprint, and its user's name where one of these results tells it."""
    from inspector_app.inspection.locked_result import get_fingerprint

    for result in results:
        if fingerprint and get_fingerprint(result) == fingerprint:
            name = get_owner_name(result)
            return fingerprint if name == fingerprint else join_facts((fingerprint, name))
    return fingerprint


def describe_owner(result: InspectionResult, now: float) -> str:
    """One line with fingerprint, user, environment and age, as of ``now`` in epoch seconds."""
    from inspector_app.inspection.locked_result import get_fingerprint

    name = get_owner_name(result)
    fingerprint = get_fingerprint(result)
    age = render_text(format_relative(result.analyzed.taken_at, now))
    facts = (fingerprint, "" if name == fingerprint else name, result.environment.name, age)
    return join_facts(facts)


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
