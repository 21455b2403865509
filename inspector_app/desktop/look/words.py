"""Turns the pure rooms' texts, and the window's own, into the person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from inspector_app.session.wording import Text, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inspector_app.session.wording import Value

CONTEXT: Final = "inspector"
"""The one translation context of all texts, wherever they were written."""


def shown(text: Text) -> str:
    """The text in the language that the application has loaded."""
    return text.render(lambda template: QCoreApplication.translate(CONTEXT, template))


def say(template: str, /, **values: Value) -> str:
    """A literal template in the person's language, filled with values."""
    return shown(tr(template, **values))


def one_after_another(sentences: Iterable[str]) -> str:
    """Sentences as one paragraph; not every language parts them with a blank."""
    paragraph = ""
    for one in sentences:
        paragraph = say("{before} {sentence}", before=paragraph, sentence=one) if paragraph else one
    return paragraph
