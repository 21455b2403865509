"""A part of Qt's has one name, however three systems call its files."""

import pytest
from bundle.qt_parts import find_qt_part


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "QtCore"),
        ("libQt6Core.so.6", "QtCore"),
        ("PySide6/QtCore.abi3.so", "QtCore"),
        ("PySide6/Qt6Core.dll", "QtCore"),
        ("PySide6\\Qt6Core.dll", "QtCore"),
        ("PySide6/QtCore.pyd", "QtCore"),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", "QtCore"),
        ("PySide6/Qt/lib/QtDBus.framework/Resources/Info.plist", "QtDBus"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "plugins/platforms/xcb"),
        ("PySide6/plugins/platforms/qwindows.dll", "plugins/platforms/windows"),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "plugins/platforms/cocoa"),
        ("PySide6/Qt/plugins/styles/libqmacstyle.dylib", "plugins/styles/mac"),
        (
            "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
            "plugins/platforminputcontexts/ibusplatforminputcontext",
        ),
        (
            "PySide6/Qt/plugins/wayland-shell-integration/libqt-shell.so",
            "plugins/wayland-shell-integration/qt-shell",
        ),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", "translations/qtbase_zh_CN.qm"),
        ("PySide6/opengl32sw.dll", "opengl32sw"),
        ("PySide6/MSVCP140_1.dll", "msvcp140_1"),
        ("PySide6/libpyside6.abi3.so.6.11", "pyside6"),
        ("PySide6/__init__.py", None),
        ("PySide6/Qt/lib/libicudata.so.73", None),
        ("shiboken6/Shiboken.abi3.so", None),
        ("resources/icons/key-round.svg", None),
        ("libssl.so.3", None),
    ],
)
def test_a_file_belongs_to_a_part(place, part):
    assert find_qt_part(place) == part
