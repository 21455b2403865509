"""The part of libxcb that reading a selection needs, through ctypes.

Qt's platform plugin links to the library, so that it is there wherever it is needed.
"""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from ctypes import POINTER, c_char_p, c_int, c_int16, c_uint8, c_uint16, c_uint32, c_void_p
from functools import cache
from typing import TYPE_CHECKING, Final

from inspector_app.system.foreign_text import ForeignTextError, ReadFailure

if TYPE_CHECKING:
    from collections.abc import Iterator


class Cookie(ctypes.Structure):
    """The number of a request, by which its reply is asked for."""

    _fields_ = (("sequence", ctypes.c_uint),)


class ScreenIterator(ctypes.Structure):
    """The first screen; its first 4 bytes are the root window."""

    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


class Event(ctypes.Structure):
    """SelectionNotify; ``kind`` stands at the beginning of every event."""

    _fields_ = (
        ("kind", c_uint8),
        ("detail", c_uint8),
        ("sequence", c_uint16),
        ("time", c_uint32),
        ("window", c_uint32),
        ("selection", c_uint32),
        ("target", c_uint32),
        ("property", c_uint32),
    )


class PropertyEvent(ctypes.Structure):
    """PropertyNotify: ``state`` is 0 for a new value."""

    _fields_ = (
        ("kind", c_uint8),
        ("detail", c_uint8),
        ("sequence", c_uint16),
        ("window", c_uint32),
        ("atom", c_uint32),
        ("time", c_uint32),
        ("state", c_uint8),
    )


class ClientMessage(ctypes.Structure):
    """ClientMessage, with which programs talk of a drag; ``data`` depends on ``type``."""

    _fields_ = (
        ("kind", c_uint8),
        ("format", c_uint8),
        ("sequence", c_uint16),
        ("window", c_uint32),
        ("type", c_uint32),
        ("data", c_uint32 * 5),
    )


class AtomReply(ctypes.Structure):
    """The number of a name."""

    _fields_ = (("header", c_uint32 * 2), ("atom", c_uint32))


class PropertyReply(ctypes.Structure):
    """A property of a window; its value follows."""

    _fields_ = (
        ("kind", c_uint8),
        ("format", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
        ("type", c_uint32),
        ("bytes_after", c_uint32),
        ("value_length", c_uint32),
    )


_SIGNATURES: Final = {
    "xcb_connect": (c_void_p, c_char_p, POINTER(c_int)),
    "xcb_connection_has_error": (c_int, c_void_p),
    "xcb_disconnect": (None, c_void_p),
    "xcb_get_file_descriptor": (c_int, c_void_p),
    "xcb_get_setup": (c_void_p, c_void_p),
    "xcb_setup_roots_iterator": (ScreenIterator, c_void_p),
    "xcb_generate_id": (c_uint32, c_void_p),
    "xcb_create_window": (
        *(Cookie, c_void_p, c_uint8, c_uint32, c_uint32, c_int16, c_int16, c_uint16, c_uint16),
        *(c_uint16, c_uint16, c_uint32, c_uint32, POINTER(c_uint32)),
    ),
    "xcb_intern_atom": (Cookie, c_void_p, c_uint8, c_uint16, c_char_p),
    "xcb_intern_atom_reply": (POINTER(AtomReply), c_void_p, Cookie, c_void_p),
    "xcb_convert_selection": (Cookie, c_void_p, *(c_uint32,) * 5),
    "xcb_delete_property": (Cookie, c_void_p, c_uint32, c_uint32),
    "xcb_flush": (c_int, c_void_p),
    "xcb_poll_for_event": (POINTER(Event), c_void_p),
    "xcb_get_property": (Cookie, c_void_p, c_uint8, *(c_uint32,) * 5),
    "xcb_get_property_reply": (POINTER(PropertyReply), c_void_p, Cookie, c_void_p),
    "xcb_get_property_value": (c_void_p, POINTER(PropertyReply)),
    "xcb_get_property_value_length": (c_int, POINTER(PropertyReply)),
}


@cache
def load_xcb() -> ctypes.CDLL:
    """Load the library.

    Raises:
        ForeignTextError: it is not there.
    """
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError:
        raise ForeignTextError(ReadFailure.UNAVAILABLE) from None
    for name, (result, *arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


@contextmanager
def freeing(block: ctypes._Pointer[ctypes.Structure]) -> Iterator[None]:
    """Free a block that libxcb has allocated, at the end."""
    try:
        yield
    finally:
        free = ctypes.CDLL(None).free
        free.restype, free.argtypes = None, [c_void_p]
        free(block)
