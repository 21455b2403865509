"""The menu over a row or a line of the answer: the forms in which it can be copied."""

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
"""Every action that is about a row of the answer."""

ABOUT_A_MEMBER: Final = tuple(
    do for do in ABOUT_A_ROW if do not in {Do.COPY_ROW, Do.COPY_CREDENTIAL}
)
"""Every action that is about a member of the answer's text."""

_OF_TIME: Final = frozenset({Do.COPY_TIME, Do.COPY_SECONDS, Do.COPY_MILLISECONDS})
_OF_A_WAY: Final = frozenset({Do.COPY_PATH, Do.COPY_POINTER, Do.COPY_QUERY, Do.COPY_NAME})


def fitting(nodes: tuple[Node, ...], offered: Iterable[Do]) -> tuple[Do, ...]:
    """Those of the offered actions that have something to copy of these rows."""
    if len(nodes) != 1:
        return tuple(do for do in offered if do is Do.COPY_ROW and nodes)
    return tuple(do for do in offered if _fits(do, nodes[0]))


def copy_menu(parent: QWidget) -> QMenu:
    """An empty menu that is gone when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def fill(menu: QMenu, fit: tuple[Do, ...], entry: Callable[[Do], QAction]) -> None:
    """The frequent forms, then the others in a menu of their own; ``entry`` gives the actions."""
    for do in _FIRST:
        if do in fit:
            menu.addAction(entry(do))
    forms = menu.addMenu(say("Copy as"))
    for group in _FORMS:
        forms.addSeparator()  # those that stand first, last or twice are not shown
        for do in group:
            if do in fit:
                forms.addAction(entry(do))
    forms.menuAction().setVisible(any(do in fit for group in _FORMS for do in group))
    if Do.COPY_CREDENTIAL in fit:
        menu.addSeparator()
        menu.addAction(entry(Do.COPY_CREDENTIAL))


def _fits(do: Do, node: Node) -> bool:
    if do is Do.COPY_CREDENTIAL:
        return node.secret
    if do is Do.COPY_VALUE:
        return copying.has_value(node)
    if do in _OF_TIME:
        return copying.time_of(node) is not None
    return do not in _OF_A_WAY or bool(node.path)
