"""The naming rules of inspector_app: verbs for functions, the field's terms, plain docstrings."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "inspector_app").rglob("*.py"))

VERBS_INSTEAD = {
    "asked": "ask_, request_",
    "carried": "send_, attach_",
    "drawn": "paint_, render_",
    "found": "find_",
    "given": "get_, provide_",
    "heard": "on_, listen_",
    "held": "get_, store_",
    "hidden": "hide_, mask_",
    "joined": "join_",
    "kept": "store_, load_, save_",
    "left": "list_remaining_, skip_",
    "made": "create_, build_",
    "meant": "infer_, resolve_",
    "said": "describe_, format_",
    "seen": "observe_, record_",
    "sent": "send_",
    "shown": "show_, format_",
    "taken": "capture_, take_",
    "told": "describe_, format_, notify_",
    "words": "describe_, format_",
    "written": "write_, serialize_, render_",
}
"""By the first word that a function may not have, what it is called instead."""

TERMS_INSTEAD = {
    "furnish": "create, build or install",
    "keeper": "store",
    "portrait": "screenshot",
    "rhythm": "spacing",
    "rooms": "packages, areas or space",
    "safekeeping": "guards or storage",
    "surroundings": "environment or context",
    "told": "the noun of what it holds: text, message, status",
    "troubles": "errors or problems",
    "twin": "console app",
    "untold": "missing or unknown",
    "whereabouts": "location",
    "wish": "request, option or choice",
    "wishes": "requests, options or choices",
}
"""By a word of this project's own, the term that everybody else uses."""

EMPTY_NAMES = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}


def list_words(name):
    """The words of an identifier in lower case, however they are put together."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


def iter_definitions(tree):
    """Each name that the code gives to something of its own, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name, node.lineno
            case ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name, node.lineno
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, node.lineno
            case ast.alias(asname=str(name)):
                yield name, node.lineno
            case _:
                pass


def is_property(function):
    """Whether a function is read like an attribute, and so may be a noun."""
    names = {getattr(one, "id", getattr(one, "attr", "")) for one in function.decorator_list}
    return bool(names & {"property", "cached_property", "setter"})


def find_bad_functions(tree):
    """One line for each function whose name does not begin with a verb."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or is_property(node):
            continue
        name = node.name.strip("_")
        is_of_others = node.name.startswith("__") or name != name.lower()  # Python's, or Qt's
        first = name.partition("_")[0]
        if not is_of_others and first in VERBS_INSTEAD:
            yield f"{node.lineno}: {node.name}() begins with no verb: {VERBS_INSTEAD[first]}…"


def find_private_words(tree):
    """One line for each name with a word that only this project would know."""
    for name, line in iter_definitions(tree):
        for word in TERMS_INSTEAD.keys() & set(list_words(name)):
            yield f"{line}: {name}: in place of “{word}” use {TERMS_INSTEAD[word]}"


@pytest.mark.parametrize("find", [find_bad_functions, find_private_words])
def test_names_are_those_of_the_field(find):
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in MODULES
        for line in find(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, "\n".join(["rename, as CONTRIBUTING.md says of names:", *found])


def test_modules_and_packages_are_named_after_what_they_hold():
    for path in MODULES:
        for part in path.relative_to(ROOT).with_suffix("").parts:
            words = set(list_words(part))
            where = f"{path.relative_to(ROOT)}: rename {part!r}"
            assert part not in EMPTY_NAMES, f"{where} after what is in it"
            assert not words & TERMS_INSTEAD.keys(), f"{where}: {TERMS_INSTEAD}"


def test_modules_open_with_a_sentence():
    for path in MODULES:
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert docstring.partition("\n")[0].endswith("."), (
            f"{path.relative_to(ROOT)}: open with a docstring whose first line is one sentence, "
            "and ends with a full stop"
        )


@pytest.mark.parametrize(
    ("find", "code"),
    [
        (find_bad_functions, "def kept_token(): ..."),
        (find_bad_functions, "class A:\n    async def _told(self): ..."),
        (find_private_words, "def load(wishes): ..."),
        (find_private_words, "class RoomsOfTheApp: ..."),
        (find_private_words, "self._whereabouts = 1"),
        (find_private_words, "import location as whereabouts"),
        (find_private_words, "for wish in options: ..."),
    ],
)
def test_a_name_of_the_former_vocabulary_is_found(find, code):
    (line,) = find(ast.parse(code))
    assert re.match(r"[12]: ", line)


@pytest.mark.parametrize(
    "code",
    [
        "@property\ndef shown(self): ...",
        "@functools.cached_property\ndef found(self): ...",
        "def hiddenChanged(self): ...",
        "def find_kept_token(): ...",
        "def __seen__(self): ...",
        "classroom = wishful = 1",
    ],
)
def test_a_name_that_only_looks_like_it_is_left_alone(code):
    tree = ast.parse(code)
    assert [*find_bad_functions(tree), *find_private_words(tree)] == []
