"""A program that owns a selection of an X server, and answers as a test has it."""

import ctypes
import os
import select
import struct
import threading
from ctypes import c_char_p, c_uint8, c_uint32, c_void_p

_PROPERTY_NOTIFY, _SELECTION_REQUEST, _SELECTION_NOTIFY = 28, 30, 31
_PROPERTY_DELETED = 1
_PROPERTY_CHANGE_MASK = 1 << 22
_EVENT_MASK_ATTRIBUTE = 1 << 11
_APPEND = 2
_PART = 1 << 17


class Owner:
    """Owns a selection in a thread of its own, from its creation until it is closed.

    ``answers`` has by the name of a target its bytes, or a list of pieces to be sent one by one
    (INCR); a target that is not there is refused. ``times`` are those of the requests.
    """

    def __init__(self, selection, answers, *, is_silent=False, is_fatal=False):
        self._xcb = xcb = ctypes.CDLL("libxcb.so.1")
        xcb.xcb_connect.restype = c_void_p
        self._connection = c_void_p(xcb.xcb_connect(None, None))
        self._answers = answers
        self._is_silent, self._is_fatal = is_silent, is_fatal
        self._pieces = []
        self.times = []
        self._window = self._create_window()
        xcb.xcb_set_selection_owner(
            self._connection, c_uint32(self._window), c_uint32(self.intern(selection)), c_uint32(0)
        )
        self.intern("OTHER")  # waits for the server, which owns it by now
        self._end, self._wake = os.pipe()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def close(self):
        os.close(self._wake)
        self._thread.join()
        os.close(self._end)
        self._xcb.xcb_disconnect(self._connection)

    def intern(self, name):
        data = name.encode()
        self._xcb.xcb_intern_atom_reply.restype = c_void_p
        cookie = self._xcb.xcb_intern_atom(self._connection, c_uint8(0), len(data), c_char_p(data))
        reply = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
        number = struct.unpack("=8xI", ctypes.string_at(reply, 12))[0]
        free(reply)
        return number

    def _create_window(self):
        self._xcb.xcb_get_setup.restype = c_void_p

        class Screens(ctypes.Structure):
            _fields_ = (("data", ctypes.POINTER(c_uint32)), ("rem", ctypes.c_int * 2))

        self._xcb.xcb_setup_roots_iterator.restype = Screens
        setup = c_void_p(self._xcb.xcb_get_setup(self._connection))
        root = self._xcb.xcb_setup_roots_iterator(setup).data[0]
        window = self._xcb.xcb_generate_id(self._connection) & 0xFFFFFFFF
        place = (c_uint32(root), 0, 0, 1, 1, 0, 2, c_uint32(0), c_uint32(0), None)
        self._xcb.xcb_create_window(self._connection, c_uint8(0), c_uint32(window), *place)
        return window

    def _run(self):
        waiting = select.poll()
        waiting.register(self._end, select.POLLHUP)
        waiting.register(self._xcb.xcb_get_file_descriptor(self._connection), select.POLLIN)
        self._xcb.xcb_poll_for_event.restype = c_void_p
        while self._end not in dict(waiting.poll()):
            while event := self._xcb.xcb_poll_for_event(self._connection):
                data = ctypes.string_at(event, 32)
                free(event)
                self._answer(data)

    def _answer(self, event):
        kind = event[0] & 0x7F
        if kind == _SELECTION_REQUEST:
            time, _, asker, selection, target, place = struct.unpack("=4x6I", event[:28])
            self.times.append(time)
            if self._is_fatal:
                self._xcb.xcb_kill_client(self._connection, c_uint32(asker))
            elif not self._is_silent:
                self._put_answer(asker, selection, target, place, time)
        elif kind == _PROPERTY_NOTIFY and event[16] == _PROPERTY_DELETED and self._pieces:
            asker, place = struct.unpack("=4x2I", event[:12])
            if place == self._place:
                self._change(asker, self._place, "UTF8_STRING", self._pieces.pop(0))
        self._xcb.xcb_flush(self._connection)

    def _put_answer(self, asker, selection, target, place, time):
        by_target = {self.intern(name): (name, data) for name, data in self._answers.items()}
        name, data = by_target.get(target, ("", None))
        self._place = place
        self._change(asker, self.intern("OTHER"), "STRING", b"of another matter")
        if isinstance(data, list):
            self._pieces = [*data, b""]
            mask = (c_uint32 * 1)(_PROPERTY_CHANGE_MASK)
            self._xcb.xcb_change_window_attributes(
                self._connection, c_uint32(asker), c_uint32(_EVENT_MASK_ATTRIBUTE), mask
            )
            self._change(asker, place, "INCR", b"\0\0\0\0")
        elif data is not None:
            for start in range(0, len(data), _PART):
                self._change(asker, place, name, data[start : start + _PART])
        told = place if data is not None else 0
        fields = (_SELECTION_NOTIFY, time, asker, selection, target, told)
        event = struct.pack("=B3x5I8x", *fields)
        self._xcb.xcb_send_event(
            self._connection, c_uint8(0), c_uint32(asker), c_uint32(0), c_char_p(event)
        )

    def _change(self, window, place, kind, data):
        self._xcb.xcb_change_property(
            self._connection, c_uint8(_APPEND), c_uint32(window), c_uint32(place),
            c_uint32(self.intern(kind)), c_uint8(8), c_uint32(len(data)), c_char_p(data),
        )  # fmt: skip


def free(block):
    release = ctypes.CDLL(None).free
    release.argtypes = [c_void_p]
    release(block)
