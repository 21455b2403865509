"""Which tests are run for a fault: those that execute its line, the nearest and quickest first."""

from __future__ import annotations

import ast
import difflib
import functools
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, TypeVar

from mutation import line_recording as recording
from mutation.workspace import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Iterable

Placed = TypeVar("Placed", ast.FunctionDef, ast.stmt)

FEW_TESTS: Final = 40
"""Where a table has fewer in its own module, those of the modules that import it are run too."""
MAX_SECONDS: Final = 90.0
"""As they were recorded, which takes two or three times as long as without."""

MAX_TESTS: Final = 1500
ELSEWHERE: Final = 4
"""How far a test of another package stands from a module."""

PINS: Final = frozenset({"test_widget_trees.py", "test_parts_alone.py", "test_drawings.py"})
"""Files of tests that look at all widgets of a package: a few seconds of them tell most."""

TABLE_TEST: Final = "tests/test_tables.py::test_no_figure_and_no_table_changes_unseen[{package}]"
"""Looks at all that stands outside of functions and in their heads; no recording tells that."""

INTERRUPTION: Final = "check_interruption()"
INTERRUPTION_TESTS: Final = {
    "gateway": "tests/gateway/pasted/test_interruptible_reading.py",
    **dict.fromkeys(("history", "report", "session"), "tests/report/test_interruptible_work.py"),
}
"""Look at which loops of a package ask whether the work is over."""

COMMANDS: Final = "terminal"
COMMANDS_TEST: Final = (
    "tests/terminal/test_command_line.py::"
    "test_the_commands_and_their_words_are_those_that_were_looked_at"
)
"""Looks at what the commands take, which functions put together at the import."""


def choose_tests(
    file: str, line: int, durations: dict[str, float], *, are_all: bool = False
) -> list[str]:
    """Return the names of the tests to run for a fault, until they would take too long.

    ``are_all``: however long they take, which is minutes for a line that every start executes.
    """
    source = (CHECKOUT / file).read_text(encoding="utf-8")
    found = find_tests(file, find_lines(source, line))
    if not is_in_function(source, line):
        if len(found) < FEW_TESTS:
            for importer in find_importers(file):
                text = (CHECKOUT / importer).read_text(encoding="utf-8")
                found |= find_tests(importer, find_function_lines(text))
        readers = set(find_importers(file, "tests"))
        found |= {test for test in durations if test.split("::", maxsplit=1)[0] in readers}
    if not found:
        found = find_tests(file, find_function_lines(source))
    # Its own tests may start a program that executes the line, which no recording sees.
    found |= {test for test in durations if measure_distance(file, test) == 0}
    found |= find_unrecorded(file, durations)
    if not found:  # so may those beside them, of what nobody executes in the tests' own process
        found = {test for test in durations if measure_distance(file, test) == 1}
    chosen = list_looking(file, source, line)
    seconds = 0.0
    for number, test in enumerate(order_tests(file, found, durations)):
        seconds += durations.get(test, 0.0)
        if not are_all and chosen and (seconds > MAX_SECONDS or number >= MAX_TESTS):
            break
        chosen.append(test)
    return chosen


def list_looking(file: str, source: str, line: int) -> list[str]:
    """Return the tests that look at a whole package for what stands in a line, whoever runs it."""
    package = PurePosixPath(file).parts[1]
    is_table = line not in find_function_lines(source) or makes_table(source, line)
    looking = []
    if is_table and (CHECKOUT / "inspector_app" / package).is_dir():
        looking.append(TABLE_TEST.format(package=package))
    if package == COMMANDS:
        looking.append(COMMANDS_TEST)
    if INTERRUPTION in source.splitlines()[line - 1] and package in INTERRUPTION_TESTS:
        looking.append(INTERRUPTION_TESTS[package])
    return looking


def find_unrecorded(file: str, durations: Iterable[str]) -> set[str]:
    """Return a module's own files of tests of which there is no recording as they are now.

    A recording stays behind where it was of other folders alone, and where a test was new since:
    such a file is run whole, as it is of the module and no test of it may be left out.
    """
    recorded = {test.split("::", maxsplit=1)[0] for test in durations}
    own = (CHECKOUT / "tests").rglob(f"test_{PurePosixPath(file).name}")
    names = {path.relative_to(CHECKOUT).as_posix() for path in own}
    return {
        name
        for name in names - recorded
        if PurePosixPath(name).parts[1] not in recording.UNTRIED_FOLDERS
    }


def order_tests(file: str, tests: Iterable[str], durations: dict[str, float]) -> list[str]:
    """Return tests in the order of what they may tell of a fault in a module.

    Those of its own file come first, then those that pin all of its package, then those of its
    folder and of the folders around it within its package. Among each of these it is one case of
    each test, then a second of each: the first thousand cases of one table would tell what its
    first ones do.
    """
    cases: Counter[str] = Counter()
    keys: dict[str, tuple[int, int, int, float]] = {}
    for test in sorted(tests, key=lambda one: (durations.get(one, 0.0), one)):
        function, distance = test.split("[", maxsplit=1)[0], measure_distance(file, test)
        is_pin = PurePosixPath(function.split("::", maxsplit=1)[0]).name in PINS
        rank = 1 if is_pin and 0 < distance < ELSEWHERE else 2 * min(distance, 3)
        keys[test] = (rank, cases[function], distance, durations.get(test, 0.0))
        cases[function] += 1
    return sorted(keys, key=keys.__getitem__)


def measure_distance(file: str, test: str) -> int:
    """Return how far a test stands from a module: 0 for its own file, at most ``ELSEWHERE``."""
    module, place = PurePosixPath(file), PurePosixPath(test.split("::", maxsplit=1)[0])
    if place.name == f"test_{module.name}":
        return 0
    ours, theirs = module.parent.parts[1:], place.parent.parts[1:]
    if ours == theirs:
        return 1
    if len(theirs) > 1 and theirs == ours[: len(theirs)]:
        return 2
    return 3 if ours[:1] == theirs[:1] else ELSEWHERE


def find_tests(file: str, lines: set[int]) -> set[str]:
    """Return the recorded tests that execute one of these lines of a module as it is now."""
    source = (CHECKOUT / file).read_text(encoding="utf-8")
    found: set[str] = set()
    for folder in recording.list_folders():
        for recorded in recording.load_recordings(folder):
            if executed := recorded.read_lines(file):
                old_lines = map_lines(recorded.read_source(file), source)
                for line in lines:
                    found |= executed.get(old_lines.get(line, 0), set())
    return found


@functools.lru_cache(maxsize=256)
def map_lines(old: str, new: str) -> dict[int, int]:
    """Return for each line of a text which one it was before, from 1.

    One that has changed was the one in whose place it stands, a new one counts as the one before
    it: who executed that is asked.
    """
    if old == new:
        count = new.count("\n") + 2
        return dict(zip(range(count), range(count), strict=True))
    matcher = difflib.SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False)
    return {
        line + 1: min(first + line - begin, end - 1) + 1
        for _, first, end, begin, last in matcher.get_opcodes()
        for line in range(begin, last)
    }


def find_lines(source: str, line: int) -> set[int]:
    """Return the lines whose tests concern a line: its statement's, or more where none knows.

    What stands outside of functions is executed at the import, by no test in particular: there it
    is the functions of the module. The head of a function counts as the function.
    """
    tree = ast.parse(source)
    function = _innermost(tree, line, ast.FunctionDef)
    if function is None:
        return find_function_lines(source)
    statement = _innermost(tree, line, ast.stmt)
    if statement is None or statement is function:
        return _body_lines(function)
    end = statement.end_lineno or line
    if body := getattr(statement, "body", None):
        end = max(body[0].lineno - 1, statement.lineno)
    lines = set(range(statement.lineno, end + 1))
    return lines | {line} if line <= end else _body_lines(function)


def find_function_lines(source: str) -> set[int]:
    """Return the lines inside of a module's functions."""
    lines: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            lines |= _body_lines(node)
    return lines


def is_in_function(source: str, line: int) -> bool:
    """Return whether a line is executed when a function is called, and not at the import."""
    return _innermost(ast.parse(source), line, ast.FunctionDef) is not None


def makes_table(source: str, line: int) -> bool:
    """Return whether a line is of a function that the module itself calls, at the import."""
    tree = ast.parse(source)
    function = _innermost(tree, line, ast.FunctionDef)
    outside = (one for one in tree.body if not isinstance(one, ast.FunctionDef | ast.ClassDef))
    called = {node.id for one in outside for node in ast.walk(one) if isinstance(node, ast.Name)}
    return function is not None and function.name in called


def _body_lines(function: ast.FunctionDef) -> set[int]:
    body = function.body
    return set(range(body[0].lineno, (body[-1].end_lineno or body[-1].lineno) + 1))


def _innermost(tree: ast.AST, line: int, kind: type[Placed]) -> Placed | None:
    found: Placed | None = None
    for node in ast.walk(tree):  # breadth first, so that an inner one comes later
        if isinstance(node, kind) and node.lineno <= line <= (node.end_lineno or node.lineno):
            found = node
    return found


def find_importers(file: str, within: str = "inspector_app") -> Iterable[str]:
    """Return the modules, of the app or of the tests, that import a module of the app."""
    module = PurePosixPath(file).with_suffix("")
    whole, package = ".".join(module.parts), ".".join(module.parts[:-1])
    for path, source in _read_modules(within).items():
        said = f"from {package} import" in source and module.name in source
        if path != file and (f"{whole} import" in source or f"import {whole}" in source or said):
            yield path


@functools.cache
def _read_modules(within: str) -> dict[str, str]:
    return {
        path.relative_to(CHECKOUT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((CHECKOUT / within).rglob("*.py"))
    }
