"""Context menu of an answer's row or line: the formats in which it can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.desktop.actions import Do
from inspector_app.desktop.look.words import say
from inspector_app.report import copying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction

    from inspector_app.session.telling.outline import Node

_FIRST: Final = (Do.COPY_VALUE, Do.COPY_PATH)
_FORMS: Final = (
    (Do.COPY_SUBTREE, Do.COPY_NAME, Do.COPY_ROW),
    (Do.COPY_POINTER, Do.COPY_QUERY),
    (Do.COPY_TIME, Do.COPY_SECONDS, Do.COPY_MILLISECONDS),
)
ABOUT_A_ROW: Final = (*_FIRST, *(do for group in _FORMS for do in group), Do.COPY_CREDENTIAL)
"""Every copy action for a row of the answer."""

ABOUT_A_MEMBER: Final = tuple(
    do for do in ABOUT_A_ROW if do not in {Do.COPY_ROW, Do.COPY_CREDENTIAL}
)
"""Every copy action for a member in the answer's text."""

_OF_TIME: Final = frozenset({Do.COPY_TIME, Do.COPY_SECONDS, Do.COPY_MILLISECONDS})
_OF_A_WAY: Final = frozenset({Do.COPY_PATH, Do.COPY_POINTER, Do.COPY_QUERY, Do.COPY_NAME})


def fitting(nodes: tuple[Node, ...], offered: Iterable[Do]) -> tuple[Do, ...]:
    """Filter the offered actions by whether these rows have something to copy."""
    if len(nodes) != 1:
        return tuple(do for do in offered if do is Do.COPY_ROW and nodes)
    return tuple(do for do in offered if _fits(do, nodes[0]))


def copy_menu(parent: QWidget) -> QMenu:
    """Create an empty menu that is deleted when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def fill(menu: QMenu, fit: tuple[Do, ...], entry: Callable[[Do], QAction]) -> None:
    """Add the frequent formats, the others in a submenu; ``get_action`` looks up actions."""
    for do in _FIRST:
        if do in fit:
            menu.addAction(entry(do))
    forms = menu.addMenu(say("Copy as"))
    for group in _FORMS:
        forms.addSeparator()  # Qt hides leading, trailing and adjacent separators
        for do in group:
            if do in fit:
                forms.addAction(entry(do))
    forms.menuAction().setVisible(any(do in fit for group in _FORMS for do in group))
    if Do.COPY_CREDENTIAL in fit:
        menu.addSeparator()
        menu.addAction(entry(Do.COPY_CREDENTIAL))


def _fits(do: Do, node: Node) -> bool:
    if do is Do.COPY_CREDENTIAL:
        return node.is_secret
    if do is Do.COPY_VALUE:
        return copying.has_value(node)
    if do in _OF_TIME:
        return copying.find_time(node) is not None
    return do not in _OF_A_WAY or bool(node.path)
