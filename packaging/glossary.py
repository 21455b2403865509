"""Holds a catalogue to the words of its glossary, beside it in resources/translations."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from inspector_app.system.translations import CatalogueMessage


@dataclass(frozen=True, slots=True)
class Glossary:
    """``terms``: what may stand for an English word; ``instead``: what stands for a wrong one."""

    terms: Mapping[str, tuple[str, ...]]
    instead: Mapping[str, str]


NO_GLOSSARY = Glossary({}, {})
_NO_WORDS = re.compile(r"\{\w+\}|EnOS Session Inspector|/[\w/-]+")
"""Names of values, of the app and of addresses, which are not translated."""


def get_file(catalogue: Path) -> Path:
    """The file with the glossary of a catalogue."""
    return catalogue.with_name(f"glossary.{catalogue.stem}.toml")


def load_glossary(catalogue: Path) -> Glossary:
    """Read the glossary of a catalogue; an empty one where it has none."""
    file = get_file(catalogue)
    if not file.exists():
        return NO_GLOSSARY
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    return Glossary({term: tuple(words) for term, words in read["terms"].items()}, read["instead"])


def find_wrong_words(glossary: Glossary, messages: Iterable[CatalogueMessage]) -> Iterator[str]:
    """Find what a finished translation calls otherwise, one line for each."""
    patterns = {
        term: re.compile(rf"\b{re.escape(term)}(s|es)?\b", re.IGNORECASE) for term in glossary.terms
    }
    for one in messages:
        if not one.is_finished:
            continue
        source = _NO_WORDS.sub("", one.source)
        for wrong, right in glossary.instead.items():
            if wrong in one.translation:
                yield f"{one.source!r}: write {right} for {wrong}"
        for term, words in glossary.terms.items():
            is_said = any(word in one.translation for word in words)
            if patterns[term].search(source) and not is_said:
                yield f"{one.source!r}: {term} is {' or '.join(words)}"
