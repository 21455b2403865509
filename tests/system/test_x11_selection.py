"""A selection of an X server is read as its owner gives it, and no owner keeps a thread waiting."""

import ctypes
import shutil
import sys
import time
from pathlib import Path

import pytest

from inspector_app.system import foreign_text, x11_selection
from inspector_app.system.foreign_text import ForeignTextError, ReadFailure
from inspector_app.system.x11_selection import (
    TEXT_TARGETS,
    URI_TARGETS,
    SelectionRequest,
    find_drop_time,
    get_drop_atom,
)
from inspector_app.system.xcb import ClientMessage, load_xcb
from tests.virtual_screen import virtual_screen

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("Xvfb") is None, reason="for X servers"
)
LONG = "0123456789ab\u00e4" * 120_000
"""More than one reply of the server carries."""


@pytest.fixture(scope="module")
def display():
    with virtual_screen() as name:
        yield name


@pytest.fixture(autouse=True)
def use_display(display, monkeypatch):
    monkeypatch.setenv("DISPLAY", display)
    get_drop_atom.cache_clear()


@pytest.fixture
def own():
    from tests.system.x11_owner import Owner

    owners = []

    def begin(answers, selection="CLIPBOARD", **chosen):
        owners.append(Owner(selection, answers, **chosen))
        return owners[-1]

    yield begin
    for owner in owners:
        owner.close()


def receive(selection="CLIPBOARD", targets=TEXT_TARGETS, at=0):
    request = SelectionRequest(selection, targets, at)
    try:
        return request.receive_text()
    finally:
        request.close()
        request.close()  # a second time does nothing


def refuse(**chosen):
    with pytest.raises(ForeignTextError) as refused:
        receive(**chosen)
    return refused.value.failure


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ({"UTF8_STRING": "\u00e4b".encode()}, "\u00e4b"),
        ({"UTF8_STRING": b"ab\0"}, "ab"),
        ({"UTF8_STRING": b"a\xff"}, "a\ufffd"),
        ({"text/plain;charset=utf-8": "\u00e4".encode()}, "\u00e4"),
        ({"text/plain": "\u00e4".encode(), "STRING": b"worse"}, "\u00e4"),
        ({"STRING": "\u00e4".encode("latin-1")}, "\u00e4"),
        ({"UTF8_STRING": b"best", "text/plain;charset=utf-8": b"worse"}, "best"),
        ({"UTF8_STRING": b""}, ""),
        ({}, ""),
        ({"UTF8_STRING": LONG.encode()}, LONG),
        ({"UTF8_STRING": [b"ab", b"c", LONG.encode(), b"d"]}, f"abc{LONG}d"),
        ({"UTF8_STRING": []}, ""),
    ],
    ids=range(12),
)
def test_a_text_is_read_in_the_best_form_whole_or_piece_by_piece(own, answers, text):
    """R3."""
    own(answers)
    assert receive() == text


def test_what_is_dropped_is_asked_for_by_its_time(own):
    owner = own({"text/uri-list": b"file:///a\r\n"}, "XdndSelection")
    assert receive("XdndSelection", URI_TARGETS, 4711) == "file:///a\r\n"
    assert receive("XdndSelection", URI_TARGETS) == "file:///a\r\n"
    assert owner.times == [4711, 0]
    assert receive("PRIMARY") == ""


@pytest.mark.parametrize("pieces", [[], [b"abcd", b"ef"]])
@pytest.mark.parametrize(("room", "is_read"), [(0, True), (-1, False)])
def test_a_text_that_is_too_large_is_refused(own, monkeypatch, pieces, room, is_read):
    """J5: the bound, and one byte more."""
    own({"UTF8_STRING": pieces or b"abcdef"})
    monkeypatch.setattr(x11_selection, "MAX_TEXT_BYTES", 6 + room)
    if is_read:
        assert receive() == "abcdef"
    else:
        assert refuse() is ReadFailure.TOO_LARGE


@pytest.mark.parametrize("answers", [{}, {"UTF8_STRING": [b"ab"]}])
def test_a_program_that_hangs_is_not_waited_for(own, monkeypatch, answers):
    """R3: neither for its answer nor for the next piece."""
    owner = own(answers, is_silent=not answers)
    owner._change = owner._change if not answers else stop_after(owner._change, 3)
    monkeypatch.setattr(x11_selection, "ANSWER_TIMEOUT_SECONDS", 0.1)
    begun = time.thread_time()
    assert refuse() is ReadFailure.NO_ANSWER
    assert time.thread_time() - begun < 0.05, "it waits, and does not look again and again"


def stop_after(call, count):
    """The call, which does nothing after so many times."""
    left = [None] * count
    return lambda *arguments: call(*arguments) if left and not left.pop() else None


def test_a_connection_that_ends_is_told(own, monkeypatch):
    own({}, is_fatal=True)
    assert refuse() is ReadFailure.UNAVAILABLE
    monkeypatch.setenv("DISPLAY", ":no-display")
    assert refuse() is ReadFailure.UNAVAILABLE
    with pytest.raises(ForeignTextError) as refused:
        get_drop_atom()
    assert refused.value.failure is ReadFailure.UNAVAILABLE


@pytest.mark.parametrize("kind", [33, 33 | 0x80, 31])
@pytest.mark.parametrize("is_drop", [True, False])
def test_a_drop_is_known_by_its_message_and_tells_its_time(kind, is_drop):
    message = ClientMessage(kind=kind, format=32, type=get_drop_atom() + (not is_drop))
    message.data[:] = (1, 2, 4711, 4, 5)
    found = find_drop_time(ctypes.addressof(message))
    assert found == (4711 if is_drop and kind != 31 else None)


def test_asking_for_the_message_leaves_no_connection_open():
    """R4."""
    before = sorted(Path("/proc/self/fd").iterdir())
    get_drop_atom()
    assert sorted(Path("/proc/self/fd").iterdir()) == before


def test_how_long_and_how_much_is_read():
    """R3, J5."""
    assert foreign_text.ANSWER_TIMEOUT_SECONDS == 1.0
    assert foreign_text.MAX_TEXT_BYTES == 64 * 1024 * 1024


def test_without_the_library_it_is_told(monkeypatch):
    def refuse(_name):
        raise OSError

    load_xcb.cache_clear()
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    with pytest.raises(ForeignTextError) as refused:
        load_xcb()
    assert refused.value.failure is ReadFailure.UNAVAILABLE
    load_xcb.cache_clear()
