"""Translatable text: a message template, separate from its values until it is rendered.

Everything outside ``desktop`` that is shown to a person is a ``Text``. The window renders it
through Qt's translator, the command line and the tests in plain English: one source, every
language, no Qt in the pure packages. ``tr`` marks the template for the translation tools.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

TextValue: TypeAlias = "str | int | float | Text"


@dataclass(frozen=True, slots=True)
class Text:
    """A translatable template and the values that fill its ``{placeholders}``.

    Values may hold anything a gateway sent: they are never read as a template themselves.
    """

    template: str
    values: tuple[tuple[str, TextValue], ...] = ()

    def render(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of ``translate``, which maps templates to templates."""
        filled = {
            name: value.render(translate) if isinstance(value, Text) else value
            for name, value in self.values
        }
        try:
            return translate(self.template).format_map(filled)
        except (KeyError, ValueError, IndexError):  # a translation whose placeholders are wrong
            return self.template.format_map(filled)

    def __str__(self) -> str:
        return self.render(lambda template: template)

    def map_strings(self, change: Callable[[str], str]) -> Text:
        """The same text with ``change`` applied to every string among its values."""
        changed = tuple((name, _map_value(one, change)) for name, one in self.values)
        return Text(self.template, changed)


def tr(template: str, /, **values: TextValue) -> Text:
    """A ``Text`` of a literal template; the literal is what translators get to see."""
    return Text(template, tuple(values.items()))


def as_literal(text: str) -> Text:
    """A ``Text`` that is shown literally and never translated, braces and all."""
    return Text("{text}", (("text", text),)) if text else Text("")


def _map_value(value: TextValue, change: Callable[[str], str]) -> TextValue:
    if isinstance(value, Text):
        return value.map_strings(change)
    return change(value) if isinstance(value, str) else value
