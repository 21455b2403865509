"""Finds the mistakes in a file that an administrator writes by hand, each with field and line."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector_app.session.translatable_text import Text, tr
from inspector_app.settings.located_json import JsonSyntaxError, LocatedValue, parse_located

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TYPE_LABELS: Final = {
    dict: tr("an object in braces"),
    list: tr("a list in brackets"),
    str: tr("a text in quotes"),
    int: tr("a whole number"),
    bool: tr("true or false"),
    type(None): tr("null"),
}
_SECRET_WORDS: Final = ("secret", "password", "passwd", "token", "credential", "session")
_MAX_MISTAKES: Final = 100
_NAME: Final = re.compile(r"[$A-Za-z][\w-]{0,29}", re.ASCII)
"""What a member can be called; another text is not quoted: it may be a token in the wrong place."""


class Mistake(NamedTuple):
    """What is wrong, and where: the path of the member, empty for the file, and its line from 1.

    ``is_fatal``: the file is not used because of it.
    """

    place: str
    line: int
    message: Text
    is_fatal: bool = True


class ValueRule(NamedTuple):
    """What a value may be: of one of ``types``, and one of ``choices`` where there are any.

    Where ``is_open`` a later release may know more choices: one that is not known here has no
    effect, and the file is used all the same.

    ``members`` are those that an object may have, of which ``required`` must be there; ``items`` is
    the rule of each value in a list. A text has between ``min_length`` and ``max_length``
    characters besides outer blanks, where that is not None.
    """

    types: tuple[type, ...]
    choices: tuple[object, ...] = ()
    members: Mapping[str, ValueRule] = MappingProxyType({})
    required: tuple[str, ...] = ()
    items: ValueRule | None = None
    min_length: int = 0
    max_length: int | None = None
    is_open: bool = False


def find_mistakes(data: bytes, rule: ValueRule) -> tuple[LocatedValue | None, list[Mistake]]:
    """Find what the rule says against the content of a file, a hundred mistakes at most.

    Returns the parsed file too; None where it is not JSON.
    """
    try:
        document = parse_located(data)
    except JsonSyntaxError as error:
        return None, [Mistake("", error.line, tr("This is not JSON, or nested too deeply."))]
    found: list[Mistake] = []
    for mistake in _check_value(document, rule, ""):
        found.append(mistake)
        if len(found) == _MAX_MISTAKES:
            break
    return document, found


def format_mistake(mistake: Mistake) -> Text:
    """Format it on one line: line, member and what is wrong."""
    if not mistake.place:
        return tr("Line {line}: {message}", line=mistake.line, message=mistake.message)
    return tr(
        "Line {line}, {place}: {message}",
        line=mistake.line,
        place=mistake.place,
        message=mistake.message,
    )


def get_members(value: LocatedValue) -> dict[str, LocatedValue]:
    """Return the members of an object by name, of two the last; none where it is no object."""
    if not value.is_object or not isinstance(value.value, tuple):
        return {}
    return dict(value.value)


def get_items(value: LocatedValue) -> tuple[LocatedValue, ...]:
    """Return the values of a list; none where it is no list."""
    return () if value.is_object or not isinstance(value.value, tuple) else value.value


def _check_value(checked: LocatedValue, rule: ValueRule, place: str) -> Iterator[Mistake]:
    kind = _get_type(checked)
    if kind not in rule.types:
        labels = [_TYPE_LABELS[one] for one in rule.types]
        expected = (
            labels[0]
            if len(labels) == 1
            else tr("{one} or {other}", one=labels[0], other=labels[1])
        )
        yield Mistake(place, checked.line, tr("It must be {expected}.", expected=expected))
    elif rule.choices and checked.value not in rule.choices and kind is not type(None):
        names = ", ".join("null" if one is None else str(one) for one in rule.choices)
        message = tr("It must be one of: {choices}.", choices=names)
        yield Mistake(place, checked.line, message, is_fatal=not rule.is_open)
    elif kind is dict:
        yield from _check_members(checked, rule, place)
    elif kind is list and rule.items is not None:
        for index, item in enumerate(get_items(checked)):
            yield from _check_value(item, rule.items, f"{place}[{index}]")
    elif isinstance(checked.value, str):
        yield from _check_length(checked.value, checked.line, rule, place)


def _check_members(checked: LocatedValue, rule: ValueRule, place: str) -> Iterator[Mistake]:
    seen: set[str] = set()
    members = checked.value if isinstance(checked.value, tuple) else ()
    for name, value in members:
        inner = _join(place, name)
        if name in seen:
            message = tr("It stands here a second time, and the last one counts.")
            yield Mistake(inner, value.line, message, is_fatal=False)
        seen.add(name)
        if name in rule.members:
            yield from _check_value(value, rule.members[name], inner)
        elif _may_be_secret(name, value):
            message = tr("A secret does not belong here: everybody on this computer can read it.")
            yield Mistake(inner, value.line, message, is_fatal=False)
        else:
            message = tr("There is no member of this name, so it has no effect.")
            yield Mistake(inner, value.line, message, is_fatal=False)
    for name in rule.required:
        if name not in seen:
            yield Mistake(_join(place, name), checked.line, tr("It is missing."))


def _may_be_secret(name: str, value: LocatedValue) -> bool:
    """Whether a name says secret of a value that may be one, which yes, no and nothing are not."""
    is_named = any(word in name.casefold() for word in _SECRET_WORDS)
    return is_named and _get_type(value) not in {bool, type(None)}


def _join(place: str, name: str) -> str:
    shown = name if _NAME.fullmatch(name) else "…"
    return f"{place}.{shown}" if place else shown


def _check_length(text: str, line: int, rule: ValueRule, place: str) -> Iterator[Mistake]:
    length = len(" ".join(text.split()))
    if length < rule.min_length:
        yield Mistake(place, line, tr("It must not be empty."))
    elif rule.max_length is not None and length > rule.max_length:
        message = tr("It may have at most {limit} characters.", limit=rule.max_length)
        yield Mistake(place, line, message)


def _get_type(value: LocatedValue) -> type:
    if isinstance(value.value, tuple):
        return dict if value.is_object else list
    return type(value.value)
