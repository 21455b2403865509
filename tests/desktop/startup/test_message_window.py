"""What a second start hands over on Windows; `dev.py windows` tries it between processes."""

import ctypes
import sys
from pathlib import Path

import pytest

from inspector_app.desktop.startup import message_window
from inspector_app.desktop.startup.window_socket import MAX_LINE_LENGTH
from inspector_app.system.paths import Directories

LATER = 2**63


def read(line, number=LATER, size=None):
    content = ctypes.create_string_buffer(line, len(line))
    data = message_window._CopiedData(
        number, len(line) if size is None else size, ctypes.cast(content, ctypes.c_void_p)
    )
    return message_window._read_line(ctypes.addressof(data))


def test_a_line_is_read_as_it_was_written():
    assert read(b'{"file": null}\n') == b'{"file": null}\n'
    assert read(b"a\0b\xff") == b"a\0b\xff"


def test_a_line_that_is_too_long_or_missing_is_none():
    assert len(read(b"x" * MAX_LINE_LENGTH)) == MAX_LINE_LENGTH
    assert read(b"x", size=MAX_LINE_LENGTH + 1) == b""
    empty = message_window._CopiedData(LATER, 10, None)
    assert message_window._read_line(ctypes.addressof(empty)) == b""


def test_a_line_for_which_nobody_waits_any_more_is_none():
    """R8"""
    assert read(b'{"file": null}\n', number=0) == b""


def test_each_folder_of_settings_has_a_window_of_its_own():
    one, other = (Directories(Path(name, "settings.json"), Path(name)) for name in ("a", "b"))
    assert message_window.build_window_name(one) == message_window.build_window_name(one)
    assert message_window.build_window_name(one) != message_window.build_window_name(other)


@pytest.mark.skipif(sys.platform == "win32", reason="there it finds them")
def test_no_other_system_has_such_windows():
    assert message_window.find_window("name") is None
    assert not message_window.send_line(1, b"line\n", 1.0)
    with pytest.raises(OSError, match="Windows"):
        message_window.MessageWindow("name", lambda _line: True)
