"""Roles for widgets that assistive programs would take for something else, or for nothing.

Qt gives a plain widget no role that a screen reader reads, and a button that is one of several tabs
that of a check box.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from inspector_app.desktop.qt_override import qt_override

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_ROLE_PROPERTY: Final = "accessible_role"


def set_accessible_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let assistive programs take the widget for this; before they have asked for it."""
    _install_factory()
    widget.setProperty(_ROLE_PROPERTY, role.value)


class _RoleInterface(QAccessibleWidget):
    """A widget's own interface but for its role, and for what a button of that role is said to do.

    Of QAccessibleWidget alone a button has neither name, state nor action.
    """

    @property
    def _button(self) -> QAbstractButton | None:
        widget = self.object()
        return widget if isinstance(widget, QAbstractButton) else None

    @qt_override
    def text(self, kind: QAccessible.Text) -> str:
        found = super().text(kind)
        if kind is QAccessible.Text.Name and not found and self._button is not None:
            return self._button.text().replace("&", "")
        return found

    @qt_override
    def state(self) -> QAccessible.State:
        state = super().state()
        state.hasPopup = int(self.role() is QAccessible.Role.ButtonMenu)
        if self._button is not None and self._button.isCheckable():
            is_tab = self.role() is QAccessible.Role.PageTab
            names = ("selectable", "selected") if is_tab else ("checkable", "checked")
            for name, is_set in zip(names, (True, self._button.isChecked()), strict=True):
                setattr(state, name, int(is_set))
        return state

    @qt_override
    def actionNames(self) -> list[str]:
        press = [] if self._button is None else [self.pressAction()]
        return [*press, *super().actionNames()]

    @qt_override
    def doAction(self, name: str) -> None:
        if self._button is not None and name == self.pressAction():
            self._button.click()
        else:
            super().doAction(name)


def _create_interface(_class_name: str, target: QObject) -> QAccessibleInterface | None:
    """Create the interface of a widget that has a role here; None for others.

    A new one at each call: Qt asks again for a widget whose meta-object has changed, as it does
    when a slot is connected, and deletes each that it was given. PySide keeps the Python halves.
    """
    if not isinstance(target, QWidget):
        return None
    role = target.property(_ROLE_PROPERTY)
    return None if role is None else _RoleInterface(target, QAccessible.Role(role))


@cache
def _install_factory() -> None:
    """Install the factory, once for the process."""
    QAccessible.installFactory(_create_interface)
