"""Context menu of an answer's row or line: the formats in which it can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.theme.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction

    from inspector_app.desktop.widgets.menu import Menu
    from inspector_app.session.presentation.outline import Node

_PRIMARY_ACTIONS: Final = (ActionId.COPY_VALUE, ActionId.COPY_PATH)
_COPY_AS_GROUPS: Final = (
    (ActionId.COPY_SUBTREE, ActionId.COPY_NAME, ActionId.COPY_ROW),
    (ActionId.COPY_POINTER, ActionId.COPY_QUERY),
    (ActionId.COPY_TIME, ActionId.COPY_SECONDS, ActionId.COPY_MILLISECONDS),
)
ROW_ACTIONS: Final = (
    *_PRIMARY_ACTIONS,
    *(do for group in _COPY_AS_GROUPS for do in group),
    ActionId.COPY_CREDENTIAL,
)
"""Every copy action for a row of the answer."""

MEMBER_ACTIONS: Final = tuple(
    do for do in ROW_ACTIONS if do not in {ActionId.COPY_ROW, ActionId.COPY_CREDENTIAL}
)
"""Every copy action for a member in the answer's text."""

_TIME_ACTIONS: Final = frozenset(
    {ActionId.COPY_TIME, ActionId.COPY_SECONDS, ActionId.COPY_MILLISECONDS}
)
_PATH_ACTIONS: Final = frozenset(
    {ActionId.COPY_PATH, ActionId.COPY_POINTER, ActionId.COPY_QUERY, ActionId.COPY_NAME}
)


def filter_actions(nodes: tuple[Node, ...], offered: Iterable[ActionId]) -> tuple[ActionId, ...]:
    """Filter the offered actions by whether these rows have something to copy."""
    if len(nodes) != 1:
        return tuple(do for do in offered if do is ActionId.COPY_ROW and nodes)
    return tuple(do for do in offered if _is_applicable(do, nodes[0]))


def fill_copy_menu(
    menu: Menu, applicable: tuple[ActionId, ...], get_action: Callable[[ActionId], QAction]
) -> None:
    """Add the frequent formats, the others in a submenu; ``get_action`` looks up actions."""
    for do in _PRIMARY_ACTIONS:
        if do in applicable:
            menu.addAction(get_action(do))
    forms = menu.add_submenu(translate("Copy as"))
    for group in _COPY_AS_GROUPS:
        forms.addSeparator()  # Qt hides leading, trailing and adjacent separators
        for do in group:
            if do in applicable:
                forms.addAction(get_action(do))
    forms.menuAction().setVisible(
        any(do in applicable for group in _COPY_AS_GROUPS for do in group)
    )
    if ActionId.COPY_CREDENTIAL in applicable:
        menu.addSeparator()
        menu.addAction(get_action(ActionId.COPY_CREDENTIAL))


def _is_applicable(action_id: ActionId, node: Node) -> bool:
    from inspector_app.report import clipboard_text

    if action_id is ActionId.COPY_CREDENTIAL:
        return node.is_secret
    if action_id is ActionId.COPY_VALUE:
        return clipboard_text.has_value(node)
    if action_id in _TIME_ACTIONS:
        return clipboard_text.find_time(node) is not None
    return action_id not in _PATH_ACTIONS or bool(node.path)
