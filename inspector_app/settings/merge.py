"""Merges the settings of two windows: three-way, by environment and by field.

``base`` is what one window began with, ``mine`` what it has now, ``theirs`` what the file holds
meanwhile. What only one of them changed is taken from there; where both changed a field, it is
``mine``. An environment that one deleted and the other changed is kept.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from inspector_app.settings.environment import find_free_name, normalize_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from inspector_app.settings.environment import Environment
    from inspector_app.settings.user_settings import Settings

RecordT = TypeVar("RecordT")

_MISSING: Final = object()


def merge_settings(base: Settings, mine: Settings, theirs: Settings) -> Settings:
    """Merge the three; the current environment is one that the result has."""
    merged = _merge_record(base, mine, theirs)
    environments = _merge_environments(base, mine, theirs)
    ids = [one.id for one in environments]
    current_id = next(
        (one for one in (merged.current_id, mine.current_id, theirs.current_id) if one in ids),
        ids[0] if ids else None,
    )
    return replace(merged, environments=environments, current_id=current_id)


def adopt_settings(base: Settings, mine: Settings, theirs: Settings) -> Settings:
    """Merge what another window changed into those of this one, which stays where it is.

    Each window has an environment in use and a geometry of its own.
    """
    merged = merge_settings(base, mine, theirs)
    ids = {one.id for one in merged.environments}
    return replace(
        merged,
        current_id=mine.current_id if mine.current_id in ids else merged.current_id,
        window_geometry=mine.window_geometry,
        machine=replace(merged.machine, current_id=mine.machine.current_id),
    )


def _merge_environments(
    base: Settings, mine: Settings, theirs: Settings
) -> tuple[Environment, ...]:
    """In the order of whoever reordered them, then those that only the other has."""
    before, ours, others = (
        {one.id: one for one in settings.environments} for settings in (base, mine, theirs)
    )
    merged = []
    first, second = (ours, others) if _is_reordered(before, ours) else (others, ours)
    for environment_id in dict.fromkeys((*first, *second)):
        versions = [group.get(environment_id) for group in (before, ours, others)]
        one = _merge_environment(*versions)
        if one is not None:
            merged.append(one)
    return _rename_duplicates(merged, {*others})


def _is_reordered(before: Collection[str], ours: Collection[str]) -> bool:
    """Whether those of ``before`` that are left stand in another order."""
    left = [one for one in ours if one in before]
    return left != [one for one in before if one in ours]


def _merge_environment(
    base: Environment | None, mine: Environment | None, theirs: Environment | None
) -> Environment | None:
    if mine is None:
        return None if theirs == base else theirs
    if theirs is None:
        return None if mine == base else mine
    return _merge_record(base or theirs, mine, theirs)


def _rename_duplicates(merged: list[Environment], known: set[str]) -> tuple[Environment, ...]:
    """Give a name of its own to what is new here, where the other window took the name too."""
    taken = {normalize_name(one.name) for one in merged if one.id in known}
    result = []
    for one in merged:
        if one.id in known:
            result.append(one)
            continue
        name = find_free_name(one.name, taken)
        taken.add(normalize_name(name))
        result.append(replace(one, name=name))
    return tuple(result)


def _merge_record(base: RecordT, mine: RecordT, theirs: RecordT) -> RecordT:
    """Merge dataclasses of one kind, field by field."""
    if mine == base:  # the usual: else thousands of environments took half a second
        return theirs
    if theirs in (base, mine):
        return mine
    merged = {}
    for field in fields(mine):  # type: ignore[arg-type]  # they are dataclasses
        name = field.name
        versions = [getattr(one, name) for one in (base, mine, theirs)]
        if is_dataclass(versions[1]):
            merged[name] = _merge_record(*versions)
        elif name == "unknown":  # JSON text of an object
            merged[name] = json.dumps(_merge_mapping(*map(json.loads, versions)))
        elif name == "accepted" and isinstance(versions[1], tuple):
            merged[name] = tuple(_merge_mapping(*map(dict, versions)).items())
        else:
            merged[name] = _choose(*versions)
    return replace(mine, **merged)  # type: ignore[type-var]  # idem


def _merge_mapping(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, Any]:
    merged = {}
    for key in dict.fromkeys((*theirs, *mine)):
        value = _choose(*(one.get(key, _MISSING) for one in (base, mine, theirs)))
        if value is not _MISSING:
            merged[key] = value
    return merged


def _choose(base: Any, mine: Any, theirs: Any) -> Any:  # noqa: ANN401  # a field of any type
    return theirs if mine == base else mine
