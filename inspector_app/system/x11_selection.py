"""Reads a selection of an X server: clipboard, primary selection, or what is dragged.

The owner of a selection is another program, and may hang. Qt's clipboard waits for it in the UI
thread; this is a connection of its own to the server, for a worker thread, with a limit.

Source: ICCCM 2.0, section 2, and the XDND specification, version 5.
"""

from __future__ import annotations

import ctypes
import select
import sys
import time
from ctypes import POINTER, c_uint32
from functools import cache
from typing import TYPE_CHECKING, Final

from inspector_app.system.foreign_text import (
    ANSWER_TIMEOUT_SECONDS,
    MAX_TEXT_BYTES,
    ForeignTextError,
    ReadFailure,
)
from inspector_app.system.xcb import ClientMessage, Event, PropertyEvent, freeing, load_xcb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TEXT_TARGETS: Final = {
    "UTF8_STRING": "utf-8",
    "text/plain;charset=utf-8": "utf-8",
    "text/plain": "utf-8",
    "STRING": "latin-1",
}
"""The forms of a text, the best first, and their encodings."""

URI_TARGETS: Final = {"text/uri-list": "utf-8"}
"""The form of the addresses of files."""

_CLIENT_MESSAGE: Final = 33
_SELECTION_NOTIFY: Final = 31
_PROPERTY_NOTIFY: Final = 28
_PROPERTY_CHANGE_MASK: Final = 1 << 22
_EVENT_MASK_ATTRIBUTE: Final = 1 << 11
_INPUT_ONLY: Final = 2
_ANY_TYPE: Final = 0
_CHUNK_WORDS: Final = 1 << 18  # a piece of 1 MiB for each reply


class SelectionRequest:
    """A request for a selection, sent when it is made; ``receive_text`` gives the answer.

    Making one waits for the X server alone, for a millisecond, and never for the owner.
    """

    def __init__(
        self,
        selection: str,
        targets: Mapping[str, str] = TEXT_TARGETS,
        time: int = 0,
    ) -> None:
        """Connect to the X server that ``DISPLAY`` names, and ask for the selection.

        Args:
            selection: ``CLIPBOARD``, ``PRIMARY`` or ``XdndSelection``.
            targets: the forms to ask for, the best first, and their encodings.
            time: of the drop, on the server's clock; 0 is now.

        Raises:
            ForeignTextError: there is no connection to the X server.
        """
        self._xcb = xcb = load_xcb()
        self._connection = xcb.xcb_connect(None, None)
        try:
            self._time = time
            self._selection = self._intern(selection)
            self._property = self._intern("ENOS_SESSION_INSPECTOR_TEXT")
            self._incremental = self._intern("INCR")
            self._targets = {self._intern(name): code for name, code in targets.items()}
            self._window = self._create_window()
            self._request(next(iter(self._targets)))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Disconnect; the window and the property with the text end with the connection."""
        if self._connection:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def receive_text(self) -> str:
        """Wait for the text; empty where nothing is selected, or nothing that is a text.

        Raises:
            ForeignTextError: the owner did not go on within the limit, or sent too much.
        """
        for number, (target, encoding) in enumerate(self._targets.items()):
            if number:
                self._request(target)
            answer = self._wait_for_answer()
            if answer:
                data = self._read_property()
                return data.decode(encoding, "replace").removesuffix("\0")
        return ""

    def _request(self, target: int) -> None:
        where = self._window, self._selection, target, self._property, self._time
        self._xcb.xcb_convert_selection(self._connection, *where)
        self._xcb.xcb_flush(self._connection)

    def _wait_for_answer(self) -> bool:
        """Wait for the owner; whether it has put the text into the property."""
        for event in self._poll_events():
            if event.contents.kind & 0x7F == _SELECTION_NOTIFY:
                return bool(event.contents.property)
        raise ForeignTextError(ReadFailure.UNAVAILABLE)

    def _read_property(self) -> bytes:
        kind, data = self._take_property()
        if kind != self._incremental:
            return data
        pieces = bytearray()
        for event in self._poll_events():
            changed = ctypes.cast(event, POINTER(PropertyEvent)).contents
            is_new = changed.kind & 0x7F == _PROPERTY_NOTIFY and changed.state == 0
            if not is_new or changed.atom != self._property:
                continue
            kind, data = self._take_property()
            if kind and not data:
                return bytes(pieces)  # an empty piece is the last one
            pieces += data
            if len(pieces) > MAX_TEXT_BYTES:
                raise ForeignTextError(ReadFailure.TOO_LARGE)
        raise ForeignTextError(ReadFailure.UNAVAILABLE)

    def _take_property(self) -> tuple[int, bytes]:
        """Read the property's type and bytes, and delete it, which asks for the next piece."""
        xcb, data, offset, is_more = self._xcb, bytearray(), 0, True
        kind = 0
        while is_more:
            where = self._window, self._property, _ANY_TYPE, offset, _CHUNK_WORDS
            cookie = xcb.xcb_get_property(self._connection, 0, *where)
            reply = xcb.xcb_get_property_reply(self._connection, cookie, None)
            if not reply:
                raise ForeignTextError(ReadFailure.UNAVAILABLE)
            with freeing(reply):
                kind, is_more = reply.contents.type, bool(reply.contents.bytes_after)
                size = xcb.xcb_get_property_value_length(reply)
                data += ctypes.string_at(xcb.xcb_get_property_value(reply), size)
            offset += _CHUNK_WORDS
            if len(data) > MAX_TEXT_BYTES:
                raise ForeignTextError(ReadFailure.TOO_LARGE)
        xcb.xcb_delete_property(self._connection, self._window, self._property)
        xcb.xcb_flush(self._connection)
        return kind, bytes(data)

    def _poll_events(self) -> Iterator[ctypes._Pointer[Event]]:
        """Yield the server's events until the owner has been silent for the limit."""
        if sys.platform == "win32":
            return
        waiting = select.poll()
        waiting.register(self._xcb.xcb_get_file_descriptor(self._connection), select.POLLIN)
        deadline = time.monotonic() + ANSWER_TIMEOUT_SECONDS
        while not self._xcb.xcb_connection_has_error(self._connection):
            event = self._xcb.xcb_poll_for_event(self._connection)
            if event:
                with freeing(event):
                    yield event
                continue
            left = deadline - time.monotonic()
            if left <= 0:
                raise ForeignTextError(ReadFailure.NO_ANSWER)
            waiting.poll(left * 1000)

    def _intern(self, name: str) -> int:
        return _intern(self._xcb, self._connection, name)

    def _create_window(self) -> int:
        """Create the window that the owner answers, which nobody sees."""
        xcb = self._xcb
        screen = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(self._connection))
        window = int(xcb.xcb_generate_id(self._connection))
        mask = (c_uint32 * 1)(_PROPERTY_CHANGE_MASK)
        place = screen.data[0], -1, -1, 1, 1, 0, _INPUT_ONLY, 0
        xcb.xcb_create_window(self._connection, 0, window, *place, _EVENT_MASK_ATTRIBUTE, mask)
        return window


def _intern(xcb: ctypes.CDLL, connection: int, name: str) -> int:
    data = name.encode()
    cookie = xcb.xcb_intern_atom(connection, 0, len(data), data)
    reply = xcb.xcb_intern_atom_reply(connection, cookie, None)
    if not reply:
        raise ForeignTextError(ReadFailure.UNAVAILABLE)
    with freeing(reply):
        return int(reply.contents.atom)


@cache
def get_drop_atom() -> int:
    """The number of the message by which a source says that it has dropped.

    Raises:
        ForeignTextError: there is no connection to the X server.
    """
    xcb = load_xcb()
    connection = xcb.xcb_connect(None, None)
    try:
        return _intern(xcb, connection, "XdndDrop")
    finally:
        xcb.xcb_disconnect(connection)


def find_drop_time(address: int) -> int | None:
    """The time in an event of the X server, if it says that something was dropped.

    ``address`` is that of the event in memory, as Qt hands it to a filter.
    """
    message = ctypes.cast(address, POINTER(ClientMessage)).contents
    is_drop = message.kind & 0x7F == _CLIENT_MESSAGE and message.type == get_drop_atom()
    return int(message.data[2]) if is_drop else None
