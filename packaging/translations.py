"""Updates or checks the TS catalogues of resources/translations: `python3 dev.py translations`.

Every literal that the code passes to ``tr`` or ``translate`` has one message, except those of the
console app, whose output is English for the scripts that read it. New ones are added as unfinished,
with the translation of the most similar removed text for a start; removed ones are dropped.
A second run changes nothing. `-- es` begins the catalogue of another language.

`--check`, which `python3 dev.py check` runs, writes nothing and fails where a catalogue does not
match the code: the app shows a text in English wherever its translation is missing, and says
nothing about it.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import glossary

from inspector_app.system.translations import (
    FOLDER,
    SUFFIX,
    CatalogueError,
    CatalogueMessage,
    has_same_placeholders,
    parse_catalogue,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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


def main(arguments: Sequence[str]) -> int:
    """Update the catalogues, or check them with ``--check``, and return the exit code."""
    parser = argparse.ArgumentParser(prog="translations.py", description="Catalogues and code.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on differences")
    parser.add_argument("languages", nargs="*", help="languages to begin a catalogue for")
    options = parser.parse_args(arguments)
    try:
        found = find_templates(SOURCES)
    except NoLiteralError as error:
        print(f"{error}: write the text as one literal, with {{name}} for what varies")
        return 1
    except SyntaxError as error:
        print(f"{error.filename}:{error.lineno}: {error.msg}: mend it before its texts are read")
        return 1
    if options.check:
        problems = [line for file in list_catalogues() for line in check_catalogue(file, found)]
        print(*problems, sep="\n", end="\n" if problems else "")
        return 1 if problems else 0
    update_catalogues(found, options.languages)
    return 0


def list_catalogues() -> tuple[Path, ...]:
    """List the files of all catalogues, by language."""
    return tuple(sorted(CATALOGUES.glob(f"*{SUFFIX}")))


def update_catalogues(found: Mapping[str, list[str]], languages: Iterable[str]) -> None:
    """Write every catalogue, and print how much is left to translate.

    Args:
        found: the templates of the code with their files, as ``find_templates`` returns them.
        languages: languages that need no catalogue yet.
    """
    named = {file.stem for file in list_catalogues()}
    for language in sorted(named.union(languages)):
        file = CATALOGUES / f"{language}{SUFFIX}"
        before = parse_catalogue(file.read_bytes()) if file.exists() else ()
        after = merge_messages(found, before)
        file.write_text(render_catalogue(language, found, after), encoding="utf-8", newline="\n")
        unfinished = sum(not one.is_finished for one in after)
        gone = {one.source for one in before} - found.keys()
        print(f"{language}: {len(after)} texts, {unfinished} unfinished, {len(gone)} dropped")


def check_catalogue(file: Path, found: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Compare a catalogue with the code, and return one line for each problem and its remedy.

    Args:
        file: the catalogue, which is not written.
        found: the templates of the code with their files, as ``find_templates`` returns them.
    """
    name = f"resources/{FOLDER}/{file.name}"
    text = file.read_text(encoding="utf-8")
    try:
        messages = parse_catalogue(text.encode())
    except CatalogueError as error:
        return (f"{name} is no TS file of Qt Linguist: {error}",)
    listed = {one.source for one in messages}
    problems = [
        f"{name} lacks {one!r} of {found[one][0]}: `python3 dev.py translations` adds it"
        for one in found.keys() - listed
    ]
    problems += [
        f"{name} has {one!r}, which is not in the code: `python3 dev.py translations` drops it"
        for one in listed - found.keys()
    ]
    problems += [
        f'{name}: {one.source!r} is unfinished: translate it there, and remove type="unfinished"'
        for one in messages
        if one.source in found and not one.is_finished
    ]
    problems += [
        f"{name}: {one.source!r} has other placeholders in {one.translation!r}: mend them there"
        for one in messages
        if one.is_finished and not has_same_placeholders(one.source, one.translation)
    ]
    problems += [
        f"{name}: {one} ({glossary.get_file(file).name} says so)"
        for one in glossary.find_wrong_words(glossary.load_glossary(file), messages)
    ]
    is_complete = listed == found.keys()
    if is_complete and text != render_catalogue(file.stem, found, merge_messages(found, messages)):
        problems.append(f"{name}: locations or order are out of date: `python3 dev.py fix`")
    return tuple(sorted(problems))


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
        code = ast.parse(file.read_text(encoding="utf-8"), filename=place)
        for template in _iter_templates(code, place):
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
    sys.exit(main(sys.argv[1:]))
