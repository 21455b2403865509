"""Editors are told what the formatter does, and no file is written in another form."""

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
EDITORCONFIG = (CHECKOUT / ".editorconfig").read_text(encoding="utf-8")
MENDED = "save it in an editor that follows .editorconfig"


def text_files(*suffixes):
    """Each file of these kinds, but those that the app or another program has written."""
    folders = (".github", "benchmarks", "docs", "inspector_app", "packaging", "resources", "tests")
    written = (CHECKOUT / "docs" / "examples", CHECKOUT / "docs" / "console-session.txt")
    found = [
        *CHECKOUT.glob("*"),
        *(one for name in folders for one in (CHECKOUT / name).rglob("*")),
    ]
    files = [one for one in found if one.suffix in suffixes and one.is_file()]
    assert files
    return [one for one in files if not any(one.is_relative_to(place) for place in written)]


def test_python_is_as_wide_as_the_formatter_makes_it():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    width = re.search(r"\[\*\.\{py,md\}\]\nmax_line_length = (\d+)\n", EDITORCONFIG)
    assert width, ".editorconfig has no section [*.{py,md}] that begins with max_line_length"
    assert int(width[1]) == project["tool"]["ruff"]["line-length"], (
        ".editorconfig repeats line-length of pyproject.toml, [tool.ruff]"
    )


def test_lines_end_alike_and_nothing_trails():
    for path in text_files(".py", ".md", ".toml", ".yml", ".ts", ".svg", ".json", ".txt"):
        data = path.read_bytes()
        assert b"\r" not in data.replace(b"\r\n", b"\n"), f"{path}: {MENDED}"  # git's on Windows
        text = data.decode("utf-8").replace("\r\n", "\n")
        assert not text or text.endswith("\n"), f"{path}: no line break at the end: {MENDED}"
        assert not re.search(r"[ \t]\n", text), f"{path}: blanks at the end of a line: {MENDED}"


@pytest.mark.parametrize(
    ("suffix", "size"), [(".json", 2), (".svg", 2), (".toml", 2), (".yml", 2), (".ts", 4)]
)
def test_each_kind_is_indented_as_editors_are_told(suffix, size):
    for path in text_files(suffix):
        for line in path.read_text(encoding="utf-8").splitlines():
            blanks = len(line) - len(line.lstrip())
            assert blanks % size == 0, f"{path}: {line.strip()!r} is not indented by {size}"
