"""The status line says for how long a credential is in the clipboard, and takes it out."""

from PySide6.QtWidgets import QWidget

from inspector_app.desktop.clipboard import Clipboard
from inspector_app.desktop.guards.clipboard_status import ClipboardStatus
from tests.desktop.at_work import clipboard

SECRET = "IAM_S_" + "Yd5mQw8t" * 4


def test_it_is_there_while_a_credential_is_and_clears_it(appearance, qtbot):
    """A3."""
    board, owner = Clipboard(), QWidget()
    qtbot.addWidget(owner)
    status = ClipboardStatus(appearance, board)
    status.setParent(owner)
    assert status.isHidden()
    board.set_secret_timeout(None)
    board.copy_secret(SECRET)
    assert not status.isHidden()
    assert status.label.text() == "A credential is in the clipboard."
    board.set_secret_timeout(30)
    board.copy_secret(SECRET)
    assert status.label.text() == "A credential is in the clipboard for 30 s."
    assert not status.label.wordWrap()
    assert status.clear_button.text() == "Clear now"
    assert status.clear_button.accessibleName() == "Clear the clipboard now"
    assert {status.label, status.clear_button} <= set(status.findChildren(QWidget))
    status.clear_button.click()
    assert clipboard() == ""
    assert status.isHidden()
    board.stop()
