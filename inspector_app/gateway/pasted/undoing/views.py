"""Undoes, in one fixed order, what programs did to a text; each stage is a view to read.

The order is that of ``_STEPS``, from the outside to the inside: what is not seen first; then what
carried the text (a dump, a mail, base64, a page); then what stands within it (escapes of strings,
marks of Markdown, typography, percent-encoding, pieces of strings); and lines last. It is gone
through again while there is something left to undo, because programs pass texts on to each other: a
mail about a ticket about a log line. A step that has no evidence leaves the text as it is. The
first view is the text as it was pasted, but for what is not seen: nobody undoes what need not be
undone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from inspector_app.gateway.pasted.undoing.base64_text import undo_base64
from inspector_app.gateway.pasted.undoing.dumps import join_dump
from inspector_app.gateway.pasted.undoing.html_text import undo_html
from inspector_app.gateway.pasted.undoing.invisible import strip_invisible, strip_terminal_codes
from inspector_app.gateway.pasted.undoing.mail import undo_mail
from inspector_app.gateway.pasted.undoing.markdown import undo_markdown
from inspector_app.gateway.pasted.undoing.percent import undo_percent
from inspector_app.gateway.pasted.undoing.string_escapes import undo_string_escapes
from inspector_app.gateway.pasted.undoing.typography import undo_typography
from inspector_app.gateway.pasted.undoing.wrapped_lines import (
    join_string_pieces,
    join_wrapped_tokens,
)
from inspector_app.session.interruption import check_interruption
from inspector_app.session.translatable_text import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_UNSEEN: Final = 2
_MAX_ROUNDS: Final = 5
_MAX_TOTAL: Final = 384 * 1024
"""Characters of all rounds together, so that a long text is not read again and again."""

_SHORT: Final = 24 * 1024
"""Characters of a text that is read after each step; a longer one is after each round."""

_JOINED: Final = (join_wrapped_tokens, tr("Joined the lines."))
_STEPS: Final[tuple[tuple[Callable[[str], str], Text], ...]] = (
    (strip_terminal_codes, tr("Left out the colours of a terminal.")),
    (strip_invisible, tr("Left out invisible characters.")),
    (join_dump, tr("Put a numbered dump together.")),
    (undo_mail, tr("Undid the encoding of a mail.")),
    (undo_base64, tr("Undid base64.")),
    (undo_html, tr("Undid HTML.")),
    (undo_string_escapes, tr("Undid the escapes of a string.")),
    (undo_markdown, tr("Left out the marks of Markdown.")),
    (undo_typography, tr("Undid curly quotation marks and dashes.")),
    (undo_percent, tr("Undid the percent-encoding.")),
    (join_string_pieces, tr("Joined the pieces of a string.")),
    _JOINED,
)


@dataclass(frozen=True, slots=True)
class View:
    """The text at a stage, and what was undone up to it."""

    text: str = field(repr=False)
    undone: tuple[Text, ...] = ()


def iter_views(text: str) -> Iterator[View]:
    """The text as it is seen, and after each step that changes it."""
    undone: list[Text] = []
    for step, note in _STEPS[:_UNSEEN]:
        changed = step(text)
        undone += (note,) if changed != text else ()
        text = changed
    total = len(text)
    yield View(text, tuple(undone))
    for _ in range(_MAX_ROUNDS):
        begun = text
        for step, note in _STEPS:
            check_interruption()
            changed = step(text)
            if changed == text:
                continue
            text = changed
            undone += (note,) if note not in undone else ()
            joined = join_wrapped_tokens(text)
            if joined != text:
                text = joined
                undone += (_JOINED[1],) if _JOINED[1] not in undone else ()
            if len(text) <= _SHORT:
                yield View(text, tuple(undone))
        total += len(text)
        if text != begun and len(text) > _SHORT:
            yield View(text, tuple(undone))
        if text == begun or total > _MAX_TOTAL:
            return
