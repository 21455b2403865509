"""What the developers' pages name is there: layers, packages, tasks, threads, names of the code."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PACKAGE = CHECKOUT / "inspector_app"
CONTRACTS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]


def read(page):
    return (CHECKOUT / page).read_text(encoding="utf-8")


def list_layers(container):
    """The modules of a package in the order of their layers, as import-linter is told them."""
    (contract,) = (one for one in CONTRACTS if one.get("containers") == [container])
    return [name for layer in contract["layers"] for name in layer.split(" | ")]


@pytest.mark.parametrize("package", ["session", "desktop"])
def test_the_layers_inside_a_package_are_told_as_they_are_checked(package):
    (told,) = re.findall(
        rf"^\*\*Inside `{package}`\*\*(.+?)\n\n",
        read("docs/architecture.md"),
        re.MULTILINE | re.DOTALL,
    )
    inside = PACKAGE / package
    named = [one for one in re.findall(r"`([a-z_]+)`", told) if one != package]
    assert named == list_layers(f"inspector_app.{package}")
    assert all((inside / one).is_dir() or (inside / f"{one}.py").is_file() for one in named)


def test_each_package_is_in_the_picture_in_the_table_and_in_the_layout():
    packages = set(list_layers("inspector_app"))
    architecture = read("docs/architecture.md")
    (picture,) = re.findall(r"^flowchart TD$(.+?)^```$", architecture, re.MULTILINE | re.DOTALL)
    assert set(re.findall(r'\["(\w+): ', picture)) == packages
    assert set(re.findall(r"^\| `(\w+)` \| ", architecture, re.MULTILINE)) == packages
    (layout,) = re.findall(
        r"^inspector_app/\n(.+?)^resources/", read("CONTRIBUTING.md"), re.MULTILINE | re.DOTALL
    )
    assert set(re.findall(r"^  (\w+)/ ", layout, re.MULTILINE)) == packages


def test_each_task_is_in_the_table_and_no_other():
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|.+\|.+\|$", read("CONTRIBUTING.md"), re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    tasks = ast.parse(read("noxfile.py")).body
    assert told == {one.name for one in tasks if isinstance(one, ast.FunctionDef) and any(
        "nox.session" in ast.unparse(decorator) for decorator in one.decorator_list
    )}  # fmt: skip


def test_each_name_of_the_code_that_the_developers_pages_use_is_there():
    sources = [
        *(
            path
            for one in ("inspector_app", "packaging")
            for path in (CHECKOUT / one).rglob("*.py")
        ),
        *(CHECKOUT / "tests").glob("*.py"),
        *CHECKOUT.glob("*.py"),
        CHECKOUT / "pyproject.toml",
        CHECKOUT / "packaging" / "windows" / "installer.nsi",
    ]
    known = {path.stem for path in (*sources, *(CHECKOUT / "tests").rglob("*.py"))}
    for path in sources:
        known.update(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    known |= {
        "PIP_INDEX_URL",
        "UV_DEFAULT_INDEX",
        "NAME_report",
    }  # of pip and uv; a place to fill in
    for page in ("CONTRIBUTING.md", "docs/architecture.md"):
        quoted = " ".join(re.findall(r"`([^`\n]+)`", read(page)))
        named = set(re.findall(r"[A-Za-z_]\w*(?:[A-Z_]\w*[a-zA-Z]|\w+_\w+)", quoted))
        # Names of tests are looked up by test_each_file_that_a_page_names_is_there.
        assert {one for one in named if not one.startswith("test_")} - known == set(), page


def test_each_thread_that_the_app_starts_is_in_the_table():
    (table,) = re.findall(
        r"^## Threads and lanes$(.+?)^## ", read("docs/architecture.md"), re.MULTILINE | re.DOTALL
    )
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    started = {
        keyword.value.value
        for source in sources
        if "Thread(" in source
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("Thread")
        for keyword in call.keywords
        if keyword.arg == "name" and isinstance(keyword.value, ast.Constant)
    }
    assert len(started) >= 10
    assert started - set(re.findall(r"“([^”]+)”", table)) == set()


def test_each_module_that_makes_a_token_is_named():
    page = read("docs/architecture.md")
    (told,) = re.findall(r"^\* \*\*In\.\*\*(.+?)^\* ", page, re.MULTILINE | re.DOTALL)
    made_in = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if not path.is_relative_to(PACKAGE / "session")
        if "Token(" in (source := path.read_text(encoding="utf-8"))
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Token"
    }
    assert made_in == set(re.findall(r"`([\w/]+\.py)`", told)) - {"main_window/token_field.py"}
