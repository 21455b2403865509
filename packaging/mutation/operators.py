"""Which small faults a module can have: each is one place of its text, and what stands there then.

Left alone is what no test should pin: docstrings, types, imports, what is logged or said to
programmers alone, and what another system than Linux runs. The words of a text for people are left
alone too, for no run of the code is needed to notice another one: the catalogues lack it then, and
``packaging/translations.py --check`` fails. That the text is there at all is tried. So is room
between things, pixel by pixel, which is looked at in pictures.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OTHER_OPERATORS: Final[Mapping[type[ast.AST], str]] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
    ast.Add: "-", ast.Sub: "+", ast.Mult: "//", ast.Div: "*", ast.FloorDiv: "*", ast.Mod: "*",
    ast.BitAnd: "|", ast.BitOr: "&", ast.LShift: ">>", ast.RShift: "<<",
    ast.And: "or", ast.Or: "and",
}  # fmt: skip
OTHER_SYSTEMS: Final = ("win32", "darwin")
WINDOWS_FLAG: Final = "O_BINARY"
OTHER_SYSTEMS_FUNCTION: Final = re.compile(r"_on_(?:windows|macos)$|_(?:windows|macos)_")
"""In the name of a function that another system alone runs."""

UNTRIED_CALLS: Final = frozenset({"debug", "info", "warning", "exception", "cast", "TypeVar"})
ROOM_CALLS: Final = frozenset(
    {
        "px", "to_pixels", "addSpacing", "addStretch", "setContentsMargins", "setSpacing",
        "setHorizontalSpacing", "setVerticalSpacing", "setColumnStretch", "setRowStretch",
    }
)  # fmt: skip
"""Whose numbers are pixels between things, or shares of them."""

LOG: Final = "_log"
PAINTING_END: Final = "painter.end()"
"""A painter ends by itself where its function does."""

CATALOGUED_CALLS: Final = frozenset({"tr", "translate"})
UNTRIED_KEYWORDS: Final = frozenset({("zip", "strict"), ("Thread", "name")})
"""By the function: with which a caller asserts what is so, or tells programmers alone."""

ERROR_SUFFIX: Final = "Error"
"""Of a class whose words no person reads: the text of an exception goes nowhere."""


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """A module with one fault: ``new`` instead of the characters from ``start`` to ``end``.

    ``line`` is the first one, from 1; ``old`` what stands there, and ``text`` the whole line: by
    file, ``text``, ``old`` and ``new`` a reviewed one is found again when the lines have moved.
    """

    file: str
    line: int
    start: int
    end: int
    old: str
    new: str
    text: str

    def apply(self, source: str) -> str:
        """Return the module's text with this fault in it."""
        return source[: self.start] + self.new + source[self.end :]

    def __str__(self) -> str:
        """Say where it is, and what was put in the place of what."""
        old, new = (" ".join(part.split()) for part in (self.old, self.new))
        return f"{self.file}:{self.line}: {old} → {new or 'nothing'}"


def find_mutants(file: str, source: str, members: Mapping[str, list[str]]) -> list[Mutant]:
    """Return every fault that a module can have, in the order of its text.

    A few do not compile (``is_compiling``); to ask takes longer than to find them.

    Args:
        file: its path, for people and for reviewed ones.
        source: its text.
        members: of each enumeration of the app, by its name, the members.
    """
    found = set(_Finder(file, source, members).find())
    return sorted(one for one in found if one.new != one.old)


def read_members(source: str) -> dict[str, list[str]]:
    """Return the members of each enumeration that a module declares, by its name."""
    return {
        node.name: [
            target.id
            for line in node.body
            if isinstance(line, ast.Assign)
            for target in line.targets
            if isinstance(target, ast.Name) and target.id.isupper()
        ]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef)
        and any("Enum" in ast.unparse(base) or "Flag" in ast.unparse(base) for base in node.bases)
    }


def is_compiling(source: str) -> bool:
    """Return whether Python can read a module's text."""
    try:
        compile(source, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


class _Finder:
    """Walks over one module; ``find`` yields its faults."""

    def __init__(self, file: str, source: str, members: Mapping[str, list[str]]) -> None:
        self._file, self._source, self._members = file, source, members
        self._lines = source.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def find(self) -> Iterator[Mutant]:
        yield from self._walk(ast.parse(self._source))

    def _walk(self, node: ast.AST) -> Iterator[Mutant]:
        yield from self._mutate(node)
        for child in _children(node):
            yield from self._walk(child)

    def _place(self, node: ast.expr | ast.stmt | ast.keyword) -> tuple[int, int]:
        """Return where a node begins and ends; Python counts the bytes of a line."""
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self._offset(node.lineno, node.col_offset), self._offset(end_line, end_column)

    def _offset(self, line: int, column: int) -> int:
        text = self._lines[line - 1]
        return self._starts[line - 1] + len(text.encode()[:column].decode())

    def _replace(self, start: int, end: int, new: str) -> Mutant:
        line = self._source.count("\n", 0, start)
        text = self._lines[line].strip()
        return Mutant(self._file, line + 1, start, end, self._source[start:end], new, text)

    def _instead(self, node: ast.expr | ast.stmt, new: str) -> Mutant:
        return self._replace(*self._place(node), new)

    def _between(self, left: ast.expr, right: ast.expr, operator: ast.AST) -> Iterator[Mutant]:
        """Yield the other operator: what stands between two operands, brackets left alone."""
        other = OTHER_OPERATORS.get(type(operator))
        start, end = self._place(left)[1], self._place(right)[0]
        between = self._source[start:end]
        word = between.strip("() \n\t")
        if other is not None and word and "#" not in between:
            at = start + between.index(word)
            yield self._replace(at, at + len(word), other)

    def _mutate(self, node: ast.AST) -> Iterator[Mutant]:
        if isinstance(node, ast.stmt):
            yield from self._mutate_statement(node)
        elif isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            yield from self._mutate_display(node)
        else:
            yield from self._mutate_expression(node)

    def _mutate_statement(self, node: ast.stmt) -> Iterator[Mutant]:
        match node:
            case ast.If() if _is_untried_condition(node.test):
                pass
            case ast.If() | ast.While() if not isinstance(node.test, ast.UnaryOp):
                yield self._instead(node.test, f"(not ({self._text(node.test)}))")
            case ast.Return(value=ast.Constant(value=False)):
                pass  # what None is, to an `if`
            case ast.Return(value=ast.expr() as value):
                yield self._instead(value, "None")
            case ast.Expr(value=ast.Call() as call) if _is_untried_call(call):
                pass
            case ast.Expr(value=ast.Call()) | ast.Raise() | ast.Delete() | ast.AugAssign():
                yield self._instead(node, "pass")
            case ast.Assign(targets=[ast.Attribute()]):
                yield self._instead(node, "pass")
            case ast.Break():
                yield self._instead(node, "continue")
            case ast.Continue():
                yield self._instead(node, "break")
            case _:
                pass

    def _mutate_display(self, node: ast.Tuple | ast.List | ast.Set | ast.Dict) -> Iterator[Mutant]:
        if isinstance(node, ast.Dict):
            if len(node.keys) > 1:
                yield from self._drop_entries(node)
        elif len(node.elts) > 1:
            here = [one for one in node.elts if not _is_other_system(one)]
            yield from (self._drop_text(*self._place(one)) for one in here)

    def _mutate_expression(self, node: ast.AST) -> Iterator[Mutant]:
        match node:
            case ast.Compare() | ast.BinOp() | ast.BoolOp():
                yield from self._mutate_operators(node)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield self._instead(node, self._text(operand))
            case ast.IfExp() if not isinstance(node.test, ast.UnaryOp):
                yield self._instead(node.test, f"(not ({self._text(node.test)}))")
            case ast.comprehension():
                yield from (self._instead(test, "True") for test in node.ifs)
            case ast.Constant():
                yield from self._mutate_constant(node)
            case ast.Attribute(value=ast.Name(id=name), attr=member) if name in self._members:
                yield from self._mutate_member(node, name, member)
            case ast.Call() if not _is_untried_call(node):
                for keyword in node.keywords:
                    if keyword.arg and (_called(node), keyword.arg) not in UNTRIED_KEYWORDS:
                        yield self._drop_text(*self._place(keyword))

    def _mutate_operators(self, node: ast.Compare | ast.BinOp | ast.BoolOp) -> Iterator[Mutant]:
        if isinstance(node, ast.Compare):
            operands = [node.left, *node.comparators]
            for left, right, operator in zip(operands, operands[1:], node.ops, strict=False):
                yield from self._between(left, right, operator)
        elif isinstance(node, ast.BinOp):
            yield from self._between(node.left, node.right, node.op)
        else:
            yield from self._between(node.values[0], node.values[1], node.op)

    def _text(self, node: ast.expr) -> str:
        start, end = self._place(node)
        return self._source[start:end]

    def _mutate_constant(self, node: ast.Constant) -> Iterator[Mutant]:
        match node.value:
            case bool(value):
                yield self._instead(node, str(not value))
            case int(value) | float(value):
                yield self._instead(node, str(value + 1))
            case str(value) if value in (*OTHER_SYSTEMS, WINDOWS_FLAG):
                pass  # no more than an empty text is this system, or a flag of it
            case str(value) | bytes(value):
                prefix = "b" if isinstance(value, bytes) else ""
                yield self._instead(node, f'{prefix}""' if value else f'{prefix}"x"')
            case _:
                pass

    def _mutate_member(self, node: ast.Attribute, name: str, member: str) -> Iterator[Mutant]:
        members = self._members[name]
        if member in members and len(members) > 1:
            other = members[(members.index(member) + 1) % len(members)]
            yield self._instead(node, f"{name}.{other}")

    def _drop_entries(self, node: ast.Dict) -> Iterator[Mutant]:
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None:
                yield self._drop_text(self._place(key)[0], self._place(value)[1])

    def _drop_text(self, start: int, end: int) -> Mutant:
        """Return the fault without an argument or an element, and without the comma after it."""
        after = self._source[end:]
        rest = after.lstrip(" \n")
        if rest.startswith(","):
            end += len(after) - len(rest) + 1
        return self._replace(start, end, "")


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a node in which a fault may be put."""
    match node:
        case ast.Module() | ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from (*node.args.defaults, *filter(None, node.args.kw_defaults))
            yield from (one for one in body if not _is_docstring(one) and not _is_foreign(one))
        case ast.AnnAssign():
            is_type = ast.unparse(node.annotation) == "TypeAlias"
            yield from (() if node.value is None or is_type else (node.value,))
        case ast.If() if _is_untried_condition(node.test):
            yield from node.orelse
        case ast.Import() | ast.ImportFrom() | ast.FormattedValue() | ast.JoinedStr():
            return
        case ast.Call() if _is_untried_call(node):
            return
        case ast.Call():
            yield from _children_of_call(node)
        case ast.Assign(targets=[ast.Name(id="__slots__" | "__all__")]):
            return
        case ast.match_case():
            yield from filter(None, (node.guard, *node.body))
        case _:
            yield from ast.iter_child_nodes(node)


def _children_of_call(call: ast.Call) -> Iterator[ast.AST]:
    called = _called(call)
    if not isinstance(call.func, ast.Subscript):  # as in `list[str]()`
        yield call.func
    has_words = called in CATALOGUED_CALLS or called.endswith(ERROR_SUFFIX)
    is_room = called in ROOM_CALLS
    args = call.args[:2] if _is_systems_flag(call) else call.args
    yield from (
        one
        for one in args
        if not (has_words and _is_text(one)) and not (is_room and _is_number(one))
    )
    yield from (one for one in call.keywords if (called, one.arg) not in UNTRIED_KEYWORDS)


def _is_systems_flag(call: ast.Call) -> bool:
    """Return whether it asks the system for a flag: what stands for it elsewhere is left alone."""
    return ast.unparse(call).startswith("getattr(os, 'O_")


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_other_system(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in OTHER_SYSTEMS


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_foreign(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.FunctionDef):
        return False
    return OTHER_SYSTEMS_FUNCTION.search(statement.name) is not None


def _is_untried_condition(test: ast.expr) -> bool:
    """Return whether a block is for the type checker or for another system."""
    said = ast.unparse(test)
    other = any(f"sys.platform == '{name}'" in said for name in OTHER_SYSTEMS)
    return said == "TYPE_CHECKING" or other


def _is_untried_call(call: ast.Call) -> bool:
    is_logged = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == LOG
    return is_logged or _called(call) in UNTRIED_CALLS or ast.unparse(call) == PAINTING_END


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
