"""On macOS no other program reads the keys while a field of secrets has the focus."""

import pytest
import shiboken6
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector_app.desktop.guards.secure_input import SecureInput
from inspector_app.desktop.widgets.secret_field import SecretField
from tests.system.mac import mac


@pytest.fixture
def machine():
    with mac() as made:
        yield made


@pytest.fixture
def fields(qtbot, machine):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    plain, secret = QLineEdit(), SecretField()
    layout.addWidget(plain)
    layout.addWidget(secret)
    guard = SecureInput(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(plain.hasFocus)
    yield guard, window, plain, secret
    shiboken6.delete(guard)  # at once: in the next test the focus moves where there is no macOS


def test_it_is_on_as_long_as_the_field_has_the_focus(fields, machine, qtbot):
    """A3."""
    _, _, plain, secret = fields
    assert machine.secure_inputs == 0
    secret.setFocus()
    qtbot.waitUntil(secret.hasFocus)
    assert machine.secure_inputs == 1
    secret.setFocus()
    plain.setFocus()
    assert machine.secure_inputs == 0


def test_it_is_off_in_the_background_and_at_the_end(fields, machine, qapp, qtbot):
    guard, window, _, secret = fields
    secret.setFocus()
    qtbot.waitUntil(lambda: machine.secure_inputs == 1)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: machine.secure_inputs == 0)
    window.activateWindow()
    qtbot.waitUntil(lambda: machine.secure_inputs == 1)
    guard.stop()
    guard.stop()
    assert machine.secure_inputs == 0
    other.activateWindow()
    window.activateWindow()
    qtbot.waitUntil(lambda: machine.secure_inputs == 1)
    qapp.aboutToQuit.emit()
    assert machine.secure_inputs == 0


def test_a_field_that_goes_with_the_focus_leaves_nothing_on(fields, machine, qtbot):
    _, window, _, secret = fields
    secret.setFocus()
    qtbot.waitUntil(lambda: machine.secure_inputs == 1)
    secret.deleteLater()
    qtbot.waitUntil(lambda: machine.secure_inputs == 0)
    assert window.isVisible()
