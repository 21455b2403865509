"""A field of secrets is heard of by name and state, and its text by nobody."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from inspector_app.desktop.widgets import secret_field
from inspector_app.desktop.widgets.secret_field import SecretField

SECRET = "IAM_S_" + "Mx9cTf5j" * 4
HIDDEN = (
    Qt.InputMethodQuery.ImSurroundingText,
    Qt.InputMethodQuery.ImCurrentSelection,
    Qt.InputMethodQuery.ImTextBeforeCursor,
    Qt.InputMethodQuery.ImTextAfterCursor,
)
STATES = [
    "passwordEdit",
    "editable",
    "readOnly",
    "focusable",
    "focused",
    "active",
    "disabled",
    "invisible",
]


@pytest.fixture
def window(qtbot):
    """A field with a label and a button in it, in a window that is shown."""
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    label, other, field = QLabel("&Secret key:"), QLineEdit(), SecretField()
    label.setBuddy(field)
    for one in (label, other, field):
        layout.addWidget(one)
    field.addAction(QAction("Reveal", field), QLineEdit.ActionPosition.TrailingPosition)
    made.resize(300, 200)
    made.show()
    return made


@pytest.fixture
def field(window):
    return window.findChild(SecretField)


def spoken(field):
    return QAccessible.queryAccessibleInterface(field)


def test_input_methods_get_no_text_and_are_told_that_it_is_secret(field):
    """A1: they may be other programs."""
    field.setText(SECRET)
    field.selectAll()
    for query in HIDDEN:
        assert field.inputMethodQuery(query) == ""
    assert field.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition) == len(SECRET)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    for mode in (QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password):
        hints = field.inputMethodHints()
        for hint in ("HiddenText", "SensitiveData", "NoPredictiveText", "NoAutoUppercase"):
            assert hints & Qt.InputMethodHint[f"Imh{hint}"], hint
        field.setEchoMode(mode)  # a revealed secret is learned by nobody either


def test_a_reader_hears_its_name_and_whether_it_is_filled_in(field):
    """A1."""
    heard = spoken(field)
    assert heard.role() is QAccessible.Role.EditableText
    assert heard.text(QAccessible.Text.Name) == "Secret key:"
    assert heard.text(QAccessible.Text.Description) == "empty"
    field.setText(SECRET)
    assert heard.text(QAccessible.Text.Description) == "filled in"
    assert heard.text(QAccessible.Text.Value) == ""
    assert heard.text(QAccessible.Text.Help) == ""
    heard.setText(QAccessible.Text.Value, "set")
    assert field.text() == SECRET
    field.setAccessibleName("Named")
    assert heard.text(QAccessible.Text.Name) == "Named"
    alone = SecretField()
    assert spoken(alone).text(QAccessible.Text.Name) == ""
    assert heard.textInterface() is None or heard.textInterface().text(0, 9) == ""


def test_a_reader_is_told_when_it_is_filled_in_or_emptied_and_of_no_letter(field, monkeypatch):
    """A1."""
    told = []

    class Reader(QAccessible):
        @staticmethod
        def updateAccessibility(event):  # noqa: N802  # Qt's own name
            told.append((event.type(), event.object() is field, bool(field.text())))

    monkeypatch.setattr(secret_field, "QAccessible", Reader)
    changed = QAccessible.Event.DescriptionChanged
    for text in (SECRET, SECRET[:9], "", ""):
        field.setText(text)
    assert told == [(changed, True, True), (changed, True, False)]


def test_its_state_is_that_of_the_field(field, window, qtbot):
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    def told():
        state = spoken(field).state()
        return {name for name in STATES if getattr(state, name)}

    usual = {"passwordEdit", "editable", "focusable", "focused", "active"}
    assert told() == usual
    field.setReadOnly(True)
    assert told() == usual | {"readOnly"}
    field.setReadOnly(False)
    window.findChildren(QLineEdit)[0].setFocus()
    assert told() == usual - {"focused"}
    field.setEnabled(False)
    assert {"disabled", "focusable"} & told() == {"disabled"}
    field.hide()
    assert "invisible" in told()


def test_it_stands_where_it_is_seen_with_its_buttons(field, window):
    heard = spoken(field)
    (button,) = field.findChildren(QToolButton)
    assert heard.rect() == QRect(field.mapToGlobal(QPoint(0, 0)), field.size())
    assert heard.parent().object() is window
    assert heard.window() is window.windowHandle()
    assert heard.childCount() == 1
    assert heard.child(0).object() is button
    assert heard.child(1) is None
    assert heard.child(-1) is None
    assert heard.indexOfChild(heard.child(0)) == 0
    assert heard.indexOfChild(spoken(window)) == -1
    middle = button.mapToGlobal(button.rect().center())
    assert heard.childAt(middle.x(), middle.y()).object() is button
    outside = field.mapToGlobal(QPoint(-5, -5))
    assert heard.childAt(outside.x(), outside.y()) is None
    assert heard.foregroundColor() == field.palette().text().color()
    assert heard.backgroundColor() == field.palette().base().color()


def test_other_fields_are_heard_as_ever(window):
    other = next(one for one in window.findChildren(QLineEdit) if not isinstance(one, SecretField))
    other.setText("words")
    assert spoken(other).text(QAccessible.Text.Value) == "words"
