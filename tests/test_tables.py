"""Every figure, name and table of the app as it was reviewed: that one changes must be seen.

Most of what stands in a module outside of its functions is read by a few lines that tests execute
with a few of its entries. ``tables.json`` holds each figure and short text as it is, and of longer
tables a checksum; the words of texts for people have no part in it. After a change that was meant,
``python -m tests.test_tables`` writes it anew.
"""

from __future__ import annotations

import ast
import dataclasses
import enum
import importlib
import inspect
import json
import pkgutil
import re
import sys
import zlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

import inspector_app
from inspector_app.session.translatable_text import Text

FILE = Path(__file__).parent / "tables.json"
PINNED = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
PACKAGES = sorted(one.name for one in pkgutil.iter_modules(inspector_app.__path__) if one.ispkg)
MAX_SHOWN = 60
"""Characters of what is written as it is; of more there is a checksum."""

PLAIN = (bool, int, float, str, bytes, range, datetime, timedelta, timezone)


def iter_modules(package):
    """Every module of a package, but for those that another system alone can read."""
    root = importlib.import_module(f"{inspector_app.__name__}.{package}")
    for one in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
        try:
            yield importlib.import_module(one.name)
        except ImportError:
            continue


def describe(value):
    """A value as text, the same in each run; what has no form of its own by its type alone."""
    if isinstance(value, Text):
        words = "some words" if value.template else "no words"
        return f"Text({', '.join((words, *(name for name, _ in value.values)))})"
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if value is None or isinstance(value, PLAIN):
        return repr(value)
    if inspect.isroutine(value) or inspect.isclass(value):
        return value.__qualname__
    return describe_whole(value)


def describe_whole(value):
    if isinstance(value, re.Pattern):
        return f"pattern({value.pattern!r}, {int(value.flags)})"
    if isinstance(value, AbstractSet):
        return f"{{{', '.join(sorted(map(describe, value)))}}}"
    if isinstance(value, Mapping):
        pairs = (f"{describe(name)}: {describe(one)}" for name, one in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, tuple | list):
        return f"({', '.join(map(describe, value))})"
    members = dataclasses.fields(value) if dataclasses.is_dataclass(value) else ()
    # What is not given to it, it finds out while the app runs.
    said = (describe(getattr(value, one.name, None)) for one in members if one.init)
    return f"{type(value).__name__}({', '.join(said)})"


def list_assigned(body):
    """The names that are given a value in a module or a class itself."""
    for line in body:
        targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
        yield from (one.id for one in targets if isinstance(one, ast.Name))


def iter_tables(module):
    """Each figure and table that a module, its classes and functions begin with, by its name."""
    body = ast.parse(inspect.getsource(module)).body
    for name in list_assigned(body):
        if hasattr(module, name) and name.isupper():  # others are filled while the app runs
            yield name, getattr(module, name)
    for line in body:
        if isinstance(line, ast.ClassDef) and hasattr(module, line.name):
            yield from iter_class(line, getattr(module, line.name))
        elif isinstance(line, ast.FunctionDef) and hasattr(module, line.name):
            yield from iter_defaults(line.name, getattr(module, line.name))


def iter_class(line: ast.ClassDef, one: Any):
    if issubclass(one, enum.Enum):
        yield line.name, {member: value.value for member, value in one.__members__.items()}
    else:
        given = {name: vars(one).get(name) for name in list_assigned(line.body)}
        plain = {name: value for name, value in given.items() if isinstance(value, (*PLAIN, tuple))}
        if plain:
            yield line.name, plain
    for name, value in vars(one).items():
        if not dataclasses.is_dataclass(one) or name != "__init__":
            yield from iter_defaults(f"{line.name}.{name}", value)
    if dataclasses.is_dataclass(one):
        params: Any = vars(one)["__dataclass_params__"]
        fields = (
            (field.name, field.repr, field.compare, field.init, describe(field.default))
            for field in dataclasses.fields(one)
        )
        is_slotted = "__slots__" in vars(one)
        yield f"{line.name}()", (params.frozen, params.eq, params.order, is_slotted, *fields)


def iter_defaults(name, member):
    function = member.fget if isinstance(member, property) else member
    function = getattr(function, "__func__", function)
    if inspect.isfunction(function):
        given = inspect.signature(function).parameters.values()
        said = {one.name: one.default for one in given if one.default is not one.empty}
        if said:
            yield f"{name}()", said


def shorten(text):
    return text if len(text) <= MAX_SHOWN else f"{zlib.crc32(text.encode()):08x}"


def pin(package):
    found: dict[str, Any] = {}
    for module in iter_modules(package):
        tables = {name: shorten(describe(value)) for name, value in iter_tables(module)}
        if tables:
            found[module.__name__.removeprefix(f"{inspector_app.__name__}.")] = tables
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have figures of their own")
@pytest.mark.parametrize("package", PACKAGES)
def test_no_figure_and_no_table_changes_unseen(package):
    assert pin(package) == PINNED[package]


if __name__ == "__main__":
    everything = {package: pin(package) for package in PACKAGES}
    FILE.write_text(json.dumps(everything, indent=0, ensure_ascii=False) + "\n", "utf-8")
