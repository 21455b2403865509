"""What a screen reader, and every other program on the accessibility bus, learns of a secret."""

import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QAccessible, QInputMethodQueryEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.desktop.main_window.token_field import TokenField
from inspector_app.desktop.widgets.accessible_role import set_accessible_role
from inspector_app.desktop.widgets.secret_field import SecretField
from tests.virtual_screen import focus, hand

PASSWORD_TEXT = 40  # ATSPI_ROLE_PASSWORD_TEXT
SECRET = "IAM_S_zqxjkvbwzqxjkvbwzqxj"

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is Linux's")


@pytest.fixture
def bus(screen):
    from tests.accessibility_bus import accessibility_bus  # its client is there on Linux alone

    with accessibility_bus(screen) as running:
        yield running


@contextmanager
def started(bus, *arguments):
    running = subprocess.Popen(
        [sys.executable, *arguments],
        env=bus.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with running:
        try:
            yield running
        finally:
            running.kill()


def described(words):
    return lambda _sender, _path, member, body: (
        member == "PropertyChange" and body[0] == "accessible-description" and body[3][1] == words
    )


def gone(name):
    return lambda _sender, _path, member, body: (
        member == "NameOwnerChanged" and body[0] == name and body[2] == ""
    )


def spelled(bus, path):
    """Every text that the field at that path said, and the secret, whoever said it."""
    spoken = {"TextChanged", "TextCaretMoved"}
    return [
        event
        for event in bus.heard
        if (event[1] == path and event[2] in spoken) or SECRET[:-1] in str(event)
    ]


@linux
def test_a_token_typed_into_the_real_app_is_not_spelled(screen, bus):
    """A1: neither letter by letter, nor whole when Enter masks it; only that something is there."""
    with started(bus, "-m", "inspector_app", "--demo") as app:
        focus(screen, "EnOS Session Inspector", app)
        sender, path, *_ = bus.listen(described("filled in"))  # the demo's token
        hand(screen, "type", SECRET)
        bus.listen(described("empty"))
        bus.listen(described("filled in"))
        hand(screen, "key", "Return")
        where = sender, path, "org.a11y.atspi.Accessible"
        assert bus.call(*where, "GetRole") == (PASSWORD_TEXT,)
        (interfaces,) = bus.call(*where, "GetInterfaces")
        assert not {"Text", "EditableText", "Value"} & {one.split(".")[-1] for one in interfaces}
        assert bus.get(*where, "Name") == "Session token"
        assert bus.get(*where, "Description") == "filled in"
        hand(screen, "key", "ctrl+q")
        bus.listen(gone(sender))
    assert spelled(bus, path) == []


FIELDS = """
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from inspector_app.desktop.environments.connection_section import ConnectionSection
from inspector_app.desktop.main_window.token_field import TokenField
from inspector_app.desktop.theme.theme import Theme
from inspector_app.settings.user_settings import ThemeMode
application = QApplication(["fields"])
theme = Theme(application, ThemeMode.LIGHT)
window = QWidget()
window.setWindowTitle("Fields")
token, section = TokenField(theme), ConnectionSection(theme)
layout = QVBoxLayout(window)
layout.addWidget(token)
layout.addWidget(section)
section.header.setChecked(True)
field = {field}
def reveal():
    reveal = token.actions()[-1]
    reveal.trigger()
    reveal.trigger()
    field.clear()
    window.close()
field.returnPressed.connect(reveal)
window.show()
field.setFocus()
application.exec()
"""


@linux
@pytest.mark.parametrize("field", ["token", "section.secret_key", "section.proxy_password"])
def test_no_field_for_secrets_spells_what_is_typed_deleted_or_revealed(screen, bus, field):
    """A1."""
    code = FIELDS.replace("{field}", field)
    if field == "section.proxy_password":
        code = code.replace("window.show()", "section.proxy.set_current_index(2)\nwindow.show()")
    with started(bus, "-c", code) as app:
        focus(screen, "Fields", app)
        hand(screen, "type", SECRET)
        sender, path, *_ = bus.listen(described("filled in"))
        hand(screen, "key", "BackSpace")
        hand(screen, "key", "Return")
        bus.listen(described("empty"))
        bus.listen(gone(sender))
        said, _ = app.communicate(timeout=20)
    assert (app.returncode, said) == (0, "")
    assert spelled(bus, path) == []


def get_interface(field):
    return QAccessible.queryAccessibleInterface(field)


def test_the_interface_of_a_secret_says_no_more_than_that_there_is_one(qtbot, appearance):
    """A1: at whatever moment it is asked, masked or revealed."""
    field = TokenField(appearance)
    qtbot.addWidget(field)
    field.show()
    interface = get_interface(field)
    reveal = field.actions()[-1]
    for text, words in (("", "empty"), (SECRET, "filled in")):
        field.set_raw_text(text)
        for _ in range(2):
            assert interface.textInterface() is interface.editableTextInterface() is None
            assert interface.valueInterface() is None
            assert interface.text(QAccessible.Text.Value) == ""
            assert interface.text(QAccessible.Text.Description) == words
            assert interface.state().passwordEdit
            reveal.trigger()


def test_the_interface_leads_to_the_buttons_inside_and_to_the_window(qtbot, appearance):
    field = TokenField(appearance)
    qtbot.addWidget(field)
    field.show()
    interface = get_interface(field)
    names = [
        interface.child(number).text(QAccessible.Text.Name)
        for number in range(interface.childCount())
    ]
    assert "Show the token" in names
    last = interface.child(interface.childCount() - 1)
    assert interface.indexOfChild(last) == interface.childCount() - 1
    middle = last.rect().center()
    assert interface.childAt(middle.x(), middle.y()).object() is last.object()
    assert interface.childAt(-1, -1) is interface.child(99) is None
    assert interface.rect() == QRect(field.mapToGlobal(field.rect().topLeft()), field.size())
    assert interface.parent() is None
    assert interface.window() is field.windowHandle()


def test_every_field_that_masks_a_credential_is_one_for_secrets(demo, qtbot):
    """A1: a password field of Qt's own spells; no window of the app has one."""
    demo.window.action_collection[ActionId.ADD_ENVIRONMENT].trigger()
    dialog = demo.window.findChild(EnvironmentDialog)
    fields = [
        one for one in demo.window.findChildren(QLineEdit) if not isinstance(one, SecretField)
    ]
    assert len(fields) > 3
    assert all(one.echoMode() is QLineEdit.EchoMode.Normal for one in fields)
    assert get_interface(dialog.connection.secret_key).text(QAccessible.Text.Name) == "SecretKey"
    dialog.close()


def test_an_input_method_does_not_get_the_text_around_the_cursor(qtbot, appearance):
    """A1: it may be another program, and learn from what it is given."""
    field = TokenField(appearance)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, SECRET)
    for query in Qt.InputMethodQuery:
        asked = QInputMethodQueryEvent(query)
        QCoreApplication.sendEvent(field, asked)
        assert SECRET not in str(asked.value(query))


def test_a_field_that_ends_takes_its_interface_with_it(qtbot):
    for _ in range(100):
        field = SecretField()
        assert get_interface(field).object() is field
        field.deleteLater()
        qtbot.waitSignal(field.destroyed, timeout=5000).wait()


class Field(SecretField):
    def hear(self):
        """A slot of its own, which becomes part of the meta-object as it is connected."""


class Button(QToolButton):
    def hear(self):
        """The same."""


def create_button_of_a_role():
    button = Button()
    set_accessible_role(button, QAccessible.Role.PageTab)
    return button


@pytest.mark.parametrize("create", [Field, create_button_of_a_role])
def test_a_widget_that_changed_has_an_interface_of_its_own_each_time_that_qt_asks(create, qtbot):
    """Qt deletes each that it was given: the same one given twice ended the process."""
    widget = create()
    before = get_interface(widget)
    widget.windowTitleChanged.connect(widget.hear)
    after = get_interface(widget)
    assert after is not before
    widget.deleteLater()
    qtbot.waitSignal(widget.destroyed, timeout=5000).wait()
    assert not shiboken6.isValid(before)
    assert not shiboken6.isValid(after)


SYSTEM_PYTHON = Path("/usr/bin/python3")
WALK = Path(__file__).parents[1] / "spoken_walk.py"


def listen_to_all(bus):
    """What a client with the system's own library finds on the bus, a line for each thing."""
    clean = {key: value for key, value in bus.environment.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [SYSTEM_PYTHON, WALK, "enos-session-inspector"],
        env=clean,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def named(words):
    return lambda _sender, _path, member, body: (
        member == "PropertyChange" and body[0] == "accessible-name" and words in str(body[3][1])
    )


SPOKEN = (
    "frame | mara.lindqvist, Demo: EnOS Session Inspector",
    "push button | Environment: Demo | opens a menu",
    "password text | Session token | focused",
    "push button | Inspect",
    "push button | More | opens a menu",
    "image | OK",
    "label | Session valid, about",
    "label | User: mara.lindqvist",
    "label | Working organization: Head Office",
    "label | Fingerprint of the token: ",
    "label | Organization admin",
    "image | Notice",
    "radio button | Reply in English",
    "image | Session created ",
    "page tab list | How to look at the answer",
    "page tab | Tree | selected",
    "page tab | JSON",
    "page tab | Request",
    "table cell | Organizations, Head Office, works in the home organization",
)
"""The main job, each beginning of a line in whatever order the window builds its parts."""


@linux
def test_the_main_job_is_spoken_by_a_real_client_on_a_real_bus(screen, bus):
    """Each thing by the role, the name and the state that a reader says."""
    with started(bus, "-m", "inspector_app", "--demo") as app:
        focus(screen, "EnOS Session Inspector", app)
        sender, *_ = bus.listen(described("filled in"))
        hand(screen, "key", "Return")
        bus.listen(named("Session valid, about"))
        spoken = listen_to_all(bus)
        hand(screen, "key", "ctrl+q")
        bus.listen(gone(sender))
    missing = [one for one in SPOKEN if not any(line.startswith(one) for line in spoken)]
    assert missing == [], "\n".join(spoken)
    assert not [one for one in spoken if re.search(r"<|IAM_S_\w", one)], "markup, or a token"
