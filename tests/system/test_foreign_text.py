"""The clipboards of Windows and macOS, with stand-ins for what those systems have."""

import ctypes
import subprocess
from types import SimpleNamespace

import pytest

from inspector_app.system import foreign_text
from inspector_app.system.foreign_text import (
    ForeignTextError,
    ReadFailure,
    read_macos_clipboard,
    read_windows_clipboard,
)


class Function:
    """One of Windows' own, which notes its calls."""

    def __init__(self, calls, name, answer):
        self._calls, self._name, self._answer = calls, name, answer

    def __call__(self, *arguments):
        self._calls.append((self._name, *arguments))
        return self._answer


@pytest.fixture
def windows(monkeypatch):
    """Windows with this text as bytes in its clipboard; None where another program holds it."""

    def begin(data, size=None, handle=7):
        calls: list[tuple[object, ...]] = []
        block = ctypes.create_string_buffer(data or b"")
        size = len(data or b"") if size is None else size
        answers = {
            "OpenClipboard": data is not None,
            "GetClipboardData": handle,
            "CloseClipboard": True,
            "GlobalSize": size,
            "GlobalLock": ctypes.addressof(block),
            "GlobalUnlock": True,
        }
        library = SimpleNamespace(
            **{name: Function(calls, name, answer) for name, answer in answers.items()}, block=block
        )
        monkeypatch.setattr(ctypes, "WinDLL", lambda _name: library, raising=False)
        return library, calls

    return begin


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("a\u00e4\U0001f511\0rest".encode("utf-16-le"), "a\u00e4\U0001f511"),
        ("ab".encode("utf-16-le"), "ab"),
        (b"a\0\0\xd8", "a\ufffd"),
        (b"", ""),
    ],
)
def test_windows_gives_its_text_up_to_the_end_of_it(windows, data, text):
    """R3: and the clipboard is closed again, so that others can have it."""
    library, calls = windows(data)
    assert read_windows_clipboard() == text
    assert calls == [
        ("OpenClipboard", None),
        ("GetClipboardData", 13),
        ("GlobalSize", 7),
        ("GlobalLock", 7),
        ("GlobalUnlock", 7),
        ("CloseClipboard",),
    ]
    assert library.GetClipboardData.restype is library.GlobalLock.restype is ctypes.c_void_p
    assert library.GlobalLock.argtypes == library.GlobalUnlock.argtypes == [ctypes.c_void_p]
    assert library.GlobalSize.argtypes == [ctypes.c_void_p]
    assert library.GlobalSize.restype is ctypes.c_size_t


def test_where_there_is_no_text_it_is_empty_and_the_clipboard_is_closed(windows):
    _, calls = windows(b"", handle=None)
    assert read_windows_clipboard() == ""
    assert calls[-1] == ("CloseClipboard",)


@pytest.mark.parametrize(
    ("data", "size", "failure"),
    [
        (None, None, ReadFailure.NO_ANSWER),
        (b"", foreign_text.MAX_TEXT_BYTES + 1, ReadFailure.TOO_LARGE),
    ],
)
def test_a_clipboard_that_is_held_or_too_full_is_told(windows, data, size, failure):
    """R3, J5."""
    _, calls = windows(data, size)
    with pytest.raises(ForeignTextError) as refused:
        read_windows_clipboard()
    assert refused.value.failure is failure
    assert (("CloseClipboard",) in calls) is (data is not None)
    assert str(refused.value) == failure.name


@pytest.mark.parametrize(
    ("done", "told"),
    [
        (b"a\xc3\xa4\xff", "a\u00e4\ufffd"),
        (b"", ""),
        (subprocess.TimeoutExpired("pbpaste", 1), ReadFailure.NO_ANSWER),
        (FileNotFoundError(), ReadFailure.UNAVAILABLE),
    ],
)
def test_macos_gives_its_text_through_its_own_program(monkeypatch, done, told):
    """R3: which reads nothing, is not waited for, and whose errors are its own."""
    calls = []

    def run(command, **options):
        calls.append((command, options))
        if isinstance(done, bytes):
            return SimpleNamespace(stdout=done)
        raise done

    monkeypatch.setattr(subprocess, "run", run)
    if isinstance(told, str):
        assert read_macos_clipboard() == told
    else:
        with pytest.raises(ForeignTextError) as refused:
            read_macos_clipboard()
        assert refused.value.failure is told
        assert refused.value.__cause__ is None
    options = {
        "env": {"LC_CTYPE": "UTF-8"},
        "stdin": subprocess.DEVNULL,
        "capture_output": True,
        "timeout": 1.0,
        "check": False,
    }
    assert calls == [(["/usr/bin/pbpaste", "-Prefer", "txt"], options)]
