"""A line edit for secrets, of which assistive programs learn only whether something is in it.

``QLineEdit`` in password mode hides its text from whoever asks for it, and spells it all the same:
each typed letter, and the whole text when it is replaced, stand in the events that go to screen
readers and to every other program on the accessibility bus. So the interface of this field is not
Qt's own: it has no text interface, and the platforms' bridges drop text events of an object that
has none (AT-SPI), or send them without the text (UI Automation, NSAccessibility).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QLoggingCategory, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from inspector_app.desktop.qt_override import qt_override
from inspector_app.desktop.theme.translation import translate

_TEXT_QUERIES: Final = frozenset(
    {
        Qt.InputMethodQuery.ImSurroundingText,
        Qt.InputMethodQuery.ImCurrentSelection,
        Qt.InputMethodQuery.ImTextBeforeCursor,
        Qt.InputMethodQuery.ImTextAfterCursor,
    }
)

_HINTS: Final = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(QLineEdit):
    """A line edit in password mode. Neither assistive programs nor input methods get its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _install_factory()
        self._was_empty = True
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textChanged.connect(self._announce_emptiness)

    @qt_override
    def setEchoMode(self, mode: QLineEdit.EchoMode) -> None:
        """Hide or reveal the text; Qt takes the hints away from one that is revealed."""
        super().setEchoMode(mode)
        self.setInputMethodHints(_HINTS)

    @qt_override
    def inputMethodQuery(  # type: ignore[override]  # Qt's other overload is not virtual
        self, query: Qt.InputMethodQuery
    ) -> object:
        """Answer an input method, which may be another program: never with the text."""
        if query in _TEXT_QUERIES:
            return ""
        return super().inputMethodQuery(query)

    @Slot(str)
    def _announce_emptiness(self, text: str) -> None:
        if self._was_empty == (not text):
            return
        self._was_empty = not text
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)


class _SecretInterface(QAccessibleObject):
    """What assistive programs see of a ``SecretField``: name, state, buttons, and no text."""

    @property
    def _field(self) -> SecretField | None:
        """The field; None while Qt ends it. Held by nothing here: PySide keeps interfaces."""
        field = self.object()
        return field if isinstance(field, SecretField) else None

    @qt_override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.EditableText

    @qt_override
    def state(self) -> QAccessible.State:
        field, state = self._field, QAccessible.State()
        if field is None:
            state.invalid = 1
            return state
        for name, is_set in {
            "passwordEdit": True,
            "editable": True,
            "readOnly": field.isReadOnly(),
            "focusable": field.isEnabled(),
            "focused": field.hasFocus(),
            "active": field.isActiveWindow(),
            "disabled": not field.isEnabled(),
            "invisible": not field.isVisible(),
        }.items():
            setattr(state, name, int(is_set))
        return state

    @qt_override
    def text(self, kind: QAccessible.Text) -> str:
        field = self._field
        if field is not None and kind is QAccessible.Text.Name:
            return field.accessibleName() or _find_label_text(field)
        if field is not None and kind is QAccessible.Text.Description:
            return translate("filled in") if field.text() else translate("empty")
        return ""

    @qt_override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Assistive programs cannot set the text: they would have to have it."""

    @qt_override
    def parent(self) -> QAccessibleInterface:
        parent = None if self._field is None else self._field.parent()
        return QAccessible.queryAccessibleInterface(parent)  # type: ignore[arg-type]  # None: None

    @qt_override
    def window(self) -> QWindow | None:  # type: ignore[override]  # no window is None, as in C++
        return None if self._field is None else self._field.window().windowHandle()

    @qt_override
    def rect(self) -> QRect:
        field = self._field
        return QRect() if field is None else QRect(field.mapToGlobal(QPoint(0, 0)), field.size())

    @qt_override
    def childCount(self) -> int:
        return len(self._list_buttons())

    @qt_override
    def child(  # type: ignore[override]  # no child is None, as in C++
        self, index: int
    ) -> QAccessibleInterface | None:
        buttons = self._list_buttons()
        if not 0 <= index < len(buttons):
            return None
        return QAccessible.queryAccessibleInterface(buttons[index])

    @qt_override
    def childAt(  # type: ignore[override]  # no child is None, as in C++
        self, x: int, y: int
    ) -> QAccessibleInterface | None:
        for button in self._list_buttons():
            if QRect(button.mapToGlobal(QPoint(0, 0)), button.size()).contains(x, y):
                return QAccessible.queryAccessibleInterface(button)
        return None

    @qt_override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        target = child.object()
        places = enumerate(self._list_buttons())
        return next((place for place, button in places if button is target), -1)

    @qt_override
    def foregroundColor(self) -> QColor:
        return QColor() if self._field is None else self._field.palette().text().color()

    @qt_override
    def backgroundColor(self) -> QColor:
        return QColor() if self._field is None else self._field.palette().base().color()

    def _list_buttons(self) -> list[QToolButton]:
        """List the buttons of the field's actions, which stand inside it."""
        if self._field is None:
            return []
        return self._field.findChildren(
            QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly
        )


def _find_label_text(field: QWidget) -> str:
    """Find the text of the label that the field is the buddy of, without the mnemonic's mark."""
    parent = field.parentWidget()
    labels = parent.findChildren(QLabel) if parent is not None else ()
    return next((one.text().replace("&", "") for one in labels if one.buddy() is field), "")


def _create_interface(_class_name: str, target: QObject) -> QAccessibleInterface | None:
    """Create the interface of a secret field; None for others, which have Qt's own.

    A new one at each call: Qt asks again for a field whose meta-object has changed, as it does when
    a slot is connected, and deletes each that it was given. PySide keeps the Python halves.
    """
    return _SecretInterface(target) if isinstance(target, SecretField) else None


@cache
def _install_factory() -> None:
    """Install the factory, once for the process."""
    QAccessible.installFactory(_create_interface)
    # Qt's bridge warns at each text event that it drops, and dropping them is the purpose.
    QLoggingCategory.setFilterRules("qt.accessibility.atspi.warning=false")
