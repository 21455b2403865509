"""What ctypes finds of macOS: the functions that the app calls, as Apple documents them."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Function:
    """A function of a library, which takes what its types say and nothing else."""

    restype: Any = ctypes.c_int
    argtypes: tuple[Any, ...] | list[Any] | None = None

    def __init__(self, work: Callable[..., Any]) -> None:
        self._work = work

    def __call__(self, *arguments: Any) -> Any:  # C's
        assert self.argtypes is not None, "on Apple's processors it would read other registers"
        assert len(arguments) == len(self.argtypes)
        for argument, kind in zip(arguments, self.argtypes, strict=True):
            if argument is not None:
                kind.from_param(argument)
        return self._work(*arguments)


@dataclass
class Mac:
    """A pasteboard, a screen that can be locked, and secure input."""

    board: dict[str, str] = field(default_factory=dict)
    changes: int = 0
    secure_inputs: int = 0
    takes_strings: bool = True
    missing: set[str] = field(default_factory=set)
    live_strings: dict[int, str] = field(default_factory=dict)
    _observers: list[tuple[str, Any]] = field(default_factory=list)
    _numbers: Any = field(default_factory=lambda: count(0x7000, 0x10))
    _selectors: dict[int, str] = field(default_factory=dict)

    def lock_screen(self) -> None:
        """Let the system tell those who wait for it."""
        for name, observer in self._observers:
            if name == "com.apple.screenIsLocked":
                observer(1, None, None, None, None)

    def change(self) -> None:
        """Let another program put something onto the pasteboard."""
        self.board = {"public.utf8-plain-text": "another's"}
        self.changes += 1

    def __getitem__(self, name: str) -> Function:
        functions: dict[str, Callable[..., Any]] = {
            "objc_getClass": lambda name: 0x10 if name == b"NSPasteboard" else None,
            "sel_registerName": self._register,
            "objc_msgSend": self._send,
            "CFStringCreateWithCString": lambda _, text, __: self._create(text.decode()),
            "CFRelease": self._release,
            "CFNotificationCenterGetDistributedCenter": lambda: 0x30,
            "CFNotificationCenterAddObserver": self._observe,
            "EnableSecureEventInput": lambda: self._secure(1),
            "DisableSecureEventInput": lambda: self._secure(-1),
        }
        if name in self.missing:
            raise AttributeError(name)
        return Function(functions[name])

    def _register(self, name: bytes) -> int:
        number = next(self._numbers)
        self._selectors[number] = name.decode()
        return int(number)

    def _create(self, text: str) -> int:
        number = next(self._numbers)
        self.live_strings[number] = text
        return int(number)

    def _release(self, number: int) -> None:
        del self.live_strings[number]

    def _send(self, receiver: int, selector: int, *arguments: int) -> Any:  # a message's
        name = self._selectors[selector]
        if name == "generalPasteboard":
            assert receiver == 0x10
            return 0x20
        assert receiver == 0x20
        if name == "changeCount":
            return self.changes
        if name == "clearContents":
            self.board, self.changes = {}, self.changes + 1
            return self.changes
        assert name == "setString:forType:"
        text, kind = (self.live_strings[one] for one in arguments)
        self.board[kind] = text
        return self.takes_strings

    def _observe(
        self, _center: int, _: None, observer: object, name: int, _all: None, _when: int
    ) -> None:
        self._observers.append((self.live_strings[name], observer))

    def _secure(self, step: int) -> int:
        self.secure_inputs += step
        return 0


@contextmanager
def mac() -> Iterator[Mac]:
    """Let ctypes find macOS' frameworks on this system."""
    machine = Mac()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ctypes, "CDLL", lambda _path: machine)
        yield machine
