"""The result on a terminal that shows colours: the text report, laid out in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from inspector_app.report.forms import text_report
from inspector_app.report.forms.facts import ALSO_NOTICED, facts
from inspector_app.report.material import content
from inspector_app.session.plain_text import visible
from inspector_app.session.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from inspector_app.report.forms.facts import Facts, Section
    from inspector_app.report.material import Material
    from inspector_app.session import wording

_SIGNS: Final = {
    Severity.PLAIN: ("•", "default"),
    Severity.GOOD: ("✔", "green"),
    Severity.NOTICE: ("•", "cyan"),
    Severity.WARNING: ("!", "yellow"),
    Severity.BAD: ("✖", "red"),
}
_INDENT: Final = 2


def show(material: Material) -> None:
    """Print the report.

    Raises:
        CredentialFound: if a credential is still in it; then nothing is printed.
    """
    text_report.report(material)  # the same words in one piece: searched before they leave
    console().print(Group(*_parts(facts(content(material), material))))


def console() -> Console:
    """Standard output, on which nothing that it is given is read as markup."""
    return Console(markup=False, highlight=False, emoji=False)


def columns(rows: Iterable[tuple[str, ...]]) -> Table:
    """The rows with their cells below one another, wide characters counted as two."""
    table = _grid()
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _parts(made: Facts) -> Iterator[RenderableType]:
    yield _signed(made.severity, _words(made.sentence, "bold"))
    if made.detail.template:
        yield _indented(_words(made.detail))
    step = made.next_step
    yield _indented(Text.assemble((f"{step.label}: ", "bold"), _words(step.value)))
    if made.noticed:
        yield Text()
        yield _words(ALSO_NOTICED, "bold")
        for one in made.noticed:
            yield _signed(one.severity, _words(one.sentence))
        if made.left_out.template:
            yield _indented(_words(made.left_out))
    sections = (*made.sections, made.request)
    width = max(cell_len(str(line.label)) for section in sections for line in section.lines)
    for section in sections:
        yield Text()
        yield _words(section.title, "bold")
        yield _indented(_rows(section, width))
    yield Text()
    yield _words(made.closing, "dim")


def _rows(section: Section, width: int) -> Table:
    table = _grid()
    table.add_column(min_width=width, style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for line in section.lines:
        table.add_row(_words(line.label), _words(line.value))
    return table


def _signed(severity: Severity, words: Text) -> Table:
    sign, colour = _SIGNS[severity]
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_row(Text(sign, f"bold {colour}"), words)
    return row


def _grid() -> Table:
    return Table.grid(padding=(0, _INDENT, 0, 0))


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, _INDENT), expand=False)


def _words(words: wording.Text, style: str = "") -> Text:
    return Text(str(words.with_each(visible)), style)
