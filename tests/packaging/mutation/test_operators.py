"""Faults that are put into a module: which there are, and what is left alone."""

import pytest
from mutation.operators import find_mutants, is_compiling, read_members

COLOURS = "from enum import Enum\nclass Colour(Enum):\n    RED = 1\n    GREEN = 2\n"


def mutate(source):
    return [one.apply(source) for one in find_mutants("m.py", source, read_members(COLOURS))]


@pytest.mark.parametrize(
    ("source", "faulty"),
    [
        ("x = a < b", "x = a <= b"),
        ("x = a not in b", "x = a in b"),
        ("x = (a) and b", "x = (a) or b"),
        ("x = not a", "x = a"),
        ("if a:\n    b", "if (not (a)):\n    b"),
        ("x = [a for a in b if a]", "x = [a for a in b if True]"),
        ("x: int = 7", "x: int = 8"),
        ("x = True", "x = False"),
        ("x = 'words'", 'x = ""'),
        ("x = '…' + a", "x = '…' - a"),
        ("def f(a=1): pass", "def f(a=2): pass"),
        ("def f():\n    return a", "def f():\n    return None"),
        ("a.b()", "pass"),
        ("self.a = b", "pass"),
        ("raise a", "pass"),
        ("def connect_windows(a=1): pass", "def connect_windows(a=2): pass"),
        ("x = f(a, b=c)", "x = f(a, )"),
        ("x = f(a, b=c, d=e)", "x = f(a,  d=e)"),
        ("x = (a, b)", "x = (a, )"),
        ("x = {a: b, c: d}", "x = { c: d}"),
        ("for a in b:\n    break", "for a in b:\n    continue"),
        ("x = tr(a, b=c)", "x = tr(a, )"),
        ("x = f('words')", 'x = f("")'),
        ("def f():\n    return True", "def f():\n    return False"),
        ("x.setSpacing(a)", "pass"),
        ("x = px(a if 1 else 2)", "x = px(a if 2 else 2)"),
        ("parser.error(a)", "pass"),
        ("cursor.end()", "pass"),
        ("x = Colour.RED", "x = Colour.GREEN"),
        ("x = Colour.GREEN", "x = Colour.RED"),
    ],
)
def test_a_place_has_its_fault(source, faulty):
    assert faulty in mutate(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""The module."""\n',
        'def f():\n    """The function."""\n',
        'a: int\n"""What it is."""\n',
        "import a\nfrom a import b\n",
        "A: TypeAlias = tuple[str, str]",
        "a.debug('%s', b(1))",
        "_log.error('%s', b(1))",
        "painter.end()",
        "a.setContentsMargins(0, px(8), 0, 4)",
        "if TYPE_CHECKING:\n    a = 1\n",
        "if sys.platform == 'win32':\n    a = 1\n",
        "def _read_windows_idle(a=1):\n    return a",
        "def copy_on_macos():\n    return a",
        "def f(a: Literal['b', 'c']) -> Literal['d']: pass",
        "a = tr('words')",
        "a = 'win32'",
        "a = {'win32', 'darwin'}",
        "a = 'O_BINARY'",
        "a = getattr(os, 'O_BINARY', 0)",
        "a = dict[str, int]()",
        "a = zip(b, c, strict=True)",
        "threading.Thread(name='a').start()",
        "raise ValueError('words for programmers')",
        "raise HistoryFileError('size')",
    ],
)
def test_what_no_test_should_pin_is_left_alone(source):
    assert [one for one in mutate(source) if one != "pass"] == []


def test_what_is_logged_is_left_alone_with_its_call():
    assert mutate("_log.error('%s', b(1))") == []


def test_a_fault_says_where_it_is():
    (fault,) = find_mutants("m.py", "# é\nx = 'é' < b\n", {})[1:]
    assert (fault.line, fault.old, fault.new) == (2, "<", "<=")
    assert str(fault) == "m.py:2: < → <="


def test_what_does_not_compile_is_told():
    assert is_compiling("x = 1")
    assert not is_compiling("x = ")
