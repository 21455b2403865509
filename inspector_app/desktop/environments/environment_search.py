"""Finds environments by what is typed of their names and addresses, the best ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from inspector_app.settings.environment import normalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.settings.environment import Environment

SearchEntry: TypeAlias = "tuple[Environment, str, str]"
"""An environment, its name and its address, both as they are compared."""


def build_entry(environment: Environment) -> SearchEntry:
    """An environment with its name and address as they are compared."""
    return environment, normalize_name(environment.name), environment.address.casefold()


def find_environments(entries: Iterable[SearchEntry], typed: str) -> tuple[Environment, ...]:
    """Those in which every typed word stands; first whose name or a word of it begins so.

    Within equals the order stays. Without a word they are all of them.
    """
    text = normalize_name(typed)
    words = text.split()
    ranked = [
        (_rank(name, text), environment)
        for environment, name, gateway in entries
        if all(word in name or word in gateway for word in words)
    ]
    return tuple(environment for _, environment in sorted(ranked, key=lambda pair: pair[0]))


def _rank(name: str, text: str) -> int:
    if name.startswith(text):
        return 0
    if f" {text}" in name:
        return 1
    return 2 if text in name else 3
