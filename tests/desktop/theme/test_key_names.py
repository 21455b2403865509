"""Keys are named as keyboards have them, in every language."""

import sys

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QKeySequence

from inspector_app.desktop.theme.key_names import format_keys

pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="macOS has signs of its own")


@pytest.fixture
def chinese(qapp):
    """Qt's own texts in Chinese, names of keys among them."""
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert translator.load("qtbase_zh_CN", folder)
    qapp.installTranslator(translator)
    assert "Return" not in QKeySequence("Ctrl+Return").toString(
        QKeySequence.SequenceFormat.NativeText
    )
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("keys", "named"),
    [
        ("Ctrl+Return", "Ctrl+Enter"),
        ("Alt+Left", "Alt+←"),
        ("Alt+Right", "Alt+→"),
        ("Alt+Up", "Alt+↑"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+-", "Ctrl+-"),
        ("Esc", "Esc"),
        ("Shift+F3", "Shift+F3"),
        ("", ""),
    ],
)
def test_in_a_language_in_which_qt_has_names_of_its_own(chinese, keys, named):
    assert format_keys(QKeySequence(keys)) == named
