"""What goes wrong in a method that Qt calls is an exception, not the end of the process."""

import importlib
import os
import pkgutil
import subprocess
import sys
import types
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

import inspector_app
from inspector_app.desktop.deferred_imports import OF_LINUX
from inspector_app.desktop.qt_override import qt_override

ROOT = Path(__file__).parents[2]
OF_QT = ("PySide6", "Shiboken", "shiboken6")
LEFT_OUT = {"terminal", "__main__"}


def list_modules():
    absent = () if sys.platform.startswith("linux") else OF_LINUX
    for found in pkgutil.walk_packages(inspector_app.__path__, "inspector_app."):
        if found.name not in absent and not LEFT_OUT & set(found.name.split(".")):
            yield importlib.import_module(found.name)


def list_overrides():
    """The functions by which our classes override what is Qt's."""
    for module in list_modules():
        for owner in vars(module).values():
            if not isinstance(owner, type(QObject)) or owner.__module__ != module.__name__:
                continue
            bases = [base for base in owner.__mro__ if base.__module__.startswith(OF_QT)]
            for name, function in vars(owner).items():
                is_ours = isinstance(function, types.FunctionType) and not name.startswith("__")
                if is_ours and any(name in vars(base) for base in bases):
                    yield f"{owner.__qualname__}.{name}", function


def test_every_override_is_marked():
    """R1."""
    overrides = dict(list_overrides())
    assert len(overrides) > 100
    marked = qt_override(lambda: None).__code__
    assert [name for name, one in overrides.items() if one.__code__ is not marked] == []


BROKEN = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject
import shiboken6
from inspector_app.desktop.qt_override import qt_override
application = QCoreApplication([])
gone = QObject()
shiboken6.delete(gone)

class Receiver(QObject):
    @qt_override
    def event(self, event):
        {error}

try:
    QCoreApplication.sendEvent(Receiver(), QEvent(QEvent.Type.User))
except Exception as problem:
    print(type(problem).__name__)
"""


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("[][1]", "IndexError"),
        ("int('x')", "ValueError"),
        ("len(5)", "TypeError"),
        ("gone.parent()", "RuntimeError"),
        ("{}['x']", "KeyError"),
    ],
)
def test_what_an_override_raises_is_an_exception(error, kind):
    """R1: in a process of its own, for it ended with a segmentation fault."""
    ended = subprocess.run(
        [sys.executable, "-c", BROKEN.replace("{error}", error)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=30,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == kind


def test_what_it_returns_is_passed_on(qapp):
    class Receiver(QObject):
        @qt_override
        def event(self, event):
            return event.type() is QEvent.Type.User

    assert QCoreApplication.sendEvent(Receiver(), QEvent(QEvent.Type.User))
