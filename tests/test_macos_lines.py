"""What is for macOS alone is listed with what it rests on, since it was never run there."""

import ast
import re
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
SOURCES = CHECKOUT / "inspector_app"
PACKAGING = CHECKOUT / "packaging"
TOOLS = {PACKAGING / "checks.py", PACKAGING / "mutants.py", PACKAGING / "mutation" / "operators.py"}
"""They name macOS as a word, and do nothing there."""

LIST = CHECKOUT / "docs" / "macos.md"
WHOLE = "all of it"
ROW = re.compile(r"^\| `([\w/]+\.py)` \| ([^|]+) \| [^|]+ \| [^|]+ \|$", re.MULTILINE)


def find_places(source):
    """The functions and tables of a module that ask for macOS, or are for it by their name."""
    places = set()

    def walk(node, place):
        for child in ast.iter_child_nodes(node):
            inner = place
            if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                inner = child.name
            elif not place and isinstance(child, ast.Assign | ast.AnnAssign):
                inner = re.split(r"\W", ast.unparse(child))[0]
            if isinstance(child, ast.Constant) and child.value == "darwin":
                places.add(place)
            elif isinstance(child, ast.FunctionDef) and "macos" in child.name:
                places.add(inner)
            walk(child, inner)

    walk(ast.parse(source), "")
    return places


def test_every_line_for_macos_is_listed():
    of_macos = {}
    for path in sorted({*SOURCES.rglob("*.py"), *PACKAGING.rglob("*.py")} - TOOLS):
        text = path.read_text(encoding="utf-8")
        is_whole = path.stem.startswith("macos") or path.parent == PACKAGING / "macos"
        places = {WHOLE} if is_whole and path.stem != "__init__" else find_places(text)
        if places:
            top = SOURCES if path.is_relative_to(SOURCES) else CHECKOUT
            of_macos[path.relative_to(top).as_posix()] = places
    listed = {
        file: set(places.replace("`", "").split(", "))
        for file, places in ROW.findall(LIST.read_text(encoding="utf-8"))
    }
    assert listed == of_macos, "docs/macos.md says what each rests on"


def test_a_line_is_found_by_the_function_or_the_table_it_stands_in():
    source = (
        "TABLE: Final = {'darwin': 1}\n"
        "class Window:\n    def build(self):\n        return sys.platform == 'darwin'\n"
        "def find():\n    match system:\n        case 'darwin':\n            pass\n"
        "def read_macos_thing():\n    pass\n"
    )
    assert find_places(source) == {"TABLE", "build", "find", "read_macos_thing"}
    assert find_places("if sys.platform == 'darwin':\n    import one\n") == {""}
    assert find_places("'darwinian'") == set()
