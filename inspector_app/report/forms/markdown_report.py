"""Renders the report as GitHub Flavored Markdown.

External values are put into code spans: nothing in them becomes markup, a link, a mention of a
person or of an issue, which GitHub detects in all other text whatever escapes it has.
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

_ICONS: Final = {
    Severity.GOOD: "\N{WHITE HEAVY CHECK MARK}",
    Severity.WARNING: "\N{WARNING SIGN}\N{VARIATION SELECTOR-16}",
    Severity.BAD: "\N{CROSS MARK}",
}
_NOTICE: Final = "\N{INFORMATION SOURCE}\N{VARIATION SELECTOR-16}"
_BACKTICKS: Final = re.compile("`+")


def write(material: Material, say: Callable[[Text], str] = str) -> bytes:
    """The report in Markdown; as for ``markup.render_markup``."""
    return written(material, say, _lines, code)


def code(text: str) -> str:
    """The text as a code span, with a fence longer than its own backticks."""
    longest = max((len(found) for found in _BACKTICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    # Renderers strip a space at each end, so that the text can begin with a backtick or space.
    inner = f" {text} " if text[0] in "` " or text[-1] in "` " else text
    return f"{fence}{inner}{fence}" if text.strip(" ") else f"{fence}{text}{fence}"


def _lines(made: Facts) -> Iterator[Text]:
    yield styled(f"### {_ICONS.get(made.severity, _NOTICE)} {{text}}", made.sentence)
    if made.detail.template:
        yield Text("")
        yield made.detail
    yield Text("")
    yield styled("**{text}**", made.next_step.told)
    if made.noticed:
        yield Text("")
        yield ALSO_NOTICED
        yield from (styled("- {text}", one) for one in made.noticed_lines)
    for section in made.groups:
        yield Text("")
        yield styled("**{text}**", section.title)
        yield from (styled("- {text}", line.told) for line in section.lines)
    yield Text("")
    yield made.closing
