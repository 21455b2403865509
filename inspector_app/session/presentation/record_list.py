"""The items of a long list, as what a search looks through before it makes their rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from inspector_app.session.parsing.json_document import Json
    from inspector_app.session.presentation.meaning import Meaning

EMPTY_TEXT: Final = "“”"
"""Stands where an empty text was sent."""

HOLDS_CREDENTIAL: Final = tr("holds a credential")
"""The meaning of a text that is masked."""

MIN_RECORDS: Final = 100
"""Items from which on a list is searched as a whole: fewer are as quick one by one."""


class MeaningKind(Enum):
    """What the words beside a field's value depend on."""

    TYPE = auto()
    """On the JSON type, and on whether the value is empty."""

    VALUE = auto()
    """On the value, of which few are different."""

    ID_DATE = auto()
    """On the value: where it is text it may be an id, which holds a date; else on its type."""

    VARYING = auto()
    """On more than that, the time of day among it."""


@dataclass(frozen=True, slots=True, eq=False)
class RecordList:
    """The items of one array, and what is needed to know the texts of their rows.

    ``classify`` says of a member's name what its meaning depends on, ``describe`` gives the meaning
    of a name and a value, ``format_label`` what is shown of a name. ``has_secret`` tells whether
    the item with this number is, or holds, what is masked.
    """

    items: tuple[Json, ...]
    classify: Callable[[str], MeaningKind]
    describe: Callable[[str, Json], Meaning]
    format_label: Callable[[str], str]
    has_secret: Callable[[int], bool]
