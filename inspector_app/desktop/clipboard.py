"""What goes to the clipboard: plain text, or a credential with a plea not to keep it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from inspector_app.session.plain_text import visible


def copy_text(text: str) -> None:
    """Put text on the clipboard, and nothing else; what cannot be encoded is written out."""
    QGuiApplication.clipboard().setText(_encodable(text))


def copy_secret(text: str) -> None:
    """Put a credential on the clipboard with each system's request not to put it in a history."""
    data = QMimeData()
    data.setText(_encodable(text))
    data.setData("x-kde-passwordManagerHint", QByteArray(b"secret"))
    for windows_format, value in (
        ("ExcludeClipboardContentFromMonitorProcessing", b"\x01\0\0\0"),
        ("CanIncludeInClipboardHistory", b"\0\0\0\0"),
        ("CanUploadToCloudClipboard", b"\0\0\0\0"),
    ):
        data.setData(f'application/x-qt-windows-mime;value="{windows_format}"', QByteArray(value))
    QGuiApplication.clipboard().setMimeData(data)


def _encodable(text: str) -> str:
    """Lone surrogates cannot leave the process; Qt would drop them in silence."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(
            visible(character) if "\ud800" <= character <= "\udfff" else character
            for character in text
        )
    return text
