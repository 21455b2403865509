"""A mark for methods that Qt calls: what they raise reaches the crash reporter, not the kernel."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_P = ParamSpec("_P")
_R = TypeVar("_R")


def qt_override(method: Callable[_P, _R]) -> Callable[_P, _R]:
    """Mark a method by which a class overrides one of Qt's.

    Up to Python 3.11, what C code raises is a type and a text until somebody catches it. PySide
    6.11, told by such an exception that an override failed, takes the text for an exception, and
    the process ends with a segmentation fault: for a list index, a failed ``int`` or a QObject that
    is gone. Caught once, it is an exception.
    """

    @functools.wraps(method)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return method(*args, **kwargs)
        except BaseException:  # noqa: TRY203 - this is what makes the exception
            raise

    return call
