"""What keyring sees of macOS: the Security framework, at the border to ctypes and no further.

Its calls, their arguments and statuses are those of Apple's documentation of *Keychain Services*.
Core Foundation's objects are numbers here, as they are pointers there.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

DENIED, WRONG_PASSWORD, NO_INTERACTION = -128, -25293, -25308
_NOT_FOUND, _DUPLICATE = -25300, -25299
_API = "keyring.backends.macOS.api"


@dataclass
class Keychain:
    """The items by service and account, and what macOS asks the person about them.

    ``statuses`` are what the next calls end with; ``ask`` has each call wait for ``answer``.
    """

    items: dict[tuple[str, str], bytes] = field(default_factory=dict)
    statuses: list[int] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    _objects: dict[int, Any] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=lambda: count(0x1000, 0x10))
    _answered: threading.Event = field(default_factory=threading.Event)
    _is_asking: bool = False
    _reply: int = 0

    def ask(self) -> None:
        """Let each call ask the person, until ``answer``."""
        self._is_asking = True
        self._answered.clear()

    def answer(self, status: int = 0) -> None:
        """Answer the question that is open; 0 allows it, and *Always Allow* those that follow."""
        self._reply = status
        self._is_asking = False
        self._answered.set()

    def make(self, value: object) -> int:
        """Make an object of Core Foundation."""
        number = next(self._numbers)
        self._objects[number] = value
        return number

    def name(self, constant: str) -> ctypes.c_void_p:
        """The constant of that name."""
        return ctypes.c_void_p(self.make(constant))

    def make_dictionary(
        self, _allocator: Any, names: Any, values: Any, size: int, *_: Any
    ) -> int:  # ctypes' own
        pairs = {self._objects[names[one]]: self._objects[values[one]] for one in range(size)}
        return self.make(pairs)

    def add(self, query: int, _result: object) -> int:
        return self._call("add", query, self._add)

    def find(self, query: int, result: Any) -> int:  # ctypes' own reference
        def find(key: tuple[str, str], _asked: dict[str, Any]) -> int:
            if key not in self.items:
                return _NOT_FOUND
            result._obj.value = self.make(ctypes.create_string_buffer(self.items[key]))
            return 0

        return self._call("find", query, find)

    def delete(self, query: int) -> int:
        return self._call(
            "delete", query, lambda key, _: 0 if self.items.pop(key, None) else _NOT_FOUND
        )

    def _add(self, key: tuple[str, str], asked: dict[str, Any]) -> int:
        if key in self.items:
            return _DUPLICATE
        self.items[key] = asked["kSecValueData"].encode()
        return 0

    def _call(self, name: str, query: int, work: Any) -> int:  # a function above
        self.calls.append(name)
        asked = self._objects[query]
        assert asked["kSecClass"] == "kSecClassGenericPassword"
        if self.statuses:
            return self.statuses.pop(0)
        if self._is_asking:
            assert self._answered.wait(30)
            if self._reply:
                return self._reply
        return int(work((asked["kSecAttrService"], asked["kSecAttrAccount"]), asked))

    def get_length(self, data: ctypes.c_void_p) -> int:
        return len(self._objects[data.value or 0]) - 1

    def get_address(self, data: ctypes.c_void_p) -> int:
        return ctypes.addressof(self._objects[data.value or 0])


@contextmanager
def macos() -> Iterator[Keychain]:
    """Let keyring's own macOS back end find a Security framework on this system."""
    keychain = Keychain()

    def as_function(work: Any) -> Any:  # a function of the framework
        return partial(work)  # which takes argtypes and restype

    framework = SimpleNamespace(
        CFDictionaryCreate=as_function(keychain.make_dictionary),
        CFStringCreateWithCString=as_function(lambda _, text, __: keychain.make(text.decode())),
        CFNumberCreate=as_function(lambda *_: keychain.make(1)),
        CFDataGetBytePtr=as_function(keychain.get_address),
        CFDataGetLength=as_function(keychain.get_length),
        SecItemAdd=as_function(keychain.add),
        SecItemCopyMatching=as_function(keychain.find),
        SecItemDelete=as_function(keychain.delete),
        kCFTypeDictionaryKeyCallBacks=None,
        kCFTypeDictionaryValueCallBacks=None,
    )
    with pytest.MonkeyPatch.context() as patch:
        for name in (_API, "keyring.backends.macOS"):
            patch.delitem(sys.modules, name, raising=False)
        patch.setattr("platform.system", lambda: "Darwin")
        with pytest.MonkeyPatch.context() as loading:
            loading.setattr(ctypes, "CDLL", lambda _path: framework)
            loading.setattr("ctypes.util.find_library", lambda name: name)
            from keyring.backends.macOS import api
        patch.setattr(api, "k_", keychain.name)  # constants are looked up in a real library
        yield keychain
        keychain.answer()
        for thread in threading.enumerate():
            if thread.name == "keyring":
                thread.join(10)
