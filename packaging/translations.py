"""Updates the TS catalogues of resources/translations from the code: `nox -s translations`.

Every literal that the code passes to ``tr`` or ``translate`` has one message, except those of the
console app, whose output is English for the scripts that read it. New ones are added as unfinished,
with the translation of the most similar removed text for a start; removed ones are dropped.
A second run changes nothing. `-- es` begins the catalogue of another language.
"""

from __future__ import annotations

import ast
import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from inspector_app.system.translations import FOLDER, SUFFIX, CatalogueMessage, parse_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CHECKOUT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = CHECKOUT / "inspector_app"
CATALOGUES: Final = CHECKOUT / "resources" / FOLDER
CONTEXT: Final = "inspector"  # as in the desktop's translator, which needs Qt
TRANSLATE_FUNCTIONS: Final = ("tr", "translate")
UNTRANSLATED: Final = SOURCES / "terminal"
MIN_SIMILARITY: Final = 0.7
"""The similarity, of 1, from which the translation of a removed text is reused."""

_QUOTES: Final = {'"': "&quot;", "'": "&apos;"}  # as Linguist writes them
_HEADER: Final = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en">
<context>
    <name>{context}</name>
"""
_MESSAGE_TEMPLATE: Final = """\
    <message>
{places}        <source>{source}</source>
        <translation{mark}>{translation}</translation>
    </message>
"""
_LOCATION: Final = '        <location filename="../../{file}"/>\n'
_FOOTER: Final = """\
</context>
</TS>
"""


class NoLiteralError(Exception):
    """A text is concatenated in code, so that translators would never see it."""


def main(languages: Iterable[str]) -> None:
    """Update every catalogue, and print how much is left to translate."""
    found = find_templates(SOURCES)
    named = {file.stem for file in CATALOGUES.glob(f"*{SUFFIX}")}
    for language in sorted(named.union(languages)):
        file = CATALOGUES / f"{language}{SUFFIX}"
        before = parse_catalogue(file.read_bytes()) if file.exists() else ()
        after = merge_messages(found, before)
        file.write_text(render_catalogue(language, found, after), encoding="utf-8", newline="\n")
        unfinished = sum(not one.is_finished for one in after)
        gone = {one.source for one in before} - found.keys()
        print(f"{language}: {len(after)} texts, {unfinished} unfinished, {len(gone)} dropped")


def find_templates(package: Path) -> dict[str, list[str]]:
    """Find each template with its files, ordered by file and first occurrence.

    Raises:
        NoLiteralError: if a text is not one literal.
    """
    found: dict[str, list[str]] = {}
    for file in sorted(package.rglob("*.py"), key=lambda file: file.as_posix()):
        if file.is_relative_to(UNTRANSLATED):
            continue
        place = file.relative_to(package.parent).as_posix()
        for template in _iter_templates(ast.parse(file.read_text(encoding="utf-8")), place):
            directories = found.setdefault(template, [])
            if place not in directories:
                directories.append(place)
    return found


def merge_messages(
    found: Iterable[str], before: Iterable[CatalogueMessage]
) -> tuple[CatalogueMessage, ...]:
    """Merge the messages of a catalogue with the templates that are in the code now."""
    known = {one.source: one for one in before}
    gone = {source: known[source].translation for source in known.keys() - set(found)}
    return tuple(known.get(one) or _build_message(one, gone) for one in found)


def render_catalogue(
    language: str, found: Mapping[str, list[str]], made: Iterable[CatalogueMessage]
) -> str:
    """Render a TS file as Linguist does, but without line numbers, which would change."""
    messages = (
        _MESSAGE_TEMPLATE.format(
            places="".join(_LOCATION.format(file=file) for file in found[one.source]),
            source=escape(one.source, _QUOTES),
            mark="" if one.is_finished else ' type="unfinished"',
            translation=escape(one.translation, _QUOTES),
        )
        for one in made
    )
    return "".join((_HEADER.format(language=language, context=CONTEXT), *messages, _FOOTER))


def _iter_templates(code: ast.AST, place: str) -> Iterator[str]:
    calls = [node for node in ast.walk(code) if isinstance(node, ast.Call) and node.args]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if isinstance(call.func, ast.Name) and call.func.id in TRANSLATE_FUNCTIONS:
            match call.args[0]:
                case ast.Constant(str(template)):
                    yield template
                case ast.JoinedStr() | ast.BinOp() | ast.IfExp():
                    raise NoLiteralError(f"{place}:{call.lineno}: {ast.unparse(call)}")
                case _:
                    pass  # a name or a call: the text is a literal elsewhere


def _build_message(template: str, gone: Mapping[str, str]) -> CatalogueMessage:
    """Build an unfinished message, with the translation of the most similar removed text."""
    nearest = difflib.get_close_matches(template, gone, n=1, cutoff=MIN_SIMILARITY)
    return CatalogueMessage(template, gone[nearest[0]] if nearest else "", is_finished=False)


if __name__ == "__main__":
    main(sys.argv[1:])
