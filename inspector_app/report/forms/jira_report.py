r"""Renders the report in Jira's wiki markup.

Jira supports a backslash escape for its own markup characters only; a backslash before one of
them, and a colon that could start a link or an emoticon, can only be written as HTML entities.
A hyphen and a number sign inside of a word are no markup and are not escaped, for those who paste
the report elsewhere; a hyphen before a digit may belong to an issue's key.
Lists, no tables: in a cell Jira Cloud takes an escaped bar for the end of the cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inspector_app.report.forms.facts import ALSO_NOTICED
from inspector_app.report.forms.markup import styled, written
from inspector_app.session.severity import Severity
from inspector_app.session.wording import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.report.forms.facts import Facts
    from inspector_app.report.material import Material

_ICONS: Final = {Severity.GOOD: "(/)", Severity.WARNING: "(!)", Severity.BAD: "(x)"}
_MARKUP: Final = r"[-#*_+?^~|%{}\[\]()!@]"
_INSIDE_A_WORD: Final = r"(?<=[A-Za-z0-9])(?:-(?=[A-Za-z])|#(?=[A-Za-z0-9]))"
_SPECIAL: Final = re.compile(
    rf"\\(?={_MARKUP}|\\|$)|&(?=#?\w)|:(?![0-9 ])|(?!{_INSIDE_A_WORD}){_MARKUP}"
)
_ENTITIES: Final = {"\\": "&#92;", "&": "&amp;", ":": "&#58;"}


def write(material: Material, say: Callable[[Text], str] = str) -> bytes:
    """The report in wiki markup; as for ``markup.render_markup``."""
    return written(material, say, _lines, escaped)


def escaped(text: str) -> str:
    """The text escaped, so that Jira displays it verbatim."""
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)


def _lines(made: Facts) -> Iterator[Text]:
    yield styled(f"h3. {_ICONS.get(made.severity, '(i)')} {{text}}", made.sentence)
    if made.detail.template:
        yield made.detail
    yield styled("*{text}*", made.next_step.told)
    if made.noticed:
        yield Text("")
        yield ALSO_NOTICED
        yield from (styled("* {text}", one) for one in made.noticed_lines)
    for section in made.groups:
        yield Text("")
        yield styled("*{text}*", section.title)
        yield from (styled("* {text}", line.told) for line in section.lines)
    yield Text("")
    yield made.closing
