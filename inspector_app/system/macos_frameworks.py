"""Calls frameworks of macOS: the pasteboard, notices of a locked screen, and secure input.

By ctypes, since pyobjc would bring megabytes for these few calls. All are for the main thread. What
a system does not have raises ``MacosCallError``; nothing else is raised.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_FRAMEWORKS: Final = "/System/Library/Frameworks"
_CORE_FOUNDATION: Final = f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation"
_CARBON: Final = f"{_FRAMEWORKS}/Carbon.framework/Carbon"
_APPKIT: Final = f"{_FRAMEWORKS}/AppKit.framework/AppKit"
_OBJECTIVE_C: Final = "/usr/lib/libobjc.A.dylib"
_UTF8: Final = 0x08000100  # kCFStringEncodingUTF8
_DELIVER_IMMEDIATELY: Final = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_SCREEN_IS_LOCKED: Final = "com.apple.screenIsLocked"
_TEXT_TYPE: Final = "public.utf8-plain-text"
_CONCEALED_TYPE: Final = "org.nspasteboard.ConcealedType"
_Observer: Final = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)
_kept: list[object] = []
"""What macOS may call for as long as the app runs."""


class MacosCallError(Exception):
    """A framework, class or function of macOS is not there, or it refused. Holds no text."""


def copy_concealed(text: str) -> int:
    """Put a text on the pasteboard, marked so that clipboard histories leave it out.

    Returns:
        The pasteboard's count of changes, by which ``count_pasteboard_changes`` tells whether
        anything else was put there since.

    Raises:
        MacosCallError: if it was not taken.
    """
    board = _get_pasteboard()
    _send(board, "clearContents", ctypes.c_long)
    for content, kind in ((text, _TEXT_TYPE), ("", _CONCEALED_TYPE)):
        arguments = [_create_string(content), _create_string(kind)]
        is_taken = _send(board, "setString:forType:", ctypes.c_bool, *arguments)
        for one in arguments:
            _get_function(_CORE_FOUNDATION, "CFRelease", None, [ctypes.c_void_p])(one)
        if not is_taken:
            raise MacosCallError
    return count_pasteboard_changes()


def count_pasteboard_changes() -> int:
    """Return how often the pasteboard was changed; what it holds is not read.

    Raises:
        MacosCallError: if macOS does not say it.
    """
    return int(_send(_get_pasteboard(), "changeCount", ctypes.c_long))


def observe_screen_lock(listener: Callable[[], object]) -> None:
    """Have ``listener`` called, on the main thread, each time the screen is locked.

    Raises:
        MacosCallError: if that cannot be heard.
    """
    pointer = ctypes.c_void_p
    get_center = _get_function(
        _CORE_FOUNDATION, "CFNotificationCenterGetDistributedCenter", pointer, []
    )
    add_observer = _get_function(
        _CORE_FOUNDATION,
        "CFNotificationCenterAddObserver",
        None,
        [pointer, pointer, _Observer, pointer, pointer, ctypes.c_long],
    )
    observer = _Observer(lambda *_notification: listener())
    center = get_center()
    if not center:
        raise MacosCallError
    _kept.append(observer)
    add_observer(
        center, None, observer, _create_string(_SCREEN_IS_LOCKED), None, _DELIVER_IMMEDIATELY
    )


def set_secure_input(*, is_on: bool) -> None:
    """Keep other programs from reading the keys, or let them; each call must be taken back once.

    Raises:
        MacosCallError: if macOS refused.
    """
    name = "EnableSecureEventInput" if is_on else "DisableSecureEventInput"
    if _get_function(_CARBON, name, ctypes.c_int32, [])() != 0:
        raise MacosCallError


def _get_pasteboard() -> int:
    _load(_APPKIT)
    get_class = _get_function(_OBJECTIVE_C, "objc_getClass", ctypes.c_void_p, [ctypes.c_char_p])
    board_class = get_class(b"NSPasteboard")
    board = board_class and _send(board_class, "generalPasteboard", ctypes.c_void_p)
    if not board:
        raise MacosCallError
    return int(board)


def _send(receiver: int, selector: str, result: Any, *arguments: int) -> Any:  # noqa: ANN401  # C's
    """Send a message whose arguments are objects.

    The function takes whatever the message takes, so that its types are set anew for each.
    """
    register = _get_function(_OBJECTIVE_C, "sel_registerName", ctypes.c_void_p, [ctypes.c_char_p])
    types = [ctypes.c_void_p] * (2 + len(arguments))
    send = _get_function(_OBJECTIVE_C, "objc_msgSend", result, types)
    return send(receiver, register(selector.encode()), *arguments)


def _create_string(text: str) -> int:
    create = _get_function(
        _CORE_FOUNDATION,
        "CFStringCreateWithCString",
        ctypes.c_void_p,
        [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32],
    )
    created = create(None, text.encode(), _UTF8)
    if not created:
        raise MacosCallError
    return int(created)


def _get_function(path: str, name: str, result: Any, arguments: list[Any]) -> Any:  # noqa: ANN401  # C's
    try:
        function = _load(path)[name]  # a new one each time, unlike the attribute
    except AttributeError:
        raise MacosCallError from None
    function.restype = result
    function.argtypes = arguments
    return function


def _load(path: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(path)
    except OSError:
        raise MacosCallError from None
